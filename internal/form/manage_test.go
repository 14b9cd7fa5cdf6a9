package form_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestARenamedFileTakesItsLinksAlong(t *testing.T) {
	d := open(t, map[string]string{
		mauPath:                       mau,
		"content/guong/to-mau.md":     toMau,
		"content/guong/con-mau.md":    story("Con Mẫu", ""),
		"content/mo-hinh/cach-mau.md": "---\ntên: Cách làm mẫu\nlĩnh vực: y-te\ngương: [nguyen-thi-mau]\n---\n\nKhông có thật.\n",
		"content/trang/gioi-thieu.md": "---\ntên: Giới thiệu\n---\n\n[Bà Mẫu](../guong/nguyen-thi-mau.md#viec) và [tổ](../guong/to-mau.md).\n",
	})
	leaders := d.get("dan-den", "tep", mauPath).ok()
	var led []string
	for _, l := range leaders.list {
		leader := l.(map[string]any)
		led = append(led, leader["name"].(string)+": "+leader["how"].(string))
	}
	want := "Tổ Mẫu: có liên kết trong bài, Cách làm mẫu: ghi ở mục “gương”, Giới thiệu: có liên kết trong bài"
	if got := strings.Join(led, ", "); got != want {
		t.Errorf("leads here: %s, want %s", got, want)
	}
	_, f := d.open(mauPath)
	f["slug"] = "Bà Nguyễn Thị Mẫu!"
	a := d.post("doi-ten", f).ok()
	const renamed = "content/guong/ba-nguyen-thi-mau.md"
	if a.value["path"] != renamed || a.value["adapted"] != 3.0 || d.text(mauPath) != "" {
		t.Fatalf("renamed: %v", a.value)
	}
	for path, has := range map[string]string{
		renamed:                       "/guong/nguyen-thi-mau/",
		"content/guong/to-mau.md":     "(ba-nguyen-thi-mau.md)",
		"content/mo-hinh/cach-mau.md": "[ba-nguyen-thi-mau]",
		"content/trang/gioi-thieu.md": "(../guong/ba-nguyen-thi-mau.md#viec)",
	} {
		if !strings.Contains(d.text(path), has) {
			t.Errorf("%s has not %q:\n%s", path, has, d.text(path))
		}
	}
	_, f = d.open(renamed)
	if got := problems(d.post("xem", f).ok()); strings.Contains(got, "error") || strings.Contains(got, "warning") {
		t.Errorf("after it: %s", got)
	}
	for slug, code := range map[string]string{"con-mau": "taken", "!!!": "slug", "nul": "taken", "trang": "taken"} {
		f["slug"] = slug
		if got, words, _ := d.post("doi-ten", f).refused(); got != code || words == "" {
			t.Errorf("renaming to %q: %s %s", slug, got, words)
		}
	}
	f["slug"], f["base"] = "khac", "cũ"
	if got, _, _ := d.post("doi-ten", f).refused(); got != "changed" {
		t.Errorf("renaming what has changed: %s", got)
	}
}

func TestDeletedFilesComeBack(t *testing.T) {
	d := open(t, map[string]string{mauPath: mau, "content/guong/to-mau/index.md": toMau, "content/guong/to-mau/a.png": string(drawing(t))})
	for _, path := range []string{mauPath, "content/guong/to-mau/index.md"} {
		_, f := d.open(path)
		d.post("xoa", f).ok()
		if d.text(path) != "" || strings.Contains(names(d.get("danh-sach")), "to-mau") {
			t.Errorf("%s is still there", path)
		}
	}
	bin := d.get("thung-rac").ok().list
	if len(bin) != 2 || bin[0].(map[string]any)["name"] != "Tổ Mẫu" || bin[1].(map[string]any)["path"] != mauPath {
		t.Fatalf("in the bin: %v", bin)
	}
	restore := func(i int) answer {
		return d.post("khoi-phuc", map[string]any{"id": bin[i].(map[string]any)["id"]})
	}
	if a := restore(0).ok(); a.value["path"] != "content/guong/to-mau/index.md" || d.text("content/guong/to-mau/a.png") != string(drawing(t)) {
		t.Errorf("restored: %v", a.value)
	}
	d.put(mauPath, "---\ntên: Người khác\n---\n")
	if code, words, _ := restore(1).refused(); code != "taken" || words == "" {
		t.Errorf("restoring over another file: %s %s", code, words)
	}
	if code, _, _ := d.post("khoi-phuc", map[string]any{"id": "../.."}).refused(); code == "" {
		t.Error("something was restored that never was")
	}
}

