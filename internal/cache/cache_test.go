package cache_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"guongsang/internal/cache"
	"guongsang/internal/digest"
)

var format = digest.Text("this program")

func open(t *testing.T, o cache.Options) *cache.Cache {
	t.Helper()
	if o.Format.IsZero() {
		o.Format = format
	}
	c, err := cache.Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

func some(n int) []cache.Entry {
	var entries []cache.Entry
	for i := range n {
		path := fmt.Sprintf("content/guong/%03d.md", (i*7)%n)
		entries = append(entries, cache.Entry{
			Path: path, Stat: cache.Stat{Size: int64(i), Modified: -5, Changed: 1 << 60, Inode: 1<<64 - 1}, Rested: i%2 == 0,
			Digest: digest.Text(path), Record: strings.Repeat(path, i%5),
		})
	}
	return entries
}

// saved makes a cache with some entries and gives its folder and the file.
func saved(t *testing.T, n int) (dir, file string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), ".guongsang")
	c := open(t, cache.Options{Dir: dir})
	if c.Off != nil || c.Bad() != nil {
		t.Fatalf("a new cache: off %v, bad %v", c.Off, c.Bad())
	}
	c.Save(some(n))
	if c.Off != nil {
		t.Fatal(c.Off)
	}
	c.Close()
	return dir, filepath.Join(dir, "content.cache")
}

// find gives what is remembered of one file.
func find(c *cache.Cache, path string) (cache.Entry, bool) {
	e := c.Find([]string{path})[0]
	return e, e.Path != ""
}

func TestWhatIsSavedIsFound(t *testing.T) {
	dir, _ := saved(t, 50)
	c := open(t, cache.Options{Dir: dir})
	for _, want := range some(50) {
		if got, ok := find(c, want.Path); !ok || got != want {
			t.Errorf("%s: %+v, %v", want.Path, got, ok)
		}
	}
	for _, path := range []string{"", "content/guong/0", "content/guong/050.md", "z"} {
		if e, ok := find(c, path); ok {
			t.Errorf("%q is found: %+v", path, e)
		}
	}
	c.Forget()
	if _, ok := find(c, "content/guong/000.md"); ok {
		t.Error("what was forgotten is found")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.new")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

// A cache of which one byte is another, or whose end is missing, is thrown away whole, with the reason, and the next one takes its place.
func TestDamageIsNeverTrusted(t *testing.T) {
	dir, file := saved(t, 4)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, text []byte) {
		t.Helper()
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
		c := open(t, cache.Options{Dir: dir, ReadOnly: true})
		if e, ok := find(c, "content/guong/000.md"); c.Bad() == nil || ok {
			t.Fatalf("%s: bad %v, found %+v", what, c.Bad(), e)
		}
	}
	for i := range whole {
		text := bytes.Clone(whole)
		text[i] ^= 1 << (i % 8)
		try(fmt.Sprintf("byte %d", i), text)
		try(fmt.Sprintf("cut at %d", i), whole[:i])
	}
	try("more at the end", append(bytes.Clone(whole), 0))
	c := open(t, cache.Options{Dir: dir})
	c.Save(some(4))
	c.Close()
	if c := open(t, cache.Options{Dir: dir}); c.Bad() != nil {
		t.Errorf("the cache that was written in its place: %v", c.Bad())
	}
}

func TestAnotherProgramsCacheIsThrownAway(t *testing.T) {
	dir, _ := saved(t, 4)
	c := open(t, cache.Options{Dir: dir, Format: digest.Text("the next program")})
	if _, ok := find(c, "content/guong/000.md"); c.Bad() == nil || ok {
		t.Errorf("bad %v, found %v", c.Bad(), ok)
	}
	c.Save(nil) // a site without files is worth writing down, too
	c.Close()
	if c := open(t, cache.Options{Dir: dir, Format: digest.Text("the next program")}); c.Bad() != nil {
		t.Error(c.Bad())
	}
}

func TestNothingIsWrittenWhereNothingChanged(t *testing.T) {
	dir, file := saved(t, 4)
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(file, long, long); err != nil {
		t.Fatal(err)
	}
	written := func() bool {
		fi, err := os.Stat(file)
		return err != nil || time.Since(fi.ModTime()) < time.Minute
	}
	c := open(t, cache.Options{Dir: dir})
	entries := some(4)
	slices.Reverse(entries)
	if c.Save(entries); written() {
		t.Error("the same entries were written again")
	}
	c.Close()
	r := open(t, cache.Options{Dir: dir, ReadOnly: true})
	if r.Save(nil); written() {
		t.Error("a cache that is only read was written")
	}
	for _, change := range []func(*cache.Entry){
		func(e *cache.Entry) { e.Path += "x" },
		func(e *cache.Entry) { e.Stat.Inode-- },
		func(e *cache.Entry) { e.Rested = !e.Rested },
		func(e *cache.Entry) { e.Digest = digest.Text("other bytes") },
	} {
		if err := os.Chtimes(file, long, long); err != nil {
			t.Fatal(err)
		}
		c := open(t, cache.Options{Dir: dir})
		entries := some(4)
		change(&entries[1])
		if c.Save(entries); !written() {
			t.Errorf("%+v was not written", entries[1])
		}
		c.Close()
	}
}

// A Stat counts only where the file had come to rest, and only if all of it is the same.
func TestUnchanged(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	if err := os.WriteFile(file, []byte("một"), 0o644); err != nil {
		t.Fatal(err)
	}
	stat := func() cache.Stat {
		t.Helper()
		fi, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		return cache.StatOf(fi)
	}
	c := open(t, cache.Options{Dir: filepath.Join(dir, ".guongsang")})
	first := stat()
	if c.Rested(first) {
		t.Error("a file that was written a moment ago has come to rest")
	}
	if first.Changed == 0 {
		t.Skip("this system tells no more of a file than its size and its time")
	}
	old := first
	old.Modified -= int64(time.Minute)
	if c.Rested(old) {
		t.Error("a file that was put there a moment ago, with an old time, has come to rest")
	}
	old.Changed -= int64(time.Minute)
	if !c.Rested(old) {
		t.Error("a file of a minute ago has not come to rest")
	}
	e := cache.Entry{Stat: first}
	if e.Unchanged(first) {
		t.Error("a Stat that was taken too early counts")
	}
	e.Rested = true
	if !e.Unchanged(stat()) {
		t.Error("the same file is another")
	}
	// Another file of the same size and time in its place.
	time.Sleep(20 * time.Millisecond)
	fi, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file+"x", []byte("hai"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(file+"x", file); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(file, fi.ModTime(), fi.ModTime()); err != nil {
		t.Fatal(err)
	}
	if now := stat(); now.Size == first.Size && now.Modified == first.Modified && e.Unchanged(now) {
		t.Error("a file that took the place of another is not seen")
	}
}

func TestTwoBuildsTakeTurns(t *testing.T) {
	dir := t.TempDir()
	first := open(t, cache.Options{Dir: dir})
	if _, err := cache.Open(context.Background(), cache.Options{Dir: dir, Format: format}); !errors.Is(err, cache.ErrBusy) {
		t.Errorf("the second is let in: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := cache.Open(ctx, cache.Options{Dir: dir, Format: format, Busy: cancel}); !errors.Is(err, context.Canceled) {
		t.Errorf("who does not want to wait any longer: %v", err)
	}
	told := make(chan bool, 1)
	go func() {
		<-told
		first.Close()
	}()
	second := open(t, cache.Options{Dir: dir, Busy: func() { told <- true }})
	if second.Off != nil {
		t.Error(second.Off)
	}
	// Who only reads waits for nobody.
	open(t, cache.Options{Dir: dir, ReadOnly: true})
}

func TestAFolderThatCannotBeWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), ".guongsang")
	if err := os.WriteFile(dir, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	c := open(t, cache.Options{Dir: dir})
	if c.Off == nil {
		t.Error("a file is taken for a folder")
	}
	c.Save(some(2))
	s := c.Spool()
	s.Put(format, []byte("x"))
	if _, ok := s.Get(nil, format); ok || c.Rested(cache.Stat{}) {
		t.Error("something was kept")
	}
}

func TestSpool(t *testing.T) {
	dir := t.TempDir()
	c := open(t, cache.Options{Dir: dir})
	s := c.Spool()
	text := func(i int) []byte { return bytes.Repeat([]byte{byte(i)}, 1+i*40) }
	key := func(i int) digest.Key { return digest.Text(fmt.Sprint(i)) }
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := worker; i < 400; i += 4 {
				s.Put(key(i), text(i))
			}
		})
	}
	group.Wait()
	s.Put(key(1000), bytes.Repeat([]byte("a"), 3<<20))
	s.Put(key(1001), nil)
	for worker := range 4 {
		group.Go(func() {
			for i := worker; i < 400; i += 4 {
				got, ok := s.Get([]byte("x"), key(i))
				if !ok || !bytes.Equal(got, append([]byte("x"), text(i)...)) {
					t.Errorf("%d: %v, %d bytes", i, ok, len(got))
				}
			}
		})
	}
	group.Wait()
	if got, ok := s.Get(nil, key(1000)); !ok || len(got) != 3<<20 {
		t.Errorf("a large one: %v, %d bytes", ok, len(got))
	}
	if got, ok := s.Get(nil, key(1001)); !ok || len(got) != 0 {
		t.Errorf("an empty one: %v, %d bytes", ok, len(got))
	}
	if _, ok := s.Get(nil, key(401)); ok {
		t.Error("what was never put is there")
	}
	c.Close()
	left, err := filepath.Glob(filepath.Join(dir, "bodies-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left over: %v %v", left, err)
	}
}

