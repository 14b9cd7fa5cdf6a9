package form_test

import (
	"fmt"
	"strings"
	"testing"
)

// Every problem is shown at the field that it is about, or at the line of the body.
func TestProblemsStandAtTheirFields(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	values := f["values"].(map[string]any)
	f.set("năm", []any{"2023", "năm ngoái"})
	f.set("lĩnh vực", []any{"y-te", "y-tee"})
	f.set("khen thưởng", []any{values["khen thưởng"].([]any)[0], map[string]any{"cấp": "Chủ tịch"}, map[string]any{"hình thức": "Bằng khen", "ngày": "31/02/2023"}})
	f.set("tham quan", map[string]any{"địa chỉ": "1 đường Mẫu"})
	f.set("nguồn", map[string]any{"liên kết": "không phải địa chỉ"})
	f.set("đứng đầu", "khong-co")
	f.set("tên", "")
	f["body"] = "Dòng một.\n\nXem [bà](khong-co.md) này."
	got := problems(d.post("xem", f).ok())
	for _, want := range []string{
		`error GS103 ["tên"] `, `["năm",1] `, `error GS104 ["lĩnh vực",1] `, `error GS103 ["khen thưởng",1,"hình thức"] `, `["khen thưởng",2,"ngày"] `, `["nguồn","liên kết"] `, `["đứng đầu"] `, ` 3 `,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("nothing at %s:\n%s", want, got)
		}
	}
	if !strings.HasPrefix(got, "error") {
		t.Errorf("errors do not come first:\n%s", got)
	}
	if d.text(mauPath) != mau {
		t.Error("a look has written the file")
	}
}

// What an author typed into a file and the form has no field for is kept and named.
func TestUnknownKeysAreKeptAndNamed(t *testing.T) {
	text := strings.Replace(mau, "năm: 2023\n", "năm: 2023\nghi chú riêng: hỏi lại  # nhớ\n", 1)
	d := open(t, map[string]string{mauPath: text})
	_, f := d.open(mauPath)
	look := d.post("xem", f).ok()
	if got := look.value["unknown"].([]any); len(got) != 1 || got[0] != "ghi chú riêng" {
		t.Errorf("unknown: %v", got)
	}
	f.set("tên", "Nguyễn Thị Mẫu Hai")
	d.post("luu", f).ok()
	if want := strings.Replace(text, "tên: Nguyễn Thị Mẫu", "tên: Nguyễn Thị Mẫu Hai", 1); d.text(mauPath) != want {
		t.Errorf("saved:\n%s", d.text(mauPath))
	}
}

// A preview is the page of the draft in the site's own looks; without what a page must have there is none, and what is missing is said.
func TestThePreview(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	f["body"] = "Đoạn vừa gõ."
	look := d.post("xem", f).ok()
	page := d.page(look.value["preview"].(string))
	if !strings.Contains(page, "Đoạn vừa gõ.") || strings.Contains(page, "live.js") {
		t.Error("the preview has not what was typed")
	}
	start := strings.Index(page, "tai-nguyen/style.")
	style := page[start : start+strings.IndexByte(page[start:], '"')]
	response := d.ask("GET", strings.TrimSuffix(look.value["preview"].(string), "guong/nguyen-thi-mau/")+style, "", nil)
	if response.StatusCode != 200 || response.Header.Get("Content-Type") != "text/css; charset=utf-8" {
		t.Errorf("the style of the preview: %d %s", response.StatusCode, response.Header.Get("Content-Type"))
	}
	d.put("content/guong/to-mau.md", toMau+"\nThêm.\n") // a preview goes on when other files change
	if !strings.Contains(d.page(look.value["preview"].(string)), "Đoạn vừa gõ.") {
		t.Error("the preview is gone after a change of another file")
	}
	f.set("tên", "")
	look = d.post("xem", f).ok()
	if look.value["preview"] != nil || !strings.Contains(problems(look), `["tên"]`) {
		t.Errorf("without a name: %v", look.value)
	}
	f.set("tên", "Nguyễn Thị Mẫu")
	f.set("nháp", "true")
	f.set("ngày", "01/01/2030")
	if look = d.post("xem", f).ok(); look.value["preview"] == nil {
		t.Errorf("a draft for later has no preview: %v", look.value)
	}
}

func TestALineLeadsToItsField(t *testing.T) {
	d := open(t, site())
	for line, want := range map[string]string{
		"3": "map[path:[tên]]", "11": "map[path:[khen thưởng 0 hình thức]]", "14": "map[body:true bodyLine:1]", "1": "map[]",
	} {
		a := d.get("mo", "tep", mauPath, "dong", line).ok()
		if got := strings.TrimSpace(strings.ReplaceAll(fmt.Sprint(a.value["spot"]), "  ", " ")); got != want {
			t.Errorf("line %s leads to %s, want %s", line, got, want)
		}
	}
}
