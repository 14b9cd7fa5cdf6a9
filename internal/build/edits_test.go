package build_test

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"guongsang/internal/build"
	"guongsang/internal/digest"
	"guongsang/internal/viet"
)

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
				"ngôn ngữ: en\n", "ngôn ngữ: " + e.one([]string{"en", "kpm"}) + "\nbản dịch: " + slugIn(e.someStory()) + "\n",
			})
		},
	} {
		edits = append(edits, edit{name, func() string { return e.change(name, do) }})
	}
	slices.SortFunc(edits, func(a, b edit) int { return strings.Compare(a.name, b.name) }) // a seed must mean one run
	return edits
}

// slugIn is the slug that a story gets from its file.
func slugIn(file string) string {
	return path.Base(strings.TrimSuffix(strings.TrimSuffix(file, "/index.md"), ".md"))
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
		"i18n/vi.yaml":             fmt.Sprintf("%s: \"Từ %d\"\n", e.one([]string{"home", "markdown.footnotes", "ui.skip", "ui.about"}), n), // of views, of texts, of templates
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
