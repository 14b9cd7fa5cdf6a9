package build_test

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"guongsang/internal/build"
	"guongsang/internal/cache"
)

// Two builds of one site take turns, whatever they write: what they share is what is remembered of the content. The second says once that it
// waits, and both end as from nothing.
func TestBuildsTakeTurns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name          string
		first, second build.Shard
		elsewhere     bool
	}{
		{name: "one output"},
		{name: "two outputs", elsewhere: true},
		{name: "two parts in one output", first: build.Shard{Index: 1, Count: 2}, second: build.Shard{Index: 2, Count: 2}},
		{name: "two parts in two outputs", first: build.Shard{Index: 1, Count: 2}, second: build.Shard{Index: 2, Count: 2}, elsewhere: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, smallSite())
			first, second := s.o, s.o
			first.Shard, second.Shard = c.first, c.second
			if c.elsewhere {
				second.Output = filepath.Join(filepath.Dir(s.dir), "second")
			}
			waits, waiting, done := 0, make(chan bool), make(chan bool)
			second.Busy = func() {
				waits++
				close(waiting)
			}
			var wrote atomic.Bool
			second.Progress = func(build.Stage, int, int) {
				if !wrote.Load() {
					t.Error("the second is at work while the first is")
				}
			}
			var group sync.WaitGroup
			begin := sync.OnceFunc(func() {
				if _, err := build.Build(context.Background(), s.o); !errors.Is(err, cache.ErrBusy) {
					t.Errorf("one that does not wait: %v", err)
				}
				group.Go(func() {
					defer close(done)
					if _, err := build.Build(context.Background(), second); err != nil {
						t.Errorf("the second: %v", err)
					}
				})
				select {
				case <-waiting:
				case <-done:
					t.Error("the second did not wait")
				}
			})
			first.Progress = func(stage build.Stage, done, total int) {
				begin()
				if stage == build.Writing && done == 1 {
					time.Sleep(120 * time.Millisecond) // the second looks at the lock twenty times a second
				}
				wrote.Store(stage == build.Writing && done == total)
			}
			if _, err := build.Build(context.Background(), first); err != nil {
				t.Errorf("the first: %v", err)
			}
			group.Wait()
			if waits != 1 {
				t.Errorf("it was said %d times that one waits", waits)
			}
			got, want := s.tree(), mustClean(s)
			switch {
			case c.elsewhere && c.first.IsWhole():
				if d := difference(readTree(t, second.Output), want); d != "" {
					t.Errorf("the second output:\n%s", d)
				}
			case c.elsewhere:
				maps.Copy(got, readTree(t, second.Output))
			}
			if d := difference(got, want); d != "" {
				t.Errorf("the output:\n%s", d)
			}
		})
	}
}

func mustClean(s *site) files {
	s.t.Helper()
	tree, err := s.clean()
	if err != nil {
		s.t.Fatal(err)
	}
	return tree
}

// Who stops waiting has touched nothing.
func TestABuildThatDoesNotWaitToTheEnd(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	first, err := cache.Open(context.Background(), cache.Options{Dir: s.path(build.Cache)})
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	s.edit("content/guong/a.md", "tốt", "rất tốt")
	before, remembered := s.tree(), readTree(t, s.path(build.Cache))
	ctx, cancel := context.WithCancel(context.Background())
	s.o.Busy = cancel
	if _, err := build.Build(ctx, s.o); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if d := difference(s.tree(), before) + difference(readTree(t, s.path(build.Cache)), remembered); d != "" {
		t.Errorf("something was touched:\n%s", d)
	}
	s.o.Busy = nil
	if _, err := build.Check(context.Background(), s.o); err != nil {
		t.Errorf("who only looks need not wait: %v", err)
	}
}
