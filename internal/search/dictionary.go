package search

import "strconv"

// Dictionary writes words of a-z and apostrophes, which are in order, in a row: for each a digit, how many letters it shares with the word before (nine at most), and
// the rest.
func Dictionary(words []string) string {
	var b []byte
	last := ""
	for _, w := range words {
		n := 0
		for n < min(len(last), len(w), 9) && last[n] == w[n] {
			n++
		}
		b = append(strconv.AppendInt(b, int64(n), 10), w[n:]...)
		last = w
	}
	return string(b)
}
