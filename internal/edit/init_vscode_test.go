package edit_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/diag"
	"guongsang/internal/edit"
	"guongsang/internal/keys"
)

// readJSON reads one of the files of Visual Studio Code.
func readJSON(t *testing.T, dir, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, ".vscode", filepath.FromSlash(name)))
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// The settings point at schemas that are there, for the files that they are of.
func TestSettings(t *testing.T) {
	dir := initiated(t)
	var s struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	readJSON(t, dir, "settings.json", &s)
	if len(s.Schemas) != 1+len(edit.Kinds()) {
		t.Errorf("%d schemas", len(s.Schemas))
	}
	for name, files := range s.Schemas {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(strings.TrimSuffix(files, "/**/*.md")))); err != nil {
			t.Error(err)
		}
	}
	var e struct{ Recommendations []string }
	readJSON(t, dir, "extensions.json", &e)
	if !slices.Equal(e.Recommendations, []string{"redhat.vscode-yaml"}) {
		t.Errorf("recommended: %v", e.Recommendations)
	}
}

// accepted is what an editor's snippet puts into the file when every place to stop at is left as it is.
func accepted(body []string) string {
	text := strings.Join(body, "\n")
	for name, value := range map[string]string{"CURRENT_DATE": "01", "CURRENT_MONTH": "06", "CURRENT_YEAR": "2024"} {
		text = strings.ReplaceAll(text, "$"+name, value)
	}
	text = regexp.MustCompile(`\$\{[0-9]+\|((?:[^\\,|]|\\.)*)[^}]*\|\}`).ReplaceAllString(text, "$1")
	text = regexp.MustCompile(`\$\{[0-9]+:((?:[^\\}]|\\.)*)\}`).ReplaceAllString(text, "$1")
	text = strings.ReplaceAll(text, "$0", "")
	return regexp.MustCompile(`\\(.)`).ReplaceAllString(text, "$1")
}

// Every snippet gives what its kind takes; and there is one for every kind and every key.
func TestSnippets(t *testing.T) {
	var all map[string]struct {
		Scope, Description string
		Prefix, Body       []string
	}
	readJSON(t, initiated(t), "guongsang.code-snippets", &all)
	for name, s := range all {
		if s.Scope != "markdown" || s.Description == "" || len(s.Prefix) == 0 || len(s.Body) == 0 {
			t.Errorf("%s: %+v", name, s)
		}
		stops := regexp.MustCompile(`\$\{([0-9]+)`).FindAllStringSubmatch(strings.Join(s.Body, "\n"), -1)
		for i, stop := range stops {
			if stop[1] != fmt.Sprint(i+1) {
				t.Errorf("%s: stop %d is number %s", name, i+1, stop[1])
			}
		}
	}
	for _, kind := range edit.Kinds() {
		s := all["Bài mới: "+edit.KindWord(kind)]
		text := accepted(s.Body)
		for _, line := range told(t, kind, "y-te", text) {
			if !strings.Contains(line, "GS201") { // what is chosen first need not fit
				t.Errorf("%s\n%s", line, text)
			}
		}
		if strings.Contains(text, "\nngày: 01/06/2024\n") != kind.Story() || strings.Contains(text, "\nnháp: true\n") != kind.Story() {
			t.Errorf("it is no draft of today:\n%s", text)
		}
		for _, k := range kind.Keys() {
			s, ok := all["Mục: "+k.Name]
			if !ok || !slices.Contains(s.Prefix, k.Name) || !strings.Contains(s.Description, k.Vi) {
				t.Errorf("there is no snippet of %q", k.Name)
				continue
			}
			text := accepted(s.Body)
			node, problems := keys.ParseYAML([]byte(text), diag.Place{Line: 1, Column: 1})
			rec, more := keys.Read(node, []keys.Key{k}, "")
			for _, p := range append(problems, more...) {
				t.Errorf("%s\n%s", p.Text(diag.Vietnamese, nil), text)
			}
			if !rec.Has(k.Name) {
				t.Errorf("%q has no value in\n%s", k.Name, text)
			}
		}
	}
}

// The task finds the parts of every line that check prints, by one matcher each.
func TestTask(t *testing.T) {
	var all struct {
		Tasks []struct {
			Command        string
			Args           []string
			ProblemMatcher []struct {
				Severity string
				Pattern  struct {
					Regexp                            string
					Kind                              string
					File, Line, Column, Code, Message int
				}
			}
		}
	}
	readJSON(t, initiated(t), "tasks.json", &all)
	if len(all.Tasks) != 1 || all.Tasks[0].Command != "guongsang" || !slices.Equal(all.Tasks[0].Args, []string{"check", "--lang", "vi"}) {
		t.Fatalf("the tasks are %+v", all.Tasks)
	}
	for _, place := range []diag.Place{{File: "content/guong/a b.md", Line: 7, Column: 12}, {File: "site.yaml", Line: 3}, {File: "content/guong/â.md"}} {
		for severity, want := range map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning", diag.Hint: "info"} {
			p := diag.At(place, diag.UnknownField, `a: lỗi "b"`, "c")
			p.Severity = severity
			line, found := p.Text(diag.Vietnamese, nil), 0
			for _, m := range all.Tasks[0].ProblemMatcher {
				parts := regexp.MustCompile(m.Pattern.Regexp).FindStringSubmatch(line)
				if parts == nil {
					continue
				}
				found++
				part := func(i int) string {
					if i == 0 || parts[i] == "" {
						return "0"
					}
					return parts[i]
				}
				got := []string{m.Severity, parts[m.Pattern.File], part(m.Pattern.Line), part(m.Pattern.Column), parts[m.Pattern.Code]}
				if want := []string{want, place.File, fmt.Sprint(place.Line), fmt.Sprint(place.Column), string(p.Code)}; !slices.Equal(got, want) {
					t.Errorf("%s: %v, want %v", line, got, want)
				}
				if whole := place.Line == 0; whole != (m.Pattern.Kind == "file") || !strings.HasSuffix(line, parts[m.Pattern.Message]) {
					t.Errorf("%s: the message is %q, of a %s", line, parts[m.Pattern.Message], m.Pattern.Kind)
				}
			}
			if found != 1 {
				t.Errorf("%d matchers know %s", found, line)
			}
		}
	}
}
