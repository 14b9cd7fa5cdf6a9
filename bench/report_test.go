package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"guongsang/bench/measure"
)

// measured is the result of a size with a few lines.
func measured(stories int, wall time.Duration) *result {
	b := &bench{tools: tools{hugo: "hugo", cp: "cp", oursVersion: "ours 1", hugoVersion: "hugo 2", minify: true}, stories: stories, rounds: 3, hugoRounds: 1}
	b.costs[cold] = []measure.Cost{{Wall: wall, CPU: 2 * wall, Peak: 50e6}}
	b.costs[hugoFull] = []measure.Cost{{Wall: 4 * wall, CPU: 8 * wall, Peak: 1500e6}}
	b.costs[copied] = []measure.Cost{{Wall: wall / 5, CPU: wall / 5}}
	r := b.result()
	r.ram = true
	return r
}

func TestReportKeepsOtherSizes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "BENCHMARKS.md")
	for _, r := range []*result{measured(10_000, 9*time.Second), measured(1000, 700*time.Millisecond), measured(10_000, 8*time.Second)} {
		disk := measured(r.stories, time.Hour)
		disk.ram, disk.rounds = false, 1
		if err := writeSection(file, r.stories, section([]*result{r, disk})); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	var titles []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "##") {
			titles = append(titles, strings.TrimSpace(line))
		}
	}
	const want = "## Against the aims|## What a story costs|## 1,000 stories|### 1,000 stories on a disk|## 10,000 stories|### 10,000 stories on a disk|## The largest costs|## The preview"
	if got := strings.Join(titles, "|"); got != want {
		t.Errorf("sections:\n%s\nwant\n%s", got, want)
	}
	if strings.Contains(text, "9.00 s") {
		t.Error("a section that was measured again is still there")
	}
	for _, want := range []string{
		"| Gương Sáng, from nothing | 8.00 s | 16.00 s | 50 MB | 4.00 | 4.00 | 30 | 5.00 |",
		"medians of 3 interleaved rounds (Hugo: 1), all files on a RAM file system.",
		"this is one round, all files on a disk",
		"| a build from nothing is 8 times as fast as Hugo's | 4.00, missed | 4.00, missed |",
		"| it takes at most 7 times as long as `cp -r` of its output | 5.00, met | 5.00, met |",
		"| wall time a story is at most 25 % more than at the smallest size |  | +14 %, met |",
		"| 1,000 | 700 µs | 1400 µs | 50.0 kB |  |  |  | 2800 µs | 5600 µs | 1500.0 kB |",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// What is written for people can be read again.
func TestFiguresAreReadAgain(t *testing.T) {
	for _, d := range []time.Duration{0, 7 * time.Millisecond, 999 * time.Millisecond, 1230 * time.Millisecond, 305 * time.Second} {
		if got := readSeconds(seconds(d)); got != d {
			t.Errorf("%s is read as %s", seconds(d), got)
		}
	}
	for _, n := range []int64{0, 51e6, 999e6, 1_230_000_000} {
		if got := readSize(size(n)); got != n {
			t.Errorf("%s is read as %d", size(n), got)
		}
	}
	if d, n := readSeconds("x"), readSize("x MB"); d != 0 || n != 0 {
		t.Errorf("read %s and %d out of nothing", d, n)
	}
}

func TestGrowthThatIsTooMuch(t *testing.T) {
	all := []figures{{stories: 1000}, {stories: 100_000}, {stories: 200_000}}
	for i, wall := range []time.Duration{time.Second, 124 * time.Second, 252 * time.Second} {
		all[i].costs[cold].Wall = wall
	}
	if got := strings.Join(aimRows(all)[3], "|"); !strings.HasSuffix(got, "||+24 %, met|+26 %, missed") {
		t.Error(got)
	}
}
