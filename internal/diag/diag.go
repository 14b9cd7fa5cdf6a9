// Package diag is what we tell authors about their files.
//
// A Problem is a place, a code and the words that fill the code's message. The rooms that read, check and compile return
// problems as values; only the command draws them, last, with Text, JSON or GitHub. What is wrong and how to mend it stand in
// the tables of this package (one per group of codes), in Vietnamese and in English, so that the page of codes in docs/ and what an
// author sees on the screen can never differ.
//
// The rules for a message: it quotes the author's own text, says what is wrong in words of the office and not of the
// program, and then says what to do. One problem, one line.
package diag

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Severity says what a problem does to the build: an Error stops it, a Warning does not (unless --strict), a Hint is advice.
type Severity uint8

// The severities, the gravest first.
const (
	Error Severity = iota
	Warning
	Hint
)

// Lang is the language of messages: the index into a Message's texts.
type Lang uint8

// The languages of messages.
const (
	Vietnamese Lang = iota
	English
)

var severityWords = [2][3]string{
	{"lỗi", "cảnh báo", "gợi ý"},
	{"error", "warning", "hint"},
}

// Word gives the severity's word in a language.
func (s Severity) Word(l Lang) string { return severityWords[l][s] }

// Place is a position in an author's own file. File is the path from the site's root with slashes ("content/guong/a.md").
// Line and Column count from 1, Column in code points; a zero Line is the file as a whole, a zero Column the whole line.
type Place struct {
	File   string
	Line   int
	Column int
}

// String writes the place as file:line:column, without the parts that are zero.
func (p Place) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Column > 0 {
			s += ":" + strconv.Itoa(p.Column)
		}
	}
	return s
}

// Problem is one thing to tell an author. Args fill the holes {0}, {1} … of the code's message. Suggest is the nearest thing
// that would have been right ("ý bạn là …?"); it takes the place of the message's general remedy when it is not empty.
type Problem struct {
	Place
	Code     Code
	Severity Severity
	Args     []string
	Suggest  string
}

// At makes a problem with the code's own severity.
func At(place Place, code Code, args ...string) Problem {
	return Problem{Place: place, Code: code, Severity: code.message().Severity, Args: args}
}

// Meant returns the problem with the nearest right thing; an empty one leaves the problem as it is.
func (p Problem) Meant(suggest string) Problem {
	p.Suggest = suggest
	return p
}

// Softer returns the problem as a warning at the most: what is wrong in a draft does not stop a build.
func (p Problem) Softer() Problem {
	p.Severity = max(p.Severity, Warning)
	return p
}

// Message says what is wrong.
func (p Problem) Message(l Lang) string { return fill(p.Code.message().Text[l], p.Args) }

// Fix says how to mend it, or nothing where the message says all.
func (p Problem) Fix(l Lang) string {
	if p.Suggest != "" {
		return fill([2]string{"ý bạn là \"{0}\"?", "did you mean \"{0}\"?"}[l], []string{p.Suggest})
	}
	return fill(p.Code.message().Fix[l], p.Args)
}

// Sort puts problems in the order of files, lines, columns and codes, and drops exact repetitions.
func Sort(ps []Problem) []Problem {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			strings.Compare(string(a.Code), string(b.Code)),
			slices.Compare(a.Args, b.Args),
		)
	})
	return slices.CompactFunc(ps, func(a, b Problem) bool {
		return a.Place == b.Place && a.Code == b.Code && slices.Equal(a.Args, b.Args)
	})
}

// Count counts problems by severity: errors, warnings, hints.
func Count(ps []Problem) (n [3]int) {
	for _, p := range ps {
		n[p.Severity]++
	}
	return n
}

// fill puts args into the holes {0}, {1} … of a text. Args are an author's words: control characters in them would
// break the line or the terminal and are shown as a blank. Within “…” their own curly quotation marks become single ones.
func fill(text string, args []string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	pairs := make([]string, 0, 4*len(args))
	for i, a := range args {
		hole, words := "{"+strconv.Itoa(i)+"}", printable(a)
		pairs = append(pairs, "“"+hole+"”", "“"+quoted(words)+"”", hole, words)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// quoted gives words the quotation marks that they have within a quotation.
func quoted(words string) string {
	return strings.NewReplacer("“", "‘", "”", "’").Replace(words)
}

func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' || r == 0x85 {
			return ' '
		}
		return r
	}, s)
}
