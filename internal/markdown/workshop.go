package markdown

import (
	"sync"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// workshop is what all bodies share: the parsers, which are finished when they are made and keep what they learn of a body in the
// Context of that body, and the desks that are free.
type workshop struct {
	running parser.Parser // for sources that isRunning allows
	careful parser.Parser
	desks   sync.Pool
}

var shared = newWorkshop()

func newWorkshop() *workshop {
	return &workshop{
		running: newParser(runningParser{}),
		careful: newParser(),
		desks:   sync.Pool{New: func() any { return &desk{ids: map[string]int{}} }},
	}
}

// takeDesk gives a desk for one body; giveBack must follow when nothing on it is needed any more.
func (w *workshop) takeDesk() *desk { return w.desks.Get().(*desk) }

func (w *workshop) giveBack(d *desk) {
	d.clear()
	w.desks.Put(d)
}

// newParser makes a parser of the dialect, with more inline parsers.
func newParser(more ...parser.InlineParser) parser.Parser {
	p := parser.NewParser(
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
			util.Prioritized(paragraphParser{parser.NewParagraphParser()}, 1000),
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
	for _, inline := range more {
		p.AddOptions(parser.WithInlineParsers(util.Prioritized(inline, 800)))
	}
	return p
}
