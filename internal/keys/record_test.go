package keys_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/viet"
)

const profile = `tên: "  Nguyễn   Thị Mẫu "
loại: Ca nhan
lĩnh vực: [y-te, 12]
năm: 2023
đơn vị: Trung tâm Y tế
năm sinh: 1975
điện thoại cũ: 0912345678
ngày: 2023-05-19
tóm tắt: >
  Hai mươi năm
  chăm sóc.
ảnh: chan-dung.jpg
khen thưởng: {hình thức: Giấy khen, số: 0123, ngày: 19/05/2023}
tiêu chí: [3.6.8, 3.10]
minh chứng:
  3.6.8: Sáng kiến
  3.10: ~
kết quả:
  - {chỉ tiêu: Lượt khám, trước: 1.200, sau: "1.200,5", năm: 2022}
chuyên đề: Chuyển đổi số
nguồn: {liên kết: https://bao.example/a?b=c}
nổi bật: có
nháp: no
cập nhật: 31/04/2023
bí danh: [/cu/mau/]
`

func TestRecord(t *testing.T) {
	node, problems := keys.ParseYAML([]byte(profile), diag.Place{File: "a.md", Line: 2, Column: 1})
	r, more := keys.Read(node, keys.Profile(), "a.md")
	var codes []string
	for _, p := range append(problems, more...) {
		codes = append(codes, p.Place.String()+" "+string(p.Code))
	}
	if diff := cmp.Diff([]string{"a.md:8:1 GS101", "a.md:25:11 GS109"}, codes); diff != "" {
		t.Fatalf("problems (-want +got):\n%s", diff)
	}
	place := func(line, column int) diag.Place { return diag.Place{File: "a.md", Line: line, Column: column} }
	value := func(text string, line, column int) keys.Value {
		return keys.Value{Text: text, Place: place(line, column), Present: true}
	}
	same := func(name string, want, got any) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	same("a name is one line", value("Nguyễn Thị Mẫu", 2, 6), r.Text("tên"))
	same("a choice is as in the table", value("cá nhân", 3, 7), r.Text("loại"))
	same("fields", []keys.Value{value("y-te", 4, 12), value("12", 4, 18)}, r.List("lĩnh vực"))
	same("years", []keys.YearValue{{Year: 2023, Place: place(5, 6)}}, r.Years("năm"))
	same("one year", []keys.YearValue{{Year: 1975, Place: place(7, 11)}}, r.Years("năm sinh"))
	date, text := r.Date("ngày")
	same("date", viet.Date{Year: 2023, Month: 5, Day: 19}, date)
	same("date as typed", value("2023-05-19", 9, 7), text)
	same("folded text", "Hai mươi năm chăm sóc.", r.Text("tóm tắt").Text)
	picture, ok := r.Object("ảnh")
	same("picture", value("chan-dung.jpg", 13, 6), picture.Text("tệp"))
	same("picture is there", true, ok)
	same("picture's name", value("chan-dung.jpg", 13, 6), r.Text("ảnh"))
	objects := r.Objects("khen thưởng")
	same("a group alone is a list of one", 1, len(objects))
	same("leading zero", value("0123", 14, 41), objects[0].Text("số"))
	same("object's place", place(14, 14), objects[0].Place())
	same("codes", "3.10", r.List("tiêu chí")[1].Text)
	same("map", []keys.Entry{{Key: value("3.6.8", 17, 3), Value: value("Sáng kiến", 17, 10)}}, r.Map("minh chứng"))
	result := r.Objects("kết quả")[0]
	before, _ := result.Number("trước")
	after, typed := result.Number("sau")
	same("point parts thousands", 1200.0, before)
	same("comma before decimals", 1200.5, after)
	same("number as typed", "1.200,5", typed.Text)
	same("list of one", []keys.Value{value("Chuyển đổi số", 21, 12)}, r.List("chuyên đề"))
	source, _ := r.Object("nguồn")
	same("url", "https://bao.example/a?b=c", source.Text("liên kết").Text)
	same("yes", true, r.Bool("nổi bật"))
	same("no", false, r.Bool("nháp"))
	same("no is there", true, r.Has("nháp"))
	same("alias", "/cu/mau/", r.List("bí danh")[0].Text)

	updated, absent := r.Date("cập nhật")
	same("a wrong date is absent", true, updated.IsZero() && !absent.Present && !r.Has("cập nhật"))
	same("a wrong value has its place", place(25, 11), absent.Place)
	same("what is not there has the record's place", place(2, 1), r.At("chức vụ"))
	same("what is not there", keys.Value{Place: place(2, 1)}, r.Text("chức vụ"))
	same("nodes are there for all", keys.Scalar, r.Node("cập nhật").Kind)
	_, ok = r.Object("tham quan")
	same("no object", false, ok)
}

