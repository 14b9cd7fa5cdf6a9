package advice_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"guongsang/internal/advice"
	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// site is the content of a site as build has it.
type site struct {
	files   []source.File
	data    [][]byte
	records []profile.Record
	catalog *catalog.Catalog
	stories []*profile.Story
	entries []*profile.Entry
	between []diag.Problem // what the catalog tells
}

func readSite(t testing.TB, fsys fs.FS) site {
	t.Helper()
	book, err := criteria.Plan()
	if err != nil {
		t.Fatal(err)
	}
	var s site
	if s.files, _, _, err = source.List(fsys, fsys); err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, f := range s.files {
		data, err := fs.ReadFile(fsys, f.Path)
		if err != nil {
			t.Fatal(err)
		}
		record := decode(t, fsys, f, book)
		if record.Story != nil {
			s.stories = append(s.stories, record.Story)
		}
		if record.Entry != nil {
			s.entries = append(s.entries, record.Entry)
		}
		s.data, s.records, paths = append(s.data, data), append(s.records, record), append(paths, f.Path)
	}
	s.catalog, s.between = catalog.New(catalog.Input{Book: book, Stories: s.stories, Entries: s.entries, Content: paths, Today: viet.Date{Year: 2026, Month: 1, Day: 1}})
	return s
}

func decode(t testing.TB, fsys fs.FS, f source.File, book *criteria.Book) (record profile.Record) {
	t.Helper()
	doc, problems, err := source.Read(fsys, f, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diag.Count(problems)[diag.Error] > 0 {
		return record
	}
	if f.Kind.Story() {
		record.Story, _ = profile.Decode(doc, book)
	} else {
		record.Entry, _ = profile.DecodeEntry(doc, book)
	}
	return record
}

func (s site) advice(drafts bool) (all []diag.Problem) {
	for i, f := range s.files {
		all = append(all, advice.File(f, s.data[i], s.records[i], drafts)...)
	}
	return append(all, advice.Names(s.catalog, s.stories, s.entries)...)
}

// The sample site is written well: whatever a rule has against it is a false alarm, or shows that the site needs an editor.
func TestSampleSite(t *testing.T) {
	s := readSite(t, os.DirFS("../.."))
	if len(s.stories) < 50 {
		t.Fatalf("only %d stories were found", len(s.stories))
	}
	for _, p := range s.advice(true) {
		t.Error(p.Text(diag.English, nil))
	}
}

// All may be asked at once, and say the same each time.
func TestManyAtOnce(t *testing.T) {
	s := readSite(t, fstest.MapFS{
		"content/guong/a.md": {Data: []byte(head + "---\nTổ hòa giải hoà thuận, kĩ thuật kỹ sư, lí do lý lẽ: “(1,200 hộ .\n")},
		"content/guong/b.md": {Data: []byte(head + "đơn vị: Trạm mẫu\n---\n" + long)},
		"content/guong/c.md": {Data: []byte(head + "---\n" + long)},
	})
	want := s.advice(true)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				if got := s.advice(true); !slices.EqualFunc(got, want, func(a, b diag.Problem) bool { return a.Text(diag.English, nil) == b.Text(diag.English, nil) }) {
					t.Errorf("told %v, and before %v", got, want)
				}
			}
		})
	}
	group.Wait()
}

func FuzzFile(f *testing.F) {
	f.Add("a: “\n", "một (hai\n\n-ba\n-bốn\n\n| a | b,c |\n|-|-|\n")
	f.Add("mô tả: >-\n  một\n  hai,ba\n", "• ![](x) [đây](y)[^1]\n\n[^1]: 1,200 hoà hòa\r\n")
	book, err := criteria.Plan()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, lines, body string) {
		data := []byte("---\ntên: Mẫu\n" + lines + "\n---\n" + body)
		fsys := fstest.MapFS{"content/guong/a.md": {Data: data}}
		file := source.File{Path: "content/guong/a.md", Kind: source.Profile, Name: "a"}
		rows := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
		for _, p := range advice.File(file, data, decode(t, fsys, file, book), true) {
			if p.File != file.Path || p.Line < 0 || p.Line > rows || p.Column < 0 || !p.Code.Advice() || p.Severity != diag.Hint {
				t.Errorf("%q: %v", data, p)
			}
		}
	})
}

// 10,000 stories of 600 words are to take about a second on two processors.
func BenchmarkFile(b *testing.B) {
	body := strings.Repeat(strings.Repeat("Người “làng” kể (nghe đâu): hòa giải *xong*, thì về kỹ càng. ", 10)+"\n\n", 5)
	s := readSite(b, fstest.MapFS{"content/guong/a.md": {Data: []byte(head + "tiêu chí: [3.9.2, 3.9.3]\nminh chứng: {3.9.2: Giúp “nhiều” hộ}\n---\n" + body)}})
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			advice.File(s.files[0], s.data[0], s.records[0], true)
		}
	})
}
