package edit

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/keys"
	"guongsang/internal/source"
)

const profile = `---
# Bài mẫu: người trong bài không có thật.
tên: Nguyễn Thị Mẫu
Loại: ca-nhan   # hoặc tập thể
lĩnh_vực: [y-te, 'nguoi-tot-viec-tot']
năm: 2023

don vi: "Trung tâm Y tế"
ngày: 2023-05-19
ảnh: chan-dung.jpg
khen thưởng:
  # năm ngoái
  - {hình thức: Giấy khen, cấp: Phường, số: 1/QĐ}
  - hình thức: Bằng khen
    cấp: Tỉnh   # tỉnh cũ
    lạ: giữ
minh chứng:
  3.6.8: Sáng kiến
  3.6.10: "Một: hai"
nổi bật: có
khóa lạ: {a: b}
---

Thân bài.

Đoạn hai.
`

type values = map[string]any

// A change touches the lines that it is about, and nothing else.
func TestCompose(t *testing.T) {
	for _, c := range []struct {
		name   string
		values values
		body   string // "" as it is
		want   []string
	}{
		{"nothing", values{}, "", nil},
		{"the same in other words", values{
			"loại": "cá nhân", "ngày": "19/05/2023", "nổi bật": "true", "nháp": "false", "năm": []any{"2023"}, "ảnh": values{"tệp": "chan-dung.jpg"}, "tên": " Nguyễn  Thị Mẫu ",
			"lĩnh vực": []any{"Y tế", "nguoi-tot-viec-tot"}, "chức vụ": "", "tham quan": values{"địa chỉ": ""}, "diễn biến": []any{}, "kết quả": []any{values{}},
			"minh chứng": values{"3.6.10": "Một: hai", "3.6.8": "Sáng kiến", "3.6.9": ""},
		}, "\r\nThân bài.\r\n\r\nĐoạn hai.", nil},
		{"a text", values{"đơn vị": "Trạm Y tế: số 1"}, "", []string{`-don vi: "Trung tâm Y tế"`, `+don vi: "Trạm Y tế: số 1"`}},
		{"a text with a comment behind it", values{"loại": "tập thể"}, "", []string{`-Loại: ca-nhan   # hoặc tập thể`, `+Loại: tập thể   # hoặc tập thể`}},
		{"a text with a comment behind it goes", values{"loại": ""}, "", []string{`-Loại: ca-nhan   # hoặc tập thể`, `+Loại:   # hoặc tập thể`}},
		{"a text goes", values{"đơn vị": " "}, "", []string{`-don vi: "Trung tâm Y tế"`}},
		{"a new day is written as people do", values{"ngày": "2023-05-20", "cập nhật": "2024-01-02"}, "", []string{"-ngày: 2023-05-19", "+ngày: 20/05/2023", "+cập nhật: 02/01/2024"}},
		{"new keys stand where the table has them", values{"chức vụ": "Điều dưỡng", "tóm tắt": "Một hai câu.", "chuyên mục": "Gương sáng", "nháp": "true"}, "", []string{
			"+chức vụ: Điều dưỡng", "+tóm tắt: Một hai câu.", "+chuyên mục: Gương sáng", "+nháp: true",
		}},
		{"a list grows", values{"lĩnh vực": []any{"y-te", "nguoi-tot-viec-tot", "giao-duc"}, "năm": []any{"2022", "2023"}}, "", []string{
			"-lĩnh_vực: [y-te, 'nguoi-tot-viec-tot']", "-năm: 2023", "+lĩnh_vực: [y-te, 'nguoi-tot-viec-tot', giao-duc]", "+năm: [2022, 2023]",
		}},
		{"a list shrinks", values{"lĩnh vực": []any{"nguoi-tot-viec-tot"}}, "", []string{"-lĩnh_vực: [y-te, 'nguoi-tot-viec-tot']", "+lĩnh_vực: ['nguoi-tot-viec-tot']"}},
		{"an object among several changes and another comes", values{"khen thưởng": []any{
			values{"hình thức": "Giấy khen", "cấp": "Phường", "số": "1/QĐ"},
			values{"hình thức": "Bằng khen", "cấp": "Trung ương", "ngày": "2024-05-19"},
			values{"hình thức": "Huân chương"},
		}}, "", []string{"-    cấp: Tỉnh   # tỉnh cũ", "+    cấp: Trung ương   # tỉnh cũ", "+    ngày: 19/05/2024", "+  - {hình thức: Huân chương}"}},
		{"an object goes, its comment stays", values{"khen thưởng": []any{values{"hình thức": "Giấy khen", "cấp": "Phường", "số": "1/QĐ"}}}, "", []string{
			"-  - hình thức: Bằng khen", "-    cấp: Tỉnh   # tỉnh cũ", "-    lạ: giữ", "+  # tỉnh cũ",
		}},
		{"what the form does not know moves with its object", values{"khen thưởng": []any{values{"hình thức": "Bằng khen", "cấp": "Tỉnh"}}}, "", []string{
			"-  - {hình thức: Giấy khen, cấp: Phường, số: 1/QĐ}",
		}},
		{"two that trade places keep what is theirs", values{"khen thưởng": []any{
			values{"hình thức": "Bằng khen", "cấp": "Tỉnh", "số": "2"}, values{"hình thức": "Giấy khen", "cấp": "Phường", "số": "1/QĐ"},
		}}, "", []string{"+    số: 2"}},
		{"a text within brackets", values{"khen thưởng": []any{values{"hình thức": "Giấy khen", "cấp": "Phường, xã", "số": "1/QĐ"}, values{"hình thức": "Bằng khen", "cấp": "Tỉnh"}}}, "", []string{
			"-  - {hình thức: Giấy khen, cấp: Phường, số: 1/QĐ}", `+  - {hình thức: Giấy khen, cấp: "Phường, xã", số: 1/QĐ}`,
		}},
		{"evidence", values{"minh chứng": values{"3.6.8": "Sáng kiến mới", "3.6.10": "", "3.6.9": "Chín", "3.7.1": "Mười"}}, "", []string{
			"-  3.6.8: Sáng kiến", `-  3.6.10: "Một: hai"`, "+  3.6.8: Sáng kiến mới", "+  3.6.9: Chín", "+  3.7.1: Mười",
		}},
		{"a picture gets words", values{"ảnh": values{"tệp": "chan-dung.jpg", "mô tả": "Bà Mẫu"}}, "", []string{"-ảnh: chan-dung.jpg", "+ảnh: {tệp: chan-dung.jpg, mô tả: Bà Mẫu}"}},
		{"several lines", values{"tóm tắt": "Một.\r\nHai."}, "", []string{"+tóm tắt: |", "+  Một.", "+  Hai."}},
		{"what a word processor leaves", values{"chức vụ": "Điều\u00a0dưỡng\u200b\u000btrưởng\ufeff"}, "", []string{"+chức vụ: |", "+  Điều dưỡng", "+  trưởng"}},
		{"two that mean the same", values{"lĩnh vực": []any{"y-te", "Y tế", "y te", "nguoi-tot-viec-tot"}}, "", []string{
			"-lĩnh_vực: [y-te, 'nguoi-tot-viec-tot']", "+lĩnh_vực: [y-te, Y tế, y te, 'nguoi-tot-viec-tot']",
		}},
		{"a body", nil, "Thân bài.\n\nĐoạn 2.", []string{"-Đoạn hai.", "+Đoạn 2."}},
		{"no body", nil, " \n", []string{"-Thân bài.", "-", "-Đoạn hai.", "-"}},
		{"all at once", values{"tên": "Bà Mẫu", "năm": []any{}}, "Mới.", []string{"-tên: Nguyễn Thị Mẫu", "-năm: 2023", "-Thân bài.", "-Đoạn hai.", "-", "+tên: Bà Mẫu", "+Mới."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.body == "" {
				c.body = "Thân bài.\n\nĐoạn hai.\n"
			}
			for _, end := range []string{"\n", "\r\n"} {
				old := strings.ReplaceAll(profile, "\n", end)
				got, err := Compose([]byte(old), keys.Profile(), c.values, c.body)
				if err != nil {
					t.Fatal(err)
				}
				if strings.Count(string(got), "\n") != strings.Count(string(got), end) {
					t.Errorf("line ends changed: %q", got)
				}
				if diff := cmp.Diff(c.want, changedLines(profile, strings.ReplaceAll(string(got), end, "\n"))); diff != "" {
					t.Errorf("%s\n%s", diff, got)
				}
				again, err := draftOf("content/guong/a.md", got)
				if err != nil || len(again.Problems) > 0 || again.Odd {
					t.Errorf("%v %v", again.Problems, err)
				}
			}
		})
	}
}

