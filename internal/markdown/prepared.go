package markdown

import (
	"encoding/binary"
	"errors"

	"guongsang/internal/diag"
)

// Prepared is the HTML of a body with holes where something is known only later: addresses, pictures, labels, ids, levels. Fill closes
// them. It is a piece of bytes that refers to nothing outside, so it can be written to a file and read back by the same program; its form
// may be another in the next. It is nil for a body that shows nothing. There is no digest in it: Fill notices bytes that are missing, and not all
// that were changed.
//
// It is laid out as
//
//	flags   one byte
//	n, m    the lengths of the two parts that follow
//	holes   each: how much HTML stands between it and the one before, its kind in one byte, its fields
//	html    all that is known
//
// Numbers are uvarints; a text has its length before it.
type Prepared []byte

// The flags of a Prepared.
const (
	tooDeep   = 1 << iota // the body is nested too deep and has no HTML
	unsettled             // the HTML may not be in normal form, or not stay so when its holes are closed
)

// The kinds of holes, with their fields.
const (
	holePrefix  = iota // Sources.IDPrefix
	holeLevel          // number: a heading's level, to be moved by Sources.HeadingLevel
	holeWord           // number: the index of a label in labels
	holeLink           // lead: <a> if there is an address for it; holeEnd follows
	holeFilm           // lead: the beginning of a paragraph of one link to a video; holeEnd follows
	holeEither         // text, text: the first if the link around it was written, else the second
	holeEnd            // the end of the last link
	holeMark           // a letter's mark follows, which must not stand behind a tag
	holeFigure         // picture: a paragraph of its own
	holePicture        // picture: among words
	holeCall           // text: the number of a footnote that is called
)

// label is a word of the theme: its key in Sources.Words, and what is written if that has none.
type label struct{ key, vietnamese string }

// The indices of labels.
const (
	labelFootnotes = iota
	labelFootnote
	labelFootnoteBack
	labelVideo
	labelTable
)

var labels = [...]label{
	labelFootnotes:    {WordFootnotes, "Chú thích"},
	labelFootnote:     {WordFootnote, "Chú thích"},
	labelFootnoteBack: {WordFootnoteBack, "Về chỗ gọi chú thích"},
	labelVideo:        {WordVideo, "Xem video"},
	labelTable:        {WordTable, "Bảng"},
}

// What stands in a lead for the case that the sources do not name its destination.
const (
	nowhere = iota // no link
	here           // an id of this page; it follows as a text
	outside        // the destination itself
)

// errDamaged says that bytes are no Prepared.
var errDamaged = errors.New("markdown: a prepared body is damaged")

// Prepare does what ScanBody does, and makes the body's HTML on the way, for Fill. at, the Scan and the problems are those of ScanBody.
func Prepare(body []byte, at diag.Place) (Scan, Prepared, []diag.Problem) {
	on := shared.takeDesk()
	doc := read(body, on)
	scan, problems := scanDocument(doc, at)
	prepared := prepare(doc)
	shared.giveBack(on)
	return scan, prepared, problems
}

// prepare must be the last to see the document: it takes blockquotes apart.
func prepare(doc *document) Prepared {
	if doc.tooDeep != nil {
		return Prepared{tooDeep}
	}
	p := page{doc: doc, out: doc.html[:0], holes: doc.holes[:0]}
	p.document()
	doc.html, doc.holes = p.out, p.holes
	return p.prepared()
}

// prepared puts the parts together.
func (p *page) prepared() Prepared {
	if len(p.out)+len(p.holes) == 0 {
		return nil
	}
	b := make(Prepared, 0, 1+2*binary.MaxVarintLen32+len(p.holes)+len(p.out))
	b = append(b, p.flags())
	b = binary.AppendUvarint(b, uint64(len(p.holes)))
	b = binary.AppendUvarint(b, uint64(len(p.out)))
	b = append(b, p.holes...)
	return append(b, p.out...)
}

// flags goes by the text alone: what a page adds to it is ordinary, or joins nothing.
func (p *page) flags() byte {
	if p.doc.ordinary {
		return 0
	}
	return unsettled
}

// hole leaves a hole behind the HTML written so far. Its fields must be written next.
func (p *page) hole(kind byte) {
	p.number(len(p.out) - p.known)
	p.holes = append(p.holes, kind)
	p.known = len(p.out)
}

// number writes a number of a hole.
func (p *page) number(n int) { p.holes = binary.AppendUvarint(p.holes, uint64(n)) }

// field writes a text of a hole, escaped one that is ready for HTML.
func (p *page) field(s string) {
	p.number(len(s))
	p.holes = append(p.holes, s...)
}

func (p *page) escaped(s string) {
	p.doc.scratch = appendEscaped(p.doc.scratch[:0], s)
	p.number(len(p.doc.scratch))
	p.holes = append(p.holes, p.doc.scratch...)
}

// word leaves a hole for one of labels.
func (p *page) word(label int) {
	p.hole(holeWord)
	p.number(label)
}

// lead writes the fields of a link: where it leads, and the attributes that it has besides. It is false for a destination that is never
// written as a link; then nothing is written.
func (p *page) lead(kind byte, dest, attributes string) bool {
	to := kindOf(dest)
	if to == destDangerous || to == destEmpty {
		return false
	}
	p.hole(kind)
	p.field(dest)
	switch to {
	case destOutside:
		p.number(outside)
	case destHere:
		if id, ok := p.doc.idOf(fragmentOf(dest)); ok {
			p.number(here)
			p.field(id)
			break
		}
		p.number(nowhere)
	default:
		p.number(nowhere)
	}
	p.field(attributes)
	return true
}
