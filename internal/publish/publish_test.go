package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/digest"
)

// site is a list of files: path -> content. The key of a file is that of its content.
type site map[string]string

func (s site) items() iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, p := range slices.Sorted(maps.Keys(s)) {
			if !yield(textItem(p, s[p])) {
				return
			}
		}
	}
}

func textItem(path, content string) Item {
	return Item{Path: path, Make: func() (Made, error) {
		return Made{Key: digest.Text(content), Write: func(w io.Writer) error {
			// In two parts, for a writer need not write at once.
			half := len(content) / 2
			if _, err := io.WriteString(w, content[:half]); err != nil {
				return err
			}
			_, err := io.WriteString(w, content[half:])
			return err
		}}, nil
	}}
}

// place is an output folder and its cache.
type place struct {
	t *testing.T
	o Options
}

func newPlace(t *testing.T) *place {
	t.Helper()
	root := t.TempDir()
	return &place{t, Options{Dir: filepath.Join(root, "public"), Cache: filepath.Join(root, ".guongsang")}}
}

func (p *place) sync(s site) Result {
	p.t.Helper()
	r, err := Sync(context.Background(), s.items(), p.o)
	if err != nil {
		p.t.Fatalf("Sync: %v", err)
	}
	return r
}

// write puts a file there that is not ours.
func (p *place) write(path, content string) {
	p.t.Helper()
	full := filepath.Join(p.o.Dir, path)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// tree is all that is in the output folder; an empty folder is there with a slash at its end.
func (p *place) tree() site {
	p.t.Helper()
	return treeOf(p.t, p.o.Dir)
}

func treeOf(t *testing.T, dir string) site {
	t.Helper()
	s := site{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			if in, _ := os.ReadDir(path); len(in) == 0 {
				s[rel+"/"] = ""
			}
			return nil
		}
		if d.Type()&fs.ModeSymlink != 0 {
			to, err := os.Readlink(path)
			s[rel] = "-> " + to
			return err
		}
		b, err := os.ReadFile(path)
		s[rel] = string(b)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return s
}

func (p *place) want(s site) {
	p.t.Helper()
	if d := cmp.Diff(s, p.tree()); d != "" {
		p.t.Errorf("the folder (-want +got):\n%s", d)
	}
}

// age sets all files' times back, so that a new time shows.
func (p *place) age() time.Time {
	p.t.Helper()
	past := time.Now().Add(-time.Hour).Truncate(time.Second)
	for path := range p.tree() {
		if err := os.Chtimes(filepath.Join(p.o.Dir, path), past, past); err != nil {
			p.t.Fatal(err)
		}
	}
	return past
}

func (p *place) time(path string) time.Time {
	p.t.Helper()
	fi, err := os.Lstat(filepath.Join(p.o.Dir, path))
	if err != nil {
		p.t.Fatal(err)
	}
	return fi.ModTime()
}

var small = site{"index.html": "home", "guong/mau/index.html": "Mẫu", "tai-nguyen/a.css": "css", "empty.txt": ""}

func with(s site, changes site, without ...string) site {
	c := maps.Clone(s)
	maps.Copy(c, changes)
	for _, p := range without {
		delete(c, p)
	}
	return c
}

func counts(r Result) string {
	return fmt.Sprintf("files %d written %d unchanged %d rendered %d removed %d bytes %d",
		r.Files, r.Written, r.Unchanged, r.Rendered, r.Removed, r.Bytes)
}

func wantCounts(t *testing.T, r Result, want string) {
	t.Helper()
	if got := counts(r); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if r.CacheOff != nil || r.LedgerBad != nil {
		t.Errorf("CacheOff %v, LedgerBad %v", r.CacheOff, r.LedgerBad)
	}
}

func TestSteps(t *testing.T) {
	p := newPlace(t)
	wantCounts(t, p.sync(small), "files 4 written 4 unchanged 0 rendered 4 removed 0 bytes 12")
	p.want(small)

	wantCounts(t, p.sync(small), "files 4 written 0 unchanged 4 rendered 0 removed 0 bytes 12")
	p.want(small)

	next := with(small, site{"index.html": "home!"})
	wantCounts(t, p.sync(next), "files 4 written 1 unchanged 3 rendered 1 removed 0 bytes 13")
	p.want(next)

	p.write("guong/note.txt", "foreign")
	p.write("own/note.txt", "foreign")
	less := with(next, nil, "guong/mau/index.html", "tai-nguyen/a.css")
	wantCounts(t, p.sync(less), "files 2 written 0 unchanged 2 rendered 0 removed 2 bytes 5")
	p.want(with(less, site{"guong/note.txt": "foreign", "own/note.txt": "foreign"}))

	wantCounts(t, p.sync(site{}), "files 0 written 0 unchanged 0 rendered 0 removed 2 bytes 0")
	p.want(site{"guong/note.txt": "foreign", "own/note.txt": "foreign"})
}

func TestSameBytesKeepTheirTime(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	past := p.age() // now no file has the recorded time, so all are rendered and compared
	wantCounts(t, p.sync(small), "files 4 written 0 unchanged 4 rendered 4 removed 0 bytes 12")
	for path := range small {
		if !p.time(path).Equal(past) {
			t.Errorf("%s has a new time", path)
		}
	}
	wantCounts(t, p.sync(small), "files 4 written 0 unchanged 4 rendered 0 removed 0 bytes 12")
	if err := os.RemoveAll(p.o.Cache); err != nil {
		t.Fatal(err)
	}
	wantCounts(t, p.sync(with(small, site{"empty.txt": "no"})), "files 4 written 1 unchanged 3 rendered 4 removed 0 bytes 14")
	if p.time("empty.txt").Equal(past) || !p.time("index.html").Equal(past) {
		t.Error("the wrong files were written")
	}
}

func TestFilesTouchedByOthersAreMended(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	p.write("index.html", "hack") // as long as ours
	if err := os.Remove(filepath.Join(p.o.Dir, "empty.txt")); err != nil {
		t.Fatal(err)
	}
	wantCounts(t, p.sync(small), "files 4 written 2 unchanged 2 rendered 2 removed 0 bytes 12")
	p.want(small)
	if err := os.RemoveAll(p.o.Dir); err != nil {
		t.Fatal(err)
	}
	wantCounts(t, p.sync(small), "files 4 written 4 unchanged 0 rendered 4 removed 0 bytes 12")
	p.want(small)
}

func TestZeroKeyIsAlwaysRendered(t *testing.T) {
	p := newPlace(t)
	rendered := 0
	items := slices.Values([]Item{{Path: "a.txt", Make: func() (Made, error) {
		return Made{Write: func(w io.Writer) error {
			rendered++
			_, err := fmt.Fprint(w, "a")
			return err
		}}, nil
	}}})
	for range 2 {
		if _, err := Sync(context.Background(), items, p.o); err != nil {
			t.Fatal(err)
		}
	}
	if rendered != 2 {
		t.Errorf("rendered %d times", rendered)
	}
}

func TestLargeFilesDoNotStayInMemory(t *testing.T) {
	p := newPlace(t)
	film := strings.Repeat("0123456789abcdef", spillAt/16) + "!"
	s := with(small, site{"film.mp4": film, "z.txt": "after it"})
	p.sync(s)
	p.want(s)
	past := p.age()
	created := 0
	p.o.Workers = 1
	p.o.before = func(op, path string) error {
		if op == "create" && strings.HasPrefix(path, p.o.Dir) {
			created++
		}
		return nil
	}
	if r := p.sync(s); r.Written != 0 || r.Rendered != 6 || !p.time("film.mp4").Equal(past) {
		t.Error(counts(r))
	}
	if created != 1 {
		t.Errorf("%d files were staged to be compared, not the large one only", created)
	}
	p.want(s) // the staging folder is gone, too
	s["film.mp4"] = film[:spillAt] + "?"
	if r := p.sync(s); r.Written != 1 {
		t.Error(counts(r))
	}
	p.want(s)
}

func TestErrorsChangeNothing(t *testing.T) {
	boom := errors.New("boom")
	bad := func(it Item) iter.Seq[Item] {
		changed := with(small, site{"index.html": "changed", "new/index.html": "new"}, "empty.txt")
		return func(yield func(Item) bool) {
			for i := range changed.items() {
				if !yield(i) {
					return
				}
			}
			yield(it)
		}
	}
	cases := []struct {
		name string
		item Item
		want error
		text string
	}{
		{"make", Item{Path: "x", Make: func() (Made, error) { return Made{}, boom }}, boom, "x: boom"},
		{"write", Item{Path: "x", Make: func() (Made, error) {
			return Made{Write: func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return boom }}, nil
		}}, boom, "x: boom"},
		{"twice", textItem("index.html", ""), ErrTwice, "index.html: two files of the site want one path: index.html"},
		{"case", textItem("GUONG/mau/Index.html", ""), ErrTwice, ""},
		{"file as folder", textItem("index.html/x", ""), ErrTwice, ""},
		{"folder as file", textItem("new", ""), ErrTwice, "new: two files of the site want one path: new/index.html"},
		{"escapes", textItem("../x", ""), ErrPath, ""},
	}
	for _, c := range cases {
		for _, full := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s full %v", c.name, full), func(t *testing.T) {
				p := newPlace(t)
				if full {
					p.sync(small)
				}
				before := treeOf(t, filepath.Dir(p.o.Dir))
				_, err := Sync(context.Background(), bad(c.item), p.o)
				if !errors.Is(err, c.want) || c.text != "" && err.Error() != c.text {
					t.Errorf("error %v", err)
				}
				after := treeOf(t, filepath.Dir(p.o.Dir))
				if !full {
					for path := range after {
						if !strings.HasPrefix(path, ".guongsang/") {
							t.Errorf("%s was left", path)
						}
					}
				} else if d := cmp.Diff(before, after); d != "" {
					t.Errorf("changed:\n%s", d)
				}
			})
		}
	}
}

