package edit_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"guongsang/internal/config"
	"guongsang/internal/diag"
	"guongsang/internal/edit"
	"guongsang/internal/keys"
	"guongsang/internal/source"
)

// initiated is a new site with everything.
func initiated(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Trang gương", "xã Mẫu")
	if _, err := edit.Init(plan(t), edit.InitOptions{Dir: dir, VSCode: true}); err != nil {
		t.Fatal(err)
	}
	return dir
}

// A new site has an example of every kind, profiles of all three, and every example says that it is none of a real person.
func TestInitHasEveryKind(t *testing.T) {
	dir := initiated(t)
	files, others, problems, err := source.List(os.DirFS(dir), os.DirFS(dir))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	count := map[source.Kind]int{}
	bundles := 0
	for _, f := range files {
		count[f.Kind]++
		if f.Bundle {
			bundles++
		}
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Path)))
		if err != nil {
			t.Fatal(err)
		}
		if lines := told(t, f.Kind, f.Name, string(text)); len(lines) > 0 {
			t.Errorf("%s: %s", f.Path, lines)
		}
		if !strings.Contains(string(text), "\n# ") {
			t.Errorf("%s teaches nothing", f.Path)
		}
		if f.Kind.Story() && !strings.Contains(string(text), "ví dụ, không có thật") {
			t.Errorf("%s does not say that it is invented", f.Path)
		}
	}
	for _, kind := range edit.Kinds() {
		if count[kind] == 0 {
			t.Errorf("there is no example of a %s", kind)
		}
	}
	if count[source.Profile] != 3 || bundles == 0 || len(others) == 0 {
		t.Errorf("%d profiles, %d bundles, %d pictures", count[source.Profile], bundles, len(others))
	}
}

// site.yaml has every key, in use or as a comment that is one # away from it, with its explanation.
func TestInitSiteYAML(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(initiated(t), config.File))
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	inUse := regexp.MustCompile(`(?m)^#([^ ])`).ReplaceAllString(text, "$1")
	for _, version := range []string{text, inUse} {
		_, problems, err := config.Read(fstest.MapFS{config.File: {Data: []byte(version)}})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			t.Errorf("%s\n%s", p.Text(diag.Vietnamese, nil), version)
		}
	}
	node, _ := keys.ParseYAML([]byte(inUse), diag.Place{Line: 1, Column: 1})
	rec, _ := keys.Read(node, config.Keys(), config.File)
	for _, k := range config.Keys() {
		if !rec.Has(k.Name) || !strings.Contains(text, "# "+k.Vi) {
			t.Errorf("%q is not there, or not explained", k.Name)
		}
	}
}

func TestInitLeavesWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	own := filepath.Join(dir, "DOC-TRUOC.txt")
	if err := os.WriteFile(own, []byte("của tôi"), 0o600); err != nil {
		t.Fatal(err)
	}
	done, err := edit.Init(plan(t), edit.InitOptions{Dir: dir})
	if err != nil || done.OnlyVSCode || !slices.Equal(done.Left, []string{"DOC-TRUOC.txt"}) || len(done.Made) < 15 || slices.Contains(done.Made, "DOC-TRUOC.txt") {
		t.Errorf("%+v, %v", done, err)
	}
	if text, err := os.ReadFile(own); err != nil || string(text) != "của tôi" {
		t.Errorf("it is now %q, %v", text, err)
	}
	for _, name := range done.Made {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
	before := everything(t, dir)
	if _, err := edit.Init(plan(t), edit.InitOptions{Dir: dir}); !errors.Is(err, edit.ErrIsSite) {
		t.Errorf("over a site: %v", err)
	}
	if everything(t, dir) != before {
		t.Error("something was written over a site")
	}
	done, err = edit.Init(plan(t), edit.InitOptions{Dir: dir, VSCode: true})
	if err != nil || !done.OnlyVSCode || len(done.Left) > 0 || len(done.Made) == 0 || slices.ContainsFunc(done.Made, func(name string) bool { return !strings.HasPrefix(name, ".vscode/") }) {
		t.Errorf("%+v, %v", done, err)
	}
}

// Wherever something is in the way of a folder, all that was made is taken away again, and nothing else.
func TestInitIsUndone(t *testing.T) {
	for _, name := range []string{"static", ".vscode", ".vscode/guongsang"} {
		outer := t.TempDir()
		dir := filepath.Join(outer, "trang")
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, []byte("của tôi"), 0o644)); err != nil {
			t.Fatal(err)
		}
		before := everything(t, outer)
		_, err := edit.Init(plan(t), edit.InitOptions{Dir: dir, VSCode: true})
		var failed *fs.PathError
		if !errors.As(err, &failed) || failed.Path != full {
			t.Errorf("%s: %v", name, err)
		}
		if after := everything(t, outer); after != before {
			t.Errorf("%s: before\n%s\nafter\n%s", name, before, after)
		}
	}
	outer := t.TempDir()
	if err := os.WriteFile(filepath.Join(outer, "tep"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := edit.Init(plan(t), edit.InitOptions{Dir: filepath.Join(outer, "tep", "a")}); err == nil {
		t.Error("a site was made below a file")
	}
}
