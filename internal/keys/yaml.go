package keys

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// maxDepth is how deep groups may lie within each other. The tables need four levels; a tree that is deeper is an accident or an attack.
const maxDepth = 32

// ParseYAML reads a block of YAML, UTF-8 with lines ending in LF or CRLF. at is the place of the block's first character in the author's file. An
// empty block, or one of comments
// only, is a Null node without a problem. On a problem of syntax the node is what could be read, most often nothing.
//
// Of YAML it takes texts, lists and maps in all their spellings. Anchors, aliases, merge keys, tags and several documents are refused. Odd
// blanks that come with pasted text (no-break and others) count as blanks.
func ParseYAML(block []byte, at diag.Place) (Node, []diag.Problem) {
	if root, ok := parsePlain(block, at); ok {
		return root, nil
	}
	return parseYAML(plainBlanks(block), at)
}

// parseYAML reads any block.
func parseYAML(block []byte, at diag.Place) (Node, []diag.Problem) {
	var document yaml.Node
	if err := yaml.Load(block, &document); err != nil {
		return yamlFailed(block, at, err)
	}
	if len(document.Content) == 0 {
		return Node{Line: at.Line, Column: at.Column}, nil
	}
	y := yamlTree{block: block, at: at}
	var root Node
	y.node(document.Content[0], 0, &root)
	if root.Kind == Null { // of nothing but "---" the library says that it stands behind the end
		root.Line, root.Column = at.Line, at.Column
	}
	if root.Kind == Scalar && !root.Quoted {
		// One line without "key: value" is a text to YAML.
		return Node{}, append(y.problems, diag.At(root.Place(at.File), diag.KeyWithoutColon, shorten(root.Text)))
	}
	return root, y.problems
}

func yamlFailed(block []byte, at diag.Place, err error) (Node, []diag.Problem) {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		load = &yaml.LoadError{Message: err.Error()}
	}
	if strings.Contains(load.Message, "no documents in stream") {
		return Node{Line: at.Line, Column: at.Column}, nil
	}
	return Node{}, []diag.Problem{yamlError{block: block, at: at, err: load}.problem()}
}

// yamlTree turns the library's tree into ours.
type yamlTree struct {
	block    []byte
	at       diag.Place
	problems []diag.Problem
}

func (y *yamlTree) place(line, column int) diag.Place { return shift(y.at, line, column) }

func (y *yamlTree) refuse(n *yaml.Node, code diag.Code, args ...string) {
	y.problems = append(y.problems, diag.At(y.place(n.Line, n.Column), code, args...))
}

// node fills out, which is where our node will stay: nodes are large.
func (y *yamlTree) node(n *yaml.Node, depth int, out *Node) {
	p := y.place(n.Line, n.Column)
	out.Line, out.Column = p.Line, p.Column
	switch {
	case depth > maxDepth:
		y.refuse(n, diag.TooDeep)
	case n.Kind == yaml.AliasNode:
		y.refuse(n, diag.AliasRefused, "*")
	case n.Anchor != "":
		y.refuse(n, diag.AliasRefused, "&")
	case n.Style&yaml.TaggedStyle != 0:
		y.refuse(n, diag.QuoteValue, "!")
	case n.Kind == yaml.ScalarNode:
		y.scalar(n, out)
	case n.Kind == yaml.SequenceNode:
		out.Kind = List
		out.Items = make([]Node, len(n.Content))
		for i, item := range n.Content {
			y.node(item, depth+1, &out.Items[i])
		}
	case n.Kind == yaml.MappingNode:
		out.Kind = Map
		out.Pairs = make([]Pair, 0, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			if !y.isKey(n, key, value) {
				continue
			}
			p := y.place(key.Line, key.Column)
			out.Pairs = append(out.Pairs, Pair{Key: Written{Text: viet.NFC(key.Value), Line: p.Line, Column: p.Column}})
			y.node(value, depth+1, &out.Pairs[len(out.Pairs)-1].Value)
		}
	}
}

