package build_test

import (
	"context"
	"errors"
	"os"
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

// Content that changes while the site is built: the road runs again, and the site is that of the new content. Without that, the ledger
// would tie old keys to new bytes, and the next build would leave them there.
func TestContentChangesMeanwhile(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		change func(*site)
		back   func(*site)
	}{
		{
			"a body", func(s *site) { s.edit("content/guong/a.md", "tốt", "rất tốt") },
			func(s *site) { s.edit("content/guong/a.md", "rất tốt", "tốt") },
		},
		{
			"a story goes", func(s *site) {
				s.remove("content/guong/2023/b.md")
				s.edit("content/guong/a.md", "[Bình](2023/b.md)", "Bình")
			},
			func(s *site) {
				s.write("content/guong/2023/b.md", smallSite()["content/guong/2023/b.md"])
				s.write("content/guong/a.md", smallSite()["content/guong/a.md"])
			},
		},
		{
			"a picture", func(s *site) { s.edit("content/guong/c/c.svg", "v3", "v2") },
			func(s *site) { s.edit("content/guong/c/c.svg", "v2", "v3") },
		},
		{
			"a file of static/", func(s *site) { s.edit("static/tai-lieu/mau.txt", "mẫu", "MẪU") },
			func(s *site) { s.edit("static/tai-lieu/mau.txt", "MẪU", "mẫu") },
		},
		{
			"a file of static/ goes", func(s *site) { s.remove("static/tai-lieu") },
			func(s *site) { s.write("static/tai-lieu/mau.txt", "mẫu") },
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, smallSite())
			s.o.Workers = 1
			s.meanwhile(func(try int) {
				if try == 1 {
					c.change(s)
				}
			})
			s.build()
			s.o.Progress = nil
			s.wantClean("changed meanwhile", nil)
			// The ledger must not take the new bytes for the old ones.
			c.back(s)
			s.build()
			s.wantClean("changed back", nil)
		})
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
		f, err := os.OpenFile(s.path("content/guong/a.md"), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Error(err)
			return
		}
		defer f.Close()
		if _, err := f.WriteString("\nThêm một câu.\n"); err != nil {
			t.Error(err)
		}
	})
	// The first build skips what it knows, so something must have changed for the writer to look at the body at all.
	s.edit("content/guong/a.md", "tốt", "rất tốt")
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
