package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The states of the machine of Words (see Ordinary for what that is): between words, then in one, each with what comes next in the midst of a
// letter or sign. Those in a word have the bit 32, and those between words do not.
const (
	between       = 6
	betweenLetter = 12 // the last byte of what most likely is a letter
	betweenE1     = 18 // what follows E1
	betweenE2     = 24
	betweenSign   = 30 // the last byte of a dash, a quote or the like
	within        = 36
	withinE1      = 42
	withinE2      = 48
	withinSign    = 54
	withinBit     = 32
)

// wordSorts gives the sort of each byte. A blank is one that has to be looked at.
const wordSorts = "" +
	"........._____.................._...............aaaaaaaaaa......" +
	".aaaaaaaaaaaaaaaaaaaaaaaaaa......aaaaaaaaaaaaaaaaaaaaaaaaaa....." +
	"qppppppppppppppprrrrrrrnrrorrrrrrrrrrrrrpppppppppppppppmsssspppp" +
	"   lllllll                       vg                             "

// wordSteps gives the steps of each sort.
var wordSteps = [256]uint64{
	'_': between<<between | between<<within,
	'a': within<<between | within<<within,        // letters and digits
	'.': between<<between | within<<within,       // other signs of ASCII
	'l': betweenLetter<<between | within<<within, // C3 to C9: U+00C0 to U+027F
	'v': betweenE1<<between | withinE1<<within,   // E1
	'g': betweenE2<<between | withinE2<<within,   // E2
	// The later bytes of letters and signs, of which those from p to s differ in what they may follow.
	'p': within<<within | within<<betweenLetter | within<<withinE1,
	'q': within<<within | within<<betweenLetter | within<<withinE1 | betweenSign<<betweenE2 | withinSign<<withinE2,
	'r': within<<within | within<<betweenLetter | within<<withinE1 | between<<betweenSign | within<<withinSign,
	's': within<<within | within<<betweenLetter | within<<withinE1 | betweenLetter<<betweenE1,
	'o': within<<within | within<<betweenLetter | between<<betweenSign | within<<withinSign, // after E1 it may begin a blank
	'n': within<<within | within<<withinE1 | between<<betweenSign | within<<withinSign,      // after C3 it is no letter but a cross
	'm': within<<within | within<<withinE1,                                                  // nor is this
}

// Words counts the words of s as a typist does: runs between blanks that hold at least one letter or digit. A Vietnamese
// syllable is such a word.
func Words[T string | []byte](s T) int {
	n, state := 0, uint64(between)
	for from := 0; from < len(s); {
		end := min(from+piece, len(s))
		for range utf8.UTFMax - 1 {
			if end < len(s) && isTail(s[end]) { // no letter is cut
				end--
			}
		}
		part, begun, now := s[from:end], 0, state
		for i := range len(part) {
			next := wordSteps[wordSorts[part[i]]] >> (now & stateMask)
			begun += int(next &^ now & withinBit)
			now = next
		}
		if now &= stateMask; now == between || now == within {
			n, from, state = n+begun/withinBit, end, now
			continue
		}
		for ; from < end; from++ {
			r, size := utf8.DecodeRuneInString(string(s[from:min(from+utf8.UTFMax, len(s))]))
			from += size - 1
			switch {
			case isBlank(r):
				state = between
			case state == between && (unicode.IsLetter(r) || unicode.IsDigit(r)):
				n, state = n+1, within
			}
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
