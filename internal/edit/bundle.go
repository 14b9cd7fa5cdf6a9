package edit

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"guongsang/internal/keys"
	"guongsang/internal/source"
	"guongsang/internal/yamltext"
)

// IsBundle says of a content file's path that it is the text of a folder of its own, in which its pictures lie.
func IsBundle(name string) bool {
	return strings.TrimSuffix(path.Base(name), path.Ext(name)) == "index" && strings.Count(name, "/") > 2
}

// Bundled gives the path and the text that a single file gets when it becomes a bundle, the folder of its name with an index.md in it: its own
// relative links, in the body and in the front matter, go one folder further up, but not those to pictures that come along; those into that folder,
// in which pictures may lie already, lead straight there. What is a bundle already stays as it is. The error is ErrTooOdd or ErrReadOnly where a link in the front matter cannot be changed.
func Bundled(name string, text []byte, pictures []string) (bundle string, moved []byte, err error) {
	if IsBundle(name) {
		return name, text, nil
	}
	own := path.Base(name)
	folder := strings.TrimSuffix(own, path.Ext(own)) + "/"
	bundle = strings.TrimSuffix(name, path.Ext(name)) + "/index.md"
	moved, err = relinked(name, text, func(dest string) string {
		file, rest := cutDestination(dest)
		switch file = strings.TrimPrefix(file, "./"); {
		case !isRelative(dest) || slices.Contains(pictures, file):
			return dest
		case file == own:
			return "index.md" + rest
		case len(file) > len(folder) && strings.HasPrefix(file, folder):
			return file[len(folder):] + rest
		}
		return "../" + file + rest
	})
	return bundle, moved, err
}

// cutDestination parts a destination's file from what follows, a query or a fragment.
func cutDestination(dest string) (file, rest string) {
	if i := strings.IndexAny(dest, "?#"); i >= 0 {
		return dest[:i], dest[i:]
	}
	return dest, ""
}

// relinked gives a file's bytes with the destinations changed of all its links and pictures.
func relinked(name string, data []byte, change func(dest string) string) ([]byte, error) {
	kind, _ := source.KindOf(name)
	p, problems, err := part(source.File{Path: name, Kind: kind}, data)
	if err != nil || p.body == 0 {
		return data, err // where the body begins is not known
	}
	head := p.text[:p.body]
	want := relinkFront(&p.doc.Front, kind.Keys(), change)
	switch {
	case len(problems) > 0 || yamltext.Same(want, p.doc.Front):
	case p.doc.Format != source.YAML:
		return nil, fmt.Errorf("%s: %w", name, ErrReadOnly)
	default:
		if head, err = p.withFront(want); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	text := head + relinkBody(p.text[p.body:], change)
	if text == p.text {
		return data, nil
	}
	return yamltext.Lay(data, text), nil
}

// withFront is the text up to the body with another tree as its front matter.
func (p *parts) withFront(want keys.Node) (string, error) {
	block, err := yamltext.Apply([]byte(p.text[p.block:p.below]), want)
	if err != nil {
		return "", err
	}
	return p.text[:p.block] + string(block) + p.text[p.below:p.body], nil
}
