package keys

import (
	"strings"
	"unicode/utf8"

	"guongsang/internal/diag"
)

// plainYAML reads the small part of YAML that nearly all blocks are written in, several times as fast as the library and with the same tree: keys
// and values on one line each, groups by indentation, lists of lines or in brackets on one line, quotes without escapes. It decides nothing
// about anything else, mistakes least of all: at the first thing it does not know (an empty value, a comment, a blank line, a colon within a value,
// a text of several lines …) it gives up, and the library reads the block from its beginning. FuzzPlainYAML holds it against the library.
type plainYAML struct {
	text   string
	at     diag.Place
	pos    int // where reading goes on
	start  int // of the line that pos lies in
	number int // of that line, from 1
}

// How deep plainYAML follows groups, and how many bytes a value may have: its places are counted from the beginning of the line.
const (
	plainDepth = 6
	plainValue = 4096
)

// parsePlain reads a block; ok is false where the library has to. All texts share one copy of the block.
func parsePlain(block []byte, at diag.Place) (root Node, ok bool) {
	if !isPlain(block) {
		return Node{}, false
	}
	p := plainYAML{text: string(block), at: at, number: 1}
	if indent, text := p.line(); indent != 0 || text == "" || text[0] == '-' || !p.group(0, 0, &root) || p.pos < len(p.text) {
		return Node{}, false
	}
	return root, true
}

// isPlain says whether a block has no blank line, no blank at the end of a line and only signs that have no second form and need no second look:
// ASCII without controls, the letters and signs of Latin, common dashes and quotes. So no text of it needs NFC.
func isPlain(block []byte) bool {
	before := byte('\n')
	for i := 0; i < len(block); i++ {
		c, rest := block[i], block[i+1:]
		isEnd := c == '\n' || len(rest) == 0
		if isEnd && (before == ' ' || before == '\n') {
			return false
		}
		before = c
		switch {
		case c > ' ' && c < 0x7f && c != '#', c == ' ' && !isEnd, c == '\n':
		case len(rest) > 0 && (c == 0xc2 && rest[0] > 0xa0 && rest[0] < 0xc0 || c >= 0xc3 && c <= 0xcb && rest[0]&0xc0 == 0x80):
			i++
		case len(rest) > 1 && (c == 0xe1 && rest[0] >= 0xb8 && rest[0] <= 0xbb && rest[1]&0xc0 == 0x80 ||
			c == 0xe2 && rest[0] == 0x80 && rest[1] >= 0x90 && rest[1] <= 0xa7):
			i += 2
		default:
			return false
		}
	}
	return true
}

// line gives what is left of the present line: in which column (from 0) it begins, and its text; -1 at the end of the block.
func (p *plainYAML) line() (indent int, text string) {
	if p.pos == len(p.text) {
		return -1, ""
	}
	text, _, _ = strings.Cut(p.text[p.pos:], "\n")
	blanks := len(text) - len(strings.TrimLeft(text, " "))
	p.pos += blanks
	return p.pos - p.start, text[blanks:]
}

// next goes to the next line.
func (p *plainYAML) next() {
	i := strings.IndexByte(p.text[p.pos:], '\n')
	if i < 0 {
		p.pos = len(p.text)
		return
	}
	p.pos += i + 1
	p.start, p.number = p.pos, p.number+1
}

// place puts the place of an offset in the present line into a node.
func (p *plainYAML) place(offset int, out *Node) {
	place := shift(p.at, p.number, 1+utf8.RuneCountInString(p.text[p.start:offset]))
	out.Line, out.Column = place.Line, place.Column
}

// group reads the lines that begin in one column as a list or as keys.
func (p *plainYAML) group(indent, depth int, out *Node) bool {
	_, text := p.line()
	p.place(p.pos, out)
	if strings.HasPrefix(text, "- ") {
		return p.list(indent, depth, out)
	}
	out.Kind, out.Pairs = Map, make([]Pair, 0, p.lines(indent))
	for {
		at, text := p.line()
		if at != indent || strings.HasPrefix(text, "- ") {
			return at < indent
		}
		key, rest, found := strings.Cut(text, ":")
		if !found || !isPlainText(key, true) {
			return false
		}
		out.Pairs = append(out.Pairs, Pair{})
		pair := &out.Pairs[len(out.Pairs)-1]
		p.plain(key, &pair.Key)
		p.pos++
		switch {
		case rest == "":
			p.next()
			below, text := p.line()
			isBelow := below > indent || below == indent && strings.HasPrefix(text, "- ")
			if !isBelow || depth == plainDepth || !p.group(below, depth+1, &pair.Value) {
				return false
			}
		case !p.value(&pair.Value):
			return false
		}
	}
}

// lines guesses how many keys a group has, by the lines from here on that begin in its column.
func (p *plainYAML) lines(indent int) int {
	_, below, _ := strings.Cut(p.text[p.pos:], "\n")
	n := 1
	for line := range strings.Lines(below) {
		blanks := len(line) - len(strings.TrimLeft(line, " "))
		if blanks < indent {
			break
		}
		if blanks == indent && line[blanks] != '-' {
			n++
		}
	}
	return n
}

