package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// inOrder gives the items of s in this order.
func (s site) inOrder(paths []string) func(yield func(Item) bool) {
	return func(yield func(Item) bool) {
		for _, p := range paths {
			if !yield(textItem(p, s[p])) {
				return
			}
		}
	}
}

// Whatever the order of the old list and of the new one, what is known is known, and what is stale goes.
func TestListsInAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var all []string
	for i := range 40 {
		all = append(all, fmt.Sprintf("d%d/e%d/f%d.html", i%3, i%5, i), fmt.Sprintf("Ảnh/%d.jpg", i))
	}
	p := newPlace(t)
	old := site{}
	var order []string
	for round := range 60 {
		order = slices.Clone(order)
		next := site{}
		switch round % 4 {
		case 0: // a new list
			order = nil
			for _, i := range rng.Perm(len(all))[:rng.IntN(len(all))] {
				order = append(order, all[i])
			}
		case 1: // another order
			rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		case 2: // less at the end
			order = order[:rng.IntN(len(order)+1)]
		case 3: // one more somewhere
			if more := all[rng.IntN(len(all))]; !slices.Contains(order, more) {
				order = slices.Insert(order, rng.IntN(len(order)+1), more)
			}
		}
		written := 0
		for _, path := range order {
			next[path] = old[path]
			if next[path] == "" || rng.IntN(8) == 0 {
				next[path] = fmt.Sprint(path, round)
				written++
			}
		}
		removed := 0
		for path := range old {
			if _, stays := next[path]; !stays {
				removed++
			}
		}
		p.o.Workers = 1 + round%3
		r, err := Sync(context.Background(), next.inOrder(order), p.o)
		if err != nil {
			t.Fatal(err)
		}
		if r.Files != len(next) || r.Written != written || r.Rendered != written || r.Removed != removed {
			t.Errorf("round %d: %s, want %d written and %d removed of %d", round, counts(r), written, removed, len(next))
		}
		if got := p.tree(); !sameTree(got, maps.Clone(next)) {
			t.Fatalf("round %d: got %v, want %v", round, got, next)
		}
		if r, err := Sync(context.Background(), next.inOrder(order), p.o); err != nil || r.Rendered != 0 || r.Removed != 0 {
			t.Errorf("round %d again: %s, %v", round, counts(r), err)
		}
		old = next
	}
}

// A list that begins as the old one did is held against all its paths once it leaves it.
func TestFaultsAfterTheOldList(t *testing.T) {
	s := site{"a/index.html": "a", "b": "b"}
	for path, want := range map[string]error{
		"a": ErrTwice, "A/index.html": ErrTwice, "b": ErrTwice, "B": ErrTwice, "b/c": ErrTwice, "../x": ErrPath, "con": ErrPath,
	} {
		p := newPlace(t)
		if _, err := Sync(context.Background(), s.inOrder([]string{"a/index.html", "b"}), p.o); err != nil {
			t.Fatal(err)
		}
		_, err := Sync(context.Background(), s.inOrder([]string{"a/index.html", "b", path}), p.o)
		if pe := (*PathError)(nil); !errors.Is(err, want) || !errors.As(err, &pe) || pe.Path != path {
			t.Errorf("%s: %v", path, err)
		}
		p.want(s)
	}
}

// The ledger of a switch that was killed has the paths of two lists, which need not fit together: its list is not taken for one
// that was checked.
func TestListOfAKilledSwitchIsChecked(t *testing.T) {
	p := newPlace(t)
	p.sync(site{"b": "file"})
	p.o.before = func(op, path string) error {
		if op == "rename" && filepath.Dir(path) != p.o.Cache {
			return errKilled
		}
		return nil
	}
	if _, err := Sync(context.Background(), site{"b/c": "in a folder"}.items(), p.o); !errors.Is(err, errKilled) {
		t.Fatal(err)
	}
	p.o.before = nil
	both := site{"b/c": "in a folder", "b": "file"}
	if _, err := Sync(context.Background(), both.inOrder([]string{"b/c", "b"}), p.o); !errors.Is(err, ErrTwice) {
		t.Errorf("error %v", err)
	}
}

// The old list is no reason to write the ledger again, and each other one is.
func TestLedgerSaysTheNewList(t *testing.T) {
	p := newPlace(t)
	s := site{"a": "a", "b": "b", "c": "c"}
	sync := func(paths ...string) []byte {
		t.Helper()
		if _, err := Sync(context.Background(), s.inOrder(paths), p.o); err != nil {
			t.Fatal(err)
		}
		files, _ := filepath.Glob(filepath.Join(p.o.Cache, "*.ledger"))
		text, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	for _, paths := range [][]string{{"a", "b", "c"}, {"c", "b", "a"}, {"c", "b"}, {"b", "c"}, {"b"}, {"a", "b", "c"}} {
		text := sync(paths...)
		l, err := decodeLedger(string(text), "./public")
		if err != nil || !l.whole || l.len() != len(paths) {
			t.Fatalf("%v: %v", paths, err)
		}
		for i, path := range paths {
			if e := l.entry(i); e.path != path || !e.known {
				t.Errorf("%v: entry %d is %v", paths, i, e)
			}
		}
		p.age()
		text = sync(paths...) // now all are compared and have other times
		l, err = decodeLedger(string(text), "./public")
		for i, path := range paths {
			if e := l.entry(i); err != nil || e.path != path || e.mtime != p.time(path).UnixNano() {
				t.Errorf("%v: entry %d is %v", paths, i, e)
			}
		}
	}
}
