package profile_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

func book(t testing.TB) *criteria.Book {
	t.Helper()
	b, err := criteria.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// document reads a file from its text, which must have no mistake of its own.
func document(t testing.TB, path, text string) source.Document {
	t.Helper()
	files := fstest.MapFS{path: {Data: []byte(text)}}
	list, _, problems, err := source.List(files, files)
	if err != nil || len(list) != 1 || len(problems) > 0 {
		t.Fatalf("%s: %v %v", path, problems, err)
	}
	doc, problems, err := source.Read(files, list[0], nil)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%s: %v %v", path, problems, err)
	}
	return doc
}

func story(t testing.TB, path, text string) (*profile.Story, string) {
	t.Helper()
	s, problems := profile.Decode(document(t, path, text), book(t))
	return s, told(problems)
}

// told gives the place, severity and code of each problem in order, and what was meant.
func told(problems []diag.Problem) string {
	var lines []string
	for _, p := range diag.Sort(problems) {
		_, at, _ := strings.Cut(p.Place.String(), ":")
		line := at + " " + p.Severity.Word(diag.English) + " " + string(p.Code)
		if p.Suggest != "" {
			line += " " + p.Suggest
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

const whole = `---
tên: Nguyễn Thị Mẫu
loại: cá nhân
phân loại: viên chức
lĩnh vực: [y-te, 9]
năm: [2023, 2021]
đơn vị: Trung tâm Y tế thành phố
địa bàn: Phường 4
danh xưng: Bà
chức vụ: Điều dưỡng trưởng
năm sinh: 1975
đứng đầu: trung-tam-y-te
ngày: 19/05/2023
cập nhật: 2023-06-02
tóm tắt: Hai mươi năm chăm sóc bệnh nhân nghèo.
ảnh: {tệp: chan-dung.jpg, mô tả: Chân dung, chú thích: Năm 2023, nguồn: Báo}
khen thưởng:
  - {hình thức: Giấy khen, cấp: Chủ tịch UBND thành phố, số: 123/QĐ-UBND, ngày: 19/05/2023}
tiêu chí: [3.6.8, 3.6.9, 3.6.8]
minh chứng: {3.6.8: Sáng kiến cấp cơ sở năm 2022}
kết quả:
  - {chỉ tiêu: Lượt khám miễn phí, trước: 1.200, sau: "2.400,5", đơn vị tính: lượt, năm: 2022}
  - {chỉ tiêu: Số ca, sau: 0}
chuyên mục: Gương sáng quanh ta
chuyên đề: [Chuyển đổi số, Vì dân]
phát hiện: Cơ sở bình chọn
diễn biến:
  - {ngày: 20/05/2024, nội dung: Sau.}
  - {ngày: 20/05/2023, nội dung: Trước.}
nhân rộng:
  - {đơn vị: Trạm Y tế xã Mẫu, năm: 2024, nội dung: Làm theo, gương: tram-y-te-xa-mau}
tham quan: {địa chỉ: 1 đường Mẫu, liên hệ: Văn phòng, giờ: sáng}
nguồn: {tác giả: Lê Văn, ảnh: Trần Thị, liên kết: "https://bao.example/1"}
đồng ý: {ngày: 01/05/2023, người: chính chủ}
nổi bật: true
nháp: không
hết hạn: 31/12/2030
bí danh: [/cu/mau/]
---
## Hoàn cảnh

Thân bài với [liên kết](khac.md) và ![ảnh](a.jpg).
`

// TestDecodeReadsEveryKey: every key of a profile arrives in its place, with the author's own place where something may have to be
// said later.
func TestDecodeReadsEveryKey(t *testing.T) {
	s, problems := story(t, "content/guong/2023/nguyen-thi-mau/index.md", whole)
	if problems != "" {
		t.Errorf("told:\n%s", problems)
	}
	d, m := s.Detail(), s.Mentions()
	const file = "content/guong/2023/nguyen-thi-mau/index.md"
	ref := func(text string, line, column int) profile.Ref {
		return profile.Ref{Text: text, Place: diag.Place{File: file, Line: line, Column: column}}
	}
	day := func(y, m, d int) viet.Date { return viet.Date{Year: y, Month: m, Day: d} }
	if s.Slug != "nguyen-thi-mau" || s.Kind != criteria.Person || d.Subkind.Code != "vien-chuc" || !s.IsProfile() || s.LastYear() != 2023 {
		t.Errorf("slug %q, kind %v, sub-kind %+v, years %v", s.Slug, s.Kind, d.Subkind, s.Years)
	}
	if len(s.Fields) != 2 || s.MainField().Code != "y-te" || s.Fields[1].Code != "nguoi-tot-viec-tot" {
		t.Errorf("fields %v", s.Fields)
	}
	if len(d.Criteria) != 2 || d.Criteria[0].Criterion.Code != "3.6.8" || d.Criteria[0].Evidence == "" || d.Criteria[1].Evidence != "" {
		t.Errorf("criteria, each once: %+v", d.Criteria)
	}
	type rest struct {
		Name, Listed, Family          string
		Years                         []int
		Unit, Locality, Column, Heads profile.Ref
		Topics, Aliases               []profile.Ref
		Honorific, Position           string
		BirthYear                     int
		Date, Order, Updated, Expires viet.Date
		Summary                       string
		Picture                       profile.Picture
		Commendations                 []profile.Commendation
		Results                       []profile.Result
		Discovery                     string
		Timeline                      []profile.Note
		Copies                        []profile.Copy
		Followers                     []profile.Ref
		Visit                         profile.Visit
		Credit                        profile.Credit
		Consent                       profile.Consent
		Featured, Draft               bool
		Links, Pictures               int
		Anchors                       []string
	}
	want := rest{
		Name: "Nguyễn Thị Mẫu", Listed: "Mẫu", Family: "Nguyễn", Years: []int{2021, 2023},
		Unit: ref("Trung tâm Y tế thành phố", 7, 9), Locality: ref("Phường 4", 8, 10), Column: ref("Gương sáng quanh ta", 24, 13),
		Heads: ref("trung-tam-y-te", 12, 11), Topics: []profile.Ref{ref("Chuyển đổi số", 25, 13), ref("Vì dân", 25, 28)},
		Aliases: []profile.Ref{ref("/cu/mau/", 38, 11)}, Honorific: "Bà", Position: "Điều dưỡng trưởng", BirthYear: 1975,
		Date: day(2023, 5, 19), Order: day(2023, 5, 19), Updated: day(2023, 6, 2), Expires: day(2030, 12, 31),
		Summary:       "Hai mươi năm chăm sóc bệnh nhân nghèo.",
		Picture:       profile.Picture{Path: ref("chan-dung.jpg", 16, 12), Alt: "Chân dung", Caption: "Năm 2023", Credit: "Báo"},
		Commendations: []profile.Commendation{{Form: "Giấy khen", Authority: "Chủ tịch UBND thành phố", Number: "123/QĐ-UBND", Date: day(2023, 5, 19)}},
		Results: []profile.Result{
			{What: "Lượt khám miễn phí", Unit: "lượt", Before: 1200, After: 2400.5, HasBefore: true, HasAfter: true, Year: 2022},
			{What: "Số ca", HasAfter: true},
		},
		Discovery: "cơ sở bình chọn",
		Timeline:  []profile.Note{{Date: day(2023, 5, 20), Text: "Trước."}, {Date: day(2024, 5, 20), Text: "Sau."}},
		Copies:    []profile.Copy{{Unit: "Trạm Y tế xã Mẫu", Text: "Làm theo", Year: 2024}},
		Followers: []profile.Ref{ref("tram-y-te-xa-mau", 31, 70)},
		Visit:     profile.Visit{Address: "1 đường Mẫu", Contact: "Văn phòng", Hours: "sáng"},
		Credit:    profile.Credit{Author: "Lê Văn", Photos: "Trần Thị", Link: "https://bao.example/1"},
		Consent:   profile.Consent{Date: day(2023, 5, 1), By: "chính chủ"},
		Featured:  true, Links: 1, Pictures: 1, Anchors: []string{"hoan-canh"},
	}
	got := rest{
		s.Name, s.Listed, s.Family, s.Years, s.Unit, s.Locality, s.Column, m.Heads, s.Topics, s.Aliases, s.Honorific, s.Position,
		d.BirthYear, s.Date, s.Order, s.Updated, s.Expires, s.Summary, s.Picture, d.Commendations, d.Results, d.Discovery, d.Timeline,
		d.Copies, m.Followers, d.Visit, d.Credit, d.Consent, s.Featured, s.Draft, len(m.Links), len(m.Pictures), d.Found.Anchors,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// head is a good profile; lines take the place of those of the same key, or come behind.
func head(lines ...string) string {
	keys := []string{"tên: Nguyễn Thị Mẫu", "loại: cá nhân", "lĩnh vực: y-te", "năm: 2023", "đơn vị: Trung tâm Y tế"}
	for _, line := range lines {
		key, _, _ := strings.Cut(line, ":")
		found := false
		for i := range keys {
			if strings.HasPrefix(keys[i], key+":") {
				keys[i], found = line, true
			}
		}
		if !found {
			keys = append(keys, line)
		}
	}
	return "---\n" + strings.Join(keys, "\n") + "\n---\n"
}

// TestRules: what the plan does not admit is a warning, what makes no sense an error; places are those of the author's file.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"good", nil, ""},
		{"field by number, name, folded code", []string{`lĩnh vực: [6, "Y tế, chăm sóc sức khỏe"]`}, "4:15 warning GS207"},
		{"unknown field", []string{"lĩnh vực: [giao duccc, y-te]"}, "4:12 error GS104 giao-duc"},
		{"a field for others", []string{"loại: tập thể", "lĩnh vực: nguoi-tot-viec-tot"}, "4:11 warning GS201"},
		{"a sub-kind of the field", []string{"phân loại: VIEN CHUC"}, ""},
		{"a sub-kind of another of the fields", []string{"lĩnh vực: [nguoi-tot-viec-tot, y-te]", "phân loại: vien-chuc"}, ""},
		{"a misspelt sub-kind", []string{"phân loại: viên chức ngành y té tế"}, "7:12 warning GS202 Viên chức ngành y tế"},
		{"a sub-kind where the kind is not admitted is told once", []string{"loại: hộ gia đình", "phân loại: viên chức"}, "4:11 warning GS201"},
		{"no kind: nothing is held against the plan", []string{"loại: cá nhânnn", "lĩnh vực: kinh-te-ho-gia-dinh", "phân loại: x"}, "3:7 error GS113 cá nhân"},
		{"an unknown criterion", []string{"tiêu chí: [3.6.99]"}, "7:12 error GS203 3.6.9"},
		{"a criterion of another field", []string{"tiêu chí: [3.5.1]"}, "7:12 warning GS204"},
		{"a criterion for others", []string{"lĩnh vực: nong-thon-moi", "loại: tập thể", "tiêu chí: [3.4.1, 3.4.4]"}, "7:19 warning GS205"},
		{"evidence without its criterion", []string{"tiêu chí: [3.6.8]", "minh chứng: {3.6.9: x}"}, "8:14 warning GS206"},
		{"evidence of a criterion that does not exist", []string{"minh chứng: {9.9: x}"}, "7:14 warning GS206"},
		{"a collective at the head", []string{"loại: tập thể", "đứng đầu: ai-do"}, "7:11 error GS208"},
		{"a result without a figure", []string{"kết quả: [{chỉ tiêu: A}]"}, "7:11 warning GS209"},
		{"a result with a wrong figure is told once", []string{"kết quả: [{chỉ tiêu: A, sau: 2.7}]"}, "7:30 error GS111 2,7"},
		{"days in the wrong order", []string{"ngày: 19/05/2023", "cập nhật: 18/05/2023", "hết hạn: 01/01/2022"}, "8:11 warning GS211\n9:10 warning GS211"},
		{"days in order", []string{"ngày: 19/05/2023", "cập nhật: 19/05/2023", "hết hạn: 19/05/2023"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := story(t, "content/guong/a.md", head(c.lines...)); got != c.want {
				t.Errorf("told:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

// TestMessagesOfThePlan: a warning about the plan quotes its section and its words.
func TestMessagesOfThePlan(t *testing.T) {
	_, problems := profile.Decode(document(t, "content/guong/a.md", head("loại: tập thể", "lĩnh vực: nguoi-tot-viec-tot")), book(t))
	want := `content/guong/a.md:4:11: cảnh báo GS201: lĩnh vực "Người tốt, việc tốt" (mục 3.9: “Điển hình tiên tiến về người tốt, việc tốt”) xét cá nhân, không xét tập thể; chọn lĩnh vực khác hoặc sửa loại`
	if len(problems) != 1 || problems[0].Text(diag.Vietnamese, nil) != want {
		t.Errorf("got %v\nwant %s", problems, want)
	}
}

// TestOrderAndNames: without a day a story is ordered as of 1 January of its last year; persons are listed by given name.
func TestOrderAndNames(t *testing.T) {
	for _, c := range []struct {
		lines          []string
		order          string
		listed, family string
	}{
		{nil, "2023-01-01", "Mẫu", "Nguyễn"},
		{[]string{"năm: [2024, 2021]"}, "2024-01-01", "Mẫu", "Nguyễn"},
		{[]string{"ngày: 5/6/2022"}, "2022-06-05", "Mẫu", "Nguyễn"},
		{[]string{"tên: K'Giắc"}, "2023-01-01", "Giắc", ""},
		{[]string{"tên: Bà Trần Thị Lan"}, "2023-01-01", "Lan", "Trần"},
		{[]string{"tên sắp xếp: Lê Văn Khác"}, "2023-01-01", "Khác", "Lê"},
		{[]string{"tên sắp xếp: 'Mai Lan, Nguyễn Thị'"}, "2023-01-01", "Mai Lan", "Nguyễn"},
		{[]string{"loại: tập thể", "tên: Trạm Y tế xã Mẫu"}, "2023-01-01", "Trạm", ""},
	} {
		s, problems := story(t, "content/guong/a.md", head(c.lines...))
		if problems != "" || s.Order.ISO() != c.order || s.Listed != c.listed || s.Family != c.family || s.SortKey == "" {
			t.Errorf("%q: %s, listed under %q, family %q; %s", c.lines, s.Order.ISO(), s.Listed, s.Family, problems)
		}
	}
}

func TestSlugs(t *testing.T) {
	for path, want := range map[string]string{
		"content/guong/a.md": "a", "content/guong/2023/Hà Thị Mai.md": "ha-thi-mai", "content/guong/K'Giắc/index.md": "k-giac", "content/guong/!!!.md": "",
	} {
		if s, _ := story(t, path, head()); s.Slug != want {
			t.Errorf("%s: slug %q, want %q", path, s.Slug, want)
		}
	}
	if s, _ := story(t, "content/guong/a.md", head("đường dẫn: b")); s.Slug != "b" {
		t.Errorf("slug %q, want the author's", s.Slug)
	}
}

func TestPracticeAndArticle(t *testing.T) {
	s, problems := story(t, "content/mo-hinh/a.md", "---\ntên: Hẹn giờ\nlĩnh vực: 6\nngày: 19/05/2023\ngương: [a, b]\nvấn đề: Chờ lâu.\ncách làm: |\n  Gọi [trước](b.md).\nđiều kiện: \"![x](y.jpg)\"\n---\n")
	if problems != "" || s.IsProfile() || len(s.Mentions().Doers) != 2 || s.Detail().Problem != "Chờ lâu." || len(s.Mentions().Links) != 1 || len(s.Mentions().Pictures) != 1 {
		t.Errorf("practice %+v\n%s", s, problems)
	}
	s, problems = story(t, "content/bai-viet/a.md", "---\ntên: Tin\n---\nMột [x](y.md).\n")
	if problems != "1:1 warning GS210" || s.Class != source.Article || !s.Order.IsZero() || len(s.Mentions().Links) != 1 {
		t.Errorf("article %+v\n%s", s, problems)
	}
	if _, problems = story(t, "content/mo-hinh/a.md", "---\ntên: A\nnăm: 2023\nloại: cá nhân\n---\n"); problems != "2:1 error GS103\n4:1 error GS101" {
		t.Errorf("a practice has no kind and needs a field; told:\n%s", problems)
	}
}

// TestPlacesInTexts: what is wrong in a Markdown text of the front matter has its place in the file, however the text is written.
func TestPlacesInTexts(t *testing.T) {
	for _, c := range []struct{ name, value, want string }{
		{"plain", "một ![](a.jpg) và [x](b.md)", "4:15 warning GS404; links 4:29"},
		{"in quotes", `"một ![](a.jpg)"`, "4:16 warning GS404; links"},
		{"in single quotes", "'một ![](a.jpg)'", "4:16 warning GS404; links"},
		{"a block", "|\n  một\n  hai ![](a.jpg)\n\n  ba [x](b.md)", "6:7 warning GS404; links 8:6"},
		{"a block with a blank line first", "|-\n\n    một ![](a.jpg)", "6:9 warning GS404; links"},
		{"a folded block", ">\n  một ![](a.jpg)", "5:7 warning GS404; links"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, problems := story(t, "content/mo-hinh/a.md", "---\ntên: A\nlĩnh vực: 6\ncách làm: "+c.value+"\nnăm: 2023\n---\n")
			got := problems + "; links"
			for _, l := range s.Mentions().Links {
				got += fmt.Sprintf(" %d:%d", l.Line, l.Column)
			}
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestEntries(t *testing.T) {
	for _, c := range []struct {
		path, text, want string
		check            func(e *profile.Entry) bool
	}{
		{
			"content/don-vi/tram.md", "---\ntên: Trạm\ntên cũ: [Trạm xá, Trạm Một]\nnhập vào: Trung tâm\nngày: 01/07/2025\nđịa bàn: Phường 4\nđịa chỉ: 1 đường Mẫu\nđiện thoại: 0263\nthư điện tử: a@b.example\nliên kết: https://c.example\n---\n", "",
			func(e *profile.Entry) bool {
				return e.Slug == "tram" && len(e.FormerNames) == 2 && e.MergedInto.Text == "Trung tâm" && e.MergedOn.ISO() == "2025-07-01" &&
					e.Locality.Text == "Phường 4" && e.Address == "1 đường Mẫu" && e.Phone == "0263" && e.Email == "a@b.example" && e.Link == "https://c.example"
			},
		},
		{
			"content/chuyen-de/so.md", "---\ntên: Số\ntừ ngày: 02/01/2023\nđến ngày: 01/01/2023\n---\n", "4:11 warning GS211",
			func(e *profile.Entry) bool { return e.From.ISO() == "2023-01-02" && e.To.ISO() == "2023-01-01" },
		},
		{"content/chuyen-de/so.md", "---\ntên: Số\nthư điện tử: a@b.example\n---\n", "", func(e *profile.Entry) bool { return e.Email == "a@b.example" }},
		{"content/chuyen-de/so.md", "---\ntên: Số\nthư điện tử: a & b\n---\n", "3:14 warning GS517", func(e *profile.Entry) bool { return e.Email == "" }},
		{"content/chuyen-de/so.md", "---\ntên: Số\nthư điện tử: 'a@b.example, c@d.example'\n---\n", "3:14 warning GS517", func(e *profile.Entry) bool { return e.Email == "" }},
		{"content/don-vi/tram.md", "---\ntên: Trạm\nthư điện tử: 'a@b.example, c@d.example'\n---\n", "", func(e *profile.Entry) bool { return e.Email != "" }},
		{"content/trang/gioi-thieu.md", "---\ntên: Giới thiệu\nthứ tự: 2\nbí danh: /cu/\n---\nChữ.\n", "", func(e *profile.Entry) bool {
			return e.Menu == 2 && len(e.Aliases) == 1 && e.Found.Words > 0
		}},
		{"content/linh-vuc/6.md", "---\ntên: Y tế\n---\n", "", func(e *profile.Entry) bool { return e.Slug == "y-te" }},
		{"content/linh-vuc/y-tee.md", "---\ntên: Y tế\n---\n", " error GS104 y-te", func(*profile.Entry) bool { return true }},
		{"content/dia-ban/a.md", "---\ntên: A\nđịa bàn: B\n---\n", "3:1 error GS101", func(*profile.Entry) bool { return true }},
		{"content/chuyen-muc/a.md", "---\ntóm tắt: x\n---\n", "2:1 error GS103", func(e *profile.Entry) bool { return e.Summary == "x" }},
	} {
		e, problems := profile.DecodeEntry(document(t, c.path, c.text), book(t))
		if got := told(problems); got != c.want || !c.check(e) {
			t.Errorf("%s: %+v\ntold:\n%s\nwant:\n%s", c.path, e, got, c.want)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	doc, plan := document(b, "content/guong/nguyen-thi-mau/index.md", whole), book(b)
	for b.Loop() {
		profile.Decode(doc, plan)
	}
}
