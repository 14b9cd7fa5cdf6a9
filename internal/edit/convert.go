package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/digest"
	"guongsang/internal/keys"
	"guongsang/internal/source"
	"guongsang/internal/yamltext"
)

// Convert writes front matter of TOML or JSON as YAML, so that a form can change it. The body keeps its bytes, comments of TOML stand above the
// top-level key that they stood above or within. A file of YAML stays as it is. base and the errors are those of Save; text that cannot be read
// is ErrTooOdd.
func Convert(dir, path, base string) error {
	d := disk{dir: dir}
	if err := d.open(); err != nil {
		return err
	}
	defer d.close()
	old, err := d.read(path)
	if err != nil {
		return err
	}
	if digest.Bytes(old).String() != base {
		return &Conflict{Path: path, Now: old}
	}
	text, err := converted(path, old)
	if err != nil {
		return err
	}
	_, err = Save(dir, path, base, text, nil)
	return err
}

func converted(name string, old []byte) ([]byte, error) {
	kind, _ := source.KindOf(name)
	p, problems, err := part(source.File{Path: name, Kind: kind}, old)
	switch {
	case err != nil:
		return nil, err
	case len(problems) > 0 || p.body == 0:
		return nil, fmt.Errorf("%s: %w", name, ErrTooOdd)
	case p.doc.Format == source.YAML:
		return old, nil
	}
	front := inVietnamese(&p.doc.Front, kind.Keys())
	var comments []comment
	if p.doc.Format == source.TOML {
		comments = commentsOf(p.text[p.block:p.below], p.doc.Place.Line+1)
	}
	block, err := yamlOf(&front, comments)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	before := p.text[:lineOffset(p.text, p.doc.Place.Line)]
	return yamltext.Lay(old, before+"---\n"+block+"---\n"+p.text[p.body:]), nil
}

// yamlOf writes a tree, each of its keys below the comments that belong to it.
func yamlOf(front *keys.Node, comments []comment) (string, error) {
	above := make([]string, len(front.Pairs)+1)
	for _, c := range comments {
		at := ownerOf(front, c.line)
		above[at] += c.text + "\n"
	}
	var b strings.Builder
	for i := range front.Pairs {
		b.WriteString(above[i])
		block, err := yamltext.Apply(nil, keys.Node{Kind: keys.Map, Pairs: front.Pairs[i : i+1]})
		if err != nil {
			return "", err
		}
		b.Write(block)
	}
	b.WriteString(above[len(front.Pairs)])
	return b.String(), nil
}

// ownerOf is the index of the key whose own line, or one within whose value, is the first from a line on; the number of keys where there is none.
func ownerOf(front *keys.Node, line int) int {
	owner, best := len(front.Pairs), 0
	for i := range front.Pairs {
		if first := firstLine(&front.Pairs[i], line); first > 0 && (best == 0 || first < best) {
			owner, best = i, first
		}
	}
	return owner
}

// firstLine is the first line from one on that a key, or a key within it, stands on; 0 if there is none.
func firstLine(p *keys.Pair, line int) int {
	best := 0
	meet := func(at int) {
		if at >= line && (best == 0 || at < best) {
			best = at
		}
	}
	meet(p.Key.Line)
	var walk func(n *keys.Node)
	walk = func(n *keys.Node) {
		meet(n.Line)
		for i := range n.Items {
			walk(&n.Items[i])
		}
		for i := range n.Pairs {
			meet(n.Pairs[i].Key.Line)
			walk(&n.Pairs[i].Value)
		}
	}
	walk(&p.Value)
	return best
}

// inVietnamese writes numbers as the front matter of YAML has them: TOML and JSON have a point where people here write a comma.
func inVietnamese(n *keys.Node, table []keys.Key) keys.Node {
	out := *n
	out.Pairs = slices.Clone(n.Pairs)
	for i := range out.Pairs {
		value := &out.Pairs[i].Value
		if k := keyIn(table, out.Pairs[i].Key.Text); k != nil {
			*value = numberInVietnamese(k, value)
		}
	}
	return out
}

func numberInVietnamese(k *keys.Key, n *keys.Node) keys.Node {
	switch {
	case n.Kind == keys.Map && len(k.Sub) > 0:
		return inVietnamese(n, k.Sub)
	case n.Kind == keys.List:
		out := *n
		out.Items = slices.Clone(n.Items)
		for i := range out.Items {
			out.Items[i] = numberInVietnamese(k, &out.Items[i])
		}
		return out
	case n.Kind == keys.Scalar && n.Literal && k.Type == keys.Number:
		if number, err := strconv.ParseFloat(n.Text, 64); err == nil && !strings.ContainsAny(n.Text, "nN") {
			return scalar(strings.Replace(strconv.FormatFloat(number, 'f', -1, 64), ".", ",", 1))
		}
	}
	return *n
}

// comment is one of TOML, with its sign, and its line in the file.
type comment struct {
	line int
	text string
}

// commentsOf finds the comments of a block of TOML whose first line has a number.
func commentsOf(block string, line int) (found []comment) {
	for i := 0; i < len(block); i++ {
		switch c := block[i]; c {
		case '\n':
			line++
		case '#':
			text, _, _ := strings.Cut(block[i:], "\n")
			found = append(found, comment{line, strings.TrimRight(text, " \t")})
			i += len(text) - 1
		case '"', '\'':
			end := tomlStringEnd(block, i)
			line += strings.Count(block[i:end], "\n")
			i = end - 1
		}
	}
	return found
}

// tomlStringEnd is the offset behind a string that begins at an offset.
func tomlStringEnd(block string, at int) int {
	quote := block[at : at+1]
	if three := strings.Repeat(quote, 3); strings.HasPrefix(block[at:], three) {
		quote = three
	}
	for i := at + len(quote); i < len(block); i++ {
		switch {
		case block[i] == '\\' && quote[0] == '"':
			i++
		case strings.HasPrefix(block[i:], quote):
			i += len(quote)
			for len(quote) == 3 && i < len(block) && block[i] == quote[0] {
				i++ // a string may end in quotation marks of its own
			}
			return i
		}
	}
	return len(block)
}
