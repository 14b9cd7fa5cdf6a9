package form_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
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

// Where an object is written line by line, it begins where its first key does.
func TestAMissingKeyOfAnObjectThatIsWrittenLineByLine(t *testing.T) {
	d := open(t, map[string]string{mauPath: strings.Replace(mau, "  - {hình thức: Giấy khen, ngày: 19/05/2023}", "  - cấp: Chủ tịch\n    ngày: 19/05/2023", 1)})
	_, f := d.open(mauPath)
	if got := problems(d.post("xem", f).ok()); !strings.HasPrefix(got, `error GS103 ["khen thưởng",0,"hình thức"] `) {
		t.Errorf("problems:\n%s", got)
	}
}

// The pictures of a story are its own: what is wrong with them is said where the story is written.
func TestProblemsOfPicturesAreTold(t *testing.T) {
	const path = "content/guong/to-mau/index.md"
	d := open(t, map[string]string{path: strings.Replace(toMau, "nguyen-thi-mau.md", "https://mau.example/", 1), "content/guong/to-mau/a.png": "hỏng", "content/guong/khac/index.md": story("Khác Mẫu", ""), "content/guong/khac/b.png": "hỏng"})
	_, f := d.open(path)
	f.set("ảnh", map[string]any{"tệp": "a.png", "mô tả": "Tổ Mẫu"})
	if got := problems(d.post("xem", f).ok()); !strings.HasPrefix(got, "error GS331 ") || strings.Contains(got, "b.png") {
		t.Errorf("problems:\n%s", got)
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

// A look that remembered a file knows nothing of its body: where the file has changed when its page is asked for, the look is made again.
func TestAPreviewIsMadeAgainWhereFilesHaveChanged(t *testing.T) {
	d := &desk{t: t, dir: t.TempDir()}
	for path, text := range site() {
		d.put(path, text)
		long := time.Now().Add(-time.Hour)
		if err := os.Chtimes(d.file(path), long, long); err != nil {
			t.Fatal(err)
		}
	}
	before := d.session()
	if _, err := before.Look(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	before.Close()
	d.serve()
	_, f := d.open(mauPath)
	f["body"] = "Đoạn vừa gõ."
	preview := d.post("xem", f).ok().value["preview"].(string)
	d.put("content/guong/to-mau.md", toMau+"\nThêm.\n")
	if !strings.Contains(d.page(strings.Replace(preview, "nguyen-thi-mau", "to-mau", 1)), "Thêm.") || !strings.Contains(d.page(preview), "Đoạn vừa gõ.") {
		t.Error("the preview does not show what is there now")
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

// What is held for pages is limited; a page whose draft was let go of goes on all the same.
func TestDraftsThatWereLetGoOf(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	preview := d.post("xem", f).ok().value["preview"].(string)
	for range 24 {
		d.open(mauPath)
	}
	if response := d.ask("GET", preview, "", nil); response.StatusCode != 404 {
		t.Errorf("the preview of a draft that was let go of: status %d", response.StatusCode)
	}
	f.set("tên", "Nguyễn Thị Mẫu Hai")
	look := d.post("xem", f).ok()
	if look.value["id"] == f["id"] || !strings.Contains(d.page(look.value["preview"].(string)), "Nguyễn Thị Mẫu Hai") {
		t.Errorf("the draft is not shown again: %v", look.value)
	}
	d.post("luu", f).ok()
	if !strings.Contains(d.text(mauPath), "tên: Nguyễn Thị Mẫu Hai\n") {
		t.Error("the draft is not saved")
	}
}
