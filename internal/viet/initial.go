package viet

import "unicode"

// Initial gives the letter of the Vietnamese alphabet under which a text stands in a list: its first letter as a capital, without
// the tone but with the mark that makes it a letter of its own (Ă, Â, Đ, Ê, Ô, Ơ, Ư). Text that begins with anything else is
// listed under "#".
func Initial(s string) string {
	for _, r := range NFC(s) {
		if code, _ := letter(r); code != 0 && code != wideLetter {
			return string(unicode.ToUpper(signOf(code)))
		}
		if unicode.IsLetter(r) {
			return string(unicode.ToUpper(r))
		}
		if unicode.IsDigit(r) {
			return "#"
		}
	}
	return "#"
}

// signOf gives the letter that a code of the letter tables stands for.
func signOf(code byte) rune {
	switch code {
	case 'A':
		return 'ă'
	case 'B':
		return 'â'
	case 'D':
		return 'đ'
	case 'E':
		return 'ê'
	case 'O':
		return 'ô'
	case 'P':
		return 'ơ'
	case 'U':
		return 'ư'
	}
	return rune(code)
}
