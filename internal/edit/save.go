package edit

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"guongsang/internal/digest"
	"guongsang/internal/source"
)

// Save writes a content file, and its new pictures (name -> bytes) beside it before it. base is the Draft's that the text was made of, "" for a file
// that is not there yet. Nothing is ever half written; after an error all is as it was.
//
// A single file that gets its first picture becomes a bundle with the same address, see Bundled.
//
// The error is a *Conflict where the file has not the bytes of base any more, ErrTaken where a picture's name is taken or a *SharedFolderError
// where there can be no bundle, ErrNotText or ErrEmpty where the file would lose what is in it, ErrPath, or a *fs.PathError.
func Save(dir, path, base string, text []byte, pictures map[string][]byte) (Saved, error) {
	return saveOn(&disk{dir: dir}, path, base, text, pictures)
}

// Saved is a file as Save left it.
type Saved struct {
	Path string // of a file that has become a bundle, the new one
	Base string // names the bytes for the next Save
	Text []byte
}

func saveOn(d *disk, path, base string, text []byte, pictures map[string][]byte) (Saved, error) {
	if err := d.open(); err != nil {
		return Saved{}, err
	}
	defer d.close()
	w := work{disk: d}
	saved, text, err := w.save(path, base, text, pictures)
	if err = w.end(err); err != nil {
		return Saved{}, err
	}
	return Saved{Path: saved, Base: digest.Bytes(text).String(), Text: text}, nil
}

// save gives the path and the bytes that the file has in the end.
func (w *work) save(name, base string, text []byte, pictures map[string][]byte) (saved string, written []byte, err error) {
	for picture := range pictures {
		if !fs.ValidPath(picture) || path.Base(picture) != picture || source.Ignored(picture) || !portable(picture) || source.IsMarkdown(picture) {
			return "", nil, fmt.Errorf("%s: %w", picture, ErrPath)
		}
	}
	now, err := w.read(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		now = nil
	case err != nil:
		return "", nil, err
	case now == nil:
		now = []byte{}
	}
	w.sweep(name)
	pictures = w.newPictures(name, pictures)
	known := now == nil && base == "" || now != nil && digest.Bytes(now).String() == base
	switch {
	case len(pictures) == 0 && now != nil && bytes.Equal(now, text):
		return name, text, nil // it has been written already
	case !known:
		return "", nil, &Conflict{Path: name, Now: now}
	}
	if err := keepsText(name, now, text); err != nil {
		return "", nil, err
	}
	saved = name
	if len(pictures) > 0 && !IsBundle(name) {
		names := slices.Sorted(maps.Keys(pictures))
		if saved, text, err = Bundled(name, text, names); err != nil {
			return "", nil, err
		}
		if err := w.freeFolder(path.Dir(saved)); err != nil {
			return "", nil, err
		}
	}
	return saved, text, w.write(name, saved, now, text, pictures)
}

// keepsText says with ErrNotText or ErrEmpty that a text must not be written over what stands in a file.
func keepsText(name string, now, text []byte) error {
	was, isText := Text(now)
	switch {
	case !isText:
		return fmt.Errorf("%s: %w", name, ErrNotText)
	case strings.TrimSpace(was) != "" && len(bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\ufeff")))) == 0:
		return fmt.Errorf("%s: %w", name, ErrEmpty)
	}
	return nil
}

// write writes a file that was at one path, where was is not nil, and shall be at another one, with its pictures.
func (w *work) write(name, saved string, was, text []byte, pictures map[string][]byte) error {
	mode, err := w.mode(name)
	if err != nil {
		return err
	}
	folder := path.Dir(saved)
	if err := w.mkdirs(folder); err != nil {
		return err
	}
	staged := map[string]string{}
	for _, picture := range slices.Sorted(maps.Keys(pictures)) {
		if staged[picture], err = w.stage(path.Join(folder, picture), pictures[picture], 0o644); err != nil {
			return err
		}
	}
	story, err := w.stage(saved, text, mode)
	if err != nil {
		return err
	}
	for _, picture := range slices.Sorted(maps.Keys(staged)) {
		if err := w.put(staged[picture], path.Join(folder, picture)); err != nil {
			return err
		}
	}
	switch {
	case was != nil && saved == name:
		return w.replace(story, "", name, was)
	case saved == name:
		if err := w.unchanged(name, nil); err != nil {
			return err
		}
	}
	if err := w.put(story, saved); err != nil || was == nil {
		return err
	}
	return w.drop(name, was)
}

// newPictures are those that do not lie beside a bundle's text already, byte for byte.
func (w *work) newPictures(name string, pictures map[string][]byte) map[string][]byte {
	left := map[string][]byte{}
	for picture, data := range pictures {
		there, err := w.root.ReadFile(filepath.FromSlash(path.Join(path.Dir(name), picture)))
		if !IsBundle(name) || err != nil || !bytes.Equal(there, data) {
			left[picture] = data
		}
	}
	return left
}

// mode is the mode that a file keeps. One that nobody may write is not replaced either.
func (w *work) mode(name string) (fs.FileMode, error) {
	info, err := w.stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0o644, nil
	case err != nil:
		return 0, err
	case info.Mode()&0o200 == 0:
		return 0, w.failed("write", name, fs.ErrPermission)
	}
	return info.Mode().Perm(), nil
}

// freeFolder says with ErrTaken or a *SharedFolderError that a folder cannot become a bundle: it is something else, or there are texts in it.
func (w *work) freeFolder(folder string) error {
	info, err := w.stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return taken(folder)
	}
	shared, err := w.holdsTexts(folder, "")
	if shared {
		return &SharedFolderError{Folder: folder}
	}
	return err
}

// holdsTexts says whether there are Markdown files in a folder, at any depth, but for one.
func (d *disk) holdsTexts(folder, but string) (bool, error) {
	found := false
	err := fs.WalkDir(d.root.FS(), folder, func(p string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return d.failed("read", p, err)
		case source.Ignored(path.Base(p)) && e.IsDir():
			return fs.SkipDir
		case e.IsDir() || p == but || source.Ignored(path.Base(p)) || !source.IsMarkdown(p):
			return nil
		}
		found = true
		return fs.SkipAll
	})
	return found, err
}
