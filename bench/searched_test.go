package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"guongsang/bench/measure"
	"guongsang/bench/search"
)

// searchedOnce is a measurement of four queries, of which the second one for a name went wrong, in ours and one other.
func searchedOnce(stories int) *searched {
	right := func(addresses ...string) map[string]bool {
		set := map[string]bool{}
		for _, a := range addresses {
			set[a] = true
		}
		return set
	}
	r := &searched{
		searching: searching{tools: tools{oursVersion: "ours 1", goVersion: "go 1"}, seed: 3, rounds: 2}, stories: stories,
		queries: []search.Query{
			{Group: search.Names, Text: "Nguyễn Văn Hòa", Right: right("guong/a/", "guong/b/")},
			{Group: search.Names, Text: "Trần Thị Đào", Right: right("guong/c/")},
			{Group: search.Phrases, Text: "dâu tây", Right: right("guong/a/", "guong/c/")},
			{Group: search.Phrases, Text: "khe mây", Right: right("guong/b/")},
		},
	}
	answers := []answer{
		{First: true, Results: []string{"guong/b/"}, Millis: 90, Search: 100_000, Page: 20_000, Program: 7_000, Unpacked: 11_000, Requests: 9},
		{Results: []string{"guong/a/", "guong/c/"}, Millis: 40, Search: 50_000, Requests: 4},
		{First: true, Results: []string{"guong/c/", "guong/b/"}, Millis: 110, Search: 140_000, Page: 20_000, Program: 8_000, Unpacked: 13_000, Requests: 11},
		{Results: []string{"guong/b/"}, Millis: 60, Search: 130_000, Requests: 6},
	}
	r.builds = [builtSteps]measure.Cost{
		coldWith: {Wall: 3 * time.Second, CPU: 5 * time.Second}, coldWithout: {Wall: 2 * time.Second, CPU: 3 * time.Second},
		changedWith: {Wall: 600 * time.Millisecond}, changedWithout: {Wall: 300 * time.Millisecond},
	}
	r.engines = []engineResult{
		{engine: ours, index: indexSize{files: 90, raw: 1_400_000, zipped: 600_000}, answers: answers},
		{engine: pagefind, index: indexSize{files: 1_010, raw: 4_000_000, zipped: 3_900_000}, answers: answers, cost: measure.Cost{Wall: 2900 * time.Millisecond, CPU: 3 * time.Second}},
	}
	return r
}

