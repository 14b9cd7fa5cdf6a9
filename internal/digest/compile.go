package digest

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"slices"
)

// writer feeds a value of the type that it was made for to an encoder.
type writer func(e *encoder, v reflect.Value)

// compiler makes the writers of one root type and all below it, each once.
type compiler map[reflect.Type]*writer

// writer is the writer of t, which is plain. A type inside itself gets a writer that looks the finished one up when it runs.
func (c compiler) writer(t reflect.Type) writer {
	w, met := c[t]
	if !met {
		w = new(writer)
		c[t] = w
		*w = c.build(t)
	}
	if *w == nil {
		return func(e *encoder, v reflect.Value) { (*w)(e, v) }
	}
	return *w
}

func (c compiler) build(t reflect.Type) writer {
	switch t.Kind() {
	case reflect.Bool:
		return writeBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return writeInt
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return writeUint
	case reflect.Float32, reflect.Float64:
		return writeFloat
	case reflect.Slice:
		return c.slice(t)
	case reflect.Array:
		return c.array(t)
	case reflect.Map:
		return c.mapping(t)
	case reflect.Pointer:
		return c.pointer(t)
	case reflect.Struct:
		return c.structure(t)
	case reflect.Interface:
		return writeInterface
	}
	return writeString // the checker has let nothing else through
}

func (c compiler) structure(t reflect.Type) writer {
	type field struct {
		index int
		write writer
	}
	var fields []field
	for i := range t.NumField() {
		if f := t.Field(i); !skipped(f) {
			fields = append(fields, field{i, c.writer(f.Type)})
		}
	}
	return func(e *encoder, v reflect.Value) {
		for i := range fields {
			fields[i].write(e, v.Field(fields[i].index))
		}
	}
}

func (c compiler) pointer(t reflect.Type) writer {
	elem := c.writer(t.Elem())
	return func(e *encoder, v reflect.Value) {
		e.bool(!v.IsNil())
		if !v.IsNil() && e.down() {
			elem(e, v.Elem())
		}
		if !v.IsNil() {
			e.up()
		}
	}
}

// slice writes 0 for nil, else the length and one: a template can tell nil from empty, so a Key must.
func (c compiler) slice(t reflect.Type) writer {
	if t.Elem().Kind() == reflect.Uint8 {
		return func(e *encoder, v reflect.Value) {
			if v.IsNil() {
				e.length(0)
				return
			}
			e.length(v.Len() + 1)
			e.bytes(v.Bytes())
		}
	}
	elem := c.writer(t.Elem())
	return func(e *encoder, v reflect.Value) {
		if v.IsNil() {
			e.length(0)
			return
		}
		e.length(v.Len() + 1)
		writeAll(e, v, elem)
	}
}

// array writes no length, for the shape has it.
func (c compiler) array(t reflect.Type) writer {
	elem := c.writer(t.Elem())
	if t.Elem().Kind() == reflect.Uint8 {
		return func(e *encoder, v reflect.Value) {
			if v.CanAddr() {
				e.bytes(v.Bytes())
				return
			}
			for i := range v.Len() {
				e.number8(byte(v.Index(i).Uint()))
			}
		}
	}
	return func(e *encoder, v reflect.Value) { writeAll(e, v, elem) }
}

func writeAll(e *encoder, v reflect.Value, elem writer) {
	if e.down() {
		for i := range v.Len() {
			elem(e, v.Index(i))
			if e.err != nil {
				break
			}
		}
	}
	e.up()
}

// mapping writes the entries in the order of their keys' bytes.
func (c compiler) mapping(t reflect.Type) writer {
	elem := c.writer(t.Elem())
	texts := t == reflect.TypeFor[map[string]string]()
	return func(e *encoder, v reflect.Value) {
		if v.IsNil() {
			e.length(0)
			return
		}
		e.length(v.Len() + 1)
		if !e.down() {
			e.up()
			return
		}
		if texts {
			writeTexts(e, v.Interface().(map[string]string))
		} else {
			writeEntries(e, v, elem)
		}
		e.up()
	}
}

// writeTexts is the common case without an allocation.
func writeTexts(e *encoder, m map[string]string) {
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

func writeEntries(e *encoder, v reflect.Value, elem writer) {
	type entry struct {
		key   []byte
		value reflect.Value
	}
	entries := make([]entry, 0, v.Len())
	for i := v.MapRange(); i.Next(); {
		entries = append(entries, entry{appendKey(nil, i.Key()), i.Value()})
	}
	slices.SortFunc(entries, func(a, b entry) int { return bytes.Compare(a.key, b.key) })
	for _, n := range entries {
		e.bytes(n.key)
		elem(e, n.value)
		if e.err != nil {
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
