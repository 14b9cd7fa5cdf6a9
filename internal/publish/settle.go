package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// run is one Sync.
type run struct {
	disk    disk
	o       Options
	books   books
	old     ledger
	names   names    // the new list's; only the goroutine that hands items out touches it before the switch
	folders sync.Map // slash path -> folderState; what was there before the switch

	lived bool // something lay in the folder before

	mu      sync.Mutex
	settled []settled
	result  Result
	stage   string   // the staging folder; "" = none yet
	made    []string // folders made for it
	staged  int      // files that it was asked for
}

// settled is a file of the new list of which is known what must be done with it.
type settled struct {
	entry        // as it will be in the final ledger
	stage string // the staged file that must be renamed; "" = the file on disk stays
	empty bool   // a tree of empty folders is at the file's path
}

// worker is what one goroutine uses again for each item.
type worker struct {
	buf        bytes.Buffer
	have, want []byte // for sameBytes
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
		_ = r.disk.removeAll(r.stage)
	}
	for i := len(r.made) - 1; i >= 0; i-- {
		_ = r.disk.remove(r.made[i]) // fails if something is in it by now
	}
}

// job is an item on its way to a worker.
type job struct {
	Item
	number int
}

// workers is how many goroutines work at once.
func (r *run) workers() int {
	if r.o.Workers > 0 {
		return r.o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// settleAll hands the items out to the workers. After a failure no more are handed out, but those that are out are
// finished: so the error of the first failing item in the order of the sequence is known, whatever the number of workers.
func (r *run) settleAll(ctx context.Context, items iter.Seq[Item]) error {
	workers := r.workers()
	var (
		jobs  = make(chan job, workers)
		wg    sync.WaitGroup
		first failure
	)
	for range workers {
		wg.Go(func() {
			w := &worker{have: make([]byte, 32<<10), want: make([]byte, 32<<10)}
			for j := range jobs {
				if err := r.settle(j.Item, w); err != nil {
					first.note(j.number, err)
				}
			}
		})
	}
	hand := func() {
		defer func() { close(jobs); wg.Wait() }() // also if the sequence panics
		number := 0
		for it := range items {
			if ctx.Err() != nil || first.failed.Load() {
				return
			}
			if err := r.names.add(it.Path); err != nil {
				first.note(number, err)
				return
			}
			jobs <- job{it, number}
			number++
		}
	}
	hand()
	if first.err != nil {
		return first.err
	}
	return ctx.Err()
}

// failure keeps the error of the item with the lowest number.
type failure struct {
	failed atomic.Bool
	mu     sync.Mutex
	number int
	err    error
}

func (f *failure) note(number int, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.err == nil || number < f.number {
		f.number, f.err = number, err
	}
	f.failed.Store(true)
}

// settle finds out what must be done with one item's file, and stages it if it must be written.
func (r *run) settle(it Item, w *worker) error {
	made, err := it.Make()
	if err != nil {
		return fmt.Errorf("%s: %w", it.Path, err)
	}
	if e, ours := r.old.entries[it.Path]; ours && e.known && e.key == made.Key && !made.Key.IsZero() {
		if fi, err := os.Lstat(r.full(it.Path)); err == nil && e.matches(fi) {
			r.count(settled{entry: e}, false)
			return nil
		}
	}
	s := settled{entry: entry{path: it.Path, known: true, key: made.Key}}
	sp := &spool{run: r, w: w}
	defer sp.close()
	if err := made.Write(sp); sp.err != nil {
		return sp.err // the writer may have wrapped it into something else
	} else if err != nil {
		return fmt.Errorf("%s: %w", it.Path, err)
	}
	fi, err := r.look(it.Path)
	if err != nil {
		return err
	}
	if fi != nil && fi.Mode().IsRegular() && !r.old.otherwise(it.Path) && sp.same(r.full(it.Path), fi.Size()) {
		s.size, s.mtime = fi.Size(), fi.ModTime().UnixNano()
		r.count(s, true)
		return nil
	}
	s.empty = fi != nil && fi.IsDir()
	if err := sp.keep(&s); err != nil {
		return err
	}
	r.count(s, true)
	return nil
}

// count takes a settled file in.
func (r *run) count(s settled, rendered bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.settled = append(r.settled, s)
	r.result.Files++
	r.result.Bytes += s.size
	if rendered {
		r.result.Rendered++
	}
	if s.stage == "" {
		r.result.Unchanged++
	} else {
		r.result.Written++
	}
	if r.o.Progress != nil {
		r.o.Progress(len(r.settled))
	}
}

// full is the path of a site's file as the operating system names it.
func (r *run) full(p string) string { return filepath.Join(r.o.Dir, filepath.FromSlash(p)) }

// look tells what is at the path of a new file: nothing (nil), or something that a rename replaces, or a folder with no
// file in it but stale ones of ours.
func (r *run) look(p string) (fs.FileInfo, error) {
	if there, err := r.folder(path.Dir(p), p); !there || err != nil {
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
		if _, ours := r.old.entries[rel]; !d.IsDir() && !ours {
			return &PathError{Path: p, Other: rel, Err: ErrInTheWay}
		}
		return nil
	})
	return fi, err
}

// folder reports whether a folder of new files is there already. A stale file of ours at its path will be removed, so it counts as not
// there; anything else at its path, or above, is in the way of p.
func (r *run) folder(dir, p string) (bool, error) {
	if state, ok := r.folders.Load(dir); ok {
		return state.(bool), nil
	}
	there, err := r.lookAtFolder(dir, p)
	if err == nil {
		r.folders.Store(dir, there)
	}
	return there, err
}

func (r *run) lookAtFolder(dir, p string) (bool, error) {
	if dir == "." {
		_, err := os.Stat(r.o.Dir)
		if errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		return err == nil, diskError("look at", r.o.Dir, err)
	}
	if there, err := r.folder(path.Dir(dir), p); !there || err != nil {
		return false, err
	}
	fi, err := os.Lstat(r.full(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, diskError("look at", r.full(dir), err)
	}
	if fi.IsDir() {
		return true, nil
	}
	if _, ours := r.old.entries[dir]; ours {
		return false, nil
	}
	return false, &PathError{Path: p, Other: dir, Err: ErrInTheWay}
}
