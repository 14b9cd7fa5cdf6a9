package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"guongsang/bench/corpus"
	"guongsang/bench/measure"
	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// A test's own program stands in for the bench when it is called as a child.
const childMark = "GUONGSANG_BENCH_TEST_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childMark) != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// After every edit the site is still one without problems, and something about it has changed.
func TestEditsKeepTheSiteValid(t *testing.T) {
	dir := t.TempDir()
	site, hugo := filepath.Join(dir, oursName), filepath.Join(dir, hugoName)
	if err := writeCorpus(minStories, 1, corpus.Target{Dir: site, Form: corpus.Guongsang{}}, corpus.Target{Dir: hugo, Form: corpus.Hugo{}}); err != nil {
		t.Fatal(err)
	}
	options := build.Options{Source: site, Output: filepath.Join(dir, "public"), Today: viet.Date{Year: 2026, Month: 1, Day: 1}}
	last := measure.Tree{}
	for round := 1; round <= 2; round++ {
		for s := cold; s <= templateChanged; s++ {
			if edit := edits[s]; edit != nil {
				if err := edit(site, round); err != nil {
					t.Fatalf("%s: %v", stepNames[s], err)
				}
			}
			result, err := build.Build(context.Background(), options)
			if counts := diag.Count(result.Problems); err != nil || counts[diag.Error]+counts[diag.Warning] > 0 {
				t.Fatalf("%s: %v %v", stepNames[s], result.Problems, err)
			}
			now, err := look(options.Output)
			if err != nil {
				t.Fatal(err)
			}
			if changed, want := now.Hash != last.Hash, edits[s] != nil || round == 1 && s == cold; changed != want {
				t.Errorf("round %d, %s: the output changed: %t, want %t", round, stepNames[s], changed, want)
			}
			last = now.Tree
			stories := minStories + round
			if s < storyAdded {
				stories--
			}
			if now.Stories != stories {
				t.Errorf("round %d, %s: %d story pages, want %d", round, stepNames[s], now.Stories, stories)
			}
		}
		if err := addHugoStory(hugo, round); err != nil {
			t.Fatal(err)
		}
	}
	if err := compareText(site, options.Output); err != nil {
		t.Error(err)
	}
	added, err := os.ReadFile(filepath.Join(hugo, "content", "guong", "2020", "guong-moi-lan-2.md"))
	if err != nil || !strings.Contains(string(added), "\nslug: guong-moi-lan-2\n") {
		t.Errorf("Hugo's added story: %v\n%s", err, added)
	}
}

func TestStoryPages(t *testing.T) {
	page := &fstest.MapFile{}
	n, err := storyPages(fstest.MapFS{
		"guong/index.html": page, "guong/a/index.html": page, "guong/b/index.html": page, "guong/trang/1/index.html": page, "guong/page/2/index.html": page,
		"guong/c/anh.jpg": page,
	})
	if err != nil || n != 2 {
		t.Errorf("storyPages = %d, %v", n, err)
	}
}

func TestSizes(t *testing.T) {
	if got, err := readSizes("1000, 10_000"); err != nil || len(got) != 2 || got[1] != 10_000 {
		t.Errorf("readSizes = %v, %v", got, err)
	}
	for _, bad := range []string{"", "x", "0", "1000,"} {
		if got, err := readSizes(bad); err == nil {
			t.Errorf("readSizes(%q) = %v", bad, got)
		}
	}
}
