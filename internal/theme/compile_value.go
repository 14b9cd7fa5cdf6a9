package theme

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// expression gives values of one type. Text, number and truth are set for the kinds that they are named after: most values are
// written or asked at once, and need no reflect.Value.
type expression struct {
	typ    reflect.Type
	value  func(r *run, dot reflect.Value) reflect.Value
	text   func(r *run, dot reflect.Value) string
	number func(r *run, dot reflect.Value) int64
	truth  func(r *run, dot reflect.Value) bool
	// constant is set for texts that stand in the template, parts for words with holes: both can be written without being put together.
	constant *string
	parts    []part
	// write is set for HTML that need not become a text before it is written.
	write statement
}

// part is a piece of a word: a text, or the argument that fills a hole.
type part struct {
	text string
	arg  *expression
}

// known refuses types whose values may be of other types, or none.
func (s *scope) known(t reflect.Type) reflect.Type {
	switch kind(t) {
	case reflect.Invalid:
		s.no("a value that is not there")
		return nil
	case reflect.Interface, reflect.Pointer, reflect.Chan, reflect.Func, reflect.UnsafePointer, reflect.Complex64, reflect.Complex128:
		s.no("type", t.String())
		return nil
	}
	return t
}

// of is the expression with the values of get.
func (s *scope) of(t reflect.Type, get func(r *run, dot reflect.Value) reflect.Value) expression {
	if s.known(t) == nil {
		return expression{}
	}
	e := expression{typ: t, value: get}
	switch k := t.Kind(); {
	case k == reflect.String:
		e.text = func(r *run, dot reflect.Value) string { return get(r, dot).String() }
	case k == reflect.Bool:
		e.truth = func(r *run, dot reflect.Value) bool { return get(r, dot).Bool() }
	case isInt(k):
		e.number = func(r *run, dot reflect.Value) int64 { return get(r, dot).Int() }
	}
	return e
}

func ofText[T ~string](get func(r *run, dot reflect.Value) T) expression {
	return expression{
		typ:   reflect.TypeFor[T](),
		value: func(r *run, dot reflect.Value) reflect.Value { return reflect.ValueOf(get(r, dot)) },
		text:  func(r *run, dot reflect.Value) string { return string(get(r, dot)) },
	}
}

func ofTruth(get func(r *run, dot reflect.Value) bool) expression {
	return expression{
		typ:   reflect.TypeFor[bool](),
		value: func(r *run, dot reflect.Value) reflect.Value { return reflect.ValueOf(get(r, dot)) },
		truth: get,
	}
}

func ofNumber(get func(r *run, dot reflect.Value) int64) expression {
	return expression{
		typ:    reflect.TypeFor[int](),
		value:  func(r *run, dot reflect.Value) reflect.Value { return reflect.ValueOf(int(get(r, dot))) },
		number: get,
	}
}

// pipeline compiles commands of which each gets the value of the one before it.
func (s *scope) pipeline(cmds []*parse.CommandNode, dot reflect.Type) (e expression) {
	for i, cmd := range cmds {
		name, isCall := cmd.Args[0].(*parse.IdentifierNode)
		switch {
		case isCall:
			args := make([]expression, 0, len(cmd.Args))
			for _, a := range cmd.Args[1:] {
				args = append(args, s.operand(a, dot))
			}
			if i > 0 {
				args = append(args, e)
			}
			e = s.function(name.Ident, args, cmd)
		case i > 0 || len(cmd.Args) > 1:
			s.no(reason(cmd))
			return expression{}
		default:
			e = s.operand(cmd.Args[0], dot)
		}
	}
	return e
}

// operand compiles one word of a command.
func (s *scope) operand(n parse.Node, dot reflect.Type) expression {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.of(dot, func(_ *run, dot reflect.Value) reflect.Value { return dot })
	case *parse.FieldNode:
		return s.fields(dot, n.Ident, nil)
	case *parse.VariableNode:
		v, _ := s.lookup(n.Ident[0])
		get := func(r *run, _ reflect.Value) reflect.Value { return r.vars[r.base+v.slot] }
		if len(n.Ident) == 1 {
			return s.of(v.typ, get)
		}
		return s.fields(v.typ, n.Ident[1:], get)
	case *parse.ChainNode:
		e := s.operand(n.Node, dot)
		return s.fields(e.typ, n.Field, e.value)
	case *parse.PipeNode:
		if len(n.Decl) == 0 {
			return s.pipeline(n.Cmds, dot)
		}
	case *parse.IdentifierNode:
		return s.function(n.Ident, nil, n)
	case *parse.StringNode:
		e := ofText(func(*run, reflect.Value) string { return n.Text })
		e.constant = &n.Text
		return e
	case *parse.BoolNode:
		return ofTruth(func(*run, reflect.Value) bool { return n.True })
	case *parse.NumberNode:
		if n.IsInt && strings.Trim(n.Text, "-0123456789") == "" && int64(int(n.Int64)) == n.Int64 {
			return ofNumber(func(*run, reflect.Value) int64 { return n.Int64 })
		}
	}
	s.no(reason(n))
	return expression{}
}

// fields compiles the way along names, from what from gives, or from dot. Embedded structs are stepped into.
func (s *scope) fields(t reflect.Type, names []string, from func(r *run, dot reflect.Value) reflect.Value) expression {
	var way []int
	for _, name := range names {
		if kind(t) != reflect.Struct {
			s.no("field", name)
			return expression{}
		}
		_, method := reflect.PointerTo(t).MethodByName(name)
		f, ok := t.FieldByName(name)
		if method || !ok || !f.IsExported() {
			s.no("field", name, "of", t.String())
			return expression{}
		}
		for _, i := range f.Index {
			if t.Kind() != reflect.Struct {
				s.no("field", name, "behind a pointer")
				return expression{}
			}
			way, t = append(way, i), t.Field(i).Type
		}
	}
	if from != nil {
		return s.of(t, func(r *run, dot reflect.Value) reflect.Value { return along(from(r, dot), way) })
	}
	e := s.of(t, func(_ *run, dot reflect.Value) reflect.Value { return along(dot, way) })
	if e.text != nil {
		e.text = func(_ *run, dot reflect.Value) string { return along(dot, way).String() }
	}
	return e
}

func along(v reflect.Value, way []int) reflect.Value {
	for _, i := range way {
		v = v.Field(i)
	}
	return v
}
