package theme

import (
	"html/template"
	"reflect"
	"strings"
	"text/template/parse"

	"guongsang/internal/digest"
)

// functions are what the theme gives its templates, besides those of the language. Fragment writes one behind what dst holds.
type functions struct {
	words    map[string]string
	asset    func(string) template.URL
	icon     func(string) template.HTML
	fragment func(dst []byte, key digest.Key) ([]byte, error)
}

// names gives them to html/template.
func (f functions) names() template.FuncMap {
	return template.FuncMap{
		"t":     func(word string, args ...any) string { return Fill(f.words[word], args...) },
		"asset": f.asset, "icon": f.icon,
		"fragment": func(key digest.Key) (template.HTML, error) {
			html, err := f.fragment(nil, key)
			return template.HTML(html), err
		},
	}
}

// call is a template with the type of its argument: what is compiled once.
type call struct {
	name string
	dot  reflect.Type
}

// compiler compiles one set.
type compiler struct {
	functions
	set     *template.Template
	bodies  map[call]*body
	refused string
}

// no refuses the set; the first reason is kept.
func (c *compiler) no(why ...string) {
	if c.refused == "" {
		c.refused = strings.Join(why, " ")
	}
}

// body is the compiled template. Templates may call themselves: then it is filled later.
func (c *compiler) body(of call) *body {
	if b, met := c.bodies[of]; met {
		return b
	}
	b := new(body)
	c.bodies[of] = b
	t := c.set.Lookup(of.name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		c.no("template", of.name) // one that is called within an attribute has another name, which html/template keeps to itself
		return b
	}
	s := &scope{compiler: c}
	s.declare("$", of.dot)
	b.write, b.slots = s.list(t.Tree.Root, of.dot), s.slots
	return b
}

// scope is where a template declares its variables. Every declaration has a place of its own.
type scope struct {
	*compiler
	vars  []variable
	slots int
}

type variable struct {
	name string
	slot int
	typ  reflect.Type
}

func (s *scope) declare(name string, t reflect.Type) (slot int) {
	s.vars = append(s.vars, variable{name, s.slots, t})
	s.slots++
	return s.slots - 1
}

// lookup finds the variable that a name stands for here: the innermost.
func (s *scope) lookup(name string) (variable, bool) {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return s.vars[i], true
		}
	}
	s.no("variable", name)
	return variable{}, false
}

// set compiles {{$x := …}} and {{$x = …}}. An assigned value must have the variable's type.
func (s *scope) set(p *parse.PipeNode, e expression) statement {
	if len(p.Decl) != 1 || e.typ == nil {
		s.no(reason(p))
		return nothing
	}
	name := p.Decl[0].Ident[0]
	var slot int
	if p.IsAssign {
		known, ok := s.lookup(name)
		if !ok || known.typ != e.typ {
			s.no(reason(p))
		}
		slot = known.slot
	} else {
		slot = s.declare(name, e.typ)
	}
	return func(r *run, dot reflect.Value) flow {
		value := e.value(r, dot)
		r.vars[r.base+slot] = value
		return onward
	}
}

// kind is the kind of a type, also where there is none because the compiler has said no.
func kind(t reflect.Type) reflect.Kind {
	if t == nil {
		return reflect.Invalid
	}
	return t.Kind()
}

// reason is a node as a reason for a no.
func reason(n parse.Node) string { return n.String() }
