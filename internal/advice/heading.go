package advice

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// headings looks at the headings of a text, and at what should be one.
func (a *adviser) headings(group []passage) {
	last := 0 // level
	for i := range group {
		p := &group[i]
		switch {
		case p.Level > 0:
			if last > 0 && p.Level > last+1 {
				a.say(p.at(0), diag.HeadingJump, shorten(p.Text), strconv.Itoa(p.Level), strconv.Itoa(last))
			}
			last = p.Level
			if shouted(p.Text, false) {
				a.say(p.at(0), diag.AllCapitals, shorten(p.Text))
			}
		case p.Bold && looksLikeHeading(p) && i+1 < len(group) && group[i+1].Level == 0 && !group[i+1].Bold:
			a.say(p.at(0), diag.BoldForHeading, strings.TrimRight(shorten(p.Text), ": "))
		}
	}
}

// mostHeadingWords is how many words a bold paragraph may have that is taken for a heading.
const mostHeadingWords = 12

// looksLikeHeading tells a bold paragraph that has the form of a heading from a sentence that is said with emphasis: a heading is short, in one line,
// begins with a capital or a number and does not end as a sentence does.
func looksLikeHeading(p *passage) bool {
	if p.Item || p.Quote || p.Note || strings.Contains(p.Text, "\n") || viet.Words(p.Text) > mostHeadingWords {
		return false
	}
	first, _ := utf8.DecodeRuneInString(p.Text)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(p.Text))
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && (unicode.IsLetter(last) || unicode.IsDigit(last) || last == ':' || last == ')')
}
