package theme

import (
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// escaperNames is what the names of the functions begin with that html/template puts at the end of pipelines.
const escaperNames = "_html_template_"

// print compiles an action that writes its value, through the escapers at its end.
func (s *scope) print(p *parse.PipeNode, dot reflect.Type) statement {
	cmds := p.Cmds
	var escapers []string
	for len(cmds) > 1 {
		last := cmds[len(cmds)-1]
		name, ok := last.Args[0].(*parse.IdentifierNode)
		if !ok || len(last.Args) > 1 || !strings.HasPrefix(name.Ident, escaperNames) {
			break
		}
		escapers = append([]string{strings.TrimPrefix(name.Ident, escaperNames)}, escapers...)
		cmds = cmds[:len(cmds)-1]
	}
	e := s.pipeline(cmds, dot)
	if e.typ == nil || len(escapers) == 0 || !isPlain(e.typ) {
		s.no(reason(p))
		return nothing
	}
	do := printValue(e, escapers)
	if e.parts != nil && len(escapers) == 1 && perLetter(escapers[0]) {
		do = printParts(e.parts, escapers)
	}
	if do == nil {
		s.no(reason(p))
		return nothing
	}
	return do
}

// printValue gives nothing where an escaper is not known for the type.
func printValue(e expression, escapers []string) statement {
	if e.text != nil {
		return printText(e, escapers)
	}
	return printNumber(e, escapers)
}

// perLetter says that an escaper looks at each letter by itself, so that a text may be escaped in parts.
func perLetter(name string) bool {
	return name == "htmlescaper" || name == "attrescaper" || name == "rcdataescaper"
}

// printParts writes a word with holes. Put together it would be plain, so that its parts are, whatever their types.
func printParts(parts []part, escapers []string) statement {
	escape := appender(escapers, plainContent)
	var all []statement
	for _, p := range parts {
		switch {
		case p.arg != nil && p.arg.text != nil:
			text := p.arg.text
			all = append(all, printText(expression{typ: reflect.TypeFor[string](), text: text}, escapers))
		case p.arg != nil:
			all = append(all, printNumber(*p.arg, escapers))
		case p.text != "":
			all = append(all, write(escape(nil, p.text)))
		}
	}
	return sequence(all)
}

// isPlain says that values of the type are written the same way everywhere: they bring no way of writing of their own.
func isPlain(t reflect.Type) bool {
	k := t.Kind()
	return (k == reflect.String || k == reflect.Bool || isInt(k) || isUint(k)) && reflect.PointerTo(t).NumMethod() == 0
}

// printText writes a text. All escapers but the last give a new text where they change anything, which they seldom do; the pair that
// stands at every address is done at once.
func printText(e expression, names []string) statement {
	of := contentOf(e.typ)
	var first []func(string) string
	for len(names) > 1 && !(len(names) == 2 && isURL(names[0]) && names[1] == "attrescaper") {
		change := changer(names[0], of)
		if change == nil {
			return nil
		}
		first, names, of = append(first, change), names[1:], plainContent
	}
	last := appender(names, of)
	if last == nil {
		return nil
	}
	text := e.text
	switch len(first) {
	case 0:
	case 1:
		change := first[0]
		text = func(r *run, dot reflect.Value) string { return change(e.text(r, dot)) }
	default:
		text = func(r *run, dot reflect.Value) string {
			s := e.text(r, dot)
			for _, change := range first {
				s = change(s)
			}
			return s
		}
	}
	return func(r *run, dot reflect.Value) flow {
		s := text(r, dot)
		r.out = last(r.out, s)
		return onward
	}
}

// printNumber writes a number or a truth. No escaper changes any of their letters, but scripts get blanks around them.
func printNumber(e expression, names []string) statement {
	for _, name := range names {
		switch name {
		case "jsvalescaper":
			if len(names) > 1 {
				return nil
			}
		case "htmlescaper", "attrescaper", "rcdataescaper", "nospaceescaper", "urlfilter", "urlnormalizer", "urlescaper", "jsstrescaper", "cssvaluefilter":
		default:
			return nil
		}
	}
	digits := func(r *run, dot reflect.Value) []byte { return strconv.AppendUint(r.out, e.value(r, dot).Uint(), 10) }
	switch {
	case e.number != nil:
		digits = func(r *run, dot reflect.Value) []byte {
			n := e.number(r, dot)
			return strconv.AppendInt(r.out, n, 10)
		}
	case e.truth != nil:
		digits = func(r *run, dot reflect.Value) []byte {
			b := e.truth(r, dot)
			return strconv.AppendBool(r.out, b)
		}
	}
	blank := names[0] == "jsvalescaper"
	return func(r *run, dot reflect.Value) flow {
		if blank {
			r.out = append(r.out, ' ')
		}
		r.out = digits(r, dot)
		if blank {
			r.out = append(r.out, ' ')
		}
		return onward
	}
}

// content says what a text is known to be.
type content int8

const (
	plainContent content = iota
	htmlContent
	urlContent
	jsContent
	jsStrContent
)

// contentOf tells by the type, as html/template does. What it treats as plain in all places that are compiled is plain.
func contentOf(t reflect.Type) content {
	switch t {
	case reflect.TypeFor[template.HTML]():
		return htmlContent
	case reflect.TypeFor[template.URL]():
		return urlContent
	case reflect.TypeFor[template.JS]():
		return jsContent
	case reflect.TypeFor[template.JSStr]():
		return jsStrContent
	}
	return plainContent
}
