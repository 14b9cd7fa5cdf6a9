package form_test

import (
	"strings"
	"testing"
)

// The sections of a topic: their stories are shown by name, found among all kinds of stories, and saved as sections are written.
func TestTheSectionsOfATopicInTheForm(t *testing.T) {
	files := site()
	const path = "content/chuyen-de/so.md"
	files["content/mo-hinh/cach-lam-mau.md"] = "---\ntên: Cách làm mẫu\nlĩnh vực: y-te\nngày: 01/01/2026\n---\n\nHay.\n"
	files["content/trang/mau.md"] = "---\ntên: Trang mẫu\n---\n"
	files[path] = "---\ntên: Số\nphần:\n  - tên: Đầu # giữ lại\n    gương: [mo-hinh/cach-lam-mau, nguyen-thi-mau, khong-co]\n---\n\nChuyên đề.\n"
	d := open(t, files)
	opened, f := d.open(path)
	named := opened.value["stories"].(map[string]any)
	name := func(ref string) any { return named[ref].(map[string]any)["name"] }
	if name("nguyen-thi-mau") != "Nguyễn Thị Mẫu" || name("mo-hinh/cach-lam-mau") != "Cách làm mẫu" || name("khong-co") != "khong-co" {
		t.Errorf("named: %v", named)
	}
	var refs []string
	for _, found := range d.get("tim", "loai", "bai", "chu", "mau", "tu", path).ok().list {
		refs = append(refs, found.(map[string]any)["ref"].(string))
	}
	if got := strings.Join(refs, " "); !strings.Contains(got, "nguyen-thi-mau") || !strings.Contains(got, "mo-hinh/cach-lam-mau") || strings.Contains(got, "trang") {
		t.Errorf("found: %s", got)
	}
	f.set("phần", []any{
		map[string]any{"tên": "Đầu", "gương": []any{"nguyen-thi-mau", "mo-hinh/cach-lam-mau"}},
		map[string]any{"tên": "Sau", "lĩnh vực": []any{"y-te"}, "năm": []any{"2023"}, "số lượng": "3"},
	})
	d.post("luu", f).ok()
	want := "phần:\n  - tên: Đầu # giữ lại\n    gương: [nguyen-thi-mau, mo-hinh/cach-lam-mau]\n  - tên: Sau\n    lĩnh vực: y-te\n    năm: 2023\n    số lượng: 3\n---\n"
	if got := d.text(path); !strings.Contains(got, want) {
		t.Errorf("saved:\n%s", got)
	}
}
