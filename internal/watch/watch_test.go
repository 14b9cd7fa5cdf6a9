package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// site is a folder that is watched.
type site struct {
	*testing.T
	dir     string
	changes <-chan struct{}
	stop    context.CancelFunc
}

// watched makes a folder with some files and begins to watch it.
func watched(t *testing.T, poll bool, files ...string) *site {
	t.Helper()
	s := &site{T: t, dir: t.TempDir()}
	for _, file := range files {
		s.write(file, "before")
	}
	s.start(poll)
	return s
}

func (s *site) start(poll bool) {
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	s.changes = Start(ctx, Options{
		Dir: s.dir, Paths: []string{"content", "static", "themes", "site.yaml"}, Poll: poll,
		Ignored: func(path string) bool {
			name := path[strings.LastIndexByte(path, '/')+1:]
			return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
		},
		every: 100 * time.Millisecond,
		Polls: func(why error) { s.Errorf("it polls: %v", why) },
	})
	s.Cleanup(func() {
		stop()
		for range s.changes { // until it is closed
		}
	})
}

func (s *site) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s *site) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *site) write(name, text string) {
	s.Helper()
	s.must(os.MkdirAll(filepath.Dir(s.path(name)), 0o755))
	s.must(os.WriteFile(s.path(name), []byte(text), 0o644))
}

func (s *site) rename(from, to string) {
	s.Helper()
	s.must(os.Rename(s.path(from), s.path(to)))
}

func (s *site) remove(name string) {
	s.Helper()
	s.must(os.RemoveAll(s.path(name)))
}

// told waits until a change is told, and until no more of it comes.
func (s *site) told(what string) (times int) {
	s.Helper()
	deadline := time.After(20 * time.Second)
	for calm := (<-chan time.Time)(nil); ; calm = time.After(4 * quiet) {
		select {
		case <-s.changes:
			times++
		case <-calm:
			return times
		case <-deadline:
			s.Fatalf("%s: nothing was told", what)
		}
	}
}

// next waits until a change is told that comes of a single write.
func (s *site) next(what string) {
	s.Helper()
	select {
	case <-s.changes:
	case <-time.After(20 * time.Second):
		s.Fatalf("%s: nothing was told", what)
	}
}

// untold asks that nothing is told.
func (s *site) untold(what string, wait time.Duration) {
	s.Helper()
	select {
	case <-s.changes:
		s.Errorf("%s: something was told", what)
	case <-time.After(wait):
	}
}

