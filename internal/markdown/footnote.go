package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// The ids of footnotes and of the places that call them, before the number. No heading can have one: slugs have no '_'.
const (
	noteID = "chu-thich_"
	callID = "goi-chu-thich_"
)

// noteParser reads footnotes, but none within another: goldmark would lose both.
type noteParser struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (p noteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	for n := parent; n != nil; n = n.Parent() {
		if n.Kind() == east.KindFootnote {
			return nil, parser.NoChildren
		}
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// isStrayNote tells a footnote of one word within another, which is read as the address of a link "^label".
func isStrayNote(n *ast.LinkReferenceDefinition) bool { return n.Label[0] == '^' }

// callName is the id of the nth call of a footnote, n from 1.
func callName(number, n int) string {
	id := callID + strconv.Itoa(number)
	if n > 1 {
		id += "_" + strconv.Itoa(n)
	}
	return id
}

func (p *page) footnoteCall(n *east.FootnoteLink) {
	p.called[n.Index]++
	p.raw("<sup")
	p.id(callName(n.Index, p.called[n.Index]))
	p.raw(">")
	p.hole(holeCall)
	p.field(strconv.Itoa(n.Index))
	p.close("sup")
}

// footnotes writes the section at the end of the body.
func (p *page) footnotes() {
	if len(p.doc.notes) == 0 {
		return
	}
	p.raw(`<section class="chu-thich" role="doc-endnotes">` + "\n<h")
	p.level(highestLevel)
	p.raw(">")
	p.word(labelFootnotes)
	p.raw("</h")
	p.level(highestLevel)
	p.raw(">\n<ol>\n")
	for _, n := range p.doc.notes {
		p.raw("<li")
		p.id(noteID + strconv.Itoa(n.number))
		p.raw(">\n")
		p.footnote(n)
		p.raw("</li>\n")
	}
	p.raw("</ol>\n</section>\n")
}

// footnote writes the blocks of a footnote, with the ways back at the end of its last paragraph.
func (p *page) footnote(n note) {
	calls := p.doc.callsOf(n.number)
	for c := n.node.FirstChild(); c != nil; c = c.NextSibling() {
		last, ok := c.(*ast.Paragraph)
		if !ok || c.NextSibling() != nil || calls == 0 || p.doc.picturesOf(last) != nil {
			p.block(c)
			continue
		}
		p.raw("<p>")
		p.inlines(last)
		p.raw(" ")
		p.waysBack(n.number, calls)
		p.raw("</p>\n")
		calls = 0
	}
	if calls > 0 {
		p.raw("<p>")
		p.waysBack(n.number, calls)
		p.raw("</p>\n")
	}
}

func (p *page) waysBack(number, calls int) {
	for i := 1; i <= calls; i++ {
		if i > 1 {
			p.raw(" ")
		}
		p.raw(`<a href="#`)
		p.hole(holePrefix)
		p.raw(callName(number, i) + `" role="doc-backlink" aria-label="`)
		p.word(labelFootnoteBack)
		p.raw(" " + strconv.Itoa(number))
		if i > 1 {
			p.raw(" (" + strconv.Itoa(i) + ")")
		}
		p.raw(`">↩</a>`)
	}
}
