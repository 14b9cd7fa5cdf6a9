package build_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
)

// editor edits a site at random, as editors, theme writers and the calendar do. It keeps the site's stories as values, so that an edit
// is a change of a value and not of text, and may well make a mistake: then the build must refuse and the edit is taken back.
type editor struct {
	*site
	random  *rand.Rand
	stories map[string]*draft // by file
	foreign files
	count   int
	caches  []string // what the cache was after some of the builds
}

// draft is a story of the editor's.
type draft struct {
	class, name, kind, field, field2, unit, place, column, topic, date, extra, body string
	years                                                                           []int
	hidden, featured, picture                                                       bool
}

var (
	fieldCodes  = []string{"y-te", "giao-duc", "nong-thon-moi", "5", "Khởi nghiệp"}
	unitNames   = []string{"Trạm Y tế", "Trường Tiểu học", "Hội Nông dân", "Đoàn Thanh niên", "Trạm Xá"}
	placeNames  = []string{"Phường 1", "Phường 2", "Phường 3", "Xã Đạ Mây"}
	columnNames = []string{"", "Chuyện hay", "Gương quanh ta"}
	topicNames  = []string{"", "", "Chuyển đổi số", "Vì đàn em"}
	givenNames  = []string{"An", "Bình", "Cường", "Đúng", "Dung", "Hà", "Hạ", "Ánh", "Ân", "Ước"}
)

func newEditor(t *testing.T) *editor {
	random, _ := newRandom(t)
	e := &editor{site: newSite(t, smallSite()), random: random, stories: map[string]*draft{}, foreign: files{}}
	for range 30 {
		e.add()
	}
	return e
}

func (e *editor) one(of []string) string { return of[e.random.IntN(len(of))] }

func (e *editor) add() string {
	e.count++
	d := &draft{
		class: []string{"guong", "guong", "guong", "guong", "mo-hinh", "bai-viet"}[e.random.IntN(6)],
		name:  fmt.Sprintf("Nguyễn %s %s", []string{"Văn", "Thị"}[e.random.IntN(2)], e.one(givenNames)),
		kind:  e.one([]string{"cá nhân", "cá nhân", "tập thể", "hộ gia đình"}), field: e.one(fieldCodes), unit: e.one(unitNames), place: e.one(placeNames),
		column: e.one(columnNames), topic: e.one(topicNames), date: e.day(), years: []int{2021 + e.random.IntN(4)}, body: e.text(),
		picture: e.random.IntN(4) == 0,
	}
	file := fmt.Sprintf("content/%s/s%d.md", d.class, e.count)
	if d.picture {
		file = fmt.Sprintf("content/%s/s%d/index.md", d.class, e.count)
		e.write(path.Dir(file)+"/hinh.svg", e.svg())
	}
	e.stories[file] = d
	e.put(file)
	return "new " + file
}

func (e *editor) day() string {
	return fmt.Sprintf("%02d/%02d/%d", 1+e.random.IntN(28), 1+e.random.IntN(12), 2022+e.random.IntN(4))
}

func (e *editor) svg() string {
	n := 1 + e.random.IntN(9)
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d 9" width="%d" height="9"><path d="M0 0h%dv9z"/></svg>`, n, n, n)
}

// text is a body, sometimes with a link to another story, a heading, a table or a note.
func (e *editor) text() string {
	n := e.random.IntN(1000)
	text := fmt.Sprintf("Câu thứ %d của một câu chuyện.", n)
	switch e.random.IntN(6) {
	case 0:
		if file := e.someStory(); file != "" {
			text += " Xem [chuyện kia](/" + strings.Split(file, "/")[1] + "/" + slugOf(file) + "/)."
		}
	case 1:
		text += "\n\n## Phần " + fmt.Sprint(n) + "\n\n- một\n- hai\n"
	case 2:
		text += "\n\n| a | b |\n| --- | --- |\n| 1 | " + fmt.Sprint(n) + " |\n"
	case 3:
		text += "[^1]\n\n[^1]: Ghi chú " + fmt.Sprint(n) + "."
	}
	return text
}

func slugOf(file string) string {
	name := strings.TrimSuffix(file, "/index.md")
	return strings.TrimSuffix(path.Base(name), ".md")
}

// put writes a story's file.
func (e *editor) put(file string) {
	d := e.stories[file]
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			b.WriteString(key + ": " + value + "\n")
		}
	}
	b.WriteString("---\n")
	line("tên", d.name)
	if d.class == "guong" {
		line("loại", d.kind)
	}
	line("lĩnh vực", strings.TrimSuffix("["+d.field+", "+d.field2, ", ")+"]")
	line("năm", strings.ReplaceAll(fmt.Sprint(d.years), " ", ", "))
	line("đơn vị", d.unit)
	line("địa bàn", d.place)
	line("chuyên mục", d.column)
	line("chuyên đề", d.topic)
	line("ngày", d.date)
	if d.picture {
		line("ảnh", "{tệp: hinh.svg, mô tả: Hình}")
	}
	if d.hidden {
		line("nháp", "có")
	}
	if d.featured {
		line("nổi bật", "có")
	}
	b.WriteString(d.extra + "---\n\n" + d.body + "\n")
	e.write(file, b.String())
}

func (e *editor) someStory() string {
	if len(e.stories) == 0 {
		return ""
	}
	return e.one(slices.Sorted(maps.Keys(e.stories)))
}

// change changes a story of the editor's at random.
func (e *editor) change(what string, do func(d *draft)) string {
	file := e.someStory()
	if file == "" {
		return e.add()
	}
	do(e.stories[file])
	e.put(file)
	return what + " of " + file
}
