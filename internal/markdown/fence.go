package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// fenceParser remembers which code fences were closed; one that was not has swallowed the rest of the body.
type fenceParser struct{ parser.BlockParser }

const closedKey = "closed"

// Continue implements parser.BlockParser.
func (p fenceParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	state := p.BlockParser.Continue(node, reader, pc)
	if state == parser.Close {
		node.SetAttributeString(closedKey, true)
	}
	return state
}

func isClosed(n *ast.FencedCodeBlock) bool {
	_, closed := n.AttributeString(closedKey)
	return closed
}
