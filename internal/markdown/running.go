package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// runningParser takes running text in one go, up to the next sign that can mean something. goldmark looks at every byte by itself; most of
// a story is letters. What it makes is what goldmark would have made: the fuzz tests hold the two against each other.
//
// It serves only sources without '\\' and '\r': what these do to the sign behind them goldmark keeps to itself.
type runningParser struct{}

func isRunning(source []byte) bool {
	return bytes.IndexByte(source, '\\') < 0 && bytes.IndexByte(source, '\r') < 0
}

// Trigger implements parser.InlineParser. goldmark calls a parser of blanks at the beginning of each stretch of text too.
func (runningParser) Trigger() []byte { return []byte{' '} }

// meaningful are the signs that other inline parsers wait for. ':' is one in "://" only.
var meaningful = [256]bool{
	'`': true, '[': true, ']': true, '!': true, '<': true, '*': true, '_': true, '~': true, '{': true, ':': true, '\n': true,
}

// Parse implements parser.InlineParser.
func (runningParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if segment.Padding != 0 || segment.ForceNewline {
		return nil
	}
	end := runLength(line)
	toEnd := end == len(line) || line[end] == '\n'
	if end == 0 && !toEnd {
		return nil
	}
	run := segment.WithStop(segment.Start + end)
	if toEnd {
		run = run.TrimRightSpace(block.Source())
	}
	words, joined := parent.LastChild().(*ast.Text)
	if joined = joined && words.Segment.Stop == segment.Start && !words.IsRaw(); joined {
		words.Segment.Stop = run.Stop
	} else {
		words = stateOf(pc).desk.newText(run)
	}
	if !toEnd {
		block.Advance(end)
		return words
	}
	if end < len(line) {
		hard := bytes.HasSuffix(line[:end], []byte("  "))
		words.SetHardLineBreak(hard)
		words.SetSoftLineBreak(!hard)
	}
	block.AdvanceLine()
	return words
}

// runLength is the length of the running text at the start of a line.
func runLength(line []byte) int {
	for i, c := range line {
		if meaningful[c] && (c != ':' || bytes.HasPrefix(line[i:], []byte("://"))) {
			return i
		}
	}
	return len(line)
}
