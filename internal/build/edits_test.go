package build_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/build"
	"guongsang/internal/digest"
	"guongsang/internal/viet"
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

// edit is something that an editor, a theme writer, a program or the calendar may do; do gives the sentence that a failure shows.
type edit struct {
	name string
	do   func() string
}

// edits are all that may happen to a site.
func (e *editor) edits() []edit {
	return append(e.storyEdits(), []edit{
		{"new story", e.add},
		{"another new story", e.add},
		{"deleted story", e.delete},
		{"renamed story", e.rename},
		{"picture", e.picture},
		{"static file", e.static},
		{"entry", e.entry},
		{"merger", e.merge},
		{"theme", e.theme},
		{"more theme", e.theme},
		{"words", e.words},
		{"configuration", e.settings},
		{"more configuration", e.settings},
		{"today", e.calendar},
		{"flags", e.options},
		{"program", e.program},
		{"output", e.output},
		// What a cache may be fooled by, see disguise_test.go.
		{"same size and time", e.disguise},
		{"picture of the same size and time", e.disguisePicture},
		{"touched", e.touch},
		{"swapped", e.swap},
		{"bundle", e.bundle},
		{"damaged cache", e.damage},
	}...)
}

// storyEdits are changes of one story.
func (e *editor) storyEdits() []edit {
	var edits []edit
	for name, do := range map[string]func(d *draft){
		"body":         func(d *draft) { d.body = e.text() },
		"name":         func(d *draft) { d.name = fmt.Sprintf("Trần %s %d", e.one(givenNames), e.random.IntN(50)) },
		"kind":         func(d *draft) { d.kind = e.one([]string{"cá nhân", "tập thể"}) },
		"field":        func(d *draft) { d.field, d.field2 = e.one(fieldCodes), "" },
		"second field": func(d *draft) { d.field2 = e.one(fieldCodes) },
		"years":        func(d *draft) { d.years = []int{2020, 2020 + e.random.IntN(6)} },
		"day":          func(d *draft) { d.date = e.day() },
		"no day":       func(d *draft) { d.date = "" },
		"unit":         func(d *draft) { d.unit = fmt.Sprintf("%s %d", e.one(unitNames), e.random.IntN(4)) },
		"locality":     func(d *draft) { d.place = e.one(placeNames) },
		"column":       func(d *draft) { d.column = e.one(columnNames) },
		"topic":        func(d *draft) { d.topic = e.one(topicNames) },
		"draft":        func(d *draft) { d.hidden = !d.hidden },
		"featured":     func(d *draft) { d.featured = !d.featured },
		"more keys": func(d *draft) {
			d.extra = e.one([]string{
				"", "tóm tắt: Một câu.\n", "hết hạn: 01/01/2026\n", "bí danh: [/cu/" + fmt.Sprint(e.random.IntN(9)) + "/]\n", "đường dẫn: khac-" + fmt.Sprint(e.random.IntN(9)) + "\n",
				"kết quả: [{chỉ tiêu: Lượt, trước: 1, sau: " + fmt.Sprint(e.random.IntN(9)) + "}]\n", "cập nhật: 01/05/2026\n", "nguồn: {tác giả: Ai Đó}\n",
			})
		},
	} {
		edits = append(edits, edit{name, func() string { return e.change(name, do) }})
	}
	slices.SortFunc(edits, func(a, b edit) int { return strings.Compare(a.name, b.name) }) // a seed must mean one run
	return edits
}

func (e *editor) delete() string {
	file := e.someStory()
	if file == "" {
		return e.add()
	}
	delete(e.stories, file)
	e.remove(strings.TrimSuffix(file, "/index.md"))
	return "deleted " + file
}

func (e *editor) rename() string {
	file := e.someStory()
	if file == "" || strings.HasSuffix(file, "/index.md") {
		return e.add()
	}
	e.count++
	to := fmt.Sprintf("content/%s/thu-muc-%d/r%d.md", e.stories[file].class, e.random.IntN(3), e.count)
	e.stories[to] = e.stories[file]
	delete(e.stories, file)
	e.remove(file)
	e.put(to)
	return "renamed " + file + " to " + to
}

func (e *editor) picture() string {
	file := e.pictured()
	if file == "" {
		return e.static()
	}
	e.write(file, e.svg())
	return "picture " + file
}

