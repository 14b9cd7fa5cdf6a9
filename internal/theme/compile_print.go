package theme

import (
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// escaperNames is what the names of the functions begin with that html/template puts at the end of pipelines.
const escaperNames = "_html_template_"

// print compiles an action that writes its value, through the escapers at its end.
func (s *scope) print(p *parse.PipeNode, dot reflect.Type) statement {
	cmds, escapers := escapersOf(p)
	e := s.pipeline(cmds, dot)
	if e.typ == nil || len(escapers) == 0 || !isPlain(e.typ) {
		s.no(reason(p))
		return nothing
	}
	do := printValue(e, escapers)
	switch {
	case len(escapers) > 1:
	case e.write != nil && escapers[0] == "htmlescaper":
		do = e.write
	case e.parts != nil && perLetter(escapers[0]):
		do = printParts(e.parts, escapers)
	}
	if do == nil {
		s.no(reason(p))
		return nothing
	}
	return do
}

// fixed gives what an action writes that writes the same whatever the view: a word without holes, an icon, the address of an asset.
func (s *scope) fixed(p *parse.PipeNode, dot reflect.Type) (written []byte, ok bool) {
	cmds, _ := escapersOf(p)
	if len(p.Decl) > 0 || len(cmds) != 1 || len(cmds[0].Args) != 2 {
		return nil, false
	}
	name, isCall := cmds[0].Args[0].(*parse.IdentifierNode)
	_, isText := cmds[0].Args[1].(*parse.StringNode)
	if !isCall || !isText || name.Ident != "t" && name.Ident != "icon" && name.Ident != "asset" {
		return nil, false
	}
	var r run
	s.print(p, dot)(&r, reflect.Value{})
	return r.out, true
}

// escapersOf parts the commands of a pipeline from the escapers that html/template has put at its end.
func escapersOf(p *parse.PipeNode) (cmds []*parse.CommandNode, escapers []string) {
	cmds = p.Cmds
	for len(cmds) > 1 {
		last := cmds[len(cmds)-1]
		name, ok := last.Args[0].(*parse.IdentifierNode)
		if !ok || len(last.Args) > 1 || !strings.HasPrefix(name.Ident, escaperNames) {
			break
		}
		escapers = append([]string{strings.TrimPrefix(name.Ident, escaperNames)}, escapers...)
		cmds = cmds[:len(cmds)-1]
	}
	return cmds, escapers
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
	var all []step
	var text []byte
	for _, p := range parts {
		var do statement
		switch {
		case p.arg == nil:
			text = escape(text, p.text)
			continue
		case p.arg.text != nil:
			do = printText(expression{typ: reflect.TypeFor[string](), text: p.arg.text}, escapers)
		default:
			do = printNumber(*p.arg, escapers)
		}
		all, text = append(all, step{text, do}), nil
	}
	return sequence(all, text)
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
