package edit

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"strings"
	"syscall"
	"time"
)

// work is a change of one or several files that is made as a whole or not at all. What needs room on the disk is done first, under names that
// nobody looks at (stage); then files get their places by renaming, which needs none. Whoever ends the work with an error has everything put back.
type work struct {
	*disk
	undo  []func()        // in the order of doing
	named map[string]bool // folders in which names have changed
	spare []string        // files that go when the work is done
	only  map[string]bool // of these, the ones that hold what could not be put back
}

// end ends the work and gives its error.
func (w *work) end(err error) error {
	if err != nil {
		for i := len(w.undo) - 1; i >= 0; i-- {
			w.undo[i]()
		}
		return err
	}
	for folder := range w.named {
		w.settle(folder)
	}
	for _, name := range w.spare {
		_ = w.remove(name)
	}
	return nil
}

// name notes that a name has changed.
func (w *work) name(name string) {
	if w.named == nil {
		w.named = map[string]bool{}
	}
	w.named[path.Dir(name)] = true
}

// back notes what puts a step back. It has nobody to tell of a failure: the error that ends the work is told.
func (w *work) back(undo func() error) { w.undo = append(w.undo, func() { _ = undo() }) }

// hold notes a file that goes in the end, whatever becomes of the work.
func (w *work) hold(name string) {
	w.spare = append(w.spare, name)
	w.back(func() error {
		if w.only[name] {
			return nil
		}
		return w.remove(name)
	})
}

// backTo puts a held file back where it was; if that fails the held file stays, for it is the only one that has its bytes.
func (w *work) backTo(held, name string) {
	w.back(func() error {
		err := w.rename(held, name)
		if err != nil {
			if w.only == nil {
				w.only = map[string]bool{}
			}
			w.only[held] = true
		}
		return err
	})
}

// Names of what is hidden end in one of these. What is staged was never told to be saved, so that it may go if the program was killed; what is held
// may be the only one with its bytes.
const (
	stagedEnd = ".tmp"
	heldEnd   = ".bak"
)

// hidden is a name beside a file, or beside the folder of a bundle, that nothing has, for what is not there yet or any more. source.List passes it
// over.
func hidden(name, end string) string {
	return path.Join(besides(name), fmt.Sprintf(".%s-%08x%s", path.Base(name), rand.Uint32(), end))
}

// besides is the folder that a file lies in, or the folder of a bundle.
func besides(name string) string {
	if IsBundle(name) {
		name = path.Dir(name)
	}
	return path.Dir(name)
}

// sweep removes what a program that was killed has staged beside a file more than a day ago.
func (w *work) sweep(name string) {
	folder := besides(name)
	entries, err := fs.ReadDir(w.root.FS(), folder)
	if err != nil {
		return // what is wrong with the folder is told by what is to be done there
	}
	for _, e := range entries {
		if !isStaged(e.Name()) || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > 24*time.Hour {
			_ = w.remove(path.Join(folder, e.Name()))
		}
	}
}

// isStaged knows the names that hidden gives.
func isStaged(name string) bool {
	stem, ok := strings.CutSuffix(name, stagedEnd)
	at := strings.LastIndexByte(stem, '-')
	return ok && at > 1 && stem[0] == '.' && len(stem)-at-1 == 8 && strings.Trim(stem[at+1:], "0123456789abcdef") == ""
}

// mkdirs makes a folder and those above it that are missing.
func (w *work) mkdirs(name string) error {
	info, err := w.stat(name)
	switch {
	case err == nil && !info.IsDir():
		return w.failed("mkdir", name, syscall.ENOTDIR)
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := w.mkdirs(path.Dir(name)); err != nil {
		return err
	}
	if err := w.mkdir(name); err != nil {
		return err
	}
	w.back(func() error { return w.remove(name) })
	return nil
}

// stage writes what a file shall have beside the place where it will be.
func (w *work) stage(name string, data []byte, mode fs.FileMode) (staged string, err error) {
	return w.stageAs(hidden(name, stagedEnd), name, data, mode)
}

func (w *work) stageAs(staged, name string, data []byte, mode fs.FileMode) (string, error) {
	if err := w.create(staged, data, mode); err != nil {
		return "", w.knownAs(name, err)
	}
	w.hold(staged)
	return staged, nil
}

// keep holds a file's bytes under another name until the work is done: by a second name for it where the file system has such, else by a copy.
func (w *work) keep(name string, was []byte) (kept string, err error) {
	kept = hidden(name, heldEnd)
	if err := w.link(name, kept); err != nil {
		mode, err := w.mode(name)
		if err != nil {
			return "", err
		}
		return w.stageAs(kept, name, was, mode)
	}
	w.hold(kept)
	return kept, nil
}

// knownAs is an error about a hidden file, told of the one that people know.
func (w *work) knownAs(name string, err error) error {
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		return w.failed(inPath.Op, name, err)
	}
	return err
}

// put gives a staged file its place, where nothing is.
func (w *work) put(staged, name string) error {
	err := w.link(staged, name) // which never takes another file's place
	if err != nil && !w.exists(name) {
		err = w.rename(staged, name) // the file system has no second names
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return taken(name)
	case err != nil:
		return err
	}
	w.name(name)
	w.back(func() error { return w.remove(name) })
	return nil
}

// replace gives a staged file the place of another one, which still has to have the bytes that are known of it. kept is what keep gave; it may be ""
// where this is the last step of the work.
func (w *work) replace(staged, kept, name string, was []byte) error {
	if err := w.unchanged(name, was); err != nil {
		return err
	}
	if err := w.rename(staged, name); err != nil {
		return err
	}
	w.name(name)
	if kept != "" {
		w.backTo(kept, name)
	}
	return nil
}

// move renames a file or a folder to where nothing is. It is the last step of a work: nothing puts it back.
func (w *work) move(from, to string) error {
	if w.exists(to) && !w.sameFile(from, to) {
		return taken(to)
	}
	w.name(from)
	w.name(to)
	return w.rename(from, to)
}

// drop takes a file away, which still has to have the bytes that are known of it.
func (w *work) drop(name string, was []byte) error {
	if err := w.unchanged(name, was); err != nil {
		return err
	}
	kept := hidden(name, heldEnd)
	if err := w.rename(name, kept); err != nil {
		return w.knownAs(name, err)
	}
	w.name(name)
	w.spare = append(w.spare, kept)
	w.backTo(kept, name)
	return nil
}

// unchanged is a *Conflict where a file has not the bytes that are known of it, nil for none.
func (w *work) unchanged(name string, was []byte) error {
	now, err := w.read(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		now = nil
	case err != nil:
		return err
	}
	if (now == nil) != (was == nil) || !bytes.Equal(now, was) {
		return &Conflict{Path: name, Now: now}
	}
	return nil
}

// taken says which name is taken.
func taken(name string) error { return fmt.Errorf("%s: %w", name, ErrTaken) }
