package yamltext

import (
	"strings"

	"guongsang/internal/keys"
)

// group changes keys that stand in lines of their own.
func (e *editor) group(n *node, old, want *keys.Node, p place) {
	from := matchPairs(old, want)
	stays := make([]bool, len(n.entries))
	for i := range n.entries {
		stays[i] = old.Pairs[i].Value.Kind == keys.Null
	}
	for _, i := range from {
		if i >= 0 {
			stays[i] = true
		}
	}
	first := n.entries[0].start
	if !e.ownLine(first) && !stays[0] { // the first key stands behind a hyphen
		next := 1
		for next < len(stays) && !stays[next] {
			next++
		}
		if next == len(stays) {
			e.replace(n, want, p)
			return
		}
		e.moveUp(first, n.entries[next].start, p)
		e.put(first, n.entries[next].start, "")
		for i := range next {
			stays[i] = true // it is gone already
		}
	}
	for j, i := range from {
		if i >= 0 {
			ent := &n.entries[i]
			e.change(&ent.value, &old.Pairs[i].Value, &want.Pairs[j].Value, place{entry: ent, column: n.indent})
		}
	}
	blanks := strings.Repeat(" ", n.indent)
	before := -1 // the entry that a new key stands behind
	for j := range want.Pairs {
		switch pair := &want.Pairs[j]; {
		case from[j] >= 0:
			before = from[j]
		case pair.Value.Kind == keys.Null:
		case before >= 0:
			end := n.entries[before].end
			e.put(end, end, "\n"+blanks+e.pairLines(pair, n.indent))
		case e.ownLine(first):
			line := e.lineStart(first)
			e.put(line, line, blanks+e.pairLines(pair, n.indent)+"\n")
		default:
			e.put(first, first, e.pairLines(pair, n.indent)+"\n"+blanks)
		}
	}
	for i := range n.entries {
		if !stays[i] {
			e.remove(&n.entries[i], false)
		}
	}
}

// matchPairs finds for each wanted key the one that is there, or -1.
func matchPairs(old, want *keys.Node) []int {
	from := make([]int, len(want.Pairs))
	met := map[string]int{}
	for j := range want.Pairs {
		key := want.Pairs[j].Key.Text
		from[j] = pairOf(old, key, met[key])
		met[key]++
	}
	return from
}

// remove takes an entry's lines out. Comments within it stay; a key with a comment behind it stays without its value.
func (e *editor) remove(ent *entry, hyphen bool) {
	if e.emptied && !hyphen {
		e.replace(&ent.value, &keys.Node{}, place{entry: ent})
		return
	}
	line, next := e.lineStart(ent.start), min(ent.end+1, len(e.runes))
	comments := e.commentLines(ent.start, ent.end, e.blanksAt(line))
	if comments != "" && !hyphen && ent.value.end <= e.lineEnd(ent.start) {
		e.put(ent.mark, ent.value.end, "")
		return
	}
	e.put(line, next, comments)
}

// list changes items that stand in lines of their own.
func (e *editor) list(n *node, old, want *keys.Node, p place) {
	from := ordered(Match(old.Items, want.Items)) // what could be moved has been
	stays := make([]bool, len(n.entries))
	for _, i := range from {
		if i >= 0 {
			stays[i] = true
		}
	}
	first := n.entries[0].start
	if !e.ownLine(first) && (!stays[0] || from[0] < 0) {
		e.replace(n, want, p)
		return
	}
	for j, i := range from {
		if i >= 0 {
			ent := &n.entries[i]
			e.change(&ent.value, &old.Items[i], &want.Items[j], place{entry: ent, column: n.indent, hyphen: true})
		}
	}
	blanks := strings.Repeat(" ", n.indent)
	before := -1
	for j := range want.Items {
		text := blanks + e.behindHyphen(&want.Items[j], n.indent, n.entries[0].value.style)
		switch {
		case from[j] >= 0:
			before = from[j]
		case before >= 0:
			end := n.entries[before].end
			e.put(end, end, "\n"+text)
		default:
			line := e.lineStart(first)
			e.put(line, line, text+"\n")
		}
	}
	for i := range n.entries {
		if !stays[i] {
			e.remove(&n.entries[i], true)
		}
	}
}
