package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// alphabet is the order of the letters by their codes: that of Vietnamese, with f j w z where other languages have them.
const alphabet = "aABbcdDeEfghijklmnoOPpqrstuUvwxyz"

// Bytes of a TitleKey that are no letters. All are printable ASCII, and they must lie in this order: the gap between the parts of a
// Name.Key, the six tones that end a run of letters, the mark of a number, the letters of the alphabet, the mark of another
// script's letter. Then a word is before any longer word that begins with its letters, whatever their tones.
const (
	gapByte    = ' '
	toneByte   = '1'
	numberByte = '8'
	firstByte  = 'A'
	otherByte  = '~'
)

// TitleKey gives a key that sorts titles when keys are compared byte by byte. The order is syllable by syllable; within one, first
// the letters (a ă â b c d đ e ê …), then the tone (không huyền hỏi ngã sắc nặng): ba, bà, ban, băn. Numbers stand before letters
// and go by their value, 2 before 10 (1.200 is one number). Case, where the tone stands in a syllable, and other marks and signs
// count nothing; so different titles may have one key, and the caller decides a tie by the titles themselves.
func TitleKey(s string) string {
	var room [96]byte
	return string(appendTitleKey(room[:0], NFC(s)))
}

// appendTitleKey appends the key of s, which must be composed.
func appendTitleKey(buf []byte, s string) []byte {
	inWord, tone := false, level
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		code, t := letter(r)
		isLetter := code != 0 || r >= 0xC0 && unicode.IsLetter(r)
		switch {
		case isLetter:
			buf = appendRank(buf, r, code)
			inWord = true
			if t != level {
				tone = t
			}
		case r >= 0x80 && (isUnseen(r) || unicode.Is(unicode.Mn, r)):
		default:
			if inWord {
				buf = append(buf, toneByte+tone)
				inWord, tone = false, level
			}
			if r >= '0' && r <= '9' {
				size = numberLen(s[i:])
				buf = appendNumber(buf, s[i:i+size])
			}
		}
		i += size
	}
	if inWord {
		buf = append(buf, toneByte+tone)
	}
	return buf
}

// appendRank appends the bytes by which a letter is sorted.
func appendRank(buf []byte, r rune, code byte) []byte {
	switch {
	case code == 0:
		return utf8.AppendRune(append(buf, otherByte), unicode.ToLower(r))
	case code != wideLetter:
		return append(buf, rank(code))
	}
	for _, part := range expand(r) {
		if part != '\'' {
			buf = append(buf, rank(byte(part)))
		}
	}
	return buf
}

// rank gives the byte of a letter, from its place in the alphabet.
func rank(code byte) byte {
	return firstByte + byte(strings.IndexByte(alphabet, code))
}

// numberLen gives the length of the number at the beginning of s: digits, with a full stop before each three that follow
// (1.200, but of 20.11 only 20).
func numberLen(s string) int {
	n := digitsLen(s)
	if n > 3 || s[0] == '0' {
		return n
	}
	for n < len(s) && s[n] == '.' && digitsLen(s[n+1:]) == 3 {
		n += 4
	}
	return n
}

// digitsLen counts the digits at the beginning of s.
func digitsLen(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// appendNumber appends a number so that a longer one sorts after a shorter one: how many digits, then the digits. A count that one
// byte cannot hold is carried on in the next.
func appendNumber(buf []byte, number string) []byte {
	const most = '~' - '0' // the largest count in one byte; it says that another byte follows
	buf = append(buf, numberByte)
	from := 0
	for from < len(number) && (number[from] == '0' || number[from] == '.') {
		from++
	}
	count := 0
	for i := from; i < len(number); i++ {
		if number[i] != '.' {
			count++
		}
	}
	for ; count >= most; count -= most {
		buf = append(buf, '0'+most)
	}
	buf = append(buf, '0'+byte(count))
	for i := from; i < len(number); i++ {
		if number[i] != '.' {
			buf = append(buf, number[i])
		}
	}
	return buf
}
