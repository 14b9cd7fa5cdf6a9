package yamltext

import (
	"strings"

	"guongsang/internal/keys"
)

// style is how a value is written.
type style uint8

const (
	empty style = iota // nothing is written
	plain
	single
	double
	literal // |
	folded  // >
	blockMap
	blockList
	flowMap  // {…}
	flowList // […]
)

// node is a value as it is written. All places are indices of text.runes.
type node struct {
	style
	start, end int // its own characters; a block's reach from its first key or hyphen to the end of its last value
	indent     int // the column of a block's keys or hyphens, of the lines of literal and folded
	head       int // of literal and folded: behind | or > and the signs that belong to it
	entries    []entry
}

// entry is a key with its value, or an item of a list.
type entry struct {
	start int // the key, the hyphen; of an item in brackets the value
	mark  int // behind the colon or the hyphen
	value node
	end   int // the end of its last line in a block, a comment there counted in; in brackets the end of the value
}

// span is a piece of a text.
type span struct{ from, to int }

// scanner finds the extents of everything in a block. It does not need to be right about what YAML allows: whatever it finds is held against
// the parser's tree. At the first thing that it does not know it is lost.
type scanner struct {
	*text
	pos      int
	lost     bool
	comments []span
}

// scan gives the root of a block, as it is written, and where its comments are. ok is false where the block is not what old says.
func scan(t *text, old *keys.Node) (root *node, comments []span, ok bool) {
	s := scanner{text: t}
	root = &node{style: empty, start: len(t.runes), end: len(t.runes)}
	found := s.nextLine(true)
	if found && s.starts("---") && s.lineEnd(s.pos) == s.lineStart(s.pos)+len("---") {
		found = s.nextLine(false)
	}
	if found {
		*root = s.block(-1)
		s.finish(root)
		found = s.nextLine(false)
	}
	if s.lost || found || root.style != empty && root.style != blockMap && root.style != flowMap {
		return nil, nil, false
	}
	a := aligner{text: t, lines: []int{0}}
	for i, r := range t.runes {
		if r == '\n' {
			a.lines = append(a.lines, i+1)
		}
	}
	return root, s.comments, a.fits(root, old)
}

// nextLine goes to the first letter of the next line with more than a comment, beginning with the present one if here is true.
func (s *scanner) nextLine(here bool) bool {
	for {
		if !here {
			if s.pos = s.lineEnd(s.pos); s.pos == len(s.runes) {
				return false
			}
			s.pos++
		}
		here = false
		first := s.pos
		s.spaces()
		switch s.peek() {
		case 0:
			return false
		case '\n':
		case '#':
			s.comment()
		default:
			s.pos = first
			s.blanks()
			return true
		}
	}
}

// spaces goes over blanks and tabs.
func (s *scanner) spaces() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.pos++
	}
}

func (s *scanner) blanks() {
	for s.pos < len(s.runes) && s.runes[s.pos] == ' ' {
		s.pos++
	}
}

// peek is the next code point, 0 at the end.
func (s *scanner) peek() rune { return s.ahead(0) }

func (s *scanner) ahead(n int) rune {
	if s.pos+n >= len(s.runes) {
		return 0
	}
	return s.runes[s.pos+n]
}

func (s *scanner) starts(sign string) bool {
	for i, r := range []rune(sign) {
		if s.ahead(i) != r {
			return false
		}
	}
	return true
}

// isBlank says whether a code point parts words of YAML.
func isBlank(r rune) bool { return r == 0 || r == ' ' || r == '\n' || r == '\t' }

// hyphen says whether an item of a list begins at the present place.
func (s *scanner) hyphen() bool { return s.peek() == '-' && isBlank(s.ahead(1)) }

func (s *scanner) comment() {
	end := s.lineEnd(s.pos)
	s.comments = append(s.comments, span{s.pos, end})
	s.pos = end
}

// lineDone goes over a comment to the end of the line, where nothing else may stand.
func (s *scanner) lineDone() {
	before := s.pos
	s.spaces()
	switch c := s.peek(); {
	case c == '#' && s.pos > before:
		s.comment()
	case c != '\n' && c != 0:
		s.lost = true
	}
}

