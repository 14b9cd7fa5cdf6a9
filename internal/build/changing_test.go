package build_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"guongsang/internal/build"
	"guongsang/internal/source"
)

// meanwhile calls do when the first file of a try is written: everything has been read by then, nothing has been switched.
func (s *site) meanwhile(do func(try int)) {
	var mu sync.Mutex
	try := 0
	s.o.Progress = func(stage build.Stage, done, _ int) {
		mu.Lock()
		defer mu.Unlock()
		if stage == build.Writing && done == 1 {
			try++
			do(try)
		}
	}
}

// Content that changes while the site is built: what has been read already is published as it was read, what is read only when it is
// written makes the road run again. Either way the next build ends as from nothing: the ledger never ties old keys to new bytes.
func TestContentChangesMeanwhile(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		warm   bool // the texts are read again, since nothing but the theme is new
		again  bool // the road runs again, so this very build has the change
		change func(*site)
		back   func(*site)
	}{
		{
			"a body that was read", false, false, func(s *site) { s.edit("content/guong/a.md", "tốt", "rất tốt") },
			func(s *site) { s.edit("content/guong/a.md", "rất tốt", "tốt") },
		},
		{
			"a body that is known", true, true, func(s *site) { s.edit("content/guong/a.md", "tốt", "rất tốt") },
			func(s *site) { s.edit("content/guong/a.md", "rất tốt", "tốt") },
		},
		{
			"a story goes", true, true, func(s *site) {
				s.remove("content/guong/2023/b.md")
				s.edit("content/guong/a.md", "[Bình](2023/b.md)", "Bình")
			},
			func(s *site) {
				s.write("content/guong/2023/b.md", smallSite()["content/guong/2023/b.md"])
				s.write("content/guong/a.md", smallSite()["content/guong/a.md"])
			},
		},
		{
			"a picture", false, true, func(s *site) { s.edit("content/guong/c/c.svg", "v3", "v2") },
			func(s *site) { s.edit("content/guong/c/c.svg", "v2", "v3") },
		},
		{
			"a file of static/", false, true, func(s *site) { s.edit("static/tai-lieu/mau.txt", "mẫu", "MẪU") },
			func(s *site) { s.edit("static/tai-lieu/mau.txt", "MẪU", "mẫu") },
		},
		{
			"a file of static/ goes", false, true, func(s *site) { s.remove("static/tai-lieu") },
			func(s *site) { s.write("static/tai-lieu/mau.txt", "mẫu") },
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, smallSite())
			s.o.Workers = 1
			if c.warm {
				s.build()
				s.restyle()
			}
			s.meanwhile(func(try int) {
				if try == 1 {
					c.change(s)
				}
			})
			s.build()
			s.o.Progress = nil
			if !c.again {
				s.build()
			}
			s.wantClean("changed meanwhile", nil)
			// The ledger must not take the new bytes for the old ones.
			c.back(s)
			s.build()
			s.wantClean("changed back", nil)
		})
	}
}

// restyle changes the templates of stories and plain pages, so that their texts are written again.
func (s *site) restyle() {
	s.t.Helper()
	for _, name := range []string{"story.html", "plain.html"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "themes", "sen", "templates", name))
		if err != nil {
			s.t.Fatal(err)
		}
		s.write("themes/sen/templates/"+name, strings.Replace(string(text), `{{define "main"}}`, `{{define "main"}}<p>x</p>`, 1))
	}
}

// Content that never stops changing: after a few tries the build gives up, and what was there stays.
func TestContentNeverRests(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	before := s.tree()
	s.o.Workers = 1
	tries := 0
	s.meanwhile(func(try int) {
		tries = try
		f, err := os.OpenFile(s.path("static/tai-lieu/mau.txt"), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Error(err)
			return
		}
		defer f.Close()
		if _, err := f.WriteString("thêm"); err != nil {
			t.Error(err)
		}
	})
	// The first build skips what it knows, so something must have changed for the writer to look at the file at all.
	s.write("static/tai-lieu/mau.txt", "khác")
	if _, err := build.Build(context.Background(), s.o); !errors.Is(err, source.ErrChanged) {
		t.Errorf("error %v", err)
	}
	if tries != 3 {
		t.Errorf("%d tries", tries)
	}
	s.o.Progress = nil
	if d := difference(s.tree(), before); d != "" {
		t.Errorf("the output was changed:\n%s", d)
	}
	s.build()
	s.wantClean("at rest", nil)
}

// A file that goes between the moment when it is listed and the moment when it is read is no failure of the machine.
func TestContentGoesWhileItIsRead(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"content/trang/gioi.md", "content/guong/c/c.svg"} {
		s := newSite(t, smallSite())
		s.o.Workers = 1
		s.edit("content/guong/c/index.md", "ảnh: {tệp: c.svg, mô tả: Cường}\n", "")
		s.edit("content/guong/c/index.md", "![Lớp học](c.svg \"Lớp\")", "")
		s.o.Progress = func(stage build.Stage, done, _ int) {
			if stage == build.Reading && done == 1 {
				s.remove(file)
			}
		}
		s.build()
		s.o.Progress = nil
		s.wantClean(file, nil)
	}
}
