package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// machineFault is a way in which a machine fails: from the n-th change of the disk on, with an error.
type machineFault struct {
	name string
	err  error
	once bool // only that change fails
	// also says which later ones fail; nil = all.
	also func(op string) bool
	torn bool // a write fails when half of the bytes are written
}

func grows(op string) bool { return op == "create" || op == "write" || op == "mkdir" }

var machineFaults = []machineFault{
	{name: "no right to one thing", err: syscall.EACCES, once: true},
	{name: "a disk that is full for a moment", err: syscall.ENOSPC, once: true, torn: true},
	{name: "a full disk", err: syscall.ENOSPC, also: grows, torn: true},
	{name: "a disk that turns read-only", err: syscall.EROFS},
	{name: "a broken disk", err: syscall.EIO, torn: true},
}

// failAt makes o fail from its n-th change on and gives the changes that failed, as "op path". content is what a file will hold, by its
// slash path.
func (f machineFault) failAt(o *Options, n int, content site) *[]string {
	step, failed := 0, new([]string)
	o.Workers = 1
	o.before = func(op, path string) error {
		step++
		switch {
		case step <= n, step > n+1 && f.once, step > n+1 && f.also != nil && !f.also(op):
			return nil
		}
		if f.torn && op == "write" {
			tear(o, path, content)
		}
		*failed = append(*failed, op+" "+path)
		return f.err
	}
	return failed
}

// tear writes half of what a staged file, or a ledger, will hold.
func tear(o *Options, path string, content site) {
	half := []byte("GSLEDG")
	if rel, err := filepath.Rel(o.Dir, path); err == nil && filepath.IsLocal(rel) {
		_, rel, _ = strings.Cut(filepath.ToSlash(rel), "/")
		half = []byte(content[rel][:len(content[rel])/2])
	}
	_ = os.WriteFile(path, half, 0o644)
}

// TestMachineFailsAnywhere lets each change of the disk fail in each way. The error must say which, all files must be whole, and the
// next run on a sound machine must end as from nothing.
func TestMachineFailsAnywhere(t *testing.T) {
	film := strings.Repeat("0123456789abcdef", spillAt/16) + "!"
	large := scenario{
		"large files",
		site{"same.mp4": film, "other.mp4": "short", "index.html": "home"},
		site{"same.mp4": film, "other.mp4": "?" + film, "index.html": "home!"},
		nil, nil,
	}
	for _, s := range append(scenarios(), large) {
		for _, f := range machineFaults {
			if s.name == large.name && (!f.torn || f.also != nil) {
				continue // they take long, and the other faults have all that can happen to them
			}
			t.Run(s.name+", "+f.name, func(t *testing.T) {
				n := 0
				for oneFault(t, s, f, n) {
					n++
				}
				if n < 4 {
					t.Errorf("only %d changes were seen", n)
				}
			})
		}
	}
}

// oneFault runs the scenario with the fault at its n-th change, and reports whether there was one.
func oneFault(t *testing.T, s scenario, f machineFault, n int) bool {
	t.Helper()
	p := newPlace(t)
	if s.old != nil {
		p.sync(s.old)
	}
	for path, content := range s.foreign {
		p.write(path, content)
	}
	if _, large := s.old["same.mp4"]; large {
		p.age() // so that the large file is staged to be compared
	}
	sound := p.o
	failed := f.failAt(&p.o, n, s.next)
	r, err := Sync(context.Background(), s.next.items(), p.o)
	if len(*failed) == 0 {
		return false
	}
	what := fmt.Sprintf("change %d, %s", n+1, (*failed)[0])
	wantToldFault(t, what, p, r.CacheOff, err, f, *failed)
	p.wantWhole(what, s.old, s.next, s.foreign)
	got := p.tree()
	for path, content := range s.old {
		if now, there := got[path]; !there && s.next[path] != "" {
			t.Errorf("%s: %s is gone", what, path)
		} else if err != nil && strings.Contains((*failed)[0], stagePrefix) && !strings.HasPrefix((*failed)[0], "remove") && now != content {
			t.Errorf("%s: %s was changed before all was staged", what, path)
		}
	}
	if want := with(s.next, s.foreign); err == nil && !sameTree(got, want) {
		t.Errorf("%s: without an error got %v, want %v", what, brief(got), brief(want))
	}
	p.o = sound
	p.sync(s.next)
	if got, want := p.tree(), with(s.next, s.foreign); !sameTree(got, want) {
		t.Errorf("%s: after it got %v, want %v", what, brief(got), brief(want))
	}
	if r := p.sync(s.next); r.Rendered != 0 || r.LedgerBad != nil || r.CacheOff != nil {
		t.Errorf("%s: the ledger does not know all: %s, %v, %v", what, counts(r), r.LedgerBad, r.CacheOff)
	}
	return true
}

// wantToldFault fails if the run did not say what failed. What happens in the cache stops nothing, and what is left over in the staging
// folder goes with it.
func wantToldFault(t *testing.T, what string, p *place, cacheOff, err error, f machineFault, failed []string) {
	t.Helper()
	told := func(err error) bool {
		de := (*DiskError)(nil)
		return errors.As(err, &de) && errors.Is(err, f.err) && slices.Contains(failed, de.Op+" "+de.Path)
	}
	inCache, inFolder := false, false
	for _, change := range failed {
		if strings.Contains(change, p.o.Cache) {
			inCache = true
		} else if !strings.HasPrefix(change, "remove") || !strings.HasSuffix(change, "same.mp4") {
			inFolder = true
		}
	}
	if inFolder != (err != nil) || err != nil && !told(err) {
		t.Errorf("%s: error %v of %v", what, err, failed)
	}
	if inCache != (cacheOff != nil) || cacheOff != nil && !told(cacheOff) {
		t.Errorf("%s: CacheOff %v of %v", what, cacheOff, failed)
	}
}

// brief cuts what large files hold.
func brief(s site) site {
	s = with(s, nil)
	for path, content := range s {
		s[path] = content[:min(len(content), 20)]
	}
	return s
}
