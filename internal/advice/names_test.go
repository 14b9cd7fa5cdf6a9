package advice_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"guongsang/internal/advice"
	"guongsang/internal/diag"
)

// names gives the advice on names in a site whose files have no body.
func names(t *testing.T, files map[string]string) string {
	t.Helper()
	fsys := fstest.MapFS{}
	for path, lines := range files {
		fsys["content/"+path+".md"] = &fstest.MapFile{Data: []byte("---\n" + lines + "\n---\n")}
	}
	s := readSite(t, fsys)
	var lines []string
	for _, p := range advice.Names(s.catalog, s.stories, s.entries) {
		lines = append(lines, strings.TrimPrefix(p.Place.String(), "content/")+" "+strings.Join(append([]string{string(p.Code)}, p.Args...), "|"))
	}
	return strings.Join(lines, "\n")
}

func story(lines string) string {
	return "tên: Bà Mẫu\nloại: cá nhân\nlĩnh vực: nguoi-tot-viec-tot\nnăm: 2023\n" + lines
}

func TestNames(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"as in the file": {
			map[string]string{
				"dia-ban/xuan-huong": "tên: Xuân Hương - Đà Lạt\ntên cũ: [Phường Hoà Bình]",
				"guong/a":            story("đơn vị: A\nđịa bàn: Xuân Hương-Đà Lạt"),
				"guong/b":            story("đơn vị: A\nđịa bàn: Xuân Hương - Đà Lạt"),
				"guong/c":            story("đơn vị: A\nđịa bàn: xuan-huong"),
				"guong/d":            story("đơn vị: A\nđịa bàn: Phường Hòa Bình"),
				"guong/e":            story("đơn vị: A\nđịa bàn: Phường Hoà Bình"),
				"don-vi/u":           "tên: U\nđịa bàn: XUÂN HƯƠNG - Đà Lạt",
			},
			"don-vi/u.md:3:10 GS618|XUÂN HƯƠNG - Đà Lạt|Xuân Hương - Đà Lạt|content/dia-ban/xuan-huong.md\n" +
				"guong/a.md:7:10 GS618|Xuân Hương-Đà Lạt|Xuân Hương - Đà Lạt|content/dia-ban/xuan-huong.md\n" +
				"guong/d.md:7:10 GS618|Phường Hòa Bình|Phường Hoà Bình|content/dia-ban/xuan-huong.md",
		},
		"as most do": {
			map[string]string{
				"guong/a": story("đơn vị: Trạm y tế Mẫu"),
				"guong/b": story("đơn vị: Trạm Y tế Mẫu"),
				"guong/c": story("đơn vị: Trạm Y tế Mẫu\nnháp: true"),
			},
			"guong/a.md:6:9 GS619|Trạm y tế Mẫu|Trạm Y tế Mẫu|2",
		},
		"as the page has it where both are as many": {
			map[string]string{"guong/a": story("đơn vị: Trạm y tế Mẫu"), "guong/b": story("đơn vị: Trạm Y tế Mẫu")},
			"guong/b.md:6:9 GS619|Trạm Y tế Mẫu|Trạm y tế Mẫu|1",
		},
		"as the page has it, which goes by the newest story": {
			map[string]string{"guong/a": story("đơn vị: Trạm y tế Mẫu"), "guong/b": story("đơn vị: Trạm Y tế Mẫu\nngày: 01/01/2024")},
			"guong/a.md:6:9 GS619|Trạm y tế Mẫu|Trạm Y tế Mẫu|1",
		},
		"columns and topics": {
			map[string]string{
				"chuyen-muc/c": "tên: Chuyện hay",
				"bai-viet/a":   "tên: A\nngày: 01/01/2023\nchuyên mục: Chuyện Hay\nchuyên đề: [Thủy lợi, thuỷ lợi]",
				"bai-viet/b":   "tên: B\nngày: 01/01/2023\nchuyên đề: Thủy lợi",
			},
			"bai-viet/a.md:4:13 GS618|Chuyện Hay|Chuyện hay|content/chuyen-muc/c.md\nbai-viet/a.md:5:23 GS619|thuỷ lợi|Thủy lợi|2",
		},
		"a merged one": {
			map[string]string{
				"don-vi/cu":  "tên: Cũ\nnhập vào: trung tâm mới",
				"don-vi/moi": "tên: Trung tâm Mới",
				"guong/a":    story("đơn vị: cũ"),
			},
			"don-vi/cu.md:3:11 GS618|trung tâm mới|Trung tâm Mới|content/don-vi/moi.md\nguong/a.md:6:9 GS618|cũ|Cũ|content/don-vi/cu.md",
		},
		"different names": {
			map[string]string{"guong/a": story("đơn vị: Hội Nông dân"), "guong/b": story("đơn vị: Hội Phụ nữ"), "guong/c": story("đơn vị: Hôi Nông dân")},
			"",
		},
	} {
		if got := names(t, c.files); got != c.want {
			t.Errorf("%s: told\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// A name that is merely near another one is the catalog's own advice; the two never tell of one name.
func TestNearNamesAreTheCatalogs(t *testing.T) {
	s := readSite(t, fstest.MapFS{
		"content/guong/a.md": {Data: []byte("---\n" + story("đơn vị: Trung tâm Y tế Ngàn Thông") + "\n---\n")},
		"content/guong/b.md": {Data: []byte("---\n" + story("đơn vị: Trung tâm Y tế Ngàn Thôn") + "\n---\n")},
	})
	if len(s.between) == 0 {
		t.Error("the catalog tells nothing")
	}
	for _, p := range s.between {
		if p.Code != diag.NameNear || p.Severity != diag.Hint {
			t.Errorf("the catalog tells %s", p.Text(diag.English, nil))
		}
	}
	if got := advice.Names(s.catalog, s.stories, s.entries); len(got) != 0 {
		t.Errorf("told %v", got)
	}
}
