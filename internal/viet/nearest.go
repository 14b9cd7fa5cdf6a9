package viet

import "unicode/utf8"

// Nearest gives the element of among that is most like s, for a message that asks "did you mean", or "" if none is near: a third
// of the letters of s may differ, and at least one. Case, marks, blanks and hyphens count nothing. Of elements equally near the
// first is given.
func Nearest(s string, among []string) string {
	key := MatchKey(s)
	length := utf8.RuneCountInString(key)
	if length == 0 {
		return ""
	}
	within := max(1, length/3)
	best := ""
	for _, candidate := range among {
		other := MatchKey(candidate)
		if other == "" {
			continue
		}
		d := distance(key, other, within)
		if d > within || d >= max(length, utf8.RuneCountInString(other)) {
			continue
		}
		if d == 0 {
			return candidate
		}
		best, within = candidate, d-1
	}
	return best
}

// Distance counts the letters that must be put in, taken out, changed or swapped with their neighbour to make a of b (optimal
// string alignment), after MatchKey. It looks no further than max and then gives max+1.
func Distance(a, b string, max int) int {
	return distance(MatchKey(a), MatchKey(b), max)
}

// distance is Distance for strings that are match keys already.
func distance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	x, y := []rune(a), []rune(b)
	if limit < 0 || len(x)-len(y) > limit || len(y)-len(x) > limit {
		return max(limit, -1) + 1
	}
	width := len(y) + 1
	rows := make([]int, 3*width)
	before, last, row := rows[:width], rows[width:2*width], rows[2*width:]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			change := last[j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit+1)
}
