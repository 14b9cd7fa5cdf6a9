package output

import (
	"io"
	"testing"

	"guongsang/bench/corpus"
	"guongsang/internal/publish"
)

// benchSite is a site of 500 stories.
func benchSite(b *testing.B) *site {
	b.Helper()
	const stories = 500
	c, err := corpus.New(corpus.Options{Stories: stories, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range (corpus.Guongsang{}).Site(c) {
		files[f.Path] = f.Text
	}
	for i := range stories {
		f := corpus.Guongsang{}.Story(c, c.Story(i))
		files[f.Path] = f.Text
	}
	return newSite(b, files)
}

// BenchmarkAll does with all files of a site what a build does with those that have not changed, and with those that have.
func BenchmarkAll(b *testing.B) {
	s := benchSite(b)
	for _, c := range []struct {
		name string
		do   func(publish.Made) error
	}{
		{"Keys", func(publish.Made) error { return nil }},
		{"Written", func(m publish.Made) error { return m.Write(io.Discard) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for item := range s.All() {
					made, err := item.Make()
					if err == nil {
						err = c.do(made)
					}
					if err != nil {
						b.Fatal(item.Path, err)
					}
				}
			}
		})
	}
}
