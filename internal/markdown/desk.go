package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// desk is where one body is worked on: memory that serves one body after another. Nothing that is handed out may lie on it. It has as many
// nodes of the commonest kinds as a story has; what is above that is made anew.
type desk struct {
	texts          [64]ast.Text
	textsUsed      int
	paragraphs     [32]ast.Paragraph
	paragraphsUsed int
	ids            map[string]int
	starts         []int // of lines
	plain          []byte
	excerpt        []byte
	html           []byte
	holes          []byte
	scratch        []byte // for a moment only
}

// newText gives a node of running text.
func (d *desk) newText(s text.Segment) *ast.Text {
	if d.textsUsed == len(d.texts) {
		return ast.NewTextSegment(s)
	}
	d.textsUsed++
	node := &d.texts[d.textsUsed-1]
	node.Segment = s
	return node
}

func (d *desk) newParagraph() *ast.Paragraph {
	if d.paragraphsUsed == len(d.paragraphs) {
		return ast.NewParagraph()
	}
	d.paragraphsUsed++
	return &d.paragraphs[d.paragraphsUsed-1]
}

// clear makes room for the next body. The lists of lines in paragraphs keep their memory.
func (d *desk) clear() {
	clear(d.texts[:d.textsUsed])
	for i := range d.paragraphs[:d.paragraphsUsed] {
		lines := *d.paragraphs[i].Lines()
		lines.SetSliced(0, 0)
		d.paragraphs[i] = ast.Paragraph{}
		d.paragraphs[i].SetLines(&lines)
	}
	d.textsUsed, d.paragraphsUsed = 0, 0
	clear(d.ids)
}

// paragraphParser is goldmark's, with its paragraphs on the desk.
type paragraphParser struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (paragraphParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return nil, parser.NoChildren
	}
	node := stateOf(pc).desk.newParagraph()
	node.Lines().Append(segment)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}
