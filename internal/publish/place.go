package publish

import (
	"errors"
	"io/fs"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
)

// move is one rename: of a staged file, or of a staged folder with all that is in it.
type move struct {
	path   string
	folder bool
	empty  bool // a tree of empty folders is at the file's path
}

// place moves what is staged to where it belongs: all that pages use first, then the pages.
func (r *run) place() error {
	whole := !r.respelt()
	for _, kind := range []kinds{kindAssets, kindPages} {
		if err := r.placeAll(r.moves(kind, whole)); err != nil {
			return err
		}
	}
	return nil
}

// respelt reports whether two folders of new files differ in spelling only. Where that does not count they are one folder, in the
// staging folder too, and cannot be moved each by itself.
func (r *run) respelt() bool {
	seen := map[string]bool{}
	for dir := range r.folders {
		f := fold(dir)
		if f == dir {
			continue
		}
		if _, plain := r.folders[f]; plain || seen[f] {
			return true
		}
		seen[f] = true
	}
	return false
}

// moves lists what must be done to place the staged files of one kind. With whole, a folder that the output lacks is moved with all that is in
// it, if that is of this kind only: pages elsewhere may use what lies beside a page, so it must come before either.
func (r *run) moves(kind kinds, whole bool) []move {
	var moves []move
	for _, s := range r.fresh {
		if !s.staged || kindOf(s.path) != kind {
			continue
		}
		dir := ""
		if whole {
			dir = r.wholeFolder(s.path, kind)
		}
		switch {
		case dir == "":
			moves = append(moves, move{path: s.path, empty: s.empty})
		case !r.folders[dir].placed:
			r.note(dir, func(f *folder) { f.placed = true })
			moves = append(moves, move{path: dir, folder: true})
		}
	}
	return moves
}

// wholeFolder is the outermost folder above p that can be moved with all that is in it, or "".
func (r *run) wholeFolder(p string, kind kinds) string {
	for i := range len(p) {
		if p[i] != '/' {
			continue
		}
		if f := r.folders[p[:i]]; f.state == missing && f.holds == kind {
			return p[:i]
		}
	}
	return ""
}

// placeAll makes the moves. Each worker takes a run of the list, in which files of one folder stand together.
func (r *run) placeAll(moves []move) error {
	workers := max(1, min(r.workers(), len(moves)))
	failures := make([]error, workers)
	var wg sync.WaitGroup
	for i := range workers {
		part := moves[i*len(moves)/workers : (i+1)*len(moves)/workers]
		wg.Go(func() {
			for _, m := range part {
				if failures[i] = r.placeOne(m); failures[i] != nil {
					return
				}
			}
		})
	}
	wg.Wait()
	for _, err := range failures {
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *run) placeOne(m move) error {
	if m.folder {
		return r.placeFolder(m.path)
	}
	full := r.full(m.path)
	if m.empty {
		if err := r.disk.removeEmpty(full); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := r.makeFolder(above(m.path)); err != nil {
		return err
	}
	err := r.disk.rename(r.staged(m.path), full)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	// The folder was there. With its last stale file it went, under another spelling, or somebody else removed it.
	if _, err := r.disk.mkdirs(filepath.Dir(full)); err != nil {
		return err
	}
	return r.disk.rename(r.staged(m.path), full)
}

// makeFolder makes a folder that the output lacks and that is not moved as a whole. Two workers may make one folder at once; both find it
// there.
func (r *run) makeFolder(dir string) error {
	if f := r.folder(dir); dir == "." || f.state != missing || f.placed {
		return nil
	}
	if err := r.makeFolder(above(dir)); err != nil {
		return err
	}
	err := r.disk.mkdir(r.full(dir))
	if errors.Is(err, fs.ErrNotExist) { // a folder above it was there and went with its last stale file
		_, err = r.disk.mkdirs(r.full(dir))
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	r.note(dir, func(f *folder) { f.placed = true })
	return nil
}

// placeFolder moves a folder, or, where something has come to lie at its path meanwhile, file by file what is in it. So it does if
// the machine moves files but not this folder: on Windows a scanner may hold one file in it, and some layered file systems refuse.
func (r *run) placeFolder(dir string) error {
	full := r.full(dir)
	if err := r.makeFolder(above(dir)); err != nil {
		return err
	}
	err := r.disk.rename(r.staged(dir), full)
	if errors.Is(err, fs.ErrNotExist) { // the folder above was there and went with its last stale file
		if _, err := r.disk.mkdirs(filepath.Dir(full)); err != nil {
			return err
		}
		err = r.disk.rename(r.staged(dir), full)
	}
	if err == nil {
		return nil
	}
	if there, _ := folderAt(full); !there && runtime.GOOS != "windows" && !errors.Is(err, syscall.EXDEV) {
		return err
	}
	if _, err := r.disk.mkdirs(full); err != nil {
		return err
	}
	for _, s := range r.fresh {
		if s.staged && strings.HasPrefix(s.path, dir+"/") {
			if err := r.placeOne(move{path: s.path}); err != nil {
				return err
			}
		}
	}
	return nil
}
