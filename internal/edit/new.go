package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"guongsang/internal/address"
	"guongsang/internal/criteria"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Why no new file is made; see also the types of errors below, and *fs.PathError for what the machine says.
var (
	// ErrNoSite says that the folder has no content/, so that it is no site's.
	ErrNoSite = errors.New("not a site's folder")
	// ErrNoLetters says that a name has no letter or digit of which an address could be made.
	ErrNoLetters = errors.New("a name without letters")
	// ErrBadSlug says that the slug that was asked for is none.
	ErrBadSlug = errors.New("not a slug")
)

// UnknownFieldError says that a field is asked for that the plan does not have. Near is the code of the one that was most likely meant, or "".
type UnknownFieldError struct{ Text, Near string }

func (e *UnknownFieldError) Error() string { return fmt.Sprintf("no field is called %q", e.Text) }

// SlugTakenError says that a new file cannot have a slug. By is the content file that has the address already, or leads away from it; empty
// where the program needs the address or Windows keeps the name for a device. Free is a slug like it that nobody has; empty where there can
// be only one file, as for a field or the page on introducing somebody.
type SlugTakenError struct {
	Slug, By, Free string
}

func (e *SlugTakenError) Error() string {
	if e.By == "" {
		return fmt.Sprintf("no file may be called %q", e.Slug)
	}
	return fmt.Sprintf("%q has the address of %q already", e.By, e.Slug)
}

// Is lets errors.Is find ErrTaken.
func (e *SlugTakenError) Is(target error) bool { return target == ErrTaken }

// NewOptions are what New makes a file of.
type NewOptions struct {
	Blank
	// Dir is the site's folder.
	Dir string
	// Slug is the last part of the address; "" lets the name decide.
	Slug string
	// Bundle asks for a folder, in which pictures may lie beside the text.
	Bundle bool
}

// Created is a new content file.
type Created struct {
	// Path is counted from the site's folder, with slashes.
	Path    string
	Address address.Address
}

// New writes a new content file from the template of its kind: content/<kind>/<slug>.md, of a profile content/guong/<year>/<slug>.md unless the
// site keeps its profiles without folders of years, of a bundle …/<slug>/index.md. An introduction is named after its field, which Name may
// call in any way; a page with the name of the program's own page on introducing somebody gets its slug.
//
// Nothing that is there already is written over. A name without letters is ErrNoLetters, a Slug that is none ErrBadSlug, a field that there is
// not an *UnknownFieldError, an address that some content file of any kind has a *SlugTakenError; a folder without content/ is ErrNoSite.
// Where writing fails nothing stays behind.
func New(book *criteria.Book, o NewOptions) (Created, error) {
	o.Name = tidyName(o.Name)
	slug := slugOf(o.Kind, o.Name)
	switch {
	case slug == "":
		return Created{}, ErrNoLetters
	case o.Kind == source.FieldIntro:
		field, err := fieldNamed(book, o.Name)
		if err != nil {
			return Created{}, err
		}
		o.Name, slug = field.Short, field.Code
	case o.Slug != "" && viet.Slug(o.Slug) != o.Slug:
		return Created{}, ErrBadSlug
	case o.Slug != "":
		slug = o.Slug
	}
	site, err := os.OpenRoot(o.Dir)
	if err != nil {
		return Created{}, noSite(err)
	}
	defer site.Close()
	if info, err := site.Stat(source.Root); err != nil || !info.IsDir() {
		return Created{}, noSite(err)
	}
	name, err := pathFor(site.FS(), book, o, slug)
	if err != nil {
		return Created{}, err
	}
	w := maker{root: site, dir: o.Dir}
	if err := w.write(name, []byte(Template(book, o.Blank))); err != nil {
		w.undo()
		if errors.Is(err, fs.ErrExist) { // it came while we looked
			return Created{}, &SlugTakenError{Slug: slug, By: name}
		}
		return Created{}, err
	}
	return Created{Path: name, Address: addressOf(o.Kind, slug)}, nil
}

// noSite tells a folder that is no site's from one that cannot be looked at.
func noSite(err error) error {
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return ErrNoSite
	}
	return err
}

// pathFor is the path of a new file, if nothing is in its way.
func pathFor(site fs.FS, book *criteria.Book, o NewOptions, slug string) (string, error) {
	n, err := lookAround(site, book, o.Kind, slug)
	if err != nil {
		return "", err
	}
	folder := n.folder(o.Year)
	by := n.at[addressOf(o.Kind, slug)]
	if by == "" {
		by = inTheWay(site, folder, slug)
	}
	if by != "" || isReserved(o.Kind, slug) {
		taken := &SlugTakenError{Slug: slug, By: by}
		if o.Kind != source.FieldIntro && addressOf(o.Kind, slug) != address.Introduce {
			taken.Free = n.free(site, folder, slug)
		}
		return "", taken
	}
	if o.Bundle {
		return path.Join(folder, slug, "index.md"), nil
	}
	return path.Join(folder, slug+".md"), nil
}
