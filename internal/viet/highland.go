package viet

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// highlandName parts a name with a sign of man or woman, as the peoples of the highlands have it.
func highlandName(words []word) (Name, bool) {
	at := signAt(words)
	if at < 0 {
		return Name{}, false
	}
	before, after := words[:at], words[at+1:]
	sign, rest := cutSign(words[at].text)
	if sign == "" {
		sign = words[at].text
	} else {
		after = append([]word{{rest, SameKey(rest)}}, after...)
	}
	n := Name{Family: join(before), Middle: sign}
	if len(before) > 1 && longest(families, before) > 0 {
		n.Family, n.Middle = before[0].text, join(before[1:])+" "+sign
	}
	for i := 1; i < len(after); i++ {
		if clanLen(after[i:]) == len(after)-i {
			n.Family = strings.TrimLeft(n.Family+" "+join(after[i:]), " ")
			after = after[:i]
		}
	}
	if len(after) > 1 && (after[0].key == "thị" || after[0].key == "văn") {
		n.Middle += " " + after[0].text
		after = after[1:]
	}
	n.Given = join(after)
	return n, true
}

// signAt gives the place of the sign of man or woman, or -1 for a name without one. K', H' and Y' are signs wherever they
// stand; a sign that is a word of its own stands first or after the name of a clan, since Y Lan and Ka may be other names; Ka and Ha may
// stand after any words but those that begin with a common family name.
func signAt(words []word) int {
	for i, w := range words {
		if sign, rest := cutSign(w.text); sign != "" && rest != "" {
			return i
		}
		if i == len(words)-1 || !isSign(w) {
			continue
		}
		isFree := w.key == "ka" || w.key == "ha"
		if i == 0 || clanLen(words[:i]) == i || isFree && longest(families, words) == 0 {
			return i
		}
	}
	return -1
}

// isSign says whether a word is a sign of man or woman.
func isSign(w word) bool {
	switch w.key {
	case "ka", "ha", "ya", "y", "h", "k", "ama", "amí", "ami":
		return true
	}
	return false
}

// cutSign parts K'Giắc into K' and Giắc. Only K, H and Y are signs of man or woman: M'Lô, N'Trang and R'Ông are names whole.
func cutSign(text string) (sign, rest string) {
	if len(text) < 2 || strings.IndexByte("KkHhYy", text[0]) < 0 {
		return "", ""
	}
	r, size := utf8.DecodeRuneInString(text[1:])
	if !IsApostrophe(r) {
		return "", ""
	}
	return text[:1+size], text[1+size:]
}

// clanLen gives the number of words of the longest clan's name with which the words begin, or 0. The spelling of these names varies, so
// marks and apostrophes count nothing: Êban and Ê Ban, Mlô and M'Lô, Kđăm and Kdăm.
func clanLen(words []word) int {
	var room [64]byte
	entry := room[:0]
	found := 0
	for i, w := range words {
		entry = appendFold(entry, w.key)
		entry = slices.DeleteFunc(entry, func(c byte) bool { return c == '\'' })
		is, begins := lookUp(clans, string(entry))
		if is {
			found = i + 1
		}
		if !begins {
			break
		}
	}
	return found
}
