package form_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// names are the files of a list's answer in its order, each with its state.
func names(a answer) string {
	var all []string
	for _, f := range a.ok().value["files"].([]any) {
		file := f.(map[string]any)
		all = append(all, file["name"].(string)+" "+file["state"].(string))
	}
	return strings.Join(all, ", ")
}

func story(name, more string) string {
	return "---\ntên: " + name + "\nloại: cá nhân\nlĩnh vực: y-te\nnăm: 2024\nđơn vị: Trạm Y tế Mẫu\n" + more + "---\n\nNgười này không có thật.\n"
}

func TestTheListFindsFilesByTextKindAndState(t *testing.T) {
	d := open(t, map[string]string{
		"content/guong/a.md":     story("Đặng Văn Mẫu", "ngày: 01/02/2026\n"),
		"content/guong/b.md":     story("Bùi Thị Mẫu", "ngày: 01/01/2026\nnháp: true\n"),
		"content/guong/c.md":     story("Cao Mẫu", "ngày: 01/04/2026\n"),
		"content/guong/d.md":     story("Lê Mẫu", "ngày: 01/01/2025\nhết hạn: 01/02/2025\n"),
		"content/guong/e.md":     story("Vũ Mẫu", "ngày: hôm qua\n"),
		"content/don-vi/tram.md": "---\ntên: Trạm Y tế Mẫu\n---\n",
		"content/guong/f.md":     "không có phần đầu\n",
		"content/guong/g.docx":   "",
	})
	for _, c := range []struct{ query, want string }{
		{"", "Cao Mẫu hen, Đặng Văn Mẫu dang, Bùi Thị Mẫu nhap, Lê Mẫu het, Vũ Mẫu dang, f dang, Trạm Y tế Mẫu dang"},
		{"chu=dang", "Đặng Văn Mẫu dang"},
		{"chu=MAU  van", "Đặng Văn Mẫu dang"},
		{"chu=tram y te&loai=don-vi", "Trạm Y tế Mẫu dang"},
		{"loai=don-vi", "Trạm Y tế Mẫu dang"},
		{"trang-thai=nhap", "Bùi Thị Mẫu nhap"},
		{"trang-thai=hen", "Cao Mẫu hen"},
		{"trang-thai=het", "Lê Mẫu het"},
		{"trang-thai=loi", "Vũ Mẫu dang, f dang"},
		{"xep=ten&loai=guong", "f dang, Bùi Thị Mẫu nhap, Cao Mẫu hen, Đặng Văn Mẫu dang, Lê Mẫu het, Vũ Mẫu dang"},
		{"chu=khong-co-ai", ""},
		{"tu=-5&trang-thai=het", "Lê Mẫu het"},
		{"tu=99", ""},
	} {
		var query []string
		for pair := range strings.SplitSeq(c.query, "&") {
			name, value, _ := strings.Cut(pair, "=")
			query = append(query, name, value)
		}
		if got := names(d.get("danh-sach", query...)); got != c.want {
			t.Errorf("%s: %s, want %s", c.query, got, c.want)
		}
	}
	a := d.get("danh-sach", "loai", "guong", "trang-thai", "nhap").ok()
	if a.value["total"] != 1.0 || a.value["all"] != 7.0 {
		t.Errorf("%v of %v", a.value["total"], a.value["all"])
	}
	if kinds, states := fmt.Sprint(a.value["kinds"]), fmt.Sprint(a.value["states"]); kinds != "map[guong:1]" || states != "map[dang:3 hen:1 het:1 loi:2 nhap:1]" {
		t.Errorf("kinds %s, states %s", kinds, states)
	}
	if elsewhere := fmt.Sprint(a.value["elsewhere"]); !strings.Contains(elsewhere, "content/guong/g.docx") {
		t.Errorf("elsewhere: %s", elsewhere)
	}
}

func TestTheListIsQuickAndInPages(t *testing.T) {
	files := map[string]string{}
	for i := range 1000 {
		files[fmt.Sprintf("content/guong/mau-%04d.md", i)] = story(fmt.Sprintf("Người Mẫu %04d", i), "")
	}
	d := open(t, files)
	d.get("danh-sach").ok()
	began := time.Now()
	a := d.get("danh-sach", "chu", "nguoi mau 12", "tu", "15").ok()
	if took := time.Since(began); took > 500*time.Millisecond {
		t.Errorf("it took %v", took)
	}
	if n := len(a.value["files"].([]any)); a.value["total"] != 20.0 || n != 5 || a.value["from"] != 15.0 {
		t.Errorf("%v of %v from %v", n, a.value["total"], a.value["from"])
	}
}

