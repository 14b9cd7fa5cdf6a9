package theme

import (
	"cmp"
	"reflect"
	"text/template/parse"
)

// condition compiles a pipeline of which only the truth is asked: and, or may have arguments of several types there.
func (s *scope) condition(p *parse.PipeNode, dot reflect.Type) func(r *run, dot reflect.Value) bool {
	if len(p.Decl) > 0 {
		s.no(reason(p))
	}
	if len(p.Cmds) == 1 {
		args := p.Cmds[0].Args
		name, isCall := args[0].(*parse.IdentifierNode)
		if isCall && len(args) > 1 && (name.Ident == "and" || name.Ident == "or") {
			or := name.Ident == "or"
			var all []func(*run, reflect.Value) bool
			for _, a := range args[1:] {
				if inner, ok := a.(*parse.PipeNode); ok {
					all = append(all, s.condition(inner, dot))
				} else {
					all = append(all, s.truth(s.operand(a, dot)))
				}
			}
			return func(r *run, dot reflect.Value) bool {
				for _, holds := range all {
					if holds(r, dot) == or {
						return or
					}
				}
				return !or
			}
		}
	}
	return s.truth(s.pipeline(p.Cmds, dot))
}

// truth asks whether a value is none of those that templates take for false.
func (s *scope) truth(e expression) func(r *run, dot reflect.Value) bool {
	switch {
	case e.truth != nil:
		return e.truth
	case e.text != nil:
		return func(r *run, dot reflect.Value) bool { return e.text(r, dot) != "" }
	case e.number != nil:
		return func(r *run, dot reflect.Value) bool { return e.number(r, dot) != 0 }
	case e.typ == nil:
		s.no("a condition without a value")
		return func(*run, reflect.Value) bool { return false }
	}
	isTrue := trueValue(e.typ)
	return func(r *run, dot reflect.Value) bool { return isTrue(e.value(r, dot)) }
}

// trueValue is truth for a type that known lets through.
func trueValue(t reflect.Type) func(reflect.Value) bool {
	switch kind(t) {
	case reflect.Array, reflect.Slice, reflect.Map, reflect.String:
		return func(v reflect.Value) bool { return v.Len() > 0 }
	case reflect.Struct:
		return func(reflect.Value) bool { return true }
	case reflect.Float32, reflect.Float64:
		return func(v reflect.Value) bool { return v.Float() != 0 } // IsZero tells -0 from 0
	}
	return func(v reflect.Value) bool { return !v.IsZero() }
}

// comparison compiles eq and its like for texts, whole numbers and, where only equality is asked, truths.
func (s *scope) comparison(name string, args []expression) expression {
	if len(args) < 2 || name != "eq" && len(args) > 2 {
		return expression{}
	}
	var all []func(r *run, dot reflect.Value) int
	for _, a := range args[1:] {
		order := comparing(args[0], a)
		if order == nil || args[0].truth != nil && name != "eq" && name != "ne" {
			return expression{}
		}
		all = append(all, order)
	}
	first := all[0]
	holds := func(order int) bool { return order == 0 }
	switch name {
	case "eq":
		return ofTruth(func(r *run, dot reflect.Value) bool {
			for _, order := range all {
				if order(r, dot) == 0 {
					return true
				}
			}
			return false
		})
	case "ne":
		holds = func(order int) bool { return order != 0 }
	case "lt":
		holds = func(order int) bool { return order < 0 }
	case "le":
		holds = func(order int) bool { return order <= 0 }
	case "gt":
		holds = func(order int) bool { return order > 0 }
	case "ge":
		holds = func(order int) bool { return order >= 0 }
	}
	return ofTruth(func(r *run, dot reflect.Value) bool { return holds(first(r, dot)) })
}

// comparing gives the order of two values, or nothing where they have none. Numbers with and without a sign may be mixed.
func comparing(a, b expression) func(r *run, dot reflect.Value) int {
	unsigned := func(e expression) func(*run, reflect.Value) uint64 {
		return func(r *run, dot reflect.Value) uint64 { return e.value(r, dot).Uint() }
	}
	switch {
	case a.text != nil && b.text != nil:
		return func(r *run, dot reflect.Value) int { return cmp.Compare(a.text(r, dot), b.text(r, dot)) }
	case a.number != nil && b.number != nil:
		return func(r *run, dot reflect.Value) int { return cmp.Compare(a.number(r, dot), b.number(r, dot)) }
	case a.truth != nil && b.truth != nil:
		return func(r *run, dot reflect.Value) int {
			if a.truth(r, dot) == b.truth(r, dot) {
				return 0
			}
			return 1
		}
	case isUint(a.typ.Kind()) && isUint(b.typ.Kind()):
		x, y := unsigned(a), unsigned(b)
		return func(r *run, dot reflect.Value) int { return cmp.Compare(x(r, dot), y(r, dot)) }
	case a.number != nil && isUint(b.typ.Kind()):
		return mixed(a.number, unsigned(b))
	case isUint(a.typ.Kind()) && b.number != nil:
		order := mixed(b.number, unsigned(a))
		return func(r *run, dot reflect.Value) int { return -order(r, dot) }
	}
	return nil
}

func mixed(a func(*run, reflect.Value) int64, b func(*run, reflect.Value) uint64) func(r *run, dot reflect.Value) int {
	return func(r *run, dot reflect.Value) int {
		x, y := a(r, dot), b(r, dot)
		if x < 0 {
			return -1
		}
		return cmp.Compare(uint64(x), y)
	}
}

func isInt(k reflect.Kind) bool { return reflect.Int <= k && k <= reflect.Int64 }

func isUint(k reflect.Kind) bool { return reflect.Uint <= k && k <= reflect.Uint64 }