// pictured is the picture of some story, or empty.
func (e *editor) pictured() string {
	var pictures []string
	for _, file := range slices.Sorted(maps.Keys(e.stories)) {
		if e.stories[file].picture {
			pictures = append(pictures, path.Dir(file)+"/hinh.svg")
		}
	}
	if len(pictures) == 0 {
		return ""
	}
	return e.one(pictures)
}

func (e *editor) static() string {
	name := e.one([]string{"static/logo.svg", "static/robots.txt", "static/site.webmanifest", "static/a/b.txt", "static/guong/c.txt", "static/tai-lieu/mau.txt", "static/feed.json"})
	if e.random.IntN(3) == 0 && name != "static/logo.svg" {
		e.remove(name)
		return "deleted " + name
	}
	text := fmt.Sprint(e.random.IntN(5))
	if strings.HasSuffix(name, ".svg") {
		text = e.svg()
	}
	e.write(name, text)
	return "wrote " + name
}

func (e *editor) entry() string {
	name := e.one([]string{
		"content/trang/a.md", "content/trang/gioi.md", "content/linh-vuc/giao-duc.md", "content/don-vi/hoi.md", "content/dia-ban/xa.md",
		"content/chuyen-muc/hay.md", "content/chuyen-de/so.md", "content/don-vi/tram-xa.md",
	})
	if e.random.IntN(4) == 0 {
		e.remove(name)
		return "deleted " + name
	}
	title := map[string]string{
		"hoi.md": "Hội Nông dân", "xa.md": "Xã Đạ Mây", "hay.md": "Chuyện hay", "so.md": "Chuyển đổi số", "tram-xa.md": "Trạm Xá",
	}[path.Base(name)]
	if title == "" {
		title = fmt.Sprintf("Trang %d", e.random.IntN(9))
	}
	more := ""
	if strings.Contains(name, "trang/") && e.random.IntN(2) == 0 {
		more = fmt.Sprintf("thứ tự: %d\n", 1+e.random.IntN(3))
	}
	if e.random.IntN(3) == 0 {
		more += fmt.Sprintf("tóm tắt: Tóm tắt %d.\n", e.random.IntN(9))
	}
	e.write(name, "---\ntên: "+title+"\n"+more+"---\n\n"+e.text()+"\n")
	return "wrote " + name
}

func (e *editor) merge() string {
	name := e.one([]string{"content/dia-ban/phuong.md", "content/don-vi/doan.md"})
	if e.random.IntN(3) == 0 {
		e.remove(name)
		return "no merger any more: " + name
	}
	if name == "content/don-vi/doan.md" {
		e.write(name, "---\ntên: Đoàn Thanh niên\nnhập vào: "+e.one([]string{"Trạm Y tế", "Hội Nông dân", "Trường Tiểu học", "Đoàn Thanh niên"})+"\nngày: 01/07/2025\n---\n")
	} else {
		e.write(name, "---\ntên: Phường 3\nnhập vào: "+e.one([]string{"Phường 1", "moi", "Phường 9"})+"\nngày: 01/07/2025\n---\n")
	}
	return "a merger: " + name
}

// theme lays a file over the theme, or takes it away again.
func (e *editor) theme() string {
	return e.overlay(e.one([]string{"templates/card.html", "templates/plain.html", "templates/parts/day.html", "assets/rieng.txt", "assets/style.css", "icons/sign.svg"}))
}

func (e *editor) words() string { return e.overlay("i18n/vi.yaml") }

