package viet

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The functions that run over every letter of every file go by bytes where they can. Here they are held against the plain ways of saying
// the same.

// slowWords is Words, letter by letter.
func slowWords(s string) int {
	n, inside := 0, false
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

// slowMayBeLegacy is MayBeLegacy, letter by letter.
func slowMayBeLegacy(s string) bool {
	var last rune
	for _, r := range s {
		if r >= 0xA1 && r <= 0xFF {
			code, tone := letter(r)
			isCapital := r >= 0xC0 && r <= 0xDE
			switch {
			case code == 0 || code == wideLetter || !isVietnamese(r, code, tone):
				return true
			case isCapital && last >= 'a' && last <= 'z':
				return true
			case isCapital == (last >= 'A' && last <= 'Z') && isVniPair(last, r):
				return true
			}
		}
		last = r
	}
	return false
}

// slowOrdinary is how many bytes of s are ordinary, letter by letter.
func slowOrdinary(s string) int {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= ' ' && r < 0x7F, r == '\t', r == '\n', r >= 0xA1 && r <= 0x2FF, r >= 0x1E00 && r <= 0x1EFF, r >= 0x2010 && r <= 0x2027:
		default:
			return i
		}
		i += size
	}
	return len(s)
}

func checkQuick(t *testing.T, s string) {
	t.Helper()
	if got, want := Words(s), slowWords(s); got != want || Words([]byte(s)) != want {
		t.Errorf("Words(%q) = %d, want %d", s, got, want)
	}
	if got, want := MayBeLegacy(s), slowMayBeLegacy(s); got != want || MayBeLegacy([]byte(s)) != want {
		t.Errorf("MayBeLegacy(%q) = %t, want %t", s, got, want)
	}
	if got, want := string(NFCBytes([]byte(s))), norm.NFC.String(s); got != want {
		t.Errorf("NFCBytes(%q) = %q, want %q", s, got, want)
	}
	got, want := Ordinary(s), slowOrdinary(s)
	if got > want || got < len(s) && want >= got+piece+2 || Ordinary([]byte(s)) != got || got < len(s) && !utf8.RuneStart(s[got]) && want > got {
		t.Errorf("Ordinary(%q) = %d, where %d bytes are", s, got, want)
	}
}

// TestQuick tries every letter up to U+FFFF by itself and within words, and all pairs of those of Latin-1; and some where a text is long
// enough to be taken in pieces, at every place.
func TestQuick(t *testing.T) {
	for r := range rune(0x10000) {
		sign := string(r)
		checkQuick(t, sign+"-a"+sign+sign+"b "+sign)
	}
	for first := range rune(0x180) {
		for second := range rune(0x180) {
			checkQuick(t, string([]rune{first, second}))
		}
	}
	for _, letter := range []string{"a", "đ", "ế", " ", "“", "本"} {
		long := strings.Repeat(letter, piece)
		for _, sign := range []string{
			"", "a", " a", "\u00a0", "\u1680", "\u2003", "\u3000b", "×", "ķ", "“", "→", "٣", "e\u0301", "\x00", "\xff", "\xc3", "\xe1", "\xe1\xba", "\xe2\x80", "\x80\x80\x80\x80",
		} {
			for before := range piece + 1 {
				text := long[:before*len(letter)] + sign
				checkQuick(t, text)
				checkQuick(t, text+" "+long)
			}
		}
	}
}

// TestLower holds the short ways of lower against the table.
func TestLower(t *testing.T) {
	for r := range unicode.MaxRune {
		if got, want := lower(r), unicode.ToLower(r); got != want && want != 'ð' && want != 'ɖ' {
			t.Errorf("lower(%q) = %q, want %q", r, got, want)
		}
	}
}

func FuzzQuick(f *testing.F) {
	for _, s := range []string{
		"", benchLine, toTCVN3(benchLine), toVNI(benchLine), "a\xc3", "\xc3\xa0\xc3", "\xe1\xba\xc3\xa0", "ôõ Ôõ hoà", "a\u00a0b\u1680c\u3000d\xe2\x80",
		"a\xc2 b", "\xe1", "a\xe1", "đ\xe1\x9a\x80đ",
	} {
		f.Add(s)
	}
	f.Fuzz(checkQuick)
}
