package config_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/config"
	"guongsang/internal/diag"
	"guongsang/internal/keys"
)

func read(t *testing.T, text string) (config.Site, string) {
	t.Helper()
	site, problems, err := config.Read(fstest.MapFS{config.File: {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	return site, told(problems)
}

// told gives the place, severity and code of each problem, and what was meant.
func told(problems []diag.Problem) string {
	var lines []string
	for _, p := range problems {
		line := p.Place.String() + " " + p.Severity.Word(diag.English) + " " + string(p.Code)
		if p.Suggest != "" {
			line += " " + p.Suggest
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

var whole = diag.Place{File: config.File}

func TestDefaults(t *testing.T) {
	want := config.Site{Name: "Gương sáng", Theme: "sen", Language: "vi", PerPage: 24, Offline: true, LogoAt: whole, ThemeAt: whole}
	site, problems, err := config.Read(fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, site); diff != "" {
		t.Error(diff)
	}
	if got := told(problems); got != "site.yaml hint GS501\nsite.yaml warning GS502" {
		t.Errorf("told:\n%s", got)
	}
	for _, empty := range []string{"", "\n", "# chưa có gì\n", "tên trang:\n"} {
		site, got := read(t, empty)
		if diff := cmp.Diff(want, site); diff != "" {
			t.Errorf("%q: %s", empty, diff)
		}
		if got != "site.yaml warning GS502" {
			t.Errorf("%q: told:\n%s", empty, got)
		}
	}
}

// TestAllKeys: every key is read, in whichever way it is written.
func TestAllKeys(t *testing.T) {
	site, problems := read(t, "\ufeffTên Trang: Gương Mẫu\r\n"+strings.ReplaceAll(`dia-chi: HTTPS://Guong.Example:8080/Thu Muc
mô tả: Một câu.
biểu trưng: /static/logo.svg
cơ quan:
  tên: UBND
  địa chỉ: 1 đường Mẫu
  điện thoại: 0263 000
  thư điện tử: a@b.example
  người chịu trách nhiệm: Bà Mẫu
giao_dien: tre
ngôn ngữ: EN
thông báo: Thử
trình đơn:
  - {tên: Gương, địa chỉ: /guong/}
  - tên: Ngoài
    địa chỉ: https://ngoai.example
mỗi trang: 96
ngoại tuyến: không
`, "\n", "\r\n"))
	if problems != "site.yaml:2:10 error GS116" {
		t.Errorf("told:\n%s", problems)
	}
	want := config.Site{
		Name: "Gương Mẫu", Description: "Một câu.", Logo: "logo.svg", Theme: "tre", Language: "en", Notice: "Thử", PerPage: 96,
		Owner:     config.Owner{Name: "UBND", Address: "1 đường Mẫu", Phone: "0263 000", Email: "a@b.example", Responsible: "Bà Mẫu"},
		Introduce: config.Introduce{On: true, Email: "a@b.example"},
		LogoAt:    diag.Place{File: config.File, Line: 4, Column: 13}, ThemeAt: diag.Place{File: config.File, Line: 11, Column: 12},
		Menu: []config.MenuItem{
			{Name: "Gương", Address: "/guong/", Place: diag.Place{File: config.File, Line: 15, Column: 27}},
			{Name: "Ngoài", Address: "https://ngoai.example", Place: diag.Place{File: config.File, Line: 17, Column: 14}},
		},
	}
	if diff := cmp.Diff(want, site); diff != "" {
		t.Error(diff)
	}
}

func TestMistakes(t *testing.T) {
	const base = "địa chỉ: https://guong.example\n"
	for _, c := range []struct{ name, text, want string }{
		{"an unknown key", base + "tên trangg: A\n", "site.yaml:2:1 error GS101 tên trang"},
		{"a key twice", base + "Dia_Chi: https://b.example\n", "site.yaml:2:1 error GS102"},
		{"a key within a key", base + "cơ quan: {tênn: A}\n", "site.yaml:2:11 error GS101 tên"},
		{"an address without a scheme is told once", "địa chỉ: guong.example\n", "site.yaml:1:10 error GS116"},
		{"an address with a query", "địa chỉ: https://guong.example/?a=1\n", "site.yaml:1:10 error GS503"},
		{"an address with a fragment", "địa chỉ: https://guong.example/#a\n", "site.yaml:1:10 error GS503"},
		{"an address with a password", "địa chỉ: https://a:b@guong.example/\n", "site.yaml:1:10 error GS503"},
		{"too few a page", base + "mỗi trang: 5\n", "site.yaml:2:12 error GS504"},
		{"too many a page", base + "mỗi trang: 97\n", "site.yaml:2:12 error GS504"},
		{"half a story", base + "mỗi trang: 12,5\n", "site.yaml:2:12 error GS504"},
		{"no number", base + "mỗi trang: nhiều\n", "site.yaml:2:12 error GS111"},
		{"no such language", base + "ngôn ngữ: vii\n", "site.yaml:2:11 error GS113 vi"},
		{"a theme that is no name", base + "giao diện: Sen Hồng\n", "site.yaml:2:12 error GS114 sen-hong"},
		{"a menu entry without its address", base + "trình đơn: [{tên: A}]\n", "site.yaml:2:13 error GS103"},
		{"a page that is only switched off", base + "giới thiệu gương: không\n", "site.yaml:2:19 error GS106 {mở: không}"},
		{"a page that is a text", base + "giới thiệu gương: tắt\n", "site.yaml:2:19 error GS106"},
		{"a menu that is a text", base + "trình đơn: Gương\n", "site.yaml:2:12 error GS106"},
		// What could not be read is not missing as well.
		{"a tab", "cơ quan:\n\ttên: A\n", "site.yaml:2:1 error GS121"},
		{"a list", "- a\n", "site.yaml:1:1 error GS128"},
		{"no UTF-8", "t\xean trang: A\n", "site.yaml:1:2 error GS134"},
	} {
		t.Run(c.name, func(t *testing.T) {
			site, got := read(t, c.text)
			if got != c.want {
				t.Errorf("told:\n%s\nwant:\n%s", got, c.want)
			}
			if site.PerPage != 24 || site.Theme != "sen" || site.Language != "vi" {
				t.Errorf("what is wrong does not take the default's place: %+v", site)
			}
		})
	}
}

func TestBase(t *testing.T) {
	for text, want := range map[string]string{
		"https://guong.example":       "https://guong.example/",
		"https://guong.example/":      "https://guong.example/",
		"http://Guong.Example:81/a/b": "http://guong.example:81/a/b/",
		"https://guong.example/A/":    "https://guong.example/A/",
		"https://guong.example/#":     "https://guong.example/",
		"guong.example":               "", "//guong.example": "", "ftp://guong.example": "", "https://": "", "": "", "/guong/": "",
		"https://guong.example/?": "", "https://guong.example/?q": "", "https://a@guong.example": "", "https://a b/": "",
	} {
		if got, ok := config.Base(text); got != want || ok != (want != "") {
			t.Errorf("Base(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestBasePath(t *testing.T) {
	for base, want := range map[string]string{"": "/", "https://guong.example/": "/", "https://guong.example/a/b/": "/a/b/", "https://guong.example/thư/": "/th%C6%B0/"} {
		if got := (config.Site{Base: base}).BasePath(); got != want {
			t.Errorf("base path of %q = %q, want %q", base, got, want)
		}
	}
}

// TestKeysHaveWords: the docs and the messages about missing keys are made from the table.
func TestKeysHaveWords(t *testing.T) {
	var walk func(table []keys.Key)
	walk = func(table []keys.Key) {
		for _, k := range table {
			if k.Vi == "" || k.En == "" || k.Required && k.Example == "" {
				t.Errorf("the key %q is not complete", k.Name)
			}
			walk(k.Sub)
		}
	}
	walk(config.Keys())
}

// broken is a disk that cannot be read.
type broken struct{}

func (broken) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}

func TestDiskThatFails(t *testing.T) {
	if _, _, err := config.Read(broken{}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v", err)
	}
}
