// Package advice says what could be better in content that is not wrong: what an experienced editor would pencil into the margin.
//
// # What goes in
//
// File takes the bytes of one content file and what was made of them (profile.Record); Names takes the catalog, for what only shows between files.
// Neither reads files, and both may be called from any number of goroutines at once. Advice is no part of what is remembered of a file: it is
// given in check and in the form, and a build does without, unless site.yaml raises a rule (config.Site.Advises).
//
// # What comes out
//
// Problems with the codes GS6xx, all of them hints, each at its place in the author's file. config.Site.Weigh makes of them what the site wants.
//
// # What is promised
//
// A rule of Vietnamese says nothing of a text in another language. A rule stays silent where it is not nearly surely right: an editor who was told nonsense twice reads no third hint. What the rules hold
// against an author, and what not, stands with each of them and in the Explain of its message. What File and Names give for UnusualDate, DecomposedText,
// MixedLineEnds, NameNotAsFile and NameNotAsMost has one safe answer: internal/edit mends it, going by the place and the arguments.
package advice

import (
	"bytes"
	"cmp"
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/language"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// File gives advice on a content file: data is all its bytes, record what was made of just these. A draft is not told what it lacks unless
// drafts says so. The problems are in the order of the file.
func File(f source.File, data []byte, record profile.Record, drafts bool) []diag.Problem {
	a := adviser{file: f.Path, kind: f.Kind, story: record.Story, lang: languageOf(record)}
	a.bytes(data)
	text, _ := source.Text(data, f.Path)
	if body, ok := bodyOf(record); ok && text != nil && body <= len(text) {
		a.text, a.body = text, body
		a.readHead()
		a.readProse()
		a.dates(a.rec, a.table)
		if a.story != nil {
			a.summary()
			if drafts || !a.story.Draft {
				a.lacks()
			}
		}
		a.prose()
	}
	return diag.Sort(a.problems)
}

// bodyOf gives where the body begins in the text of the file; ok is false where nothing could be made of it.
func bodyOf(record profile.Record) (offset int, ok bool) {
	switch {
	case record.Story != nil:
		return record.Story.Body.Offset, true
	case record.Entry != nil:
		return record.Entry.Body.Offset, true
	}
	return 0, false
}

// languageOf gives the language that a file is written in, without its variety.
func languageOf(record profile.Record) string {
	lang := ""
	switch {
	case record.Story != nil:
		lang = record.Story.Lang
	case record.Entry != nil:
		lang = record.Entry.Lang
	}
	lang, _, _ = strings.Cut(lang, "-")
	return cmp.Or(lang, language.Vietnamese)
}

// adviser looks at one file.
type adviser struct {
	file  string
	kind  source.Kind
	story *profile.Story // nil for an entry
	lang  string         // of the text
	text  []byte         // as source.Text gives it
	body  int            // where the body begins in it
	rec   keys.Record    // the front matter
	table []keys.Key     // that of rec
	yaml  bool           // rec was written in YAML

	groups   [][]passage // texts that belong together: a value of the front matter, a Markdown text of it, the body
	links    []link
	pictures []picture
	words    int // of the Markdown texts in the front matter

	problems []diag.Problem
}

func (a *adviser) say(at diag.Place, code diag.Code, args ...string) {
	a.problems = append(a.problems, diag.At(at, code, args...))
}

// line gives a line of the text, counted from 1.
func (a *adviser) line(number int) []byte {
	rest := a.text
	for ; number > 1; number-- {
		_, after, found := bytes.Cut(rest, []byte{'\n'})
		if !found {
			return nil
		}
		rest = after
	}
	line, _, _ := bytes.Cut(rest, []byte{'\n'})
	return line
}
