package theme

import (
	"errors"
	"html/template"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"

	"github.com/jba/templatecheck"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// base is the template around all pages.
const base = "base.html"

// standalone says that a page does not lie in base: it brings its whole document.
func standalone(text string) bool {
	return strings.HasPrefix(strings.TrimSpace(strings.ToLower(text)), "<!doctype")
}

// readTemplates parses and checks the templates.
func (l *loader) readTemplates() {
	f := l.functions()
	var parts []*source
	for _, name := range l.list("templates/parts") {
		data, place, _ := l.file(name)
		parts = append(parts, newSource(strings.TrimPrefix(name, "templates/"), place, string(data), f))
	}
	for _, s := range parts {
		l.checkNames(s)
	}
	baseSource, haveBase := l.template(base, f)
	for _, name := range sortedNames(l.o.Pages) {
		s, ok := l.template(name, f)
		if !ok || !haveBase {
			continue
		}
		sources := append(slices.Clone(parts), s)
		root := name
		if !standalone(s.text) {
			sources = append(slices.Clone(parts), baseSource, s)
			root = base
		}
		l.theme.pages[name] = l.form(root, sources, l.o.Pages[name], f)
	}
	for _, name := range sortedNames(l.o.Fragments) {
		if s, ok := l.template(name, f); ok {
			l.theme.fragments[name] = l.form(name, append(slices.Clone(parts), s), l.o.Fragments[name], f)
		}
	}
}

func (l *loader) template(name string, f functions) (*source, bool) {
	data, place, ok := l.file("templates/" + name)
	if !ok {
		l.say(diag.At(diag.Place{File: place}, diag.MissingTemplate, name))
	}
	s := newSource(name, place, string(data), f)
	l.checkNames(s)
	return s, ok
}

// form checks the template of sources as it was written, so that lines are right, and gives what compiles it minified; nil where
// something is wrong. A template that minifying breaks is used as it was written.
func (l *loader) form(root string, sources []*source, view any, f functions) func() *form {
	written, err := join(root, sources, f, asWritten)
	if err != nil {
		l.sayTemplate(err, sources)
		return nil
	}
	if !l.check(written, sources, view) {
		return nil
	}
	return sync.OnceValue(func() *form {
		set, err := join(root, sources, f, asMinified)
		if err != nil {
			set, _ = join(root, sources, f, asWritten)
		}
		return newForm(set, view, f)
	})
}

// functions are the functions that the theme gives its templates. They keep nothing of the loader alive.
func (l *loader) functions() functions {
	addresses := make(map[string]template.URL, len(l.published))
	for name, published := range l.published {
		addresses[name] = template.URL(l.o.AssetFolder + published)
	}
	icons := l.icons
	return functions{
		words:    l.theme.words,
		asset:    func(name string) template.URL { return addresses[name] },
		icon:     func(name string) template.HTML { return icons[name] },
		fragment: l.theme.store.append,
	}
}

// check holds a page's or fragment's template against the type of its view.
func (l *loader) check(set *template.Template, sources []*source, view any) bool {
	err := templatecheck.CheckHTML(set, view)
	if err == nil {
		err = escape(set, view)
	}
	if err != nil {
		l.sayTemplate(err, sources)
	}
	return err == nil
}

// escape lets html/template look at the places that values are written to, which it does when a template is first executed: an
// attribute that one branch leaves open is an error. What else goes wrong with an empty view says nothing.
func escape(set *template.Template, view any) error {
	var wrong *template.Error
	if err := set.Execute(io.Discard, view); errors.As(err, &wrong) {
		return wrong
	}
	return nil
}

// checkNames holds the calls of t, asset and icon with a fixed name against the words, assets and icons that there are.
func (l *loader) checkNames(s *source) {
	parsed, err := s.written()
	if err != nil {
		return // form says it
	}
	for _, t := range parsed.Templates() {
		if t.Tree != nil {
			l.checkCalls(t.Tree, s)
		}
	}
}

func (l *loader) checkCalls(tree *parse.Tree, s *source) {
	walk(tree.Root, func(n parse.Node) {
		c, isCommand := n.(*parse.CommandNode)
		if !isCommand || len(c.Args) < 2 {
			return
		}
		f, ok := c.Args[0].(*parse.IdentifierNode)
		name, isText := c.Args[1].(*parse.StringNode)
		if !ok || !isText {
			return
		}
		place, _ := tree.ErrorContext(c)
		at := l.placeOf(place, []*source{s})
		switch f.Ident {
		case "t":
			l.needWord(name.Text, at)
		case "asset":
			if _, ok := l.published[name.Text]; !ok {
				l.say(diag.At(at, diag.BadTemplate, `asset "`+name.Text+`"`).Meant(viet.Nearest(name.Text, sortedNames(l.published))))
			}
		case "icon":
			if _, ok := l.icons[name.Text]; !ok {
				l.say(diag.At(at, diag.BadTemplate, `icon "`+name.Text+`"`).Meant(viet.Nearest(name.Text, sortedNames(l.icons))))
			}
		}
	})
}

// walk visits every command of a template and every call of another one.
func walk(n parse.Node, visit func(parse.Node)) {
	list := func(l *parse.ListNode) {
		if l != nil {
			for _, c := range l.Nodes {
				walk(c, visit)
			}
		}
	}
	pipe := func(p *parse.PipeNode) {
		if p != nil {
			walk(p, visit)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		list(n)
	case *parse.ActionNode:
		pipe(n.Pipe)
	case *parse.PipeNode:
		for _, c := range n.Cmds {
			visit(c)
			for _, a := range c.Args {
				if p, ok := a.(*parse.PipeNode); ok {
					pipe(p)
				}
			}
		}
	case *parse.IfNode:
		pipe(n.Pipe)
		list(n.List)
		list(n.ElseList)
	case *parse.RangeNode:
		pipe(n.Pipe)
		list(n.List)
		list(n.ElseList)
	case *parse.WithNode:
		pipe(n.Pipe)
		list(n.List)
		list(n.ElseList)
	case *parse.TemplateNode:
		visit(n)
		pipe(n.Pipe)
	}
}

// where finds "name:line:column" or "name:line" in a message of the template packages.
var where = regexp.MustCompile(`([\w./-]+\.html):(\d+)(?::(\d+))?:? ?`)

// sayTemplate turns an error of the template packages into a problem with its place.
func (l *loader) sayTemplate(err error, sources []*source) {
	text := firstLine(err.Error())
	at := diag.Place{File: sources[len(sources)-1].place}
	if found := where.FindStringSubmatchIndex(text); found != nil {
		at = l.placeOf(strings.TrimSuffix(text[found[0]:found[1]], ": "), sources)
		text = text[found[1]:]
	}
	text = strings.TrimPrefix(strings.TrimPrefix(text, "executing "), "template: ")
	l.say(diag.At(at, diag.BadTemplate, strings.TrimSpace(text)))
}

// placeOf turns "parts/pager.html:3:7" into the place in the author's file. Columns of the template packages count bytes from 0.
func (l *loader) placeOf(text string, sources []*source) diag.Place {
	parts := strings.Split(strings.TrimSuffix(text, ":"), ":")
	p := diag.Place{File: path.Join(l.o.Layers[0].Name, "templates", parts[0])}
	for _, s := range sources {
		if s.name == parts[0] {
			p.File = s.place
		}
	}
	if len(parts) > 1 {
		p.Line, _ = strconv.Atoi(parts[1])
	}
	if len(parts) > 2 {
		if column, err := strconv.Atoi(parts[2]); err == nil {
			p.Column = column + 1
		}
	}
	return p
}

func sortedNames[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
