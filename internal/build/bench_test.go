package build_test

import (
	"testing"
	"time"

	"guongsang/bench/corpus"
	"guongsang/internal/viet"
)

// BenchmarkUnchanged builds a site of 1,000 stories of which nothing has changed.
func BenchmarkUnchanged(b *testing.B) {
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
	s.build()
	b.ReportAllocs()
	for b.Loop() {
		if r := s.build(); r.Rendered > 0 {
			b.Fatalf("%d files were rendered", r.Rendered)
		}
	}
}
