package yamltext

import "guongsang/internal/keys"

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

// Match finds for each item of a list the one that it was in another list, or -1: equal ones first, then, in order, those that are most alike.
func Match(old, want []keys.Node) []int {
	equal := func(i, j int) bool { return same(&old[i], &want[j]) }
	return match(len(old), len(want), func(i, j int) int { return likeness(&old[i], &want[j]) }, equal)
}

func likeness(a, b *keys.Node) int {
	const whole, part = 1000, 10
	switch {
	case same(a, b):
		return whole
	case a.Kind != b.Kind:
		return 0
	case a.Kind != keys.Map:
		return 1
	}
	shared := 0
	for i := range a.Pairs {
		pair := &a.Pairs[i]
		if other := pairOf(b, pair.Key.Text, 0); other >= 0 && same(&pair.Value, &b.Pairs[other].Value) {
			shared++
		}
	}
	return 1 + part*shared
}
