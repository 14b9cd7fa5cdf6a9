package edit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/source"
)

// samples are the files of the sample site, by their paths, and odd ones.
func samples(tb testing.TB) map[string]string {
	tb.Helper()
	all := map[string]string{}
	top := filepath.Join("..", "..")
	err := filepath.WalkDir(filepath.Join(top, "content"), func(name string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".md" {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(top, name)
		all[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil || len(all) < 50 {
		tb.Fatalf("%d files, %v", len(all), err)
	}
	for name, block := range keyCases(tb) {
		all["content/guong/case-"+name+".md"] = "---\n" + block + "---\n\nThân bài.\n"
	}
	return all
}

// keyCases are the blocks that the room keys is tried with.
func keyCases(tb testing.TB) map[string]string {
	tb.Helper()
	all := map[string]string{}
	archives, _ := filepath.Glob(filepath.Join("..", "keys", "testdata", "*.txtar"))
	for _, archive := range archives {
		data, err := os.ReadFile(archive)
		if err != nil {
			tb.Fatal(err)
		}
		for _, part := range strings.Split(string(data), "\n-- ")[1:] {
			name, text, _ := strings.Cut(part, " --\n")
			if strings.HasSuffix(name, ".yaml") {
				all[name] = text + "\n"
			}
		}
	}
	if len(all) < 50 {
		tb.Fatalf("only %d cases", len(all))
	}
	return all
}

// A file that is loaded and saved without a change has the same bytes, however it is written.
func TestRoundTrip(t *testing.T) {
	for path, text := range samples(t) {
		for _, form := range []string{text, strings.ReplaceAll(text, "\n", "\r\n"), "\ufeff" + text, strings.ReplaceAll(text, "\n", "\r"), strings.TrimRight(text, "\n")} {
			roundTrip(t, path, form)
		}
	}
}

func roundTrip(t *testing.T, path, text string) {
	t.Helper()
	d, err := draftOf(path, []byte(text))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	rewritten, err := Rewrite([]byte(text), d.Whole)
	if got := string(rewritten); (got != text || rewritten == nil) && len(d.Problems) == 0 || (err != nil) != d.NotText {
		t.Errorf("%s: %v; rewriting gave %q of %q", path, err, got, text)
	}
	if len(d.Problems) > 0 || d.Format != source.YAML || text == "" || d.Values == nil {
		return
	}
	got, err := Compose([]byte(text), d.Kind.Keys(), d.Values, d.Body)
	if err != nil || string(got) != text {
		t.Errorf("%s: %v; composing gave %q of %q", path, err, got, text)
	}
}

func FuzzRoundTrip(f *testing.F) {
	for _, text := range samples(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		roundTrip(t, "content/guong/a.md", text)
	})
}
