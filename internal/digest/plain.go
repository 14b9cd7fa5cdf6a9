package digest

import (
	"fmt"
	"reflect"
	"strings"
	"time"
)

// PlainError says which part of a type cannot be hashed, and why.
type PlainError struct {
	Type reflect.Type // the type that was looked at; nil for a bare nil
	Path string       // the way to the part, such as ".Cards[].Link"; "" for the type itself
	Why  string
}

func (e *PlainError) Error() string {
	return fmt.Sprintf("digest: %v%s: %s", e.Type, e.Path, e.Why)
}

// CheckPlain returns nil if every value of t can be hashed, which is the law for views; else a *PlainError that names the
// first part that cannot. It is stricter than Hasher.Of: an interface is refused, since the type does not say what it
// will hold.
func CheckPlain(t reflect.Type) error {
	c := checker{root: t, seen: map[reflect.Type]bool{}, strict: true}
	return c.check(t, "")
}

// checker walks a type once; a type that was met before is not walked again, so types may hold themselves.
type checker struct {
	root   reflect.Type
	seen   map[reflect.Type]bool
	strict bool // refuse interfaces too
}

func (c *checker) check(t reflect.Type, path string) error {
	if t == nil {
		return &PlainError{Why: "nil has no type"}
	}
	if c.seen[t] {
		return nil
	}
	c.seen[t] = true
	switch t.Kind() {
	case reflect.Bool, reflect.String, reflect.Float32, reflect.Float64,
		reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return nil
	case reflect.Slice, reflect.Array:
		return c.check(t.Elem(), path+"[]")
	case reflect.Pointer:
		return c.check(t.Elem(), path)
	case reflect.Map:
		if !keyPlain(t.Key()) {
			return c.refuse(path, "map keys must be strings, integers, bools or arrays of these, not "+t.Key().String())
		}
		return c.check(t.Elem(), path+"{}")
	case reflect.Struct:
		return c.checkStruct(t, path)
	case reflect.Interface:
		if c.strict {
			return c.refuse(path, "an interface ("+t.String()+") may hold anything")
		}
		return nil
	}
	return c.refuse(path, "a "+t.Kind().String()+" is not plain")
}

func (c *checker) checkStruct(t reflect.Type, path string) error {
	if t == reflect.TypeFor[time.Time]() {
		return c.refuse(path, "a time.Time has a clock and a zone inside; hold a finished text or numbers")
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if skipped(f) {
			continue
		}
		at := path + "." + f.Name
		// The exported fields of an embedded unexported struct are promoted, so it is as open as they are.
		if !f.IsExported() && !(f.Anonymous && f.Type.Kind() == reflect.Struct) {
			return c.refuse(at, "the field is not exported")
		}
		if err := c.check(f.Type, at); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) refuse(path, why string) error {
	return &PlainError{Type: c.root, Path: path, Why: why}
}

// skipped reports whether f is tagged as not belonging to the value.
func skipped(f reflect.StructField) bool { return f.Tag.Get("digest") == "-" }

// keyPlain reports whether values of t can be map keys: those whose equality is that of their bytes. Floats are out for
// NaN and the two zeros.
func keyPlain(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Bool,
		reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return true
	case reflect.Array:
		return keyPlain(t.Elem())
	}
	return false
}

// shape describes t so that types with different descriptions are different to a reader of their values: names with
// packages, kinds, field names and order. A type that was met before is written as its number, so types may hold themselves.
func shape(t reflect.Type) string {
	var b strings.Builder
	describe(&b, t, map[reflect.Type]int{})
	return b.String()
}

func describe(b *strings.Builder, t reflect.Type, seen map[reflect.Type]int) {
	if n, ok := seen[t]; ok {
		fmt.Fprintf(b, "#%d;", n)
		return
	}
	seen[t] = len(seen)
	if t.Name() != "" {
		fmt.Fprintf(b, "%q.%q ", t.PkgPath(), t.Name())
	}
	b.WriteString(t.Kind().String())
	switch t.Kind() {
	case reflect.Slice, reflect.Pointer:
		b.WriteByte(' ')
		describe(b, t.Elem(), seen)
	case reflect.Array:
		fmt.Fprintf(b, " %d ", t.Len())
		describe(b, t.Elem(), seen)
	case reflect.Map:
		b.WriteByte(' ')
		describe(b, t.Key(), seen)
		describe(b, t.Elem(), seen)
	case reflect.Struct:
		b.WriteByte('{')
		for i := range t.NumField() {
			if f := t.Field(i); !skipped(f) {
				fmt.Fprintf(b, "%q ", f.Name)
				describe(b, f.Type, seen)
			}
		}
		b.WriteByte('}')
	}
	b.WriteByte(';')
}