func TestCancelled(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	ctx, cancel := context.WithCancel(context.Background())
	next := with(small, site{"index.html": "next", "a.txt": "first"}, "empty.txt")
	p.o.Progress = func(done int) {
		if done == 2 {
			cancel()
		}
	}
	if _, err := Sync(ctx, next.items(), p.o); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	p.want(small)
}

// The error is that of the first item that fails, whatever the others do meanwhile: also where it is not the first to be made of those that a
// worker was given at once.
func TestFirstErrorWins(t *testing.T) {
	for _, slow := range []int{37, 2036} {
		for _, n := range []int{1, 2, 16} {
			o := newPlace(t).o
			o.Workers = n
			want := fmt.Sprintf("f%d: error %d", slow+1, slow+1)
			if _, err := Sync(context.Background(), failingFrom(slow), o); err == nil || err.Error() != want {
				t.Errorf("%d workers: %v, want %s", n, err, want)
			}
		}
	}
}

// failingFrom gives items that are good, then a slow one, then only bad ones, of which the first is slow, too.
func failingFrom(slow int) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for i := range slow + 100 {
			it := Item{Path: fmt.Sprint("f", i), Make: func() (Made, error) {
				if i == slow || i == slow+1 {
					time.Sleep(5 * time.Millisecond)
				}
				if i > slow {
					return Made{}, fmt.Errorf("error %d", i)
				}
				return Made{Write: func(io.Writer) error { return nil }}, nil
			}}
			if !yield(it) {
				return
			}
		}
	}
}

