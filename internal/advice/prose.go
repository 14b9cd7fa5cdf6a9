package advice

import (
	"bytes"
	"strings"
	"unicode"

	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/language"
	"guongsang/internal/markdown"
)

// passage is a stretch of running text of the body or of the front matter.
type passage struct {
	markdown.Passage
	indent indent
	value  diag.Place // of a value of the front matter: where it begins; zero for Markdown
	of     *adviser
}

// at is the place of an offset in the text.
func (p *passage) at(offset int) diag.Place {
	if p.value.Line > 0 {
		return p.of.valuePlace(p.value, p.Text, offset)
	}
	return p.indent.place(p.Place(offset))
}

// link and picture are those of markdown with their final places.
type link struct {
	markdown.WrittenLink
	at diag.Place
}

type picture struct {
	path, alt string
	at        diag.Place
}

// readProse gathers all that is written in the file.
func (a *adviser) readProse() {
	a.values(a.rec, a.table)
	first := 1 + bytes.Count(a.text[:a.body], []byte{'\n'})
	a.take(markdown.ReadProse(a.text[a.body:], diag.Place{File: a.file, Line: first, Column: 1}), indent{})
	if rec, ok := a.rec.Object("ảnh"); ok {
		if alt := rec.Text("mô tả"); alt.Present {
			a.pictures = append(a.pictures, picture{rec.Text("tệp").Text, alt.Text, alt.Place})
		}
	}
}

// take takes a Markdown text in.
func (a *adviser) take(p *markdown.Prose, in indent) {
	group := make([]passage, len(p.Passages))
	for i, one := range p.Passages {
		group[i] = passage{Passage: one, indent: in, of: a}
	}
	a.groups = append(a.groups, group)
	place := func(line, column int) diag.Place {
		return in.place(diag.Place{File: a.file, Line: line, Column: column})
	}
	for _, l := range p.Links {
		a.links = append(a.links, link{l, place(l.Line, l.Column)})
	}
	for _, c := range p.Pictures {
		a.pictures = append(a.pictures, picture{c.Dest, c.Alt, place(c.Line, c.Column)})
	}
}

// prose holds the rules against all that is written.
func (a *adviser) prose() {
	var spelling speller
	for _, group := range a.groups {
		a.quotes(group)
		a.headings(group)
		a.bullets(group)
		for i := range group {
			a.parentheses(&group[i])
			if a.lang == language.Vietnamese || a.lang == language.English { // others have blanks, and signs, of their own
				a.signs(&group[i])
			}
			if a.lang == language.Vietnamese {
				a.thousands(&group[i])
				spelling.read(&group[i])
			}
		}
	}
	a.spelling(&spelling)
	a.figures()
	a.linkTexts()
	a.descriptions()
	name := a.rec.Text("tên")
	if ofPeople := a.story != nil && a.story.Kind != criteria.NoKind && a.story.Kind != criteria.Collective; name.Present && shouted(name.Text, ofPeople) {
		a.say(name.Place, diag.AllCapitals, name.Text)
	}
}

// shouted says that a text is in capitals throughout. Abbreviations are not meant, so there must be two words with marks, or a person's name in
// two words.
func shouted(text string, person bool) bool {
	marked, words := 0, 0
	for word := range strings.FieldsSeq(text) {
		words++
		isMarked := false
		for _, r := range word {
			if unicode.IsLower(r) {
				return false
			}
			isMarked = isMarked || r >= 0x80 && unicode.IsUpper(r)
		}
		if isMarked {
			marked++
		}
	}
	return marked > 1 || person && marked == 1 && words > 1
}

// shorten is the beginning of a text, fit for a message.
func shorten(text string) string {
	const most = 50
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return strings.TrimSpace(string(runes[:most-1])) + "…"
}