func (e *editor) overlay(name string) string {
	file := "themes/sen/" + name
	if e.random.IntN(3) == 0 {
		e.remove(file)
		return "took away " + file
	}
	n := e.random.IntN(4)
	text := map[string]string{
		"templates/card.html":      fmt.Sprintf(`<article><h3><a href="{{.Address}}">{{.Text}}</a></h3><p>%d {{.Date.Text}}</p></article>`, n),
		"templates/plain.html":     fmt.Sprintf(`{{define "main"}}<h1>{{.Heading}}</h1>{{.Body.HTML}}<p>%d{{end}}`, n),
		"templates/parts/day.html": fmt.Sprintf(`{{.Text}}<i>%d</i>`, n),
		"i18n/vi.yaml":             fmt.Sprintf("home: \"Nhà %d\"\nmarkdown.footnotes: \"Chú thích %d\"\n", n, n),
		"assets/rieng.txt":         fmt.Sprint(n),
		"assets/style.css":         fmt.Sprintf("p { margin: %dpx }", n),
		"icons/sign.svg":           fmt.Sprintf(`<svg viewBox="0 0 9 9" aria-hidden="true"><path d="M0 0h%dv9z"/></svg>`, n),
	}[name]
	if e.random.IntN(8) == 0 {
		text += "{{.Wrong"
	}
	e.write(file, text)
	return "wrote " + file
}

func (e *editor) settings() string {
	text := fmt.Sprintf("tên trang: Tên %d\n", e.random.IntN(4))
	for _, lines := range [][]string{
		{"", "địa chỉ: https://guong.example\n", "địa chỉ: https://guong.example/thu/muc\n"},
		{"", "mô tả: Một câu.\n"},
		{"", "biểu trưng: logo.svg\n", "biểu trưng: /logo.svg\n"},
		{"", "mỗi trang: 6\n", "mỗi trang: 6\n", "mỗi trang: 7\n", "mỗi trang: 7\n", "mỗi trang: 1000\n"},
		{"", "ngôn ngữ: en\n"},
		{"", "", "giao diện: sen\n", "giao diện: tre\n"},
		{"", "thông báo: Đang thử.\n"},
		{"", "cơ quan: {tên: Ban, điện thoại: 0263 000 000, thư điện tử: a@b.example}\n"},
		{"", "", "trình đơn: [{tên: Gương, địa chỉ: /guong/}, {tên: Ngoài, địa chỉ: \"https://x.example/\"}]\n"},
	} {
		text += e.one(lines)
	}
	e.write("site.yaml", text)
	return "site.yaml: " + strings.ReplaceAll(text, "\n", "; ")
}

func (e *editor) calendar() string {
	e.o.Today = viet.Date{Year: 2023 + e.random.IntN(4), Month: 1 + e.random.IntN(12), Day: 1 + e.random.IntN(28)}
	return "today is " + e.o.Today.String()
}

func (e *editor) options() string {
	e.o.Drafts, e.o.Future = e.random.IntN(3) == 0, e.random.IntN(3) == 0
	e.o.BaseURL = e.one([]string{"", "", "https://khac.example/"})
	return fmt.Sprintf("drafts %v, future %v, base %q", e.o.Drafts, e.o.Future, e.o.BaseURL)
}

func (e *editor) program() string {
	e.o.Program = digest.Text(fmt.Sprint(e.random.IntN(3)))
	return "program " + e.o.Program.Short()
}

// output is what others do to the output folder between two builds.
func (e *editor) output() string {
	switch e.random.IntN(4) {
	case 0:
		name := fmt.Sprintf("rieng-%d.txt", e.random.IntN(3))
		e.foreign[name] = "own"
		writeFile(e.t, filepath.Join(e.o.Output, name), "own")
		return "a foreign file " + name
	case 1:
		// The ledger goes while nothing else changes: then nothing is stale, and the next build must find that out by itself.
		e.remove(build.Cache)
		return "the cache was deleted"
	}
	paths := slices.Sorted(maps.Keys(e.tree()))
	if len(paths) == 0 {
		return "nothing to damage"
	}
	name := e.one(paths)
	if _, ok := e.foreign[name]; ok {
		return "nothing to damage"
	}
	file := filepath.Join(e.o.Output, filepath.FromSlash(name))
	if e.random.IntN(2) == 0 {
		if err := os.Remove(file); err != nil {
			e.t.Fatal(err)
		}
		return "deleted the output " + name
	}
	writeFile(e.t, file, "damaged")
	return "damaged the output " + name
}