func TestNamesAreOfferedAsTheyAreTyped(t *testing.T) {
	d := open(t, map[string]string{
		"content/guong/a.md":      story("Đặng Văn Mẫu", ""),
		"content/guong/b.md":      story("Bùi Thị Mẫu", "địa bàn: Phường Mẫu\n"),
		"content/guong/2024/c.md": strings.Replace(story("Trần Mẫu", ""), "Trạm Y tế Mẫu", "Trường Mẫu", 1),
		"content/guong/e.md":      strings.Replace(story("Phan Mẫu", ""), "Trạm Y tế Mẫu", "Mẫu giáo Hoa Mẫu", 1),
		"content/guong/g.md":      story("Anna", "ngôn ngữ: en\n"),
		"content/bai-viet/d.md":   "---\ntên: Đặng Mẫu kể chuyện\nngày: 01/01/2026\n---\n\nBài này bịa ra.\n",
	})
	offers := func(name string, query ...string) string {
		var all []string
		for _, o := range d.get(name, query...).ok().list {
			offer := o.(map[string]any)
			text := offer["name"].(string)
			if link, ok := offer["link"].(string); ok {
				text += " " + offer["slug"].(string) + " " + link
			}
			all = append(all, text)
		}
		return strings.Join(all, ", ")
	}
	for _, c := range []struct{ got, want string }{
		{offers("ten", "loai", "don-vi"), "Trạm Y tế Mẫu, Mẫu giáo Hoa Mẫu, Trường Mẫu"},
		{offers("ten", "loai", "don-vi", "chu", "mau"), "Mẫu giáo Hoa Mẫu, Trạm Y tế Mẫu, Trường Mẫu"},
		{offers("ten", "loai", "ngon-ngu", "chu", "k'ho"), "tiếng K'Ho"},
		{offers("ten", "loai", "ngon-ngu", "chu", "anh"), "tiếng Anh"},
		{offers("ten", "loai", "ngon-ngu", "chu", "tieng e"), "tiếng Ê Đê"},
		{offers("ten", "loai", "don-vi", "chu", "truong"), "Trường Mẫu"},
		{offers("ten", "loai", "don-vi", "chu", "mau y"), "Trạm Y tế Mẫu"},
		{offers("ten", "loai", "dia-ban", "chu", "ph"), "Phường Mẫu"},
		{offers("ten", "loai", "guong"), ""},
		{offers("tim", "loai", "guong", "chu", "dang"), "Đặng Văn Mẫu a "},
		{offers("tim", "chu", "dang", "tu", "content/guong/2024/c.md"), "Đặng Mẫu kể chuyện d ../../bai-viet/d.md, Đặng Văn Mẫu a ../a.md"},
		{offers("tim", "chu", "trần", "tu", "content/guong/a.md"), "Trần Mẫu c 2024/c.md"},
		{offers("tim", "chu", "trần", "tu", "content/guong/2024/c.md"), ""},
		{fmt.Sprint(d.get("tim", "chu", "anna").ok().list[0].(map[string]any)["note"]), "tiếng Anh · Trạm Y tế Mẫu · 2024"},
	} {
		if c.got != c.want {
			t.Errorf("offered %q, want %q", c.got, c.want)
		}
	}
}

func TestTablesHaveEveryKeyWithItsPlace(t *testing.T) {
	d := open(t, site())
	a := d.get("bang").ok()
	if kinds, plan := len(a.value["kinds"].([]any)), len(a.value["plan"].([]any)); kinds != 9 || plan != 12 {
		t.Fatalf("%d kinds and %d fields", kinds, plan)
	}
	headings := fmt.Sprint(a.value["groups"])
	grouped := map[string]string{}
	for _, k := range a.value["kinds"].([]any) {
		kind := k.(map[string]any)
		for _, f := range kind["fields"].([]any) {
			field := f.(map[string]any)
			if field["label"] == "" || field["help"] == "" || field["type"] == "" || field["type"] == "any" {
				t.Errorf("%s: %v", kind["folder"], field)
			}
			group, _ := field["group"].(string)
			if !strings.Contains(headings, group) || group != "" && field["required"] == true {
				t.Errorf("%s › %s stands in %q", kind["folder"], field["name"], group)
			}
			grouped[fmt.Sprint(kind["folder"], " › ", field["name"])] = group
		}
	}
	for key, want := range map[string]string{
		"guong › đơn vị": "", "mo-hinh › đơn vị": "Xếp vào đâu trên trang", "guong › ngày": "Ngày đăng", "don-vi › ngày": "Tên cũ và sáp nhập", "trang › thứ tự": "",
		"guong › ngôn ngữ": "Ngôn ngữ và bản dịch", "guong › bản dịch": "Ngôn ngữ và bản dịch", "don-vi › ngôn ngữ": "Ngôn ngữ và bản dịch",
	} {
		if grouped[key] != want {
			t.Errorf("%s stands in %q, want %q", key, grouped[key], want)
		}
	}
}
