package edit

import (
	"strings"

	"guongsang/internal/keys"
	"guongsang/internal/source"
	"guongsang/internal/yamltext"
)

// Compose gives the bytes that a file gets when it is saved with values and a body as a Draft has them. old is the file as it is, nil for a new
// one; table is that of its kind. What does not change keeps its bytes: a Draft's own values and body give old. A key that values does not have stays
// as it is; one whose value says nothing goes, unless a comment stands behind it. An object is given as a whole: of what the table knows, it has what it is
// given, and nothing else.
//
// The error is ErrReadOnly or ErrTooOdd, or says that values has what no Draft has.
func Compose(old []byte, table []keys.Key, values map[string]any, body string) ([]byte, error) {
	if len(old) == 0 {
		return composeNew(table, values, body)
	}
	p, problems, err := part(source.File{Path: "content/" + source.Page.Folder() + "/a.md", Kind: source.Page}, old)
	switch {
	case err != nil:
		return nil, err
	case len(problems) > 0 || p.body == 0:
		return nil, ErrTooOdd
	case p.doc.Format != source.YAML:
		return nil, ErrReadOnly
	}
	want, err := merge(&p.doc.Front, table, values, false)
	if err != nil {
		return nil, err
	}
	head, err := p.withFront(want)
	if err != nil {
		return nil, err
	}
	text := head + composeBody(p.text[p.body:], body)
	if text == p.text {
		return old, nil
	}
	return yamltext.Lay(old, text), nil
}

func composeNew(table []keys.Key, values map[string]any, body string) ([]byte, error) {
	want, err := merge(&keys.Node{}, table, values, false)
	if err != nil {
		return nil, err
	}
	block, err := yamltext.Apply(nil, want)
	if err != nil {
		return nil, err
	}
	return yamltext.Lay(nil, "---\n"+string(block)+"---\n"+composeBody("", body)), nil
}

// composeBody lays a body of a form in the place of what stands in the file: the blank lines around it stay.
func composeBody(old, body string) string {
	lead, was, tail := bodyParts(old)
	_, now, _ := bodyParts(cleanLines(was, inLF(body)))
	switch {
	case now == was:
		return old
	case now == "":
		return ""
	case was == "":
		lead = "\n"
	}
	if tail == "" {
		tail = "\n"
	}
	return lead + now + tail
}

// cleanLines takes the signs that no file may have out of a text's lines, but for those that the old text has too.
func cleanLines(old, text string) string {
	lines := strings.Split(text, "\n")
	var known map[string]bool
	for i, line := range lines {
		fit := withoutControls(line)
		if fit == line {
			continue
		}
		if known == nil {
			known = map[string]bool{}
			for was := range strings.SplitSeq(old, "\n") {
				known[was] = true
			}
		}
		if !known[line] {
			lines[i] = fit
		}
	}
	return strings.Join(lines, "\n")
}

// Rewrite gives the bytes that a file gets when its text is edited as a whole: lines that are the same keep their bytes. The error is ErrNotText
// where the old file is none that could be shown.
func Rewrite(old []byte, whole string) ([]byte, error) {
	was, ok := Text(old)
	if !ok {
		return nil, ErrNotText
	}
	return yamltext.Lay(old, cleanLines(was, inLF(whole))), nil
}
