package advice

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/markdown"
	"guongsang/internal/viet"
)

// readHead reads the front matter again: a record keeps few of its places.
func (a *adviser) readHead() {
	a.table = a.kind.Keys()
	a.rec, _ = keys.Read(a.parseHead(), a.table, a.file)
}

// parseHead parses what stands above the body. That it is front matter was found out when the record was made.
func (a *adviser) parseHead() keys.Node {
	head := a.text[:a.body]
	top := bytes.TrimLeft(head, " \t\n")
	at := diag.Place{File: a.file, Line: 1 + bytes.Count(head[:len(head)-len(top)], []byte{'\n'}), Column: 1}
	var node keys.Node
	if bytes.HasPrefix(top, []byte{'{'}) {
		node, _ = keys.ParseJSON(bytes.TrimSpace(top), at)
		return node
	}
	fence, below, _ := bytes.Cut(top, []byte{'\n'})
	block := bytes.TrimSuffix(below, []byte{'\n'})
	block = block[:bytes.LastIndexByte(block, '\n')+1] // without the closing line
	at.Line++
	if a.yaml = bytes.HasPrefix(fence, []byte("---")); a.yaml {
		node, _ = keys.ParseYAML(block, at)
	} else {
		node, _ = keys.ParseTOML(block, at)
	}
	return node
}

// dates looks for days that are right and written otherwise than dd/mm/yyyy. TOML and JSON have their own way to write a day.
func (a *adviser) dates(rec keys.Record, table []keys.Key) {
	if !a.yaml {
		return
	}
	for i := range table {
		switch k := &table[i]; k.Type {
		case keys.Date:
			if day, v := rec.Date(k.Name); v.Present && v.Text != day.String() {
				a.say(v.Place, diag.UnusualDate, v.Text, day.String())
			}
		case keys.Object:
			if sub, ok := rec.Object(k.Name); ok {
				a.dates(sub, k.Sub)
			}
		case keys.ObjectList:
			for _, sub := range rec.Objects(k.Name) {
				a.dates(sub, k.Sub)
			}
		}
	}
}

// values gathers the texts of the front matter that a reader reads.
func (a *adviser) values(rec keys.Record, table []keys.Key) {
	for i := range table {
		switch k := &table[i]; k.Type {
		case keys.Text, keys.Name:
			a.value(rec.Text(k.Name), rec.Node(k.Name))
		case keys.Markdown:
			a.markdown(rec.Text(k.Name), rec.Node(k.Name))
		case keys.TextMap:
			for _, pair := range rec.Node(k.Name).Pairs {
				a.value(keys.Value{Text: strings.TrimSpace(pair.Value.Text), Place: pair.Value.Place(a.file), Present: true}, pair.Value)
			}
		case keys.Object, keys.Picture:
			if sub, ok := rec.Object(k.Name); ok {
				a.values(sub, k.Sub)
			}
		case keys.ObjectList:
			for _, sub := range rec.Objects(k.Name) {
				a.values(sub, k.Sub)
			}
		}
	}
}

func (a *adviser) value(v keys.Value, node keys.Node) {
	if !v.Present || !strings.ContainsAny(v.Text, " \"“(,") {
		return // one word has nothing to say
	}
	at := v.Place
	if node.Inner.Line > 0 {
		at.Line, at.Column = node.Inner.Line, node.Inner.Column
	}
	a.groups = append(a.groups, []passage{{Passage: markdown.Passage{Text: v.Text}, value: at, of: a}})
}

// markdown takes a Markdown text of the front matter, whose places are counted from its own beginning.
func (a *adviser) markdown(v keys.Value, node keys.Node) {
	if !v.Present {
		return
	}
	a.words += viet.Words(v.Text)
	at, block := v.Place, node.Inner.Line > node.Line
	if node.Inner.Line > 0 {
		at.Line, at.Column = node.Inner.Line, node.Inner.Column
	}
	a.take(markdown.ReadProse([]byte(v.Text), diag.Place{File: a.file, Line: at.Line, Column: 1}), indent{at.Line, at.Column - 1, block})
}

// indent moves the places of a Markdown text of the front matter to the right: all lines of a block by as much, of other texts the first.
type indent struct {
	line, by int
	block    bool
}

func (i indent) place(p diag.Place) diag.Place {
	if i.block || p.Line == i.line {
		p.Column += i.by
	}
	return p
}

// valuePlace is the place of an offset in a value of the front matter that begins at a place. Where the value does not stand there in one piece, as
// one of several lines or with escapes does not, it is the place of its beginning.
func (a *adviser) valuePlace(at diag.Place, text string, offset int) diag.Place {
	line := []rune(string(a.line(at.Line)))
	for _, quote := range []int{0, 1} { // TOML and JSON give the place of the quotation mark
		if begin := at.Column - 1 + quote; begin < len(line) && strings.HasPrefix(string(line[begin:]), text) {
			at.Column += quote + utf8.RuneCountInString(text[:offset])
			break
		}
	}
	return at
}