func TestANewFileBeginsAsADraft(t *testing.T) {
	d := open(t, site())
	begin := map[string]any{"kind": "guong", "name": "Trần Văn Mẫu", "class": "cá nhân", "field": "y-te", "unit": "Trạm Y tế Mẫu", "year": 2025}
	path := d.post("moi", begin).ok().value["path"].(string)
	a, f := d.open(path)
	values := f["values"].(map[string]any)
	if a.value["state"] != "nhap" || values["tên"] != "Trần Văn Mẫu" || values["nháp"] != "true" || values["ngày"] != "02/03/2026" || values["đơn vị"] != "Trạm Y tế Mẫu" || fmt.Sprint(values["lĩnh vực"]) != "[y-te]" {
		t.Errorf("%s: %v", path, a.value)
	}
	if got := problems(d.post("xem", f).ok()); strings.Contains(got, "error") {
		t.Errorf("a new file has errors: %s", got)
	}
	before := d.text(path)
	d.post("luu", f).ok()
	if d.text(path) != before {
		t.Error("saving the new file unchanged has changed it")
	}
	code, words, detail := d.post("moi", begin).refused()
	if code != "taken" || detail["by"] != path || !strings.Contains(words, path) {
		t.Fatalf("a second one of that name: %s %s %v", code, words, detail)
	}
	begin["slug"] = detail["free"]
	d.post("moi", begin).ok()
	for name, c := range map[string]struct {
		kind, name, slug, code string
	}{
		"no letters":   {"guong", "!!!", "", "name"},
		"no such kind": {"guongg", "Mẫu", "", "kind"},
		"a bad slug":   {"guong", "Mẫu", "Mẫu", "slug"},
		"no field":     {"linh-vuc", "Không có", "", "name"},
		"a device":     {"trang", "Con", "", "taken"},
	} {
		if code, words, _ := d.post("moi", map[string]any{"kind": c.kind, "name": c.name, "slug": c.slug}).refused(); code != c.code || words == "" {
			t.Errorf("%s: %s %s", name, code, words)
		}
	}
	for _, kind := range []string{"mo-hinh", "bai-viet", "chuyen-muc", "chuyen-de", "don-vi", "dia-ban", "trang"} {
		d.post("moi", map[string]any{"kind": kind, "name": "Mục mẫu " + kind}).ok()
	}
}

// What names a unit by its slug, or links to its page, leads to it as well, and is taken along.
func TestARenamedUnitTakesItsNamesAlong(t *testing.T) {
	const unit = "content/don-vi/tram-mau.md"
	d := open(t, map[string]string{
		unit:                          "---\ntên: Trạm Y tế Mẫu\n---\n",
		"content/guong/con-mau.md":    strings.Replace(story("Con Mẫu", ""), "đơn vị: Trạm Y tế Mẫu", "đơn vị: tram-mau", 1),
		"content/trang/gioi-thieu.md": "---\ntên: Giới thiệu\n---\n\n[Trạm](/don-vi/tram-mau/)\n",
	})
	leaders := d.get("dan-den", "tep", unit).ok()
	if len(leaders.list) != 2 {
		t.Errorf("leads here: %v", leaders.list)
	}
	_, f := d.open(unit)
	f["slug"] = "tram-y-te"
	a := d.post("doi-ten", f).ok()
	if a.value["path"] != "content/don-vi/tram-y-te.md" || a.value["adapted"] != 2.0 {
		t.Fatalf("renamed: %v", a.value)
	}
	if got := d.text("content/guong/con-mau.md"); !strings.Contains(got, "đơn vị: tram-y-te\n") {
		t.Errorf("the story says\n%s", got)
	}
	if got := d.text("content/trang/gioi-thieu.md"); !strings.Contains(got, "(/don-vi/tram-y-te/)") {
		t.Errorf("the page says\n%s", got)
	}
}
