package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/keys"
	"guongsang/internal/source"
	"guongsang/internal/viet"
	"guongsang/internal/yamltext"
)

// ErrFixedName says that a file cannot be renamed: an introduction has the code of its field as its name.
var ErrFixedName = errors.New("the name of this file is given")

// Rename gives a content file, or a bundle's folder, the name of a slug, writes the slug into the file where it stands there, and adds the address
// that it had to its `bí danh`. In the files among referrers that name it by its slug or have links to it, these are adapted, each
// by the smallest change; nil are those that Referrers gives. A link within a front matter that cannot be changed value by value stays, and is a
// dead link from then on. An index.md whose folder holds other texts leaves them where they are and becomes a file beside them. renamed is the
// new path.
//
// Either all of that is done or nothing: the error is ErrBadSlug, a *SlugTakenError, ErrFixedName, ErrReadOnly or ErrTooOdd for the file itself,
// a *Conflict where a file is changed by somebody else in this very moment, ErrPath or a *fs.PathError.
func Rename(book *criteria.Book, dir, path, slug string, referrers []string) (renamed string, err error) {
	return renameOn(&disk{dir: dir}, book, path, slug, referrers)
}

func renameOn(d *disk, book *criteria.Book, name, slug string, referrers []string) (renamed string, err error) {
	if err := d.open(); err != nil {
		return "", err
	}
	defer d.close()
	w := work{disk: d}
	renamed, err = w.renameFile(book, name, slug, referrers)
	if err = w.end(err); err != nil {
		return "", err
	}
	return renamed, nil
}

// renaming is what changes for all files when one is renamed.
type renaming struct {
	kind             source.Kind
	oldSlug, newSlug string
	oldPath, newPath string
	oldPlace         string // the file, or the folder of a bundle
	newPlace         string
}

func (w *work) renameFile(book *criteria.Book, name, slug string, referrers []string) (string, error) {
	old, err := w.read(name)
	if err != nil {
		return "", err
	}
	kind, _ := source.KindOf(name)
	if kind == source.FieldIntro {
		return "", fmt.Errorf("%s: %w", name, ErrFixedName)
	}
	if slug == "" || viet.Slug(slug) != slug {
		return "", fmt.Errorf("%q: %w", slug, ErrBadSlug)
	}
	p, err := editable(name, old)
	if err != nil {
		return "", err
	}
	r, err := w.newRenaming(kind, name, slug, p)
	if err != nil {
		return "", err
	}
	if r.oldSlug == slug {
		return name, nil
	}
	if err := w.free(book, r); err != nil {
		return "", err
	}
	text, err := r.own(p)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	if referrers == nil {
		if referrers, err = w.referrers(r); err != nil {
			return "", err
		}
	}
	w.sweep(name)
	changes := []change{{name, old, yamltext.Lay(old, text)}}
	for _, other := range referrers {
		c, err := w.referrer(r, other)
		if err != nil {
			return "", err
		}
		if c.now != nil {
			changes = append(changes, c)
		}
	}
	if err := w.replaceAll(changes); err != nil {
		return "", err
	}
	return r.newPath, w.move(r.oldPlace, r.newPlace)
}

// change is a file that gets other bytes.
type change struct {
	name     string
	was, now []byte
}

// replaceAll writes all files anew, or in the end none.
func (w *work) replaceAll(changes []change) error {
	staged, kept := make([]string, len(changes)), make([]string, len(changes))
	for i, c := range changes {
		mode, err := w.mode(c.name)
		if err != nil {
			return err
		}
		if staged[i], err = w.stage(c.name, c.now, mode); err != nil {
			return err
		}
		if kept[i], err = w.keep(c.name, c.was); err != nil {
			return err
		}
	}
	for i, c := range changes {
		if err := w.replace(staged[i], kept[i], c.name, c.was); err != nil {
			return err
		}
	}
	return nil
}

// editable parts a file whose front matter can be changed.
func editable(name string, data []byte) (parts, error) {
	kind, _ := source.KindOf(name)
	p, problems, err := part(source.File{Path: name, Kind: kind}, data)
	switch {
	case err != nil:
		return p, err
	case len(problems) > 0 || p.body == 0:
		return p, fmt.Errorf("%s: %w", name, ErrTooOdd)
	case p.doc.Format != source.YAML:
		return p, fmt.Errorf("%s: %w", name, ErrReadOnly)
	}
	return p, nil
}

