package viet

import "unicode"

// The five marked tones in the order of the alphabet; 0 is the level tone (không dấu).
const (
	level byte = iota
	huyen
	hoi
	nga
	sac
	nang
)

// wideLetter is the code of a letter that is written with two plain ones (ß, æ); expand gives them.
const wideLetter = '*'

// The Latin letters from U+00C0 to U+024F and from U+1E00 to U+1EFF, one byte a code point. In letters…: the lower-case letter
// without its marks; a capital for a Vietnamese letter with a sign of its own (A ă, B â, D đ, E ê, O ô, P ơ, U ư); a blank for
// what is no letter, or one whose other case lies elsewhere; a star for a letter of two. In tones…: the tone. Constants cost
// nothing when a program starts. Ð (Icelandic) and Ɖ count as đ, since the eye cannot tell them apart and typists mix them up.
// TestLetterTables compares all of it with the Unicode tables.
const (
	letters00C0 = "" +
		"aaBaaa*ceeEeiiiiDnooOoo ouuuuy**aaBaaa*ceeEeiiiiDnooOoo ouuuuy*y" +
		"aaAAaaccccccccddDDeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllll " +
		" llnnnnnn*nnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
		"b bb   ccD ddde  ff  *  kkll  n PP  pp     ttt UU  yyzz zzz     " +
		"    *********aaiioouuuuuuuuuueaaaa**ggggkkoooozzj***gg* nnaa**oo" +
		"aaaaeeeeiiiioooorrrruuuussttzzhhnd  zzaaeeooooooooyylntj** ccl  " +
		"   b  eejjqqrryy"
	tones00C0 = "" +
		"1403000014001400001403000140040014030000140014000014030001400400" +
		"0000000000000000000000000000000000000000330000000000000000000000" +
		"0000000000000000000000000000000000000000330000000000000000000000" +
		"0000000000000000000000000000000000000000000000000000000000000000" +
		"0000000000000000000000044001100000000000000000000000000000440044" +
		"0000000000000000000000000000000000000000000033000000000000000000" +
		"0000000000000000"
	letters1E00 = "" +
		"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
		"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
		"wwwwwwwwwwxxxxyyzzzzzzhtwyasss*daaaaBBBBBBBBBBAAAAAAAAAAeeeeeeEE" +
		"EEEEEEEEiiiiooooOOOOOOOOOOPPPPPPPPPPuuuuUUUUUUUUUUyyyyyyyy**vvyy"
	tones1E00 = "" +
		"0000000000000000000011440000000000000000000000440000000000000000" +
		"0000000000004433114400000000000000000000000000000000000044000000" +
		"0000000000000000000000000000000055224411223355441122335555223344" +
		"1122335522555522441122335544112233555522441122335511552233000000"
)

// letter gives the code of a Latin letter (see the tables) and its tone, or 0 for any other sign.
func letter(r rune) (code, tone byte) {
	switch {
	case r >= 'a' && r <= 'z':
		return byte(r), level
	case r >= 'A' && r <= 'Z':
		return byte(r) + 'a' - 'A', level
	case r < 0xC0:
		return 0, level
	case r <= 0x24F:
		code, tone = letters00C0[r-0xC0], tones00C0[r-0xC0]-'0'
	case r == 'ɖ':
		return 'D', level // the small letter of Ɖ, which looks like Đ too
	case r >= 0x1E00 && r <= 0x1EFF:
		code, tone = letters1E00[r-0x1E00], tones1E00[r-0x1E00]-'0'
	}
	if code == ' ' {
		return 0, level
	}
	return code, tone
}

// plain takes the sign off a code: 'A' (ă) and 'B' (â) become 'a'. What is not a capital stays.
func plain(code byte) byte {
	switch code {
	case 'A', 'B':
		return 'a'
	case 'D':
		return 'd'
	case 'E':
		return 'e'
	case 'O', 'P':
		return 'o'
	case 'U':
		return 'u'
	}
	return code
}

// expand gives the plain letters of a letter whose code is wideLetter.
func expand(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'Æ', 'æ', 'Ǽ', 'ǽ', 'Ǣ', 'ǣ':
		return "ae"
	case 'Œ', 'œ':
		return "oe"
	case 'Þ', 'þ':
		return "th"
	case 'Ĳ', 'ĳ':
		return "ij"
	case 'ŉ':
		return "'n"
	case 'Ǆ', 'ǅ', 'ǆ', 'Ǳ', 'ǲ', 'ǳ':
		return "dz"
	case 'Ǉ', 'ǈ', 'ǉ':
		return "lj"
	case 'Ǌ', 'ǋ', 'ǌ':
		return "nj"
	case 'ƕ', 'Ƕ':
		return "hv"
	case 'ȸ':
		return "db"
	case 'ȹ':
		return "qp"
	case 'Ỻ', 'ỻ':
		return "ll"
	}
	return ""
}

// isVowel says whether a code is a vowel's.
func isVowel(code byte) bool {
	switch plain(code) {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// IsApostrophe says whether r is one of the signs that stand for the apostrophe of K'Giắc.
func IsApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʼ', 'ʻ', 'ʹ', 'ˈ', '′', '＇', '‛':
		return true
	}
	return false
}

// isDash says whether r is a hyphen, a dash or a minus sign.
func isDash(r rune) bool {
	switch r {
	case '-', '֊', '‐', '‑', '‒', '–', '—', '―', '⁃', '−', '﹘', '﹣', '－':
		return true
	}
	return false
}

// isBlank says whether r is white space of any width.
func isBlank(r rune) bool {
	return (r < 0x1680 || r > 0x1FFF) && unicode.IsSpace(r) || r == 0x1680
}

// isUnseen says whether r leaves no trace on paper: zero-width signs, the soft hyphen, marks of direction.
func isUnseen(r rune) bool {
	if r < 0xAD {
		return false
	}
	return r == 0xAD || r == 0x034F || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2064 || r >= 0x2066 && r <= 0x2069 || r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F
}
