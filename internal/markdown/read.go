package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"guongsang/internal/viet"
)

// maxDepth is how deep blocks and inlines may lie in one another. No text of a person comes near; browsers give up at 512.
const maxDepth = 100

// The levels of headings, below the page's own h1.
const (
	highestLevel = 2
	lowestLevel  = 6
)

// document is a body that has been parsed, with what is told of it and what is shown must agree on.
type document struct {
	*desk
	source   []byte
	root     ast.Node
	broken   []broken // what was meant as a link and is none
	headings []heading
	empty    []*ast.Heading // headings without words, which are not shown
	pictures []*ast.Image   // those with an id of their own
	clashes  []clash
	notes    []note
	calls    []int // how often each footnote is called; the index is its number
	tooDeep  ast.Node
	ordinary bool // all text that is shown isOrdinary
	verbatim bool // the text holds no escapes and no entities
	links    int  // how many links there are, those within the page too
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

// read parses a body and gives out the numbers of footnotes and the ids and levels of headings. The document lies on the desk.
func read(body []byte, on *desk) *document {
	doc := newDocument(body, on)
	if isRunning(doc.source) {
		doc.parse(shared.running)
	} else {
		doc.parse(shared.careful)
	}
	return doc
}

func newDocument(body []byte, on *desk) *document {
	source, ordinary := clean(body)
	verbatim := isResolved(source)
	return &document{desk: on, source: source, verbatim: verbatim, ordinary: ordinary && verbatim} // an entity may stand for anything
}

func (d *document) parse(p parser.Parser) {
	pc := parser.NewContext()
	state := &linkState{desk: d.desk}
	pc.Set(linkStateKey, state)
	d.root = p.Parse(text.NewReader(d.source), parser.WithContext(pc))
	d.broken = state.broken
	if list := d.collect(d.root, 0); list != nil {
		list.Parent().RemoveChild(list.Parent(), list)
		d.number(list)
	}
	if d.tooDeep == nil {
		d.giveIDs()
	}
	d.giveLevels()
}

// clean takes away what the parser would stumble over without moving any character to another line or column: the BOM, the CR of
// CRLF, and bytes that are no UTF-8. ordinary says that what is left isOrdinary.
func clean(body []byte) (source []byte, ordinary bool) {
	body = bytes.TrimPrefix(body, []byte("\uFEFF"))
	if bytes.IndexByte(body, '\r') >= 0 {
		body = bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n"))
	}
	if isOrdinary(body) {
		return body, true
	}
	if !utf8.Valid(body) {
		body = bytes.ToValidUTF8(body, []byte("\uFFFD"))
	}
	return body, false
}

// isOrdinary says that s surely is UTF-8 in normal form, and stays so whatever ordinary text it is put together with.
func isOrdinary[T string | []byte](s T) bool { return viet.Ordinary(s) == len(s) }

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
		case *ast.Link, *ast.AutoLink:
			d.links++
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
		h.level = min(highestLevel-1+len(above), lowestLevel)
	}
}
