// Package source reads content: which files there are, and what stands in each.
//
// # What goes in
//
// An fs.FS whose root is the site's folder (os.DirFS, or fstest.MapFS in tests). List finds the files below content/; the folder that a file
// lies in says what it is. Read reads one of them: UTF-8 with or without a BOM, NFC or NFD, lines ending in LF, CRLF or CR. At its head
// stands the front matter, YAML between lines ---, TOML between lines +++, or a JSON object.
//
// # What comes out
//
// A Document: the front matter as a tree of keys.Node, the digest of the file's bytes, and what markdown.Prepare made of the body: what is
// in it, and its HTML with holes. The body itself is let go. Who renders one that was not read in this build asks Body for it by path and
// digest, so that it is the body that is known or an error.
//
// # What is promised
//
// Every place is one of the author's own file: the line from 1, the column in code points as they stand there, whatever the
// encoding of line ends and marks. Values of the front matter are NFC; a body is handed on as it was typed but for BOM and line
// ends, since markdown counts its places in it and writes NFC. What is wrong with a file is a Problem; an error is the machine's.
// No input makes a panic. Nothing is kept between calls, and all functions may run at once.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"

	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/keys"
	"guongsang/internal/markdown"
)

// Root is the folder of content under the site's folder.
const Root = "content"

// MaxSize is how many bytes a content file may have.
const MaxSize = 1 << 20

// ErrChanged says that a file is no longer the one that was read.
var ErrChanged = errors.New("the file has changed since it was read")

// File is one content file.
type File struct {
	Path   string // from the site's root, with slashes, as the file system spells it: "content/guong/2023/a.md"
	Kind   Kind
	Bundle bool   // it is the index.md of a folder that holds its pictures
	Name   string // the slug to be: the file's name without its extension, or the bundle's folder; untouched
}

// Format is the form that a file's front matter was written in.
type Format uint8

// The formats of front matter.
const (
	YAML Format = iota
	TOML
	JSON
)

// Document is a file that has been read: its front matter as a tree and what its body holds; not the body.
type Document struct {
	File
	Place    diag.Place // of the front matter's opening line
	Format   Format
	Front    keys.Node
	Digest   digest.Key // of all the file's bytes
	Body     int        // where the body begins in the file's text, as Text gives it; 0 where there is none
	BodyLine int        // the line on which the body begins, from 1
	Scan     markdown.Scan
	Prepared markdown.Prepared // the body's HTML with holes; nobody keeps it in memory
}

// Read reads one file. A file whose text or front matter cannot be read has problems and a Document without what could not be read; Digest
// is always there, unless the file is larger than MaxSize. known, if it is not nil, says of a digest that what stands in the file is known
// already: then the Document has nothing but that. The error is the file system's.
func Read(fsys fs.FS, f File, known func(digest.Key) bool) (Document, []diag.Problem, error) {
	d := Document{File: f, Place: diag.Place{File: f.Path, Line: 1, Column: 1}}
	data, err := load(fsys, f.Path)
	if err != nil {
		var large tooLarge
		if errors.As(err, &large) {
			return d, []diag.Problem{large.problem(f.Path)}, nil
		}
		return d, nil, err
	}
	d.Digest = digest.Bytes(data)
	if known != nil && known(d.Digest) {
		return d, nil, nil
	}
	text, problems := Text(data, f.Path)
	if slices.ContainsFunc(problems, isError) {
		return d, problems, nil
	}
	head, failed := cut(f.Path, text)
	if failed != nil {
		return d, append(problems, *failed), nil
	}
	d.Place, d.Format = head.place, head.format
	var more []diag.Problem
	d.Front, more = head.parse()
	problems = append(problems, more...)
	problems = append(problems, legacyFront(f.Path, d.Front)...)

	body := text[head.body:]
	d.Body, d.BodyLine = head.body, 1+bytes.Count(text[:head.body], []byte{'\n'})
	d.Scan, d.Prepared, more = markdown.Prepare(body, diag.Place{File: f.Path, Line: d.BodyLine, Column: 1})
	problems = append(problems, more...)
	return d, append(problems, legacyBody(f.Path, body, d.BodyLine)...), nil
}

// Body reads the body of a file again, byte for byte as it was scanned: from is the Document's Body. It is ErrChanged when the file's
// bytes no longer have the digest that the Document had, also when the file is gone.
func Body(fsys fs.FS, path string, want digest.Key, from int) ([]byte, error) {
	data, err := load(fsys, path)
	var large tooLarge
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.As(err, &large):
		return nil, fmt.Errorf("%s: %w", path, ErrChanged)
	case err != nil:
		return nil, err
	case digest.Bytes(data) != want:
		return nil, fmt.Errorf("%s: %w", path, ErrChanged)
	}
	text := plainLines(data) // that it is text was found out when it was scanned
	if from <= 0 || from > len(text) {
		return nil, nil
	}
	return text[from:], nil
}

// tooLarge is the size of a file that is not read.
type tooLarge int64

func (t tooLarge) Error() string { return "the file has " + strconv.FormatInt(int64(t), 10) + " bytes" }

func (t tooLarge) problem(path string) diag.Problem {
	megabytes := (int64(t) + MaxSize - 1) / MaxSize
	return diag.At(diag.Place{File: path}, diag.TooLarge, strconv.FormatInt(megabytes, 10))
}

// load reads a file whole, and one that is larger than MaxSize not at all.
func load(fsys fs.FS, path string) ([]byte, error) {
	file, err := fsys.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	if info.Size() > MaxSize {
		return nil, tooLarge(info.Size())
	}
	// One byte more than the size lets the last Read see the end; a file that grows meanwhile is read on up to the limit.
	data := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	if _, err := data.ReadFrom(io.LimitReader(file, MaxSize+1)); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	if data.Len() > MaxSize {
		return nil, tooLarge(data.Len())
	}
	return data.Bytes(), nil
}