func (d *disk) newRenaming(kind source.Kind, name, slug string, p parts) (r renaming, err error) {
	r = renaming{kind: kind, newSlug: slug, oldPath: name}
	if r.oldPlace, err = d.placeOf(name); err != nil {
		return r, err
	}
	r.newPath = path.Join(path.Dir(name), slug+path.Ext(name))
	r.newPlace = r.newPath
	r.oldSlug = viet.Slug(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	if IsBundle(name) {
		r.oldSlug = viet.Slug(path.Base(path.Dir(name)))
	}
	if r.oldPlace != name {
		r.newPlace = path.Join(path.Dir(r.oldPlace), slug)
		r.newPath = path.Join(r.newPlace, path.Base(name))
	}
	rec, _ := keys.Read(p.doc.Front, kind.Keys(), name)
	if own := rec.Text("đường dẫn"); own.Present {
		r.oldSlug = own.Text
	}
	return r, nil
}

// free says with a *SlugTakenError that another file has the new address or lies in the new place.
func (w *work) free(book *criteria.Book, r renaming) error {
	site := w.root.FS()
	n, err := lookAround(site, book, r.kind, r.newSlug)
	if err != nil {
		return err
	}
	folder := path.Dir(r.newPlace)
	by := n.at[addressOf(r.kind, r.newSlug)]
	if by == r.oldPath { // it goes back to an address that it had
		by = ""
	}
	if by == "" && r.newPlace != r.oldPlace {
		if by = inTheWay(site, folder, r.newSlug); by != "" && w.sameFile(by, r.oldPlace) {
			by = "" // on a disk that does not tell capitals apart
		}
	}
	if by != "" || isReserved(r.kind, r.newSlug) {
		return &SlugTakenError{Slug: r.newSlug, By: by, Free: n.free(site, folder, r.newSlug)}
	}
	return nil
}

// own is the file's own text under its new name.
func (r renaming) own(p parts) (string, error) {
	table := r.kind.Keys()
	front := relinkFront(&p.doc.Front, table, r.destination(r.oldPath))
	values := map[string]any{}
	for _, name := range []string{"đường dẫn", "bí danh"} {
		k := keyIn(table, name)
		at := valueIn(&front, table, k)
		if at < 0 {
			continue
		}
		value, ok := valueOf(k, &front.Pairs[at].Value)
		if !ok {
			return "", ErrTooOdd
		}
		values[name] = value
	}
	if slug, ok := values["đường dẫn"].(string); ok && strings.TrimSpace(slug) != "" {
		values["đường dẫn"] = r.newSlug
	}
	old, now := addressOf(r.kind, r.oldSlug).Path(), addressOf(r.kind, r.newSlug).Path()
	aliases, _ := values["bí danh"].([]any)
	kept, has := []any{}, false
	for _, alias := range aliases {
		text, _ := alias.(string)
		if isSameAddress(text, now) {
			continue
		}
		has = has || isSameAddress(text, old)
		kept = append(kept, alias)
	}
	if !has {
		kept = append(kept, old)
	}
	values["bí danh"] = kept
	want, err := merge(&front, table, values, false)
	if err != nil {
		return "", err
	}
	head, err := p.withFront(want)
	return head + relinkBody(p.text[p.body:], r.destination(r.oldPath)), err
}

func isSameAddress(a, b string) bool { return strings.Trim(a, "/ ") == strings.Trim(b, "/ ") }

// referrer is what another file becomes; now is nil where it stays as it is or is gone.
func (w *work) referrer(r renaming, name string) (change, error) {
	if name == r.oldPath {
		return change{}, nil
	}
	old, err := w.read(name)
	if errors.Is(err, fs.ErrNotExist) {
		return change{}, nil
	}
	if err != nil {
		return change{}, err
	}
	now, err := r.adapted(name, old)
	return change{name, old, now}, err
}

// adapted gives the bytes that a file's become, nil where they stay.
func (r renaming) adapted(name string, old []byte) ([]byte, error) {
	kind, _ := source.KindOf(name)
	p, problems, err := part(source.File{Path: name, Kind: kind}, old)
	if err != nil || p.body == 0 {
		return nil, err // who cannot be read refers to nothing yet
	}
	to := r.destination(name)
	body := relinkBody(p.text[p.body:], to)
	head := replaced(p.text[:p.body], r.slugs(p, kind))
	if want := relinkFront(&p.doc.Front, kind.Keys(), to); len(problems) == 0 && !yamltext.Same(want, p.doc.Front) {
		head = relinkHead(head, name, to)
	}
	if text := head + body; text != p.text {
		return yamltext.Lay(old, text), nil
	}
	return nil, nil
}

// relinkHead changes the links in a head, fences and all; one that cannot be changed stays as it is.
func relinkHead(head, name string, to func(dest string) string) string {
	p, err := editable(name, []byte(head))
	if err != nil {
		return head
	}
	kind, _ := source.KindOf(name)
	if now, err := p.withFront(relinkFront(&p.doc.Front, kind.Keys(), to)); err == nil {
		return now
	}
	return head
}
