package search

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/viet"
)

// A word is a run of letters, marks and digits, with apostrophes inside (K'Giắc). Everything else parts words; so do letters beyond the first plane of Unicode, which
// no language here is written with, so that code points are JavaScript's code units.

// word is a word as the index has it.
type word struct {
	// exact is the word in lower case, in normal form, with its tone where the new style puts it.
	exact string
	// folded is exact without marks.
	folded string
}

const (
	longestWord = 40 // code points; what is longer is no word but a slip or an address
	mostWords   = 1<<wordBits - 2
)

// lexicon knows the words that were met, by numbers. Its numbers depend on who came first, so nothing that is written may depend on them.
type lexicon struct {
	mu    sync.Mutex
	ids   map[string]uint32 // by exact
	words []word
}

func newLexicon() *lexicon { return &lexicon{ids: map[string]uint32{}} }

// noWord is the number of what is none.
const noWord = ^uint32(0)

// id gives the number of a word, as it is written somewhere.
func (l *lexicon) id(written string) uint32 {
	if utf8.RuneCountInString(written) > longestWord {
		return noWord
	}
	w := wordOf(written)
	if w.folded == "" {
		return noWord
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	id, ok := l.ids[w.exact]
	if !ok {
		if len(l.words) >= mostWords {
			return noWord
		}
		id = uint32(len(l.words))
		l.words = append(l.words, w)
		l.ids[w.exact] = id
	}
	return id
}

// list gives the words by their numbers, as many as there are now.
func (l *lexicon) list() []word {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.words[:len(l.words):len(l.words)]
}

func wordOf(written string) word {
	exact := viet.SameKey(written)
	return word{exact: exact, folded: fold(exact)}
}

// fold gives a word in lower case without marks. It is search.js' rule to the letter, since shards are found by it on both sides: decomposed, without the marks
// from U+0300 to U+036F, and with the four barred letters that Unicode does not take apart as plain ones. What is left of other writings stays decomposed.
func fold(exact string) string {
	var room [2 * longestWord]byte
	b := room[:0]
	for i := 0; i < len(exact); i++ {
		if exact[i] >= utf8.RuneSelf {
			return string(appendFold(append(b, exact[:i]...), exact[i:]))
		}
	}
	return exact
}

func appendFold(b []byte, s string) []byte {
	for _, r := range norm.NFD.String(s) {
		switch {
		case r >= 0x300 && r <= 0x36F:
		case r < utf8.RuneSelf:
			b = append(b, byte(r))
		case r == 'đ':
			b = append(b, 'd')
		case r == 'ƀ':
			b = append(b, 'b')
		case r == 'ø':
			b = append(b, 'o')
		case r == 'ł':
			b = append(b, 'l')
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// Slug is the address that the reader's side makes of a name, which a card may then leave out: it knows nothing of signs that nobody sees, nor of letters that only
// viet.Slug takes apart.
func Slug(name string) string {
	name = strings.Map(lower, name)
	var b []byte
	for _, c := range appendFold(nil, name) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b = append(b, c)
		case len(b) > 0 && b[len(b)-1] != '-':
			b = append(b, '-')
		}
	}
	return strings.TrimSuffix(string(b), "-")
}

// lower is JavaScript's lower case as far as it matters below marks, with the letters that look like Đ as Đ.
func lower(r rune) rune {
	if r = unicode.ToLower(r); r == 'ð' || r == 'ɖ' {
		return 'đ'
	}
	return r
}

// hashBegin and hashNext are FNV-1a of 32 bits over UTF-16 code units, which a browser has at hand.
const hashBegin uint32 = 2166136261

func hashNext(h uint32, unit uint16) uint32 { return (h ^ uint32(unit)) * 16777619 }

// hashText goes on with a text of the first plane.
func hashText(h uint32, s string) uint32 {
	for _, r := range s {
		h = hashNext(h, uint16(r))
	}
	return h
}

// nameLetters is how many letters of a word lead to its shard of names: by so many, the words that begin like the one that is being typed lie in a few files.
const nameLetters = 3

// beginning is what leads to a word's shard of names.
func beginning(folded string) string {
	left := nameLetters
	for at := range folded {
		if left == 0 {
			return folded[:at]
		}
		left--
	}
	return folded
}

// firstUnit is the first code unit of a text.
func firstUnit(s string) uint16 {
	r, _ := utf8.DecodeRuneInString(s)
	return uint16(r)
}

// nextWord gives the first word of a text, as it is written, and where it ends; an empty one where there is none.
func nextWord(s string) (written string, end int) {
	start := -1
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if isWordByte(c) {
				if start < 0 {
					start = i
				}
				i++
				continue
			}
			if start >= 0 && !(c == '\'' && i+1 < len(s) && beginsWord(s[i+1:])) {
				return s[start:i], i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isWordRune(r):
			if start < 0 {
				start = i
			}
		case start >= 0 && !(viet.IsApostrophe(r) && beginsWord(s[i+size:])):
			return s[start:i], i
		}
		i += size
	}
	if start < 0 {
		return "", len(s)
	}
	return s[start:], len(s)
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func isWordRune(r rune) bool {
	// Nearly all are Latin letters with marks.
	if r >= 0x1EA0 && r <= 0x1EF9 || r >= 0xC0 && r <= 0x1B0 && r != 0xD7 && r != 0xF7 {
		return true
	}
	return r < 0x10000 && !viet.IsApostrophe(r) && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r))
}

// parts says whether what stands between two words makes strangers of them: blanks with another sign, as the end of a sentence is. Blanks alone do not, nor
// signs without a blank ("123/QĐ-UBND").
func parts(between string) bool {
	blank, sign := false, false
	for _, r := range between {
		if unicode.IsSpace(r) {
			blank = true
		} else {
			sign = true
		}
	}
	return blank && sign
}

// beginsWord says whether a text begins with a part of a word.
func beginsWord(s string) bool {
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r < utf8.RuneSelf && isWordByte(byte(r)) || r >= utf8.RuneSelf && isWordRune(r)
}