// Everything that editors, programs and file systems do is told, and all that comes after it in the same place too.
func TestChangesAreTold(t *testing.T) {
	const story = "content/guong/2023/mau.md"
	for name, change := range map[string]func(s *site){
		"written":  func(s *site) { s.write(story, "after, and longer") },
		"as long":  func(s *site) { s.write(story, "behind") },
		"new file": func(s *site) { s.write("content/guong/2023/moi.md", "x") },
		"removed":  func(s *site) { s.remove(story) },
		"renamed":  func(s *site) { s.rename(story, "content/guong/2023/khac.md") },
		"saved by rename": func(s *site) {
			s.write("content/guong/2023/.mau.md.tmp", "after, and longer")
			s.rename("content/guong/2023/.mau.md.tmp", story)
		},
		"saved as word processors do": func(s *site) {
			s.write("content/guong/2023/~$mau.md", "lock")
			s.write("content/guong/2023/~WRD0001.tmp", "after, and longer")
			s.rename(story, "content/guong/2023/~WRL0002.tmp")
			s.rename("content/guong/2023/~WRD0001.tmp", story)
			s.remove("content/guong/2023/~WRL0002.tmp")
			s.remove("content/guong/2023/~$mau.md")
		},
		"removed and written again": func(s *site) {
			s.remove(story)
			s.write(story, "after, and longer")
		},
		"moved in from elsewhere": func(s *site) {
			outside := filepath.Join(s.TempDir(), "2023")
			s.must(os.MkdirAll(filepath.Join(outside, "bai"), 0o755))
			s.must(os.Rename(outside, s.path("content/guong/2024")))
		},
		"moved out":                 func(s *site) { s.must(os.Rename(s.path("content/guong/2023"), filepath.Join(s.TempDir(), "2023"))) },
		"settings":                  func(s *site) { s.write("site.yaml", "after, and longer") },
		"settings removed":          func(s *site) { s.remove("site.yaml") },
		"settings saved by rename":  func(s *site) { s.write("site.yaml~", "after, and longer"); s.rename("site.yaml~", "site.yaml") },
		"themes appear":             func(s *site) { s.write("themes/sen/css/a.css", "x") },
		"static goes":               func(s *site) { s.remove("static") },
		"a file becomes a folder":   func(s *site) { s.remove(story); s.write(story+"/index.md", "x") },
		"deep folders at once":      func(s *site) { s.write("content/guong/2024/a/b/c/d/index.md", "x") },
		"content renamed and back":  func(s *site) { s.rename("content", "cu"); s.rename("cu", "content"); s.write(story, "x") },
		"content removed, made new": func(s *site) { s.remove("content"); s.write(story, "after, and longer") },
	} {
		for _, poll := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, poll %t", name, poll), func(t *testing.T) {
				t.Parallel()
				s := watched(t, poll, story, "content/guong/2023/cu/index.md", "static/logo.svg", "site.yaml")
				change(s)
				s.told(name)
				s.write("content/guong/2023/cu/sau.md", "x")
				s.told("what came after it")
			})
		}
	}
}

// A folder that got another name is watched under that name, with all below it and what is made there.
func TestRenamedFolders(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll %t", poll), func(t *testing.T) {
			t.Parallel()
			s := watched(t, poll, "content/guong/2023/a/b/index.md")
			s.rename("content/guong/2023", "content/guong/2024")
			s.told("renamed")
			s.write("content/guong/2024/a/b/index.md", "after, and longer")
			s.told("written below the new name")
			s.write("content/guong/2024/a/b/c/index.md", "x")
			s.told("made below the new name")
			s.write("content/guong/2024/a/b/c/index.md", "x and more")
			s.told("written in what was made")
			s.write("content/guong/2023/index.md", "x")
			s.told("the old name again")
			s.write("content/guong/2023/index.md", "x and more")
			s.told("written below the old name")
			s.rename("content", "noi-dung")
			s.told("content goes")
			s.write("noi-dung/guong/2024/a/b/index.md", "and more")
			s.untold("written where it does not count", 4*quiet)
			s.rename("noi-dung", "content")
			s.told("content comes back")
			s.write("content/guong/2024/a/b/index.md", "more")
			s.told("written where it counts again")
		})
	}
}

// A thousand files at once are told of a few times at the most, and once all of them are there.
func TestManyFilesAtOnce(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll %t", poll), func(t *testing.T) {
			t.Parallel()
			s := watched(t, poll, "content/guong/a.md")
			began := time.Now()
			for i := range 1000 {
				s.write(fmt.Sprintf("content/guong/%d/%d.md", i%50, i), "x")
			}
			most := int(time.Since(began)/patience) + 3
			if times := s.told("a thousand files"); times > most {
				t.Errorf("it was told %d times, %d are enough", times, most)
			}
			for i := 0; i < 50; i += 7 {
				s.write(fmt.Sprintf("content/guong/%d/%d.md", i, i), "x and more")
				s.next(fmt.Sprintf("a file in folder %d", i))
			}
		})
	}
}

