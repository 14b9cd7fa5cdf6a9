package edit_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"go.yaml.in/yaml/v4"

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

// wrongs holds a value against a schema as an editor does, as far as our schemas go, and gives what is wrong.
func wrongs(s map[string]any, v any, at string) (found []string) {
	wrong := func(format string, args ...any) { found = append(found, at+": "+fmt.Sprintf(format, args...)) }
	if all, ok := s["anyOf"].([]any); ok {
		var first []string
		for _, one := range all {
			these := wrongs(one.(map[string]any), v, at)
			if len(these) == 0 {
				return nil
			}
			first = append(first, these...)
		}
		return first
	}
	if all, ok := s["enum"].([]any); ok && !slices.Contains(all, v) {
		wrong("%v is not in the list", v)
	}
	if types, ok := s["type"].([]any); ok && !slices.ContainsFunc(types, func(name any) bool { return isOfType(v, name.(string)) }) {
		wrong("%v (%T) is none of %v", v, v, types)
		return found
	}
	switch v := v.(type) {
	case string:
		if p, ok := s["pattern"].(string); ok && !regexp.MustCompile(p).MatchString(v) {
			wrong("%q is not of the form %s", v, p)
		}
	case int:
		if low, ok := s["minimum"].(float64); ok && float64(v) < low {
			wrong("%d is below %v", v, low)
		}
		if high, ok := s["maximum"].(float64); ok && float64(v) > high {
			wrong("%d is above %v", v, high)
		}
	case []any:
		items, _ := s["items"].(map[string]any)
		for i, item := range v {
			found = append(found, wrongs(items, item, fmt.Sprintf("%s[%d]", at, i))...)
		}
	case map[string]any:
		properties, _ := s["properties"].(map[string]any)
		required, _ := s["required"].([]any)
		for _, name := range required {
			if v[name.(string)] == nil {
				wrong("there is no %s", name)
			}
		}
		for name, value := range v {
			if known, ok := properties[name].(map[string]any); ok {
				found = append(found, wrongs(known, value, at+"."+name)...)
			} else if s["additionalProperties"] == false {
				wrong("no key is called %s", name)
			} else if other, ok := s["additionalProperties"].(map[string]any); ok {
				found = append(found, wrongs(other, value, at+"."+name)...)
			}
		}
	}
	return found
}

func isOfType(v any, name string) bool {
	switch v.(type) {
	case nil:
		return name == "null"
	case bool:
		return name == "boolean"
	case int:
		return name == "integer" || name == "number"
	case float64:
		return name == "number"
	case []any:
		return name == "array"
	case map[string]any:
		return name == "object"
	}
	return name == "string"
}

// plainYAML reads a block as an editor does, to which 2023 is a number.
func plainYAML(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return texts(v)
}

// texts turns days and keys into texts, which they are for an editor.
func texts(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name := range v {
			v[name] = texts(v[name])
		}
	case map[any]any:
		all := map[string]any{}
		for name, value := range v {
			all[fmt.Sprint(name)] = texts(value)
		}
		return all
	case []any:
		for i := range v {
			v[i] = texts(v[i])
		}
	case time.Time: // to this library 2023-05-19 is one
		return v.Format(time.DateOnly)
	}
	return v
}

// front is the front matter of a file of ours.
func front(text string) string {
	_, text, _ = strings.Cut(text, "---\n")
	text, _, _ = strings.Cut(text, "\n---\n")
	return text
}

