package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// picturesOf gives the pictures of a paragraph that holds nothing else, nil for any other.
func (d *document) picturesOf(paragraph ast.Node) []*ast.Image {
	var all []*ast.Image
	for c := paragraph.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			all = append(all, c)
		case *ast.Text:
			if !util.IsBlank(c.Segment.Value(d.source)) {
				return nil
			}
		default:
			return nil
		}
	}
	return all
}

// film is a paragraph of one link to a video.
type film struct {
	link     ast.Node // *ast.Link or *ast.AutoLink
	dest     string
	id, name string
}

// filmOf gives the video of a paragraph that holds nothing else.
func (d *document) filmOf(paragraph ast.Node) (film, bool) {
	link := paragraph.FirstChild()
	if link == nil || link.NextSibling() != nil {
		return film{}, false
	}
	f := film{link: link}
	switch n := link.(type) {
	case *ast.Link:
		f.dest = destination(n.Destination)
	case *ast.AutoLink:
		f.dest = d.autoDestination(n)
	default:
		return film{}, false
	}
	if kind := kindOf(f.dest); kind != destOutside && kind != destOther {
		return film{}, false
	}
	var ok bool
	f.id, f.name, ok = video(f.dest)
	return f, ok
}

// autoDestination is the destination of <address> or a bare address.
func (d *document) autoDestination(n *ast.AutoLink) string {
	address := string(n.URL(d.source))
	if scheme, _ := schemeOf(address); n.AutoLinkType == ast.AutoLinkEmail && scheme != "mailto" {
		return "mailto:" + address
	}
	return address
}

// dashes are what the source of a quotation begins with.
var dashes = [...]string{"—", "–", "---", "--"}

func dashLength(line []byte) int {
	for _, dash := range dashes {
		if bytes.HasPrefix(line, []byte(dash)) {
			return len(dash)
		}
	}
	return 0
}

// quoteSource finds the source of a blockquote: the first node of its last line, where that line begins with a dash and no other does.
func (d *document) quoteSource(quote ast.Node) (first *ast.Text, ok bool) {
	paragraph, ok := quote.LastChild().(*ast.Paragraph)
	if !ok {
		return nil, false
	}
	lines, last := paragraph.Lines(), paragraph.Lines().Len()-1
	if paragraph == quote.FirstChild() && last == 0 {
		return nil, false // nothing that it could be the source of
	}
	for block := quote.FirstChild(); block != nil; block = block.NextSibling() {
		for i := range block.Lines().Len() {
			line := block.Lines().At(i)
			if block == ast.Node(paragraph) && i == last {
				break
			}
			if dashLength(bytes.TrimLeft(line.Value(d.source), " \t")) > 0 {
				return nil, false
			}
		}
	}
	start := lines.At(last).Start
	for c := paragraph.FirstChild(); c != nil; c = c.NextSibling() {
		// An emphasis may begin on an earlier line; then the last line has no node of its own.
		if t, isText := c.(*ast.Text); isText && t.Segment.Start >= start {
			words := t.Segment.Value(d.source)
			dash := dashLength(words)
			source := strings.TrimSpace(string(words[dash:])) != "" || t.NextSibling() != nil
			return t, dash > 0 && source && t.Segment.Start <= start
		}
	}
	return nil, false
}
