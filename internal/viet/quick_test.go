package viet

import (
	"testing"
	"unicode"

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
}

// TestQuick tries every letter up to U+FFFF by itself and within words, and all pairs of those of Latin-1.
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
