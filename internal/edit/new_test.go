package edit_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"guongsang/internal/criteria"
	"guongsang/internal/edit"
	"guongsang/internal/source"
)

func plan(t testing.TB) *criteria.Book {
	t.Helper()
	book, err := criteria.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestKindOf(t *testing.T) {
	for word, want := range map[string]source.Kind{
		"guong": source.Profile, "Gương": source.Profile, "mo-hinh": source.Practice, "mô hình": source.Practice, "BAI_VIET": source.Article,
		"lĩnh vực": source.FieldIntro, "chuyenmuc": source.Column, "Chuyên đề": source.Topic, "don-vi": source.Unit, "địa bàn": source.Locality, "trang": source.Page,
	} {
		if got, _, ok := edit.KindOf(word); got != want || !ok {
			t.Errorf("%q is %v, %v", word, got, ok)
		}
	}
	for word, want := range map[string]string{"guogn": "guong", "mohin": "mo-hinh", "xyz": "", "": ""} {
		if _, near, ok := edit.KindOf(word); near != want || ok {
			t.Errorf("%q: near %q, %v", word, near, ok)
		}
	}
	for _, kind := range edit.Kinds() {
		if got, _, _ := edit.KindOf(edit.KindWord(kind)); got != kind {
			t.Errorf("%s is called %q, which is %s", kind, edit.KindWord(kind), got)
		}
	}
}

// emptySite is a site's folder with some files in it.
func emptySite(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Trang gương")
	if err := os.MkdirAll(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// everything lists what a folder holds.
func everything(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		text := ""
		if err == nil && d.Type().IsRegular() {
			var data []byte
			data, err = os.ReadFile(name)
			text = string(data)
		}
		all = append(all, name+"\n"+text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

func TestNewPlaces(t *testing.T) {
	const page = "---\ntên: A\n---\n"
	for _, c := range []struct {
		name  string
		files map[string]string
		o     edit.NewOptions
		path  string
		at    string
	}{
		{"the first profile goes to its year", nil, edit.NewOptions{Blank: edit.Blank{Name: "Đặng Đình Đức", Year: 2023}}, "content/guong/2023/dang-dinh-duc.md", "/guong/dang-dinh-duc/"},
		{"so where there are years", map[string]string{"content/guong/2020/a.md": page, "content/guong/b.md": page}, edit.NewOptions{Blank: edit.Blank{Name: "Mẫu", Year: 2023}}, "content/guong/2023/mau.md", "/guong/mau/"},
		{"but not where there are none", map[string]string{"content/guong/a.md": page, "content/guong/b/index.md": page}, edit.NewOptions{Blank: edit.Blank{Name: "Mẫu", Year: 2023}}, "content/guong/mau.md", "/guong/mau/"},
		{"nor without a year", nil, edit.NewOptions{Blank: edit.Blank{Name: "Mẫu"}}, "content/guong/mau.md", "/guong/mau/"},
		{"a bundle", nil, edit.NewOptions{Bundle: true, Blank: edit.Blank{Name: "Mẫu", Year: 2023}}, "content/guong/2023/mau/index.md", "/guong/mau/"},
		{"an article has no folder of its year", nil, edit.NewOptions{Blank: edit.Blank{Kind: source.Article, Name: "Tin", Year: 2023}}, "content/bai-viet/tin.md", "/bai-viet/tin/"},
		{"a page lies at the root", nil, edit.NewOptions{Blank: edit.Blank{Kind: source.Page, Name: "Liên hệ"}}, "content/trang/lien-he.md", "/lien-he/"},
		{"an introduction is called after its field", nil, edit.NewOptions{Slug: "khac", Blank: edit.Blank{Kind: source.FieldIntro, Name: "6"}}, "content/linh-vuc/y-te.md", "/linh-vuc/y-te/"},
		{"a slug of one's own", nil, edit.NewOptions{Slug: "khac", Blank: edit.Blank{Kind: source.Topic, Name: "Mẫu"}}, "content/chuyen-de/khac.md", "/chuyen-de/khac/"},
		{"the editor's part of a page that the program makes", nil, edit.NewOptions{Blank: edit.Blank{Kind: source.Page, Name: "giới thiệu  một Tấm gương"}}, "content/trang/gioi-thieu-guong.md", "/gioi-thieu-guong/"},
		{"an article of that name", nil, edit.NewOptions{Blank: edit.Blank{Kind: source.Article, Name: "Giới thiệu một tấm gương"}}, "content/bai-viet/gioi-thieu-mot-tam-guong.md", "/bai-viet/gioi-thieu-mot-tam-guong/"},
		{"the same slug in another kind", map[string]string{"content/don-vi/mau.md": page}, edit.NewOptions{Blank: edit.Blank{Kind: source.Topic, Name: "Mẫu"}}, "content/chuyen-de/mau.md", "/chuyen-de/mau/"},
		{"a name that another file of that name has given up", map[string]string{"content/guong/2020/mau.md": "---\ntên: A\nđường dẫn: cu\n---\n"}, edit.NewOptions{Blank: edit.Blank{Name: "Mẫu", Year: 2023}}, "content/guong/2023/mau.md", "/guong/mau/"},
		{"a very long name", nil, edit.NewOptions{Blank: edit.Blank{Kind: source.Article, Name: strings.Repeat("nghìn chữ ", 30)}}, "content/bai-viet/" + strings.TrimSuffix(strings.Repeat("nghin-chu-", 8), "-") + ".md", "/bai-viet/" + strings.TrimSuffix(strings.Repeat("nghin-chu-", 8), "-") + "/"},
	} {
		c.o.Dir = emptySite(t, c.files)
		got, err := edit.New(plan(t), c.o)
		if err != nil || got.Path != c.path || got.Address.Path() != c.at {
			t.Errorf("%s: %s at %s, %v", c.name, got.Path, got.Address.Path(), err)
			continue
		}
		text, err := os.ReadFile(filepath.Join(c.o.Dir, filepath.FromSlash(c.path)))
		if err != nil || !strings.HasPrefix(string(text), "---\n") {
			t.Errorf("%s: %v\n%s", c.name, err, text)
		}
	}
}

// Where something is in the way nothing is written, and what would be free is proposed.
func TestNewTaken(t *testing.T) {
	for _, c := range []struct {
		name     string
		files    map[string]string
		kind     source.Kind
		called   string
		by, free string
	}{
		{"by a file of the same folder", map[string]string{"content/guong/2024/mau.md": ""}, source.Profile, "Mẫu", "content/guong/2024/mau.md", "mau-2"},
		{"by a file of another year", map[string]string{"content/guong/2020/mau.md": "---\ntên: A\n---\n"}, source.Profile, "Mẫu", "content/guong/2020/mau.md", "mau-2"},
		{"by a bundle", map[string]string{"content/guong/2020/mau/index.md": "---\ntên: A\n---\n"}, source.Profile, "Mẫu", "content/guong/2020/mau/index.md", "mau-2"},
		{"by a slug", map[string]string{"content/guong/a.toml.md": "+++\n'đường dẫn' = 'mau'\n+++\n"}, source.Profile, "Mẫu", "content/guong/a.toml.md", "mau-2"},
		{"by an old address of another kind", map[string]string{"content/trang/a.md": "---\ntên: A\nbí danh: /guong/mau\n---\n"}, source.Profile, "Mẫu", "content/trang/a.md", "mau-2"},
		{"and the next ones too", map[string]string{"content/guong/2024/mau.md": "", "content/guong/2020/mau-2.md": "", "content/guong/x.md": "---\ntên: A\nduong_dan: mau-3\n---\n", "content/guong/2024/mau-4/anh.jpg": ""}, source.Profile, "Mẫu", "content/guong/2024/mau.md", "mau-5"},
		{"by a folder that is no bundle yet", map[string]string{"content/chuyen-de/mau/anh.jpg": ""}, source.Topic, "Mẫu", "content/chuyen-de/mau", "mau-2"},
		{"by the field's one file", map[string]string{"content/linh-vuc/y-te.md": ""}, source.FieldIntro, "Y tế, chăm sóc sức khỏe", "content/linh-vuc/y-te.md", ""},
		{"by the program", nil, source.Page, "Lĩnh vực", "", "linh-vuc-2"},
		{"by older pages", nil, source.Article, "Trang", "", "trang-2"},
		{"by Windows", nil, source.Article, "COM1", "", "com1-2"},
		{"by Windows, too", nil, source.Unit, "Nụl", "", "nul-2"},
	} {
		dir := emptySite(t, c.files)
		before := everything(t, dir)
		_, err := edit.New(plan(t), edit.NewOptions{Dir: dir, Blank: edit.Blank{Kind: c.kind, Name: c.called, Year: 2024}})
		var taken *edit.SlugTakenError
		if !errors.As(err, &taken) || !errors.Is(err, edit.ErrTaken) || taken.By != c.by || taken.Free != c.free {
			t.Errorf("taken %s: %v, %+v", c.name, err, taken)
			continue
		}
		if everything(t, dir) != before {
			t.Errorf("taken %s: something was written", c.name)
		}
		if c.free == "" {
			continue
		}
		if _, err := edit.New(plan(t), edit.NewOptions{Dir: dir, Slug: c.free, Blank: edit.Blank{Kind: c.kind, Name: c.called, Year: 2024}}); err != nil {
			t.Errorf("taken %s: what was proposed: %v", c.name, err)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	dir := emptySite(t, nil)
	before := everything(t, dir)
	for _, c := range []struct {
		o    edit.NewOptions
		want error
	}{
		{edit.NewOptions{Dir: dir}, edit.ErrNoLetters},
		{edit.NewOptions{Dir: dir, Blank: edit.Blank{Name: "../..!"}}, edit.ErrNoLetters},
		{edit.NewOptions{Dir: dir, Slug: "../a", Blank: edit.Blank{Name: "Mẫu"}}, edit.ErrBadSlug},
		{edit.NewOptions{Dir: dir, Slug: "-a", Blank: edit.Blank{Name: "Mẫu"}}, edit.ErrBadSlug},
		{edit.NewOptions{Dir: filepath.Join(dir, "content"), Blank: edit.Blank{Name: "Mẫu"}}, edit.ErrNoSite},
		{edit.NewOptions{Dir: filepath.Join(dir, "khong-co"), Blank: edit.Blank{Name: "Mẫu"}}, edit.ErrNoSite},
	} {
		if _, err := edit.New(plan(t), c.o); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v, want %v", c.o, err, c.want)
		}
	}
	var unknown *edit.UnknownFieldError
	_, err := edit.New(plan(t), edit.NewOptions{Dir: dir, Blank: edit.Blank{Kind: source.FieldIntro, Name: "Giáo dụk - đào tạo"}})
	if !errors.As(err, &unknown) || unknown.Near != "giao-duc" {
		t.Errorf("%v, %+v", err, unknown)
	}
	if everything(t, dir) != before {
		t.Error("something was written")
	}
}

// Nothing is written outside of the site's folder, and a file in the place of a folder stays.
func TestNewStaysInside(t *testing.T) {
	outside := t.TempDir()
	dir := emptySite(t, map[string]string{"content/chuyen-de": "của tôi"})
	if err := os.Symlink(outside, filepath.Join(dir, "content", "guong")); err != nil {
		if runtime.GOOS == "windows" {
			t.Skip(err)
		}
		t.Fatal(err)
	}
	before := everything(t, dir)
	for _, kind := range []source.Kind{source.Profile, source.Topic} {
		_, err := edit.New(plan(t), edit.NewOptions{Dir: dir, Blank: edit.Blank{Kind: kind, Name: "Mẫu", Year: 2023}})
		var failed *fs.PathError
		if !errors.As(err, &failed) || !strings.HasPrefix(failed.Path, dir) {
			t.Errorf("%s: %v", kind, err)
		}
	}
	if everything(t, dir) != before {
		t.Error("something was written")
	}
	if entries, err := os.ReadDir(outside); err != nil || len(entries) > 0 {
		t.Errorf("outside: %v, %v", entries, err)
	}
}
