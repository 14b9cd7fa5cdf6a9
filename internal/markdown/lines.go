package markdown

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"guongsang/internal/diag"
)

// lines turns offsets of a source into places of the author's file.
type lines struct {
	source []byte
	starts []int
	at     diag.Place
}

// newLines may write over starts.
func newLines(source []byte, at diag.Place, starts []int) lines {
	l := lines{source: source, at: at, starts: append(starts[:0], 0)}
	for next := 0; ; {
		i := bytes.IndexByte(source[next:], '\n')
		if i < 0 {
			return l
		}
		next += i + 1
		l.starts = append(l.starts, next)
	}
}

// place gives the place of an offset; one outside the source is moved to its end.
func (l *lines) place(offset int) diag.Place {
	offset = min(max(offset, 0), len(l.source))
	i, found := slices.BinarySearch(l.starts, offset)
	if !found {
		i--
	}
	return diag.Place{
		File:   l.at.File,
		Line:   max(l.at.Line, 1) + i,
		Column: 1 + letters(l.source[l.starts[i]:offset]),
	}
}

// letters counts the code points of s, which is UTF-8.
func letters(s []byte) int {
	n := 0
	for _, c := range s {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}
