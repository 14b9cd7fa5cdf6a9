package viet

import (
	"strings"
	"unicode/utf8"
)

// tcvn3 is what the font TCVN3 (ABC, .VnTime) shows for the code points from U+00A1 to U+00FF; a blank where it has no letter.
// The font has capitals of the seven letters only; other capitals with tones are small letters in a font of capitals.
const tcvn3 = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ "

// tcvnPoints says how surely a word is Vietnamese in TCVN3: 0 for none of it.
func tcvnPoints(word string) int {
	var room [32]byte
	buf := room[:0]
	points := weakWord
	var last rune
	for i, r := range word {
		if r < utf8.RuneSelf {
			if !isLatin(r) || len(buf) > 24 {
				return 0
			}
			buf = append(buf, byte(r))
			last = r
			continue
		}
		t := tcvnLetter(r)
		if t == ' ' || len(buf) > 24 {
			return 0
		}
		end := i + utf8.RuneLen(r)
		points = max(points, tcvnSign(r, last, word[end:]))
		buf = utf8.AppendRune(buf, t)
		last = r
	}
	if !isSyllable(string(buf)) || isSyllable(word) {
		return 0
	}
	return points
}

// tcvnLetter gives the letter that TCVN3 shows for a code point, or a blank.
func tcvnLetter(r rune) rune {
	if r < 0xA1 || r > 0xFF {
		return ' '
	}
	n := rune(0xA1)
	for _, t := range tcvn3 {
		if n == r {
			return t
		}
		n++
	}
	return ' '
}

// tcvnSign gives the points of one sign in a word, by the sign before it (0 at the beginning) and by what follows. Signs that
// other texts have between letters count little: N·m, m×n, p÷q.
func tcvnSign(r, last rune, after string) int {
	isFollowed := after != "" && isLatin(rune(after[0]))
	isCapital := r >= 0xC0 && r <= 0xDE
	switch {
	case r == '·' || r == '×' || r == '÷':
		return weakWord
	case r == 'ª' && after == "" && last <= 'Z':
		return weakWord // Mª, Nª in Spanish
	case r == '®' || r == '§' || r >= '¡' && r <= '¦':
		if last == 0 && after != "" {
			return strongWord // a word that begins with đ or a capital
		}
		return weakWord
	case r < 0xC0 && isLatin(last), isCapital && last >= 'a' && last <= 'z':
		if isFollowed {
			return sureWord
		}
		return strongWord
	case r < 0xC0 && last >= 0xA1:
		return strongWord
	}
	return weakWord
}

// isLatin says whether r is a letter A-Z or a-z.
func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// vniPoints says how surely a word is Vietnamese in VNI: 0 for none of it.
func vniPoints(word string) int {
	var room [32]byte
	buf := room[:0]
	points := weakWord
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		if r < utf8.RuneSelf && !isLatin(r) || len(buf) > 24 {
			return 0
		}
		second, secondSize := utf8.DecodeRuneInString(word[i:])
		if t, ok := vniLetter(r, second); ok {
			i += secondSize
			points = max(points, vniSign(r, second))
			buf = utf8.AppendRune(buf, t)
			continue
		}
		t, ok := vniAlone(r)
		if !ok {
			return 0
		}
		buf = utf8.AppendRune(buf, t)
	}
	if !isSyllable(string(buf)) || isSyllable(word) {
		return 0
	}
	if rest, ok := strings.CutPrefix(strings.ToLower(word), "ñ"); ok && !isASCII(rest) {
		return sureWord // ñònh, where Spanish has ñame
	}
	return points
}

// vniSign gives the points of a vowel with its mark. French, Spanish, Irish and Portuguese have some of these pairs (où, naïf, Raúl, goût,
// Seán, João).
func vniSign(first, second rune) int {
	switch lower(second) {
	case 'ë', 'ü', 'ú', 'é', 'è':
		return weakWord
	case 'ù', 'û', 'ï':
		if f := lower(first); f == 'o' || f == 'a' || f == 'e' {
			return weakWord
		}
		return strongWord
	case 'á', 'à', 'ã', 'õ':
		return strongWord
	}
	return sureWord
}

// vniLetter gives the letter that a vowel and a mark after it make in VNI.
func vniLetter(first, second rune) (rune, bool) {
	if second < 0xC0 || second > 0xFF {
		return 0, false
	}
	vowel := lower(first)
	switch vowel {
	case 'ô':
		vowel = 'ơ'
	case 'ö':
		vowel = 'ư'
	case 'a', 'e', 'o', 'u', 'y':
	default:
		return 0, false
	}
	mark := lower(second)
	if tone := strings.IndexRune("øûõùï", mark); tone >= 0 {
		return withTone(vowel, byte(tone/2)+1), true
	}
	if tone := strings.IndexRune("âàåãáä", mark); tone >= 0 && (vowel == 'a' || vowel == 'e' || vowel == 'o') {
		return withTone(hatted(vowel), byte(tone/2)), true
	}
	if tone := strings.IndexRune("êèúüéë", mark); tone >= 0 && vowel == 'a' {
		return withTone('ă', byte(tone/2)), true
	}
	return 0, false
}

// vniAlone gives the letter that a sign is by itself in VNI.
func vniAlone(r rune) (rune, bool) {
	switch lower(r) {
	case 'ñ':
		return 'đ', true
	case 'ô':
		return 'ơ', true
	case 'ö':
		return 'ư', true
	case 'æ':
		return 'ỉ', true
	case 'ó':
		return 'ĩ', true
	case 'ò':
		return 'ị', true
	case 'î':
		return 'ỵ', true
	case 'í', 'ì':
		return r, true
	}
	return r, isLatin(r)
}

// hatted puts the circumflex on a, e and o.
func hatted(vowel rune) rune {
	switch vowel {
	case 'a':
		return 'â'
	case 'e':
		return 'ê'
	}
	return 'ô'
}
