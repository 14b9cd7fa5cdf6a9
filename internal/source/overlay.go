package source

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Overlay is files that lie over those of a site's folder without being written: what an editor is about to save. The keys are paths from the
// site's folder; a nil value is a file that is gone.
type Overlay map[string][]byte

// Over gives a file system that is the one below with the overlay's files in their places. With an empty overlay it is the one below.
func (o Overlay) Over(below fs.FS) fs.FS {
	if len(o) == 0 {
		return below
	}
	return overlaid{below, o}
}

// overlaid is a file system with some files laid over it.
type overlaid struct {
	below fs.FS
	laid  Overlay
}

// Open opens a file. The folders that only laid files have can be listed, not opened.
func (o overlaid) Open(name string) (fs.File, error) {
	data, ok := o.laid[name]
	if !ok {
		return o.below.Open(name)
	}
	if data == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &laidFile{laidInfo{name: path.Base(name), size: int64(len(data))}, bytes.NewReader(data)}, nil
}

// ReadDir lists a folder, in the order of names.
func (o overlaid) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.below, name)
	var laid []fs.DirEntry
	gone := map[string]bool{}
	for file, data := range o.laid {
		inside, ok := strings.CutPrefix(file, name+"/")
		if !ok {
			continue
		}
		first, _, deeper := strings.Cut(inside, "/")
		switch {
		case data != nil:
			gone[first] = !deeper // a laid file takes the place of what is there
			laid = append(laid, laidInfo{name: first, size: int64(len(data)), folder: deeper})
		case !deeper:
			gone[first] = true
		}
	}
	if err != nil && len(laid) == 0 {
		return nil, err
	}
	entries = slices.DeleteFunc(entries, func(d fs.DirEntry) bool { return gone[d.Name()] })
	for _, d := range laid {
		if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == d.Name() }) {
			entries = append(entries, d)
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// laidInfo is what is known of a laid file, or of a folder that only laid files have.
type laidInfo struct {
	name   string
	size   int64
	folder bool
}

func (i laidInfo) Name() string               { return i.name }
func (i laidInfo) Size() int64                { return i.size }
func (i laidInfo) IsDir() bool                { return i.folder }
func (i laidInfo) ModTime() time.Time         { return time.Time{} }
func (i laidInfo) Sys() any                   { return nil }
func (i laidInfo) Type() fs.FileMode          { return i.Mode().Type() }
func (i laidInfo) Info() (fs.FileInfo, error) { return i, nil }

func (i laidInfo) Mode() fs.FileMode {
	if i.folder {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

// laidFile is a laid file that is open.
type laidFile struct {
	info laidInfo
	*bytes.Reader
}

func (f *laidFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *laidFile) Close() error               { return nil }
