package digest

import "reflect"

// program says how the values of one type are fed to an encoder: their parts in order. Structs and arrays within a value lie in it, so
// the fields of inner structs are parts of the outer one.
type program []part

// part is one part of a value. Offset is its place in the value.
type part struct {
	kind   reflect.Kind
	offset uintptr
	typ    reflect.Type
	// elem is the program of what a slice, array, map or pointer leads to; size is how much memory one of them takes, and count how
	// many an array has.
	elem  *program
	size  uintptr
	count int
	// bytes says that the elements are bytes, which are fed as they lie.
	bytes bool
}

// compiler makes the programs of one root type and all below it, each once.
type compiler map[reflect.Type]*program

// program is the program of t, which is plain. That of a type inside itself is filled after it is first used.
func (c compiler) program(t reflect.Type) *program {
	p, met := c[t]
	if !met {
		p = new(program)
		c[t] = p
		*p = c.add(nil, t, 0)
	}
	return p
}

// add adds the parts of a value of type t that lies at offset.
func (c compiler) add(to program, t reflect.Type, offset uintptr) program {
	if t.Kind() == reflect.Struct {
		for i := range t.NumField() {
			if f := t.Field(i); !skipped(f) {
				to = c.add(to, f.Type, offset+f.Offset)
			}
		}
		return to
	}
	p := part{kind: t.Kind(), offset: offset, typ: t}
	switch t.Kind() {
	case reflect.Array:
		p.count = t.Len()
		fallthrough
	case reflect.Slice, reflect.Map, reflect.Pointer:
		p.elem, p.size, p.bytes = c.program(t.Elem()), t.Elem().Size(), t.Elem().Kind() == reflect.Uint8
	}
	return append(to, p)
}
