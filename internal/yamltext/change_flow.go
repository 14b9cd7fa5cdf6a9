package yamltext

import (
	"strings"

	"guongsang/internal/keys"
)

// flow changes what stands in brackets: texts in their places where no key or item comes or goes, else all of it is written anew
// from the pieces that are there.
func (e *editor) flow(n *node, old, want *keys.Node, p place) {
	var from []int
	if want.Kind == keys.Map {
		from = matchPairs(old, want)
	} else {
		from = Match(old.Items, want.Items)
	}
	if comesOrGoes(from, len(n.entries)) || want.Kind == keys.List && !inOrder(from) {
		e.rebuild(n, old, want, from, p)
		return
	}
	for j, i := range from {
		ent := n.entries[i]
		ent.start = p.start // of the line that comments go above
		e.change(&ent.value, valueOf(old, i), valueOf(want, j), place{entry: &ent, column: p.column, brackets: true})
	}
}

// comesOrGoes says whether a match leaves anything over on one of the two sides.
func comesOrGoes(from []int, entries int) bool {
	for _, i := range from {
		if i < 0 {
			return true
		}
	}
	return len(from) != entries
}

func valueOf(n *keys.Node, i int) *keys.Node {
	if n.Kind == keys.Map {
		return &n.Pairs[i].Value
	}
	return &n.Items[i]
}

// rebuild writes brackets anew on one line.
func (e *editor) rebuild(n *node, old, want *keys.Node, from []int, p place) {
	var pieces []string
	for j, i := range from {
		value := valueOf(want, j)
		switch {
		case i < 0 && want.Kind == keys.Map:
			pieces = append(pieces, pairInBrackets(&want.Pairs[j]))
			continue
		case i < 0:
			pieces = append(pieces, inBrackets(value))
			continue
		}
		ent := &n.entries[i]
		piece := inBrackets(value)
		switch written := e.in(ent.value.start, ent.value.end); {
		case same(valueOf(old, i), value) && !strings.ContainsAny(written, "\r\n"):
			piece = written
		case value.Kind == keys.Scalar:
			piece = quote(value.Text, ent.value.style, true)
		}
		if want.Kind == keys.Map {
			piece = strings.TrimRight(e.in(ent.start, ent.mark)+" "+piece, " ")
		}
		pieces = append(pieces, piece)
	}
	open, closing := e.in(n.start, n.start+1), e.in(n.end-1, n.end)
	if e.runes[n.start+1] == ' ' && e.runes[n.end-2] == ' ' && len(pieces) > 0 {
		open, closing = open+" ", " "+closing
	}
	e.moveUp(n.start, n.end, p)
	e.put(n.start, n.end, open+strings.Join(pieces, ", ")+closing)
}
