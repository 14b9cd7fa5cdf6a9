package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// pictures writes a paragraph that holds nothing but pictures: one is a figure, several are a gallery.
func (p *page) pictures(paragraph ast.Node) bool {
	all := p.doc.picturesOf(paragraph)
	if len(all) == 0 {
		return false
	}
	if len(all) > 1 {
		p.raw("<div class=\"anh-bo\">\n")
	}
	for _, n := range all {
		p.picture(holeFigure, n)
	}
	if len(all) > 1 {
		p.raw("</div>\n")
	}
	return true
}

// picture leaves a hole for a picture. Only the first thing of an id has it.
func (p *page) picture(kind byte, n *ast.Image) {
	p.hole(kind)
	p.field(destination(n.Destination))
	set := attributesOf(n)
	if slices.Contains(p.doc.pictures, n) {
		p.escaped(set.id)
	} else {
		p.field("")
	}
	p.field(strings.Join(set.classes, " "))
	p.escaped(p.doc.plainText(n))
	p.escaped(resolved(n.Title))
}

// shot is a picture as a hole has it: texts for HTML.
type shot struct{ id, classes, alt, title []byte }

// shot reads the fields of a picture. known is false for one that is not in the sources.
func (f *filler) shot() (s shot, image Image, known bool) {
	dest := f.field()
	s = shot{f.field(), f.field(), f.field(), f.field()}
	image, known = f.from.Pictures[string(dest)]
	if !known || image.Address == "" || kindOf(string(dest)) == destDangerous || kindOf(image.Address) == destDangerous {
		return s, Image{}, false
	}
	return s, image, true
}

// figure writes a picture with its title as the caption. A picture that is not in the sources becomes a paragraph of its words.
func (f *filler) figure() {
	s, image, known := f.shot()
	if !known {
		f.raw("<p")
		f.id(s.id)
		f.raw(">")
		f.out = append(f.out, s.alt...)
		if len(s.title) > 0 {
			f.raw("<br>\n")
			f.out = append(f.out, s.title...)
		}
		f.raw("</p>\n")
		return
	}
	f.raw("<figure")
	f.id(s.id)
	f.attribute("class", s.classes)
	f.raw(">\n")
	f.img(s, image)
	f.raw(">")
	if len(s.title) > 0 {
		f.raw("\n<figcaption>")
		f.out = append(f.out, s.title...)
		f.raw("</figcaption>")
	}
	f.raw("\n</figure>\n")
}

// picture writes a picture among words. Links lead to its id even where the picture itself cannot be shown.
func (f *filler) picture() {
	s, image, known := f.shot()
	switch {
	case known:
		f.img(s, image)
		f.attribute("title", s.title)
		f.id(s.id)
		f.attribute("class", s.classes)
		f.raw(">")
	case len(s.id) > 0:
		f.raw("<span")
		f.id(s.id)
		f.raw(">")
		f.out = append(f.out, s.alt...)
		f.raw("</span>")
	default:
		f.out = append(f.out, s.alt...)
	}
}

// id writes an id, if there is one.
func (f *filler) id(id []byte) {
	if len(id) == 0 {
		return
	}
	f.raw(` id="`)
	f.text(f.from.IDPrefix)
	f.out = append(f.out, id...)
	f.raw(`"`)
}

// attribute writes an attribute, if it has a value.
func (f *filler) attribute(name string, value []byte) {
	if len(value) == 0 {
		return
	}
	f.raw(" " + name + `="`)
	f.out = append(f.out, value...)
	f.raw(`"`)
}

// img writes the beginning of <img …>: it ends before the sign that closes it.
func (f *filler) img(s shot, image Image) {
	f.raw(`<img src="`)
	f.address(image.Address)
	f.raw(`" alt="`)
	f.out = append(f.out, s.alt...)
	f.raw(`"`)
	if image.Width > 0 && image.Height > 0 {
		f.raw(` width="`)
		f.out = strconv.AppendInt(f.out, int64(image.Width), 10)
		f.raw(`" height="`)
		f.out = strconv.AppendInt(f.out, int64(image.Height), 10)
		f.raw(`"`)
	}
	f.raw(` loading="lazy" decoding="async"`)
}