// What a killed build left is swept by the next.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"bodies-1.tmp", "clock-1.tmp", "content.cache.new", "own.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	open(t, cache.Options{Dir: dir}).Close()
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 || left[1].Name() != "own.txt" {
		t.Errorf("%v %v", left, err)
	}
}

// A program that goes on after its first reading keeps nobody waiting, remembers in memory what it finds, and does not touch the file.
func TestReleased(t *testing.T) {
	dir := t.TempDir()
	c := open(t, cache.Options{Dir: dir, Format: format})
	c.Save(some(2))
	c.Release(some(3))
	other := open(t, cache.Options{Dir: dir, Format: format}) // ErrBusy if the lock were held
	if got := other.Find([]string{"content/guong/002.md"})[0]; got.Path != "" {
		t.Errorf("what was released is in the file: %v", got)
	}
	other.Close()
	if got := c.Find([]string{"content/guong/002.md"})[0]; got != some(3)[2] {
		t.Errorf("found %v", got)
	}
	c.Save(some(4))
	if got := c.Find([]string{"content/guong/003.md"})[0]; got.Path == "" {
		t.Errorf("after the second reading found %v", got)
	}
	name := filepath.Join(dir, "file")
	if err := os.WriteFile(name, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	fi, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	stat := cache.StatOf(fi)
	if c.Rested(stat) {
		t.Error("a file of this moment has come to rest")
	}
	deadline := time.Now().Add(10 * time.Second)
	for c.Again(); !c.Rested(stat); c.Again() {
		if time.Now().After(deadline) {
			t.Fatal("it never comes to rest")
		}
		time.Sleep(20 * time.Millisecond)
	}
}
