package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// crowd is a site of sixty profiles over two fields, two units, three years and two localities, so that lists have older
// pages and neighbours are few among many, with a topic that shows the newest twelve of one field. Story 0 is the oldest.
func crowd() files {
	content := files{"site.yaml": "tên trang: Gương thử\nđịa chỉ: https://guong.example\n"}
	for i := range 60 {
		field, unit, place := "y-te", "Trạm Y tế", "Phường 1"
		if i%3 == 0 {
			field, unit, place = "giao-duc", "Trường Tiểu học", "Phường 2"
		}
		content[fmt.Sprintf("content/guong/n%02d.md", i)] = profileFile(fmt.Sprintf("Nguyễn Văn N%02d", i), field, unit,
			fmt.Sprintf("%02d/%02d/%d", i%28+1, i%20/2+1, 2022+i/20), "địa bàn: "+place+"\n", "Một người tốt.")
	}
	content["content/mo-hinh/m.md"] = "---\ntên: Mô hình\nlĩnh vực: y-te\nngày: 02/02/2024\n---\n\nHay.\n"
	content["content/bai-viet/v.md"] = "---\ntên: Bài\nngày: 03/02/2024\nchuyên mục: Chuyện hay\n---\n\nTin.\n"
	content["content/chuyen-de/o-truong.md"] = "---\ntên: Ở trường\nphần: {tên: Thầy cô, lĩnh vực: giao-duc}\n---\n"
	content["content/trang/gioi.md"] = "---\ntên: Giới thiệu\ntóm tắt: Về trang này.\n---\n\nThử.\n"
	return content
}

// touched is a group of outputs that differ after a change, with what they have in common.
type touched struct {
	what  string
	paths []string
}

// smallChange is a change to crowd and all that differs after it. Its name and the groups make a line of docs/COSTS.md.
type smallChange struct {
	name   string
	before func(*site) // what is there already; may be nil
	change func(*site)
	want   []touched
}

// another is a profile that stands in the lists of n30, and in those of 2024 if it is of that year.
func another(s *site, slug, day string) {
	s.write("content/guong/"+slug+".md", profileFile("Lê "+slug, "giao-duc", "Trường Tiểu học", day, "địa bàn: Phường 2\n", "Mới."))
}

// withPicture makes a bundle of n30.
func withPicture(s *site) {
	text := s.read("content/guong/n30.md")
	s.remove("content/guong/n30.md")
	s.write("content/guong/n30/index.md", strings.Replace(text, "địa bàn:", "ảnh: {tệp: h.svg, mô tả: Hình}\nđịa bàn:", 1))
	s.write("content/guong/n30/h.svg", smallSite()["content/guong/c/c.svg"])
}

