package viet

import (
	"strings"
	"unicode"
)

// SameKey gives a form that is equal for two spellings of one name: normal form, upper and lower case, the number and width of
// blanks, hyphens and dashes, the sign of the apostrophe, and where the tone stands in a final oa, oe or uy (hoà = hòa,
// khoẻ = khỏe, thuý = thúy). Marks and tones themselves count: Hòa is not Hoa. A tone on the wrong letter is no second style but
// a mistake, and differs: quý is not qúy, già is not gìa.
func SameKey(s string) string {
	s = NFC(s)
	var room [48]rune // enough for most names, so that they need no more memory
	buf := room[:0]
	start := 0 // where the present run of letters begins
	gap := false
	for _, r := range s {
		code, _ := letter(r)
		switch {
		case code != 0:
		case isUnseen(r):
			continue
		case isBlank(r) || isDash(r):
			gap = true
			continue
		case IsApostrophe(r):
			r = '\''
			gap = false // K' Giắc is K'Giắc
		}
		isPart := code != 0 || unicode.IsLetter(r) || unicode.IsMark(r)
		if gap || !isPart {
			newTone(buf[start:])
			start = len(buf)
		}
		if gap && len(buf) > 0 && buf[len(buf)-1] != '\'' {
			buf = append(buf, ' ')
			start = len(buf)
		}
		gap = false
		buf = append(buf, lower(r))
		if !isPart {
			start = len(buf)
		}
	}
	newTone(buf[start:])
	return NFC(string(buf))
}

// lower gives the lower case of r, taking the letters that look like Đ for Đ. Looking the letters of Vietnamese up takes long.
func lower(r rune) rune {
	switch {
	case r == 'Ð' || r == 'ð' || r == 'Ɖ' || r == 'ɖ':
		return 'đ'
	case r >= 0x1EA0 && r <= 0x1EFF:
		return r | 1 // capital and small letter side by side
	case r >= 0xE0 && r <= 0xFF:
		return r
	}
	return unicode.ToLower(r)
}

// newTone moves the tone of a syllable that ends in oa, oe or uy from the first vowel to the second, in place: òa becomes oà.
func newTone(syllable []rune) {
	n := len(syllable)
	if n < 2 {
		return
	}
	first, tone := letter(syllable[n-2])
	second, none := letter(syllable[n-1])
	if tone == level || none != level {
		return
	}
	isRhyme := first == 'o' && (second == 'a' || second == 'e') || first == 'u' && second == 'y'
	if !isRhyme || syllable[n-1] != rune(second) || !isToned(syllable[n-2], first, tone) {
		return
	}
	if n > 2 && first == 'u' && syllable[n-3] == 'q' {
		return
	}
	syllable[n-2] = rune(first)
	syllable[n-1] = withTone(rune(second), tone)
}

// toned is the vowels of Vietnamese without and with the five tones in order.
const toned = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"

// withTone puts a tone on a vowel of Vietnamese in lower case; any other sign comes back as it is.
func withTone(r rune, tone byte) rune {
	at := strings.IndexRune(toned, r)
	if at < 0 || tone == level {
		return r
	}
	n := byte(0)
	for _, t := range toned[at:] {
		if n == tone {
			return t
		}
		n++
	}
	return r
}

// isToned says whether r is just the vowel with the tone and no third mark (ǘ is u and sắc, but not ú).
func isToned(r rune, vowel, tone byte) bool {
	return r == withTone(rune(vowel), tone)
}
