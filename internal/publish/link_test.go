//go:build !windows

package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Symbolic links; on Windows it takes a special right to make one.

func TestLinksAreNotFollowed(t *testing.T) {
	p := newPlace(t)
	outside := t.TempDir()
	target := filepath.Join(outside, "target.html")
	home := strings.Repeat("x", len(target)) // as long as the link is
	small := with(small, site{"index.html": home})
	p.sync(small)
	if err := os.WriteFile(target, []byte(home), 0o644); err != nil {
		t.Fatal(err)
	}
	link := func(to, path string) {
		t.Helper()
		full := filepath.Join(p.o.Dir, path)
		if err := os.RemoveAll(full); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(to, full); err != nil {
			t.Fatal(err)
		}
	}
	link(target, "index.html")
	p.sync(small)
	p.want(small) // the link has become a file

	if err := os.Rename(filepath.Join(p.o.Dir, "guong"), filepath.Join(outside, "guong")); err != nil {
		t.Fatal(err)
	}
	link(filepath.Join(outside, "guong"), "guong")
	changed := with(small, site{"guong/mau/index.html": "changed"})
	if _, err := Sync(context.Background(), changed.items(), p.o); !errors.Is(err, ErrInTheWay) {
		t.Errorf("a linked folder: %v", err)
	}
	p.sync(with(small, nil, "guong/mau/index.html")) // stale, but behind the link
	if got := treeOf(t, outside)["guong/mau/index.html"]; got != "Mẫu" {
		t.Error("a file behind a link was removed")
	}
}

func TestLinkedOutputFolder(t *testing.T) {
	p := newPlace(t)
	real := filepath.Join(t.TempDir(), "www")
	if err := os.Mkdir(real, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, p.o.Dir); err != nil {
		t.Fatal(err)
	}
	p.sync(small)
	next := with(small, nil, "empty.txt")
	p.sync(next)
	if got := treeOf(t, real); len(got) != len(next) {
		t.Errorf("the folder behind the link: %v", got)
	}
}
