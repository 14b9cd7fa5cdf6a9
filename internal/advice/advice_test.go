package advice_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"guongsang/internal/advice"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/source"
)

// long is a body that lacks nothing.
var long = strings.Repeat("Bà Mẫu kể chuyện làng mình. ", 30)

const head = "---\ntên: Nguyễn Thị Mẫu\nloại: cá nhân\nlĩnh vực: nguoi-tot-viec-tot\nnăm: 2023\nđơn vị: Trạm Mẫu\ntóm tắt: Kể chuyện làng.\n"

// tell gives the advice on one file, a problem a line, without those about what a story lacks where its body is short.
func tell(t *testing.T, path, text string) string {
	t.Helper()
	s := readSite(t, fstest.MapFS{path: {Data: []byte(text)}})
	if len(s.files) != 1 {
		t.Fatalf("%s is no content file", path)
	}
	var b strings.Builder
	for _, p := range advice.File(s.files[0], s.data[0], s.records[0], false) {
		if p.Code == diag.ShortStory && !strings.Contains(text, "#short") {
			continue
		}
		fmt.Fprintf(&b, "%s%s %s\n", strings.TrimPrefix(p.Place.String(), path), strings.TrimPrefix(" ", " "), strings.Join(append([]string{string(p.Code)}, p.Args...), "|"))
	}
	return b.String()
}

// The body begins on line 9.
func onBody(t *testing.T, body string) string {
	t.Helper()
	return tell(t, "content/guong/mau.md", head+"---\n"+body)
}

