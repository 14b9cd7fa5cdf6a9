package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/criteria"
)

// fault is a way in which a machine fails: at the n-th change of the disk, and perhaps from then on.
type fault struct {
	name string
	err  error
	once bool                 // only that change fails
	also func(op string) bool // which later ones fail; nil = all
	torn bool                 // a write fails when a part of the bytes is written
}

func needsRoom(op string) bool {
	return op == "create" || op == "write" || op == "mkdir" || op == "link"
}

var faults = []fault{
	{name: "no right to one thing", err: syscall.EACCES, once: true},
	{name: "a disk that is full for a moment", err: syscall.ENOSPC, once: true, torn: true},
	{name: "a full disk", err: syscall.ENOSPC, also: needsRoom, torn: true},
	{name: "files that somebody holds open", err: syscall.EBUSY, also: func(op string) bool { return op == "rename" }},
	{name: "a disk that turns read-only", err: syscall.EROFS},
	{name: "a broken disk, or a kill", err: syscall.EIO, torn: true},
}

// at gives a disk.before that fails from the n-th change on, and what failed.
func (f fault) at(dir string, n int) (before func(op, path string) error, failed *[]string) {
	step, failed := 0, new([]string)
	return func(op, path string) error {
		step++
		switch {
		case step <= n, step > n+1 && f.once, step > n+1 && f.also != nil && !f.also(op):
			return nil
		}
		if f.torn && op == "write" {
			if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(path)), []byte("half"), 0o644); err != nil {
				return err
			}
		}
		*failed = append(*failed, op+" "+path)
		return f.err
	}, failed
}

// operations are all that changes content/.
func operations(book *criteria.Book) map[string]func(d *disk) error {
	files := renameSite()
	return map[string]func(d *disk) error{
		"save": func(d *disk) error {
			_, err := saveOn(d, "content/guong/b.md", base(files["content/guong/b.md"]), []byte(good), nil)
			return err
		},
		"save a new file": func(d *disk) error {
			_, err := saveOn(d, "content/guong/2025/b/index.md", "", []byte(good), nil)
			return err
		},
		"save with pictures": func(d *disk) error {
			_, err := saveOn(d, "content/guong/2023/a.md", base(files["content/guong/2023/a.md"]), []byte(good), map[string][]byte{"x.jpg": []byte("X"), "y.jpg": []byte("Y")})
			return err
		},
		"save a bundle with a picture": func(d *disk) error {
			_, err := saveOn(d, "content/guong/k/index.md", base(files["content/guong/k/index.md"]), []byte(good), map[string][]byte{"x.jpg": []byte("X")})
			return err
		},
		"rename": func(d *disk) error {
			_, err := renameOn(d, book, "content/guong/2023/a.md", "moi-a", others(files))
			return err
		},
		"rename a bundle": func(d *disk) error {
			_, err := renameOn(d, book, "content/guong/k/index.md", "moi", others(files))
			return err
		},
		"delete": func(d *disk) error {
			_, err := deleteOn(d, "content/guong/k/index.md")
			return err
		},
		"restore": func(d *disk) error {
			_, err := restoreOn(d, "1")
			return err
		},
	}
}

// Whatever change of the disk fails, and in whatever way: either all is done or all is as it was, as far as the machine lets us put it back; no file is ever
// half written under its own name, and nothing is lost.
func TestMachineFailsAnywhere(t *testing.T) {
	for what, operation := range operations(planned(t)) {
		for _, f := range faults {
			t.Run(what+"/"+f.name, func(t *testing.T) {
				t.Parallel()
				n := 0
				for oneFault(t, f, what, operation, n) {
					n++
				}
				if n < 2 {
					t.Errorf("only %d changes were seen", n)
				}
			})
		}
	}
}

// oneFault does a thing with the fault at its n-th change, and reports whether there was one.
func oneFault(t *testing.T, f fault, what string, operation func(*disk) error, n int) bool {
	t.Helper()
	dir := plant(t, renameSite())
	if what == "restore" {
		if _, err := Delete(dir, "content/guong/k/index.md"); err != nil {
			t.Fatal(err)
		}
	}
	before := grown(t, dir)
	d := disk{dir: dir}
	var failed *[]string
	d.before, failed = f.at(dir, n)
	err := operation(&d)
	if len(*failed) == 0 {
		if err != nil {
			t.Errorf("step %d: %v", n, err)
		}
		return false
	}
	after := grown(t, dir)
	at := fmt.Sprintf("step %d, %s: %v", n, (*failed)[0], err)
	var inPath *fs.PathError
	if err != nil && (!errors.Is(err, f.err) || !errors.As(err, &inPath) || !strings.HasPrefix(inPath.Path, dir) || isHidden(inPath.Path)) {
		t.Errorf("%s: the error does not say what people know", at)
	}
	if f.once || f.also != nil && !f.also("rename") {
		// What failed once may be removed or not, if it does not matter to the thing itself.
		if diff := cmp.Diff(withoutHidden(before), withoutHidden(after)); err != nil && diff != "" {
			t.Errorf("%s: not put back:\n%s", at, diff)
		}
	}
	for name, text := range after {
		if text == "half" && !isHidden(name) {
			t.Errorf("%s: %s is half written", at, name)
		}
	}
	if err != nil {
		lost(t, at, before, after)
	}
	return true
}

func isHidden(name string) bool {
	return strings.HasSuffix(name, stagedEnd) || strings.HasSuffix(name, heldEnd)
}

func withoutHidden(files tree) tree {
	out := tree{}
	for name, text := range files {
		if !isHidden(name) && !strings.HasPrefix(name, bin) {
			out[name] = text
		}
	}
	return out
}

// lost fails where some bytes are nowhere any more.
func lost(t *testing.T, at string, before, after tree) {
	t.Helper()
	have := map[string]bool{}
	for _, text := range after {
		have[text] = true
	}
	for name, text := range before {
		if !have[text] {
			t.Errorf("%s: what stood in %s is lost", at, name)
		}
	}
}
