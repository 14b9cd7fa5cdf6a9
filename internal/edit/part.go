package edit

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"guongsang/internal/diag"
	"guongsang/internal/source"
)

// parts is a file's text, parted where a change may part it.
type parts struct {
	doc  source.Document
	text string // as source reads it: no BOM, lines end in LF
	// isText says that there is a text.
	isText bool
	// The front matter reaches from block to below, without its fences (an object of JSON: with its brackets); the body begins at body.
	block, below, body int
}

// part reads a file's bytes. The problems are errors of the file's text or front matter; then there is nothing but the text.
func part(file source.File, data []byte) (parts, []diag.Problem, error) {
	if data == nil {
		data = []byte{} // to an Overlay nil is no file
	}
	doc, problems, err := source.Read(source.Overlay{file.Path: data}.Over(nil), file, nil)
	if err != nil {
		return parts{}, nil, err
	}
	p := parts{doc: doc}
	p.text, p.isText = Text(data)
	problems = slices.DeleteFunc(problems, func(q diag.Problem) bool {
		return q.Severity != diag.Error || q.Code == diag.LegacyFont || q.Line >= doc.BodyLine && doc.BodyLine > 0
	})
	if doc.Body == 0 { // there is no front matter that ends
		return p, problems, nil
	}
	p.body = doc.Body
	opening := lineOffset(p.text, doc.Place.Line)
	if doc.Format == source.JSON {
		p.block, p.below = opening+doc.Place.Column-1, len(strings.TrimRight(p.text[:p.body], "\n"))
		return p, problems, nil
	}
	p.block = opening + strings.IndexByte(p.text[opening:], '\n') + 1
	p.below = strings.LastIndexByte(strings.TrimSuffix(p.text[:p.body], "\n"), '\n') + 1
	return p, problems, nil
}

// Text is a file as people edit it: without a BOM, lines end in LF. Signs that no text may have stay in it, so that they can be taken out. ok is false
// of bytes that are another encoding or no text at all.
func Text(data []byte) (text string, ok bool) {
	if plain, problems := source.Text(data, ""); plain != nil || len(problems) == 0 {
		return string(plain), true
	}
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return "", false
	}
	return inLF(strings.TrimPrefix(string(data), "\ufeff")), true
}

// lineOffset is where a line of a text begins; lines are counted from 1.
func lineOffset(text string, line int) int {
	at := 0
	for ; line > 1; line-- {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return len(text)
		}
		at += i + 1
	}
	return at
}

// bodyParts parts a body into the blank lines before its text, the text, and the ends of lines behind it.
func bodyParts(body string) (lead, text, tail string) {
	rest := body
	for {
		line, below, found := strings.Cut(rest, "\n")
		if !found || strings.TrimSpace(line) != "" {
			break
		}
		rest = below
	}
	if strings.TrimSpace(rest) == "" {
		return body, "", ""
	}
	text = strings.TrimRight(rest, "\n")
	return body[:len(body)-len(rest)], text, rest[len(text):]
}
