package theme

import (
	"reflect"
	"text/template/parse"
)

// statement writes something. Where it is not a break or a continue, execution goes on behind it.
type statement func(r *run, dot reflect.Value) flow

type flow int8

const (
	onward flow = iota
	breaks
	continues
)

// list compiles what stands one after the other. Variables that it declares end with it.
func (s *scope) list(l *parse.ListNode, dot reflect.Type) statement {
	if l == nil {
		return nothing
	}
	known := len(s.vars)
	var all []step
	var text []byte
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			text = append(text, n.Text...)
			continue
		case *parse.CommentNode:
			continue
		case *parse.ActionNode:
			if written, ok := s.fixed(n.Pipe, dot); ok {
				text = append(text, written...)
				continue
			}
		}
		all, text = append(all, step{text, s.statement(n, dot)}), nil
	}
	s.vars = s.vars[:known]
	return sequence(all, text)
}

func nothing(*run, reflect.Value) flow { return onward }

func write(text []byte) statement {
	return func(r *run, _ reflect.Value) flow {
		r.out = append(r.out, text...)
		return onward
	}
}

// step is a statement and the text that stands before it.
type step struct {
	text []byte
	do   statement
}

// sequence executes steps until one leads elsewhere or fails, and then writes what stands behind them.
func sequence(all []step, behind []byte) statement {
	switch {
	case len(all) == 0 && len(behind) == 0:
		return nothing
	case len(all) == 0:
		return write(behind)
	case len(all) == 1 && len(all[0].text) == 0 && len(behind) == 0:
		return all[0].do
	}
	return func(r *run, dot reflect.Value) flow {
		for i := range all {
			r.out = append(r.out, all[i].text...)
			if f := all[i].do(r, dot); f != onward || r.failed {
				return f
			}
		}
		r.out = append(r.out, behind...)
		return onward
	}
}

func (s *scope) statement(n parse.Node, dot reflect.Type) statement {
	known := len(s.vars)
	switch n := n.(type) {
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return s.set(n.Pipe, s.pipeline(n.Pipe.Cmds, dot))
		}
		return s.print(n.Pipe, dot)
	case *parse.IfNode:
		defer func() { s.vars = s.vars[:known] }()
		return s.branch(n, dot)
	case *parse.WithNode:
		defer func() { s.vars = s.vars[:known] }()
		return s.with(n, dot)
	case *parse.RangeNode:
		defer func() { s.vars = s.vars[:known] }()
		return s.loop(n, dot)
	case *parse.TemplateNode:
		return s.template(n, dot)
	case *parse.BreakNode:
		return func(*run, reflect.Value) flow { return breaks }
	case *parse.ContinueNode:
		return func(*run, reflect.Value) flow { return continues }
	}
	s.no(reason(n))
	return nothing
}

func (s *scope) branch(n *parse.IfNode, dot reflect.Type) statement {
	if len(n.Pipe.Decl) > 0 {
		e := s.pipeline(n.Pipe.Cmds, dot)
		set, truth := s.set(n.Pipe, e), s.truth(e)
		yes, no := s.list(n.List, dot), s.list(n.ElseList, dot)
		return func(r *run, v reflect.Value) flow {
			set(r, v)
			if truth(r, v) {
				return yes(r, v)
			}
			return no(r, v)
		}
	}
	holds := s.condition(n.Pipe, dot)
	yes, no := s.list(n.List, dot), s.list(n.ElseList, dot)
	return func(r *run, v reflect.Value) flow {
		if holds(r, v) {
			return yes(r, v)
		}
		return no(r, v)
	}
}

func (s *scope) with(n *parse.WithNode, dot reflect.Type) statement {
	e := s.pipeline(n.Pipe.Cmds, dot)
	isTrue := trueValue(s.known(e.typ))
	slot := -1
	if len(n.Pipe.Decl) == 1 && !n.Pipe.IsAssign && e.typ != nil {
		slot = s.declare(n.Pipe.Decl[0].Ident[0], e.typ)
	} else if len(n.Pipe.Decl) > 0 {
		s.no(reason(n.Pipe))
	}
	yes, no := s.list(n.List, e.typ), s.list(n.ElseList, dot)
	return func(r *run, v reflect.Value) flow {
		value := e.value(r, v)
		if slot >= 0 {
			r.vars[r.base+slot] = value
		}
		if isTrue(value) {
			return yes(r, value)
		}
		return no(r, v)
	}
}

func (s *scope) template(n *parse.TemplateNode, dot reflect.Type) statement {
	if n.Pipe == nil {
		b := s.body(call{n.Name, nil})
		return func(r *run, _ reflect.Value) flow { b.call(r, reflect.Value{}); return onward }
	}
	if len(n.Pipe.Decl) > 0 {
		s.no(reason(n.Pipe))
	}
	e := s.pipeline(n.Pipe.Cmds, dot)
	if e.typ == nil {
		return nothing
	}
	b := s.body(call{n.Name, e.typ})
	return func(r *run, v reflect.Value) flow { b.call(r, e.value(r, v)); return onward }
}