func smallChanges() []smallChange {
	var (
		// Where profile n30 stands: cards in the lists that it belongs to, and on the pages of those that stand near it in its field.
		lists = touched{"lists with its card", []string{
			"guong/index.html", "doi-tuong/ca-nhan/index.html", "nam/2023/index.html", "linh-vuc/giao-duc/index.html",
			"linh-vuc/giao-duc/ca-nhan/index.html", "linh-vuc/giao-duc/2023/index.html", "don-vi/truong-tieu-hoc/index.html", "dia-ban/phuong-2/index.html",
		}}
		near  = touched{"stories near it", []string{"guong/n21/index.html", "guong/n24/index.html", "guong/n27/index.html", "guong/n33/index.html", "guong/n36/index.html", "guong/n39/index.html"}}
		feeds = touched{"feeds", []string{"linh-vuc/giao-duc/rss.xml", "don-vi/truong-tieu-hoc/rss.xml", "dia-ban/phuong-2/rss.xml"}}
		page  = touched{"its page", []string{"guong/n30/index.html"}}
		show  = touched{"the slide show of its year", []string{"nam/2023/trinh-chieu/index.html"}}
		// The show of a story of today, and that of one with an old date.
		lastShow  = touched{show.what, []string{"nam/2024/trinh-chieu/index.html"}}
		firstShow = touched{show.what, []string{"nam/2022/trinh-chieu/index.html"}}
		// What a story changes by being there or not, beside its lists.
		counts = touched{"lists of lists, with counts", []string{"linh-vuc/index.html", "doi-tuong/index.html", "nam/index.html", "don-vi/index.html", "dia-ban/index.html"}}
		whole  = touched{"home, statistics, names, sitemap", []string{"index.html", "thong-ke/index.html", "ten/index.html", "sitemap.xml"}}
		topic  = touched{"a topic that shows it, and its feed", []string{"chuyen-de/o-truong/index.html", "chuyen-de/o-truong/rss.xml"}}
		latest = touched{"the site's feeds", []string{"rss.xml", "feed.json"}}
		// The first pages of the lists of a story of today that is otherwise like n30.
		firstPages = touched{"first pages of its lists", []string{
			"guong/index.html", "doi-tuong/ca-nhan/index.html", "nam/2024/index.html", "linh-vuc/giao-duc/index.html", "linh-vuc/giao-duc/ca-nhan/index.html",
			"linh-vuc/giao-duc/2024/index.html", "don-vi/truong-tieu-hoc/index.html", "dia-ban/phuong-2/index.html",
		}}
	)
	const text, better = "Một người tốt.", "Một người rất tốt."
	return []smallChange{
		{"a comment in the front matter", nil, func(s *site) {
			s.edit("content/guong/n05.md", "địa bàn:", "# hỏi lại đơn vị\nđịa bàn:")
		}, nil},
		{"a new draft", nil, func(s *site) {
			s.write("content/guong/moi.md", profileFile("Lê Mới", "giao-duc", "Trường Tiểu học", "01/12/2024", "nháp: true\n", "Mới."))
		}, nil},
		{
			"the text of an old story", nil, func(s *site) { s.edit("content/guong/n05.md", text, better) },
			[]touched{{"its page", []string{"guong/n05/index.html"}}},
		},
		{
			"the text of one of the newest of its field", func(s *site) { s.edit("content/guong/n30.md", "địa bàn:", "tóm tắt: Tốt.\nđịa bàn:") },
			func(s *site) { s.edit("content/guong/n30.md", text, better) },
			[]touched{page, {"the feeds of its field and of a topic that shows it", []string{"linh-vuc/giao-duc/rss.xml", "chuyen-de/o-truong/rss.xml"}}},
		},
		{
			"the text of one of the newest of all", func(s *site) { s.edit("content/guong/n59.md", "địa bàn:", "tóm tắt: Tốt.\nđịa bàn:") },
			func(s *site) { s.edit("content/guong/n59.md", text, better) },
			[]touched{{"its page", []string{"guong/n59/index.html"}}, {"the field's feed", []string{"linh-vuc/y-te/rss.xml"}}, latest},
		},
		{
			"the first words of a text, which are the summary on its card", nil, func(s *site) { s.edit("content/guong/n30.md", text, better) },
			[]touched{page, lists, topic, show, near, feeds},
		},
		{
			"a name", nil, func(s *site) { s.edit("content/guong/n30.md", "Nguyễn Văn N30", "Nguyễn Văn Ba") },
			[]touched{page, lists, topic, show, near, feeds, {"names", []string{"ten/index.html"}}},
		},
		{
			"the locality of a story", nil, func(s *site) { s.edit("content/guong/n30.md", "Phường 2", "Phường 1") },
			[]touched{
				page,
				{"the two localities and the feed of one", []string{"dia-ban/phuong-1/index.html", "dia-ban/phuong-2/index.html", "dia-ban/phuong-2/rss.xml"}},
				{"the list of localities", []string{"dia-ban/index.html"}},
				{"names", []string{"ten/index.html"}},
			},
		},
		{"another picture of the same size", withPicture, func(s *site) { s.edit("content/guong/n30/h.svg", "v3z", "v2z") }, []touched{{"the picture", []string{"guong/n30/h.svg"}}}},
		{
			"another picture of another size", withPicture, func(s *site) { s.edit("content/guong/n30/h.svg", `width="4"`, `width="8"`) },
			[]touched{{"the picture", []string{"guong/n30/h.svg"}}, page, lists, {"a topic that shows it", topic.paths[:1]}, show, near, {"home", []string{"index.html"}}},
		},
		{
			"a new story, the newest", nil, func(s *site) { another(s, "moi", "01/12/2024") },
			[]touched{
				{"its page", []string{"guong/moi/index.html"}},
				{"stories near it", []string{"guong/n51/index.html", "guong/n54/index.html", "guong/n57/index.html"}},
				firstPages, topic, lastShow, feeds, latest, counts, whole,
			},
		},
		{
			"a new story, the newest, where the first page of three of its lists is full", func(s *site) {
				s.edit("site.yaml", "Gương thử", "Gương thử\nmỗi trang: 6")
				for i := range 5 {
					another(s, fmt.Sprintf("moi%d", i), fmt.Sprintf("%02d/12/2024", 1+i))
				}
			},
			func(s *site) { another(s, "moi", "20/12/2024") },
			[]touched{
				{"its page", []string{"guong/moi/index.html"}},
				{"stories near it", []string{"guong/moi2/index.html", "guong/moi3/index.html", "guong/moi4/index.html"}},
				firstPages, topic, lastShow, feeds, latest, counts, whole,
				{"a full page made of each of the three", []string{"guong/trang/10/index.html", "doi-tuong/ca-nhan/trang/10/index.html", "linh-vuc/giao-duc/2024/trang/1/index.html"}},
				{"the redirect to the one that is the first of its list", []string{"linh-vuc/giao-duc/2024/trang/index.html"}},
				{"the three pages before each other, whose pagers show it", []string{
					"guong/trang/7/index.html", "guong/trang/8/index.html", "guong/trang/9/index.html",
					"doi-tuong/ca-nhan/trang/7/index.html", "doi-tuong/ca-nhan/trang/8/index.html", "doi-tuong/ca-nhan/trang/9/index.html",
				}},
			},
		},
		{
			"a new story with an old date", nil, func(s *site) { another(s, "moi", "01/01/2022") },
			[]touched{
				{"its page", []string{"guong/moi/index.html"}},
				{"stories near it", []string{"guong/n00/index.html", "guong/n03/index.html", "guong/n06/index.html", "guong/n09/index.html"}},
				{"its lists, from the page where it stands to the newest", []string{
					"guong/index.html", "guong/trang/1/index.html", "doi-tuong/ca-nhan/index.html", "doi-tuong/ca-nhan/trang/1/index.html", "nam/2022/index.html",
					"linh-vuc/giao-duc/index.html", "linh-vuc/giao-duc/ca-nhan/index.html", "linh-vuc/giao-duc/2022/index.html", "don-vi/truong-tieu-hoc/index.html", "dia-ban/phuong-2/index.html",
				}},
				firstShow, feeds, counts, whole,
			},
		},
		{
			"the newest story goes", func(s *site) { another(s, "moi", "01/12/2024") }, func(s *site) { s.remove("content/guong/moi.md") },
			[]touched{
				{"its page", []string{"guong/moi/index.html"}},
				{"stories near it", []string{"guong/n51/index.html", "guong/n54/index.html", "guong/n57/index.html"}},
				firstPages, topic, lastShow, feeds, latest, counts, whole,
			},
		},
		{
			"a new article", nil, func(s *site) {
				s.write("content/bai-viet/w.md", "---\ntên: Bài hai\nngày: 04/02/2024\nchuyên mục: Chuyện hay\n---\n\nTin.\n")
			},
			[]touched{
				{"its page", []string{"bai-viet/w/index.html"}},
				{"stories near it", []string{"bai-viet/v/index.html"}},
				{"first pages of its lists", []string{"bai-viet/index.html", "nam/2024/index.html", "chuyen-muc/chuyen-hay/index.html"}},
				{"feeds", []string{"chuyen-muc/chuyen-hay/rss.xml"}},
				latest,
				{"home, statistics, sitemap", []string{"index.html", "thong-ke/index.html", "sitemap.xml"}},
			},
		},
		{
			"the telephone of a unit", func(s *site) { s.write("content/don-vi/tram.md", "---\ntên: Trạm Y tế\n---\n") },
			func(s *site) {
				s.write("content/don-vi/tram.md", "---\ntên: Trạm Y tế\nđiện thoại: 0263 000 000\n---\n")
			},
			[]touched{{"its page", []string{"don-vi/tram/index.html"}}},
		},
		{
			"what a section of a topic asks for", nil, func(s *site) { s.edit("content/chuyen-de/o-truong.md", "giao-duc", "[giao-duc, y-te]") },
			[]touched{{"its page and its feed", topic.paths}},
		},
		{
			"the text of a plain page", nil, func(s *site) { s.edit("content/trang/gioi.md", "Thử.", "Trang để thử, dài hơn.") },
			[]touched{{"its page", []string{"gioi/index.html"}}},
		},
		{
			"a file of static/", nil, func(s *site) { s.write("static/rieng.css", "p { color: red }") },
			[]touched{{"the file", []string{"rieng.css"}}},
		},
	}
}