// changedLines are the lines of a that b has not, then those of b that a has not.
func changedLines(a, b string) (lines []string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for _, pair := range []struct {
		sign     string
		from, to []string
	}{{"-", x, y}, {"+", y, x}} {
		left := map[string]int{}
		for _, line := range pair.to {
			left[line]++
		}
		for _, line := range pair.from {
			if left[line]--; left[line] < 0 {
				lines = append(lines, pair.sign+line)
			}
		}
	}
	return lines
}

// What is theirs goes with objects that are moved: comments above, behind and within, and what the form does not know.
func TestComposeMovesObjects(t *testing.T) {
	got, err := Compose([]byte(profile), keys.Profile(), values{"khen thưởng": []any{
		values{"hình thức": "Bằng khen", "cấp": "Tỉnh"}, values{"hình thức": "Giấy khen", "cấp": "Phường", "số": "1/QĐ"},
	}}, "Thân bài.\n\nĐoạn hai.\n")
	const was = "  # năm ngoái\n  - {hình thức: Giấy khen, cấp: Phường, số: 1/QĐ}\n"
	const then = "  - hình thức: Bằng khen\n    cấp: Tỉnh   # tỉnh cũ\n    lạ: giữ\n"
	if diff := cmp.Diff(strings.Replace(profile, was+then, then+was, 1), string(got)); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}