func TestZeroRecord(t *testing.T) {
	var r keys.Record
	if r.Has("tên") || r.Text("tên").Present || r.List("năm") != nil || r.Bool("nháp") || r.Map("x") != nil || r.Node("x").Kind != keys.Null {
		t.Error("the zero Record has something")
	}
}

func TestNumbersOfTOMLAndJSONHaveAPoint(t *testing.T) {
	table := []keys.Key{{Name: "số", Type: keys.Number}, {Name: "mã", Type: keys.CodeList}, {Name: "năm", Type: keys.YearList}}
	at := diag.Place{File: "a", Line: 1, Column: 1}
	toml, _ := keys.ParseTOML([]byte("so = 12.5\nma = [3.6, 3.10]\nnam = 0x7e7"), at)
	json, _ := keys.ParseJSON([]byte(`{"so": 12.5, "ma": [3.6, 3.10], "nam": 2023}`), at)
	for name, node := range map[string]keys.Node{"toml": toml, "json": json} {
		r, problems := keys.Read(node, table, "a")
		number, _ := r.Number("số")
		if len(problems) > 0 || number != 12.5 || r.List("mã")[1].Text != "3.10" || r.Years("năm")[0].Year != 2023 {
			t.Errorf("%s: %v %v %v %v", name, number, r.List("mã"), r.Years("năm"), problems)
		}
	}
}

func TestAny(t *testing.T) {
	table := []keys.Key{{Name: "gì", Type: keys.Any}}
	node, _ := keys.ParseYAML([]byte("gì: {a: [b, {c: 1, c: 2}]}"), diag.Place{File: "a", Line: 1, Column: 1})
	r, problems := keys.Read(node, table, "a")
	if len(problems) != 1 || problems[0].Code != diag.DuplicateKey || problems[0].Column != 20 {
		t.Errorf("problems: %v", problems)
	}
	if got := r.Node("gì").Pairs[0].Value.Items[0].Text; got != "b" {
		t.Errorf("got %q", got)
	}
}

// Whoever asks for another type than the table's own is told that there is nothing.
func TestOtherTypes(t *testing.T) {
	node, _ := keys.ParseYAML([]byte(profile), diag.Place{File: "a.md", Line: 2, Column: 1})
	r, _ := keys.Read(node, keys.Profile(), "a.md")
	date, text := r.Date("năm sinh")
	number, _ := r.Number("năm sinh")
	if !date.IsZero() || number != 0 || !text.Present || r.Bool("tên") || r.Years("ngày") != nil || r.Map("khen thưởng") != nil || r.List("tên") != nil || r.Objects("tên") != nil {
		t.Errorf("%v %v %v %v %v %v %v", date, number, text, r.Bool("tên"), r.Years("ngày"), r.Map("khen thưởng"), r.List("tên"))
	}
	if text := r.Text("minh chứng"); text.Present || text.Text != "" {
		t.Errorf("a map has the text %+v", text)
	}
}

// A block need not begin in the first column: a JSON object may be indented.
func TestColumnsOfTheFirstLine(t *testing.T) {
	node, _ := keys.ParseJSON([]byte("{\"tên\": \"A\",\n\"năm\": 1}"), diag.Place{File: "a", Line: 3, Column: 5})
	first, second := node.Pairs[0].Value, node.Pairs[1].Value
	if first.Line != 3 || first.Column != 13 || second.Line != 4 || second.Column != 8 {
		t.Errorf("got %d:%d and %d:%d", first.Line, first.Column, second.Line, second.Column)
	}
}