// What lies outside, hidden files, locks of word processors and rights are nobody's business.
func TestWhatDoesNotCount(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll %t", poll), func(t *testing.T) {
			t.Parallel()
			s := watched(t, poll, "content/guong/a.md", "content/.git/index", "public/index.html", "site.yaml")
			s.write("public/index.html", "after, and longer")
			s.write("public/b/index.html", "x")
			s.write(".guongsang/content.cache", "x")
			s.write("content/.git/index", "after, and longer")
			s.write("content/guong/.a.md.swp", "x")
			s.write("content/guong/~$a.md", "x")
			s.write("sites.yaml", "x")
			s.write("contents/a.md", "x")
			s.must(os.Chmod(s.path("content/guong/a.md"), 0o600))
			s.must(os.Chmod(s.path("site.yaml"), 0o600))
			wait := 6 * quiet
			s.untold("what does not count", wait)
		})
	}
}

// A site without any of the paths is watched for them.
func TestNothingThere(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll %t", poll), func(t *testing.T) {
			t.Parallel()
			s := watched(t, poll)
			s.write("site.yaml", "x")
			s.told("settings")
			s.write("content/guong/a.md", "x")
			s.told("content")
			s.write("content/guong/a.md", "x and more")
			s.told("what is in it")
		})
	}
}

// The file that a link leads to is the link's, for a look. Links to folders are not followed: they may lead in a circle.
func TestLinks(t *testing.T) {
	s := &site{T: t, dir: t.TempDir()}
	s.write("muon/a.md", "before")
	s.write("content/guong/b.md", "x")
	if err := os.Symlink(s.path("muon/a.md"), s.path("content/guong/a.md")); err != nil {
		t.Skip(err)
	}
	s.must(os.Symlink(s.path("content"), s.path("content/guong/vong")))
	s.start(true)
	s.write("muon/a.md", "after, and longer")
	s.told("the file that a link leads to")
	s.stop()
	s.start(false)
	s.write("content/guong/b.md", "x and more")
	s.told("beside a circle")
}

// When its context ends, the channel is closed, and nothing is left.
func TestEnd(t *testing.T) {
	for _, poll := range []bool{false, true} {
		s := watched(t, poll, "content/a.md")
		s.stop()
		select {
		case _, open := <-s.changes:
			if open {
				t.Error("something was told")
			}
		case <-time.After(10 * time.Second):
			t.Error("the channel is not closed")
		}
	}
}

// A change is told when nothing has happened for a moment, and under a steady stream of them after a while.
func TestSettle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		happened, changes := make(chan struct{}, 1), make(chan struct{}, 1)
		go settle(ctx, happened, changes)
		begin := time.Now()
		for range 3 {
			tell(happened)
			time.Sleep(quiet - time.Millisecond)
		}
		<-changes
		if took, want := time.Since(begin), 3*quiet-2*time.Millisecond; took != want {
			t.Errorf("told after %v, want %v", took, want)
		}
		go func() {
			for range 100 {
				tell(happened)
				time.Sleep(quiet / 4)
			}
		}()
		begin = time.Now()
		<-changes
		if took := time.Since(begin); took != patience {
			t.Errorf("told after %v, want %v", took, patience)
		}
		time.Sleep(time.Minute) // until the stream has run dry
	})
}

func TestWhatCounts(t *testing.T) {
	tr := tree{paths: []string{"content", "site.yaml"}, ignored: func(path string) bool { return path == "content/a/.git" }}
	for path, want := range map[string]bool{
		"content": true, "content/a": true, "content/a/b/c": true, "site.yaml": true, "Content/A": true, "CONTENT": true, "content/a/.gitignore": true,
		"content/a/.git": false, "content/a/.git/index": false, "contents": false, "conten": false, ".": false, "a/content": false, "site.yaml~": false, "": false,
	} {
		if got := tr.has(path); got != want {
			t.Errorf("%q: %t, want %t", path, got, want)
		}
	}
}

func TestPause(t *testing.T) {
	for took, want := range map[time.Duration]time.Duration{0: pollEvery, 100 * time.Millisecond: pollEvery, time.Second: 9 * time.Second} {
		if got := pauseAfter(pollEvery, took); got != want {
			t.Errorf("after %v: %v, want %v", took, got, want)
		}
	}
}
