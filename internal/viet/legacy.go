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
	if !MayBeLegacy(s) {
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

// MayBeLegacy says whether Legacy has to look at a text, or at any line or value in it, at all. It looks for a sign that hardly
// stands in good Vietnamese text, so that most texts cost one quick look: a sign or foreign letter of Latin-1, a capital with a mark after
// a small letter, or two vowels of which the second has a mark that cannot follow the first.
func MayBeLegacy[T string | []byte](s T) bool {
	for i := 0; i+1 < len(s); i++ {
		// All signs of Latin-1, and no others, begin with these bytes.
		if c := s[i]; c != 0xC2 && c != 0xC3 || !isTail(s[i+1]) {
			continue
		}
		r := rune(s[i]&3)<<6 | rune(s[i+1]&0x3F)
		last := rune(0)
		switch {
		case i > 0 && s[i-1] < utf8.RuneSelf:
			last = rune(s[i-1])
		case i > 1 && s[i-2] == 0xC3 && isTail(s[i-1]):
			last = 0xC0 | rune(s[i-1]&0x3F)
		}
		isCapital := r >= 0xC0 && r <= 0xDE
		switch {
		case r < 0xA1:
		case r < 0xC0 || marked>>(r&31)&1 == 0:
			return true
		case isCapital && last >= 'a' && last <= 'z':
			return true
		case isCapital == (last >= 'A' && last <= 'Z') && isVniPair(last, r):
			return true
		}
	}
	return false
}

// marked has a bit for each of the Vietnamese letters à á â ã è é ê ì í ò ó ô õ ù ú ý, by the last five bits of its code point. Those of
// the capital are the same.
const marked = 1<<0x00 | 1<<0x01 | 1<<0x02 | 1<<0x03 | 1<<0x08 | 1<<0x09 | 1<<0x0A | 1<<0x0C | 1<<0x0D |
	1<<0x12 | 1<<0x13 | 1<<0x14 | 1<<0x15 | 1<<0x19 | 1<<0x1A | 1<<0x1D

// isVniPair says whether a plain vowel and a marked letter after it are a letter in VNI and hardly ever part of a good syllable.
func isVniPair(first, second rune) bool {
	_, ok := vniLetter(first, second)
	if !ok {
		return false
	}
	return lower(first) != 'o' || !strings.ContainsRune("áàãéè", lower(second))
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
