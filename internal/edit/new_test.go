package edit_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/edit"
	"guongsang/internal/keys"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

func plan(t testing.TB) *criteria.Book {
	t.Helper()
	book, err := criteria.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return book
}

var firstOfJune = viet.Date{Year: 2024, Month: 6, Day: 1}

// told reads a text as a file of a kind, as a build does, and gives what an editor would be told.
func told(t *testing.T, kind source.Kind, name, text string) []string {
	t.Helper()
	file := source.File{Path: "content/" + kind.Folder() + "/" + name + ".md", Kind: kind, Name: name}
	doc, problems, err := source.Read(fstest.MapFS{file.Path: {Data: []byte(text)}}, file, nil)
	if err != nil {
		t.Fatal(err)
	}
	var more []diag.Problem
	if kind.Story() {
		_, more = profile.Decode(doc, plan(t))
	} else {
		_, more = profile.DecodeEntry(doc, plan(t))
	}
	var lines []string
	for _, p := range append(problems, more...) {
		lines = append(lines, p.Text(diag.Vietnamese, nil))
	}
	return lines
}

// A template with all that a kind must have has nothing wrong with it; one of which nothing is known lacks just that.
func TestTemplate(t *testing.T) {
	book := plan(t)
	field, _ := book.Field("y-te")
	for _, kind := range edit.Kinds() {
		full := edit.Blank{
			Kind: kind, Name: "Nguyễn Thị Mẫu", Class: criteria.Person, Fields: []*criteria.Field{field}, Unit: "Trạm Y tế", Year: 2024, Today: firstOfJune,
		}
		if lines := told(t, kind, "y-te", edit.Template(book, full)); len(lines) > 0 {
			t.Errorf("%s: %s", kind, strings.Join(lines, "\n"))
		}
		// To a unit or a locality a day is that of its merger.
		if dated := strings.Contains(edit.Template(book, full), "\nngày: 01/06/2024\n"); dated != kind.Story() {
			t.Errorf("%s: has today as its day: %v", kind, dated)
		}
		var missing []string
		for _, k := range edit.Table(kind) {
			if k.Required {
				missing = append(missing, `chưa ghi "`+k.Name+`"`)
			}
		}
		empty := edit.Template(book, edit.Blank{Kind: kind, Today: firstOfJune})
		lines := told(t, kind, "y-te", empty)
		if len(lines) != len(missing) {
			t.Errorf("%s: told\n%s", kind, strings.Join(lines, "\n"))
		}
		for i := range min(len(lines), len(missing)) {
			if !strings.Contains(strings.Join(lines, "\n"), missing[i]) {
				t.Errorf("%s: nobody is told %s", kind, missing[i])
			}
		}
		if draft := strings.Contains(empty, "\nnháp: true\n"); draft != kind.Story() {
			t.Errorf("%s: a draft: %v", kind, draft)
		}
	}
}

// Every key that stands there as a comment is one # away from being in use.
func TestTemplateWithEverythingInUse(t *testing.T) {
	book := plan(t)
	field, _ := book.Field("y-te")
	for _, class := range []criteria.Kind{criteria.Person, criteria.Collective} {
		for _, kind := range edit.Kinds() {
			text := edit.Template(book, edit.Blank{
				Kind: kind, Name: "Mẫu", Class: class, Fields: []*criteria.Field{field}, Unit: "Trạm", Year: 2024, Today: firstOfJune,
			})
			var lines []string
			within := false // the lines of a key are indented by two
			for line := range strings.Lines(text) {
				isKey := strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "# ")
				if within = isKey || within && strings.HasPrefix(line, "#  "); within {
					line = line[1:]
				}
				lines = append(lines, line)
			}
			text = strings.Join(lines, "")
			file := source.File{Path: "content/" + kind.Folder() + "/y-te.md", Kind: kind, Name: "y-te"}
			doc, problems, err := source.Read(fstest.MapFS{file.Path: {Data: []byte(text)}}, file, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				t.Fatalf("%s\n%s", p.Text(diag.Vietnamese, nil), text)
			}
			rec, problems := keys.Read(doc.Front, edit.Table(kind), file.Path)
			if len(problems) > 0 {
				t.Errorf("%s: %v\n%s", kind, problems, text)
			}
			for _, k := range edit.Table(kind) {
				if k.Name != "tóm tắt" && !rec.Has(k.Name) {
					t.Errorf("%s: %q is not there", kind, k.Name)
				}
			}
			if kind == source.Profile {
				if _, problems := profile.Decode(doc, book); len(problems) > 1 { // who is no person heads nothing, and a picture wants words
					for _, p := range problems {
						if p.Code != diag.HeadNotPerson && p.Code != diag.PictureUndescribed {
							t.Error(p.Text(diag.Vietnamese, nil))
						}
					}
				}
			}
		}
	}
}

