package publish

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

// disk holds the few ways in which this package changes the world, so that a test can stop it at each one. Reading goes to
// package os directly. Nothing is synced to the platter: against a kill the order of the steps is enough, and after a power cut a file
// that lost its bytes has not the recorded size and is made again.
type disk struct {
	before func(op, path string) error // nil, or a test's: an error is returned instead of doing
}

// may asks the test.
func (d disk) may(op, path string) error {
	if d.before == nil {
		return nil
	}
	return diskError(op, path, d.before(op, path))
}

func (d disk) create(path string) (*os.File, error) {
	if err := d.may("create", path); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	return f, diskError("create", path, err)
}

func (d disk) write(f *os.File, b []byte) error {
	if err := d.may("write", f.Name()); err != nil {
		return err
	}
	_, err := f.Write(b)
	return diskError("write", f.Name(), err)
}

// put makes a whole file; what a failure leaves of it lies where nobody looks.
func (d disk) put(path string, b []byte) error {
	f, err := d.create(path)
	if err != nil {
		return err
	}
	err = d.write(f, b)
	if e := f.Close(); err == nil {
		err = diskError("write", path, e)
	}
	return err
}

// rename tries again on Windows, where a virus scanner or a viewer may hold a file for a moment.
func (d disk) rename(from, to string) error {
	if err := d.may("rename", to); err != nil {
		return err
	}
	err := os.Rename(from, to)
	for wait := 10 * time.Millisecond; err != nil && runtime.GOOS == "windows" && wait < time.Second; wait *= 2 {
		time.Sleep(wait)
		err = os.Rename(from, to)
	}
	return diskError("rename", to, err)
}

func (d disk) remove(path string) error {
	if err := d.may("remove", path); err != nil {
		return err
	}
	return diskError("remove", path, os.Remove(path))
}

func (d disk) removeAll(path string) error {
	if err := d.may("remove", path); err != nil {
		return err
	}
	return diskError("remove", path, os.RemoveAll(path))
}

func (d disk) mkdirTemp(dir string) (string, error) {
	if err := d.may("mkdir", dir); err != nil {
		return "", err
	}
	path, err := os.MkdirTemp(dir, stagePrefix+"*")
	return path, diskError("mkdir", dir, err)
}

func (d disk) mkdir(path string) error {
	if err := d.may("mkdir", path); err != nil {
		return err
	}
	return diskError("mkdir", path, os.Mkdir(path, 0o755))
}

// mkdirs makes dir and what is missing above it, and returns what it made, outermost first, also with an error.
func (d disk) mkdirs(dir string) (made []string, err error) {
	fi, err := os.Stat(dir)
	switch {
	case err == nil && fi.IsDir():
		return nil, nil
	case err == nil:
		return nil, diskError("mkdir", dir, syscall.ENOTDIR)
	case !errors.Is(err, fs.ErrNotExist):
		return nil, diskError("mkdir", dir, err)
	}
	if up := filepath.Dir(dir); up != dir {
		if made, err = d.mkdirs(up); err != nil {
			return made, err
		}
	}
	err = d.mkdir(dir)
	if errors.Is(err, fs.ErrExist) {
		if fi, e := os.Stat(dir); e == nil && fi.IsDir() {
			return made, nil // somebody else has made it in between
		}
	}
	if err != nil {
		return made, err
	}
	return append(made, dir), nil
}

// removeEmpty removes the folder and all folders in it; nothing but folders is in it.
func (d disk) removeEmpty(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return diskError("read", folder, err)
	}
	for _, e := range entries {
		if err := d.removeEmpty(filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	return d.remove(folder)
}

// folderAt reports whether anything is at path, and whether it is a folder, not a link to one, with nothing in it.
func folderAt(path string) (there, empty bool) {
	fi, err := os.Lstat(path)
	if err != nil {
		return !errors.Is(err, fs.ErrNotExist), false
	}
	if !fi.IsDir() {
		return true, false
	}
	f, err := os.Open(path)
	if err != nil {
		return true, false
	}
	defer f.Close()
	_, err = f.Readdirnames(1)
	return true, err == io.EOF
}

// sameBytes reports whether the file holds exactly what want gives. A file that cannot be read is not the same.
func sameBytes(path string, want io.Reader, w *worker) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	for {
		n, err := io.ReadFull(want, w.want)
		m, _ := io.ReadFull(f, w.have)
		if n != m || !bytes.Equal(w.want[:n], w.have[:m]) {
			return false
		}
		if err != nil {
			return err == io.EOF || err == io.ErrUnexpectedEOF
		}
	}
}
