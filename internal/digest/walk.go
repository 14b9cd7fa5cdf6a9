package digest

import (
	"math"
	"reflect"
	"unsafe"
)

// Values are walked by the addresses of their parts, since a reflect.Value for each of them took more time than all the rest. It is
// right as long as three things hold:
//
//   - at points to a value of the very type that the program was made for: whoever begins a walk has both from one reflect.Value, and
//     the compiler takes the offsets and sizes from that type;
//   - what is read is of the kind that the part says: a named type lies as that which it is made of, and every slice as a []byte, whose
//     length then counts elements and not bytes;
//   - nothing is written, and no address outlives the walk, during which the caller holds the value.

// walk feeds the value at an address. It stops at the first error.
func (e *encoder) walk(parts program, at unsafe.Pointer) {
	for i := range parts {
		p := &parts[i]
		from := unsafe.Add(at, p.offset)
		switch p.kind {
		case reflect.String:
			e.text(*(*string)(from))
		case reflect.Bool:
			e.bool(*(*bool)(from))
		case reflect.Int:
			e.number(uint64(*(*int)(from)))
		case reflect.Slice:
			e.slice(p, *(*[]byte)(from))
		case reflect.Array:
			e.array(p, from)
		case reflect.Pointer:
			e.pointer(p, *(*unsafe.Pointer)(from))
		case reflect.Map:
			e.mapping(p, from)
		case reflect.Interface:
			e.any(reflect.NewAt(p.typ, from).Elem())
		default:
			e.number(number(p.kind, from))
		}
		if e.err != nil {
			return
		}
	}
}

// number reads a number of a kind that is rare in views.
func number(kind reflect.Kind, from unsafe.Pointer) uint64 {
	switch kind {
	case reflect.Int8:
		return uint64(*(*int8)(from))
	case reflect.Int16:
		return uint64(*(*int16)(from))
	case reflect.Int32:
		return uint64(*(*int32)(from))
	case reflect.Int64:
		return uint64(*(*int64)(from))
	case reflect.Uint:
		return uint64(*(*uint)(from))
	case reflect.Uint8:
		return uint64(*(*uint8)(from))
	case reflect.Uint16:
		return uint64(*(*uint16)(from))
	case reflect.Uint32:
		return uint64(*(*uint32)(from))
	case reflect.Float32:
		return math.Float64bits(float64(*(*float32)(from)))
	case reflect.Float64:
		return math.Float64bits(*(*float64)(from))
	}
	return *(*uint64)(from) // the checker has let nothing else through
}

// slice writes 0 for nil, else the length and one: a template can tell nil from empty, so a Key must. Elements has the slice's address
// and length, whatever its elements are.
func (e *encoder) slice(p *part, elements []byte) {
	if elements == nil {
		e.length(0)
		return
	}
	e.length(len(elements) + 1)
	if p.bytes {
		e.bytes(elements)
		return
	}
	e.elements(p, unsafe.Pointer(unsafe.SliceData(elements)), len(elements))
}

// array writes no length, for the shape has it.
func (e *encoder) array(p *part, from unsafe.Pointer) {
	if p.bytes {
		e.bytes(unsafe.Slice((*byte)(from), p.count))
		return
	}
	e.elements(p, from, p.count)
}

func (e *encoder) elements(p *part, from unsafe.Pointer, n int) {
	if e.down() {
		for i := 0; i < n && e.err == nil; i++ {
			e.walk(*p.elem, unsafe.Add(from, uintptr(i)*p.size))
		}
	}
	e.up()
}

func (e *encoder) pointer(p *part, to unsafe.Pointer) {
	e.bool(to != nil)
	if to == nil {
		return
	}
	if e.down() {
		e.walk(*p.elem, to)
	}
	e.up()
}

// any writes what an interface holds, and its shape before it, for the shape of the whole does not know it.
func (e *encoder) any(v reflect.Value) {
	e.bool(!v.IsNil())
	if v.IsNil() {
		return
	}
	r := e.hasher.root(v.Elem().Type())
	if r.err != nil {
		e.err = r.err
		return
	}
	e.bytes(r.print[:])
	if e.down() {
		e.copied(r, v.Elem())
	}
	e.up()
}

// copied walks a value that has no address: a copy of it, in memory that is used again.
func (e *encoder) copied(r *root, v reflect.Value) {
	box := r.boxes.Get()
	if box == nil {
		box = reflect.New(r.typ).Interface()
	}
	to := reflect.ValueOf(box)
	to.Elem().Set(v)
	e.walk(r.program, to.UnsafePointer())
	to.Elem().SetZero() // the pool must not keep what the value leads to alive
	r.boxes.Put(box)
}
