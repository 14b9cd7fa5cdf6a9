//go:build !windows

package watch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// maxErrors is how many errors may come one after the other before the system is not listened to any more.
const maxErrors = 20

// events listens to every folder of a tree, and to the one that they all lie in.
type events struct {
	tree
	watcher *fsnotify.Watcher
	queue   *queue
	add     func(name string) error // the watcher's
	folders map[string]int          // what is listened to, by path, and how many entries it has
	entries int                     // of all these folders, see maxEntries
}

// openEvents begins to listen. The error is ErrLimit or the system's.
func openEvents(t tree) (*events, error) {
	e, err := newEvents(t)
	if err != nil {
		return nil, err
	}
	go e.queue.fill(e.watcher)
	if err := e.begin(); err != nil {
		_ = e.watcher.Close() // nothing was heard from it
		return nil, err
	}
	return e, nil
}

func newEvents(t tree) (*events, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, limited(err)
	}
	return &events{tree: t, watcher: watcher, queue: newQueue(), add: watcher.Add}, nil
}

// begin listens to all folders.
func (e *events) begin() error {
	e.folders, e.entries = map[string]int{}, 0
	if err := e.add(e.dir); err != nil {
		return limited(err)
	}
	for _, path := range e.paths {
		if fi, err := os.Stat(e.full(path)); err == nil && fi.IsDir() {
			if err := e.follow(path); err != nil {
				return err
			}
		}
	}
	return nil
}

// follow listens to a folder and to all below it.
func (e *events) follow(path string) error {
	err := e.add(e.full(path))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.ENOTDIR) {
		return nil // gone since it was found, or it may not be read: nobody sees what is in it
	}
	if err != nil {
		return limited(err)
	}
	entries := e.list(path)
	e.entries += len(entries) - e.folders[path]
	e.folders[path] = len(entries)
	if e.entries > maxEntries() {
		return ErrLimit
	}
	for _, d := range entries {
		if d.IsDir() {
			if err := e.follow(path + "/" + d.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}

// forget stops listening to a folder and to all below it. The system goes on listening to a folder that was renamed, and would tell of it by its
// old name.
func (e *events) forget(path string) {
	if _, known := e.folders[path]; !known {
		return
	}
	for folder, entries := range e.folders {
		if folder == path || strings.HasPrefix(folder, path+"/") {
			_ = e.watcher.Remove(e.full(folder)) // the system has forgotten it already where it was removed
			e.entries -= entries
			delete(e.folders, folder)
		}
	}
}

// run tells of changes until ctx ends, or until the system cannot be listened to any more: then the error is not nil.
func (e *events) run(ctx context.Context, tell func()) error {
	defer e.watcher.Close()
	for failed := 0; ; {
		select {
		case <-ctx.Done():
			return nil
		case <-e.queue.ready:
		}
		happened, failures := e.queue.take()
		if len(happened) > 0 {
			failed = 0
		}
		for _, event := range happened {
			counts, err := e.take(event)
			if err != nil {
				return err
			}
			if counts {
				tell()
			}
		}
		if len(failures) == 0 {
			continue
		}
		failed++
		for _, err := range failures {
			if err = limited(err); failed > maxErrors || errors.Is(err, ErrLimit) {
				return err
			}
		}
		// More happened than could be told, or something went away while it was told of: nobody knows what is listened to.
		if err := e.again(); err != nil {
			return err
		}
		tell()
	}
}

// again listens to all folders as if for the first time.
func (e *events) again() error {
	for _, name := range e.watcher.WatchList() {
		_ = e.watcher.Remove(name) // see forget
	}
	return e.begin()
}

// take takes an event and says whether it counts.
func (e *events) take(event fsnotify.Event) (counts bool, err error) {
	if event.Op&^fsnotify.Chmod == 0 { // rights, or times, or a sign of life of the watcher
		return false, nil
	}
	way, err := filepath.Rel(e.dir, event.Name)
	if err != nil {
		return false, nil // of nothing in the folder
	}
	path := filepath.ToSlash(way)
	if !e.has(path) {
		return false, nil
	}
	ended := event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename)
	if ended {
		e.forget(path)
	}
	// The end of a folder may be told when another has taken its place, so what counts is what is there now.
	if ended || event.Has(fsnotify.Create) {
		stat := os.Lstat
		if slices.Contains(e.paths, path) {
			stat = os.Stat // only these may be links to folders: others may lead in a circle
		}
		if fi, err := stat(event.Name); err == nil && fi.IsDir() {
			return true, e.follow(path)
		}
	}
	return true, nil
}

// limited is ErrLimit where the system said that it has no more room for listening.
func limited(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) || errors.Is(err, syscall.ENOMEM) {
		return ErrLimit
	}
	return err
}
