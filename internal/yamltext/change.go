package yamltext

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/keys"
)

// editor gathers the changes of a block.
type editor struct {
	*text
	writer
	comments []span
	splices  []splice
}

func (e *editor) put(from, to int, text string) {
	e.splices = append(e.splices, splice{from, to, text})
}

// done makes the changes. Where two would overlap the block comes back as it was: Apply sees that it does not read as it should.
func (e *editor) done() []byte {
	slices.SortStableFunc(e.splices, func(a, b splice) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(min(a.to-a.from, 1), min(b.to-b.from, 1)))
	})
	done := 0
	for i := range e.splices {
		s := &e.splices[i]
		if s.from == done-1 && s.to == s.from && e.runes[s.from] == '\n' && strings.HasPrefix(s.text, "\n") {
			// What comes behind a line that goes as a whole comes before the next.
			*s = splice{done, done, s.text[1:] + "\n"}
		}
		if s.from < done {
			return e.raw
		}
		done = s.to
	}
	return e.apply(e.splices)
}

// place is where a value stands: the key or hyphen that it belongs to.
type place struct {
	*entry
	column   int  // of the key or hyphen
	hyphen   bool // it is one
	brackets bool // within brackets
}

// root changes the whole block.
func (e *editor) root(n *node, old, want *keys.Node) {
	if n.style != empty {
		e.change(n, old, want, place{entry: &entry{start: n.start, mark: n.start, value: *n, end: n.end}, column: -2})
		return
	}
	end := len(e.runes)
	text := ""
	for i := range want.Pairs {
		if want.Pairs[i].Value.Kind != keys.Null {
			text += e.pairLines(&want.Pairs[i], 0) + "\n"
		}
	}
	e.put(end, end, text)
}

// change makes a value another one, as deep down as it can.
func (e *editor) change(n *node, old, want *keys.Node, p place) {
	below := n.style != empty && n.start > e.lineEnd(p.mark)
	switch {
	case same(old, want):
	case n.style == blockMap && want.Kind == keys.Map && (len(want.Pairs) > 0 || p.column < 0):
		e.group(n, old, want, p)
	case n.style == blockMap && want.Kind == keys.Null && p.column < 0:
		e.group(n, old, want, p)
	case n.style == blockList && want.Kind == keys.List && len(want.Items) > 0:
		e.list(n, old, want, p)
	case n.style == flowMap && want.Kind == keys.Map, n.style == flowList && want.Kind == keys.List:
		e.flow(n, old, want, p)
	case want.Kind == keys.Scalar && n.style != blockMap && n.style != blockList && n.style != flowMap && n.style != flowList && !below:
		e.scalar(n, want.Text, p)
	default:
		e.replace(n, want, p)
	}
}

// replace writes a value anew.
func (e *editor) replace(n *node, want *keys.Node, p place) {
	switch {
	case p.brackets:
		e.moveUp(n.start, n.end, p)
		e.put(n.start, n.end, blankBefore(n)+inBrackets(want))
		return
	case p.column < 0:
		return // a root that is neither keys nor nothing, which Apply refuses in the end
	}
	text := e.behindKey(want, p.column, e.column(p.mark))
	if p.hyphen {
		text = strings.TrimPrefix(e.behindHyphen(want, p.column, n.style), "-")
	}
	keyLine := e.lineEnd(p.mark)
	switch first, rest, lines := strings.Cut(text, "\n"); {
	case n.style != empty && n.start > keyLine:
		// The comment behind the key stays, those below go up.
		e.moveUp(keyLine, p.end, p)
		e.put(p.mark, p.mark, first)
		if lines {
			rest = "\n" + rest
		}
		e.put(keyLine, p.end, rest)
	case lines && !p.hyphen:
		e.moveUp(p.mark, n.end, p)
		e.put(p.mark, n.end, first)
		e.put(e.lineEnd(n.end), p.end, "\n"+rest)
	case text != "" && n.style != empty && !lines:
		e.moveUp(n.start, n.end, p)
		e.put(n.start, n.end, text[1:])
	default:
		e.moveUp(p.mark, n.end, p)
		e.put(p.mark, n.end, text)
	}
}

// blankBefore is what a value needs before it where there was none.
func blankBefore(n *node) string {
	if n.style == empty {
		return " "
	}
	return ""
}

// moveUp puts the comments of a piece, which is about to go, on lines of their own above the entry's line.
func (e *editor) moveUp(from, to int, p place) {
	line := e.lineStart(p.start)
	if text := e.commentLines(from, to, e.blanksAt(line)); text != "" {
		e.put(line, line, text)
	}
}

// commentLines are the comments of a piece, each on a line of its own.
func (e *editor) commentLines(from, to int, before string) string {
	lines := ""
	for _, c := range e.comments {
		if c.from >= from && c.to <= to {
			lines += before + e.in(c.from, c.to) + "\n"
		}
	}
	return lines
}

// blanksAt are the blanks that a line begins with.
func (e *editor) blanksAt(line int) string {
	end := line
	for end < len(e.runes) && e.runes[end] == ' ' {
		end++
	}
	return e.in(line, end)
}

// scalar changes a text, or writes one where nothing was written.
func (e *editor) scalar(n *node, text string, p place) {
	switch {
	case p.brackets:
		e.put(n.start, n.end, blankBefore(n)+quote(text, n.style, true))
		return
	case n.style == literal || n.style == folded:
		if e.rewrite(n, text, p) {
			return
		}
		e.moveUp(n.start, n.end, p)
	case strings.Contains(text, "\n"):
		if signs, lines, ok := e.paragraphs(text, literal); ok {
			e.put(n.start, n.end, blankBefore(n)+"|"+signs)
			below := ""
			for _, line := range lines {
				below += "\n" + indented(line, p.column+2)
			}
			e.put(e.lineEnd(n.end), p.end, below)
			return
		}
	}
	e.put(n.start, n.end, blankBefore(n)+quote(text, n.style, false))
}

// rewrite changes the lines of a text behind | or >, and says whether the new text can be written there.
func (e *editor) rewrite(n *node, text string, p place) bool {
	way := n.style
	signs, lines, ok := e.paragraphs(text, way)
	if !ok && way == folded {
		way = literal
		signs, lines, ok = e.paragraphs(text, way)
	}
	if !ok {
		return false
	}
	head := "|"
	if way == folded {
		head = ">"
	}
	by := n.indent - max(p.column, 0)
	if given := strings.ContainsAny(e.in(n.start, n.head), "123456789"); (given || strings.HasPrefix(signs, "2")) && by <= 9 {
		signs = strconv.Itoa(by) + strings.TrimPrefix(signs, "2")
	}
	if head += signs; head != e.in(n.start, n.head) {
		e.put(n.start, n.head, head)
	}
	for i := range lines {
		lines[i] = indented(lines[i], n.indent)
	}
	first := e.lineEnd(n.head) + 1
	if first > n.end {
		e.put(first-1, p.end, "\n"+strings.Join(lines, "\n"))
		return true
	}
	e.lines(first, n.end, lines)
	return true
}

// lines makes the lines from one index to another, the last one without its end, others; those that are the same keep their letters as they were typed.
func (e *editor) lines(from, to int, want []string) {
	old := strings.Split(string(e.runes[from:to]), "\n")
	starts := make([]int, len(old)+1)
	starts[0] = from
	for i, line := range old {
		starts[i+1] = starts[i] + len([]rune(line)) + 1
	}
	for j, i := range matchLines(old, want) {
		if i >= 0 {
			want[j] = e.in(starts[i], starts[i+1]-1)
		}
	}
	e.put(from, to, strings.Join(want, "\n"))
}
