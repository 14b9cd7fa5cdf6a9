package cache

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"guongsang/internal/digest"
)

// remembered uses a side file as a build does: it reads what is there, and puts text into its place.
func remembered(t *testing.T, o Options, text string) (old string, c *Cache) {
	t.Helper()
	c, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	s := c.Side("search.cache")
	if f, size := s.Old(); f != nil {
		b, err := io.ReadAll(io.NewSectionReader(f, 0, size))
		if err != nil {
			t.Fatal(err)
		}
		old = string(b)
	}
	if f, ok := s.Temp(); ok {
		if _, err := f.Write([]byte("scratch")); err == nil {
			b := make([]byte, 4)
			if _, err := f.ReadAt(b, 1); err != nil || string(b) != "crat" {
				t.Errorf("a file for a moment reads %q, %v", b, err)
			}
		}
	}
	if f, ok := s.New(); ok {
		if _, err := f.Write([]byte(text)); err == nil {
			s.Keep()
		}
	}
	return old, c
}

func TestASideFileIsRemembered(t *testing.T) {
	o := Options{Dir: filepath.Join(t.TempDir(), ".guongsang"), Format: digest.Text("program")}
	for i, want := range []string{"", "one", "two"} {
		if old, c := remembered(t, o, []string{"one", "two", "three"}[i]); old != want || c.Off != nil {
			t.Errorf("build %d found %q, not %q; off: %v", i, old, want, c.Off)
		}
	}
	files, err := os.ReadDir(o.Dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f.Name() != "search.cache" && f.Name() != lockName {
			t.Errorf("left over: %s", f.Name())
		}
	}
	o.ReadOnly = true
	if old, _ := remembered(t, o, "four"); old != "three" {
		t.Errorf("a check found %q", old)
	}
	o.ReadOnly = false
	if old, _ := remembered(t, o, "five"); old != "three" {
		t.Errorf("a check wrote: %q", old)
	}
}

// Whatever change of the disk fails: what the next build finds is one of the two, whole.
func TestTheDiskOfASideFileFails(t *testing.T) {
	for _, f := range faults {
		for n := 0; ; n++ {
			o := Options{Dir: filepath.Join(t.TempDir(), ".guongsang"), Format: digest.Text("program")}
			remembered(t, o, "old")
			faulty := o
			var failed *[]string
			faulty.before, failed = f.at(n)
			if found, _ := remembered(t, faulty, "new"); found != "old" {
				t.Errorf("%s at %d: found %q", f.name, n, found)
			}
			if len(*failed) == 0 {
				break
			}
			if found, c := remembered(t, o, "newer"); found != "old" && found != "new" || c.Off != nil {
				t.Errorf("%s, %s: the next build finds %q, off: %v", f.name, (*failed)[0], found, c.Off)
			}
		}
	}
}

// A program that goes on showing the site writes nothing beside the cache any more.
func TestASideFileInMemory(t *testing.T) {
	o := Options{Dir: filepath.Join(t.TempDir(), ".guongsang"), Format: digest.Text("program")}
	remembered(t, o, "old")
	c, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.Release(nil)
	s := c.Side("search.cache")
	f, ok := s.New()
	if !ok {
		t.Fatal("no file")
	}
	if _, err := f.Write([]byte("new")); err != nil {
		t.Fatal(err)
	}
	s.Keep()
	b := make([]byte, 3)
	if _, err := f.ReadAt(b, 0); err != nil || string(b) != "new" {
		t.Errorf("the file reads %q, %v", b, err)
	}
	if old, _ := remembered(t, o, "x"); old != "old" {
		t.Errorf("on disk is %q", old)
	}
}

// What is begun twice is the second one; the first is closed, since Windows moves no file that is open.
func TestASideFileThatIsBegunAgain(t *testing.T) {
	o := Options{Dir: filepath.Join(t.TempDir(), ".guongsang"), Format: digest.Text("program")}
	c, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	s := c.Side("search.cache")
	var files [2]SideFile
	for i, text := range []string{"a damaged one", "new"} {
		f, ok := s.New()
		if !ok {
			t.Fatal("no file")
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
		files[i] = f
	}
	if _, err := files[0].ReadAt(make([]byte, 1), 0); !errors.Is(err, os.ErrClosed) {
		t.Errorf("the first one is open: %v", err)
	}
	s.Keep()
	c.Close()
	if old, _ := remembered(t, o, "x"); old != "new" {
		t.Errorf("on disk is %q", old)
	}
}
