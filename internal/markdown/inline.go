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
		p.picture(n)
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

func (p *page) words(n *ast.Text) {
	value := n.Segment.Value(p.doc.source)
	if !n.IsRaw() && !isResolved(value) {
		p.scratch = appendResolved(p.scratch[:0], value)
		value = p.scratch
	}
	if r, _ := utf8.DecodeRune(value); unicode.IsMark(r) && len(p.out) > 0 && p.out[len(p.out)-1] == '>' {
		// A letter's mark that is parted from its letter by a tag: no text may begin with one.
		p.raw("\u25CC")
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

// href decides what is written for a destination, and whether it leads to another site. An empty one means text without a link.
func (p *page) href(dest string) (address string, outside bool) {
	kind := kindOf(dest)
	if kind == destDangerous || kind == destEmpty || p.inLink {
		return "", false
	}
	if address, known := p.from.Links[dest]; known {
		kind = kindOf(address)
		if kind == destDangerous || kind == destMalformed {
			return "", false
		}
		return address, kind == destOutside
	}
	switch kind {
	case destHere:
		if id, ok := p.doc.idOf(fragmentOf(dest)); ok {
			return "#" + p.from.IDPrefix + id, false
		}
	case destOutside:
		return dest, true
	}
	return "", false
}

// openLink writes <a …> and tells whether it did; closeLink must follow then.
func (p *page) openLink(dest, title, more string) bool {
	address, outside := p.href(dest)
	if address == "" {
		return false
	}
	p.raw(`<a href="`)
	p.address(address)
	p.raw(`"`)
	if title != "" {
		p.raw(` title="`)
		p.text(title)
		p.raw(`"`)
	}
	p.raw(more)
	if outside {
		p.raw(` rel="noopener"`)
	}
	p.raw(">")
	p.inLink = true
	return true
}

func (p *page) closeLink() {
	p.inLink = false
	p.close("a")
}

func (p *page) link(n *ast.Link) {
	dest := destination(n.Destination)
	opened := p.openLink(dest, resolved(n.Title), "")
	if n.HasChildren() {
		p.inlines(n)
	} else {
		p.text(dest)
	}
	if opened {
		p.closeLink()
	}
}

func (p *page) autoLink(n *ast.AutoLink) {
	opened := p.openLink(p.doc.autoDestination(n), "", "")
	p.out = appendEscaped(p.out, n.Label(p.doc.source))
	if opened {
		p.closeLink()
	}
}

// film writes a paragraph of one link to a video. It is a link like any other, which loads nothing; a script may make a player of it.
func (p *page) film(paragraph ast.Node) bool {
	f, found := p.doc.filmOf(paragraph)
	if !found {
		return false
	}
	start := len(p.out)
	p.raw(`<p class="video">`)
	if !p.openLink(f.dest, "", ` data-video="`+f.id+`"`) {
		p.out = p.out[:start]
		return false
	}
	p.text(p.word(WordVideo) + ": ")
	if _, bare := f.link.(*ast.AutoLink); bare || !f.link.HasChildren() {
		p.text(f.name)
	} else {
		p.inlines(f.link)
	}
	p.closeLink()
	p.raw("</p>\n")
	return true
}
