package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"guongsang/internal/publish"
	"guongsang/internal/source"
)

// disk is a site's folder and the few ways in which content in it is changed, so that a test can stop it at each one. Nothing leads out of the
// folder: it is an os.Root. Paths are those of the site, with slashes; those of errors are the machine's.
type disk struct {
	dir    string
	root   *os.Root
	before func(op, path string) error // nil, or a test's: an error is returned instead of doing
}

func (d *disk) open() error {
	root, err := os.OpenRoot(d.dir)
	d.root = root
	return err
}

func (d *disk) close() { _ = d.root.Close() }

// may asks the test.
func (d *disk) may(op, name string) error {
	if d.before == nil {
		return nil
	}
	return d.failed(op, name, d.before(op, name))
}

// failed is a failure with the whole path in it, as people name it.
func (d *disk) failed(op, name string, err error) error {
	if err == nil {
		return nil
	}
	var inPath *fs.PathError
	var inLink *os.LinkError
	switch {
	case errors.As(err, &inPath):
		err = inPath.Err
	case errors.As(err, &inLink):
		err = inLink.Err
	}
	return &fs.PathError{Op: op, Path: filepath.Join(d.dir, filepath.FromSlash(name)), Err: err}
}

// read reads a content file whose path has been looked at.
func (d *disk) read(name string) ([]byte, error) {
	if err := d.check(name); err != nil {
		return nil, err
	}
	data, err := d.root.ReadFile(filepath.FromSlash(name))
	return data, d.failed("read", name, err)
}

// stat follows no link.
func (d *disk) stat(name string) (fs.FileInfo, error) {
	info, err := d.root.Lstat(filepath.FromSlash(name))
	return info, d.failed("read", name, err)
}

// exists says whether anything has a name, a link that leads nowhere too.
func (d *disk) exists(name string) bool {
	_, err := d.root.Lstat(filepath.FromSlash(name))
	return err == nil
}

// mkdir makes one folder.
func (d *disk) mkdir(name string) error {
	if err := d.may("mkdir", name); err != nil {
		return err
	}
	return d.failed("mkdir", name, d.root.Mkdir(filepath.FromSlash(name), 0o755))
}

// create makes a whole file that was not there, as durable as the machine can. Half of it is removed again.
func (d *disk) create(name string, data []byte, mode fs.FileMode) error {
	if err := d.may("create", name); err != nil {
		return err
	}
	file, err := d.root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return d.failed("write", name, err)
	}
	err = d.may("write", name)
	if err == nil {
		_, err = file.Write(data)
	}
	if err == nil {
		err = file.Sync()
	}
	if e := file.Close(); err == nil {
		err = e
	}
	if err != nil {
		_ = d.remove(name)
	}
	return d.failed("write", name, err)
}

// rename moves a file over another one, or a file or folder to where nothing is. On Windows a virus scanner or a viewer may hold a file for a moment.
func (d *disk) rename(from, to string) error {
	if err := d.may("rename", to); err != nil {
		return err
	}
	err := d.root.Rename(filepath.FromSlash(from), filepath.FromSlash(to))
	for wait := 10 * time.Millisecond; err != nil && runtime.GOOS == "windows" && wait < time.Second; wait *= 2 {
		time.Sleep(wait)
		err = d.root.Rename(filepath.FromSlash(from), filepath.FromSlash(to))
	}
	return d.failed("rename", to, err)
}

func (d *disk) remove(name string) error {
	if err := d.may("remove", name); err != nil {
		return err
	}
	return d.failed("remove", name, d.root.Remove(filepath.FromSlash(name)))
}

// settle makes the names in a folder durable, where the system can: Windows does so by itself.
func (d *disk) settle(folder string) {
	if runtime.GOOS == "windows" {
		return
	}
	if dir, err := d.root.Open(filepath.FromSlash(folder)); err == nil {
		_ = dir.Sync() // the names are right in any case
		_ = dir.Close()
	}
}

// link gives a file a second name.
func (d *disk) link(name, second string) error {
	if err := d.may("link", second); err != nil {
		return err
	}
	return d.failed("link", second, d.root.Link(filepath.FromSlash(name), filepath.FromSlash(second)))
}

// sameFile says whether two names are of one file: on systems that do not tell capitals apart they may be.
func (d *disk) sameFile(a, b string) bool {
	x, err := d.stat(a)
	y, other := d.stat(b)
	return err == nil && other == nil && os.SameFile(x, y)
}

// check says with ErrPath that a path is not one of a content file that may be read and written: it leads out of content/, it has a name that
// some machine cannot have, or a link stands in it.
func (d *disk) check(name string) error {
	if err := checkPath(name); err != nil {
		return err
	}
	for part := name; part != "."; part = path.Dir(part) {
		info, err := d.root.Lstat(filepath.FromSlash(part))
		if err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return fmt.Errorf("%s: %w: %s is a link", name, ErrPath, part)
		}
	}
	return nil
}

// checkPath looks at a path alone.
func checkPath(name string) error {
	_, known := source.KindOf(name)
	if !fs.ValidPath(name) || !known || !source.IsMarkdown(name) {
		return fmt.Errorf("%s: %w", name, ErrPath)
	}
	for part := range strings.SplitSeq(name, "/") {
		if source.Ignored(part) || !portable(part) {
			return fmt.Errorf("%s: %w: no file should be called %s", name, ErrPath, part)
		}
	}
	return nil
}

// portable says whether every machine can have a file of a name.
func portable(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f || strings.ContainsRune(`\:*?"<>|`, r) }) &&
		!strings.HasSuffix(name, ".") && !strings.HasSuffix(name, " ") && !publish.IsDevice(name) && name != ""
}
