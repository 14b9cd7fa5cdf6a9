package output

import (
	"context"
	"io"
)

// Output is one file of the site for somebody who shows the site without building it.
type Output struct {
	// Copied is the file of the site's folder that this is a copy of, by its path from there; empty where it is made.
	Copied string
	// Content is the content file whose own page this is; empty where there is none.
	Content string
	// Write makes the file. It gives source.ErrChanged where the site is no longer the one that was read.
	Write func(w io.Writer) error
}

// Find finds the output that a build would write to a path of the public folder, such as "guong/nguyen-thi-mau/index.html". Nothing is made
// until it is written, but for the search index, which is made when the first of its files is looked for.
func (s *Site) Find(path string) (found Output, ok bool) {
	if isSearchIndex(path) {
		if _, err := s.Index(context.Background()); err != nil {
			return Output{Write: func(io.Writer) error { return err }}, true
		}
	}
	for f := range s.all() {
		if f.at.File() == path {
			return Output{Copied: f.copied, Content: f.content, Write: f.write}, true
		}
	}
	return Output{}, false
}

// write makes the file's value and writes it.
func (f file) write(w io.Writer) error {
	made, err := f.make()
	if err != nil {
		return err
	}
	if made.Done != nil {
		defer made.Done()
	}
	return made.Write(w)
}
