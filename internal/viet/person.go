package viet

import (
	"slices"
	"strings"
)

// Name is a person's name in its parts, as they were written and in normal form. Given is what lists are sorted by; Family is the
// name of a family or clan; a part that the name has not is "". Titles, saints' names and what stands in brackets are in none.
type Name struct {
	Family, Middle, Given string
}

// SplitName parts a name. The rules, in order:
//
//   - left out are brackets, what stands after a comma or "và", and titles before the name as often as they come (Linh mục,
//     NSƯT, Gia đình ông, the saint of Giuse Trần Văn B);
//   - Thích [Nữ] X Y: the whole religious name X Y is the given name; so are two words after a monk's or nun's title;
//   - K'Giắc, H'Hen Niê, Ka Hiên, Y Thanh Niê, Cil Ha Sương: the given name follows the sign of man or woman (K', H', Ka, Ha, Ya, Y),
//     which is kept as Middle; the name of a clan before or after it is the family name;
//   - otherwise the first word is the family name (of Tôn Nữ, Liêng Hót and the like both words) and the last the given name.
func SplitName(name string) Name {
	name = NFC(name)
	if at := strings.IndexByte(name, '('); at > 0 {
		name = name[:at]
	}
	isMonk := false
	for more := true; more; {
		var part string
		part, name, more = cutAtComma(name)
		words, isMonkToo := skipTitles(nameWords(part), more)
		isMonk = isMonk || isMonkToo
		if len(words) > 0 {
			return splitWords(words, isMonk)
		}
	}
	return Name{}
}

// Key gives a key that sorts people when keys are compared byte by byte: by given name, then family name, then middle names, each in the
// order of TitleKey. Two people can have one key.
func (n Name) Key() string {
	var room [96]byte // enough for most, so that only the key itself needs memory
	buf := appendTitleKey(room[:0], n.Given)
	buf = appendTitleKey(append(buf, gapByte), n.Family)
	buf = appendTitleKey(append(buf, gapByte), n.Middle)
	return string(buf)
}

// word is one word of a name: as written, and in the form in which the lists hold it.
type word struct {
	text, key string
}

// cutAtComma parts a text at its first comma or semicolon.
func cutAtComma(s string) (before, after string, found bool) {
	if at := strings.IndexAny(s, ",;"); at >= 0 {
		return s[:at], s[at+1:], true
	}
	return s, "", false
}

// nameWords cuts a name into words at blanks, hyphens and full stops (TS.BS. Lê is three), up to a "và". A sign of man or woman that stands
// apart from its name (K' Giắc) is put to it.
func nameWords(name string) []word {
	words := make([]word, 0, 6)
	apart := "" // a sign whose name is yet to come
	for text := range strings.FieldsFuncSeq(name, isNameEnd) {
		if sign, rest := cutSign(text); apart == "" && sign != "" && rest == "" {
			apart = text
			continue
		}
		if apart == "" && text == "và" && len(words) > 0 {
			break
		}
		text, apart = apart+text, ""
		words = append(words, word{text, SameKey(text)})
	}
	if apart != "" {
		words = append(words, word{apart, SameKey(apart)})
	}
	return words
}

// isNameEnd says whether r stands between the words of a name.
func isNameEnd(r rune) bool {
	switch r {
	case '.', ':', '(', ')', '[', ']', '"', '“', '”':
		return true
	}
	return isBlank(r) || isDash(r)
}

// splitWords parts a name that has no title any more.
func splitWords(words []word, isMonk bool) Name {
	if n, ok := religiousName(words, isMonk); ok {
		return n
	}
	if n, ok := highlandName(words); ok {
		return n
	}
	last := len(words) - 1
	family := min(max(1, longest(compoundFamilies, words), clanLen(words)), last)
	return Name{Family: join(words[:family]), Middle: join(words[family:last]), Given: words[last].text}
}

// skipTitles takes the titles and saints' names off the beginning and says whether one of them was a monk's or nun's. The last
// word stays unless more of the name follows after a comma.
func skipTitles(words []word, more bool) (rest []word, isMonk bool) {
	for len(words) > 0 {
		n := longest(monkTitles, words)
		isMonkTitle := n > 0
		switch {
		case isMonkTitle:
		case isOngFamily(words):
			return words, isMonk
		default:
			n = longest(titles, words)
		}
		if n == 0 {
			if saint := longest(saints, words); saint > 0 && beginsName(words[saint:]) {
				n = saint
			}
		}
		if n == 0 || n == len(words) && !more {
			break
		}
		words = words[n:]
		isMonk = isMonk || isMonkTitle
	}
	return words, isMonk
}

// isOngFamily says whether the name begins with the family name Ông (Ông Ích Khiêm) and not with the word for a man: two or
// more words follow, and they do not begin as titles or names do.
func isOngFamily(words []word) bool {
	if words[0].key != "ông" || len(words) < 3 {
		return false
	}
	rest := words[1:]
	return !beginsName(rest) && longest(titles, rest) == 0 && longest(monkTitles, rest) == 0 && rest[0].key != "thích"
}

// beginsName says whether the words begin as names do: with a common family name, a clan, a sign of man or woman, or a saint.
func beginsName(words []word) bool {
	if len(words) == 0 {
		return false
	}
	if sign, _ := cutSign(words[0].text); sign != "" {
		return true
	}
	return len(words) > 1 && (longest(families, words) > 0 || clanLen(words) > 0 || isSign(words[0]) || longest(saints, words) > 0)
}

// religiousName parts the name of a Buddhist monk or nun.
func religiousName(words []word, isMonk bool) (Name, bool) {
	if len(words) > 1 && words[0].key == "thích" {
		n := Name{Family: words[0].text}
		rest := words[1:]
		if len(rest) > 1 && rest[0].key == "nữ" {
			n.Middle, rest = rest[0].text, rest[1:]
		}
		n.Given = join(rest)
		return n, true
	}
	if isMonk && len(words) == 2 && longest(families, words) == 0 && clanLen(words) == 0 {
		return Name{Given: join(words)}, true
	}
	return Name{}, false
}

// join puts words together with blanks.
func join(words []word) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0].text
	}
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// longest gives the number of words of the longest entry of a list with which the words begin, or 0.
func longest(list []string, words []word) int {
	var room [64]byte
	entry := room[:0]
	found := 0
	for i, w := range words {
		if i > 0 {
			entry = append(entry, ' ')
		}
		entry = append(entry, w.key...)
		is, begins := lookUp(list, string(entry))
		if is {
			found = i + 1
		}
		if !begins {
			break
		}
	}
	return found
}

// lookUp says whether a sorted list has an entry, and whether one of its entries begins with it.
func lookUp(list []string, entry string) (is, begins bool) {
	at, is := slices.BinarySearch(list, entry)
	return is, at < len(list) && strings.HasPrefix(list[at], entry)
}
