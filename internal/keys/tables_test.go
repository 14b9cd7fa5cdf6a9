package keys_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/viet"
)

func allTables() map[string][]keys.Key {
	return map[string][]keys.Key{
		"guong": keys.Profile(), "mo-hinh": keys.Practice(), "bai-viet": keys.Article(), "linh-vuc": keys.FieldIntro(),
		"chuyen-muc": keys.Column(), "chuyen-de": keys.Topic(), "don-vi": keys.Unit(), "dia-ban": keys.Locality(), "trang": keys.Page(),
		"anh": keys.PictureKeys(),
	}
}

func TestKeysOfATableAreDistinctAndExplained(t *testing.T) {
	var check func(t *testing.T, path string, table []keys.Key)
	check = func(t *testing.T, path string, table []keys.Key) {
		seen := make(map[string]string)
		for _, k := range table {
			match := viet.MatchKey(k.Name)
			if other, ok := seen[match]; ok {
				t.Errorf("%s: %q and %q are one key", path, other, k.Name)
			}
			seen[match] = k.Name
			if k.Vi == "" || k.En == "" || k.Example == "" {
				t.Errorf("%s › %s has no explanation or no example", path, k.Name)
			}
			nested := k.Type == keys.Object || k.Type == keys.ObjectList || k.Type == keys.Picture
			if nested != (len(k.Sub) > 0) || (k.Type == keys.Choice) != (len(k.Values) > 0) {
				t.Errorf("%s › %s: Sub or Values do not fit the type", path, k.Name)
			}
			check(t, path+" › "+k.Name, k.Sub)
		}
	}
	for name, table := range allTables() {
		check(t, name, table)
	}
}

// An example is what a message tells an author to write, so it must be right.
func TestExamplesAreRight(t *testing.T) {
	for name, table := range allTables() {
		var b strings.Builder
		for _, k := range table {
			b.WriteString(k.Name + ": " + k.Example + "\n")
		}
		node, problems := keys.ParseYAML([]byte(b.String()), diag.Place{File: name, Line: 1, Column: 1})
		record, more := keys.Read(node, table, name)
		for _, p := range append(problems, more...) {
			t.Error(p.Text(diag.English, nil))
		}
		for _, k := range table {
			if !record.Has(k.Name) {
				t.Errorf("%s: the example of %q gives nothing", name, k.Name)
			}
		}
	}
}

func TestRequiredKeys(t *testing.T) {
	want := map[string]string{
		"guong":   "tên, loại, lĩnh vực, năm, đơn vị",
		"mo-hinh": "tên, lĩnh vực",
		"anh":     "tệp",
	}
	for name, table := range allTables() {
		var required []string
		for _, k := range table {
			if k.Required {
				required = append(required, k.Name)
			}
		}
		expected := want[name]
		if expected == "" {
			expected = "tên"
		}
		if got := strings.Join(required, ", "); got != expected {
			t.Errorf("%s requires %s, want %s", name, got, expected)
		}
	}
}

func TestDocsHaveEveryKey(t *testing.T) {
	for _, l := range []diag.Lang{diag.Vietnamese, diag.English} {
		docs := keys.Docs(keys.Profile(), l)
		for _, row := range keys.Rows(keys.Profile(), l) {
			if !strings.Contains(docs, "| `"+row.Name+"` |") || row.Type == "" {
				t.Errorf("the docs do not have %q", row.Name)
			}
		}
		for line := range strings.Lines(docs) {
			if n := strings.Count(line, "|") - strings.Count(line, `\|`); n != 6 {
				t.Errorf("%d cells' borders, want 6: %s", n, line)
			}
		}
	}
	if docs := keys.Docs(keys.Profile(), diag.Vietnamese); !strings.Contains(docs, "| `khen thưởng › ngày` |") {
		t.Error("keys within keys are not in the docs")
	}
}

// What the guide shows of the message on an unknown key is what the program says.
func TestTheGuideShowsTheKeysOfAPage(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join("..", "..", "docs", "huong-dan", "07-don-vi-dia-ban-chuyen-de.md"))
	if err != nil {
		t.Fatal(err)
	}
	const file = "content/trang/gioi-thieu.md"
	node, _ := keys.ParseYAML([]byte("tên: Giới thiệu\ntóm tắt: Một câu.\nnháp: true\n"), diag.Place{File: file, Line: 2, Column: 1})
	_, problems := keys.Read(node, keys.Page(), file)
	if len(problems) != 1 {
		t.Fatalf("%v", problems)
	}
	if line := problems[0].Text(diag.Vietnamese, nil); !strings.Contains(string(guide), "\n"+line+"\n") {
		t.Errorf("the guide does not show\n%s", line)
	}
}
