package build_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/build"
	"guongsang/internal/cache"
	"guongsang/internal/digest"
)

// The edits of this file are those by which a cache may be fooled: changes that look like none, and what looks like a change and is none.

// disguised runs write, which must keep the file's size, and puts the file's time back. What gives it away is the time of the change
// itself, which nobody can set, and where the file is another one its number.
func (s *site) disguised(name string, write func()) {
	s.t.Helper()
	before, err := os.Stat(s.path(name))
	if err != nil {
		s.t.Fatal(err)
	}
	write()
	if err := os.Chtimes(s.path(name), time.Time{}, before.ModTime()); err != nil {
		s.t.Fatal(err)
	}
	after, err := os.Stat(s.path(name))
	if err != nil || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		s.t.Fatalf("%s is not disguised: %d and %d bytes, %v", name, before.Size(), after.Size(), err)
	}
}

// replace puts a new file in the place of another.
func (s *site) replace(name, text string) {
	s.t.Helper()
	s.write("aside", text)
	s.move("aside", name)
}

func (s *site) move(from, to string) {
	s.t.Helper()
	if err := os.Rename(s.path(from), s.path(to)); err != nil {
		s.t.Fatal(err)
	}
}

// firstNumber is that of a body of the editor's, see text.
var firstNumber = regexp.MustCompile(`^Câu thứ (\d+)`)

// otherNumber is a body with another number of the same length.
func otherNumber(body string) string {
	return firstNumber.ReplaceAllStringFunc(body, func(text string) string {
		last := text[len(text)-1]
		return text[:len(text)-1] + string('0'+(last-'0'+1)%10)
	})
}

func (e *editor) disguise() string {
	file := e.someStory()
	if file == "" {
		return e.add()
	}
	d := e.stories[file]
	d.body = otherNumber(d.body)
	e.disguised(file, func() {
		if e.put(file); e.random.IntN(2) == 0 {
			e.replace(file, e.read(file))
		}
	})
	return "another text of the same size and time in " + file
}

func (e *editor) disguisePicture() string {
	file := e.pictured()
	if file == "" {
		file = "static/logo.svg"
		e.write(file, e.svg())
	}
	e.disguised(file, func() { e.write(file, e.svg()) })
	return "another picture of the same size and time as " + file
}

// touch gives some files other times and the bytes that they have.
func (e *editor) touch() string {
	names := slices.Sorted(maps.Keys(e.snapshot().files))
	said := "touched"
	for range 1 + e.random.IntN(4) {
		name := e.one(names)
		if err := os.Chtimes(e.path(name), time.Time{}, time.Now().Add(time.Duration(e.random.IntN(7200)-3600)*time.Second)); err != nil {
			e.t.Fatal(err)
		}
		said += " " + name
	}
	return said
}

// swap gives two stories of one class each the other's file.
func (e *editor) swap() string {
	var files []string
	for _, file := range slices.Sorted(maps.Keys(e.stories)) {
		if !e.stories[file].picture && e.stories[file].class == "guong" {
			files = append(files, file)
		}
	}
	if len(files) < 2 {
		return e.add()
	}
	i := e.random.IntN(len(files) - 1)
	a, b := files[i], files[i+1]
	e.move(a, "aside")
	e.move(b, a)
	e.move("aside", b)
	e.stories[a], e.stories[b] = e.stories[b], e.stories[a]
	return "swapped " + a + " and " + b
}

// bundle makes a file of a story's folder, or a folder of its file. The file itself stays the same one.
func (e *editor) bundle() string {
	file := e.someStory()
	if file == "" {
		return e.add()
	}
	d := e.stories[file]
	to := strings.TrimSuffix(file, ".md") + "/index.md"
	if folder, ok := strings.CutSuffix(file, "/index.md"); ok {
		to = folder + ".md"
	} else if err := os.Mkdir(e.path(path.Dir(to)), 0o755); err != nil {
		e.t.Fatal(err)
	}
	e.move(file, to)
	if strings.HasSuffix(file, "/index.md") {
		e.remove(path.Dir(file))
	}
	delete(e.stories, file)
	if e.stories[to] = d; d.picture { // it went with the folder
		d.picture = false
		e.put(to)
	}
	return "moved " + file + " to " + to
}

// content is the file of the cache.
const contentCache = build.Cache + "/content.cache"

// keepCache keeps what the cache is now, for later.
func (e *editor) keepCache() {
	if text, err := os.ReadFile(e.path(contentCache)); err == nil && e.random.IntN(3) == 0 {
		e.caches = append(e.caches, string(text))
	}
}

// damage changes the cache: a bit of it, its end, or all of it, into what it was some builds ago.
func (e *editor) damage() string {
	old, err := os.ReadFile(e.path(contentCache))
	if err != nil || len(old) == 0 {
		return "no cache to damage"
	}
	at := e.random.IntN(len(old))
	switch n := e.random.IntN(4); {
	case n == 0:
		old[at] ^= 1 << e.random.IntN(8)
		e.write(contentCache, string(old))
		return fmt.Sprintf("another bit in byte %d of the cache", at)
	case n == 1:
		e.write(contentCache, string(old[:at]))
		return fmt.Sprintf("the cache was cut at %d", at)
	case len(e.caches) == 0:
		return "no older cache"
	}
	e.write(contentCache, e.one(e.caches))
	return "the cache of an earlier build was put back"
}