func TestSearchIsReported(t *testing.T) {
	text := searchedOnce(1000).section()
	for _, want := range []string{
		"### 1,000 profiles\n",
		"Of the 2 for a name, 1 are right for several profiles.",
		"|  | Gương Sáng | Pagefind 1.6.0 |",
		"| making the index: wall | 1.00 s | 2.90 s |",
		"| index | 1.4 MB | 4.0 MB |",
		"| files | 90 | 1,010 |",
		"| first query: bytes, median / worst | 100.0 kB / 140.0 kB |",
		"| further query: bytes, median / worst | 50.0 kB / 130.0 kB |",
		"| with the page around it, median | 120.0 kB |",
		"| full name with marks: first / in the first ten, of 2 | 1 / 2 |",
		"| two words of a text, with marks: of 3 right answers among the first ten | 2 |",
		"| first query: at most 150.0 kB, the worst at most 300.0 kB | 100.0 kB / 140.0 kB | met |",
		"| further query: at most 60.0 kB, the worst at most 120.0 kB | 50.0 kB / 130.0 kB | missed |",
		"| programs, with all that any query loads: at most 12.0 kB | 8.0 kB (13.0 kB unpacked) | met |",
		"| index: at most 1.5 MB for 1,000 profiles | 1.4 MB | met |",
		"| at most one file for 10 profiles | 90 | met |",
		"| full name with marks: all first | 1 of 2 | missed |",
		"| two words of a text, with marks: 8 of 10 answers hold them | 6.7 of 10 | missed |",
		"| a build from nothing is at most 1.50 s longer | 1.00 s | met |",
		"| a build after one changed text at most 200 ms longer | 300 ms | missed |",
		"| from nothing | 3.00 s | 2.00 s | 1.00 s | 5.00 s | 3.00 s |",
		"`make bench-search SIZES=1000 SEED=3`",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	missed := searchedOnce(1000).missed()
	if !strings.Contains(missed, `full name with marks: "Trần Thị Đào": 1 of 1; answered: guong/a/ guong/c/`) || strings.Contains(missed, "Nguyễn Văn Hòa") {
		t.Error(missed)
	}
}

// A part on the search is kept when a size is measured anew, and the other way round.
func TestReportKeepsTheSearch(t *testing.T) {
	file := filepath.Join(t.TempDir(), "BENCHMARKS.md")
	write := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	again := searchedOnce(1000)
	again.seed = 4
	write(writeSearch(file, 10_000, searchedOnce(10_000).section()))
	write(writeSection(file, 1000, section([]*result{measured(1000, time.Second)})))
	write(writeSearch(file, 1000, searchedOnce(1000).section()))
	write(writeSearch(file, 1000, again.section()))
	data, err := os.ReadFile(file)
	write(err)
	var titles []string
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "##") {
			titles = append(titles, strings.TrimSpace(line))
		}
	}
	want := []string{"## Against the aims", "## What a story costs", "## 1,000 stories", "## The search", "### 1,000 profiles", "### 10,000 profiles", "## The largest costs", "## The preview"}
	if !slices.Equal(titles, want) {
		t.Errorf("%q\nwant\n%q", titles, want)
	}
	if text := string(data); strings.Count(text, "SEED=4") != 1 || strings.Count(text, "SIZES=1000 ") != 1 {
		t.Error("a part that was measured again is still there, or the new one is not")
	}
}

func TestSizeOfAnIndex(t *testing.T) {
	site := fstest.MapFS{
		"pagefind/pagefind.js":         {Data: []byte(strings.Repeat("a", 1000))},
		"pagefind/fragment/vi_1.frag":  {Data: []byte("x")},
		"pagefind/pagefind-ui.js":      {Data: []byte("not needed")},
		"pagefind/pagefind-entry.json": {Data: []byte("{}")},
		"index.html":                   {Data: []byte("not an index")},
	}
	got, err := sizeOf(site, isPagefind)
	if err != nil || got.files != 3 || got.raw != 1003 || got.zipped > 100 || got.zipped <= 3 {
		t.Errorf("%+v %v", got, err)
	}
	// What gzip would make larger is sent as it is.
	if got, err := sizeOf(fstest.MapFS{"x": {Data: []byte("x")}}, func(string) bool { return true }); err != nil || got.zipped != 1 {
		t.Errorf("%+v %v", got, err)
	}
}

// The program without the search makes the very site that the other one makes, but for the index.
func TestBuildsWithAndWithoutSearch(t *testing.T) {
	self := child(t)
	t.Chdir("..")
	dir := t.TempDir()
	program := filepath.Join(dir, "with.exe")
	if _, err := measure.Output(t.Context(), "go", "build", "-o", program, "./cmd/guongsang"); err != nil {
		t.Fatal(err)
	}
	s := searching{tools: tools{self: self, ours: program}, seed: 1, rounds: 1, keep: true}
	costs, err := s.builds(t.Context(), dir, minStories)
	if err != nil {
		t.Fatal(err)
	}
	for step, cost := range costs {
		if cost.Wall <= 0 {
			t.Errorf("build %d was not measured", step)
		}
	}
	different, err := measure.Differences(filepath.Join(dir, withSearch, "public"), filepath.Join(dir, withoutSearch, "public"), 1000)
	if err != nil || len(different) < 3 {
		t.Fatalf("%v %v", different, err)
	}
	for _, line := range different {
		if !strings.Contains(line, "tim-kiem/") {
			t.Errorf("differs with search and without: %s", line)
		}
	}
}
