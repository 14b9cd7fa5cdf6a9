package profile_test

import (
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"

	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/markdown"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

func BenchmarkZZ(b *testing.B) {
	root := os.DirFS("/dev/shm/c200/guongsang")
	files, _, _, err := source.List(root)
	if err != nil {
		b.Skip(err)
	}
	book, _ := criteria.Plan()
	var bodies, fronts [][]byte
	for _, f := range files {
		data, _ := fs.ReadFile(root, f.Path)
		_, rest, _ := strings.Cut(string(data), "\n")
		front, body, _ := strings.Cut(rest, "\n---\n")
		bodies = append(bodies, []byte(body))
		fronts = append(fronts, []byte(front+"\n"))
	}
	n := len(files)
	b.Run("ReadDecode", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			doc, _, _ := source.Read(root, files[i%n])
			profile.Decode(doc, book)
			i++
		}
	})
	b.Run("Read", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			source.Read(root, files[i%n])
			i++
		}
	})
	docs := make([]source.Document, n)
	for i, f := range files {
		docs[i], _, _ = source.Read(root, f)
	}
	b.Run("Decode", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			profile.Decode(docs[i%n], book)
			i++
		}
	})
	b.Run("ParseYAML", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			keys.ParseYAML(fronts[i%n], diag.Place{File: "a", Line: 2, Column: 1})
			i++
		}
	})
	b.Run("Scan", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			markdown.ScanBody(bodies[i%n], diag.Place{File: "a", Line: 2, Column: 1})
			i++
		}
	})
	b.Run("Render", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			markdown.Render(io.Discard, bodies[i%n], markdown.Sources{})
			i++
		}
	})
}