// Each body is followed by what is said of it; nothing where it is right as it is.
func TestBody(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		// Quotation marks.
		{"Bà nói: “Đi thôi.\n", ":9:9 GS611|“"},
		{"Bà nói: “Đi thôi.”\n", ""},
		{"Đi thôi.” Bà nói.\n", ":9:9 GS611|”"},
		{"“Một “hai” ba”\n", ""},
		{"“Một “hai” ba\n", ":9:1 GS611|“"},
		{"“Đoạn một.\n\n“Đoạn hai.\n\n“Đoạn ba.”\n", ""},
		{"“Đoạn một.\n\nĐoạn hai.”\n", ""},
		{"“Đoạn một.\n\nBà bảo “đi” nhé.\n", ":9:1 GS611|“"},
		{"“Đoạn một.\n\n## Đề mục\n\nĐoạn hai.”\n", ":9:1 GS611|“\n:13:10 GS611|”"},
		{"> “Lời trích.”\n> — Bà Mẫu\n", ""},
		{"Bà nói: \"Đi thôi.\n", ":9:9 GS611|\""},
		{"Bà nói: \"Đi\" rồi \"về\".\n", ""},
		{"Màn hình 24\" treo tường.\n", ""},
		{"Lớp \"năm 2023\" và \"tổ 5\".\n", ""},
		{"Mã `\"` và [“chữ”](mau.md).\n", ""},
		{"\"Đoạn một.\n\nĐoạn hai.\"\n", ""},
		{"Kiểu “mẫu\" này.\n", ":9:6 GS611|“"},
		{"K’Ho, K'Breo, ‘một’.\n", ""},
		// Parentheses.
		{"Hai hộ (một nghèo được giúp.\n", ":9:8 GS612"},
		{"Hai hộ (một nghèo) được giúp; a) đúng, 1) đúng, :( buồn.\n", ""},
		{"- (một\n- hai)\n", ":9:3 GS612"},
		// Thousands.
		{"Có 1,200 hộ.\n", ":9:4 GS613|1,200|1.200"},
		{"Có 1,234 hộ và 12,345,678 đồng.\n", ":9:4 GS613|1,234|1.234\n:9:16 GS613|12,345,678|12.345.678"},
		{"Có 1,200.50 đô.\n", ":9:4 GS613|1,200.50|1.200,50"},
		{"Dài 1,234 km, nặng 2,375 tấn, đạt 3,125%, 0,125 ha, 2,7 số, 11,941° Bắc.\n", ""},
		{"Năm 2021,2022, phòng 101,102, điểm 1,23 và 1,2345.\n", ""},
		{"Số 1.200,500 và 3,141.\n", ""},
		{"Đạt 3,500 tấn, cao 1,650 m, tăng 2,150%, thu 1,500 tỷ đồng, ở 11,940 và 108,450.\n", ""},
		// Blanks at signs.
		{"Hai hộ , ba người.\n", ":9:7 GS614|hộ , ba|hộ, ba"},
		{"Hai hộ,ba người. Bốn hộ,năm người.\n", ":9:7 GS614|hộ,ba|hộ, ba"},
		{"`mã` , hai, gửi a@b.vn,c@d.vn nhé.\n", ""},
		{"Xong rồi .\n", ":9:9 GS614|rồi .|rồi."},
		{"Chờ ... rồi đi. Tệp .md, v.v., TP.HCM, 3.6.8 và a,1.\n", ""},
		{"Sao lại thế ?\n", ":9:12 GS614|thế ?|thế?"},
		{"*Hai* , ba.\n", ":9:6 GS614|Hai , ba.|Hai, ba."},
		// Bullets.
		{"• Một\n• Hai\n\n• Ba\n", ":9:1 GS615|• Một|- Một"},
		{"-Một\n-Hai\n", ":9:1 GS615|-Một|- Một"},
		{"-Anh đi đâu?\n\nBà cười.\n", ""},
		{"-Một\n\n-Hai\n\nXong.\n\n+Ba\n\n+Bốn\n", ":9:1 GS615|-Một|- Một\n:15:1 GS615|+Ba|- Ba"},
		{"## • Một\n\n| • Hai |\n|-|\n", ""},
		{"1.Một\n2.Hai\n", ":9:1 GS615|1.Một|1. Một"},
		{"– Anh đi đâu?\n\n– Ra chợ.\n", ""},
		{"- Một\n- Hai\n1. Ba\n", ""},
		// Headings.
		{"## Một\n\n#### Hai\n\n## Ba\n\n### Bốn\n", ":11:6 GS606|Hai|4|2"},
		{"### Một\n\n### Hai\n\n#### Ba\n", ""},
		{"## HOÀN CẢNH GIA ĐÌNH\n\n## UBND TP\n\n## Hoàn CẢNH\n", ":9:4 GS605|HOÀN CẢNH GIA ĐÌNH"},
		{"**Hoàn cảnh:**\n\nNhà nghèo.\n", ":9:3 GS607|Hoàn cảnh"},
		{"**Đừng bỏ cuộc!**\n\nBà nói thế.\n\n**Hết**\n", ""},
		{"**Một** hai\n\n- **Ba**\n\n> **Bốn**\n\nNăm.\n", ""},
		// Links.
		{"Xem [tại đây](https://a.vn/) hoặc [Xem thêm…](mau.md).\n", ":9:5 GS608|tại đây\n:9:35 GS608|Xem thêm…"},
		{"Xem [chuyện bà Mẫu](mau.md), <a@b.vn>, https://a.vn hay [a.vn](https://a.vn/b).\n", ""},
		{"Xem https://a.vn/b/c?d=e nhé.\n", ":9:5 GS609|https://a.vn/b/c?d=e"},
		{"Xem[^1].\n\n[^1]: https://a.vn/b/c\n", ""},
		// Descriptions of pictures.
		{"![IMG_2034](a.jpg)\n\n![nha-kinh](nha-kinh.jpg)\n\n![Ảnh](a.jpg)\n\n![nhà.jpg](nhà.jpg)\n", ":9:1 GS610|IMG_2034\n:11:1 GS610|nha-kinh\n:13:1 GS610|Ảnh\n:15:1 GS610|nhà.jpg"},
		{"![Chân dung](chan-dung.jpg) ![Ảnh 4 người bên suối](b.jpg) ![P. 4](c.jpg)\n", ""},
		// Spelling.
		{"Tổ hòa giải hoà thuận, thủy lợi.\n", ":9:13 GS616|hoà|hòa"},
		{"Bà Hoà ở Khánh Hoà nói về hòa giải và quý nhau, ngoài ra, thuở ấy.\n", ""},
		{"Ủy ban huỷ bỏ, Huỷ thì hủy.\n", ":9:24 GS616|hủy|huỷ"},
		{"Làm kĩ thuật, kỹ sư, kỹ càng.\n", ":9:5 GS617|kĩ|kỹ"},
		{"Bác sĩ giỏi kỹ thuật, tỉ mỉ với tỷ lệ, lí nhí nói lý do, năm kí gạo và ký tên, hi hi, hy sinh.\n", ""},
		{"Đăng kí rồi ký tên; qui định và quy chế.\n", ":9:6 GS617|kí|ký\n:9:21 GS617|qui|quy"},
		{"Tổ ho\u0300a giải, hoa\u0300 thuận, thu\u0309y lợi.\n", " GS621|3\n:9:15 GS616|hoà|hòa"},
	} {
		if got, want := onBody(t, c.body), c.want; strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%q gives\n%swant\n%s", c.body, got, want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"khen thưởng:\n  - {hình thức: \"Giấy “khen\", ngày: 2023-05-19}\n", ":9:23 GS611|“\n:9:37 GS620|2023-05-19|19/05/2023"},
		{"ngày: 9/5/2023\ncập nhật: 19/05/2023\n", ":8:7 GS620|9/5/2023|09/05/2023"},
		{"ngày: 31/02/2023\n", ""}, // told by build
		{"đồng ý: {ngày: '2023-05-01', người: chính chủ}\n", ":8:16 GS620|2023-05-01|01/05/2023"},
		{"ảnh: {tệp: IMG_1.jpg, mô tả: IMG_1}\n", ":8:30 GS610|IMG_1"},
		{"chức vụ: Tổ trưởng (tổ 5\n", ":8:20 GS612"},
		{"diễn biến:\n  - ngày: 20/05/2024\n    nội dung: >-\n      Giúp 1,200 hộ ,\n      được cả.\n", ":11:7 GS613|1,200|1.200\n:11:7 GS614|hộ , được|hộ, được"},
		{"kết quả:\n  - {chỉ tiêu: Hộ, trước: \"1,200\", sau: 2.400, đơn vị tính: hộ}\n  - {chỉ tiêu: Rau, trước: \"1,125\", sau: \"0,250\", đơn vị tính: tấn/năm}\n", ":9:27 GS613|1,200|1.200"},
		{"kết quả:\n  - chỉ tiêu: Hộ\n    sau: 1,234\n    đơn vị tính: hộ\n", ":10:10 GS613|1,234|1.234"},
		{"minh chứng:\n  3.9.1: Giúp “nhiều hộ\n", ":9:15 GS611|“"},
		{"danh xưng: \"\\u0042à “Mẫu\"\n", ":8:13 GS611|“"}, // an escape: the place of the value
	} {
		got := tell(t, "content/guong/mau.md", head+c.lines+"---\n"+long)
		if strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%q gives\n%swant\n%s", c.lines, got, c.want)
		}
	}
}

