// Package pack writes values as bytes and reads them back, for the files of the cache.
//
// A type says once, in one function, which of its fields are packed and in which order; the same function writes and reads, so the two
// cannot part:
//
//	func packNote(p *pack.Packer, n *Note) {
//		p.Text(&n.Text)
//		p.Int(&n.Year)
//	}
//
// What is written has no types in it: it can be read only by the function that wrote it, so whoever keeps it must know the program that
// made it. Texts that are read are parts of the text that they are read from, and keep it alive. Input of any kind makes no panic: after
// reading over the end, or what no writer writes, all else reads as nothing, and Done says so.
package pack

import (
	"encoding/binary"
	"math"

	"guongsang/internal/digest"
)

// Packer goes over the fields of a value, in one of two ways.
type Packer struct {
	out     []byte
	in      string
	reading bool
	bad     bool
}

// To gives a Packer that appends to b.
func To(b []byte) *Packer { return &Packer{out: b} }

// From gives a Packer that reads s.
func From(s string) *Packer { return &Packer{in: s, reading: true} }

// Bytes is what was written, behind what To was given.
func (p *Packer) Bytes() []byte { return p.out }

// Reading says which way the Packer goes.
func (p *Packer) Reading() bool { return p.reading }

// Done says whether all that was read is what a writer writes, and all of it was read.
func (p *Packer) Done() bool { return !p.bad && p.in == "" }

// Fail says that what was read cannot be.
func (p *Packer) Fail() { p.bad, p.in = true, "" }

// take gives the next n bytes.
func (p *Packer) take(n uint64) string {
	if n > uint64(len(p.in)) {
		p.Fail()
		return ""
	}
	s := p.in[:n]
	p.in = p.in[n:]
	return s
}

// Number packs a number that is seldom large.
func (p *Packer) Number(n *uint64) {
	if !p.reading {
		p.out = binary.AppendUvarint(p.out, *n)
		return
	}
	*n = 0
	for i := 0; i < len(p.in) && i < binary.MaxVarintLen64; i++ {
		b := p.in[i]
		*n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			p.in = p.in[i+1:]
			return
		}
	}
	*n = 0
	p.Fail()
}

// Int packs a number that may be below zero.
func (p *Packer) Int(n *int) {
	long := int64(*n)
	p.Long(&long)
	*n = int(long)
}

// Long packs a number of 64 bits that may be below zero.
func (p *Packer) Long(n *int64) {
	u := uint64(*n)<<1 ^ uint64(*n>>63)
	p.Number(&u)
	*n = int64(u>>1) ^ -int64(u&1)
}

// Bool packs a yes or no.
func (p *Packer) Bool(b *bool) {
	if !p.reading {
		if *b {
			p.out = append(p.out, 1)
		} else {
			p.out = append(p.out, 0)
		}
		return
	}
	switch p.take(1) {
	case "\x01":
		*b = true
	case "\x00":
		*b = false
	default:
		p.Fail()
		*b = false
	}
}

// Float packs a number with a fraction, all its bits.
func (p *Packer) Float(f *float64) {
	if !p.reading {
		p.out = binary.LittleEndian.AppendUint64(p.out, math.Float64bits(*f))
		return
	}
	*f = 0
	if s := p.take(8); s != "" {
		*f = math.Float64frombits(binary.LittleEndian.Uint64([]byte(s)))
	}
}

// Text packs a string.
func (p *Packer) Text(s *string) {
	if !p.reading {
		p.out = append(binary.AppendUvarint(p.out, uint64(len(*s))), *s...)
		return
	}
	var n uint64
	p.Number(&n)
	*s = p.take(n)
}

// Key packs a digest.
func (p *Packer) Key(k *digest.Key) {
	if !p.reading {
		p.out = append(p.out, k[:]...)
		return
	}
	*k = digest.Key{}
	copy(k[:], p.take(uint64(len(k))))
}

// List packs a slice; an empty one is read back as nil. each packs one of its things and must write at least one byte.
func List[T any](p *Packer, list *[]T, each func(p *Packer, v *T)) {
	n := uint64(len(*list))
	p.Number(&n)
	if p.reading {
		*list = nil
		if n > uint64(len(p.in)) { // no list has more things than bytes
			p.Fail()
			return
		}
		if n > 0 {
			*list = make([]T, n)
		}
	}
	for i := range *list {
		each(p, &(*list)[i])
	}
}
