package yamltext

import (
	"cmp"
	"slices"

	"guongsang/internal/keys"
)

// most is how many comparisons a match may take; longer lists are compared at their ends only.
const most = 1 << 20

// match pairs two lists in order so that the weights of the pairs, each at least 1, sum up to the most. A weight of 0 says that two things are no pair.
// It gives for each of the second list its partner in the first, or -1.
func match(n, m int, weight func(i, j int) int, equal func(i, j int) bool) []int {
	pairs := make([]int, m)
	head := 0
	for head < n && head < m && equal(head, head) {
		pairs[head] = head
		head++
	}
	tail := 0
	for tail < n-head && tail < m-head && equal(n-1-tail, m-1-tail) {
		pairs[m-1-tail] = n - 1 - tail
		tail++
	}
	rows, columns := n-head-tail, m-head-tail
	for j := range columns {
		pairs[head+j] = -1
	}
	if rows == 0 || columns == 0 || rows > most/columns {
		return pairs
	}
	// best[i][j] is the best sum for what follows the i-th and j-th.
	width := columns + 1
	best := make([]int, (rows+1)*width)
	weights := make([]int, rows*columns)
	for i := rows - 1; i >= 0; i-- {
		for j := columns - 1; j >= 0; j-- {
			w := weight(head+i, head+j)
			weights[i*columns+j] = w
			sum := max(best[(i+1)*width+j], best[i*width+j+1])
			if w > 0 {
				sum = max(sum, w+best[(i+1)*width+j+1])
			}
			best[i*width+j] = sum
		}
	}
	for i, j := 0, 0; i < rows && j < columns; {
		w := weights[i*columns+j]
		switch here := best[i*width+j]; {
		case w > 0 && here == w+best[(i+1)*width+j+1]:
			pairs[head+j] = head + i
			i, j = i+1, j+1
		case here == best[(i+1)*width+j]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// Match finds for each item of a list the one that it was in another list, or -1: equal ones first, those in order before those that were moved; then
// those that have most in common, wherever they stand; then, of what is left between two pairs, one after the other.
func Match(old, want []keys.Node) []int {
	equal := func(i, j int) bool { return same(&old[i], &want[j]) }
	weight := func(i, j int) int {
		if equal(i, j) {
			return 1
		}
		return 0
	}
	m := matcher{old: old, want: want, pairs: match(len(old), len(want), weight, equal), taken: make([]bool, len(old))}
	for _, i := range m.pairs {
		if i >= 0 {
			m.taken[i] = true
		}
	}
	if rows, columns := m.left(); rows == 0 || columns == 0 || rows > most/columns {
		return m.pairs
	}
	m.moved(equal)
	m.alike()
	m.between()
	return m.pairs
}

type matcher struct {
	old, want []keys.Node
	pairs     []int
	taken     []bool // of old
}

// left is how many items of each list have no partner.
func (m *matcher) left() (rows, columns int) {
	for _, taken := range m.taken {
		if !taken {
			rows++
		}
	}
	for _, i := range m.pairs {
		if i < 0 {
			columns++
		}
	}
	return rows, columns
}

func (m *matcher) pair(i, j int) { m.pairs[j], m.taken[i] = i, true }

// moved pairs what is equal wherever it stands.
func (m *matcher) moved(equal func(i, j int) bool) {
	for j := range m.pairs {
		for i := 0; i < len(m.old) && m.pairs[j] < 0; i++ {
			if !m.taken[i] && equal(i, j) {
				m.pair(i, j)
			}
		}
	}
}

// alike pairs groups of which the smaller one has half of its keys, with their values, from the other, the most alike first.
func (m *matcher) alike() {
	type candidate struct{ i, j, weight int }
	var all []candidate
	for j, partner := range m.pairs {
		for i := range m.old {
			a, b := &m.old[i], &m.want[j]
			if partner >= 0 || m.taken[i] || a.Kind != keys.Map || b.Kind != keys.Map {
				continue
			}
			if n := shared(a, b); n > 0 && 2*n >= min(len(a.Pairs), len(b.Pairs)) {
				all = append(all, candidate{i, j, n})
			}
		}
	}
	far := func(c candidate) int { return max(c.i-c.j, c.j-c.i) }
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Or(b.weight-a.weight, far(a)-far(b)) })
	for _, c := range all {
		if m.pairs[c.j] < 0 && !m.taken[c.i] {
			m.pair(c.i, c.j)
		}
	}
}

// between pairs, in order, what is of one kind and stands between the same two pairs.
func (m *matcher) between() {
	for from := 0; from < len(m.pairs); from++ {
		if m.pairs[from] >= 0 {
			continue
		}
		to := from
		for to < len(m.pairs) && m.pairs[to] < 0 {
			to++
		}
		first, last := 0, len(m.old)
		if from > 0 {
			first = m.pairs[from-1] + 1
		}
		if to < len(m.pairs) {
			last = m.pairs[to]
		}
		var free []int
		for i := first; i < last && !m.taken[i]; i++ {
			free = append(free, i)
		}
		weight := func(i, j int) int { return likeness(&m.old[free[i]], &m.want[from+j]) }
		never := func(int, int) bool { return false } // what is equal has its partner
		for j, i := range match(len(free), to-from, weight, never) {
			if i >= 0 {
				m.pair(free[i], from+j)
			}
		}
		from = to
	}
}

// likeness is how much two values have in common, 0 of unlike kinds.
func likeness(a, b *keys.Node) int {
	const part = 10
	switch {
	case a.Kind != b.Kind:
		return 0
	case a.Kind != keys.Map:
		return 1
	}
	return 1 + part*shared(a, b)
}

// shared is how many keys have the same values in two maps.
func shared(a, b *keys.Node) (n int) {
	for i := range a.Pairs {
		pair := &a.Pairs[i]
		if other := pairOf(b, pair.Key.Text, 0); other >= 0 && same(&pair.Value, &b.Pairs[other].Value) {
			n++
		}
	}
	return n
}

// inOrder says whether partners stand in the order of the items that they were found for.
func inOrder(from []int) bool {
	last := -1
	for _, i := range from {
		if i >= 0 && i < last {
			return false
		}
		last = max(last, i)
	}
	return true
}

// ordered leaves of a match the most pairs that stand in order.
func ordered(from []int) []int {
	best := make([]int, len(from)) // how many pairs end with each, and which comes before it
	before := make([]int, len(from))
	end := -1
	for j, i := range from {
		before[j] = -1
		if i < 0 {
			continue
		}
		best[j] = 1
		for k := range j {
			if from[k] >= 0 && from[k] < i && best[k] >= best[j] {
				best[j], before[j] = best[k]+1, k
			}
		}
		if end < 0 || best[j] > best[end] {
			end = j
		}
	}
	out := make([]int, len(from))
	for j := range out {
		out[j] = -1
	}
	for ; end >= 0; end = before[end] {
		out[end] = from[end]
	}
	return out
}