// finish goes to the end of the line on which a value ends, and over lines below it that hold nothing but blanks: what is put in before such a
// line could take it for its own.
func (s *scanner) finish(n *node) {
	if n.style != blockMap && n.style != blockList && n.style != literal && n.style != folded {
		s.lineDone()
	}
	for at := s.pos; at < len(s.runes); {
		end := s.lineEnd(at + 1)
		line := string(s.runes[at+1 : end])
		if strings.TrimLeft(line, " \t") != "" {
			break
		}
		if at = end; line != "" {
			s.pos = end
		}
	}
}

// block reads what begins at the present place, the first of its line or the first behind a hyphen, in a group whose column is parent.
func (s *scanner) block(parent int) node {
	switch {
	case s.hyphen():
		return s.list(s.column(s.pos))
	case s.key() > 0:
		return s.group(s.column(s.pos))
	}
	return s.inline(parent)
}

// key is how long the key at the present place is, up to its colon; 0 where there is none.
func (s *scanner) key() int {
	c := s.peek()
	if c == '"' || c == '\'' {
		end := s.quoteEnd(s.pos)
		if end < 0 || end > s.lineEnd(s.pos) {
			return 0
		}
		n := end - s.pos
		for s.ahead(n) == ' ' {
			n++
		}
		if s.ahead(n) == ':' && isBlank(s.ahead(n+1)) {
			return n
		}
		return 0
	}
	if c == '[' || c == '{' || c == '#' || c == '|' || c == '>' {
		return 0
	}
	for n := 0; ; n++ {
		switch r := s.ahead(n); {
		case r == 0, r == '\n', r == '#' && n > 0 && isBlank(s.ahead(n-1)):
			return 0
		case r == ':' && isBlank(s.ahead(n+1)):
			return n
		}
	}
}

// group reads the keys that begin in one column.
func (s *scanner) group(indent int) node {
	n := node{style: blockMap, start: s.pos, indent: indent}
	for !s.lost {
		length := s.key()
		if c := s.peek(); length == 0 || c == '?' && isBlank(s.ahead(1)) || c == '&' || c == '*' || c == '!' {
			s.lost = true
			return n
		}
		e := entry{start: s.pos, mark: s.pos + length + 1}
		s.pos = e.mark
		e.value = s.value(indent, true)
		s.finish(&e.value)
		e.end = s.pos
		n.entries = append(n.entries, e)
		n.end = max(e.mark, e.value.end)
		if !s.sibling(indent, false) {
			break
		}
	}
	return n
}

// list reads the items whose hyphens stand in one column.
func (s *scanner) list(indent int) node {
	n := node{style: blockList, start: s.pos, indent: indent}
	for !s.lost {
		e := entry{start: s.pos, mark: s.pos + 1}
		s.pos = e.mark
		e.value = s.value(indent, false)
		s.finish(&e.value)
		e.end = s.pos
		n.entries = append(n.entries, e)
		n.end = max(e.mark, e.value.end)
		if !s.sibling(indent, true) {
			break
		}
	}
	return n
}

// sibling goes to the next line with content if it begins in a column, with a hyphen or without one, and stays where it is otherwise.
func (s *scanner) sibling(indent int, hyphen bool) bool {
	stay, known := s.pos, len(s.comments)
	if s.nextLine(false) && s.column(s.pos) == indent && hyphen == s.hyphen() {
		return true
	}
	s.pos, s.comments = stay, s.comments[:known]
	return false
}

// value reads what stands behind a colon or a hyphen. A list may stand below a key in the key's own column.
func (s *scanner) value(indent int, behindKey bool) node {
	mark := s.pos
	s.spaces()
	if c := s.peek(); c != 0 && c != '\n' && c != '#' {
		if behindKey {
			return s.inline(indent)
		}
		return s.block(indent)
	}
	none := node{style: empty, start: mark, end: mark}
	if s.peek() == '#' {
		if s.pos == mark {
			s.lost = true
			return none
		}
		s.comment()
	}
	stay, known := s.pos, len(s.comments)
	if s.nextLine(false) {
		at := s.column(s.pos)
		if at > indent || behindKey && at == indent && s.hyphen() {
			return s.block(indent)
		}
	}
	s.pos, s.comments = stay, s.comments[:known]
	return none
}
