package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// broken is something that was meant as a link, a picture or a call of a footnote and was not read as one. at and stop are offsets of the source.
type broken struct {
	kind     breakage
	at, stop int
	label    string // the label without a definition; the address with a blank
	fixed    string // how it should be written
}

type breakage uint8

const (
	noReference breakage = iota
	noFootnote
	blankInAddress
	curlyTitle
)

// linkParser reads links as goldmark does and looks at the brackets that goldmark gives up on: it leaves them as text without a word.
type linkParser struct {
	inner  parser.InlineParser
	closer parser.CloseBlocker
}

// bracket is an opening bracket that waits for its partner, like those that goldmark keeps to itself.
type bracket struct {
	at      int
	picture bool
}

// linkState is what the inline parsers keep of a body.
type linkState struct {
	desk   *desk
	open   []bracket
	broken []broken
}

var linkStateKey = parser.NewContextKey()

func newLinkParser() linkParser {
	inner := parser.NewLinkParser()
	return linkParser{inner, inner.(parser.CloseBlocker)}
}

func stateOf(pc parser.Context) *linkState { return pc.Get(linkStateKey).(*linkState) }

// Trigger implements parser.InlineParser.
func (p linkParser) Trigger() []byte { return p.inner.Trigger() }

// Parse implements parser.InlineParser.
func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	node := p.inner.Parse(parent, block, pc)
	state := stateOf(pc)
	if line[0] != ']' {
		if node != nil {
			state.open = append(state.open, bracket{segment.Start, line[0] == '!'})
		}
		return node
	}
	if len(state.open) == 0 {
		return node
	}
	open := state.open[len(state.open)-1]
	state.open = state.open[:len(state.open)-1]
	if node == nil {
		if b, found := examine(block.Source(), open, segment.Start, line[1:]); found {
			state.broken = append(state.broken, b)
		}
	}
	return node
}

// CloseBlock implements parser.CloseBlocker.
func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	p.closer.CloseBlock(parent, block, pc)
	s := stateOf(pc)
	s.open = s.open[:0]
}

// examine tells what is wrong with the pair of brackets from open to the ']' at end; rest is the line behind it.
func examine(source []byte, open bracket, end int, rest []byte) (broken, bool) {
	inside := open.at + 1
	if open.picture {
		inside++
	}
	label := source[inside:end]
	b := broken{at: open.at, stop: end + 1}
	switch {
	case len(label) > 1 && label[0] == '^' && !bytes.ContainsAny(label, "\n["):
		b.kind, b.label = noFootnote, string(label[1:])
		return b, true
	case len(rest) > 0 && rest[0] == '[':
		n := bytes.IndexByte(rest[:min(len(rest), maxAddress)], ']')
		if n < 0 || rest[1] == '^' {
			return b, false
		}
		if named := bytes.TrimSpace(rest[1:n]); len(named) > 0 {
			label = named
		}
		b.kind, b.label, b.stop = noReference, string(label), end+2+n
		return b, len(bytes.TrimSpace(label)) > 0
	case len(rest) > 0 && rest[0] == '(':
		n := closing(rest)
		if n < 0 {
			return b, false
		}
		b.stop = end + 2 + n
		return examineAddress(b, open.picture, string(source[open.at:end+1]), string(rest[1:n]))
	}
	return b, false
}

// closing finds the ')' that closes the '(' at the start of s, not too far away, or -1.
func closing(s []byte) int {
	depth := 0
	for i, c := range s[:min(len(s), maxAddress)] {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// examineAddress looks into the parentheses behind brackets: blanks in an address, and the curly quotes that word processors put around a title.
func examineAddress(b broken, picture bool, brackets, inside string) (broken, bool) {
	address, title := strings.TrimSpace(inside), ""
	for _, quote := range []string{` "`, ` '`} {
		if i := strings.Index(address, quote); i >= 0 {
			address, title = strings.TrimSpace(address[:i]), address[i:]
		}
	}
	b.kind = blankInAddress
	if i := strings.IndexAny(address, "“”„‟«‘’"); i > 0 && address[i-1] == ' ' {
		title = ` "` + strings.Trim(address[i:], `“”„‟«»‘’"' `) + `"`
		address, b.kind = strings.TrimSpace(address[:i]), curlyTitle
	}
	if !picture && !looksLikeAddress(address) || address == "" || address[0] == '<' {
		return b, false
	}
	blank := strings.ContainsAny(address, " \t")
	if b.kind == blankInAddress && !blank {
		return b, false
	}
	b.label = address
	if blank {
		address = "<" + address + ">"
	}
	b.fixed = brackets + "(" + address + title + ")"
	return b, true
}

// looksLikeAddress tells a file's name or an address from words in parentheses, as in "[1](xem bảng 2)".
func looksLikeAddress(s string) bool {
	if strings.ContainsAny(s, "/#") {
		return true
	}
	dot := strings.LastIndexByte(s, '.')
	if dot < 1 || len(s)-dot < 3 || len(s)-dot > 6 {
		return false
	}
	for _, c := range []byte(s[dot+1:]) {
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// definitionTransformer takes the definitions of links off the beginning of a paragraph. goldmark's own makes a reader for every paragraph there
// is; this one passes it only those that begin with a bracket.
type definitionTransformer struct{ parser.ParagraphTransformer }

// Transform implements parser.ParagraphTransformer.
func (t definitionTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if node.Lines().Len() > 0 {
		line := node.Lines().At(0)
		words := bytes.TrimLeft(reader.Source()[line.Start:line.Stop], " \t\n\v\f\r")
		if len(words) > 0 && words[0] != '[' {
			return
		}
	}
	t.ParagraphTransformer.Transform(node, reader, pc)
}
