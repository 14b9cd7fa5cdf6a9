package theme

import "reflect"

// choice compiles and, or as values: the first argument that decides, or the last. All must be of one type.
func (s *scope) choice(or bool, args []expression) expression {
	if len(args) == 0 {
		return expression{}
	}
	for _, a := range args {
		if a.typ != args[0].typ {
			return expression{}
		}
	}
	isTrue := trueValue(args[0].typ)
	return s.of(args[0].typ, func(r *run, dot reflect.Value) (v reflect.Value) {
		for _, a := range args {
			if v = a.value(r, dot); isTrue(v) == or {
				break
			}
		}
		return v
	})
}

func length(args []expression) expression {
	if len(args) != 1 {
		return expression{}
	}
	arg := args[0]
	switch arg.typ.Kind() {
	case reflect.Array, reflect.Slice, reflect.Map, reflect.String:
		return ofNumber(func(r *run, dot reflect.Value) int64 { return int64(arg.value(r, dot).Len()) })
	}
	return expression{}
}

// index compiles the way into lists and maps. A list that is too short fails; a key that is missing gives an empty value.
func (s *scope) index(args []expression) expression {
	if len(args) < 2 {
		return expression{}
	}
	item, at := args[0], args[1]
	switch item.typ.Kind() {
	case reflect.Array, reflect.Slice:
		if at.number == nil {
			return expression{}
		}
		elem := item.typ.Elem()
		item = s.of(elem, func(r *run, dot reflect.Value) reflect.Value {
			v, i := args[0].value(r, dot), at.number(r, dot)
			if i < 0 || i >= int64(v.Len()) {
				r.failed = true
				return reflect.Zero(elem)
			}
			return v.Index(int(i))
		})
	case reflect.Map:
		if at.typ != item.typ.Key() {
			return expression{}
		}
		elem := item.typ.Elem()
		item = s.of(elem, func(r *run, dot reflect.Value) reflect.Value {
			if v := args[0].value(r, dot).MapIndex(at.value(r, dot)); v.IsValid() {
				return v
			}
			return reflect.Zero(elem)
		})
	default:
		return expression{}
	}
	if len(args) > 2 && item.typ != nil {
		return s.index(append([]expression{item}, args[2:]...))
	}
	return item
}
