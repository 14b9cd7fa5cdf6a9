package catalog_test

import (
	"strconv"
	"strings"
	"testing"

	"guongsang/internal/catalog"
	"guongsang/internal/profile"
)

// topicSite is stories of two fields, units, localities, years and columns, of which a unit and a locality were merged, and a topic with the sections of a case.
func topicSite(sections string) site {
	story := func(field, year, unit, place, more string) string {
		return "---\ntên: A\nloại: cá nhân\nlĩnh vực: " + field + "\nnăm: " + year + "\nđơn vị: " + unit + "\nđịa bàn: " + place + "\n" + more + "---\n"
	}
	return site{
		"guong/a.md":            story("y-te", "2023", "Trạm A", "Xã Một", ""),
		"guong/b.md":            story("[giao-duc, y-te]", "[2022, 2023]", "Trường B", "Xã Một", "chuyên mục: Hay\n"),
		"guong/c.md":            story("y-te", "2024", "Trạm cũ", "Xã Hai", "ngày: 01/03/2024\n"),
		"guong/nhap.md":         story("y-te", "2024", "Trạm A", "Xã Một", "nháp: true\n"),
		"guong/mai.md":          story("y-te", "2024", "Trạm chờ", "Xã Một", "ngày: 01/06/2025\n"),
		"mo-hinh/m.md":          "---\ntên: M\nlĩnh vực: y-te\nngày: 01/02/2024\n---\n",
		"bai-viet/v.md":         "---\ntên: V\nngày: 03/02/2023\nchuyên mục: Hay\n---\n",
		"bai-viet/a.md":         "---\ntên: A\nngày: 01/01/2022\n---\n",
		"don-vi/tram-a.md":      "---\ntên: Trạm A\n---\n",
		"don-vi/tram-cu.md":     "---\ntên: Trạm cũ\nnhập vào: tram-a\n---\n",
		"chuyen-de/chu-de.md":   "---\ntên: Chủ đề\nphần:\n" + sections + "---\n",
		"chuyen-de/chua-dau.md": "---\ntên: Chưa đâu\n---\n",
	}
}

