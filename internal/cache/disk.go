package cache

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// disk holds the few ways in which this package changes the world, so that a test can stop it at each one. Reading goes to package os
// directly.
type disk struct {
	before func(op, path string) error // nil, or a test's: an error is returned instead of doing
}

// may asks the test.
func (d disk) may(op, path string) error {
	if d.before == nil {
		return nil
	}
	if err := d.before(op, path); err != nil {
		return &fs.PathError{Op: op, Path: path, Err: err}
	}
	return nil
}

func (d disk) mkdirs(path string) error {
	if err := d.may("mkdir", path); err != nil {
		return err
	}
	return os.MkdirAll(path, 0o755)
}

// create makes a file, or empties the one that is there. It can be read from as well.
func (d disk) create(path string) (diskFile, error) {
	if err := d.may("create", path); err != nil {
		return diskFile{}, err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o644)
	return diskFile{f, d}, err
}

// temp makes a file under a name that nothing has.
func (d disk) temp(dir, pattern string) (diskFile, error) {
	if err := d.may("create", filepath.Join(dir, pattern)); err != nil {
		return diskFile{}, err
	}
	f, err := os.CreateTemp(dir, pattern)
	return diskFile{f, d}, err
}

func (d disk) rename(from, to string) error {
	if err := d.may("rename", to); err != nil {
		return err
	}
	err := os.Rename(from, to)
	// On Windows a virus scanner, or a check that reads the cache, may hold the file for a moment.
	for wait := 10 * time.Millisecond; err != nil && runtime.GOOS == "windows" && wait < time.Second; wait *= 2 {
		time.Sleep(wait)
		err = os.Rename(from, to)
	}
	return err
}

func (d disk) remove(path string) error {
	if err := d.may("remove", path); err != nil {
		return err
	}
	return os.Remove(path)
}

// diskFile is a file that is written.
type diskFile struct {
	*os.File
	disk disk
}

func (f diskFile) Write(b []byte) (int, error) {
	if err := f.disk.may("write", f.Name()); err != nil {
		return 0, err
	}
	return f.File.Write(b)
}

// Close tells of a failure too: some file systems find out only then that there is no room. The file is closed in any case.
func (f diskFile) Close() error {
	told := f.disk.may("close", f.Name())
	if err := f.File.Close(); err != nil {
		return err
	}
	return told
}
