package edit_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"guongsang/internal/advice"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/edit"
	"guongsang/internal/keys"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

var firstOfJune = viet.Date{Year: 2024, Month: 6, Day: 1}

// told reads a text as a file of a kind, as a check does, and gives what an editor would be told.
func told(t *testing.T, kind source.Kind, name, text string) []string {
	t.Helper()
	file := source.File{Path: "content/" + kind.Folder() + "/" + name + ".md", Kind: kind, Name: name}
	doc, problems, err := source.Read(fstest.MapFS{file.Path: {Data: []byte(text)}}, file, nil)
	if err != nil {
		t.Fatal(err)
	}
	var record profile.Record
	var more []diag.Problem
	if kind.Story() {
		record.Story, more = profile.Decode(doc, plan(t))
	} else {
		record.Entry, more = profile.DecodeEntry(doc, plan(t))
	}
	more = append(more, advice.File(file, []byte(text), record, false)...)
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
		for _, k := range kind.Keys() {
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
			rec, problems := keys.Read(doc.Front, kind.Keys(), file.Path)
			if len(problems) > 0 {
				t.Errorf("%s: %v\n%s", kind, problems, text)
			}
			for _, k := range kind.Keys() {
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
		rec, _ := keys.Read(doc.Front, source.Page.Keys(), file.Path)
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

// The form fills a template in and leaves every word of advice where it was.
func TestTemplateSurvivesTheForm(t *testing.T) {
	book := plan(t)
	for _, kind := range edit.Kinds() {
		dir := emptySite(t, nil)
		created, err := edit.New(book, edit.NewOptions{Dir: dir, Blank: edit.Blank{Kind: kind, Name: "y-te", Year: 2024, Today: firstOfJune}})
		if err != nil {
			t.Fatal(err)
		}
		draft, err := edit.Load(dir, created.Path)
		if err != nil || !draft.Editable() {
			t.Fatalf("%s: %v, %+v", kind, err, draft.Problems)
		}
		want := map[string]any{"tên": "Tên khác: mới", "tóm tắt": "Một câu #1.", "ảnh": map[string]any{"tệp": "a.jpg", "mô tả": "Hai người dựng biển số nhà"}}
		if kind == source.Profile {
			want["loại"], want["đơn vị"], want["phân loại"] = "cá nhân", "Trạm Y tế", "viên chức"
		}
		if kind == source.Profile || kind == source.Practice {
			want["lĩnh vực"] = []any{"y-te"}
		}
		for name, value := range want {
			draft.Values[name] = value
		}
		text, err := edit.Compose([]byte(draft.Whole), kind.Keys(), draft.Values, "Thân bài.\n")
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		old, filled := comments(draft.Whole), comments(string(text))
		if old != filled {
			t.Errorf("%s: the comments were\n%s\nand are\n%s", kind, old, filled)
		}
		if lines := told(t, kind, "y-te", string(text)); len(lines) > 0 {
			t.Errorf("%s: %s\n%s", kind, lines, text)
		}
		for _, line := range []string{"\ntên: ", "\ntóm tắt: "} {
			if strings.Count(string(text), line) != 1 {
				t.Errorf("%s: not one line%q in\n%s", kind, line, text)
			}
		}
	}
}

// comments are the lines of a text that are for the author only.
func comments(text string) string {
	var all []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			all = append(all, line)
		}
	}
	return strings.Join(all, "")
}
