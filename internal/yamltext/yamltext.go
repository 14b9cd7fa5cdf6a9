// Package yamltext changes values in a block of YAML that people wrote, and leaves every other byte as it is.
//
// # What goes in
//
// A block (front matter without its fences, or a whole site.yaml) as keys.ParseYAML reads it, in UTF-8, with any line ends; and the tree that it
// shall be read as. The positions of that tree do not count.
//
// # What comes out
//
// The block with the smallest change that makes it read like that. Comments, blank lines, the order of keys, quotes, indentation, odd
// spellings of keys and line ends stay:
//
//   - of a text only its own characters are replaced, in the author's style where the new text can be written in it;
//   - of a map only the keys that differ are touched, of a list only the items; a list's unchanged items are found first;
//   - an item that has another place takes along the comments above it, behind it and within it;
//   - a new key stands behind the one before it in the wanted tree, in the plainest style that reads back;
//   - comments within what is removed or written anew move to lines of their own above it; a key that loses its text and has a comment
//     behind it stays, empty.
//
// # How it is done
//
// A scanner of its own finds from where to where each piece reaches, which no parser tells. It knows the YAML that people write in front
// matter; what it found is held against the tree of keys.ParseYAML, and so is the result. Where they differ (anchors, tags, "? key" and
// the like) Apply changes nothing and returns ErrTooOdd.
package yamltext

import (
	"bytes"
	"errors"
	"slices"
	"unicode/utf8"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
)

// ErrTooOdd says that a block is written in a way that cannot be changed value by value, or that no spelling of the wanted tree was found in it.
var ErrTooOdd = errors.New("the text is written in a way that cannot be changed value by value")

// Apply changes a block so that it reads as want, a Map (or a Null, which is a Map without keys). Keys of want are found by their text; one that
// the block has and want does not is removed. A block that reads as want already comes back as it is. The error is ErrTooOdd, and nothing else.
func Apply(block []byte, want keys.Node) ([]byte, error) {
	want = composed(want)
	old, ok := read(block)
	switch {
	case !ok || want.Kind != keys.Map && want.Kind != keys.Null:
		return nil, ErrTooOdd
	case same(&old, &want):
		return block, nil
	}
	t := newText(block)
	last := ""
	if n := len(t.runes); n > 0 && t.runes[n-1] != '\n' {
		last = t.newline(0)
		t = newText(append(slices.Clip(block), last...))
	}
	root, comments, ok := scan(t, &old)
	if !ok {
		return nil, ErrTooOdd
	}
	t, root, comments, old = arrange(t, root, comments, old, &want)
	for _, how := range []writer{{}, {oneLine: true}, {oneLine: true, emptied: true}} {
		e := editor{text: t, writer: how, comments: comments}
		e.root(root, &old, &want)
		out := e.done()
		for _, out := range [][]byte{bytes.TrimSuffix(out, []byte(last)), out} {
			if got, ok := read(out); ok && same(&got, &want) {
				return out, nil
			}
		}
	}
	return nil, ErrTooOdd
}

// Check says with ErrTooOdd that Apply could not change a block.
func Check(block []byte) error {
	root, ok := read(block)
	if ok {
		_, _, ok = scan(newText(block), &root)
	}
	if !ok {
		return ErrTooOdd
	}
	return nil
}

// read is the tree of a block without mistakes. Signs that end lines for YAML and for nobody else, and a BOM, have no place in one.
func read(block []byte) (keys.Node, bool) {
	if !utf8.Valid(block) || bytes.ContainsAny(block, "\u0085\u2028\u2029\ufeff") {
		return keys.Node{}, false
	}
	root, problems := keys.ParseYAML([]byte(string(newText(block).runes)), diag.Place{Line: 1, Column: 1})
	bad := slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Severity == diag.Error })
	return root, !bad && (root.Kind == keys.Map || root.Kind == keys.Null)
}