func TestSchemaOfSite(t *testing.T) {
	dir := initiated(t)
	var s map[string]any
	readJSON(t, dir, "guongsang/site.schema.json", &s)
	if s["$schema"] != "http://json-schema.org/draft-07/schema#" {
		t.Errorf("the schema is of %v", s["$schema"])
	}
	for _, name := range []string{filepath.Join(dir, config.File), filepath.Join("..", "..", config.File)} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if found := wrongs(s, plainYAML(t, string(text)), name); len(found) > 0 {
			t.Error(strings.Join(found, "\n"))
		}
	}
	for text, want := range map[string]string{
		"tên trangg: A":                               "site: no key is called tên trangg",
		"cơ quan: {tênn: A}":                          "site.cơ quan: no key is called tênn",
		"ngôn ngữ: fr":                                "site.ngôn ngữ: fr is not in the list",
		"địa chỉ: guong.example":                      "site.địa chỉ: \"guong.example\" is not of the form ^https?://",
		"giao diện: Sen Hồng":                         "site.giao diện: \"Sen Hồng\" is not of the form",
		"trình đơn: [{tên: A}]":                       "site.trình đơn[0]: there is no địa chỉ",
		"tên trang: [A]":                              "site.tên trang: [A] ([]interface {}) is none of [string number boolean null]",
		"mỗi trang:\ntên trang: 12":                   "",
		"trình đơn: {tên: A, địa chỉ: /guong/}":       "",
		"cơ quan: {điện thoại: 0263, địa chỉ: 1 Mẫu}": "",
	} {
		found := strings.Join(wrongs(s, plainYAML(t, text), "site"), "\n")
		if want == "" && found != "" || !strings.Contains(found, want) {
			t.Errorf("%s: found\n%s\nwant\n%s", text, found, want)
		}
	}
}

// What the program takes an editor takes too: the examples, the sample site, and the templates.
func TestSchemasOfFrontMatter(t *testing.T) {
	dir := initiated(t)
	checked := 0
	for _, site := range []string{dir, filepath.Join("..", "..")} {
		files, _, _, err := source.List(os.DirFS(site), os.DirFS(site))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			text, err := os.ReadFile(filepath.Join(site, filepath.FromSlash(f.Path)))
			if err != nil {
				t.Fatal(err)
			}
			var s map[string]any
			readJSON(t, dir, "guongsang/"+f.Kind.Folder()+".schema.json", &s)
			if found := wrongs(s, plainYAML(t, front(string(text))), f.Path); len(found) > 0 {
				t.Error(strings.Join(found, "\n"))
			}
			checked++
		}
	}
	if checked < 50 {
		t.Errorf("only %d files were checked", checked)
	}
	var s map[string]any
	readJSON(t, dir, "guongsang/guong.schema.json", &s)
	const good = "{tên: A, loại: cá nhân, lĩnh vực: [y-te, 3, NÔNG thon mới], năm: [2022, 2023], đơn vị: B"
	for more, want := range map[string]string{
		"":                              "",
		", nháp: có, ngày: 2023-05-19":  "",
		", khen thưởng: {hình thức: A}": "",
		", ảnh: {tệp: a.jpg, nguồn: B}": "",
		", minh chứng: {3.6.8: A}":      "",
		", tiêu chi: 3.6.8":             "no key is called tiêu chi",
		", tiêu chí: [3.99.1]":          "3.99.1 is not in the list",
		", ngày: 19.5.2023":             "is not of the form",
		", năm sinh: 1875":              "1875 is below 1900",
		", phát hiện: BAO-CHI phát hiện, nổi bật: Không": "",
		", nổi bật: hông":                    "hông is not in the list",
		", phát hiện: tình cờ":               "tình cờ is not in the list",
		", đứng đầu: Trạm Y tế":              "is not of the form",
		", kết quả: [{trước: 1}]":            "there is no chỉ tiêu",
		", bí danh: cu/a":                    "is not of the form",
		", nguồn: {liên kết: www.a.vn}":      "is not of the form",
		", ảnh: {mô tả: A}":                  "there is no tệp",
		", kết quả: [{chỉ tiêu: A, sau: b}]": "is not of the form",
	} {
		found := strings.Join(wrongs(s, plainYAML(t, good+more+"}"), "file"), "\n")
		if want == "" && found != "" || !strings.Contains(found, want) {
			t.Errorf("%s: found\n%s\nwant\n%s", more, found, want)
		}
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
		text := strings.Replace(accepted(s.Body), "tóm tắt: ", "nháp: false\ntóm tắt: ", 1)
		if !kind.Story() {
			text = accepted(s.Body)
		}
		for _, line := range told(t, kind, "y-te", text) {
			// What is chosen first need not fit, and the day is the next thing to write.
			if !strings.Contains(line, "GS201") && !strings.Contains(line, "GS210") {
				t.Errorf("%s\n%s", line, text)
			}
		}
		for _, k := range edit.Table(kind) {
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
