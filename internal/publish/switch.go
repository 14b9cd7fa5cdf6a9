package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// switchOver brings the folder from the old list to the new one. Wherever it stops, each file has all of its old or all
// of its new bytes, and the ledger names every file of ours: the next run sees what is left to do. Its steps:
// the ledger of both, what blocks new files, the new files, what is stale, the staging folder, the ledger of the new.
func (r *run) switchOver() error {
	slices.SortFunc(r.settled, func(a, b settled) int { return byPath(a.entry, b.entry) })
	stale := r.stale()
	if r.result.Written > 0 || len(stale) > 0 {
		r.books.write(r.disk, r.both(stale))
	}
	var later []entry
	for _, e := range stale {
		if !r.names.blockedBy(e.path) {
			later = append(later, e)
		} else if err := r.removeStale(e.path); err != nil {
			return err
		}
	}
	if err := r.place(); err != nil {
		return err
	}
	for _, e := range later {
		if err := r.removeStale(e.path); err != nil {
			return err
		}
	}
	if r.stage != "" {
		if err := r.disk.removeAll(r.stage); err != nil {
			return err
		}
	}
	r.finish(len(stale) > 0)
	return nil
}

// stale is what the old ledger has and the new list has not, by path.
func (r *run) stale() []entry {
	var stale []entry
	for _, e := range r.old.list {
		if n, ok := r.names[fold(e.path)]; !ok || n.folder || n.path != e.path {
			stale = append(stale, e)
		}
	}
	return stale
}

// both lists the files of ours while the switch goes on. Of those that it touches, nothing is known but that they are ours:
// a time is too coarse on some file systems to tell the old bytes from the new.
func (r *run) both(stale []entry) []entry {
	list := make([]entry, 0, len(r.settled)+len(stale))
	for _, s := range r.settled {
		if s.stage == "" {
			list = append(list, s.entry)
		} else {
			list = append(list, entry{path: s.path})
		}
	}
	for _, e := range stale {
		list = append(list, entry{path: e.path})
	}
	slices.SortFunc(list, byPath)
	return list
}

// place renames the staged files to where they belong: all that pages use first, then the pages. Each worker takes a run of the
// list, in which files of one folder stand together.
func (r *run) place() error {
	workers := max(1, min(r.workers(), len(r.settled)))
	for _, pages := range []bool{false, true} {
		failures := make([]error, workers)
		var wg sync.WaitGroup
		for i := range workers {
			part := r.settled[i*len(r.settled)/workers : (i+1)*len(r.settled)/workers]
			wg.Go(func() { failures[i] = r.placePart(part, pages) })
		}
		wg.Wait()
		for _, err := range failures {
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// placePart places the pages of a part of the list, or all else of it.
func (r *run) placePart(part []settled, pages bool) error {
	ready := map[string]bool{} // folders that are there
	for _, s := range part {
		if s.stage == "" || strings.HasSuffix(s.path, ".html") != pages {
			continue
		}
		full := r.full(s.path)
		if s.empty {
			if err := r.disk.removeEmpty(full); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
		if folder := filepath.Dir(full); !ready[folder] {
			if _, err := r.disk.mkdirs(folder); err != nil {
				return err
			}
			ready[folder] = true
		}
		if err := r.disk.rename(s.stage, full); err != nil {
			return err
		}
	}
	return nil
}

// removeStale removes one file of ours and the folders that this empties. What is no file by now, or lies behind a link,
// is not what we wrote; what is missing was perhaps removed by a run that was killed before it came to the folders.
func (r *run) removeStale(p string) error {
	if !r.behindFolders(p) {
		return nil
	}
	full := r.full(p)
	if fi, err := os.Lstat(full); err == nil && !fi.IsDir() {
		if err := r.disk.remove(full); err != nil {
			return err
		}
		r.result.Removed++
	}
	for d := path.Dir(p); d != "."; d = path.Dir(d) {
		there, empty := folderAt(r.full(d))
		if there && !empty {
			break
		}
		if there {
			if err := r.disk.remove(r.full(d)); err != nil {
				return err
			}
		}
	}
	return nil
}

// behindFolders reports whether all above p, where it is there at all, are folders and not links.
func (r *run) behindFolders(p string) bool {
	for d := path.Dir(p); d != "."; d = path.Dir(d) {
		if fi, err := os.Lstat(r.full(d)); err == nil && !fi.IsDir() {
			return false
		}
	}
	return true
}

// finish writes the ledger of the new list, unless the old one says the same.
func (r *run) finish(changed bool) {
	list := make([]entry, len(r.settled))
	for i, s := range r.settled {
		list[i] = s.entry
	}
	if changed || r.result.Written > 0 || r.result.LedgerBad != nil || !slices.Equal(list, r.old.list) {
		r.books.write(r.disk, list)
	}
}
