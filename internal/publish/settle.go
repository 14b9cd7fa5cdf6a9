package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// run is one Sync.
type run struct {
	disk  disk
	o     Options
	root  string // Dir as the beginning of a path in it
	books books
	old   *ledger
	list  *list // only the goroutine that hands items out touches it before the switch

	lived  bool // something lay in the folder before
	result Result
	fresh  []settled // in the order of the items, once all are settled

	mu      sync.Mutex
	done    int               // items settled, for Progress
	stage   string            // the staging folder as the beginning of a path in it; "" = none yet
	made    []string          // folders made for it
	folders map[string]folder // by slash path
}

// settled is a file of the new list that had to be rendered. All others are as the old ledger says.
type settled struct {
	entry       // as it will be in the final ledger
	number int  // of the item
	staged bool // the staged file must be renamed; if not, the file on disk stays
	empty  bool // a tree of empty folders is at the file's path
}

// worker is what one goroutine uses again for each item, and what it has settled.
type worker struct {
	run        *run
	spool      spool
	buf        bytes.Buffer
	have, want []byte // for sameBytes
	fresh      []settled
	result     Result
}

func newWorker(r *run) *worker {
	return &worker{run: r, have: make([]byte, 32<<10), want: make([]byte, 32<<10)}
}

// newRun prepares the run whose books are open.
func newRun(o Options, d disk, b books) *run {
	r := &run{disk: d, o: o, root: filepath.Clean(o.Dir), books: b, old: noLedger(), folders: map[string]folder{}}
	if !os.IsPathSeparator(r.root[len(r.root)-1]) {
		r.root += string(filepath.Separator)
	}
	if b.file != "" {
		r.old, r.result.LedgerBad = readLedger(b.file, b.subject)
	}
	r.list = newList(r.old)
	return r
}

// sweep removes what a killed run left.
func (r *run) sweep() error {
	entries, err := os.ReadDir(r.o.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return diskError("read", r.o.Dir, err)
	}
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), stagePrefix) {
			if err := r.disk.removeAll(filepath.Join(r.o.Dir, e.Name())); err != nil {
				return err
			}
			continue
		}
		r.lived = true
	}
	return nil
}

// abandon removes what is staged. It does what it can: there is an error to report already.
func (r *run) abandon() {
	if r.stage != "" {
		_ = r.disk.removeAll(filepath.Clean(r.stage))
	}
	for i := len(r.made) - 1; i >= 0; i-- {
		_ = r.disk.remove(r.made[i]) // fails if something is in it by now
	}
}

// settle finds out what must be done with one item's file, and stages it if it must be written. old is the number of its entry in
// the ledger, or -1.
func (w *worker) settle(it Item, number, old int) error {
	r := w.run
	made, err := it.Make()
	if err != nil {
		return fmt.Errorf("%s: %w", it.Path, err)
	}
	if made.Done != nil {
		defer made.Done()
	}
	if old >= 0 && !made.Key.IsZero() {
		if e := r.old.entry(old); e.known && e.key == made.Key {
			if fi, err := os.Lstat(r.full(it.Path)); err == nil && e.matches(fi) {
				w.result.Unchanged++
				w.count(e.size)
				return nil
			}
		}
	}
	s := settled{entry: entry{path: it.Path, known: true, key: made.Key}, number: number}
	err = w.render(made, &s)
	if w.buf.Cap() > keepAt {
		w.buf = bytes.Buffer{}
	}
	if err != nil {
		return err
	}
	w.fresh = append(w.fresh, s)
	w.result.Rendered++
	if s.staged {
		w.result.Written++
	} else {
		w.result.Unchanged++
	}
	w.count(s.size)
	return nil
}

// render writes the item's bytes, compares them with the file on disk, and stages them if they differ.
func (w *worker) render(made Made, s *settled) error {
	r := w.run
	sp := &w.spool
	*sp = spool{w: w, to: s.path}
	defer sp.close()
	if err := made.Write(sp); sp.err != nil {
		return sp.err // the writer may have wrapped it into something else
	} else if err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	fi, err := r.look(s.path)
	if err != nil {
		return err
	}
	if fi != nil && fi.Mode().IsRegular() && !r.old.otherwise(s.path) && sp.same(r.full(s.path), fi.Size()) {
		s.size, s.mtime = fi.Size(), fi.ModTime().UnixNano()
		return nil
	}
	s.empty = fi != nil && fi.IsDir()
	return sp.keep(s)
}

// count takes a settled file in.
func (w *worker) count(size int64) {
	w.result.Files++
	w.result.Bytes += size
	r := w.run
	if r.o.Progress == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done++
	r.o.Progress(r.done)
}

// add sums up what workers have counted.
func (r *Result) add(more Result) {
	r.Files += more.Files
	r.Written += more.Written
	r.Unchanged += more.Unchanged
	r.Rendered += more.Rendered
	r.Bytes += more.Bytes
}

// full is the path of a site's file as the operating system names it.
func (r *run) full(p string) string { return r.root + filepath.FromSlash(p) }

// staged is the path of the staged file that belongs at p.
func (r *run) staged(p string) string { return r.stage + filepath.FromSlash(p) }
