//go:build !windows

package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// listening begins to listen to a folder without hearing anything before run is called.
func listening(t *testing.T, dir string) *events {
	t.Helper()
	e, err := newEvents(tree{dir: dir, paths: []string{"content"}, ignored: func(string) bool { return false }})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.begin(); err != nil {
		t.Fatal(err)
	}
	return e
}

// runs goes on with listening, as Start does.
func (s *site) runs(e *events) {
	ctx, stop := context.WithCancel(context.Background())
	happened, changes := make(chan struct{}, 1), make(chan struct{}, 1)
	ended := make(chan error, 1)
	s.changes = changes
	go e.queue.fill(e.watcher)
	go func() { ended <- e.run(ctx, func() { tell(happened) }) }()
	go settle(ctx, happened, changes)
	s.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			s.Errorf("it ended with %v", err)
		}
	})
}

// When more happens than the system keeps, all folders are listed again.
func TestOverflow(t *testing.T) {
	s := &site{T: t, dir: t.TempDir()}
	s.write("content/a.md", "x")
	s.write("content/b.md", "x")
	e := listening(t, s.dir)
	for range 20_000 { // the system of Linux keeps 16,384; two files by turns, since it drops what it has told already
		for _, name := range []string{"content/a.md", "content/b.md"} {
			s.must(os.Truncate(s.path(name), 0))
		}
	}
	s.write("content/moi/sau/index.md", "x")
	s.runs(e)
	s.told("what happened")
	s.write("content/moi/sau/index.md", "x and more")
	s.told("in a folder that was made when nobody heard")
}

// A folder may be told to be gone when another has taken its place already: that one is listened to.
func TestLateNewsOfAnEnd(t *testing.T) {
	for _, end := range []fsnotify.Op{fsnotify.Remove, fsnotify.Rename} {
		s := &site{T: t, dir: t.TempDir()}
		s.write("content/a/index.md", "x")
		e := listening(t, s.dir)
		s.runs(e)
		for _, folder := range []string{"content", "content/a"} {
			e.queue.put(fsnotify.Event{Name: s.path(folder), Op: end})
			s.told(folder + " is gone, it is said")
			s.write("content/a/index.md", "x and "+folder)
			s.told("what came after that")
		}
	}
}

// When too much waits to be taken, they are listed again too.
func TestFullQueue(t *testing.T) {
	q := newQueue()
	for range maxQueue {
		q.put(fsnotify.Event{Name: "a", Op: fsnotify.Write})
	}
	if happened, failures := q.take(); len(happened) != maxQueue || failures != nil {
		t.Fatalf("%d events, %v", len(happened), failures)
	}
	for range maxQueue + 2 {
		q.put(fsnotify.Event{Name: "a", Op: fsnotify.Write})
	}
	happened, failures := q.take()
	if len(happened) != 1 || len(failures) != 1 || !errors.Is(failures[0], fsnotify.ErrEventOverflow) {
		t.Errorf("%d events, %v", len(happened), failures)
	}
}

// Where the system has no more room, it is given up at the beginning and later, and the folder is looked at instead.
func TestNoRoom(t *testing.T) {
	for _, full := range []error{syscall.ENOSPC, syscall.EMFILE} {
		s := &site{T: t, dir: t.TempDir()}
		s.write("content/a/index.md", "x")
		e := listening(t, s.dir)
		e.add = func(name string) error {
			if filepath.Base(name) == "b" {
				return &fs.PathError{Op: "listen", Path: name, Err: full}
			}
			return e.watcher.Add(name)
		}
		go e.queue.fill(e.watcher)
		ended := make(chan error, 1)
		go func() { ended <- e.run(t.Context(), func() {}) }()
		s.write("content/a/b/index.md", "x")
		if err := <-ended; !errors.Is(err, ErrLimit) {
			t.Errorf("%v: it ended with %v", full, err)
		}
	}
}

// Errors that do not end are given up, others are not.
func TestErrors(t *testing.T) {
	s := &site{T: t, dir: t.TempDir()}
	s.write("content/a/index.md", "x")
	e := listening(t, s.dir)
	s.runs(e)
	for range 3 {
		e.queue.fail(syscall.EINVAL)
		s.told("an error")
	}
	s.write("content/a/index.md", "x and more")
	s.told("what came after errors")

	e = listening(t, s.dir)
	ended := make(chan error, 1)
	go func() { ended <- e.run(t.Context(), func() {}) }()
	for i := 0; ; i++ {
		e.queue.fail(syscall.EINVAL)
		select {
		case err := <-ended:
			if !errors.Is(err, syscall.EINVAL) || i < maxErrors {
				t.Errorf("after %d errors: %v", i, err)
			}
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// Whatever is made, renamed and removed, in the end every folder is listened to.
func TestAnyFolders(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	s := watched(t, false, "content/a/index.md")
	outside := t.TempDir()
	for round := range 5 {
		for range random.IntN(40) + 1 {
			folders := s.folders()
			at := folders[random.IntN(len(folders))]
			to := filepath.Join(folders[random.IntN(len(folders))], string(rune('a'+random.IntN(4))))
			switch random.IntN(5) {
			case 0, 1:
				_ = os.MkdirAll(filepath.Join(to, "x", "y"), 0o755) // a file may be in the way
			case 2:
				_ = os.Rename(at, to) // not into itself
			case 3:
				gone := filepath.Join(outside, fmt.Sprint(round, random.Int()))
				if os.Rename(at, gone) == nil && random.IntN(2) == 0 {
					_ = os.RemoveAll(gone)
				}
			default:
				_ = os.RemoveAll(at)
			}
			s.must(os.MkdirAll(s.path("content"), 0o755))
		}
		s.write("content/cuoi.md", fmt.Sprint(round))
		s.told("all of it")
		for _, folder := range s.folders() {
			s.must(os.WriteFile(filepath.Join(folder, "index.md"), fmt.Append(nil, round), 0o644))
			s.next(folder)
		}
	}
}

// folders are the site's.
func (s *site) folders() []string {
	var all []string
	s.must(filepath.WalkDir(s.path("content"), func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			all = append(all, name)
		}
		return err
	}))
	slices.Sort(all)
	return all
}
