package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"
)

var errKilled = errors.New("killed")

// killAt makes o do the first n changes of the disk and none after; a write at that point is done by half.
func killAt(o *Options, n int) (done *int) {
	done = new(int)
	o.Workers = 1
	o.before = func(op, path string) error {
		*done++
		if *done <= n {
			return nil
		}
		if *done == n+1 && op == "write" {
			_ = os.WriteFile(path, []byte("torn"), 0o644)
		}
		return errKilled
	}
	return done
}

// scenario is a folder with an old list and a new one on its way into it.
type scenario struct {
	name                      string
	old, next, third, foreign site
}

func scenarios() []scenario {
	return []scenario{
		{"from nothing", nil, small, site{"index.html": "third"}, nil},
		{
			"changes", small,
			site{"index.html": "next", "guong/hoa/index.html": "Hoa", "tai-nguyen/b.css": "b", "empty.txt": ""},
			site{"guong/mau/index.html": "Mẫu", "x/y/z.html": "third"},
			site{"own/note.txt": "note", "guong/note.txt": "note"},
		},
		{
			"files and folders",
			site{"a": "file", "b/x/y.html": "deep", "Logo.svg": "logo"},
			site{"a/b/index.html": "folder", "b": "file", "logo.svg": "logo"},
			site{"a/b": "third", "b": "file"},
			site{"note.txt": "note"},
		},
		{
			"folders of both kinds",
			site{"index.html": "home"},
			site{"index.html": "home", "x/a/index.html": "a", "x/b/index.html": "b", "x/b/b.jpg": "picture", "css/a.css": "css", "ten/c.html": "c"},
			site{"x/a/index.html": "third", "ten/c.html": "c"},
			site{"ten.txt": "note"},
		},
		{
			"folders that go with their last file",
			site{"tai/Anh/x.png": "old", "p/x": "file", "q/Trang/index.html": "old"},
			site{"tai/anh/x.png": "new", "p/x/index.html": "page", "q/trang/index.html": "new", "q/trang/mot/index.html": "one"},
			site{"tai/Anh/x.png": "third", "p/x": "third"},
			nil,
		},
		{"all go", small, site{}, site{"index.html": "third"}, site{"guong/note.txt": "note"}},
	}
}

// TestKilledAnywhere stops a run at each of its steps. All files must then be whole, and the next run, with the same list,
// the old one or a third one, must end as if nothing had happened.
func TestKilledAnywhere(t *testing.T) {
	for _, s := range scenarios() {
		for _, after := range []struct {
			name string
			site
		}{{"same", s.next}, {"old", s.old}, {"third", s.third}} {
			steps := 0
			for n := 0; ; n++ {
				p := newPlace(t)
				if s.old != nil {
					p.sync(s.old)
				}
				for path, content := range s.foreign {
					p.write(path, content)
				}
				fresh := p.o
				done := killAt(&p.o, n)
				_, err := Sync(context.Background(), s.next.items(), p.o)
				what := fmt.Sprintf("%s, killed after step %d, then %s", s.name, n, after.name)
				p.wantWhole(what, s.old, s.next, s.foreign)
				p.o = fresh
				p.sync(after.site)
				if got, want := p.tree(), with(after.site, s.foreign); !sameTree(got, want) {
					t.Errorf("%s: got %v, want %v", what, got, want)
				}
				if r := p.sync(after.site); r.Rendered != 0 || r.LedgerBad != nil {
					t.Errorf("%s: the ledger does not know all: %s, %v", what, counts(r), r.LedgerBad)
				}
				if *done <= n {
					if err != nil {
						t.Errorf("%s: %v", what, err)
					}
					steps = n
					break
				}
			}
			if steps < 4 {
				t.Errorf("%s: only %d steps were seen", s.name, steps)
			}
		}
	}
}

// sameTree compares trees; an output folder with nothing in it is as good as none.
func sameTree(got, want site) bool {
	delete(got, "./")
	return maps.Equal(got, want)
}

// wantWhole fails if a file outside the staging folder is neither the old one nor the new one.
func (p *place) wantWhole(what string, old, next, foreign site) {
	p.t.Helper()
	for path, content := range p.tree() {
		if strings.HasPrefix(path, stagePrefix) || strings.HasSuffix(path, "/") {
			continue
		}
		known := false
		for _, s := range []site{old, next, foreign} {
			if c, ok := s[path]; ok && c == content {
				known = true
			}
		}
		if !known {
			p.t.Errorf("%s: %s holds %q", what, path, content)
		}
	}
	for path, content := range foreign {
		if p.tree()[path] != content {
			p.t.Errorf("%s: the foreign file %s was touched", what, path)
		}
	}
}

// A step that fails, unlike a kill, is told as a failure of the machine, and leaves no staging folder.
func TestOneFailingStep(t *testing.T) {
	next := with(small, site{"index.html": "next", "new/index.html": "new"}, "empty.txt")
	for n := 0; ; n++ {
		p := newPlace(t)
		p.sync(small)
		fresh := p.o
		step, failed := 0, ""
		p.o.Workers = 1
		p.o.before = func(op, path string) error {
			step++
			if step == n+1 {
				failed = op + " " + path
				return errKilled
			}
			return nil
		}
		r, err := Sync(context.Background(), next.items(), p.o)
		if failed == "" {
			break
		}
		cache := strings.Contains(failed, p.o.Cache)
		if de := (*DiskError)(nil); !cache && (!errors.As(err, &de) || de.Op+" "+de.Path != failed) {
			t.Errorf("%s: error %v", failed, err)
		}
		if cache && (err != nil || !errors.Is(r.CacheOff, errKilled)) {
			t.Errorf("%s: error %v, CacheOff %v", failed, err, r.CacheOff)
		}
		for path := range p.tree() {
			if strings.HasPrefix(path, stagePrefix) && !strings.HasPrefix(failed, "remove") {
				t.Errorf("%s: %s was left", failed, path)
			}
		}
		p.o = fresh
		p.sync(next)
		p.want(next)
	}
}
