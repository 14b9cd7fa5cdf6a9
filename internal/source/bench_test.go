package source_test

import (
	"os"
	"testing"

	"guongsang/bench/corpus"
	"guongsang/internal/source"
)

// BenchmarkList lists 2,000 files on a disk, as a build does.
func BenchmarkList(b *testing.B) {
	const stories = 2000
	dir := b.TempDir()
	c, err := corpus.New(corpus.Options{Stories: stories, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	if err := c.Write(nil, corpus.Target{Dir: dir, Form: corpus.Guongsang{}}); err != nil {
		b.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	b.ReportAllocs()
	for b.Loop() {
		if files, _, _, err := source.List(os.DirFS(dir), root.FS()); err != nil || len(files) != stories {
			b.Fatal(len(files), err)
		}
	}
}
