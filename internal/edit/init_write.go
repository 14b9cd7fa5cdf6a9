package edit

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"
)

// maker makes new files in a folder and remembers what it made, so that a failure can leave the folder as it was. It never opens a file that
// is there.
type maker struct {
	root *os.Root
	dir  string   // how people name the folder, for errors
	made []string // files and folders, in the order in which they were made
}

// write makes a file that is not there, with the folders above it. The error wraps fs.ErrExist where it is there already; what was made before
// an error is undone by undo alone.
func (w *maker) write(name string, text []byte) error {
	if err := w.mkdir(path.Dir(name)); err != nil {
		return err
	}
	file, err := w.root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return w.failed(name, err)
	}
	w.made = append(w.made, name)
	_, err = file.Write(text)
	err = errors.Join(err, file.Sync(), file.Close())
	if err != nil {
		return w.failed(name, err)
	}
	return nil
}

// mkdir makes a folder and those above it that are missing.
func (w *maker) mkdir(name string) error {
	if name == "." {
		return nil
	}
	info, err := w.root.Stat(filepath.FromSlash(name))
	if err == nil && !info.IsDir() {
		return w.failed(name, syscall.ENOTDIR)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return w.failed(name, err)
	}
	if err := w.mkdir(path.Dir(name)); err != nil {
		return err
	}
	err = w.root.Mkdir(filepath.FromSlash(name), 0o755)
	if err == nil {
		w.made = append(w.made, name)
	} else if errors.Is(err, fs.ErrExist) {
		err = nil // somebody else made it meanwhile
	}
	return w.failed(name, err)
}

// undo removes what was made, the last first. What somebody has put into a new folder meanwhile stays, and the folder with it.
func (w *maker) undo() {
	for i := len(w.made) - 1; i >= 0; i-- {
		_ = w.root.Remove(filepath.FromSlash(w.made[i]))
	}
	w.made = nil
}

// failed is a failure with the whole path in it, as people name it.
func (w *maker) failed(name string, err error) error {
	if err == nil {
		return nil
	}
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return &fs.PathError{Op: "write", Path: filepath.Join(w.dir, filepath.FromSlash(name)), Err: err}
}