func TestManyWorkersDoAsOne(t *testing.T) {
	s := site{}
	for i := range 300 {
		s[fmt.Sprintf("d%d/e%d/f%d.html", i%7, i%31, i)] = strings.Repeat(fmt.Sprint(i), i)
	}
	one, many := newPlace(t), newPlace(t)
	one.o.Workers, many.o.Workers = 1, 16
	var last int
	many.o.Progress = func(done int) {
		if done != last+1 {
			t.Errorf("progress %d after %d", done, last)
		}
		last = done
	}
	if a, b := counts(one.sync(s)), counts(many.sync(s)); a != b {
		t.Errorf("%s\n%s", a, b)
	}
	if last != len(s) {
		t.Errorf("progress ended at %d", last)
	}
	one.want(s)
	many.want(s)
}

func TestSizeAndTimeBothCount(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	same := p.time("index.html")
	p.write("index.html", "another length")
	if err := os.Chtimes(filepath.Join(p.o.Dir, "index.html"), same, same); err != nil {
		t.Fatal(err)
	}
	wantCounts(t, p.sync(small), "files 4 written 1 unchanged 3 rendered 1 removed 0 bytes 12")
	p.want(small)
}

func TestEmptyFileAfterAnother(t *testing.T) {
	p := newPlace(t)
	p.o.Workers = 1
	silent := Item{Path: "b", Make: func() (Made, error) { return Made{Write: func(io.Writer) error { return nil }}, nil }}
	for range 2 {
		if _, err := Sync(context.Background(), slices.Values([]Item{textItem("a", "content"), silent}), p.o); err != nil {
			t.Fatal(err)
		}
		p.want(site{"a": "content", "b": ""})
	}
}

func TestNoMoreItemsAfterAFailure(t *testing.T) {
	o := newPlace(t).o
	_, err := Sync(context.Background(), func(yield func(Item) bool) {
		for i := 0; ; i++ {
			bad := Item{Path: fmt.Sprint(i), Make: func() (Made, error) { return Made{}, io.ErrUnexpectedEOF }}
			if i > 10_000 {
				t.Error("items are still asked for")
				return
			}
			if !yield(bad) {
				return
			}
		}
	}, o)
	if !errors.Is(err, io.ErrUnexpectedEOF) || err.Error() != "0: unexpected EOF" {
		t.Errorf("error %v", err)
	}
}
