package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// A file becomes a folder and the reverse.
func TestFileAndFolderChangePlaces(t *testing.T) {
	old := site{"a": "file", "b/x/y.html": "deep", "b/z.html": "z", "c.html": "c"}
	next := site{"a/b/index.html": "now a folder", "b": "now a file", "c.html": "c"}
	p := newPlace(t)
	p.sync(old)
	if err := os.MkdirAll(filepath.Join(p.o.Dir, "b", "empty", "er"), 0o755); err != nil {
		t.Fatal(err)
	}
	wantCounts(t, p.sync(next), "files 3 written 2 unchanged 1 rendered 2 removed 3 bytes 23")
	p.want(next)
	p.sync(old)
	p.want(old)
}

func TestForeignFilesInTheWay(t *testing.T) {
	old := site{"a": "file", "b/x.html": "x"}
	cases := []struct {
		name, foreign, other string
		next                 site
	}{
		{"a folder that holds one", "b/own.txt", "b/own.txt", site{"a": "new", "b": "file"}},
		{"a file where a folder must be", "c", "c", site{"a": "new", "c/d/index.html": "page"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			p.sync(old)
			p.write(c.foreign, "foreign")
			_, err := Sync(context.Background(), c.next.items(), p.o)
			if pe := (*PathError)(nil); !errors.Is(err, ErrInTheWay) || !errors.As(err, &pe) || pe.Other != c.other {
				t.Errorf("error %v", err)
			}
			p.want(with(old, site{c.foreign: "foreign"}))
		})
	}
}

func TestForeignFileAtOurPathBecomesOurs(t *testing.T) {
	p := newPlace(t)
	p.write("index.html", "foreign")
	p.write("empty.txt", "")
	wantCounts(t, p.sync(small), "files 4 written 3 unchanged 1 rendered 4 removed 0 bytes 12")
	p.want(small)
	p.sync(site{})
	p.want(site{"./": ""})
}

// On a system where case does not count, the old spelling's file is the new one's, so it goes first and the new one is
// made anew; elsewhere this does no harm.
func TestChangedSpelling(t *testing.T) {
	p := newPlace(t)
	p.sync(site{"Logo.svg": "logo", "Ảnh/Một.jpg": "1"})
	next := site{"logo.svg": "logo", "ảnh/một.jpg": "1"}
	wantCounts(t, p.sync(next), "files 2 written 2 unchanged 0 rendered 2 removed 2 bytes 5")
	p.want(next)
	wantCounts(t, p.sync(next), "files 2 written 0 unchanged 2 rendered 0 removed 0 bytes 5")
	upper := site{"LOGO.svg": "logo", "ảnh/một.jpg": "1"}
	p.write("LOGO.svg", "logo") // as it seems where case does not count
	wantCounts(t, p.sync(upper), "files 2 written 1 unchanged 1 rendered 1 removed 1 bytes 5")
	p.want(upper)
	wantCounts(t, p.sync(upper), "files 2 written 0 unchanged 2 rendered 0 removed 0 bytes 5")
}

func TestDiskErrors(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, o := range []Options{{Dir: file}, {Dir: filepath.Join(file, "public")}, {}} {
		_, err := Sync(context.Background(), small.items(), o)
		if de := (*DiskError)(nil); !errors.As(err, &de) {
			t.Errorf("Dir %q: %v", o.Dir, err)
		}
	}
}

// A cache that cannot be used stops nothing and is told.
func TestNoCache(t *testing.T) {
	p := newPlace(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, cache := range []string{"", file} {
		p.o.Cache = cache
		for _, s := range []site{small, with(small, nil, "empty.txt")} {
			r := p.sync(s)
			if (r.CacheOff != nil) != (cache != "") {
				t.Errorf("cache %q: CacheOff %v", cache, r.CacheOff)
			}
			if r.Rendered != len(s) {
				t.Errorf("cache %q: %s", cache, counts(r))
			}
		}
		p.want(small) // nothing is known to be ours, so nothing is removed
	}
}

// A ledger that cannot be written any more is still believed for what is ours.
func TestCacheTurnsReadOnly(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	full := errors.New("no space left")
	p.o.before = func(op, path string) error {
		if filepath.Dir(path) == p.o.Cache {
			return full
		}
		return nil
	}
	next := with(small, site{"index.html": "next", "new.html": "new"}, "empty.txt")
	for range 2 {
		if r := p.sync(next); !errors.Is(r.CacheOff, full) {
			t.Errorf("CacheOff %v", r.CacheOff)
		}
		p.want(next)
	}
	p.o.before = nil
	p.sync(site{"index.html": "last"})
	p.want(site{"index.html": "last", "new.html": "new"}) // new.html came when no ledger could be written
}

// A site is carried to another place with its cache, and nothing is made again.
func TestMovedSite(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	from := filepath.Dir(p.o.Dir)
	to := filepath.Join(t.TempDir(), "moved")
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
	p.o.Dir, p.o.Cache = filepath.Join(to, "public"), filepath.Join(to, ".guongsang")
	wantCounts(t, p.sync(with(small, nil, "empty.txt")), "files 3 written 0 unchanged 3 rendered 0 removed 1 bytes 12")
	p.want(with(small, nil, "empty.txt"))
}

// Each output folder has its own ledger.
func TestTwoFolders(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	q := &place{t, p.o}
	q.o.Dir = filepath.Join(t.TempDir(), "other")
	q.write("empty.txt", "foreign here")
	q.sync(site{"a": "a"})
	q.want(site{"a": "a", "empty.txt": "foreign here"})
	p.want(small)
}