func TestOtherForms(t *testing.T) {
	for name, c := range map[string]struct{ path, text, want string }{
		"toml":         {"content/guong/mau.md", "+++\nten = \"Mẫu (một\"\nloai = \"ca-nhan\"\nlinh-vuc = \"y-te\"\nnam = 2023\ndon-vi = \"Trạm\"\nngay = 2023-05-19\ntom-tat = \"a\"\n+++\n" + long, ":2:12 GS612"},
		"json":         {"content/guong/mau.md", "\n{\"ten\": \"Mẫu\", \"loai\": \"ca-nhan\", \"linh-vuc\": \"y-te\", \"nam\": 2023,\n\"don-vi\": \"Trạm “y tế\", \"ngay\": \"2023-05-19\", \"tom-tat\": \"a\"}\n" + long, ":3:17 GS611|“"},
		"unit":         {"content/don-vi/mau.md", "---\ntên: TRẠM Y TẾ MẪU\nngày: 2025-07-01\n---\nXem [tại đây](https://a.vn/).\n", ":2:6 GS605|TRẠM Y TẾ MẪU\n:3:7 GS620|2025-07-01|01/07/2025\n:5:5 GS608|tại đây"},
		"abbreviation": {"content/don-vi/mau.md", "---\ntên: UBND TP ĐL\n---\n", ""},
		"crlf":         {"content/trang/mau.md", "---\r\ntên: Mẫu\r\n---\r\n\r\nHai (hộ.\r\n", ":5:5 GS612"},
		"mixed":        {"content/trang/mau.md", "\uFEFF---\ntên: Mẫu\r\n---\r\nHai (hộ.\n\r", " GS622|LF|CRLF\n:4:5 GS612"},
		"practice": {
			"content/mo-hinh/mau.md", "---\ntên: Mẫu\nlĩnh vực: y-te\nnăm: 2023\ntóm tắt: a\nvấn đề: |\n  Một.\n\n  Hai (ba [tại đây](https://a.vn/)\ncách làm: Bốn (năm ![IMG_2](a.jpg)\n---\n" + long,
			":9:7 GS612\n:9:11 GS608|tại đây\n:10:15 GS612\n:10:20 GS610|IMG_2",
		},
		"a person in capitals": {"content/guong/mau.md", strings.Replace(head, "Nguyễn Thị Mẫu", "TRẦN HOA LAN", 1) + "---\n" + long, ":2:6 GS605|TRẦN HOA LAN"},
		"unreadable":           {"content/trang/mau.md", "Hai (hộ.\r\nBa\n", " GS622|LF|CRLF"},
		"empty":                {"content/trang/mau.md", "", ""},
		"no body":              {"content/trang/mau.md", "---\ntên: Mẫu (một\n---", ":2:10 GS612"},
		"not utf-8":            {"content/trang/mau.md", "---\ntên: M\xe2u (một\n---\n", ""},
	} {
		if got := tell(t, c.path, c.text); strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%s gives\n%swant\n%s", name, got, c.want)
		}
	}
}

