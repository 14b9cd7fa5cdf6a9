package yamltext

import (
	"slices"
	"strings"

	"guongsang/internal/keys"
)

// maxArranged is how many lists of a block are put into another order, one within another.
const maxArranged = 8

// arrange puts the items of lists that stand in lines of their own into the order in which they are wanted, with all that is theirs, and changes
// nothing in them. A list that then would not read as the same items stays as it is.
func arrange(t *text, root *node, comments []span, old keys.Node, want *keys.Node) (*text, *node, []span, keys.Node) {
	for range maxArranged {
		a := arranger{text: t}
		tree := a.walk(root, &old, want, -1)
		if len(a.splices) == 0 {
			break
		}
		slices.SortFunc(a.splices, func(x, y splice) int { return x.from - y.from })
		moved := newText(t.raised(a.splices))
		now, ok := read(moved.raw)
		if !ok || !same(&now, &tree) {
			break
		}
		at, found, ok := scan(moved, &now)
		if !ok {
			break
		}
		t, root, comments, old = moved, at, found, now
	}
	return t, root, comments, old
}

// raised makes splices whose texts are the author's own, line ends and all.
func (t *text) raised(splices []splice) []byte {
	var out []byte
	done := 0
	for _, s := range splices {
		out = append(append(out, t.raw[done:t.at[s.from]]...), s.text...)
		done = t.at[s.to]
	}
	return append(out, t.raw[done:]...)
}

type arranger struct {
	*text
	splices []splice
}

// walk gives the tree that a value is when its lists have been put into order. above is the index of the line that the value belongs to.
func (a *arranger) walk(n *node, old, want *keys.Node, above int) keys.Node {
	out := *old
	switch {
	case n.style == blockMap && want.Kind == keys.Map:
		out.Pairs = slices.Clone(old.Pairs)
		for j, i := range matchPairs(old, want) {
			if i >= 0 {
				e := &n.entries[i]
				out.Pairs[i].Value = a.walk(&e.value, &old.Pairs[i].Value, &want.Pairs[j].Value, e.mark)
			}
		}
	case n.style == blockList && want.Kind == keys.List:
		out.Items = slices.Clone(old.Items)
		from := Match(old.Items, want.Items)
		if !inOrder(from) && above >= 0 && a.ownLine(n.entries[0].start) {
			order := orderOf(from, len(old.Items))
			for to, i := range order {
				out.Items[to] = old.Items[i]
			}
			a.list(n, order, above)
			break
		}
		for j, i := range ordered(from) {
			if i >= 0 {
				e := &n.entries[i]
				out.Items[i] = a.walk(&e.value, &old.Items[i], &want.Items[j], e.mark)
			}
		}
	}
	return out
}

// orderOf is the order in which the items of a list shall stand: those that are wanted as they are wanted, each followed by the unwanted ones that
// were behind it.
func orderOf(from []int, n int) (order []int) {
	wanted := make([]bool, n)
	for _, i := range from {
		if i >= 0 {
			wanted[i] = true
		}
	}
	follow := func(i int) {
		for ; i < n && !wanted[i]; i++ {
			order = append(order, i)
		}
	}
	follow(0)
	for _, i := range from {
		if i >= 0 {
			order = append(order, i)
			follow(i + 1)
		}
	}
	return order
}

// list writes the lines of the items into each other's places. What stands between two items and belongs to neither stays where it is.
func (a *arranger) list(n *node, order []int, above int) {
	spans := make([]span, len(n.entries))
	after := a.lineEnd(above) + 1
	for i := range n.entries {
		e := &n.entries[i]
		spans[i].from = a.commentsAbove(a.lineStart(e.start), after)
		spans[i].to = a.commentsWithin(min(e.end+1, len(a.runes)), n.indent)
		after = spans[i].to
	}
	for to, i := range order {
		if to != i {
			a.splices = append(a.splices, splice{spans[to].from, spans[to].to, a.in(spans[i].from, spans[i].to)})
		}
	}
}

// commentsAbove is the index of the first of the comments that stand right above a line, and not before another index.
func (a *arranger) commentsAbove(line, first int) int {
	for line > first {
		start := a.lineStart(line - 1)
		if start < first || !strings.HasPrefix(strings.TrimSpace(string(a.runes[start:line])), "#") {
			break
		}
		line = start
	}
	return line
}

// commentsWithin is the index behind the comments that begin at a line and are indented more than a list's hyphens: they belong to the item above.
func (a *arranger) commentsWithin(line, indent int) int {
	for line < len(a.runes) {
		end := a.lineEnd(line)
		text := string(a.runes[line:end])
		rest := strings.TrimLeft(text, " ")
		if !strings.HasPrefix(rest, "#") || len(text)-len(rest) <= indent {
			break
		}
		line = min(end+1, len(a.runes))
	}
	return line
}
