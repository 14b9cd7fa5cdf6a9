// Package digest names content and values by 128 bits (xxh3).
//
// Two things go in:
//
//   - bytes: Bytes, Text and Reader give the Key of a file's content;
//   - plain values: a Hasher gives the Key of a Go value under a salt, so that an output can say "I was made from this
//     very value" without being made.
//
// What is promised:
//
//   - The same bytes have the same Key on every machine and in every run; so have equal values of the same type. Equal
//     means deeply equal: pointers count as what they point to, maps have no order, a nil slice or map is not an empty one.
//   - Different values are fed to the hash as different streams: every length is written before its content, and the
//     shape of the type (names, field names, kinds) stands before the value. So a Key changes when a value changes, when
//     a field is added, renamed or moved, and when a type gets another name.
//   - A value is walked as it lies; it is neither copied nor turned into text first, and nothing keeps it.
//
// A plain value is made of structs with exported fields, slices, arrays, maps, strings, numbers, bools and pointers to
// such. Anything else (funcs, channels, unsafe pointers, complex numbers, unexported fields, time.Time) is refused with a
// *PlainError, since its meaning does not lie in its bytes. A field tagged `digest:"-"` is passed over.
//
// xxh3 is quick and spreads well, but does not resist an attacker who makes collisions on purpose: a Key tells versions of one's own
// files apart, it does not prove where they come from.
package digest

import (
	"encoding/hex"
	"io"

	"github.com/zeebo/xxh3"
)

// Key is a digest of 128 bits. The zero Key stands for "none".
type Key [16]byte

// Bytes is the Key of b.
func Bytes(b []byte) Key { return xxh3.Hash128(b).Bytes() }

// Text is the Key of s: the same as of its bytes.
func Text(s string) Key { return xxh3.HashString128(s).Bytes() }

// Reader is the Key of all that r still gives: that of Bytes, without holding the bytes. The error is r's.
func Reader(r io.Reader) (Key, error) {
	h := xxh3.New()
	if _, err := io.Copy(h, r); err != nil {
		return Key{}, err
	}
	return h.Sum128().Bytes(), nil
}

// String is the Key in 32 lower-case hexadecimal digits.
func (k Key) String() string { return hex.EncodeToString(k[:]) }

// Short is the first 10 digits of String, for file names: among 10,000 files two are alike once in 20,000 sites.
func (k Key) Short() string { return hex.EncodeToString(k[:5]) }

// IsZero reports whether k is the zero Key.
func (k Key) IsZero() bool { return k == Key{} }
