package digest

import (
	"encoding/binary"
	"errors"
	"reflect"
	"sync"

	"github.com/zeebo/xxh3"
)

// ErrDeep says that a value holds itself, or is nested as deeply as if it did.
var ErrDeep = errors.New("digest: the value is nested more than 1000 levels deep")

const (
	maxDepth = 1000    // pointers, slices, arrays, maps and interfaces inside each other
	chunk    = 8 << 10 // bytes collected before they are hashed
)

// Hasher makes Keys of plain values. It learns each type once and is the quicker for being kept. The zero Hasher is
// ready; it is safe for all goroutines and must not be copied after its first use.
type Hasher struct {
	roots    sync.Map  // reflect.Type -> *root
	encoders sync.Pool // *encoder
}

// root is what is known of a type that stood at the top of a value or inside an interface.
type root struct {
	typ     reflect.Type
	print   Key // of the type's shape
	program program
	boxes   sync.Pool // pointers to values of typ: room for those that have no address
	err     error     // the type is not plain
}

// Of is the Key of value under salt. One value under two salts has two unlike Keys; the salt carries all that an output
// depends on besides its value (the theme's digest, the output's version). A pointer at the top counts as what it points
// to, and is quicker than a value, which is copied. The error is a *PlainError (a bare nil has one, too) or ErrDeep.
//
// About 1 µs per 100 short fields; maps cost more, for their keys are put in order.
func (h *Hasher) Of(salt Key, value any) (Key, error) {
	v := reflect.ValueOf(value)
	if !v.IsValid() {
		return Key{}, &PlainError{Why: "nil has no type"}
	}
	t, pointed := v.Type(), v.Kind() == reflect.Pointer && !v.IsNil()
	if pointed {
		t = t.Elem()
	}
	r := h.root(t)
	if r.err != nil {
		return Key{}, r.err
	}
	e, _ := h.encoders.Get().(*encoder)
	if e == nil {
		e = &encoder{buf: make([]byte, 0, 2*chunk+binary.MaxVarintLen64)}
	}
	e.hasher, e.buf = h, append(append(e.buf[:0], salt[:]...), r.print[:]...)
	if pointed {
		e.walk(r.program, v.UnsafePointer())
	} else {
		e.copied(r, v)
	}
	k, err := e.sum()
	e.reset()
	h.encoders.Put(e)
	return k, err
}

// root looks t up, or learns it. Two goroutines that learn the same type at once learn the same.
func (h *Hasher) root(t reflect.Type) *root {
	if r, ok := h.roots.Load(t); ok {
		return r.(*root)
	}
	r := &root{typ: t}
	c := checker{root: t, seen: map[reflect.Type]bool{}}
	if r.err = c.check(t, ""); r.err == nil {
		r.print = Text(shape(t))
		r.program = *compiler{}.program(t)
	}
	stored, _ := h.roots.LoadOrStore(t, r)
	return stored.(*root)
}

// encoder turns one value into a stream and hashes it. Whoever reads the stream with the type's shape in hand knows at
// each point what comes next and how long it is, so unlike values give unlike streams.
type encoder struct {
	hasher  *Hasher
	buf     []byte       // not yet hashed
	long    *xxh3.Hasher // of what has left buf; made when first needed
	flushed bool         // long is in use
	depth   int
	err     error
	names   []string // stack of map keys that are being put in order
}

// sum is the Key of the stream. A stream that fits the buffer is hashed in one call; xxh3 gives the same in parts.
func (e *encoder) sum() (Key, error) {
	if e.err != nil {
		return Key{}, e.err
	}
	if !e.flushed {
		return Bytes(e.buf), nil
	}
	e.flush()
	return e.long.Sum128().Bytes(), nil
}

func (e *encoder) flush() {
	if !e.flushed {
		if e.long == nil {
			e.long = xxh3.New()
		}
		e.long.Reset()
		e.flushed = true
	}
	_, _ = e.long.Write(e.buf) // never fails
	e.buf = e.buf[:0]
}

func (e *encoder) reset() {
	clear(e.names[:cap(e.names)]) // the pool must not keep the texts of a value alive
	e.hasher, e.flushed, e.depth, e.err, e.names = nil, false, 0, nil, e.names[:0]
}

// down enters a level and reports whether it may be walked; up leaves it.
func (e *encoder) down() bool {
	e.depth++
	if e.depth > maxDepth {
		e.err = ErrDeep
	}
	return e.err == nil
}

func (e *encoder) up() { e.depth-- }

func (e *encoder) length(n int) {
	e.buf = binary.AppendUvarint(e.buf, uint64(n))
	e.full()
}

// full hashes what was collected, once it is enough.
func (e *encoder) full() {
	if len(e.buf) >= chunk {
		e.flush()
	}
}

func (e *encoder) number(n uint64) {
	e.buf = binary.LittleEndian.AppendUint64(e.buf, n)
	e.full()
}

func (e *encoder) bool(b bool) {
	one := byte(0)
	if b {
		one = 1
	}
	e.buf = append(e.buf, one)
	e.full()
}

func (e *encoder) text(s string) {
	if len(s) < 0x80 { // most texts; length writes the same
		e.buf = append(append(e.buf, byte(len(s))), s...)
		e.full()
		return
	}
	e.length(len(s))
	if len(s) >= chunk {
		e.flush()
		_, _ = e.long.WriteString(s)
		return
	}
	e.buf = append(e.buf, s...)
	e.full()
}

func (e *encoder) bytes(b []byte) {
	if len(b) >= chunk {
		e.flush()
		_, _ = e.long.Write(b)
		return
	}
	e.buf = append(e.buf, b...)
	e.full()
}
