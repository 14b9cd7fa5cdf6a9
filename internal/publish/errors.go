package publish

import (
	"errors"
	"io/fs"
	"os"
)

// What can be wrong besides the machine; test with errors.Is.
var (
	// ErrPath means that a path escapes the folder or cannot be a file's name on every system that we run on.
	ErrPath = errors.New("this path cannot be a file of a site")
	// ErrTwice means that two items have one path, or paths that differ in case only, or that one is a folder of the other.
	ErrTwice = errors.New("two files of the site want one path")
	// ErrInTheWay means that a file which is not ours lies where a folder must be, or in a folder where a file must be.
	ErrInTheWay = errors.New("a file that this program did not write is in the way")
)

// PathError is a fault of the list of items, or of what already lies in the folder. Nothing was changed.
type PathError struct {
	Path  string // of the item, as given
	Other string // the second path of ErrTwice, the slash path of what is in the way; else ""
	Why   string // for ErrPath: what is wrong with Path
	Err   error  // ErrPath, ErrTwice or ErrInTheWay
}

func (e *PathError) Error() string {
	s := e.Path + ": " + e.Err.Error()
	if e.Why != "" {
		s += ": " + e.Why
	}
	if e.Other != "" {
		s += ": " + e.Other
	}
	return s
}

// Unwrap gives the sentinel.
func (e *PathError) Unwrap() error { return e.Err }

// DiskError is a failure of the machine: a full disk, a missing right, a device that is gone.
type DiskError struct {
	Op   string // what was done: "write", "rename", …
	Path string // the file or folder, as the operating system names it
	Err  error  // the cause
}

func (e *DiskError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

// Unwrap gives the cause.
func (e *DiskError) Unwrap() error { return e.Err }

// diskError names path once: the errors of package os carry it as well.
func diskError(op, path string, err error) error {
	if err == nil {
		return nil
	}
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		err = pe.Err
	case errors.As(err, &le):
		err = le.Err
	}
	return &DiskError{Op: op, Path: path, Err: err}
}
