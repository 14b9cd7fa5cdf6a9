package edit

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/criteria"
	"guongsang/internal/keys"
	"guongsang/internal/publish"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// maxSlug is how long a slug that is made of a name may be: long enough for a headline, and short enough for the paths of Windows.
const maxSlug = 80

// slugFrom makes a slug of a name; "" where the name has no letter or digit.
func slugFrom(name string) string {
	slug := viet.Slug(name)
	if len(slug) <= maxSlug {
		return slug
	}
	if cut := strings.LastIndexByte(slug[:maxSlug+1], '-'); cut > 0 {
		return slug[:cut]
	}
	return slug[:maxSlug]
}

// slugOf is the slug that a file of a kind has by its name. A page that is called what the program's page on introducing somebody is called is the
// editor's part of that page, and no rival of it; so there is only one.
func slugOf(kind source.Kind, name string) string {
	if kind == source.Page && viet.MatchKey(name) == viet.MatchKey(introduceName) {
		return strings.Trim(string(address.Introduce), "/")
	}
	return slugFrom(name)
}

// introduceName is what Vietnamese sites call the page on introducing somebody.
const introduceName = "Giới thiệu một tấm gương"

// addressOf is the address of a page of a kind by its slug.
func addressOf(kind source.Kind, slug string) address.Address {
	switch kind {
	case source.FieldIntro:
		return address.Field(slug)
	case source.Page:
		return address.Under("", slug)
	}
	return address.Under(kind.Folder(), slug)
}

// isReserved says whether no file of a kind may have a slug, whatever else there is.
func isReserved(kind source.Kind, slug string) bool {
	class := kind.Folder()
	if kind == source.Page {
		class = ""
	}
	return publish.IsDevice(slug) || kind != source.FieldIntro && address.Taken(class, slug)
}

// neighbours is what a new file must not clash with.
type neighbours struct {
	kind source.Kind
	// at are the addresses that content files have or lead away from, and the paths of these files.
	at map[address.Address]string
	// years says that the site keeps its profiles in folders of years, flat that it has some outside of them.
	years, flat bool
}

// lookAround reads which addresses are taken that begin like that of a slug. Only files that hold the slug's letters are read to their end: a slug
// of their own and old addresses are plain text there.
func lookAround(site fs.FS, book *criteria.Book, kind source.Kind, slug string) (neighbours, error) {
	n := neighbours{kind: kind, at: map[address.Address]string{}}
	files, _, _, err := source.List(site, site)
	if err != nil {
		return n, err
	}
	for _, f := range files {
		named := f.Kind == kind && inRow(nameOf(book, f), slug)
		if f.Kind == source.Profile {
			inYear := isYear(strings.Split(f.Path, "/")[2])
			n.years, n.flat = n.years || inYear, n.flat || !inYear
		}
		has := named
		if !has {
			if has, err = fileHolds(site, f.Path, slug); err != nil {
				return n, err
			}
		}
		if has {
			if err := n.add(site, book, f); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

// inRow says whether a slug is another one or one of the row x-2, x-3 … that belongs to it.
func inRow(slug, first string) bool {
	rest, ok := strings.CutPrefix(slug, first)
	if !ok || rest == "" {
		return ok
	}
	_, err := strconv.Atoi(strings.TrimPrefix(rest, "-"))
	return rest[0] == '-' && err == nil
}

// nameOf is the slug that a file has by its name.
func nameOf(book *criteria.Book, f source.File) string {
	if f.Kind == source.FieldIntro {
		if field, ok := book.Field(f.Name); ok {
			return field.Code
		}
	}
	return viet.Slug(f.Name)
}

func isYear(name string) bool {
	year, err := strconv.Atoi(name)
	return err == nil && len(name) == 4 && year > 0
}

// fileHolds says whether a file holds a text.
func fileHolds(site fs.FS, name, text string) (bool, error) {
	file, err := site.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil // gone since the folder was read
	}
	if err != nil {
		return false, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, source.MaxSize))
	return strings.Contains(string(data), text), err
}

// add notes the addresses of one file.
func (n *neighbours) add(site fs.FS, book *criteria.Book, f source.File) error {
	doc, _, err := source.Read(site, f, nil)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	rec, _ := keys.Read(doc.Front, f.Kind.Keys(), f.Path)
	slug := nameOf(book, f)
	if own := rec.Text("đường dẫn"); own.Present && f.Kind != source.FieldIntro {
		slug = own.Text
	}
	n.at[addressOf(f.Kind, slug)] = f.Path
	for _, alias := range rec.List("bí danh") {
		old := address.Address(strings.Trim(alias.Text, "/") + "/")
		if _, taken := n.at[old]; !taken {
			n.at[old] = f.Path
		}
	}
	return nil
}

// free is the first slug of a row (x-2, x-3 …) that nobody has.
func (n neighbours) free(site fs.FS, folder, slug string) string {
	for i := 2; ; i++ {
		next := fmt.Sprintf("%s-%d", slug, i)
		if _, taken := n.at[addressOf(n.kind, next)]; !taken && !isReserved(n.kind, next) && inTheWay(site, folder, next) == "" {
			return next
		}
	}
}

// inTheWay is the path of a file or folder that a new file of a slug would meet, whatever it is; "" where the way is free.
func inTheWay(site fs.FS, folder, slug string) string {
	for _, name := range []string{path.Join(folder, slug+".md"), path.Join(folder, slug)} {
		if _, err := fs.Stat(site, name); err == nil {
			return name
		}
	}
	return ""
}

// folder is where a new file goes: that of its kind, and of its year if it is a profile; but where a site keeps all its profiles outside of
// folders of years, there.
func (n neighbours) folder(year int) string {
	folder := path.Join(source.Root, n.kind.Folder())
	if n.kind != source.Profile || year == 0 || n.flat && !n.years {
		return folder
	}
	return path.Join(folder, strconv.Itoa(year))
}

// fieldNamed finds the field that an introduction is of; the error is an *UnknownFieldError.
func fieldNamed(book *criteria.Book, name string) (*criteria.Field, error) {
	if f, ok := book.Field(name); ok {
		return f, nil
	}
	near := book.NearField(name)
	if i := slices.IndexFunc(book.Fields, func(f *criteria.Field) bool { return f.Code == near || f.Short == near || f.Name == near }); i >= 0 {
		near = book.Fields[i].Code
	}
	return nil, &UnknownFieldError{Text: name, Near: near}
}