// What a story lacks.
func TestStory(t *testing.T) {
	profile := func(lines, body string) string {
		return "---\ntên: Nguyễn Thị Mẫu\nloại: cá nhân\nnăm: 2023\nđơn vị: Trạm Mẫu\n" + lines + "---\n" + body
	}
	nothing := "lĩnh vực: nguoi-tot-viec-tot\ntóm tắt: a\n"
	for _, c := range []struct{ path, text, want string }{
		{"content/guong/mau.md", profile(nothing, long), ""},
		{"content/guong/mau.md", profile("lĩnh vực: nguoi-tot-viec-tot\n", long), ":1:1 GS603"},
		{"content/guong/mau.md", profile(nothing, "Ba chữ này. #short"), ":9:1 GS602|4|150"},
		{"content/guong/mau.md", profile(nothing+"# #short\n", ""), ":1:1 GS602|0|150"},
		{"content/guong/mau.md", profile(nothing+"nháp: true\n", "#short"), ""},
		{"content/guong/mau.md", profile("lĩnh vực: nguoi-tot-viec-tot\ntóm tắt: "+strings.Repeat("một hai ba ", 30)+"\n", long), ":7:10 GS604|329|300"},
		{"content/bai-viet/mau.md", "---\ntên: Tin Mẫu\nngày: 19/05/2023\nloại bài: tin\ntóm tắt: a\n---\n#short", ""},
		{"content/bai-viet/mau.md", "---\ntên: Bài Mẫu\nngày: 19/05/2023\ntóm tắt: a\n---\n#short", ":6:1 GS602|1|150"},
		{"content/mo-hinh/mau.md", "---\ntên: Mẫu\nlĩnh vực: y-te\nnăm: 2023\ntóm tắt: a\ncách làm: " + long + "\n---\n#short", ""},
	} {
		if got := tell(t, c.path, c.text); strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%q gives\n%swant\n%s", c.text, got, c.want)
		}
	}
}

