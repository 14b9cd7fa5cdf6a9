package viet

import (
	"unicode"
	"unicode/utf8"
)

// Fold gives s in lower case and without marks: đ becomes d, ø o, ß ss, and the signs ʼ ’ ‘ ` become '. Letters of other
// scripts keep their place in lower case; signs and blanks stay. Folding twice changes nothing more.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var room [64]byte // enough for most, so that only the result needs memory
	return NFC(string(appendFold(room[:0], NFC(s))))
}

// isFolded says whether s is plain ASCII with nothing to fold, as most keys and slugs are.
func isFolded(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' || c == '`' {
			return false
		}
	}
	return true
}

// appendFold appends the folded form of s, which must be composed.
func appendFold(buf []byte, s string) []byte {
	for _, r := range s {
		code, _ := letter(r)
		switch {
		case code == wideLetter:
			buf = append(buf, expand(r)...)
		case code != 0:
			buf = append(buf, plain(code))
		case IsApostrophe(r):
			buf = append(buf, '\'')
		case r < utf8.RuneSelf:
			buf = append(buf, byte(r))
		case unicode.Is(unicode.Mn, r) || isUnseen(r):
		default:
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return buf
}

// Slug gives the address form of s: letters a-z and digits of its folded form, every run of anything else one hyphen, none at
// either end. It is "" if nothing is left. Slug of a slug is the slug.
func Slug(s string) string {
	if isSlug(s) {
		return s
	}
	s = NFC(s)
	var room [64]byte
	buf := room[:0]
	gap := false
	for _, r := range s {
		code, _ := letter(r)
		if r >= '0' && r <= '9' {
			code = byte(r)
		}
		if code == 0 {
			gap = gap || !unicode.Is(unicode.Mn, r) && !isUnseen(r)
			continue
		}
		if gap && len(buf) > 0 {
			buf = append(buf, '-')
		}
		gap = false
		switch {
		case code != wideLetter:
			buf = append(buf, plain(code))
		case r == 'ŉ':
			buf = append(buf, 'n')
		default:
			buf = append(buf, expand(r)...)
		}
	}
	return string(buf)
}

// isSlug says whether s is its own slug.
func isSlug(s string) bool {
	hyphen := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen || s == ""
}

// MatchKey gives the form in which keys and listed values are looked up: folded, and without blanks, hyphens, underscores and
// full stops, so that `Lĩnh vực`, `linh_vuc` and `linh-vuc` are one.
func MatchKey(s string) string {
	if isMatchKey(s) {
		return s
	}
	var room [64]byte
	folded := appendFold(room[:0], NFC(s))
	if !isComposed(folded) {
		folded = append(folded[:0], NFC(string(folded))...)
	}
	kept := folded[:0]
	for i, size := 0, 0; i < len(folded); i += size {
		var r rune
		if r, size = utf8.DecodeRune(folded[i:]); r != '_' && r != '.' && !isDash(r) && !isBlank(r) {
			kept = append(kept, folded[i:i+size]...)
		}
	}
	return NFC(string(kept))
}

// isMatchKey says whether s is made of a-z and 0-9 only.
func isMatchKey(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
