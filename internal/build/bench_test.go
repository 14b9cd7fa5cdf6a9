package build_test

import (
	"fmt"
	"io"
	"testing"
	"time"

	"guongsang/bench/corpus"
	"guongsang/internal/viet"
)

// thousand is a site of 1,000 stories that have come to rest.
func thousand(b *testing.B) *site {
	b.Helper()
	c, err := corpus.New(corpus.Options{Stories: 1000, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	s := newSite(b, nil)
	s.o.Today = viet.Date{Year: 2026, Month: 1, Day: 1}
	if err := c.Write(nil, corpus.Target{Dir: s.dir, Form: corpus.Guongsang{}}); err != nil {
		b.Fatal(err)
	}
	time.Sleep(100 * time.Millisecond) // the cache goes by a file's times only if the file is older than the clock's tick
	return s
}

// BenchmarkUnchanged builds a site of 1,000 stories of which nothing has changed.
func BenchmarkUnchanged(b *testing.B) {
	s := thousand(b)
	s.build()
	b.ReportAllocs()
	for b.Loop() {
		if r := s.build(); r.Rendered > 0 {
			b.Fatalf("%d files were rendered", r.Rendered)
		}
	}
}

// BenchmarkLook looks at a site of 1,000 stories of which one has another text, and renders its page: what serve does between a save and a page.
func BenchmarkLook(b *testing.B) {
	s := thousand(b)
	session := openSession(s)
	look := lookAt(b, session, nil)
	story := look.Catalog.Profiles[500]
	path, text := look.Catalog.Address(story).File(), s.read(story.File)
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		s.write(story.File, fmt.Sprintf("%s\n%d\n", text, n))
		found, ok := lookAt(b, session, nil).Site.Find(path)
		if !ok {
			b.Fatal("the page is gone")
		}
		if err := found.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
