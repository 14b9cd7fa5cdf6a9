package viet

import (
	"strings"
	"unicode/utf8"
)

// The fonts that Legacy knows.
const (
	fontTCVN3 = "TCVN3"
	fontVNI   = "VNI"
)

// Points of a word that reads as Vietnamese in the letters of an old font. A text needs enough points, at least one word that no
// other language has, and fewer words that read as nothing.
const (
	weakWord   = 1 // could be a word of another language (goût, Mª)
	strongWord = 2 // hardly a word of any (V¨n)
	sureWord   = 3 // none at all (nh©n, Vaên)
	enough     = 3
)

// Legacy says whether s was typed with a font from before Unicode, and with which: "TCVN3" (also called ABC; "Uû ban nh©n d©n") or "VNI"
// ("Uûy ban nhaân daân"). It is made for one value or one line at a time, since good text in the same string speaks against it. It
// reads each word in the old font's letters and asks whether a Vietnamese syllable comes out, so that French, Spanish and signs
// such as ©, ® and « » are left in peace; a single short word can pass unseen. VISCII and VPS, hardly used in the country, are not looked for.
func Legacy(s string) (font string, ok bool) {
	if !isSuspect(s) {
		return "", false
	}
	tcvn, vni := verdict{}, verdict{}
	for word := range strings.FieldsFuncSeq(s, isWordEnd) {
		if isASCII(word) {
			continue
		}
		tcvn.count(word, tcvnPoints(word))
		vni.count(word, vniPoints(word))
	}
	switch {
	case tcvn.isLegacy() && tcvn.points >= vni.points:
		return fontTCVN3, true
	case vni.isLegacy():
		return fontVNI, true
	}
	return "", false
}

// verdict adds up what the words of a text say for one font.
type verdict struct {
	points, words, strong, against int
}

// count adds a word with its points.
func (v *verdict) count(word string, points int) {
	switch {
	case points > 0:
		v.points += points
		v.words++
		if points >= strongWord {
			v.strong++
		}
	case !isSyllable(word) || hasUnicodeOnly(word):
		v.against++
	}
}

func (v *verdict) isLegacy() bool {
	return v.points >= enough && v.strong > 0 && v.words > v.against
}

// isWordEnd says whether r stands between words. Digits do not: 10µm is one word, and none of ours.
func isWordEnd(r rune) bool {
	return isBlank(r) || isDash(r) || r >= 0x2000 && r <= 0x206F || r < 0x80 && strings.ContainsRune(".,;:!?()[]{}<>\"'/\\|-_=+*&%$#@~^`", r)
}

// isSuspect looks for a sign that hardly stands in good Vietnamese text, so that most texts cost one quick look: a sign or
// foreign letter of Latin-1, a capital with a mark after a small letter, or two vowels of which the second has a mark that cannot
// follow the first.
func isSuspect(s string) bool {
	var last rune
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			last = rune(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
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

// isVniPair says whether a plain vowel and a marked letter after it are a letter in VNI and hardly ever part of a good syllable.
func isVniPair(first, second rune) bool {
	_, ok := vniLetter(first, second)
	if !ok {
		return false
	}
	return lower(first) != 'o' || strings.IndexRune("áàãéè", lower(second)) < 0
}

// hasUnicodeOnly says whether a word has a letter that neither old font can show: those of Vietnamese outside Latin-1.
func hasUnicodeOnly(word string) bool {
	for _, r := range word {
		if r > 0xFF {
			return true
		}
	}
	return false
}

// isASCII says whether s has no letter with a mark.
func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