// list reads lines that begin with a hyphen in one column. What stands behind a hyphen may be the first line of a group.
func (p *plainYAML) list(indent, depth int, out *Node) bool {
	out.Kind = List
	for {
		at, text := p.line()
		if at != indent || !strings.HasPrefix(text, "- ") {
			return at <= indent
		}
		out.Items = append(out.Items, Node{})
		item := &out.Items[len(out.Items)-1]
		p.pos++ // the blank is the value's
		if key, _, found := strings.Cut(text[len("- "):], ":"); found && isPlainText(key, true) {
			p.pos++
			if depth == plainDepth || !p.group(p.pos-p.start, depth+1, item) {
				return false
			}
		} else if !p.value(item) {
			return false
		}
	}
}

// value reads a blank and all that stands behind it on its line, and goes to the next.
func (p *plainYAML) value(out *Node) bool {
	text, _, _ := strings.Cut(p.text[p.pos:], "\n")
	if len(text) < 2 || len(text) > plainValue || text[0] != ' ' {
		return false
	}
	p.pos++
	ok := true
	switch text[1] {
	case '[':
		p.place(p.pos, out)
		ok = p.items(out)
	case '{':
		p.place(p.pos, out)
		ok = p.pairs(out)
	case '"', '\'':
		ok = p.quoted(out)
	default:
		if ok = isPlainText(text[1:], false); ok {
			p.plain(text[1:], out)
		}
	}
	if !ok || p.pos < len(p.text) && p.text[p.pos] != '\n' {
		return false
	}
	p.next()
	return true
}

// plain takes a text without quotes.
func (p *plainYAML) plain(text string, out *Node) {
	out.Kind, out.Text = Scalar, text
	p.place(p.pos, out)
	p.pos += len(text)
}

// quoted reads a text in quotes that has none of them in it, and no backslash.
func (p *plainYAML) quoted(out *Node) bool {
	sign, rest := p.text[p.pos], p.text[p.pos+1:]
	end := strings.IndexAny(rest, "\n\\"+string(sign))
	if end < 0 || rest[end] != sign {
		return false
	}
	p.plain(rest[:end], out)
	out.Quoted = true
	out.Inner.Line, out.Inner.Column = out.Line, out.Column+1
	p.pos += len(`""`)
	return true
}

// inBrackets reads a text within brackets, and the blanks around it. What follows is a comma or a bracket, or the caller gives up.
func (p *plainYAML) inBrackets(out *Node) bool {
	p.blanks()
	rest := p.text[p.pos:]
	if strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "'") {
		if !p.quoted(out) {
			return false
		}
	} else {
		text := strings.TrimRight(rest[:max(0, strings.IndexAny(rest, ",]}\n"))], " ")
		if !isPlainText(text, true) {
			return false
		}
		p.plain(text, out)
	}
	p.blanks()
	return p.pos < len(p.text)
}

func (p *plainYAML) blanks() {
	for p.pos < len(p.text) && p.text[p.pos] == ' ' {
		p.pos++
	}
}

// items reads a list in brackets.
func (p *plainYAML) items(out *Node) bool {
	inside, _, _ := strings.Cut(p.text[p.pos:], "]")
	out.Kind, out.Items = List, make([]Node, 0, 1+strings.Count(inside, ","))
	if inside == "[" {
		p.pos++
	}
	for p.text[p.pos] != ']' {
		p.pos++ // the bracket or the comma
		out.Items = append(out.Items, Node{})
		if !p.inBrackets(&out.Items[len(out.Items)-1]) || p.text[p.pos] != ',' && p.text[p.pos] != ']' {
			return false
		}
	}
	p.pos++
	return true
}

// pairs reads keys in brackets, each with one text.
func (p *plainYAML) pairs(out *Node) bool {
	inside, _, _ := strings.Cut(p.text[p.pos:], "}")
	out.Kind, out.Pairs = Map, make([]Pair, 0, strings.Count(inside, ": "))
	if inside == "{" {
		p.pos++
	}
	for p.text[p.pos] != '}' {
		p.pos++ // the bracket or the comma
		p.blanks()
		key, _, found := strings.Cut(p.text[p.pos:], ": ")
		if !found || !isPlainText(key, true) {
			return false
		}
		out.Pairs = append(out.Pairs, Pair{})
		pair := &out.Pairs[len(out.Pairs)-1]
		p.plain(key, &pair.Key)
		p.pos++
		if !p.inBrackets(&pair.Value) || p.text[p.pos] != ',' && p.text[p.pos] != '}' {
			return false
		}
	}
	p.pos++
	return true
}

// isPlainText says whether a text without quotes is surely that and nothing else: it begins with a letter or a digit, ends without a blank and
// has no sign in it that can mean anything. narrow is for keys and for what stands within brackets.
func isPlainText(s string, narrow bool) bool {
	const most = 500 // bytes of a key; the library takes twice as many
	if s == "" || s[len(s)-1] == ' ' || narrow && (len(s) > most || strings.ContainsAny(s, "\n,[]{}?")) || strings.IndexByte(s, ':') >= 0 {
		return false
	}
	switch s {
	case "null", "Null", "NULL":
		return false
	}
	c := s[0]
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf
}
