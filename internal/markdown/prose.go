package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"guongsang/internal/diag"
)

// Prose is how a body is written, for those who advise its author: what a page shows no difference in is told here, and what Scan tells is not.
// All lists are in the order of the body, with what stands in footnotes last.
type Prose struct {
	Passages []Passage
	Links    []WrittenLink
	Pictures []Picture

	lines lines
	text  string
	spans []span
}

// Passage is one stretch of running text: a paragraph, a heading, an item of a list, a cell. Text is as the author typed it but for the
// marks of Markdown; lines end in '\n', and whatever is no running text (code, a picture, a bare address) is a NoText. It is neither NFC
// nor without escapes.
type Passage struct {
	Text string
	// Level is the number of # that the author gave a heading, 0 for anything else.
	Level int
	// Bold says that a paragraph is strong from its first letter to its last.
	Bold bool
	// Item, Quote and Note say that it stands in a list, a blockquote, a footnote; Cell that it is a cell of a table.
	Item, Quote, Note, Cell bool

	start int // in Prose.text
	prose *Prose
}

// NoText stands in a Passage for what is no running text.
const NoText = "\uFFFC"

// WrittenLink is a link of any kind that has a text, also one that leads to a place within the page. Bare says that it is an address that stands
// in the text by itself, Note that it stands in a footnote. Links to videos that stand alone are not among them: they show as pictures.
type WrittenLink struct {
	Link
	Bare, Note bool
}

// span says that the text from an offset on comes from the source from an offset on.
type span struct{ text, source int }

// ReadProse reads a body like ScanBody. One that is nested too deep has nothing.
func ReadProse(body []byte, at diag.Place) *Prose {
	on := shared.takeDesk()
	doc := read(body, on)
	p := &Prose{lines: newLines(doc.source, at, nil)}
	if doc.tooDeep == nil {
		r := proseReader{Prose: p, doc: doc, buf: make([]byte, 0, len(doc.source))}
		r.blocks(doc.root, Passage{})
		for _, n := range doc.notes {
			r.blocks(n.node, Passage{Note: true})
		}
		p.text = string(r.buf)
		for i := range p.Passages {
			passage, end := &p.Passages[i], len(p.text)
			if i+1 < len(p.Passages) {
				end = p.Passages[i+1].start
			}
			passage.Text = p.text[passage.start:end]
		}
	}
	shared.giveBack(on)
	return p
}

// Place gives the place of an offset in the passage's Text in the author's file.
func (p *Passage) Place(offset int) diag.Place { return p.prose.place(p.start + offset) }

func (p *Prose) place(offset int) diag.Place {
	low, high := 0, len(p.spans) // the last span that begins at offset or before it
	for low < high {
		if middle := (low + high) / 2; p.spans[middle].text <= offset {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == 0 {
		return p.lines.place(0)
	}
	s := p.spans[low-1]
	return p.lines.place(s.source + offset - s.text)
}

// proseReader goes through a document once.
type proseReader struct {
	*Prose
	doc *document
	buf []byte
}

// blocks takes the blocks below a node; in is what holds for all of them.
func (r *proseReader) blocks(parent ast.Node, in Passage) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			passage := in
			passage.Level = n.Level
			r.passage(n, passage)
		case *ast.Paragraph, *ast.TextBlock:
			r.paragraph(n, in)
		case *east.TableCell:
			passage := in
			passage.Cell = true
			r.passage(n, passage)
		case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock, *ast.LinkReferenceDefinition:
		default:
			below := in
			below.Item = in.Item || n.Kind() == ast.KindListItem
			below.Quote = in.Quote || n.Kind() == ast.KindBlockquote
			r.blocks(n, below)
		}
	}
}

// paragraph takes a paragraph that is one, and of what is shown as pictures or as a video the pictures only.
func (r *proseReader) paragraph(n ast.Node, passage Passage) {
	if _, isFilm := r.doc.filmOf(n); isFilm {
		return
	}
	if shots := r.doc.picturesOf(n); shots != nil {
		for _, shot := range shots {
			r.picture(shot)
		}
		return
	}
	if strong, ok := n.FirstChild().(*ast.Emphasis); ok && strong.NextSibling() == nil {
		passage.Bold = strong.Level == 2
	}
	r.passage(n, passage)
}

func (r *proseReader) passage(n ast.Node, passage Passage) {
	passage.start, passage.prose = len(r.buf), r.Prose
	r.inlines(n, passage.Note)
	if len(r.buf) > passage.start {
		r.Passages = append(r.Passages, passage)
	}
}

func (r *proseReader) inlines(parent ast.Node, note bool) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			r.take(n.Segment.Start, r.doc.source[n.Segment.Start:n.Segment.Stop]) // without the blanks that a tab was made of
			if n.SoftLineBreak() || n.HardLineBreak() {
				r.take(n.Segment.Stop, []byte{'\n'})
			}
		case *ast.Link:
			r.link(n, destination(n.Destination), r.doc.plainText(n), WrittenLink{Note: note})
			r.inlines(n, note)
		case *ast.AutoLink:
			r.link(n, r.doc.autoDestination(n), string(n.Label(r.doc.source)), WrittenLink{Bare: true, Note: note})
			r.noText(n)
		case *ast.Image:
			r.picture(n)
			r.noText(n)
		case *east.FootnoteLink: // a call stands between a word and its full stop
		case *ast.Emphasis, *east.Strikethrough:
			r.inlines(n, note)
		default:
			r.noText(n)
		}
	}
}

// take appends a piece that stands in the source at an offset.
func (r *proseReader) take(at int, piece []byte) {
	r.spans = append(r.spans, span{len(r.buf), at})
	r.buf = append(r.buf, piece...)
}

func (r *proseReader) noText(n ast.Node) {
	r.spans = append(r.spans, span{len(r.buf), n.Pos()})
	r.buf = append(r.buf, NoText...)
}

func (r *proseReader) link(n ast.Node, dest, text string, link WrittenLink) {
	switch kindOf(dest) {
	case destEmpty, destDangerous: // told by ScanBody
		return
	}
	place := r.lines.place(n.Pos())
	link.Link = Link{dest, fragmentOf(dest), text, place.Line, place.Column}
	r.Links = append(r.Links, link)
}

func (r *proseReader) picture(n *ast.Image) {
	place := r.lines.place(n.Pos())
	r.Pictures = append(r.Pictures, Picture{destination(n.Destination), r.doc.plainText(n), resolved(n.Title), place.Line, place.Column})
}
