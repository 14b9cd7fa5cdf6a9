package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

func (p *page) inlines(parent ast.Node) {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		p.inline(c)
	}
}

func (p *page) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		p.words(n)
	case *ast.Emphasis:
		tag := "em"
		if n.Level == 2 {
			tag = "strong"
		}
		p.wrapped(tag, n)
	case *east.Strikethrough:
		p.wrapped("del", n)
	case *ast.CodeSpan:
		p.codeSpan(n)
	case *ast.Link:
		p.link(n)
	case *ast.AutoLink:
		p.autoLink(n)
	case *ast.Image:
		p.picture(holePicture, n)
	case *ast.RawHTML:
		p.out = appendEscaped(p.out, n.Segments.Value(p.doc.source))
	case *east.FootnoteLink:
		p.footnoteCall(n)
	}
}

func (p *page) wrapped(tag string, n ast.Node) {
	p.raw("<" + tag + ">")
	p.inlines(n)
	p.close(tag)
}

// firstMark is the first of the marks that join the letter before them.
const firstMark = 0x300

func (p *page) words(n *ast.Text) {
	value := n.Segment.Value(p.doc.source)
	if !n.IsRaw() && !p.doc.verbatim {
		p.doc.scratch = appendResolved(p.doc.scratch[:0], value)
		value = p.doc.scratch
	}
	if r, _ := utf8.DecodeRune(value); r >= firstMark && unicode.IsMark(r) {
		p.hole(holeMark) // it may be parted from its letter by a tag, and no text may begin with one
	}
	p.out = appendEscaped(p.out, value)
	switch {
	case n.HardLineBreak():
		p.raw("<br>\n")
	case n.SoftLineBreak():
		p.raw("\n")
	}
}

func (p *page) codeSpan(n *ast.CodeSpan) {
	p.raw("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			value := t.Segment.Value(p.doc.source)
			p.out = appendEscaped(p.out, bytes.ReplaceAll(value, []byte{'\n'}, []byte{' '}))
		}
	}
	p.close("code")
}

func (p *page) link(n *ast.Link) {
	dest, title := destination(n.Destination), resolved(n.Title)
	attributes := ""
	if title != "" {
		attributes = ` title="` + string(appendEscaped(nil, title)) + `"`
	}
	led := p.lead(holeLink, dest, attributes)
	if n.HasChildren() {
		p.inlines(n)
	} else {
		p.text(dest)
	}
	if led {
		p.hole(holeEnd)
	}
}

func (p *page) autoLink(n *ast.AutoLink) {
	led := p.lead(holeLink, p.doc.autoDestination(n), "")
	p.out = appendEscaped(p.out, n.Label(p.doc.source))
	if led {
		p.hole(holeEnd)
	}
}

// film writes a paragraph of one link to a video. It is a link like any other, which loads nothing; a script may make a player of it.
func (p *page) film(paragraph ast.Node) bool {
	f, found := p.doc.filmOf(paragraph)
	if !found {
		return false
	}
	p.doc.ordinary = p.doc.ordinary && isOrdinary(f.name) // it may be decoded from an address
	p.lead(holeFilm, f.dest, ` data-video="`+f.id+`"`)
	switch n := f.link.(type) {
	case *ast.AutoLink:
		p.either(f.name, string(n.Label(p.doc.source)))
	case *ast.Link:
		if n.HasChildren() {
			p.inlines(n)
		} else {
			p.either(f.name, f.dest)
		}
	}
	p.hole(holeEnd)
	p.raw("</p>\n")
	return true
}

// either writes a text that depends on whether the link around it has an address.
func (p *page) either(linked, bare string) {
	p.hole(holeEither)
	p.escaped(linked)
	p.escaped(bare)
}