func TestHostileBlocksEndSoon(t *testing.T) {
	var dotted strings.Builder
	for i := range 20_000 {
		dotted.WriteString("a" + strconv.Itoa(i) + ".b = 1\n")
	}
	for _, block := range []string{
		strings.Repeat("[", 100_000), strings.Repeat("{a: ", 50_000), strings.Repeat("- ", 50_000), strings.Repeat("a: &a [*a]\n", 10_000),
		dotted.String(), "a = " + strings.Repeat("[", 100_000), strings.Repeat(`{"a":`, 50_000), strings.Repeat("\"", 100_000),
	} {
		for _, format := range []string{"yaml", "toml", "json"} {
			if _, problems := parse(format, []byte(block)); len(problems) == 0 {
				t.Errorf("%s: no problem with %.20q…", format, block)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("yaml", profile)
	f.Add("yaml", "a: \"x\" y\n\tb: [")
	f.Add("yaml", "---")
	f.Add("toml", "a.b = [1, {c = 'd'}]\n[[e]]\n\"f\" = 1979-05-27")
	f.Add("json", `{"a": [1, null, {"b": "c\u0000"}], "năm": 2023}`)
	f.Fuzz(func(t *testing.T, format, block string) {
		block = strings.ReplaceAll(strings.ToValidUTF8(block, ""), "\r", "\n") // as source does
		lines := strings.Count(block, "\n") + 1
		record, problems := parse(format, []byte(block))
		for _, p := range problems {
			if p.Line < 2 || p.Line > lines+1 || p.Column < 1 || p.File != "a.md" {
				t.Errorf("a place outside the block: %s", p.Text(diag.English, nil))
			}
			if !strings.Contains(block, "{") && strings.Contains(p.Text(diag.Vietnamese, nil), "{") && p.Code != diag.MissingKey && p.Code != diag.WantObject {
				t.Errorf("a message with a hole: %s", p.Text(diag.Vietnamese, nil))
			}
		}
		for _, k := range keys.Profile() {
			if v := record.Text(k.Name); v.Present && v.Text != viet.NFC(v.Text) {
				t.Errorf("%s is not NFC: %q", k.Name, v.Text)
			}
			if v := record.Text(k.Name); v.Present != (v.Text != "") {
				t.Errorf("%s: present %v, text %q", k.Name, v.Present, v.Text)
			}
		}
	})
}

// story is the front matter of a story as it comes every day: nothing in it needs the library of YAML.
const story = `tên: Nghiêm Văn Đức
danh xưng: Anh
chức vụ: Trụ trì
loại: cá nhân
phân loại: Người dân trong cộng đồng dân cư
lĩnh vực: [nguoi-tot-viec-tot]
năm: [2019]
đơn vị: UBND xã Bến Mai
địa bàn: Xã Bến Mai
năm sinh: 1997
ngày: 25/07/2019
tóm tắt: "15 năm cắt tóc miễn phí cho trẻ mồ côi, anh Đức đã làm cho phụ huynh ở xã Bến Mai tin rằng một cây làm chẳng nên non."
khen thưởng:
  - {hình thức: Lao động tiên tiến, cấp: Chủ tịch UBND tỉnh, số: 909/QĐ-UBND, ngày: 24/04/2019}
  - {hình thức: Bằng khen, cấp: Liên đoàn Lao động tỉnh, số: 2272/QĐ-UBND, ngày: 06/03/2019}
tiêu chí: [3.9.1, 3.9.2, 3.9.3, 3.9.4]
minh chứng: {3.9.2: Xác nhận của UBND xã Bến Mai năm 2016, 3.9.4: "Sổ theo dõi tại sân bóng, năm 2019"}
kết quả:
  - {chỉ tiêu: Áo ấm được trao, trước: 116, sau: 342, đơn vị tính: chiếc, năm: 2019}
chuyên mục: Gương sáng quanh ta
phát hiện: báo chí phát hiện
nguồn: {tác giả: Đinh Ngọc Giang}
đồng ý: {ngày: 23/06/2019, người: chính chủ}
`

func BenchmarkYAML(b *testing.B) {
	for name, block := range map[string][]byte{"Story": []byte(story), "Library": []byte(profile)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(block)))
			b.ReportAllocs()
			for b.Loop() {
				keys.ParseYAML(block, diag.Place{File: "a.md", Line: 2, Column: 1})
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	good := strings.ReplaceAll(strings.ReplaceAll(profile, "điện thoại cũ", "chức vụ"), "31/04", "30/04")
	for name, block := range map[string]string{"Story": story, "Folded": good} {
		b.Run(name, func(b *testing.B) {
			node, _ := keys.ParseYAML([]byte(block), diag.Place{File: "a.md", Line: 2, Column: 1})
			if _, problems := keys.Read(node, keys.Profile(), "a.md"); len(problems) > 0 {
				b.Fatal(problems)
			}
			b.ReportAllocs()
			for b.Loop() {
				keys.Read(node, keys.Profile(), "a.md")
			}
		})
	}
}
