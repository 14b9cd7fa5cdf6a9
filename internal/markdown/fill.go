package markdown

import (
	"encoding/binary"
	"slices"
	"strconv"

	"guongsang/internal/viet"
)

// Fill appends the HTML5 of a body to dst: what Prepare made, with its holes closed by s. It ends in a newline unless it is empty, and is NFC.
// Addresses that begin with the root mark "~/" keep it. The error is ErrNested, or says that p is nothing that Prepare made; dst comes
// back as it was then.
func Fill(dst []byte, p Prepared, s Sources) ([]byte, error) {
	if len(p) == 0 {
		return dst, nil
	}
	if p[0]&tooDeep != 0 {
		return dst, ErrNested
	}
	f := filler{out: dst, start: len(dst), from: s, settled: p[0]&unsettled == 0}
	f.holes = p[1:]
	n, m := f.number(), f.number()
	if f.damaged || p[0]&^unsettled != 0 || n+m != len(f.holes) {
		return dst, errDamaged
	}
	f.holes, f.html = f.holes[:n], f.holes[n:]
	const mostGrow = 3 // times: an address and its tags are longer than their hole
	f.out = slices.Grow(f.out, len(f.html)+mostGrow*n)
	for len(f.holes) > 0 && !f.damaged {
		f.next()
	}
	if f.damaged || len(f.open) > 0 {
		return dst, errDamaged
	}
	f.out = append(f.out, f.html...)
	if !f.settled {
		f.out = append(f.out[:f.start], viet.NFCBytes(f.out[f.start:])...)
	}
	return f.out, nil
}

// filler closes the holes of a Prepared from the front; holes and html are what is left of it.
type filler struct {
	out     []byte
	start   int // where the body begins in out
	holes   []byte
	html    []byte
	from    Sources
	open    []bool // the links around this place: whether each was written
	inLink  bool   // one of them was; HTML has no links within links
	settled bool   // all that was written is sure to be in normal form
	damaged bool
}

// next writes the HTML up to the next hole, and what closes it.
func (f *filler) next() {
	known := f.number()
	if known > len(f.html) || len(f.holes) == 0 {
		f.damaged = true
		return
	}
	f.out = append(f.out, f.html[:known]...)
	kind := f.holes[0]
	f.html, f.holes = f.html[known:], f.holes[1:]
	switch kind {
	case holePrefix:
		f.text(f.from.IDPrefix)
	case holeLevel:
		level := min(f.number(), lowestLevel) + max(f.from.HeadingLevel-highestLevel, 0)
		f.out = strconv.AppendInt(f.out, int64(min(level, lowestLevel)), 10)
	case holeWord:
		f.word(f.number())
	case holeLink:
		f.open = append(f.open, f.link())
	case holeFilm:
		f.film()
	case holeEither:
		f.either()
	case holeEnd:
		f.end()
	case holeMark:
		if len(f.out) > f.start && f.out[len(f.out)-1] == '>' {
			f.raw("\u25CC")
		}
	case holeFigure:
		f.figure()
	case holePicture:
		f.picture()
	case holeCall:
		f.call(f.field())
	default:
		f.damaged = true
	}
}

// number reads a number, field a text; where there is none, f is damaged and they are empty.
func (f *filler) number() int {
	n, size := binary.Uvarint(f.holes)
	if size <= 0 || n > 1<<31-1 {
		f.damaged = true
		return 0
	}
	f.holes = f.holes[size:]
	return int(n)
}

func (f *filler) field() []byte {
	n := f.number()
	if n > len(f.holes) {
		f.damaged = true
		return nil
	}
	field := f.holes[:n]
	f.holes = f.holes[n:]
	return field
}

func (f *filler) raw(s string) { f.out = append(f.out, s...) }

// text writes what comes from the sources.
func (f *filler) text(s string) {
	f.settled = f.settled && isOrdinary(s)
	f.out = appendEscaped(f.out, s)
}

func (f *filler) address(s string) {
	f.settled = f.settled && isOrdinary(s)
	f.out = appendAddress(f.out, s)
}

// word writes a label in the language of the page.
func (f *filler) word(index int) {
	if index >= len(labels) {
		f.damaged = true
		return
	}
	word := f.from.Words[labels[index].key]
	if word == "" {
		word = labels[index].vietnamese
	}
	f.text(word)
}

// link writes <a …> if there is an address for it, and tells whether it did.
func (f *filler) link() bool {
	dest := f.field()
	otherwise := f.number()
	var id []byte
	if otherwise == here {
		id = f.field()
	}
	attributes := f.field()
	address, leadsOut := f.href(dest, otherwise, id)
	if address == "" {
		return false
	}
	f.raw(`<a href="`)
	f.address(address)
	f.raw(`"`)
	f.out = append(f.out, attributes...)
	if leadsOut {
		f.raw(` rel="noopener"`)
	}
	f.raw(">")
	f.inLink = true
	return true
}

// href decides what is written for a destination, and whether it leads to another site. An empty one means text without a link.
func (f *filler) href(dest []byte, otherwise int, id []byte) (address string, leadsOut bool) {
	if f.inLink {
		return "", false
	}
	if address, known := f.from.Links[string(dest)]; known {
		kind := kindOf(address)
		if kind == destDangerous || kind == destMalformed {
			return "", false
		}
		return address, kind == destOutside
	}
	switch otherwise {
	case here:
		return "#" + f.from.IDPrefix + string(id), false
	case outside:
		return string(dest), true
	}
	return "", false
}

// end writes </a> if its <a> was written.
func (f *filler) end() {
	last := len(f.open) - 1
	if last < 0 {
		f.damaged = true
		return
	}
	if f.open[last] {
		f.raw("</a>")
		f.inLink = false
	}
	f.open = f.open[:last]
}

// film begins a paragraph of one link to a video. Where the link has no address, it is a paragraph of words.
func (f *filler) film() {
	before := len(f.out)
	f.raw(`<p class="video">`)
	opened := f.link()
	f.open = append(f.open, opened)
	if !opened {
		f.out = f.out[:before]
		f.raw("<p>")
		return
	}
	f.word(labelVideo)
	f.raw(": ")
}

func (f *filler) either() {
	written, bare := f.field(), f.field()
	if last := len(f.open) - 1; last >= 0 && f.open[last] {
		bare = written
	}
	f.out = append(f.out, bare...)
}

// call writes the call of a footnote into its <sup>. In a link it can be no link itself.
func (f *filler) call(number []byte) {
	if f.inLink {
		f.out = append(f.out, number...)
		return
	}
	f.raw(`<a href="#`)
	f.text(f.from.IDPrefix)
	f.raw(noteID)
	f.out = append(f.out, number...)
	f.raw(`" role="doc-noteref" aria-label="`)
	f.word(labelFootnote)
	f.raw(" ")
	f.out = append(f.out, number...)
	f.raw(`">`)
	f.out = append(f.out, number...)
	f.raw("</a>")
}
