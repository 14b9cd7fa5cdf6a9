package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// watchMoves calls look before each rename into the output folder, one at a time, and gives the slash paths in their order.
func (p *place) watchMoves(look func(to string)) *[]string {
	var mu sync.Mutex
	moved := new([]string)
	p.o.before = func(op, path string) error {
		if rel, err := filepath.Rel(p.o.Dir, path); op == "rename" && err == nil && filepath.IsLocal(rel) {
			mu.Lock()
			defer mu.Unlock()
			rel = filepath.ToSlash(rel)
			if look != nil {
				look(rel)
			}
			*moved = append(*moved, rel)
		}
		return nil
	}
	return moved
}

// Pages come after all that they use, so that no reader gets a page whose style sheet is not there yet.
func TestPagesComeLast(t *testing.T) {
	p := newPlace(t)
	for path := range small {
		p.write(filepath.Dir(path)+"/foreign.txt", "so that no folder can be moved as a whole")
	}
	order := p.watchMoves(nil)
	p.sync(small)
	slices.Sort((*order)[:2]) // several files are placed at once
	slices.Sort((*order)[2:])
	if want := []string{"empty.txt", "tai-nguyen/a.css", "guong/mau/index.html", "index.html"}; !slices.Equal(*order, want) {
		t.Errorf("order %v", *order)
	}
}

// A folder that the output lacks is moved with all that is in it, but a page must not come with it before a picture elsewhere.
func TestFoldersMovedAsAWhole(t *testing.T) {
	s := site{
		"index.html": "home", "robots.txt": "robots",
		"css/a.css": "a", "css/fonts/b.woff2": "b", // one move
		"ten/a/index.html": "A", "ten/b/index.html": "B", "ten/c.html": "C", // one move
		"guong/a/index.html": "a", "guong/b/index.html": "b", "guong/b/c/index.html": "c", // two moves: others in guong are not pages
		"guong/d/index.html": "d", "guong/d/d.jpg": "picture",
		"guong/e/e.jpg": "picture", "guong/e/deep/e.png": "picture", // one move
	}
	assets := []string{"css", "guong/d/d.jpg", "guong/e", "robots.txt"}
	pages := []string{"guong/a", "guong/b", "guong/d/index.html", "index.html", "ten"}
	for _, state := range []string{"no folder", "an empty folder", "a folder of others"} {
		for _, workers := range []int{1, 2, 16} {
			p := newPlace(t)
			p.o.Workers = workers
			var foreign site
			switch state {
			case "an empty folder":
				if err := os.Mkdir(p.o.Dir, 0o755); err != nil {
					t.Fatal(err)
				}
			case "a folder of others":
				foreign = site{"own/note.txt": "note"}
				p.write("own/note.txt", "note")
			}
			moved := p.watchMoves(func(to string) {
				for path := range p.tree() {
					if strings.HasSuffix(path, ".html") && !strings.HasPrefix(path, stagePrefix) && slices.Contains(assets, to) {
						t.Errorf("%s: %s is there before %s", state, path, to)
					}
				}
			})
			wantCounts(t, p.sync(s), "files 14 written 14 unchanged 0 rendered 14 removed 0 bytes 40")
			p.want(with(s, foreign))
			slices.Sort((*moved)[:len(assets)])
			slices.Sort((*moved)[len(assets):])
			if want := slices.Concat(assets, pages); !slices.Equal(*moved, want) {
				t.Errorf("%s, %d workers: moved %v, want %v", state, workers, *moved, want)
			}
			if r := p.sync(s); r.Rendered != 0 {
				t.Errorf("%s: %s", state, counts(r))
			}
		}
	}
}

// What comes to lie at a folder's path while the run is on stays, and the folder's files are placed one by one.
func TestFolderAppearsMeanwhile(t *testing.T) {
	s := with(small, site{"guong/hoa/index.html": "Hoa", "guong/x.html": "x"})
	cases := []struct {
		name  string
		come  func(p *place)
		after site
		err   error
	}{
		{"an empty folder", func(p *place) { _ = os.Mkdir(filepath.Join(p.o.Dir, "guong"), 0o755) }, s, nil},
		{"a folder of others", func(p *place) { p.write("guong/note.txt", "note") }, with(s, site{"guong/note.txt": "note"}), nil},
		{"a folder with a page of ours", func(p *place) { p.write("guong/mau/index.html", "foreign") }, s, nil},
		{"a file", func(p *place) { p.write("guong", "file") }, nil, syscall.ENOTDIR},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			fresh := p.o
			p.watchMoves(func(to string) {
				if to == "guong" {
					c.come(p)
				}
			})
			_, err := Sync(context.Background(), s.items(), p.o)
			if de := (*DiskError)(nil); !errors.Is(err, c.err) || err != nil && !errors.As(err, &de) {
				t.Errorf("error %v", err)
			}
			if c.err != nil {
				if got := p.tree()["guong"]; got != "file" {
					t.Errorf("the foreign file holds %q", got)
				}
				return
			}
			p.want(c.after)
			p.o = fresh
			if r := p.sync(s); r.Rendered != 0 {
				t.Error(counts(r))
			}
		})
	}
}

// Where a file system moves files and not this folder, its files are moved.
func TestFolderThatCannotBeMoved(t *testing.T) {
	p := newPlace(t)
	p.o.before = func(op, path string) error {
		if fi, err := os.Lstat(path); op == "rename" && errors.Is(err, fs.ErrNotExist) && filepath.Ext(path) == "" {
			return syscall.EXDEV
		} else if err == nil && fi.IsDir() && op == "rename" {
			t.Errorf("%s is renamed over", path)
		}
		return nil
	}
	p.sync(small)
	p.want(small)
}

// A folder of new files that is removed while the run is on is made again.
func TestFolderGoesMeanwhile(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	gone := false
	p.watchMoves(func(to string) {
		if to == "guong/mau/index.html" && !gone {
			gone = true
			if err := os.RemoveAll(filepath.Join(p.o.Dir, "guong")); err != nil {
				t.Error(err)
			}
		}
	})
	next := with(small, site{"guong/mau/index.html": "next"})
	p.sync(next)
	p.want(next)
}

// Two folders that differ in spelling only are one where that does not count, so neither is moved as a whole.
func TestRespeltFoldersAreNotMoved(t *testing.T) {
	for _, s := range []site{
		{"Anh/a.jpg": "a", "anh/b.jpg": "b"},
		{"ảnh/a.jpg": "a", "a\u0309nh/b.jpg": "b"},
		{"x/Anh/a.jpg": "a", "x/ANH/b.jpg": "b"},
	} {
		p := newPlace(t)
		moved := p.watchMoves(nil)
		p.sync(s)
		p.want(s)
		for _, m := range *moved {
			if filepath.Ext(m) == "" {
				t.Errorf("%v: the folder %s was moved", s, m)
			}
		}
	}
	p := newPlace(t)
	moved := p.watchMoves(nil)
	s := site{"Ảnh/a.jpg": "a", "anh/b.jpg": "b"}
	p.sync(s)
	if slices.Sort(*moved); !slices.Equal(*moved, []string{"anh", "Ảnh"}) {
		t.Errorf("moved %v", *moved)
	}
}
