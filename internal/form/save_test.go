package form_test

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const mauPath = "content/guong/nguyen-thi-mau.md"

func TestSavingWhatWasReadChangesNothing(t *testing.T) {
	d := open(t, site())
	before, err := os.Stat(d.file(mauPath))
	if err != nil {
		t.Fatal(err)
	}
	_, f := d.open(mauPath)
	d.post("luu", f).ok()
	after, err := os.Stat(d.file(mauPath))
	if err != nil {
		t.Fatal(err)
	}
	if d.text(mauPath) != mau || !before.ModTime().Equal(after.ModTime()) {
		t.Errorf("the file was written:\n%s", d.text(mauPath))
	}
}

// A save changes the lines of the values that were changed, and the page goes on from what it has written.
func TestSavingChangesOnlyWhatWasChanged(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	f.set("đơn vị", "Trạm Y tế xã Mẫu")
	f.set("chức vụ", "Điều dưỡng trưởng")
	a := d.post("luu", f).ok()
	want := strings.Replace(mau, "đơn vị: Trạm Y tế Mẫu", "đơn vị: Trạm Y tế xã Mẫu", 1)
	if got := d.text(mauPath); strings.Replace(got, "chức vụ: Điều dưỡng trưởng\n", "", 1) != want {
		t.Errorf("saved:\n%s", got)
	}
	f["base"], f["body"] = a.value["base"], "Bà Mẫu không có thật.\n\nĐoạn hai."
	f.set("chức vụ", "")
	d.post("luu", f).ok()
	want = strings.Replace(want, "Bà Mẫu là người không có thật.", "Bà Mẫu không có thật.\n\nĐoạn hai.", 1)
	if got := d.text(mauPath); got != want {
		t.Errorf("saved again:\n%s\nwant:\n%s", got, want)
	}
	if d.text("content/guong/to-mau.md") != toMau {
		t.Error("another file was changed")
	}
}

// A file that somebody else has changed is not written over until the author has seen both versions.
func TestAConflictShowsBothVersions(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	other := strings.Replace(mau, "Giấy khen", "Bằng khen", 1)
	d.put(mauPath, other)
	if look := d.post("xem", f).ok(); look.value["changed"] != true {
		t.Error("a look does not say that the file has changed")
	}
	f.set("tên", "Nguyễn Thị Mẫu Hai")
	a := d.post("luu", f)
	code, _, detail := a.refused()
	if a.status != http.StatusConflict || code != "conflict" || d.text(mauPath) != other {
		t.Fatalf("status %d, %s, and the file is now\n%s", a.status, code, d.text(mauPath))
	}
	mine := strings.Replace(mau, "tên: Nguyễn Thị Mẫu", "tên: Nguyễn Thị Mẫu Hai", 1)
	if detail["now"] != other || detail["mine"] != mine {
		t.Errorf("the two versions:\n%v\n%v", detail["now"], detail["mine"])
	}
	// What was shown is what is written, unless a third version has come meanwhile.
	third := other + "\nThêm.\n"
	d.put(mauPath, third)
	f["over"] = detail["base"]
	code, _, detail = d.post("luu", f).refused()
	if code != "conflict" || d.text(mauPath) != third {
		t.Fatalf("%s, and the file is now\n%s", code, d.text(mauPath))
	}
	f["over"] = detail["base"]
	d.post("luu", f).ok()
	if d.text(mauPath) != mine {
		t.Errorf("written over:\n%s", d.text(mauPath))
	}
}

// What a page brings back from a crash was made of older bytes than those that it has read since.
func TestAnOldCopyDoesNotGoOverANewFile(t *testing.T) {
	d := open(t, site())
	_, old := d.open(mauPath)
	other := strings.Replace(mau, "Giấy khen", "Bằng khen", 1)
	d.put(mauPath, other)
	_, fresh := d.open(mauPath)
	fresh["base"], fresh["values"] = old["base"], old["values"]
	fresh.set("tên", "Nguyễn Thị Mẫu Hai")
	if code, _, _ := d.post("luu", fresh).refused(); code != "conflict" || d.text(mauPath) != other {
		t.Errorf("%s, and the file is now\n%s", code, d.text(mauPath))
	}
}

func TestAFileThatIsGoneIsWrittenAgainOnlyWhenAsked(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	f.set("tên", "Nguyễn Thị Mẫu Hai")
	if err := os.Remove(d.file(mauPath)); err != nil {
		t.Fatal(err)
	}
	code, _, detail := d.post("luu", f).refused()
	if code != "conflict" || detail["now"] != nil || d.text(mauPath) != "" {
		t.Fatalf("%s %v", code, detail)
	}
	f["over"] = detail["base"]
	d.post("luu", f).ok()
	if !strings.Contains(d.text(mauPath), "tên: Nguyễn Thị Mẫu Hai\n") {
		t.Errorf("the file is now\n%s", d.text(mauPath))
	}
}