// A value of another shape than its key's stays until it gets one of the right shape; an object that stands for a list of one stays one.
func TestComposeOtherShapes(t *testing.T) {
	const old = "---\nloại: [a]   # b\nnguồn: c\nkhen thưởng:\n  hình thức: D\ndiễn biến: {ngày: 1/2/2023, nội dung: E}\n---\n"
	for _, c := range []struct {
		values values
		want   []string
	}{
		{values{"loại": "", "nguồn": values{}, "khen thưởng": []any{values{"hình thức": "D"}}}, nil},
		{values{"loại": "cá nhân", "nguồn": values{"ảnh": "F"}}, []string{"-loại: [a]   # b", "-nguồn: c", "+loại: cá nhân   # b", "+nguồn: {ảnh: F}"}},
		{values{"khen thưởng": []any{values{"hình thức": "G"}}}, []string{"-  hình thức: D", "+  hình thức: G"}},
		{values{"khen thưởng": []any{values{"hình thức": "D"}, values{"hình thức": "G"}}}, []string{"-  hình thức: D", "+  - {hình thức: D}", "+  - {hình thức: G}"}},
		{values{"diễn biến": []any{values{"nội dung": "E", "ngày": "2023-02-01"}}}, nil},
	} {
		got, err := Compose([]byte(old), keys.Profile(), c.values, "")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, changedLines(old, string(got))); diff != "" {
			t.Errorf("%v: %s\n%s", c.values, diff, got)
		}
	}
	for _, wrong := range []values{{"tên": []any{"a"}}, {"khác": "a"}, {"Tên": "a"}, {"năm": []any{values{"a": "b"}}}, {"khen thưởng": "a"}, {"nguồn": values{"x": "y"}}, {"minh chứng": []any{"a"}}, {"minh chứng": values{"a": []any{"b"}}}} {
		if got, err := Compose([]byte(old), keys.Profile(), wrong, ""); !errors.Is(err, errShape) {
			t.Errorf("%v: %v\n%s", wrong, err, got)
		}
	}
	for text, want := range map[string]error{"+++\n+++\n": ErrReadOnly, "{}\n": ErrReadOnly, "a": ErrTooOdd, "---\na: b: c\n---\n": ErrTooOdd, "---\n? a\n: b\n---\n": ErrTooOdd} {
		if _, err := Compose([]byte(text), keys.Profile(), values{"tên": "A"}, ""); !errors.Is(err, want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestComposeANewFile(t *testing.T) {
	got, err := Compose(nil, source.Profile.Keys(), values{"tên": "Nguyễn Văn Mẫu", "năm": []any{"2024"}, "lĩnh vực": []any{"y-te"}, "loại": "cá nhân", "đơn vị": "", "nguồn": values{"tác giả": "Lê Mẫu"}}, "Chào.")
	want := "---\ntên: Nguyễn Văn Mẫu\nloại: cá nhân\nlĩnh vực: y-te\nnăm: 2024\nnguồn: {tác giả: Lê Mẫu}\n---\n\nChào.\n"
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
}
