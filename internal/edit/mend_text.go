package edit

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/source"
	"guongsang/internal/yamltext"
)

// mendTexts mends values of the front matter and destinations of links.
func mendTexts(file source.File, old []byte, problems []diag.Problem) (text []byte, done []Mended, err error) {
	p, wrong, err := part(file, old)
	if err != nil || len(wrong) > 0 || p.body == 0 { // what cannot be read is told by the check
		return old, nil, err
	}
	values := valuesToMend(problems)
	at, err := findValues(&p.doc.Front, values)
	if err != nil {
		return nil, nil, err
	}
	if done = p.mendLinks(problems); len(done) > 0 { // values may have moved, and are the same ones
		if p, wrong, err = part(file, []byte(p.text)); err != nil || len(wrong) > 0 {
			return old, nil, err
		}
	}
	if done = append(done, p.mendValues(values, at)...); len(done) == 0 {
		return old, nil, nil
	}
	slices.SortStableFunc(done, inOrder)
	return yamltext.Lay(old, p.text), done, nil
}

// valuesToMend gives what is to be done to values of the front matter.
func valuesToMend(problems []diag.Problem) (values []Mended) {
	for _, p := range problems {
		now := ""
		switch p.Code {
		case diag.UnusualDate, diag.NameNotAsFile, diag.NameNotAsMost:
			now = p.Args[1]
		case diag.DateForm:
			now = safeDate(p.Args[0])
		}
		if now != "" {
			values = append(values, Mended{p.Place, p.Code, p.Args[0], now})
		}
	}
	return values
}

// findValues finds the texts of a tree that stand at the places of values: their numbers in the order of the tree. errElsewhere says that another text stands there.
func findValues(front *keys.Node, values []Mended) ([]int, error) {
	texts := scalars(front, nil)
	at := make([]int, len(values))
	for i, v := range values {
		at[i] = slices.IndexFunc(texts, func(n *keys.Node) bool { return n.Line == v.Line && n.Column == v.Column })
		if at[i] < 0 || strings.Join(strings.Fields(texts[at[i]].Text), " ") != v.Old {
			return nil, errElsewhere
		}
	}
	return at, nil
}

// scalars lists the texts of a tree.
func scalars(n *keys.Node, to []*keys.Node) []*keys.Node {
	if n.Kind == keys.Scalar {
		return append(to, n)
	}
	for i := range n.Items {
		to = scalars(&n.Items[i], to)
	}
	for i := range n.Pairs {
		to = scalars(&n.Pairs[i].Value, to)
	}
	return to
}

// mendValues writes values into the text of the file, at the texts of the tree that have the given numbers. It does all of them or none.
func (p *parts) mendValues(values []Mended, at []int) []Mended {
	if len(values) == 0 {
		return nil
	}
	texts := scalars(&p.doc.Front, nil)
	block := p.text[p.block:p.below]
	if p.doc.Format == source.YAML {
		for i, v := range values {
			texts[at[i]].Text = v.New
		}
		changed, err := yamltext.Apply([]byte(block), p.doc.Front)
		if err != nil {
			return nil
		}
		p.text = p.text[:p.block] + string(changed) + p.text[p.below:]
		return values
	}
	var done []Mended
	order := make([]int, len(values)) // the last one first, so that the others stay where they are
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return -inOrder(values[a], values[b]) })
	for _, i := range order {
		if n := texts[at[i]]; p.replaceQuoted(n, values[i].New) {
			done = append(done, values[i])
		}
	}
	return done
}

// replaceQuoted writes another text between the quotation marks of one of TOML or JSON, where both are plain.
func (p *parts) replaceQuoted(n *keys.Node, text string) bool {
	from := p.offset(n.Line, n.Column)
	if from >= len(p.text) || strings.IndexByte(`"'`, p.text[from]) < 0 || strings.ContainsAny(text, "\"'\\") {
		return false
	}
	rest, ok := strings.CutPrefix(p.text[from+1:], n.Text+p.text[from:from+1])
	if ok {
		p.text = p.text[:from+1] + text + p.text[from:from+1] + rest
	}
	return ok
}

// offset is where a place stands in the text.
func (p *parts) offset(line, column int) int {
	at := lineOffset(p.text, line)
	for ; column > 1 && at < len(p.text) && p.text[at] != '\n'; column-- {
		_, size := utf8.DecodeRuneInString(p.text[at:])
		at += size
	}
	return at
}

// inOrder is the order of places.
func inOrder(a, b Mended) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}
