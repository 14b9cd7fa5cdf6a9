package cache_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"guongsang/internal/cache"
)

// Each part of a Stat is told where the system knows it, and each of them alone tells one state of a file from another: mostly several do at
// once, but not on every file system and not after every tool.
func TestEveryPartOfAStatCounts(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.md")
	if err := os.WriteFile(name, []byte("một"), 0o644); err != nil {
		t.Fatal(err)
	}
	modified := time.Unix(1_700_000_000, 123_000_000)
	if err := os.Chtimes(name, modified, modified); err != nil {
		t.Fatal(err)
	}
	fi, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	s := cache.StatOf(fi)
	if s.Size != 5 || s.Modified != modified.UnixNano() {
		t.Errorf("%+v", s)
	}
	if told := time.Since(time.Unix(0, s.Changed)) < time.Minute && s.Inode != 0; !told && (runtime.GOOS == "linux" || runtime.GOOS == "darwin") {
		t.Errorf("this system tells more: %+v", s)
	}
	e := cache.Entry{Stat: s, Rested: true}
	if !e.Unchanged(s) {
		t.Error("the same file is another")
	}
	for part, change := range map[string]func(*cache.Stat){
		"Size":     func(s *cache.Stat) { s.Size++ },
		"Modified": func(s *cache.Stat) { s.Modified-- },
		"Changed":  func(s *cache.Stat) { s.Changed++ },
		"Inode":    func(s *cache.Stat) { s.Inode++ },
	} {
		other := s
		if change(&other); e.Unchanged(other) {
			t.Errorf("a file that differs in its %s only is taken for the same", part)
		}
	}
}
