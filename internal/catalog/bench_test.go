package catalog_test

import (
	"strings"
	"testing"

	"guongsang/bench/corpus"
	"guongsang/internal/catalog"
	"guongsang/internal/diag"
)

// BenchmarkNew makes the catalog of 2,000 stories.
func BenchmarkNew(b *testing.B) {
	const stories = 2000
	c, err := corpus.New(corpus.Options{Stories: stories, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	files := site{}
	for i := range stories {
		f := corpus.Guongsang{}.Story(c, c.Story(i))
		files[strings.TrimPrefix(f.Path, "content/")] = f.Text
	}
	in := files.input(b, options{today: "01/01/2026"})
	b.ReportAllocs()
	for b.Loop() {
		made, problems := catalog.New(in)
		if len(made.Profiles) != stories || diag.Count(problems)[diag.Error] > 0 {
			b.Fatal(len(made.Profiles), problems)
		}
	}
}
