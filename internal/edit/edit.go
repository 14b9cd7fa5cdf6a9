// Package edit is the only writer of content/: new sites and files (Init, New), the form in the browser (the rest), what a check mends (Mend).
//
// # What goes in
//
// The site's folder and paths from there, with slashes: content/guong/2023/a.md. Paths come from a browser and are looked at: whatever is no content
// file, leads out of content/, has a link in it or a name that some machine cannot have is ErrPath.
//
// # How a file is changed
//
// Load gives a Draft: the values of the table of keys and the body, as a form shows them. Compose makes of an edited Draft the bytes that the
// file would have, and touches nothing that was not edited: a preview lays them over the site, Save writes them. Where the values cannot be had
// or changed, Rewrite does the same for the text as a whole, and Convert makes YAML of other front matter.
//
// # What is promised
//
//   - What a form does not know stays: comments, order, quotes, unknown keys, the body, line ends, the BOM, byte for byte. Saving what was loaded
//     gives the same bytes.
//   - Nobody's change is lost: a file that has not the bytes that the Draft was made of is a *Conflict and stays as it is. One that is no text is not
//     written over (ErrNotText), and none is emptied (ErrEmpty).
//   - Each change, of however many files, is made as a whole or not at all, also on a disk that is full. No file is ever half written. Delete
//     throws nothing away: it moves. What a program that was killed has staged goes a day later.
//   - Errors say what to do by their type; those of the machine are *fs.PathErrors with the path as people know it.
package edit

import (
	"errors"
	"fmt"

	"guongsang/internal/diag"
	"guongsang/internal/source"
	"guongsang/internal/yamltext"
)

// Errors that a form answers with a way on; see also *Conflict, and *fs.PathError for what the machine says.
var (
	// ErrReadOnly says that the front matter is TOML or JSON, which is changed only after Convert.
	ErrReadOnly = errors.New("the front matter is not YAML")
	// ErrTooOdd says that the front matter cannot be changed value by value: the whole text can (Rewrite).
	ErrTooOdd = yamltext.ErrTooOdd
	// ErrPath says that a path does not name a content file that may be written.
	ErrPath = errors.New("not a path of a content file")
	// ErrTaken says that something lies already where something is to be written.
	ErrTaken = errors.New("something is there already")
	// ErrNotText says that a file is no text that a form could show: another encoding, or no text at all. It is not written over.
	ErrNotText = errors.New("the file is not text in UTF-8")
	// ErrEmpty says that nothing is to be written over a file in which there is something. Whoever wants it away deletes it.
	ErrEmpty = errors.New("nothing would be left of the file")
)

// Conflict says that a file is no longer the one that was loaded. Nothing has been written.
type Conflict struct {
	Path string
	Now  []byte // what stands in the file now; nil where it is gone
}

func (c *Conflict) Error() string { return fmt.Sprintf("%s has been changed by somebody else", c.Path) }

// SharedFolderError says that a file cannot get a folder of its own for its pictures, since in the folder of that name there are other texts.
type SharedFolderError struct{ Folder string }

func (e *SharedFolderError) Error() string { return e.Folder + " holds other texts" }

// Is lets errors.Is find ErrTaken.
func (e *SharedFolderError) Is(target error) bool { return target == ErrTaken }

// Draft is a content file as a form shows it.
type Draft struct {
	Path   string
	Kind   source.Kind
	Base   string // names the file's bytes for Save; "" of a new file
	Format source.Format
	// Values are those of the keys that the table has, by their canonical names: a string for one text, []any for a list, map[string]any for an
	// object, all texts as the author wrote them. What is always a list or an object in the table is so here too, also where the author wrote
	// a single value; an ảnh is always an object. A value of the wrong shape and keys that the table does not know are not in it.
	Values map[string]any
	// Body is what stands below the front matter, without blank lines at its beginning; lines end in LF. BodyLine is the line of the
	// file on which it begins.
	Body     string
	BodyLine int
	// Whole is the file as text; lines end in LF. NotText says that it is none that a browser could show, so that nothing can be edited.
	Whole   string
	NotText bool
	// Problems say why the file cannot be read as front matter and body, and Odd that its front matter cannot be changed value by value: then
	// only Whole can be edited.
	Problems []diag.Problem
	Odd      bool
}

// Editable says that the form can change the values: Compose will take them.
func (d Draft) Editable() bool { return d.Format == source.YAML && len(d.Problems) == 0 && !d.Odd }
