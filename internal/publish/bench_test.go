package publish

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/digest"
)

// pages are n pages of 12 kB, each in a folder of its own; change is part of the content of every 100th.
func pages(n int, change string) iter.Seq[Item] {
	body := strings.Repeat("Gương người tốt, việc tốt. ", 350)
	return func(yield func(Item) bool) {
		for i := range n {
			text := ""
			if i%100 == 0 {
				text = change
			}
			it := Item{Path: fmt.Sprintf("guong/nguyen-van-%d/index.html", i), Make: func() (Made, error) {
				return Made{Key: digest.Text(fmt.Sprint(i, text)), Write: func(w io.Writer) error {
					_, err := fmt.Fprint(w, i, text, body)
					return err
				}}, nil
			}}
			if !yield(it) {
				return
			}
		}
	}
}

func benchOptions(b *testing.B) Options {
	b.Helper()
	root := b.TempDir()
	return Options{Dir: filepath.Join(root, "public"), Cache: filepath.Join(root, ".guongsang")}
}

func benchSync(b *testing.B, items iter.Seq[Item], o Options) Result {
	b.Helper()
	r, err := Sync(context.Background(), items, o)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

const benchPages = 2000

func BenchmarkFromNothing(b *testing.B) {
	o := benchOptions(b)
	for b.Loop() {
		benchSync(b, pages(benchPages, ""), o)
		b.StopTimer()
		if err := os.RemoveAll(o.Dir); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

func BenchmarkUnchanged(b *testing.B) {
	o := benchOptions(b)
	benchSync(b, pages(benchPages, ""), o)
	b.ReportAllocs()
	for b.Loop() {
		if r := benchSync(b, pages(benchPages, ""), o); r.Rendered > 0 {
			b.Fatal(counts(r))
		}
	}
}

func BenchmarkOneInAHundred(b *testing.B) {
	o := benchOptions(b)
	benchSync(b, pages(benchPages, ""), o)
	i := 0
	for b.Loop() {
		i++
		if r := benchSync(b, pages(benchPages, fmt.Sprint(i)), o); r.Written != benchPages/100 {
			b.Fatal(counts(r))
		}
	}
}

// Without a ledger all pages are rendered and compared.
func BenchmarkCompared(b *testing.B) {
	o := benchOptions(b)
	o.Cache = ""
	benchSync(b, pages(benchPages, ""), o)
	for b.Loop() {
		if r := benchSync(b, pages(benchPages, ""), o); r.Written > 0 {
			b.Fatal(counts(r))
		}
	}
}
