package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"guongsang/internal/digest"
)

// partOf is one of n parts of s: those paths whose digest falls to it.
func (s site) partOf(i, n int) site {
	part := site{}
	for p, content := range s {
		if int(digest.Text(p)[0])%n == i {
			part[p] = content
		}
	}
	return part
}

var large = with(small, site{
	"guong/hoa/index.html": "Hoa", "guong/hoa/hoa.jpg": "picture", "guong/lan/index.html": "Lan", "guong/lan/lan.jpg": "picture",
	"ten/a/index.html": "A", "ten/b/index.html": "B", "ten/c/index.html": "C", "rss.xml": "feed",
})

func (p *place) syncPart(part string, s site) Result {
	p.t.Helper()
	q := *p
	q.o.Part = part
	return q.sync(s)
}

// The parts of a site, one after another into one folder, make the whole, and each removes what is stale of its own only.
func TestPartsMakeTheWhole(t *testing.T) {
	next := with(large, site{"index.html": "next", "ten/d/index.html": "D"}, "guong/lan/index.html", "guong/lan/lan.jpg", "ten/a/index.html", "rss.xml")
	names := []string{"1/3", "2/3", "3/3"}
	p := newPlace(t)
	p.write("own/note.txt", "note")
	whole := site{"own/note.txt": "note"}
	for i, name := range names {
		part := large.partOf(i, 3)
		if len(part) == 0 {
			t.Fatalf("part %s is empty", name)
		}
		if r := p.syncPart(name, part); r.Written != len(part) || r.Strangers != 0 {
			t.Errorf("part %s: %s, %d strangers", name, counts(r), r.Strangers)
		}
		whole = with(whole, part)
		p.want(whole)
	}
	for i, name := range names {
		if r := p.syncPart(name, large.partOf(i, 3)); r.Rendered != 0 || r.Removed != 0 {
			t.Errorf("part %s again: %s", name, counts(r))
		}
	}
	removed := 0
	for i, name := range names {
		removed += p.syncPart(name, next.partOf(i, 3)).Removed
	}
	if removed != 4 {
		t.Errorf("%d files were removed", removed)
	}
	p.want(with(next, site{"own/note.txt": "note"}))

	if r := p.sync(next); r.Written != 0 || r.Removed != 0 || r.Strangers != 1 {
		t.Errorf("the whole over its parts: %s, %d strangers", counts(r), r.Strangers)
	}
	p.syncPart("2/3", site{})
	p.want(with(with(next, site{"own/note.txt": "note"}), nil, slices.Collect(pathsOf(next.partOf(1, 3)))...))
}

func pathsOf(s site) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for p := range s {
			if !yield(p) {
				return
			}
		}
	}
}

// A folder and each part of it have their own ledgers; the folder's own is called what it always was.
func TestLedgersOfParts(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	whole := filepath.Join(p.o.Cache, "output-"+digest.Text("./public").Short())
	if _, err := os.Stat(whole + ".ledger"); err != nil {
		t.Error(err)
	}
	p.syncPart("1/2", small)
	p.syncPart("2/2", small)
	ledgers, _ := filepath.Glob(filepath.Join(p.o.Cache, "*.ledger"))
	if len(ledgers) != 3 {
		t.Errorf("ledgers %v", ledgers)
	}
}

// What another part has written is not ours to replace by a folder.
func TestPartInTheWay(t *testing.T) {
	p := newPlace(t)
	p.syncPart("1/2", site{"a": "file"})
	o := p.o
	o.Part = "2/2"
	if _, err := Sync(context.Background(), site{"a/b": "b"}.items(), o); !errors.Is(err, ErrInTheWay) {
		t.Errorf("error %v", err)
	}
	p.want(site{"a": "file"})
	p.syncPart("1/2", site{})
	p.syncPart("2/2", site{"a/b": "b"})
	p.want(site{"a/b": "b"})
}
