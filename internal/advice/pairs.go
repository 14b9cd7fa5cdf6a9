package advice

import (
	"strings"
	"unicode/utf8"

	"guongsang/internal/diag"
)

// quotes looks for quotation marks without partners. A quotation may go over several paragraphs of a text: opened with “ in each, or in the first only,
// and closed with ” in the last. No quotation goes over a heading.
func (a *adviser) quotes(group []passage) {
	var curly, straight *diag.Place // opened in an earlier passage
	leave := func(sign string, at **diag.Place) {
		if *at != nil {
			a.say(**at, diag.QuoteLeftOpen, sign)
			*at = nil
		}
	}
	for i := range group {
		p := &group[i]
		if p.Level > 0 || p.Cell {
			leave("“", &curly)
			leave(`"`, &straight)
		}
		before := curly
		curly = a.curlyQuotes(p, curly)
		odd := straightQuote(p)
		switch {
		case odd >= 0 && curly != nil && curly != before: // “so": one slip, told once
		case odd < 0:
			leave(`"`, &straight)
		case straight != nil: // the other end of the one before
			straight = nil
		default:
			at := p.at(odd)
			straight = &at
		}
		if p.Level > 0 || p.Cell {
			leave("“", &curly)
			leave(`"`, &straight)
		}
	}
	leave("“", &curly)
	leave(`"`, &straight)
}

// curlyQuotes looks at the “ and ” of a passage; open is where one was opened before it and is not closed yet, or nil. It gives the same for what follows.
func (a *adviser) curlyQuotes(p *passage, open *diag.Place) *diag.Place {
	text := p.Text
	from := 0
	if open != nil {
		if begin := len(text) - len(strings.TrimLeft(text, " ")); strings.HasPrefix(text[begin:], "“") {
			from = begin + len("“") // the quotation goes on
		}
	}
	var opened []int
	told := false
	for i := from; i < len(text); {
		at := strings.Index(text[i:], "\xe2\x80") // with which both signs begin, and some others
		if at < 0 {
			break
		}
		i += at
		switch sign := text[i:min(i+3, len(text))]; {
		case sign == "“":
			if open != nil && len(opened) == 0 { // it was never closed
				a.say(*open, diag.QuoteLeftOpen, "“")
				open = nil
			}
			opened = append(opened, i)
		case sign != "”":
		case len(opened) > 0:
			opened = opened[:len(opened)-1]
		case open != nil:
			open = nil
		case !told:
			told = true
			a.say(p.at(i), diag.QuoteLeftOpen, "”")
		}
		i += 2
	}
	if len(opened) == 0 {
		return open
	}
	at := p.at(opened[0])
	return &at
}

// straightQuote gives where the last " stands in a passage that has an odd number of them, -1 in any other. After a digit the sign may mean inches,
// so a passage that has one there is left alone.
func straightQuote(p *passage) int {
	n, last := 0, -1
	for i := 0; i < len(p.Text); i++ {
		if p.Text[i] != '"' {
			continue
		}
		if i > 0 && p.Text[i-1] >= '0' && p.Text[i-1] <= '9' && n%2 == 0 {
			return -1
		}
		n, last = n+1, i
	}
	if n%2 == 0 {
		return -1
	}
	return last
}

// parentheses looks for a ( that nothing closes. A ) without a ( may be a number's: a), 1). After a colon or a backslash the sign is none.
func (a *adviser) parentheses(p *passage) {
	var opened []int
	for i := 0; i < len(p.Text); i++ {
		switch p.Text[i] {
		case '(':
			if r, _ := utf8.DecodeLastRuneInString(p.Text[:i]); r != ':' && r != '\\' {
				opened = append(opened, i)
			}
		case ')':
			if len(opened) > 0 {
				opened = opened[:len(opened)-1]
			}
		}
	}
	if len(opened) > 0 {
		a.say(p.at(opened[0]), diag.ParenthesisLeftOpen)
	}
}
