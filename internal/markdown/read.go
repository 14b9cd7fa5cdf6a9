package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"guongsang/internal/viet"
)

// maxDepth is how deep blocks and inlines may lie in one another. No text of a person comes near; browsers give up at 512.
const maxDepth = 100

// document is a body that has been parsed, with what ScanBody and Render must see alike.
type document struct {
	source   []byte
	root     ast.Node
	broken   []broken // what was meant as a link and is none
	headings []heading
	empty    []*ast.Heading // headings without words, which are not shown
	pictures []*ast.Image   // those with an id of their own
	ids      map[string]int
	clashes  []clash
	notes    []note
	calls    []int // how often each footnote is called; the index is its number
	tooDeep  ast.Node
	scratch  []byte // of plainText
}

type heading struct {
	node  *ast.Heading
	text  string
	level int
	id    string
}

type note struct {
	node   *east.Footnote
	number int
}

// clash is an id that was given twice: at is the offset of the second thing, first that of the first.
type clash struct {
	id        string
	at, first int
}

// shared is the one parser. It is not changed after it is made, and keeps what it learns of a body in the Context of that body.
var shared = newParser()

func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(headingParser{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(headingParser{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(fenceParser{parser.NewFencedCodeBlockParser()}, 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(noteParser{extension.NewFootnoteBlockParser()}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(newLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(attributeParser{}, 600),
			util.Prioritized(bareLinkParser{}, 700),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitionTransformer{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
	)
}

// read parses a body and gives out the numbers of footnotes and the ids and levels of headings.
func read(body []byte) *document {
	doc := &document{source: clean(body)}
	pc := parser.NewContext()
	doc.root = shared.Parse(text.NewReader(doc.source), parser.WithContext(pc))
	doc.broken = brokenLinks(pc)
	if list := doc.collect(doc.root, 0); list != nil {
		list.Parent().RemoveChild(list.Parent(), list)
		doc.number(list)
	}
	if doc.tooDeep == nil {
		doc.giveIDs()
	}
	doc.giveLevels()
	return doc
}

// clean takes away what the parser would stumble over without moving any character to another line or column: the BOM, the CR of
// CRLF, and bytes that are no UTF-8.
func clean(body []byte) []byte {
	body = bytes.TrimPrefix(body, []byte("\uFEFF"))
	if bytes.IndexByte(body, '\r') >= 0 {
		body = bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n"))
	}
	if !utf8.Valid(body) {
		body = bytes.ToValidUTF8(body, []byte("\uFFFD"))
	}
	return body
}

// collect finds the headings, the pictures with ids and the calls of footnotes below a node. It does not enter the list of
// footnotes, whose place in the text means nothing, but returns it.
func (d *document) collect(n ast.Node, depth int) (footnotes *east.FootnoteList) {
	if depth > maxDepth {
		if d.tooDeep == nil {
			d.tooDeep = n
		}
		return nil
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			continue
		case *east.FootnoteList:
			footnotes = c
			continue
		case *ast.Heading:
			text := d.plainText(c)
			if text == "" && hasOnlyText(c) {
				d.empty = append(d.empty, c)
				continue
			}
			d.headings = append(d.headings, heading{node: c, text: text})
		case *ast.Image:
			if attributesOf(c).id != "" {
				d.pictures = append(d.pictures, c)
			}
			continue // a call in a picture's description is never shown
		case *east.FootnoteLink:
			d.call(c.Index)
			continue
		}
		if list := d.collect(c, depth+1); list != nil {
			footnotes = list
		}
	}
	return footnotes
}

// hasOnlyText tells a heading without pictures, calls and the like. Where it has no words either, HTML forbids it.
func hasOnlyText(n *ast.Heading) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*ast.Text); !ok {
			return false
		}
	}
	return true
}

func (d *document) call(number int) {
	for len(d.calls) <= number {
		d.calls = append(d.calls, 0)
	}
	d.calls[number]++
}

// number puts the footnotes in the order of their first calls, those that are never called last.
func (d *document) number(list *east.FootnoteList) {
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		n := c.(*east.Footnote)
		d.notes = append(d.notes, note{n, n.Index})
	}
	slices.SortStableFunc(d.notes, func(a, b note) int {
		switch {
		case a.number < 0 && b.number > 0:
			return 1
		case b.number < 0 && a.number > 0:
			return -1
		}
		return a.number - b.number
	})
	for i := range d.notes {
		d.notes[i].number = i + 1
		d.collect(d.notes[i].node, 1)
	}
}

// callsOf is how often a footnote is called.
func (d *document) callsOf(number int) int {
	if number < len(d.calls) {
		return d.calls[number]
	}
	return 0
}

// giveIDs keeps the ids that the author gave and then makes one for every other heading. Footnotes have ids with a '_', which no heading
// can have.
func (d *document) giveIDs() {
	if len(d.headings)+len(d.pictures) == 0 {
		return
	}
	d.ids = make(map[string]int, len(d.headings)+len(d.pictures))
	for i := range d.headings {
		h := &d.headings[i]
		if id := attributesOf(h.node).id; id != "" && d.take(id, h.node.Pos()) {
			h.id = id
		}
	}
	d.pictures = slices.DeleteFunc(d.pictures, func(n *ast.Image) bool {
		return !d.take(attributesOf(n).id, n.Pos())
	})
	next := make(map[string]int) // the first number that may be free, where it is above 2
	for i := range d.headings {
		h := &d.headings[i]
		if h.id != "" {
			continue
		}
		base := viet.Slug(h.text)
		if base == "" {
			base = "muc"
		}
		id := base
		for n := max(2, next[base]); ; n++ {
			if _, taken := d.ids[id]; !taken {
				if n > 2 {
					next[base] = n
				}
				break
			}
			id = base + "-" + strconv.Itoa(n)
		}
		d.ids[id] = h.node.Pos()
		h.id = id
	}
}

func (d *document) take(id string, at int) bool {
	if first, taken := d.ids[id]; taken {
		d.clashes = append(d.clashes, clash{id, at, first})
		return false
	}
	d.ids[id] = at
	return true
}

// giveLevels draws the levels that authors wrote up into an outline without gaps. above holds the written levels of the headings
// over the current one.
func (d *document) giveLevels() {
	var above []int
	for i := range d.headings {
		h := &d.headings[i]
		for len(above) > 0 && above[len(above)-1] >= h.node.Level {
			above = above[:len(above)-1]
		}
		above = append(above, h.node.Level)
		h.level = min(1+len(above), 6)
	}
}