// The criteria are those of the class in the field, in the plan's own words, with what the plan says besides.
func TestTemplateHasTheCriteria(t *testing.T) {
	book := plan(t)
	for _, c := range []struct {
		class criteria.Kind
		field string
		has   []string
		not   []string
	}{
		{criteria.Household, "kinh-te-ho-gia-dinh", []string{
			"# Mã các tiêu chí", "#   Tiêu chí của lĩnh vực Kinh tế hộ gia đình (mục 3.1) dành cho hộ gia đình:\n",
			"#     3.1.5  Hàng năm gia đình phải đạt danh hiệu “Gia đình văn hóa” (bắt buộc; nên có danh hiệu)\n", "#tiêu chí: [3.1.1, 3.1.2]\n", "#minh chứng:\n#  3.1.1: ",
		}, nil},
		{criteria.Collective, "san-xuat-kinh-doanh", []string{
			"#   Với Doanh nghiệp; Hợp tác xã:\n", "(xét với kinh doanh du lịch, dịch vụ, thương mại)\n", "#     3.2.12  ", "#phân loại: Doanh nghiệp\n",
		}, []string{"3.2.13", "Cá nhân cải tiến"}},
		{criteria.NoKind, "san-xuat-kinh-doanh", []string{"(mục 3.2):\n", "#     3.2.1  ", "#     3.2.13  "}, []string{"dành cho"}},
		{criteria.Household, "y-te", []string{"#tiêu chí: [3.6.8, 3.6.9]\n"}, []string{"Tiêu chí của lĩnh vực"}}, // the field is for no household
	} {
		field, _ := book.Field(c.field)
		text := edit.Template(book, edit.Blank{Kind: source.Profile, Class: c.class, Fields: []*criteria.Field{field}})
		for _, want := range c.has {
			if !strings.Contains(text, want) {
				t.Errorf("%s: there is no %q in\n%s", c.field, want, text)
			}
		}
		for _, unwanted := range c.not {
			if strings.Contains(text, unwanted) {
				t.Errorf("%s: there is %q in\n%s", c.field, unwanted, text)
			}
		}
	}
	fields := edit.Template(book, edit.Blank{Kind: source.Profile, Class: criteria.Household})
	if !strings.Contains(fields, "#   kinh-te-ho-gia-dinh = Kinh tế hộ gia đình\nlĩnh vực:\n") || strings.Contains(fields, "# y-te = ") {
		t.Errorf("the fields for a household are listed as\n%s", fields)
	}
}

// A name is read back as it was given, whatever YAML would take it for.
func FuzzName(f *testing.F) {
	for _, name := range []string{
		"Nguyễn Thị Mẫu", "a: b", "a #b", "#a", "- a", "[a]", "{a: b}", "*a", "&a", "!a", "%a", "@a", "`a", `"a"`, "'a'", `a\b`, `"`, "true", "12", "1.200", "~", "null",
		"a\tb", " a ", "a\nb", "a:", "? a", "| a", "> a", "---", "a\u00a0b", "\ufeffa", "a\u2028b", "a\x07b", "a\xffb", "a\uffffb", "=", "<<", "a, b", "No", "2023-05-19",
	} {
		f.Add(name)
	}
	book := plan(f)
	f.Fuzz(func(t *testing.T, name string) {
		text := edit.Template(book, edit.Blank{Kind: source.Page, Name: name})
		file := source.File{Path: "content/trang/a.md", Kind: source.Page, Name: "a"}
		doc, problems, err := source.Read(fstest.MapFS{file.Path: {Data: []byte(text)}}, file, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			if p.Code == diag.FrontSyntax {
				t.Fatalf("%q: %s\n%s", name, p.Text(diag.Vietnamese, nil), text)
			}
		}
		if viet.Slug(name) == "" || len(problems) > 0 { // signs that no text may have are told, and are not our business
			return
		}
		rec, _ := keys.Read(doc.Front, edit.Table(source.Page), file.Path)
		want := strings.Map(func(r rune) rune {
			if r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r) || r >= 0x7f && r < 0xa0 && r != 0x85 || r == 0xfeff || r == 0xfffe || r == 0xffff {
				return -1
			}
			return r
		}, strings.ToValidUTF8(name, ""))
		want = viet.NFC(strings.Join(strings.Fields(want), " "))
		if got := rec.Text("tên").Text; got != want || !utf8.ValidString(text) {
			t.Errorf("%q is read as %q\n%s", name, got, text)
		}
	})
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