// After any edit, the tree that grew by small builds is the tree of a build from nothing, byte for byte; a build that refuses
// leaves it as it was, and a build from nothing refuses too. What was left out of a key, by turns, to see that this test or one beside it fails is
// listed in disguise_test.go.
func TestAnyEditsEndAsFromNothing(t *testing.T) {
	t.Parallel()
	rounds := 50
	switch {
	case soaking():
		rounds = 500
	case testing.Short():
		rounds = 10
	}
	e := newEditor(t)
	e.build()
	refused := 0
	done := map[string]int{}
	var turn []int // every edit comes in its turn, and others at random beside it
	for round := range rounds {
		before, source := e.tree(), e.snapshot()
		edits := e.edits()
		if len(turn) == 0 {
			turn = e.random.Perm(len(edits))
		}
		these := []edit{edits[turn[0]]}
		turn = turn[1:]
		for range e.random.IntN(3) {
			these = append(these, edits[e.random.IntN(len(edits))])
		}
		var what []string
		for _, edit := range these {
			what = append(what, edit.do())
		}
		if slices.Contains(what, "the cache was deleted") {
			// Together with other edits it would leave files that nobody knows to be ours.
			e.restore(source)
			e.remove(build.Cache)
			what, these = []string{"the cache was deleted"}, these[:0]
		}
		said := fmt.Sprintf("round %d: %s", round, strings.Join(what, " + "))
		e.o.Workers = 1 + e.random.IntN(4)
		if e.round(said, source) {
			for _, edit := range these {
				done[edit.name]++
			}
		} else {
			refused++
		}
		if round%8 == 0 {
			if r := e.build(); r.Rendered != 0 || r.Written != 0 || r.Removed != 0 || r.CacheBad != nil || r.CacheOff != nil {
				t.Fatalf("%s: building again: %d rendered, %d written, %d removed; cache bad %v, off %v", said, r.Rendered, r.Written, r.Removed, r.CacheBad, r.CacheOff)
			}
		}
		if testing.Verbose() {
			t.Logf("%s: %d files differ", said, len(changed(before, e.tree())))
		}
	}
	if refused > rounds/2 {
		t.Errorf("%d of %d edits were refused: the test does not edit what it should", refused, rounds)
	}
	for _, edit := range e.edits() {
		if soaking() && done[edit.name] < rounds/100 {
			t.Errorf("of %d rounds %d had the edit %q", rounds, done[edit.name], edit.name)
		}
	}
}

// round builds after some edits and compares. Where the build refuses, as one from nothing must then too, the source is taken back, and ok is false.
func (e *editor) round(said string, source moment) (ok bool) {
	e.t.Helper()
	touched := e.tree()
	_, err := build.Build(context.Background(), e.o)
	ok = !errors.Is(err, build.ErrContent)
	if !ok {
		if d := difference(e.tree(), touched); d != "" {
			e.t.Fatalf("%s: a build that refuses changed the output:\n%s", said, d)
		}
		if tree, err := e.clean(); !errors.Is(err, build.ErrContent) || len(tree) > 0 {
			e.t.Fatalf("%s: a build from nothing does not refuse: %v", said, err)
		}
		e.restore(source)
		_, err = build.Build(context.Background(), e.o)
		said += ", taken back"
	}
	if err != nil {
		e.t.Fatalf("%s: %v", said, err)
	}
	e.wantClean(said, e.foreign)
	e.keepCache()
	return ok
}

// moment is all that edits change.
type moment struct {
	files   files
	stories map[string]draft
	o       build.Options
}

func (e *editor) snapshot() moment {
	m := moment{files: readTree(e.t, e.dir), stories: map[string]draft{}, o: e.o}
	maps.DeleteFunc(m.files, func(name, _ string) bool { return strings.HasPrefix(name, build.Cache) || strings.HasSuffix(name, "/") })
	for file, d := range e.stories {
		m.stories[file] = *d
	}
	return m
}

// restore takes back what edits did to the source; the output stays as it is. What no edit has touched is not touched now: else no file would
// ever come to rest, and nothing be remembered.
func (e *editor) restore(m moment) {
	now := e.snapshot().files
	for _, name := range changed(now, m.files) {
		if text, there := m.files[name]; there {
			e.remove(name) // a folder may have come to lie there
			e.write(name, text)
			continue
		}
		e.remove(name)
		for dir := path.Dir(name); dir != "." && os.Remove(e.path(dir)) == nil; dir = path.Dir(dir) {
		}
	}
	e.o, e.stories = m.o, map[string]*draft{}
	for file, d := range m.stories {
		e.stories[file] = &d
	}
}
