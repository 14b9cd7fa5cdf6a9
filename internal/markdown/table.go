package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"guongsang/internal/viet"
)

// table writes a table into a region that scrolls sideways on narrow screens: it can be reached by the keyboard and has a
// name, its number and its columns.
func (p *page) table(n *east.Table) {
	p.tables++
	p.raw(`<div class="bang" role="region" tabindex="0" aria-label="`)
	p.word(labelTable)
	p.text(p.tableName(n))
	p.raw("\">\n<table>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, header := row.(*east.TableHeader)
		switch {
		case header:
			p.raw("<thead>\n")
		case !body:
			p.raw("<tbody>\n")
			body = true
		}
		p.raw("<tr>\n")
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			p.cell(cell.(*east.TableCell), header)
		}
		p.raw("</tr>\n")
		if header {
			p.raw("</thead>\n")
		}
	}
	if body {
		p.raw("</tbody>\n")
	}
	p.raw("</table>\n</div>\n")
}

// tableName gives what stands behind the word for a table.
func (p *page) tableName(n *east.Table) string {
	const most = 12 // words
	name := " " + strconv.Itoa(p.tables)
	var columns []string
	for cell := n.FirstChild().FirstChild(); cell != nil; cell = cell.NextSibling() {
		if title := p.doc.plainText(cell); title != "" {
			columns = append(columns, title)
		}
	}
	if len(columns) == 0 {
		return name
	}
	return name + ": " + viet.FirstWords(strings.Join(columns, ", "), most)
}

// cell writes a cell. An empty one at the head of a column is no heading.
func (p *page) cell(n *east.TableCell, header bool) {
	tag := "td"
	if header && n.HasChildren() {
		tag = "th"
		p.raw(`<th scope="col"`)
	} else {
		p.raw("<td")
	}
	switch n.Alignment {
	case east.AlignLeft:
		p.raw(` class="can-trai"`)
	case east.AlignCenter:
		p.raw(` class="can-giua"`)
	case east.AlignRight:
		p.raw(` class="can-phai"`)
	}
	p.raw(">")
	p.inlines(ast.Node(n))
	p.close(tag)
	p.raw("\n")
}
