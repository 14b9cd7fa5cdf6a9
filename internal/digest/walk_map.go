package digest

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"slices"
	"unsafe"
)

// mapping writes the entries in the order of their keys' bytes.
func (e *encoder) mapping(p *part, from unsafe.Pointer) {
	v := reflect.NewAt(p.typ, from).Elem()
	if v.IsNil() {
		e.length(0)
		return
	}
	e.length(v.Len() + 1)
	if e.down() {
		if p.typ == reflect.TypeFor[map[string]string]() {
			e.texts(*(*map[string]string)(from))
		} else {
			e.entries(p, v)
		}
	}
	e.up()
}

// texts is the common case without an allocation.
func (e *encoder) texts(m map[string]string) {
	from := len(e.names)
	for k := range m {
		e.names = append(e.names, k)
	}
	slices.Sort(e.names[from:])
	for _, k := range e.names[from:] {
		e.text(k)
		e.text(m[k])
	}
	e.names = e.names[:from]
}

func (e *encoder) entries(p *part, v reflect.Value) {
	type entry struct {
		key   []byte
		value reflect.Value
	}
	entries := make([]entry, 0, v.Len())
	for i := v.MapRange(); i.Next(); {
		entries = append(entries, entry{appendKey(nil, i.Key()), i.Value()})
	}
	slices.SortFunc(entries, func(a, b entry) int { return bytes.Compare(a.key, b.key) })
	value := reflect.New(p.typ.Elem())
	for _, n := range entries {
		e.bytes(n.key)
		value.Elem().Set(n.value)
		if e.walk(*p.elem, value.UnsafePointer()); e.err != nil {
			return
		}
	}
}

// appendKey writes a map's key so that it tells where it ends; v is of a kind that keyPlain admits.
func appendKey(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		return append(b, v.String()...)
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Array:
		for i := range v.Len() {
			b = appendKey(b, v.Index(i))
		}
		return b
	}
	if v.CanInt() {
		return binary.LittleEndian.AppendUint64(b, uint64(v.Int()))
	}
	return binary.LittleEndian.AppendUint64(b, v.Uint())
}
