package yamltext

import (
	"bytes"
	"slices"
	"strings"

	"guongsang/internal/keys"
	"guongsang/internal/viet"
)

// text is a block as the scanner sees it: code points, lines ending in '\n', and the odd blanks that keys.ParseYAML takes for blanks as such.
type text struct {
	raw   []byte
	runes []rune
	at    []int // where each of them begins in raw, and the end of raw
}

// OddBlanks are the blanks that front matter has as common ones.
const OddBlanks = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

func newText(raw []byte) *text {
	t := &text{raw: raw, runes: make([]rune, 0, len(raw)), at: make([]int, 0, len(raw)+1)}
	for i, r := range string(raw) {
		switch {
		case r == '\n' && i > 0 && raw[i-1] == '\r':
			continue // the sign before it stands for both
		case r == '\r':
			r = '\n'
		case strings.ContainsRune(OddBlanks, r):
			r = ' '
		}
		t.runes = append(t.runes, r)
		t.at = append(t.at, i)
	}
	t.at = append(t.at, len(raw))
	return t
}

// in gives the author's own text from one index to another.
func (t *text) in(from, to int) string { return string(t.raw[t.at[from]:t.at[to]]) }

// lineStart is the index at which the line of an index begins.
func (t *text) lineStart(i int) int {
	for i > 0 && t.runes[i-1] != '\n' {
		i--
	}
	return i
}

// lineEnd is the index of the end of a line, its '\n' or the end of the block.
func (t *text) lineEnd(i int) int {
	for i < len(t.runes) && t.runes[i] != '\n' {
		i++
	}
	return i
}

// column counts from 0.
func (t *text) column(i int) int { return i - t.lineStart(i) }

// ownLine says that nothing but blanks stands before an index on its line.
func (t *text) ownLine(i int) bool {
	return strings.TrimSpace(string(t.runes[t.lineStart(i):i])) == ""
}

// newline is how the line of an index ends, or, where it is the last one and does not, the block's first line.
func (t *text) newline(i int) string {
	end := t.lineEnd(i)
	if end == len(t.runes) {
		if end = t.lineEnd(0); end == len(t.runes) {
			return "\n"
		}
	}
	return string(t.raw[t.at[end]:t.at[end+1]])
}

// splice puts a text, whose lines end in '\n', in the place of what stands from one index to another.
type splice struct {
	from, to int
	text     string
}

// apply makes splices that are in order and do not overlap.
func (t *text) apply(splices []splice) []byte {
	var out bytes.Buffer
	done := 0
	for _, s := range splices {
		out.Write(t.raw[done:t.at[s.from]])
		out.WriteString(strings.ReplaceAll(s.text, "\n", t.newline(s.from)))
		done = t.at[s.to]
	}
	out.Write(t.raw[done:])
	return out.Bytes()
}

// composed is a tree with all texts in NFC, as keys.ParseYAML has them.
func composed(n keys.Node) keys.Node {
	out := keys.Node{Kind: n.Kind, Text: viet.NFC(n.Text)}
	for _, item := range n.Items {
		out.Items = append(out.Items, composed(item))
	}
	for _, p := range n.Pairs {
		out.Pairs = append(out.Pairs, keys.Pair{Key: keys.Written{Text: viet.NFC(p.Key.Text)}, Value: composed(p.Value)})
	}
	return out
}

// Same says whether two trees are one value to Apply. The order of keys does not count, nor do keys without a value.
func Same(a, b keys.Node) bool {
	a, b = composed(a), composed(b)
	return same(&a, &b)
}

// same says whether two trees are one value. The order of keys does not count, nor do keys without a value.
func same(a, b *keys.Node) bool {
	if a.Kind != b.Kind {
		return none(a) && none(b)
	}
	switch a.Kind {
	case keys.Scalar:
		return a.Text == b.Text
	case keys.List:
		if len(a.Items) != len(b.Items) {
			return false
		}
		for i := range a.Items {
			if !same(&a.Items[i], &b.Items[i]) {
				return false
			}
		}
	case keys.Map:
		return covers(a, b) && covers(b, a)
	}
	return true
}

// none says that a map has no values.
func none(n *keys.Node) bool {
	valued := func(p keys.Pair) bool { return p.Value.Kind != keys.Null }
	return n.Kind == keys.Null || n.Kind == keys.Map && !slices.ContainsFunc(n.Pairs, valued)
}

// covers says whether b has all the values of a.
func covers(a, b *keys.Node) bool {
	met := make(map[string]int, len(b.Pairs))
	for i := range a.Pairs {
		pair := &a.Pairs[i]
		other := pairOf(b, pair.Key.Text, met[pair.Key.Text])
		met[pair.Key.Text]++
		if pair.Value.Kind != keys.Null && (other < 0 || !same(&pair.Value, &b.Pairs[other].Value)) {
			return false
		}
	}
	return true
}

// pairOf is the index of the n-th pair with a key, from 0; -1 where there is none.
func pairOf(m *keys.Node, key string, n int) int {
	for i := range m.Pairs {
		if m.Pairs[i].Key.Text != key {
			continue
		}
		if n == 0 {
			return i
		}
		n--
	}
	return -1
}
