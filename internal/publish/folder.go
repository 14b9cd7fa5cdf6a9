package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// folder is what a run knows of one folder of new files.
type folder struct {
	state  folderState
	holds  kinds // of the staged files in it, at any depth; none = it is not in the staging folder
	placed bool  // it was missing and is made, or is on the list of what is moved
}

// folderState says what was at a folder's path before the switch.
type folderState uint8

const (
	unseen  folderState = iota // nobody has looked
	missing                    // nothing, or nothing that stays
	there
)

// kinds is a set of sorts of files, which are placed one after the other.
type kinds uint8

const (
	kindAssets kinds = 1 << iota // all but pages
	kindPages
)

func kindOf(p string) kinds {
	if strings.HasSuffix(p, ".html") {
		return kindPages
	}
	return kindAssets
}

func (r *run) folder(dir string) folder {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.folders[dir]
}

// note changes what is known of a folder.
func (r *run) note(dir string, change func(f *folder)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	f := r.folders[dir]
	change(&f)
	r.folders[dir] = f
}

// look tells what is at the path of a new file: nothing (nil), or something that a rename replaces, or a folder with no
// file in it but stale ones of ours.
func (r *run) look(p string) (fs.FileInfo, error) {
	if state, err := r.lookAt(above(p), p); state != there || err != nil {
		return nil, err
	}
	fi, err := os.Lstat(r.full(p))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, diskError("look at", r.full(p), err)
	}
	if !fi.IsDir() {
		return fi, nil
	}
	// The walk is over what lies there now; all of ours in it is stale, for the new list has a file at its root.
	err = filepath.WalkDir(r.full(p), func(at string, d fs.DirEntry, err error) error {
		if err != nil {
			return diskError("read", at, err)
		}
		rel, err := filepath.Rel(r.o.Dir, at)
		if err != nil {
			return diskError("read", at, err)
		}
		rel = filepath.ToSlash(rel)
		if !d.IsDir() && !r.old.has(rel) {
			return &PathError{Path: p, Other: rel, Err: ErrInTheWay}
		}
		return nil
	})
	return fi, err
}

// lookAt tells whether a folder of new files is there already. A stale file of ours at its path will be removed, so it counts as
// missing; anything else at its path, or above, is in the way of p.
func (r *run) lookAt(dir, p string) (folderState, error) {
	state := r.folder(dir).state
	if state != unseen {
		return state, nil
	}
	state, err := r.lookFirst(dir, p)
	if err == nil {
		r.note(dir, func(f *folder) { f.state = state })
	}
	return state, err
}

func (r *run) lookFirst(dir, p string) (folderState, error) {
	if dir == "." {
		_, err := os.Stat(r.o.Dir)
		if errors.Is(err, fs.ErrNotExist) {
			return missing, nil
		}
		return there, diskError("look at", r.o.Dir, err)
	}
	if state, err := r.lookAt(above(dir), p); state != there || err != nil {
		return missing, err
	}
	fi, err := os.Lstat(r.full(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return missing, nil
	}
	if err != nil {
		return missing, diskError("look at", r.full(dir), err)
	}
	if fi.IsDir() {
		return there, nil
	}
	if r.old.has(dir) {
		return missing, nil
	}
	return missing, &PathError{Path: p, Other: dir, Err: ErrInTheWay}
}