func (y *yamlTree) scalar(n *yaml.Node, out *Node) {
	out.Quoted = n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
	if !out.Quoted && n.Tag == "!!null" {
		return
	}
	out.Kind = Scalar
	out.Text = viet.NFC(n.Value)
	out.Inner.Line, out.Inner.Column = y.inner(n)
	if hasControl(out.Text) { // \a in "C:\anh"
		y.refuse(n, diag.BadEscape)
	}
	// "Tổ #3" loses its number: a comment that sticks to its sign is most often meant as text.
	if c := n.LineComment; !out.Quoted && len(c) > 1 && c[0] == '#' && c[1] != ' ' && c[1] != '#' && c[1] != '\t' {
		y.problems = append(y.problems, diag.At(diag.Place{File: y.at.File, Line: out.Line, Column: out.Column}, diag.HashComment, shorten(c)))
	}
}

// inner finds the first letter of a text in quotes or of a block; zeros for others.
func (y *yamlTree) inner(n *yaml.Node) (line, column int) {
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		p := y.place(n.Line, n.Column+1)
		return p.Line, p.Column
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		number := 0
		for text := range bytes.Lines(y.block) {
			if number++; number > n.Line && len(bytes.TrimSpace(text)) > 0 {
				p := y.place(number, 1+len(text)-len(bytes.TrimLeft(text, " ")))
				return p.Line, p.Column
			}
		}
	}
	return 0, 0
}

// isKey says whether a key is one, and refuses it where it is not.
func (y *yamlTree) isKey(parent, key, value *yaml.Node) bool {
	switch {
	case key.Kind == yaml.AliasNode, key.Anchor != "":
		y.refuse(key, diag.AliasRefused, "&")
		return false
	case key.Kind != yaml.ScalarNode:
		y.refuse(key, diag.KeyNotText)
		return false
	case key.Tag == "!!merge":
		y.refuse(key, diag.AliasRefused, "<<")
		return false
	case key.Style&yaml.TaggedStyle != 0:
		y.refuse(key, diag.QuoteValue, "!")
		return false
	}
	// In {nội dung: một, hai} the library makes "hai" a key without a value; the empty value then stands right where the key ends.
	if parent.Style&yaml.FlowStyle != 0 && value.Tag == "!!null" && value.Value == "" && value.Style == 0 && key.Style == 0 &&
		value.Line == key.Line && value.Column == key.Column+utf8.RuneCountInString(key.Value) {
		y.refuse(key, diag.CommaInValue, key.Value)
		return false
	}
	return true
}

// shift brings a line and a column of a block, both from 1, into the author's file.
func shift(at diag.Place, line, column int) diag.Place {
	line, column = max(line, 1), max(column, 1)
	if line == 1 {
		column += max(at.Column, 1) - 1
	}
	return diag.Place{File: at.File, Line: at.Line + line - 1, Column: column}
}

// plainBlanks turns the blanks that word processors and web pages have into common ones, which YAML's grammar asks for. Each is one
// code point before and after, so that columns stay.
func plainBlanks(block []byte) []byte {
	if !bytes.ContainsAny(block, oddBlanks) {
		return block
	}
	return bytes.Map(func(r rune) rune {
		if r >= 0x80 && strings.ContainsRune(oddBlanks, r) {
			return ' '
		}
		return r
	}, block)
}

const oddBlanks = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

// hasControl says whether a text has a control character other than a tab or a line's end. An author's file cannot have one, but an
// escape can make it.
func hasControl(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f || c == 0xc2 && i+1 < len(s) && s[i+1] >= 0x80 && s[i+1] < 0xa0 {
			return true
		}
	}
	return false
}

// shorten makes a piece of the author's text fit into a message: one line, at most 60 code points.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= 60 {
		return s
	}
	return string([]rune(s)[:59]) + "…"
}
