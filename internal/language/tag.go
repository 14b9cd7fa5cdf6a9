package language

import "strings"

// canonical checks the form of a tag and writes it as tags are written: language in small letters, script with a capital, region in capitals. It knows
// language, script, region and variants, which is all that a text of a site needs; extensions and private tags are refused.
func canonical(text string) (tag string, ok bool) {
	parts := strings.Split(strings.ReplaceAll(strings.ToLower(text), "_", "-"), "-")
	first := parts[0]
	if len(first) < 2 || len(first) > 3 || !is(first, isLetter) || first == "und" || first == "mul" || first == "mis" || first == "zxx" {
		return "", false
	}
	if short, has := long[first]; has {
		parts[0] = short
	}
	at := 1
	if at < len(parts) && len(parts[at]) == 4 && is(parts[at], isLetter) {
		parts[at] = strings.ToUpper(parts[at][:1]) + parts[at][1:]
		at++
	}
	if at < len(parts) && (len(parts[at]) == 2 && is(parts[at], isLetter) || len(parts[at]) == 3 && is(parts[at], isDigit)) {
		parts[at] = strings.ToUpper(parts[at])
		at++
	}
	for ; at < len(parts); at++ {
		if !isVariant(parts[at]) {
			return "", false
		}
	}
	return strings.Join(parts, "-"), true
}

// isVariant says whether a subtag is one of a variant: five to eight letters and digits, or four that begin with a digit.
func isVariant(s string) bool {
	both := func(c byte) bool { return isLetter(c) || isDigit(c) }
	return is(s, both) && (len(s) >= 5 && len(s) <= 8 || len(s) == 4 && isDigit(s[0]))
}

// is says whether a text is made of bytes of a sort, and of at least one.
func is(s string, sort func(c byte) bool) bool {
	for i := 0; i < len(s); i++ {
		if !sort(s[i]) {
			return false
		}
	}
	return s != ""
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