func drawing(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (d *desk) addPicture(f draft, name string, data []byte) answer {
	d.t.Helper()
	query := url.Values{"id": {f["id"].(string)}, "tep": {f["path"].(string)}, "base": {f["base"].(string)}, "ten": {name}}
	return d.call(http.MethodPost, "anh", query, data)
}

// With its first picture a single file becomes a bundle: the address stays, its own links go one folder further, and the preview shows it before it is saved.
func TestTheFirstPictureMakesABundle(t *testing.T) {
	d := open(t, site())
	const path = "content/guong/to-mau.md"
	_, f := d.open(path)
	added := d.addPicture(f, "Chân dung BÀ MẪU.PNG", drawing(t)).ok()
	if added.value["name"] != "chan-dung-ba-mau.png" || added.value["width"] != 30.0 {
		t.Fatalf("added: %v", added.value)
	}
	f.set("ảnh", map[string]any{"tệp": "chan-dung-ba-mau.png", "mô tả": "Tổ Mẫu"})
	f["pictures"] = []string{"chan-dung-ba-mau.png"}
	look := d.post("xem", f).ok()
	if got := problems(look); look.value["page"] != "/guong/to-mau/" || got != "hint GS603 [\"tóm tắt\"] Bài chưa có tóm tắt\nhint GS602 1 Bài mới có 3 chữ, ít hơn 150" {
		t.Fatalf("looked: %v\n%s", look.value, got)
	}
	preview := look.value["preview"].(string)
	if !strings.Contains(d.page(preview), `src="../../guong/to-mau/chan-dung-ba-mau.png"`) || d.page(preview+"chan-dung-ba-mau.png") != string(drawing(t)) {
		t.Error("the preview does not show the picture")
	}
	if n := strings.Count(d.page(strings.Replace(preview, "to-mau/", "", 1)), ">Tổ Mẫu</a></h3>"); n != 1 {
		t.Errorf("the list of profiles has the story %d times", n)
	}
	if d.text(path) != toMau {
		t.Error("a preview has written the file")
	}
	saved := d.post("luu", f).ok()
	if saved.value["path"] != "content/guong/to-mau/index.md" || saved.value["moved"] != true || d.text(path) != "" {
		t.Fatalf("saved: %v", saved.value)
	}
	if text := d.text("content/guong/to-mau/index.md"); !strings.Contains(text, "[bà Mẫu](../nguyen-thi-mau.md)") {
		t.Errorf("the bundle has\n%s", text)
	}
	if d.text("content/guong/to-mau/chan-dung-ba-mau.png") != string(drawing(t)) {
		t.Error("the picture is not beside the story")
	}
	a, f := d.open("content/guong/to-mau/index.md")
	if a.value["bundle"] != true || a.value["slug"] != "to-mau" || a.value["beside"].([]any)[0] != "chan-dung-ba-mau.png" {
		t.Errorf("opened: %v", a.value)
	}
	if again := d.addPicture(f, "chan-dung-ba-mau.png", drawing(t)).ok(); again.value["name"] != "chan-dung-ba-mau-2.png" {
		t.Errorf("a second one of that name is called %v", again.value["name"])
	}
	if d.page("/_soan/anh?tep=content/guong/to-mau/index.md&ten=chan-dung-ba-mau.png") != string(drawing(t)) {
		t.Error("the picture is not shown in the form")
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"a text":    {[]byte("không phải ảnh"), "format"},
		"nothing":   {nil, "format"},
		"too large": {bytes.Repeat([]byte{1}, 20<<20+1), "large"},
	} {
		t.Run(name, func(t *testing.T) {
			if code, words, _ := d.addPicture(f, "a.png", c.data).refused(); code != c.code || words == "" {
				t.Errorf("%s: %s", code, words)
			}
		})
	}
}

// A file in another encoding is shown as what it is, and not written over.
func TestAFileThatIsNoText(t *testing.T) {
	const path, latin = "content/guong/cu.md", "---\nt\xean: M\xe3u\n---\n"
	d := open(t, map[string]string{path: latin})
	a, f := d.open(path)
	if a.value["notText"] != true || a.value["editable"] != false || len(a.value["why"].([]any)) == 0 {
		t.Errorf("opened: %v", a.value)
	}
	f["whole"] = "---\ntên: Mẫu\n---\n"
	for _, name := range []string{"xem", "van-ban", "luu"} {
		if code, words, _ := d.post(name, f).refused(); code != "not-text" || words == "" || d.text(path) != latin {
			t.Errorf("%s: %s %s", name, code, words)
		}
	}
}

func TestAFileIsNotEmptiedBySaving(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	f["whole"] = ""
	if code, words, _ := d.post("luu", f).refused(); code != "empty" || words == "" || d.text(mauPath) != mau {
		t.Errorf("%s %s", code, words)
	}
}

// The program may be started again while a page is open: what it held is sent again or found again.
func TestADraftOfAnotherRunIsOpenedAgain(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	f["id"] = "một lần chạy khác"
	f.set("tên", "Nguyễn Thị Mẫu Hai")
	f["pictures"] = []string{"a.png"}
	code, _, detail := d.post("luu", f).refused()
	if code != "pictures" || detail["names"].([]any)[0] != "a.png" {
		t.Fatalf("%s %v", code, detail)
	}
	f["id"] = detail["id"]
	if added := d.addPicture(f, "a.png", drawing(t)).ok(); added.value["name"] != "a.png" {
		t.Fatalf("added: %v", added.value)
	}
	saved := d.post("luu", f).ok()
	if path := saved.value["path"].(string); !strings.Contains(d.text(path), "tên: Nguyễn Thị Mẫu Hai\n") {
		t.Errorf("%s has\n%s", path, d.text(path))
	}
}

func TestAReadOnlyFileSaysSo(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	if err := os.Chmod(d.file(mauPath), 0o444); err != nil {
		t.Fatal(err)
	}
	f.set("tên", "Nguyễn Thị Mẫu Hai")
	if code, words, _ := d.post("luu", f).refused(); code != "machine" || !strings.Contains(words, filepath.FromSlash("nguyen-thi-mau.md")) || d.text(mauPath) != mau {
		t.Errorf("%s: %s", code, words)
	}
}

func TestTheWholeFileAsText(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	f.set("tên", "Nguyễn Thị Mẫu Hai")
	whole := d.post("van-ban", f).ok().value["whole"].(string)
	if want := strings.Replace(mau, "tên: Nguyễn Thị Mẫu", "tên: Nguyễn Thị Mẫu Hai", 1); whole != want {
		t.Fatalf("the text is\n%s", whole)
	}
	whole = strings.Replace(whole, "năm: 2023", "năm: hai nghìn", 1)
	f["whole"] = whole
	if got := problems(d.post("xem", f).ok()); !strings.HasPrefix(got, `error GS`) || !strings.Contains(got, `["năm"]`) {
		t.Errorf("problems: %s", got)
	}
	d.post("luu", f).ok()
	if d.text(mauPath) != whole {
		t.Errorf("saved:\n%s", d.text(mauPath))
	}
}

// A save goes on from what the last one has written, also where that was more than values.
func TestASaveGoesOnFromTheLastOne(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	f["whole"] = strings.Replace(mau, "năm: 2023", "# hỏi lại đơn vị\nnăm: 2023", 1)
	f["base"] = d.post("luu", f).ok().value["base"]
	delete(f, "whole")
	f.set("tên", "Nguyễn Thị Mẫu Hai")
	d.post("luu", f).ok()
	if got := d.text(mauPath); !strings.Contains(got, "# hỏi lại đơn vị\n") || !strings.Contains(got, "tên: Nguyễn Thị Mẫu Hai\n") {
		t.Errorf("saved:\n%s", got)
	}
}

// TOML is shown as text until it is made YAML; what cannot be read is mended as text.
func TestFilesThatTheFormCannotFillIn(t *testing.T) {
	const tomlText = "+++\n\"tên\" = \"Tổ Mẫu\"\n\"loại\" = \"tập thể\"\n\"lĩnh vực\" = \"y-te\"\n\"năm\" = 2024\n\"đơn vị\" = \"Trạm Y tế Mẫu\"\n+++\n\nTổ này không có thật.\n"
	const broken = "---\ntên: \"Tổ Mẫu\nloại: tập thể\n---\n\nTổ này không có thật.\n"
	d := open(t, map[string]string{"content/guong/to-mau.md": tomlText, "content/guong/hong.md": broken})
	a, f := d.open("content/guong/to-mau.md")
	if a.value["editable"] != false || a.value["format"] != "toml" || a.value["whole"] != tomlText {
		t.Fatalf("opened: %v", a.value)
	}
	f["body"] = "Khác."
	if code, _, _ := d.post("luu", f).refused(); code != "read-only" || d.text("content/guong/to-mau.md") != tomlText {
		t.Errorf("saving TOML: %s", code)
	}
	converted := d.post("chuyen", f).ok()
	if converted.value["editable"] != true || !strings.HasPrefix(d.text("content/guong/to-mau.md"), "---\n") || converted.value["base"] == f["base"] {
		t.Errorf("converted: %v\n%s", converted.value, d.text("content/guong/to-mau.md"))
	}
	if code, _, _ := d.post("chuyen", f).refused(); code != "changed" {
		t.Errorf("converting what has changed: %s", code)
	}
	a, f = d.open("content/guong/hong.md")
	if a.value["editable"] != false || len(a.value["why"].([]any)) == 0 {
		t.Fatalf("opened: %v", a.value)
	}
	f["whole"] = strings.Replace(broken, `"Tổ Mẫu`, `"Tổ Mẫu"`, 1)
	d.post("luu", f).ok()
	if a, _ = d.open("content/guong/hong.md"); a.value["editable"] != true {
		t.Errorf("mended: %v", a.value)
	}
}

// What comes along with text from Word is no text any more when it is looked at as one: an empty text would be saved over the file.
func TestSignsOfWordInABody(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	f["body"] = "Một dòng\u000bhai dòng\u0001.\n"
	if whole := d.post("van-ban", f).ok().value["whole"].(string); !strings.Contains(whole, "Một dòng\nhai dòng.\n") {
		t.Errorf("the text is\n%q", whole)
	}
}
