package theme

import (
	"cmp"
	"reflect"
	"slices"
	"text/template/parse"
)

// loop compiles {{range}} over lists, maps and numbers. Neither of its variables exists in {{else}}, where html/template gives them
// the list: the compiler says no there.
func (s *scope) loop(n *parse.RangeNode, dot reflect.Type) statement {
	over := s.pipeline(n.Pipe.Cmds, dot)
	otherwise := s.list(n.ElseList, dot)
	key, elem := s.parts(over.typ)
	if key == nil || elem == nil || n.Pipe.IsAssign || len(n.Pipe.Decl) > 2 || len(n.Pipe.Decl) > 1 && isNumber(over.typ) {
		s.no(reason(n.Pipe))
		return nothing
	}
	keySlot, elemSlot := -1, -1
	switch len(n.Pipe.Decl) {
	case 1:
		elemSlot = s.declare(n.Pipe.Decl[0].Ident[0], elem)
	case 2:
		keySlot = s.declare(n.Pipe.Decl[0].Ident[0], key)
		elemSlot = s.declare(n.Pipe.Decl[1].Ident[0], elem)
	}
	do := s.list(n.List, elem)
	once := func(r *run, key, elem reflect.Value) flow {
		if keySlot >= 0 {
			r.vars[r.base+keySlot] = key
		}
		if elemSlot >= 0 {
			r.vars[r.base+elemSlot] = elem
		}
		return do(r, elem)
	}
	switch over.typ.Kind() {
	case reflect.Slice, reflect.Array:
		return list(over, keySlot >= 0, once, otherwise)
	case reflect.Map:
		return entries(over, once, otherwise)
	}
	return numbers(over, once, otherwise)
}

// iteration executes the body of a loop once.
type iteration func(r *run, key, elem reflect.Value) flow

// parts are the types of what a loop over t gives.
func (s *scope) parts(t reflect.Type) (key, elem reflect.Type) {
	switch kind(t) {
	case reflect.Slice, reflect.Array:
		return reflect.TypeFor[int](), s.known(t.Elem())
	case reflect.Map:
		if t.Key().Kind() == reflect.String || isNumber(t.Key()) {
			return t.Key(), s.known(t.Elem())
		}
	}
	if isNumber(t) {
		return t, t
	}
	return nil, nil
}

func isNumber(t reflect.Type) bool { return isInt(kind(t)) || isUint(kind(t)) }

func list(over expression, keyed bool, once iteration, otherwise statement) statement {
	return func(r *run, dot reflect.Value) flow {
		v := over.value(r, dot)
		n := v.Len()
		if n == 0 {
			return otherwise(r, dot)
		}
		for i := range n {
			var key reflect.Value
			if keyed {
				key = reflect.ValueOf(i)
			}
			if once(r, key, v.Index(i)) == breaks || r.failed {
				break
			}
		}
		return onward
	}
}

func entries(over expression, once iteration, otherwise statement) statement {
	key := over.typ.Key()
	compare := func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) }
	switch {
	case isInt(key.Kind()):
		compare = func(a, b reflect.Value) int { return cmp.Compare(a.Int(), b.Int()) }
	case isUint(key.Kind()):
		compare = func(a, b reflect.Value) int { return cmp.Compare(a.Uint(), b.Uint()) }
	}
	return func(r *run, dot reflect.Value) flow {
		v := over.value(r, dot)
		if v.Len() == 0 {
			return otherwise(r, dot)
		}
		keys := v.MapKeys()
		slices.SortFunc(keys, compare)
		for _, k := range keys {
			if once(r, k, v.MapIndex(k)) == breaks || r.failed {
				break
			}
		}
		return onward
	}
}

func numbers(over expression, once iteration, otherwise statement) statement {
	return func(r *run, dot reflect.Value) flow {
		run := false
		for i := range over.value(r, dot).Seq() {
			run = true
			if once(r, i, i) == breaks || r.failed {
				break
			}
		}
		if !run {
			return otherwise(r, dot)
		}
		return onward
	}
}