// A profile is asked for just the mandatory criteria of its main field that hold for it.
func TestMandatoryCriteria(t *testing.T) {
	of := func(lines string) string {
		var codes []string
		for line := range strings.Lines(tell(t, "content/guong/mau.md", "---\ntên: Hộ Mẫu\nnăm: 2023\nđơn vị: Trạm Mẫu\ntóm tắt: a\n"+lines+"---\n"+long)) {
			place, rest, _ := strings.Cut(line, " GS601|")
			code, _, _ := strings.Cut(rest, "|")
			codes = append(codes, place+" "+code)
		}
		return strings.Join(codes, ", ")
	}
	for _, c := range []struct{ lines, want string }{
		{"loại: hộ gia đình\nlĩnh vực: kinh-te-ho-gia-dinh\n", ":1:1 3.1.5"},
		{"loại: hộ gia đình\nlĩnh vực: kinh-te-ho-gia-dinh\ntiêu chí: [3.1.5]\n", ":8:11 3.1.5"},
		{"loại: hộ gia đình\nlĩnh vực: kinh-te-ho-gia-dinh\ntiêu chí: [3.1.5]\nminh chứng: {3.1.5: Năm nào cũng đạt}\n", ""},
		{"loại: hộ gia đình\nlĩnh vực: kinh-te-ho-gia-dinh\ntiêu chí: [3.1.4]\nminh chứng: {3.1.4: 90 triệu đồng}\n", ":9:13 3.1.5"},
		// Which criteria of the field hold depends on the sub-kind, so nothing is asked of a profile that does not say it.
		{"loại: tập thể\nlĩnh vực: san-xuat-kinh-doanh\n", ""},
		{"loại: tập thể\nphân loại: hợp tác xã\nlĩnh vực: san-xuat-kinh-doanh\n", ":1:1 3.2.7"},
		{"loại: tập thể\nphân loại: tap-the-khac\nlĩnh vực: san-xuat-kinh-doanh\n", ""},
		// The second field is not the main one.
		{"loại: hộ gia đình\nlĩnh vực: [nguoi-tot-viec-tot, kinh-te-ho-gia-dinh]\n", ""},
	} {
		if got := of(c.lines); got != c.want {
			t.Errorf("%q asks for %q, want %q", c.lines, got, c.want)
		}
	}
}

// A criterion that holds under a condition only is asked for where the author says that it holds, by naming it.
func TestConditionalCriteria(t *testing.T) {
	book, err := criteria.Read([]byte(`linh_vuc:
  - {so: 1, muc: "1", ma: mau, ten: Lĩnh vực mẫu, ten_ngan: Mẫu, doi_tuong: [{loai: ca-nhan}], tieu_chi: [{ap_dung: [ca-nhan], cac_tieu_chi: [
      {ma: "1.1", noi_dung: Một, bat_buoc: true, dieu_kien: làm du lịch}, {ma: "1.2", noi_dung: Hai, bat_buoc: true}, {ma: "1.3", noi_dung: Ba}]}]}
`))
	if err != nil {
		t.Fatal(err)
	}
	for lines, want := range map[string]string{
		"": "1.2", "tiêu chí: [1.3]\n": "1.2", "tiêu chí: [1.1]\n": "1.1 1.2", "tiêu chí: [1.1]\nminh chứng: {1.1: Có}\n": "1.2",
	} {
		data := []byte("---\ntên: Mẫu\nloại: cá nhân\nlĩnh vực: mau\nnăm: 2023\nđơn vị: Trạm\ntóm tắt: a\n" + lines + "---\n" + long)
		fsys := fstest.MapFS{"content/guong/a.md": {Data: data}}
		file := source.File{Path: "content/guong/a.md", Kind: source.Profile, Name: "a"}
		var codes []string
		for _, p := range advice.File(file, data, decode(t, fsys, file, book), false) {
			codes = append(codes, p.Args[0])
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("%q asks for %q, want %q", lines, got, want)
		}
	}
}
