package viet

import (
	"strings"
	"unicode"
)

// Words counts the words of s as a typist does: runs between blanks that hold at least one letter or digit. A Vietnamese
// syllable is such a word.
func Words(s string) int {
	n := 0
	inside := false // this run has been counted
	for _, r := range s {
		switch {
		case isBlank(r):
			inside = false
		case !inside && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			inside = true
			n++
		}
	}
	return n
}

// FirstWords gives the first n words of s (see Words) with "…" put after them in place of a closing sign such as a comma, or s
// without the blanks around it if it has no more words than that. For n below 1 it gives "".
func FirstWords(s string, n int) string {
	s = strings.TrimSpace(s)
	if n < 1 {
		return ""
	}
	count := 0
	inside := false
	end := 0 // where the last blank began
	blank := false
	for i, r := range s {
		switch {
		case isBlank(r):
			if !blank {
				end = i
			}
			blank, inside = true, false
			continue
		case !inside && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			inside = true
			count++
			if count > n {
				return cut(s[:end])
			}
		}
		blank = false
	}
	return s
}

// cut ends a text that goes on with "…".
func cut(s string) string {
	return strings.TrimRightFunc(s, func(r rune) bool {
		return isBlank(r) || isDash(r) || strings.ContainsRune(".,;:…/&+([{“‘\"«", r)
	}) + "…"
}