// A small change makes little work. The table names every output that differs after it, and so what may come to depend on a single
// story: whoever adds a line here adds work to every edit of every site.
func TestASmallChangeIsSmall(t *testing.T) {
	t.Parallel()
	costs := readCosts(t)
	for _, c := range smallChanges() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, crowd())
			s.edit("content/guong/n05.md", "địa bàn:", "tóm tắt: Tốt.\nđịa bàn:")
			if c.before != nil {
				c.before(s)
			}
			s.build()
			before := s.tree()
			c.change(s)
			r := s.build()
			got := changed(s.tree(), before)
			var want, told []string
			for _, group := range c.want {
				want = append(want, group.paths...)
				told = append(told, fmt.Sprintf("%s (%d)", group.what, len(group.paths)))
			}
			if len(want) == 0 {
				told = []string{"none"}
			}
			slices.Sort(want)
			pages := slices.DeleteFunc(slices.Clone(got), isSearchIndex)
			if len(pages) < len(got) {
				told = append(told, "the search index")
			}
			if d := cmp.Diff(want, pages, cmpopts.EquateEmpty()); d != "" {
				t.Errorf("the files that changed (-want +got):\n%s", d)
			}
			if r.Written+r.Removed != len(got) {
				t.Errorf("%d written and %d removed, and %d files differ", r.Written, r.Removed, len(got))
			}
			s.wantClean(c.name, nil)
			costs.wantLine(fmt.Sprintf("| %s | %d | %s |", c.name, len(want), strings.Join(told, ", ")))
		})
	}
}

