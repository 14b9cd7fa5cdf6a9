package yamltext

import "strings"

// inline reads a value that is neither a group nor a list of lines.
func (s *scanner) inline(parent int) node {
	switch c := s.peek(); c {
	case '[', '{':
		return s.flow(0)
	case '"', '\'':
		return s.quoted()
	case '|', '>':
		return s.paragraphs(parent)
	case '&', '*', '!', '%', '@', '`', '\t':
		s.lost = true
		return node{}
	}
	n := node{style: plain, start: s.pos}
	for {
		n.end = s.plainEnd(s.pos, false)
		s.pos = n.end
		// The text goes on in lines that are indented more; a comment ends it.
		stay := s.pos
		s.blanks()
		if s.peek() != '\n' {
			s.pos = stay
			return n
		}
		if !s.goesOn(parent) {
			s.pos = stay
			return n
		}
	}
}

// goesOn goes to the next line that is not blank, and says whether a text that has begun goes on there.
func (s *scanner) goesOn(parent int) bool {
	for s.peek() == '\n' {
		s.pos++
		s.blanks()
	}
	return s.peek() != 0 && s.peek() != '#' && s.column(s.pos) > parent
}

// plainEnd finds where a text without quotes ends on its line.
func (s *scanner) plainEnd(at int, inBrackets bool) int {
	end := at
	for i := at; i < len(s.runes) && s.runes[i] != '\n'; i++ {
		next := rune(0)
		if i+1 < len(s.runes) {
			next = s.runes[i+1]
		}
		switch r := s.runes[i]; {
		case r == '#' && i > at && isBlank(s.runes[i-1]):
			return end
		case r == ':' && isBlank(next), inBrackets && (strings.ContainsRune(",[]{}", r) || r == ':' && strings.ContainsRune(",[]{}", next)):
			return end
		case r != ' ' && r != '\t':
			end = i + 1
		}
	}
	return end
}

// quoted reads a text in quotes, which may have several lines.
func (s *scanner) quoted() node {
	n := node{style: double, start: s.pos}
	if s.peek() == '\'' {
		n.style = single
	}
	if n.end = s.quoteEnd(s.pos); n.end < 0 {
		s.lost, n.end = true, len(s.runes)
	}
	s.pos = n.end
	return n
}

// quoteEnd is the index behind the quotation mark that closes the one at an index; -1 where there is none.
func (s *scanner) quoteEnd(at int) int {
	sign := s.runes[at]
	for i := at + 1; i < len(s.runes); i++ {
		switch {
		case sign == '"' && s.runes[i] == '\\':
			i++
		case s.runes[i] != sign:
		case sign == '\'' && i+1 < len(s.runes) && s.runes[i+1] == sign:
			i++
		default:
			return i + 1
		}
	}
	return -1
}

// paragraphs reads a text behind | or >: the lines that are indented more than the group.
func (s *scanner) paragraphs(parent int) node {
	n := node{style: literal, start: s.pos}
	if s.peek() == '>' {
		n.style = folded
	}
	keep := false
	for s.pos++; strings.ContainsRune("+-123456789", s.peek()); s.pos++ {
		switch c := s.peek(); c {
		case '+':
			keep = true
		case '-':
		default:
			n.indent = max(parent, 0) + int(c-'0')
		}
	}
	n.head, n.end = s.pos, s.pos
	s.lineDone()
	after := s.pos
	for s.pos < len(s.runes) && !s.lost {
		s.pos++ // the line's end
		s.blanks()
		at := s.column(s.pos)
		switch c := s.peek(); {
		case c == '\n' || c == 0:
			if keep && s.lineStart(s.pos) < len(s.runes) || n.indent > 0 && at > n.indent {
				n.end, after = s.pos, s.pos
			}
			continue
		case n.indent == 0:
			n.indent = max(at, parent+1, 1)
		}
		if at < n.indent {
			break
		}
		s.pos = s.lineEnd(s.pos)
		n.end, after = s.pos, s.pos
	}
	s.pos = after
	if n.indent == 0 {
		n.indent = max(parent, 0) + 2
	}
	return n
}

// flow reads a list or a map in brackets.
func (s *scanner) flow(depth int) node {
	n := node{style: flowList, start: s.pos}
	closing := ']'
	if s.peek() == '{' {
		n.style, closing = flowMap, '}'
	}
	s.pos++
	for depth < 32 && !s.lost {
		s.between()
		if s.peek() == closing {
			s.pos++
			n.end = s.pos
			return n
		}
		e := entry{start: s.pos}
		if n.style == flowMap {
			s.flowKey()
			e.mark = s.pos
			s.between()
		}
		if c := s.peek(); c == ',' || c == closing {
			e.value = node{style: empty, start: e.mark, end: e.mark}
		} else {
			e.value = s.flowValue(depth)
		}
		e.end = max(e.mark, e.value.end)
		n.entries = append(n.entries, e)
		s.between()
		if s.peek() == ',' {
			s.pos++
		} else if s.peek() != closing {
			break
		}
	}
	s.lost = true
	return n
}

// between goes over blanks, ends of lines and comments within brackets.
func (s *scanner) between() {
	for {
		switch c := s.peek(); {
		case c == ' ' || c == '\t' || c == '\n':
			s.pos++
		case c == '#' && isBlank(s.runes[s.pos-1]):
			s.comment()
		default:
			return
		}
	}
}

// flowKey goes behind the colon of a key in brackets.
func (s *scanner) flowKey() {
	if c := s.peek(); c == '"' || c == '\'' {
		s.quoted()
		s.blanks()
	} else {
		s.pos = s.plainEnd(s.pos, true)
	}
	if s.peek() != ':' {
		s.lost = true
		return
	}
	s.pos++
}

func (s *scanner) flowValue(depth int) node {
	switch s.peek() {
	case '[', '{':
		return s.flow(depth + 1)
	case '"', '\'':
		return s.quoted()
	case 0, '&', '*', '!', '%', '@', '`', '|', '>', '?', ':', ',':
		s.lost = true
		return node{}
	}
	n := node{style: plain, start: s.pos}
	for {
		n.end = s.plainEnd(s.pos, true)
		s.pos = n.end
		s.blanks()
		if s.peek() != '\n' {
			break
		}
		for s.peek() == '\n' || s.peek() == ' ' || s.peek() == '\t' {
			s.pos++
		}
		if strings.ContainsRune(",]}#:", s.peek()) || s.peek() == 0 {
			break
		}
	}
	s.pos = n.end
	return n
}
