package edit_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v4"

	"guongsang/internal/config"
	"guongsang/internal/source"
)

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
