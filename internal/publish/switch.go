package publish

import (
	"os"
	"path/filepath"
)

// switchOver brings the folder from the old list to the new one. Wherever it stops, each file has all of its old or all
// of its new bytes, and the ledger names every file of ours: the next run sees what is left to do. Its steps:
// the ledger of both, what blocks new files, the new files, what is stale, the staging folder, the ledger of the new.
func (r *run) switchOver() error {
	stale, err := r.list.stale()
	if err != nil {
		return err
	}
	if r.result.Written > 0 || len(stale) > 0 {
		r.books.write(r.disk, func() []byte { return r.ledgerOfBoth(stale) })
	}
	var later []string
	for _, p := range stale {
		if !r.list.names.blockedBy(p) {
			later = append(later, p)
		} else if err := r.removeStale(p); err != nil {
			return err
		}
	}
	if err := r.place(); err != nil {
		return err
	}
	for _, p := range later {
		if err := r.removeStale(p); err != nil {
			return err
		}
	}
	if r.stage != "" {
		if err := r.disk.removeAll(filepath.Clean(r.stage)); err != nil {
			return err
		}
	}
	if r.result.Written > 0 || len(stale) > 0 || r.result.LedgerBad != nil || !r.asLedger() {
		r.books.write(r.disk, r.ledgerOfNew)
	}
	return nil
}

// ledgerOfBoth is the ledger of both lists while the switch goes on. Of the files that it touches, nothing is known but that they are ours:
// a time is too coarse on some file systems to tell the old bytes from the new.
func (r *run) ledgerOfBoth(stale []string) []byte {
	b := beginLedger(r.books.subject, false, len(r.list.at)+len(stale), r.roomFor(stale))
	b = r.appendList(b, func(s settled) entry {
		if s.staged {
			return entry{path: s.path}
		}
		return s.entry
	})
	for _, p := range stale {
		b = appendEntry(b, entry{path: p})
	}
	return endLedger(b)
}

// ledgerOfNew is the ledger of the new list.
func (r *run) ledgerOfNew() []byte {
	b := beginLedger(r.books.subject, true, len(r.list.at), r.roomFor(nil))
	return endLedger(r.appendList(b, func(s settled) entry { return s.entry }))
}

// appendList appends the entries of the new list: those of the old ledger as they stand there, of the others what of makes of them.
func (r *run) appendList(b []byte, of func(s settled) entry) []byte {
	fresh := r.fresh
	for i, old := range r.list.at {
		if len(fresh) > 0 && fresh[0].number == i {
			b = appendEntry(b, of(fresh[0]))
			fresh = fresh[1:]
			continue
		}
		b = append(b, r.old.raw(int(old))...)
	}
	return b
}

// roomFor is about how many bytes the new list's entries and those of the stale files take.
func (r *run) roomFor(stale []string) int {
	room := len(r.old.text)
	for _, s := range r.fresh {
		room += len(s.path) + 48
	}
	for _, p := range stale {
		room += len(p) + 8
	}
	return room
}

// asLedger reports whether the old ledger says of the new list all that the new one would.
func (r *run) asLedger() bool {
	if !r.list.sameAsOld() {
		return false
	}
	for _, s := range r.fresh {
		if r.old.entry(s.number) != s.entry {
			return false
		}
	}
	return true
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
	for d := above(p); d != "."; d = above(d) {
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
	for d := above(p); d != "."; d = above(d) {
		if fi, err := os.Lstat(r.full(d)); err == nil && !fi.IsDir() {
			return false
		}
	}
	return true
}