// isSearchIndex says whether a file is one of the search index: how many of them a change touches depends on the words of all stories.
func isSearchIndex(name string) bool {
	return strings.HasPrefix(name, "tim-kiem/") && strings.HasSuffix(name, ".js")
}

// What a change of everything costs, of how many files. Nothing but copies, redirects and what names nobody is left alone.
func TestALargeChange(t *testing.T) {
	t.Parallel()
	costs := readCosts(t)
	for _, c := range []struct {
		name   string
		change func(*site)
	}{
		{"the name of the site", func(s *site) { s.edit("site.yaml", "Gương thử", "Gương khác") }},
		{"the address of the site", func(s *site) { s.edit("site.yaml", "guong.example", "khac.example") }},
		{"the name of the owner", func(s *site) { s.write("site.yaml", s.read("site.yaml")+"cơ quan: {tên: Ban}\n") }},
		{"the template of cards", func(s *site) {
			s.write("themes/sen/templates/card.html", `<article><h3><a href="{{.Address}}">{{.Text}}</a></h3></article>`)
		}},
		{"a word of the theme that all pages show", func(s *site) { s.write("themes/sen/i18n/vi.yaml", "home: Nhà\n") }},
		{"how many stories stand on a page", func(s *site) { s.write("site.yaml", s.read("site.yaml")+"mỗi trang: 20\n") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, crowd())
			s.build()
			before := s.tree()
			c.change(s)
			r := s.build()
			after := s.tree()
			if r.Written+r.Removed != len(changed(after, before)) {
				t.Errorf("%d written and %d removed, and %d files differ", r.Written, r.Removed, len(changed(after, before)))
			}
			s.wantClean(c.name, nil)
			costs.wantLine(fmt.Sprintf("| %s | %d of %d |", c.name, r.Written+r.Removed, len(after)))
		})
	}
}

// costs is docs/COSTS.md, whose tables are held by the tests of this file.
type costs struct {
	t    testing.TB
	text string
}

func readCosts(t testing.TB) costs {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "COSTS.md"))
	if err != nil {
		t.Fatal(err)
	}
	return costs{t, string(text)}
}

func (c costs) wantLine(line string) {
	c.t.Helper()
	if !strings.Contains(c.text, "\n"+line+"\n") {
		c.t.Errorf("docs/COSTS.md has no line\n%s", line)
	}
}
