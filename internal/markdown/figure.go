package markdown

import (
	"slices"

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
		p.figure(n)
	}
	if len(all) > 1 {
		p.raw("</div>\n")
	}
	return true
}

// figure writes a picture with its title as the caption. A picture that is not in the sources becomes a paragraph of its words.
func (p *page) figure(n *ast.Image) {
	title := resolved(n.Title)
	image, known := p.image(n)
	if !known {
		p.raw("<p")
		p.pictureID(n)
		p.raw(">")
		p.text(p.doc.plainText(n))
		if title != "" {
			p.raw("<br>\n")
			p.text(title)
		}
		p.raw("</p>\n")
		return
	}
	p.raw("<figure")
	p.pictureID(n)
	p.classes(attributesOf(n).classes)
	p.raw(">\n")
	p.img(n, image)
	if title != "" {
		p.raw("\n<figcaption>")
		p.text(title)
		p.raw("</figcaption>")
	}
	p.raw("\n</figure>\n")
}

// picture writes a picture among words.
func (p *page) picture(n *ast.Image) {
	image, known := p.image(n)
	switch {
	case !known && slices.Contains(p.doc.pictures, n):
		p.raw("<span")
		p.pictureID(n)
		p.raw(">")
		p.text(p.doc.plainText(n))
		p.close("span")
		return
	case !known:
		p.text(p.doc.plainText(n))
		return
	}
	p.img(n, image)
	p.out = p.out[:len(p.out)-1]
	if title := resolved(n.Title); title != "" {
		p.raw(` title="`)
		p.text(title)
		p.raw(`"`)
	}
	p.pictureID(n)
	p.classes(attributesOf(n).classes)
	p.raw(">")
}

func (p *page) image(n *ast.Image) (Image, bool) {
	dest := destination(n.Destination)
	image, known := p.from.Pictures[dest]
	if !known || image.Address == "" || kindOf(dest) == destDangerous || kindOf(image.Address) == destDangerous {
		return Image{}, false
	}
	return image, true
}

// pictureID writes the id that the author gave a picture. Only the first thing of an id has it; links lead to it even where the
// picture itself cannot be shown.
func (p *page) pictureID(n *ast.Image) {
	if slices.Contains(p.doc.pictures, n) {
		p.id(attributesOf(n).id)
	}
}

func (p *page) img(n *ast.Image, image Image) {
	p.raw(`<img src="`)
	p.address(image.Address)
	p.raw(`" alt="`)
	p.text(p.doc.plainText(n))
	p.raw(`"`)
	if image.Width > 0 && image.Height > 0 {
		p.raw(` width="`)
		p.number(image.Width)
		p.raw(`" height="`)
		p.number(image.Height)
		p.raw(`"`)
	}
	p.raw(` loading="lazy" decoding="async">`)
}
