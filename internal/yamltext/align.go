package yamltext

import "guongsang/internal/keys"

// aligner holds what the scanner found against the parser's tree.
type aligner struct {
	*text
	lines []int // where they begin
}

// fits says that a written value is the very value that the parser read: the same shape, each text and each key in its place.
func (a *aligner) fits(n *node, v *keys.Node) bool {
	switch n.style {
	case empty:
		return v.Kind == keys.Null
	case plain:
		return v.Kind == keys.Null || v.Kind == keys.Scalar && !v.Quoted && a.at(v.Line, v.Column) == n.start
	case blockMap, flowMap:
		if v.Kind != keys.Map || len(v.Pairs) != len(n.entries) {
			return false
		}
		for i := range n.entries {
			pair := &v.Pairs[i]
			if a.at(pair.Key.Line, pair.Key.Column) != n.entries[i].start || !a.fits(&n.entries[i].value, &pair.Value) {
				return false
			}
		}
		return true
	case blockList, flowList:
		if v.Kind != keys.List || len(v.Items) != len(n.entries) {
			return false
		}
		for i := range n.entries {
			if !a.fits(&n.entries[i].value, &v.Items[i]) {
				return false
			}
		}
		return true
	default:
		return v.Kind == keys.Scalar && v.Quoted && a.at(v.Line, v.Column) == n.start
	}
}

// at is the index of a place of a node, -1 where the block has none.
func (a *aligner) at(line, column int) int {
	if line < 1 || line > len(a.lines) {
		return -1
	}
	return a.lines[line-1] + column - 1
}