func shownSections(c *catalog.Catalog) string {
	var lines []string
	for _, t := range c.Topics {
		for _, section := range c.OfEntry(t.Entry).Sections {
			line := section.Heading + ":"
			for _, story := range section.Stories {
				line += " " + strings.TrimPrefix(c.Address(story).Path(), "/")
			}
			switch {
			case section.Term != nil:
				line += " > " + section.Term.Address().Path()
			case section.Field != nil:
				line += " > " + section.Field.Code
			}
			if section.Year != 0 {
				line += " > " + strconv.Itoa(section.Year)
			}
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func TestSectionsOfATopic(t *testing.T) {
	for _, c := range []struct{ name, sections, want, told string }{
		{"picked, in the editor's order, of any class", "  - {tên: S, gương: [v, c, m, a]}\n", "S: bai-viet/v/ guong/c/ mo-hinh/m/ guong/a/", ""},
		{"picked with the folder", "  - {tên: S, gương: [bai-viet/a, /guong/a/, a]}\n", "S: bai-viet/a/ guong/a/", ""},
		{"a field: all classes, newest first", "  - {tên: S, lĩnh vực: y-te}\n", "S: guong/c/ mo-hinh/m/ guong/a/ guong/b/ > y-te", ""},
		{"a year", "  - {tên: S, năm: 2023}\n", "S: bai-viet/v/ guong/a/ guong/b/ > 2023", ""},
		{"a field and a year", "  - {tên: S, lĩnh vực: y-te, năm: 2023}\n", "S: guong/a/ guong/b/ > y-te > 2023", ""},
		{"a year of a field that has a practice only has no list", "  - {tên: S, lĩnh vực: giao-duc, năm: 2024}\n  - {tên: T, lĩnh vực: giao-duc, năm: 2022}\n", "T: guong/b/ > giao-duc > 2022", "chuyen-de/chu-de.md:4:5 warning GS342"},
		{"any of several values, all of several keys", "  - {tên: S, lĩnh vực: [y-te, giao-duc], địa bàn: [Xã Một, xã hai], năm: [2022, 2024]}\n", "S: guong/c/ guong/b/", ""},
		{"a unit with what was merged into it", "  - {tên: S, đơn vị: tram-a}\n", "S: guong/c/ guong/a/ > /don-vi/tram-a/", ""},
		{"a unit that was merged", "  - {tên: S, đơn vị: Trạm cũ}\n", "S: guong/c/ guong/a/ > /don-vi/tram-a/", ""},
		{"a locality", "  - {tên: S, địa bàn: Xã Một}\n", "S: guong/a/ guong/b/ > /dia-ban/xa-mot/", ""},
		{"a column", "  - {tên: S, chuyên mục: Hay}\n", "S: bai-viet/v/ guong/b/ > /chuyen-muc/hay/", ""},
		{"a limit", "  - {tên: S, lĩnh vực: y-te, số lượng: 2}\n", "S: guong/c/ mo-hinh/m/ > y-te", ""},
		{"a limit takes nothing that was picked", "  - {tên: S, gương: [v, a, b], số lượng: 2}\n", "S: bai-viet/v/ guong/a/ guong/b/", ""},
		{"nor is anything added then", "  - {tên: S, gương: [v, a, b], lĩnh vực: y-te, số lượng: 2}\n", "S: bai-viet/v/ guong/a/ guong/b/ > y-te", ""},
		{"picked ones first, then the others", "  - {tên: S, gương: [v], lĩnh vực: y-te, số lượng: 3}\n", "S: bai-viet/v/ guong/c/ mo-hinh/m/ > y-te", ""},
		{"a picked one is not there twice", "  - {tên: S, gương: [a], lĩnh vực: y-te}\n", "S: guong/a/ guong/c/ mo-hinh/m/ guong/b/ > y-te", ""},
		{"each section has what it asks for", "  - {tên: S, gương: [c]}\n  - {tên: T, lĩnh vực: y-te, số lượng: 1}\n", "S: guong/c/\nT: guong/c/ > y-te", ""},
		{"not published today", "  - {tên: S, gương: [nhap, a]}\n", "S: guong/a/", "chuyen-de/chu-de.md:4:22 warning GS321"},
		{"no such story", "  - {tên: S, gương: [vv, a]}\n", "S: guong/a/", "chuyen-de/chu-de.md:4:22 error GS340 v"},
		{"no such story in the folder", "  - {tên: S, gương: [mo-hinh/a, mo-hinh/mm, a]}\n", "S: guong/a/", "chuyen-de/chu-de.md:4:22 error GS340 guong/a\nchuyen-de/chu-de.md:4:33 error GS340 mo-hinh/m"},
		{"no such unit", "  - {tên: S, đơn vị: Trạm AA, gương: a}\n", "S: guong/a/", "chuyen-de/chu-de.md:4:22 error GS341 Trạm A"},
		{"a locality is no unit", "  - {tên: S, đơn vị: Xã Một, gương: a}\n", "S: guong/a/", "chuyen-de/chu-de.md:4:22 error GS341"},
		{"a unit of which nothing is published today", "  - {tên: S, đơn vị: [Trạm chờ, trạm chờ]}\n", "", "chuyen-de/chu-de.md:4:5 warning GS342"},
		{"one of two units of which something is published", "  - {tên: S, đơn vị: [Trạm chờ, Trường B]}\n", "S: guong/b/ > /don-vi/truong-b/", ""},
		{"no such column", "  - {tên: S, gương: a, chuyên mục: hayy}\n", "S: guong/a/", "chuyen-de/chu-de.md:4:36 error GS341 Hay"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, told := topicSite(c.sections).make(t, options{})
			if shown := shownSections(got); strings.TrimSpace(shown) != c.want || told != c.told {
				t.Errorf("got\n%s\nwant\n%s\ntold\n%s\nwant\n%s", shown, c.want, told, c.told)
			}
		})
	}
}

func TestACallThatLeadsNowhere(t *testing.T) {
	for _, c := range []struct {
		name, topic string
		introduces  bool
		want        string
	}{
		{"nowhere", "lời mời: Hãy gửi bài.\n", false, "GS345"},
		{"to the page on introducing somebody", "lời mời: Hãy gửi bài.\n", true, ""},
		{"to a mailbox", "lời mời: Hãy gửi bài.\nthư điện tử: a@b.example\n", false, ""},
		{"when the topic is over, nobody is called", "lời mời: Hãy gửi bài.\nđến ngày: 31/05/2024\n", false, ""},
		{"on the last day", "lời mời: Hãy gửi bài.\nđến ngày: 01/06/2024\n", false, "GS345"},
	} {
		in := site{"chuyen-de/a.md": "---\ntên: A\n" + c.topic + "---\n"}.input(t, options{})
		in.Introduces = c.introduces
		_, problems := catalog.New(in)
		got := ""
		for _, p := range problems {
			got += string(p.Code)
		}
		if got != c.want {
			t.Errorf("%s: told %q", c.name, got)
		}
	}
}

// The page on introducing somebody has its address where the site has it; a plain page of that address stands in it.
func TestTheAddressOfThePageOnIntroducing(t *testing.T) {
	for _, c := range []struct {
		file, text string
		introduces bool
		want       string
	}{
		{"guong/a.md", "bí danh: /gioi-thieu-guong/", true, "guong/a.md:7:10 error GS304"},
		{"guong/a.md", "bí danh: /gioi-thieu-guong/", false, ""},
		{"trang/gioi-thieu-guong.md", "---\ntên: Giới thiệu\n---\n", true, ""},
		{"guong/a.md", "", true, ""},
	} {
		in := site{c.file: c.text}.input(t, options{})
		in.Introduces = c.introduces
		got, problems := catalog.New(in)
		told := ""
		for _, p := range problems {
			told += strings.TrimPrefix(p.Place.String(), "content/") + " error " + string(p.Code)
		}
		if told != c.want || got.Has("gioi-thieu-guong/") != (c.introduces || strings.Contains(c.text, "gioi")) {
			t.Errorf("%s %q: told %q, has %v", c.file, c.text, told, got.Has("gioi-thieu-guong/"))
		}
	}
}

// Further stories stand on a shelf where they belong, those that are there already once.
func TestAShelfWithMore(t *testing.T) {
	c, _ := topicSite("  - {tên: S, năm: 2023}\n").make(t, options{})
	unit := c.Units[0].Shelf // of Trạm A: c and a
	got := ""
	for story := range unit.With([]*profile.Story{c.Articles[0], unit.Profiles[0], c.Practices[0], c.Articles[0]}).Stories() {
		got += " " + story.Class.Folder() + "/" + story.Slug
	}
	if want := " guong/c mo-hinh/m bai-viet/v guong/a"; got != want {
		t.Errorf("got%s, want%s", got, want)
	}
	if len(unit.Profiles) != 2 || len(unit.Articles) != 0 {
		t.Errorf("the shelf itself has changed: %+v", unit)
	}
}

// A shelf in one order: newest first over all classes.
func TestStoriesOfAShelf(t *testing.T) {
	c, _ := topicSite("  - {tên: S, năm: 2023}\n").make(t, options{})
	var order []string
	for story := range c.Stories() {
		order = append(order, c.Address(story).Path())
	}
	want := "/guong/c/ /mo-hinh/m/ /bai-viet/v/ /guong/a/ /guong/b/ /bai-viet/a/"
	if got := strings.Join(order, " "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for story := range c.Stories() { // and it may be left early
		if first := story; first.Slug == "c" {
			break
		}
	}
}
