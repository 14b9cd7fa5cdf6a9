package markdown

import (
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// page writes a document as a Prepared. Its methods append to out: the tree is walked by hand, since goldmark's renderer knows of
// no holes.
type page struct {
	doc     *document
	out     []byte // the HTML between the holes
	holes   []byte
	known   int   // how much of out stands before the last hole
	heading int   // the next of doc.headings
	tables  int   // how many were written
	called  []int // how many calls of each footnote were written
}

func (p *page) document() {
	p.called = make([]int, len(p.doc.calls))
	p.blocks(p.doc.root)
	p.footnotes()
}

func (p *page) raw(s string)      { p.out = append(p.out, s...) }
func (p *page) text(s string)     { p.out = appendEscaped(p.out, s) }
func (p *page) close(name string) { p.raw("</" + name + ">") }

func (p *page) blocks(parent ast.Node) {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		p.block(c)
	}
}

func (p *page) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		p.paragraph(n)
	case *ast.TextBlock:
		p.textBlock(n)
	case *ast.Heading:
		p.writeHeading(n)
	case *ast.Blockquote:
		p.blockquote(n)
	case *ast.List:
		p.list(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.code(n)
	case *ast.HTMLBlock:
		p.raw("<p>")
		p.out = appendEscaped(p.out, htmlLines(n, p.doc.source))
		p.raw("</p>\n")
	case *ast.LinkReferenceDefinition:
		if isStrayNote(n) {
			p.raw("<p>")
			p.out = appendEscaped(p.out, n.Lines().Value(p.doc.source))
			p.raw("</p>\n")
		}
	case *ast.ThematicBreak:
		p.raw("<hr>\n")
	case *east.Table:
		p.table(n)
	}
}

func (p *page) paragraph(n *ast.Paragraph) {
	if p.pictures(n) || p.film(n) {
		return
	}
	p.raw("<p>")
	p.inlines(n)
	p.raw("</p>\n")
}

// textBlock is the paragraph of a tight list.
func (p *page) textBlock(n *ast.TextBlock) {
	if p.pictures(n) {
		return
	}
	p.inlines(n)
	if n.NextSibling() != nil {
		p.raw("\n")
	}
}

// writeHeading leaves out a heading without words, which ScanBody has told of.
func (p *page) writeHeading(n *ast.Heading) {
	if slices.Contains(p.doc.empty, n) {
		return
	}
	h := p.doc.headings[p.heading]
	p.heading++
	p.raw("<h")
	p.level(h.level)
	p.id(h.id)
	p.classes(attributesOf(n).classes)
	p.raw(">")
	p.inlines(n)
	p.raw("</h")
	p.level(h.level)
	p.raw(">\n")
}

func (p *page) level(level int) {
	p.hole(holeLevel)
	p.number(level)
}

func (p *page) id(id string) {
	p.raw(` id="`)
	p.hole(holePrefix)
	p.text(id)
	p.raw(`"`)
}

func (p *page) classes(names []string) {
	for i, name := range names {
		if i == 0 {
			p.raw(` class="` + name)
		} else {
			p.raw(" " + name)
		}
	}
	if len(names) > 0 {
		p.raw(`"`)
	}
}

func (p *page) list(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	p.raw("<" + tag)
	if n.IsOrdered() && n.Start != 1 {
		p.raw(` start="` + strconv.Itoa(n.Start) + `"`)
	}
	p.raw(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		p.raw("<li>")
		if first := item.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
			p.raw("\n")
		}
		p.blocks(item)
		p.raw("</li>\n")
	}
	p.close(tag)
	p.raw("\n")
}

// code can be scrolled sideways, so it can be reached by the keyboard.
func (p *page) code(n ast.Node) {
	p.raw(`<pre tabindex="0"><code>`)
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		p.out = appendEscaped(p.out, line.Value(p.doc.source))
	}
	p.raw("</code></pre>\n")
}

// blockquote writes a quotation, and its source if its last line names one.
func (p *page) blockquote(n *ast.Blockquote) {
	first, found := p.doc.quoteSource(n)
	if !found {
		p.raw("<blockquote>\n")
		p.blocks(n)
		p.raw("</blockquote>\n")
		return
	}
	source := cutSource(n, first, p.doc.source)
	p.raw("<figure class=\"trich\">\n<blockquote>\n")
	p.blocks(n)
	p.raw("</blockquote>\n<figcaption>— ")
	p.inlines(source)
	p.raw("</figcaption>\n</figure>\n")
}

// cutSource takes the last line off a blockquote, without its dash.
func cutSource(quote *ast.Blockquote, first *ast.Text, text []byte) ast.Node {
	paragraph := first.Parent()
	if before, ok := first.PreviousSibling().(*ast.Text); ok {
		before.SetSoftLineBreak(false)
		before.SetHardLineBreak(false)
	}
	source := ast.NewParagraph()
	for c := ast.Node(first); c != nil; {
		next := c.NextSibling()
		source.AppendChild(source, c)
		c = next
	}
	words := first.Segment.WithStart(first.Segment.Start + dashLength(first.Segment.Value(text)))
	first.Segment = words.TrimLeftSpace(text)
	if !paragraph.HasChildren() {
		quote.RemoveChild(quote, paragraph)
	}
	return source
}
