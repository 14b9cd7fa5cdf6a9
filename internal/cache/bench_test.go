package cache_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/cache"
	"guongsang/internal/digest"
)

const benchEntries = 10_000

// manyEntries are entries in the order of their paths, with records as large as those of stories.
func manyEntries() []cache.Entry {
	entries := make([]cache.Entry, benchEntries)
	for i := range entries {
		path := fmt.Sprintf("content/guong/%d/nguyen-thi-mau-%05d.md", 2016+i/1000, i)
		entries[i] = cache.Entry{
			Path: path, Stat: cache.Stat{Size: 5000, Modified: int64(i), Changed: int64(i), Inode: uint64(i)}, Rested: true,
			Digest: digest.Text(path), Record: fmt.Sprint(i) + strings.Repeat("Hai mươi năm qua, bà Mẫu đến từng nhà. ", 26),
		}
	}
	return entries
}

// BenchmarkBuilds are what a build does with a cache of 10,000 entries: it opens it, asks for each file and saves what it knows then.
func BenchmarkBuilds(b *testing.B) {
	options := cache.Options{Dir: filepath.Join(b.TempDir(), ".guongsang"), Format: format}
	build := func(entries []cache.Entry) {
		c, err := cache.Open(context.Background(), options)
		if err != nil {
			b.Fatal(err)
		}
		defer c.Close()
		for i := range entries {
			if e, ok := find(c, entries[i].Path); ok && e.Digest != entries[i].Digest {
				b.Fatal(e)
			}
		}
		if c.Save(entries); c.Off != nil {
			b.Fatal(c.Off)
		}
	}
	entries := manyEntries()
	b.Run("Changed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			entries[benchEntries/2].Stat.Changed++
			build(entries)
		}
	})
	b.Run("Unchanged", func(b *testing.B) {
		build(entries)
		b.ReportAllocs()
		for b.Loop() {
			build(entries)
		}
	})
}
