package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"guongsang/internal/keys"
	"guongsang/internal/source"
)

// bin is the folder of what has been deleted. In it lies a folder with a number for each, and in that the file or the folder under its old path.
const bin = ".guongsang/thung-rac"

// Deleted is a content file in the bin, or a bundle.
type Deleted struct {
	ID   string
	Path string    // where it was, and will be if it is restored
	Name string    // its `tên`; empty where that cannot be read
	When time.Time // it was deleted
}

// Delete moves a content file to the bin, a bundle with all that is in its folder, and gives the ID by which Restore brings it back. An index.md
// whose folder holds other texts too, such as one that was put into the folder of a year, goes alone. The error is ErrPath or a *fs.PathError.
func Delete(dir, path string) (id string, err error) { return deleteOn(&disk{dir: dir}, path) }

func deleteOn(d *disk, name string) (id string, err error) {
	if err := d.open(); err != nil {
		return "", err
	}
	defer d.close()
	if _, err := d.read(name); err != nil {
		return "", err
	}
	w := work{disk: d}
	id, err = w.throwAway(name)
	return id, w.end(err)
}

func (w *work) throwAway(name string) (id string, err error) {
	if err := w.mkdirs(bin); err != nil {
		return "", err
	}
	number := 1
	for ; w.exists(path.Join(bin, strconv.Itoa(number))); number++ {
	}
	id = strconv.Itoa(number)
	what, err := w.placeOf(name)
	if err != nil {
		return "", err
	}
	to := path.Join(bin, id, what)
	if err := w.mkdirs(path.Dir(to)); err != nil {
		return "", err
	}
	return id, w.move(what, to)
}

// placeOf is what moves when a content file does: the folder of a bundle, else the file. An index.md that has other texts in its folder
// was put there by mistake, and these are not its own.
func (d *disk) placeOf(name string) (string, error) {
	if !IsBundle(name) {
		return name, nil
	}
	shared, err := d.holdsTexts(path.Dir(name), name)
	if err != nil || shared {
		return name, err
	}
	return path.Dir(name), nil
}

// Trash lists what is in the bin, the latest first. What somebody else has put there is passed over.
func Trash(dir string) ([]Deleted, error) {
	d := disk{dir: dir}
	if err := d.open(); err != nil {
		return nil, err
	}
	defer d.close()
	entries, err := fs.ReadDir(d.root.FS(), bin)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, d.failed("read", bin, err)
	}
	var all []Deleted
	for _, e := range entries {
		info, err := e.Info()
		_, file, found := d.inBin(e.Name())
		if err != nil || !found {
			continue
		}
		all = append(all, Deleted{ID: e.Name(), Path: file, Name: d.nameIn(e.Name(), file), When: info.ModTime()})
	}
	slices.SortFunc(all, func(a, b Deleted) int {
		x, _ := strconv.Atoi(a.ID)
		y, _ := strconv.Atoi(b.ID)
		return y - x
	})
	return all, nil
}

// inBin finds what was deleted under an ID: the path of the file or folder that was moved, and that of the content file.
func (d *disk) inBin(id string) (moved, file string, found bool) {
	if n, err := strconv.Atoi(id); err != nil || n < 1 {
		return "", "", false
	}
	top := path.Join(bin, id)
	err := fs.WalkDir(d.root.FS(), top, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rest := strings.TrimPrefix(p, top+"/")
		if e.IsDir() || checkPath(rest) != nil {
			return nil
		}
		// The file that was deleted is the first that is met, or in a bundle the text of its outermost folder.
		outer := !IsBundle(file) || strings.Count(rest, "/") < strings.Count(file, "/")
		if !found || IsBundle(rest) && outer {
			file, found = rest, true
		}
		return nil
	})
	moved = file
	if IsBundle(file) && !d.alone(top, file) {
		moved = path.Dir(file)
	}
	return moved, file, found && err == nil
}

// alone says of a bundle's text in the bin that it comes back without its folder: it has nothing else there, and the site has one of that name.
func (d *disk) alone(top, file string) bool {
	entries, err := fs.ReadDir(d.root.FS(), path.Join(top, path.Dir(file)))
	info, lacks := d.stat(path.Dir(file))
	return err == nil && len(entries) == 1 && lacks == nil && info.IsDir()
}

// nameIn reads the name of what lies in the bin.
func (d *disk) nameIn(id, file string) string {
	data, err := fs.ReadFile(d.root.FS(), path.Join(bin, id, file))
	if err != nil {
		return ""
	}
	p, _, err := part(source.File{Path: file}, data)
	if err != nil {
		return ""
	}
	rec, _ := keys.Read(p.doc.Front, keys.Page(), file)
	return rec.Text("tên").Text
}

// Restore brings back what Delete moved away, and gives the content file's path. The error is ErrTaken where something lies there now, wraps
// fs.ErrNotExist where the bin has no such thing, or is a *fs.PathError.
func Restore(dir, id string) (path string, err error) { return restoreOn(&disk{dir: dir}, id) }

func restoreOn(d *disk, id string) (file string, err error) {
	if err := d.open(); err != nil {
		return "", err
	}
	defer d.close()
	moved, file, found := d.inBin(id)
	if !found {
		return "", fmt.Errorf("%q: %w", id, fs.ErrNotExist)
	}
	w := work{disk: d}
	if err = w.mkdirs(path.Dir(moved)); err == nil {
		err = w.move(path.Join(bin, id, moved), moved)
	}
	if err = w.end(err); err != nil {
		return "", err
	}
	for folder := path.Dir(path.Join(bin, id, moved)); folder != bin; folder = path.Dir(folder) {
		if d.remove(folder) != nil {
			break // somebody has put something there; what was asked for is done
		}
	}
	return file, nil
}
