package advice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/diag"
)

// signs looks for a blank before a sign that belongs to the word before it, and for a comma that is glued to the word behind it. It tells the first of a
// passage: where there is one, there are many.
func (a *adviser) signs(p *passage) {
	text := p.Text
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case ',', '.', ';', '!', '?':
		default:
			continue
		}
		before := strings.TrimRight(text[:i], " \u00a0")
		rest := text[i+1:]
		switch {
		case len(before) < i && endsAWord(before) && (rest == "" || rest[0] == ' ' || rest[0] == '\n'):
		case len(before) == i && text[i] == ',' && endsInLetter(before) && beginsInLetter(rest) && !isCode(text, i):
		default:
			continue
		}
		word := lastToken(before)
		next, _, _ := strings.Cut(strings.TrimLeft(rest, " \n"), " ")
		next, _, _ = strings.Cut(next, "\n")
		next, _, _ = strings.Cut(next, "\ufffc") // where a picture or a link stands
		a.say(p.at(len(before)), diag.BlankAtSign, strings.TrimSpace(strings.ReplaceAll(text[len(before)-len(word):len(text)-len(rest)]+gap(rest)+next, "\n", " ")),
			strings.TrimSpace(word+text[i:i+1]+" "+next))
		return
	}
}

// gap is the blank at the beginning of a text, if there is one.
func gap(rest string) string {
	if rest != "" && (rest[0] == ' ' || rest[0] == '\n') {
		return " "
	}
	return ""
}

// endsAWord says that a text ends in a word, with or without a closing mark.
func endsAWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `”")]`))
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func beginsInLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// lastToken is what stands behind the last blank.
func lastToken(s string) string { return s[strings.LastIndexAny(s, " \n\u00a0")+1:] }

// isCode says that a comma stands in something that is no word of a language: an address, a formula, a list of codes.
func isCode(text string, i int) bool {
	start, end := strings.LastIndexAny(text[:i], " \n")+1, len(text)
	if n := strings.IndexAny(text[i:], " \n"); n >= 0 {
		end = i + n
	}
	return strings.ContainsAny(text[start:end], "/@=_#&\\0123456789")
}
