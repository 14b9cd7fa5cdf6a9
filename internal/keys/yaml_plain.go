package keys

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// plainYAML reads the small part of YAML that nearly all blocks are written in, several times as fast as the library and with the same tree: keys
// and values on one line each, groups by indentation, lists of lines or in brackets on one line, quotes without escapes. It decides nothing
// about anything else, mistakes least of all: at the first thing it does not know (an empty value, a comment, a blank line, a colon within a value,
// a text of several lines …) it gives up, and the library reads the block from its beginning. FuzzPlainYAML holds it against the library.
type plainYAML struct {
	text  string
	at    diag.Place // of what place answered last
	known int        // its offset
	pos   int        // where reading goes on
	start int        // of the line that pos lies in
	end   int        // of that line
	pairs slab[Pair]
	nodes slab[Node]
}

// plainDepth is how deep plainYAML follows groups.
const plainDepth = 6

// parsePlain reads a block; ok is false where the library has to. All texts share one copy of the block.
func parsePlain(block []byte, at diag.Place) (root Node, ok bool) {
	if !isPlain(block) {
		return Node{}, false
	}
	at.Column = max(at.Column, 1)
	p := plainYAML{text: string(block), at: at}
	p.pairs.next = min(bytes.Count(block, []byte{':'}), 64) // at least as many as there are keys
	p.nodes.next = 8
	p.line()
	indent, text := p.rest()
	if indent != 0 || text == "" || text[0] == '-' || !p.group(0, 0, &root) || p.pos < len(p.text) {
		return Node{}, false
	}
	return root, true
}

// isPlain says whether a block does not end in a blank and has only signs that have no second form and need no second look: ordinary text
// without tabs and without what begins a comment. So no text of it needs NFC.
func isPlain(block []byte) bool {
	return !bytes.HasSuffix(block, []byte{' '}) && bytes.IndexByte(block, '#') < 0 && bytes.IndexByte(block, '\t') < 0 &&
		viet.Ordinary(block) == len(block)
}

// line takes the line that begins at pos.
func (p *plainYAML) line() {
	p.start, p.end = p.pos, len(p.text)
	if i := strings.IndexByte(p.text[p.pos:], '\n'); i >= 0 {
		p.end = p.pos + i
	}
}

// next goes to the next line.
func (p *plainYAML) next() {
	if p.pos = p.end; p.pos == len(p.text) {
		return
	}
	p.pos++
	p.at.Line, p.at.Column, p.known = p.at.Line+1, 1, p.pos
	p.line()
}

// rest goes over blanks and gives what is left of the line: in which column (from 0) it begins, and its text; -1 at the end of the block.
func (p *plainYAML) rest() (indent int, text string) {
	if p.pos == len(p.text) {
		return -1, ""
	}
	p.blanks()
	return p.pos - p.start, p.text[p.pos:p.end]
}

func (p *plainYAML) blanks() {
	for p.pos < p.end && p.text[p.pos] == ' ' {
		p.pos++
	}
}

// place gives the place of pos.
func (p *plainYAML) place() (line, column int) {
	for ; p.known < p.pos; p.known++ {
		if utf8.RuneStart(p.text[p.known]) {
			p.at.Column++
		}
	}
	return p.at.Line, p.at.Column
}

// group reads the lines that begin in one column as a list or as keys.
func (p *plainYAML) group(indent, depth int, out *Node) bool {
	_, text := p.rest()
	out.Line, out.Column = p.place()
	if strings.HasPrefix(text, "- ") {
		return p.list(indent, depth, out)
	}
	out.Kind, out.Pairs = Map, p.pairs.take(p.lines(indent, false))
	for {
		at, text := p.rest()
		if at != indent || strings.HasPrefix(text, "- ") {
			return at < indent
		}
		key, rest, found := strings.Cut(text, ":")
		if !found || !isPlainText(key, true) {
			return false
		}
		out.Pairs = append(out.Pairs, Pair{})
		pair := &out.Pairs[len(out.Pairs)-1]
		p.key(key, pair)
		switch {
		case rest == "":
			p.next()
			below, text := p.rest()
			isBelow := below > indent || below == indent && strings.HasPrefix(text, "- ")
			if !isBelow || depth == plainDepth || !p.group(below, depth+1, &pair.Value) {
				return false
			}
		case !p.value(&pair.Value):
			return false
		}
	}
}

// lines guesses how many keys a group has, or how many items, by the lines from the present one on that begin in its column.
func (p *plainYAML) lines(indent int, items bool) int {
	n := 1
	for rest := p.text[p.end:]; len(rest) > 1; {
		rest = rest[1:]
		blanks := 0
		for blanks < len(rest) && rest[blanks] == ' ' {
			blanks++
		}
		isItem := strings.HasPrefix(rest[blanks:], "-")
		if blanks < indent || blanks == indent && items && !isItem {
			break
		}
		if blanks == indent && isItem == items {
			n++
		}
		end := strings.IndexByte(rest, '\n')
		if end < 0 {
			break
		}
		rest = rest[end:]
	}
	return n
}

// list reads lines that begin with a hyphen in one column. What stands behind a hyphen may be the first line of a group.
func (p *plainYAML) list(indent, depth int, out *Node) bool {
	out.Kind, out.Items = List, p.nodes.take(p.lines(indent, true))
	for {
		at, text := p.rest()
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
