package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words counts the words of s as a typist does: runs between blanks that hold at least one letter or digit. A Vietnamese
// syllable is such a word.
func Words[T string | []byte](s T) int {
	n := 0
	for i := 0; i < len(s); {
		size, begins := 1, s[i] >= '0' && s[i] <= '9' || isLatin(rune(s[i]))
		if s[i] >= utf8.RuneSelf {
			size, begins = wordBegin(string(s[i:min(i+utf8.UTFMax, len(s))]))
		}
		i += size
		if !begins {
			continue
		}
		n++
		for i < len(s) && (!wordStops[s[i]] || !isWordStop(s, i)) {
			i++
		}
	}
	return n
}

// wordBegin says whether the first letter of s begins a word, and how many bytes it has. All of Latin Extended does, and asking the general
// tables takes longer.
func wordBegin(s string) (size int, begins bool) {
	r, size := utf8.DecodeRuneInString(s)
	return size, r >= 0x100 && r <= 0x24F || r >= 0x1E00 && r <= 0x1EFF || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// wordStops marks the bytes at which isWordStop has to look.
var wordStops = [256]bool{
	' ': true, '\t': true, '\n': true, '\v': true, '\f': true, '\r': true,
	0xC2: true, 0xE2: true, 0xE3: true, // the first byte of a blank
	0x9A: true, // the second byte of the blank of Ogham; its first is that of half the letters of Vietnamese
}

// isWordStop says whether a blank stands at one of those bytes, which is not the first of the text.
func isWordStop[T string | []byte](s T, i int) bool {
	switch c := s[i]; {
	case c < utf8.RuneSelf:
		return true
	case c == 0x9A:
		return s[i-1] == 0xE1 && i+1 < len(s) && s[i+1] == 0x80
	}
	r, _ := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
	return isBlank(r)
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
