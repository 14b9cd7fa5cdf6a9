package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/bench/measure"
)

// child lets the test's own program be called as the bench.
func child(t *testing.T) string {
	t.Helper()
	t.Setenv(childMark, "1")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return self
}

// A whole run of a small size goes through, with all its comparisons, and measures what it should in each round.
func TestRun(t *testing.T) {
	program := filepath.Join(t.TempDir(), "guongsang.exe")
	if _, err := measure.Output(t.Context(), "go", "build", "-o", program, "../cmd/guongsang"); err != nil {
		t.Fatal(err)
	}
	for _, brief := range []bool{false, true} {
		b := &bench{
			tools: tools{self: child(t), ours: program, day: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)},
			dir:   filepath.Join(t.TempDir(), "work"), stories: minStories, rounds: 2, seed: 1, brief: brief,
		}
		r, err := b.measure(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		want := []step{cold, unchanged, bodyChanged, nameChanged, storyAdded, templateChanged}
		if brief {
			want = want[:3]
		}
		for s := range steps {
			rounds := 0
			if slices.Contains(want, s) {
				rounds = 2
			}
			if len(r.costs[s]) != rounds || rounds > 0 && r.medians[s].Wall <= 0 {
				t.Errorf("brief %t: %s was measured %d times, %v", brief, stepNames[s], len(r.costs[s]), r.medians[s])
			}
		}
	}
}

// The profiles are of the program itself, one for each build.
func TestProfile(t *testing.T) {
	child(t)
	t.Chdir("..")
	out := t.TempDir()
	if err := profileCommand(t.Context(), []string{"--stories", "100", "--times", "2", "--step", stepNames[templateChanged], "--out", out}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"cpu-1.pprof", "cpu-2.pprof", "allocs-1.pprof", "allocs-2.pprof"} {
		if info, err := os.Stat(filepath.Join(out, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	top, err := measure.Output(t.Context(), "go", "tool", "pprof", "-top", "-cum", filepath.Join(out, "allocs-1.pprof"), filepath.Join(out, "allocs-2.pprof"))
	if err != nil || !strings.Contains(top, "output.(*Site).writePage") {
		t.Errorf("%v\n%s", err, top)
	}
}

func TestWhatIsAskedFor(t *testing.T) {
	p := plan{sizes: []int{1000, 100_000}, rounds: 3, work: "w", disk: "d"}
	for _, c := range []struct {
		hugoRounds, size, want int
	}{{0, 1000, 3}, {0, 100_000, 1}, {2, 100_000, 2}, {5, 1000, 3}} {
		p.hugoRounds = c.hugoRounds
		if got := p.bench(tools{}, "w", c.size).hugoRounds; got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
	if b := p.bench(tools{}, "d", 1000); !b.brief || b.rounds != 1 || b.takes(hugoFull) || b.takes(templateChanged) {
		t.Errorf("on the disk: %+v", b)
	}
	if d := p.needed(tools{}); d < time.Minute || d > time.Hour {
		t.Errorf("needed: %s", roughly(d))
	}
}

func TestTooLittleSpace(t *testing.T) {
	p := plan{sizes: []int{1000, 1 << 36}, work: t.TempDir()}
	err := p.checkSpace(tools{})
	if space, _ := measure.SpaceOf(p.work); space.Known && (err == nil || !strings.Contains(err.Error(), p.work)) {
		t.Errorf("so many stories: %v", err)
	}
	p.sizes = p.sizes[:1]
	if err := p.checkSpace(tools{}); err != nil {
		t.Error(err)
	}
}
