package search

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/viet"
)

// text is words in lower case, in passages: a blank stands before and after each word, and a line break between two passages. So some words that
// stand next to each other are found as a part of it. What parts words on the page, such as a comma, parts passages.
type text string

// Of Markdown only that matters which stands between two neighbouring words: emphasis, and where a link leads.
var (
	emphasis = strings.NewReplacer("*", "", "_", "", "`", "")
	link     = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
)

// readText takes the words out of Markdown or of a plain text.
func readText(s string) text {
	s = emphasis.Replace(link.ReplaceAllString(norm.NFC.String(s), "$1"))
	var b strings.Builder
	b.WriteString(" ")
	inWord := false
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			b.WriteRune(r)
			inWord = true
		case inWord && isApostrophe(r):
			b.WriteByte('\'')
		default:
			if inWord {
				b.WriteByte(' ')
			}
			if r != ' ' && r != '\t' && r != '\u00a0' && !strings.HasSuffix(b.String()[max(0, b.Len()-2):], "\n ") {
				b.WriteString("\n ")
			}
			inWord = false
		}
	}
	if inWord {
		b.WriteByte(' ')
	}
	return text(b.String())
}

func isApostrophe(r rune) bool { return strings.ContainsRune("'’ʼ‘", r) }

// folded is the text without marks.
func (t text) folded() text { return text(viet.Fold(string(t))) }

// holds says whether the words stand next to each other in the text. They are in the text's own form.
func (t text) holds(words string) bool { return strings.Contains(string(t), " "+words+" ") }

// plain is a name or a query in the form in which names are compared: composed, lower case, one blank between words.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(s))), " ")
}

// allows says whether a word that was typed may stand for another one: the letters agree, and the marks that were typed are there. Marks
// that were not typed may be there.
func allows(typed, word string) bool {
	rest, ok := cutTyped(typed, word)
	return ok && rest == ""
}

// begins says whether what was typed may stand for the beginning of a text.
func begins(typed, of string) bool {
	_, ok := cutTyped(typed, of)
	return ok
}

// cutTyped takes from the beginning of a text what the typed letters may stand for.
func cutTyped(typed, of string) (rest string, ok bool) {
	for typed != "" {
		var a, b string
		a, typed = cutLetter(typed)
		b, of = cutLetter(of)
		if b == "" || !letterAllows(a, b) {
			return "", false
		}
	}
	return of, true
}

// cutLetter takes the first letter of a text, which is composed, with the marks that could not be composed.
func cutLetter(s string) (letter, rest string) {
	n := norm.NFC.NextBoundaryInString(s, true)
	return s[:n], s[n:]
}

// letterAllows compares two letters: of the marks of the first none may be missing in the second. The stroke of đ counts as a mark.
func letterAllows(a, b string) bool {
	marks := marksOf(b)
	for mark := range marksOf(a) {
		if !marks[mark] {
			return false
		}
	}
	return true
}

// marksOf takes a letter apart into its base and its marks.
func marksOf(letter string) map[rune]bool {
	parts := map[rune]bool{}
	for _, r := range norm.NFD.String(letter) {
		if r == 'đ' {
			parts['d'] = true
		}
		parts[r] = true
	}
	return parts
}

// tones pairs the old places of the tone with the new ones, in the rhymes that may be written both ways.
var tones = strings.Fields("òa oà óa oá ỏa oả õa oã ọa oạ òe oè óe oé ỏe oẻ õe oẽ ọe oẹ ùy uỳ úy uý ủy uỷ ũy uỹ ụy uỵ")

// newTones writes the tones of a name in lower case where the new school puts them, oldTones where the old one does.
func newTones(name string) string { return moveTones(name, 0, 1) }
func oldTones(name string) string { return moveTones(name, 1, 0) }

func moveTones(name string, from, to int) string {
	words := strings.Split(name, " ")
	for i, word := range words {
		for k := 0; k < len(tones); k += 2 {
			if begin, ok := strings.CutSuffix(word, tones[k+from]); ok && !strings.HasSuffix(begin, "q") {
				words[i] = begin + tones[k+to]
			}
		}
	}
	return strings.Join(words, " ")
}