// rest lets all files come to rest, so that the next build notes their times and the one after it believes them.
func rest() { time.Sleep(120 * time.Millisecond) }

// Whatever changes without a change of its looks is seen, and what looks changed and is not makes no work. All that was touched had been
// remembered by its times alone, and is so again at the end.
func TestNothingIsFooledByLooks(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows tells neither when anything about a file last changed nor its number; see the promises of the package cache")
	}
	const story, other, picture, plain = "content/guong/a.md", "content/guong/2023/b.md", "content/guong/c/c.svg", "static/tai-lieu/mau.txt"
	for _, c := range []struct {
		name    string
		do      func(s *site)
		nothing bool // the change is none
	}{
		{"a story, in its place", func(s *site) {
			s.disguised(story, func() { s.edit(story, "tốt", "Tốt") })
		}, false},
		{"a story, another file", func(s *site) {
			s.disguised(story, func() { s.replace(story, strings.Replace(s.read(story), "tốt", "Tốt", 1)) })
		}, false},
		{"a picture, in its place", func(s *site) {
			s.disguised(picture, func() { s.edit(picture, `width="4"`, `width="8"`) })
		}, false},
		{"a picture that is copied only", func(s *site) {
			s.disguised(picture, func() { s.edit(picture, "v3z", "v2z") })
		}, false},
		{"a file that is copied", func(s *site) {
			s.disguised(plain, func() { s.edit(plain, "mẫu", "MẫU") })
		}, false},
		{"an entry", func(s *site) {
			s.disguised("content/linh-vuc/y-te.md", func() { s.edit("content/linh-vuc/y-te.md", "thuốc", "thUốc") })
		}, false},
		{"two stories, swapped", func(s *site) {
			s.move(story, "aside")
			s.move(other, story)
			s.move("aside", other)
		}, false},
		{"a story that comes back from elsewhere with its old time", func(s *site) {
			text := strings.Replace(s.read(story), "tốt", "Tốt", 1)
			s.disguised(story, func() {
				s.remove(story)
				s.write(story, text)
			})
		}, false},
		{"all files touched", func(s *site) {
			for name := range readTree(s.t, s.path("content")) {
				if err := os.Chtimes(s.path("content/"+name), time.Time{}, time.Now().Add(-time.Minute)); err != nil {
					s.t.Fatal(err)
				}
			}
		}, true},
		{"a story copied over itself", func(s *site) { s.replace(story, s.read(story)) }, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, smallSite())
			s.edit(story, " Xem [Bình](2023/b.md).", "") // or it would be led to itself
			rest()
			s.build()
			c.do(s)
			r := s.build()
			if (r.Rendered == 0) != c.nothing {
				t.Errorf("%d files were rendered", r.Rendered)
			}
			s.wantClean("at once", nil)
			rest()
			s.build()
			if r := s.build(); r.Rendered != 0 {
				t.Errorf("building again: %d rendered", r.Rendered)
			}
			s.wantClean("at rest", nil)
		})
	}
}

// What was remembered by another program is not believed, and what another program made is made again.
func TestAnotherProgramRemembersOtherThings(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	rest()
	s.build()
	s.o.Program = digest.Text("another")
	r := s.build()
	if r.CacheBad == nil {
		t.Error("the cache of another program was not thrown away")
	}
	made := 0
	for name := range s.tree() {
		own := path.Ext(name) == ".js" && path.Dir(name) != "tai-nguyen" // of the program, not of the theme
		if own || slices.Contains([]string{".html", ".xml", ".json", ".webmanifest"}, path.Ext(name)) {
			made++
		}
	}
	if r.Rendered < made {
		t.Errorf("%d files were rendered, and the program makes %d", r.Rendered, made)
	}
	s.wantClean("by another program", nil)
	if r := s.build(); r.CacheBad != nil || r.Rendered != 0 {
		t.Errorf("the second time: %d rendered, %v", r.Rendered, r.CacheBad)
	}
}

// A record that cannot be read, which only a mistake of ours can leave, is read anew from its file and does not come back.
func TestARecordThatCannotBeRead(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"content/guong/a.md", "content/guong/c/c.svg"} {
		s := newSite(t, smallSite())
		s.build()
		kept, err := cache.Open(context.Background(), cache.Options{Dir: s.path(build.Cache), Format: s.o.Program})
		if err != nil {
			t.Fatal(err)
		}
		entries := kept.Find([]string{file})
		entries[0].Record, entries[0].Rested = "x", true
		kept.Save(entries)
		kept.Close()
		s.build()
		s.wantClean(file, nil)
	}
}
