package markdown

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// attributes is what stood in {#id .class}. goldmark's own parser of attributes passes on whatever it finds, style and event handlers too, and
// knows no places; so this one reads them.
type attributes struct {
	id      string
	classes []string
	refused []refused
}

// refused is a part of {…} that is not allowed, with its offset in the source.
type refused struct {
	text string
	at   int
}

// knownClasses are the classes that authors may give: wide, small, at the left, at the right.
var knownClasses = [...]string{"rong", "nho", "trai", "phai"}

// attributeKey names the attribute under which a node holds its attributes.
const attributeKey = "guongsang"

var noAttributes = &attributes{}

func attributesOf(n ast.Node) *attributes {
	if v, ok := n.AttributeString(attributeKey); ok {
		return v.(*attributes)
	}
	return noAttributes
}

// parseAttributes reads {…} at the start of s, which lies at offset at of the source. It returns the length read, 0 if the braces hold
// anything but #id, .class and key=value: then they are the author's text.
func parseAttributes(s []byte, at int, mayName bool) (*attributes, int) {
	end := bytes.IndexByte(s, '}')
	if end < 0 || s[0] != '{' {
		return nil, 0
	}
	set := &attributes{}
	for i := 1; i < end; {
		if c := s[i]; c == ' ' || c == '\t' || c == ',' {
			i++
			continue
		}
		start, quoted := i, false
		for i < end && (quoted || s[i] != ' ' && s[i] != '\t' && s[i] != ',') {
			quoted = quoted != (s[i] == '"')
			i++
		}
		if !set.add(string(s[start:i]), at+start, mayName) {
			return nil, 0
		}
	}
	if set.id == "" && set.classes == nil && set.refused == nil {
		return nil, 0
	}
	return set, end + 1
}

func (a *attributes) add(token string, at int, mayName bool) bool {
	name := token[1:]
	switch {
	case token[0] == '#':
		if mayName && a.id == "" && isID(name) {
			a.id = name
			return true
		}
	case token[0] == '.':
		if mayName && slices.Contains(knownClasses[:], name) {
			if !slices.Contains(a.classes, name) {
				a.classes = append(a.classes, name)
			}
			return true
		}
	case !isPair(token):
		return false
	}
	a.refused = append(a.refused, refused{token, at})
	return true
}

func isID(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return s != ""
}

// isPair tells key=value.
func isPair(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if s[i] == '=' {
			return i > 0
		}
		if (c < 'a' || c > 'z') && (s[i] < '0' || s[i] > '9') && s[i] != '-' && s[i] != '_' && s[i] != ':' {
			return false
		}
	}
	return false
}

// headingParser takes the attributes off the end of a heading's text.
type headingParser struct{ parser.BlockParser }

// Close implements parser.BlockParser.
func (p headingParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(node, reader, pc)
	if node.Parent() == nil || node.Lines().Len() == 0 {
		return // what looked like an underlined heading was none, or there is no text
	}
	source := reader.Source()
	last := node.Lines().Len() - 1
	line := node.Lines().At(last)
	value := bytes.TrimRight(source[line.Start:line.Stop], " \t\n")
	if !bytes.HasSuffix(value, []byte("}")) {
		return
	}
	open := bytes.LastIndexByte(value, '{')
	if open < 0 || open > 0 && value[open-1] == '\\' {
		return
	}
	set, n := parseAttributes(value[open:], line.Start+open, true)
	if n != len(value)-open {
		return
	}
	node.SetAttributeString(attributeKey, set)
	// "## Text ## {#id}": the closing signs were not seen as such while the braces stood behind them.
	rest := bytes.TrimRight(value[:open], " \t")
	if bare := bytes.TrimRight(rest, "#"); len(bare) == 0 || bare[len(bare)-1] == ' ' {
		rest = bytes.TrimRight(bare, " \t")
	}
	node.Lines().Set(last, line.WithStop(line.Start+len(rest)))
}

// attributeParser reads {…} right behind a picture or a link. A link may have none, so all it finds there is refused.
type attributeParser struct{}

// Trigger implements parser.InlineParser.
func (attributeParser) Trigger() []byte { return []byte{'{'} }

// Parse implements parser.InlineParser. The braces become an empty text.
func (attributeParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	owner := parent.LastChild()
	_, picture := owner.(*ast.Image)
	if _, link := owner.(*ast.Link); !picture && !link {
		return nil
	}
	line, segment := block.PeekLine()
	set, n := parseAttributes(line, segment.Start, picture)
	if n == 0 {
		return nil
	}
	owner.SetAttributeString(attributeKey, set)
	block.Advance(n)
	return ast.NewTextSegment(text.NewSegment(segment.Start, segment.Start))
}
