package cache

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"guongsang/internal/digest"
)

// fault is a way in which a machine fails: at the n-th change of the disk, and perhaps from then on.
type fault struct {
	name string
	err  error
	once bool                 // only that change fails
	also func(op string) bool // which later ones fail; nil = all
	torn bool                 // a write fails when a part of the bytes is written
}

func grows(op string) bool { return op == "create" || op == "write" || op == "close" || op == "mkdir" }

var faults = []fault{
	{name: "no right to one thing", err: syscall.EACCES, once: true},
	{name: "a disk that is full for a moment", err: syscall.ENOSPC, once: true, torn: true},
	{name: "a full disk", err: syscall.ENOSPC, also: grows, torn: true},
	{name: "a disk that turns read-only", err: syscall.EROFS},
	{name: "a broken disk, or a kill", err: syscall.EIO, torn: true},
}

// at gives an Options.before that fails from the n-th change on, and the changes that failed, as "op path".
func (f fault) at(n int) (before func(op, path string) error, failed *[]string) {
	step, failed := 0, new([]string)
	return func(op, path string) error {
		step++
		switch {
		case step <= n, step > n+1 && f.once, step > n+1 && f.also != nil && !f.also(op):
			return nil
		}
		if f.torn && op == "write" {
			tear(path)
		}
		*failed = append(*failed, op+" "+path)
		return f.err
	}, failed
}

// tear leaves what looks like the beginning of a cache.
func tear(path string) {
	if _, err := os.Stat(path); err != nil {
		return // a spool, which has no name
	}
	_ = os.WriteFile(path, []byte(magic+"half"), 0o644)
}

// notes are the entries of one state of a site; those of two states differ.
func notes(state string) []Entry {
	var entries []Entry
	for i := range 40 {
		path := fmt.Sprintf("content/guong/%02d.md", i)
		entries = append(entries, Entry{
			Path: path, Stat: Stat{Size: int64(i)}, Rested: true, Digest: digest.Text(state + path), Record: strings.Repeat(state, 2300+i),
		})
	}
	return entries
}

// use does what a build does with a cache: it says what it found, and what became of the texts of the spool.
func use(t *testing.T, o Options, save []Entry) (c *Cache, found string) {
	t.Helper()
	c, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	found = "nothing"
	if e := c.Find([]string{"content/guong/07.md"})[0]; e.Path != "" {
		found = e.Record[:3]
	}
	spool := c.Spool()
	text := strings.Repeat("a body ", 40_000) // more than is written at once
	for i := range 2 {
		spool.Put(digest.Text(fmt.Sprint(i)), []byte(fmt.Sprint(i)+text))
	}
	c.Save(save)
	c.Forget()
	for i := range 2 {
		if got, ok := spool.Get(nil, digest.Text(fmt.Sprint(i))); ok && string(got) != fmt.Sprint(i)+text {
			t.Errorf("the spool gives a text that nobody put there: %.20q…", got)
		}
	}
	return c, found
}

// Whatever change of the disk fails, and in whatever way: the build goes on and is told, unless it was the spool's or a sweep; what a later build
// finds is one of the two states, whole; and on a sound machine the cache is as good as ever.
func TestMachineFailsAnywhere(t *testing.T) {
	for _, f := range faults {
		for _, before := range []string{"nothing", "old"} {
			n := 0
			for oneFault(t, f, before, n) {
				n++
			}
			if n < 10 {
				t.Errorf("%s, after %s: only %d changes were seen", f.name, before, n)
			}
		}
	}
}

// oneFault uses a cache with the fault at its n-th change, and reports whether there was one.
func oneFault(t *testing.T, f fault, before string, n int) bool {
	t.Helper()
	sound := Options{Dir: filepath.Join(t.TempDir(), "site", ".guongsang"), Format: digest.Text("program")}
	if before == "old" {
		use(t, sound, notes("old"))
		for _, name := range []string{"bodies-1.tmp", partName} { // something to sweep
			if err := os.WriteFile(filepath.Join(sound.Dir, name), []byte(magic), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	faulty := sound
	var failed *[]string
	faulty.before, failed = f.at(n)
	c, found := use(t, faulty, notes("new"))
	if len(*failed) == 0 {
		return false
	}
	what := fmt.Sprintf("%s, after %s, %s", f.name, before, (*failed)[0])
	if found != before || c.Bad() != nil {
		t.Errorf("%s: found %s, bad %v", what, found, c.Bad())
	}
	if harm := harmful(*failed); harm != (c.Off != nil) || harm && !errors.Is(c.Off, f.err) {
		t.Errorf("%s: off %v of %v", what, c.Off, *failed)
	}
	want := "new"
	if c.Off != nil {
		want = before
	}
	next, found := use(t, sound, notes("next"))
	if found != want || next.Bad() != nil || next.Off != nil {
		t.Errorf("%s: the next build found %s, want %s; bad %v, off %v", what, found, want, next.Bad(), next.Off)
	}
	last, found := use(t, sound, notes("next"))
	if found != "nex" || last.Bad() != nil || last.Off != nil {
		t.Errorf("%s: the build after that found %s; bad %v, off %v", what, found, last.Bad(), last.Off)
	}
	if left, err := os.ReadDir(sound.Dir); err != nil || len(left) != 2 {
		t.Errorf("%s: left over: %v %v", what, left, err)
	}
	return true
}

// harmful says whether one of the changes that failed is one that the cache cannot do without. It can do without its spool, and what
// cannot be removed is swept by the next build.
func harmful(failed []string) bool {
	for _, change := range failed {
		op, path, _ := strings.Cut(change, " ")
		name := filepath.Base(path)
		spool := strings.HasPrefix(name, "bodies-")
		if op != "remove" && !spool {
			return true
		}
	}
	return false
}
