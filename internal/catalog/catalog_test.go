package catalog_test

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/picture"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// site is files by their paths from the site's folder, with or without "content/" before it. A value that does not begin with "---"
// is the lines of a profile's front matter behind its required ones.
type site map[string]string

// options of a run; the zero one is a site on 1 June 2024.
type options struct {
	today          string
	drafts, future bool
}

func (s site) input(t testing.TB, o options) catalog.Input {
	t.Helper()
	book, err := criteria.Plan()
	if err != nil {
		t.Fatal(err)
	}
	in := catalog.Input{Book: book, Pictures: map[string]picture.Info{}, Drafts: o.drafts, Future: o.future}
	if o.today == "" {
		o.today = "01/06/2024"
	}
	if in.Today, err = viet.ParseDate(o.today); err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for name, text := range s {
		if rest, ok := strings.CutPrefix(name, "static/"); ok {
			in.Static = append(in.Static, rest)
		} else {
			name = "content/" + name
			if source.IsMarkdown(name) && !strings.HasPrefix(text, "---") {
				text = "---\ntên: " + named(viet.Slug(strings.TrimSuffix(path.Base(name), ".md"))) + "\nloại: cá nhân\nlĩnh vực: y-te\nnăm: 2023\nđơn vị: Trạm Y tế\n" + text + "\n---\n"
			}
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		if picture.IsName(name) {
			in.Pictures[name] = picture.Info{Width: 8, Height: 6}
		}
	}
	slices.Sort(in.Static)
	list, others, _, err := source.List(files, files)
	if err != nil {
		t.Fatal(err)
	}
	in.Content = slices.Clone(others)
	for _, f := range list {
		in.Content = append(in.Content, f.Path)
		doc, problems, err := source.Read(files, f, nil)
		if err != nil || diag.Count(problems)[diag.Error] > 0 {
			t.Fatalf("%s: %v %v", f.Path, problems, err)
		}
		if f.Kind.Story() {
			story, problems := profile.Decode(doc, book)
			in.Stories = append(in.Stories, story)
			noErrors(t, problems)
		} else {
			entry, problems := profile.DecodeEntry(doc, book)
			in.Entries = append(in.Entries, entry)
			noErrors(t, problems)
		}
	}
	slices.Sort(in.Content)
	return in
}

// named gives a file whose name is all signs a name all the same.
func named(slug string) string {
	if slug == "" {
		return "mau"
	}
	return slug
}

func noErrors(t testing.TB, problems []diag.Problem) {
	t.Helper()
	if diag.Count(problems)[diag.Error] > 0 {
		t.Fatalf("the files of a case are good by themselves: %v", problems)
	}
}

// make makes the catalog and tells its problems: place, severity, code and what was meant.
func (s site) make(t testing.TB, o options) (*catalog.Catalog, string) {
	t.Helper()
	c, problems := catalog.New(s.input(t, o))
	var lines []string
	for _, p := range diag.Sort(problems) {
		line := strings.TrimPrefix(p.Place.String(), "content/") + " " + p.Severity.Word(diag.English) + " " + string(p.Code)
		if p.Suggest != "" {
			line += " " + p.Suggest
		}
		lines = append(lines, line)
	}
	return c, strings.Join(lines, "\n")
}

func slugs(stories []*profile.Story) string {
	var list []string
	for _, s := range stories {
		list = append(list, s.Slug)
	}
	return strings.Join(list, " ")
}

func find(t testing.TB, c *catalog.Catalog, slug string) *profile.Story {
	t.Helper()
	for _, list := range [][]*profile.Story{c.Profiles, c.Practices, c.Articles} {
		for _, s := range list {
			if s.Slug == slug {
				return s
			}
		}
	}
	t.Fatalf("%s is not published", slug)
	return nil
}

// TestPublication: what is shown depends on the day and the options, up to the last hour of the last day.
func TestPublication(t *testing.T) {
	s := site{
		"guong/luon.md":     "",
		"guong/hom-nay.md":  "ngày: 01/06/2024",
		"guong/mai.md":      "ngày: 02/06/2024",
		"guong/nam-sau.md":  "năm sinh: 1970\nngày: 01/01/2025",
		"guong/con-han.md":  "ngày: 01/01/2023\nhết hạn: 01/06/2024",
		"guong/het-han.md":  "ngày: 01/01/2023\nhết hạn: 31/05/2024",
		"guong/nhap.md":     "nháp: có",
		"guong/nhap-mai.md": "nháp: có\nngày: 02/06/2024",
	}
	for _, c := range []struct {
		name string
		o    options
		want string
	}{
		{"today", options{}, "hom-nay con-han luon"},
		{"tomorrow", options{today: "02/06/2024"}, "mai hom-nay luon"},
		{"drafts", options{drafts: true}, "hom-nay con-han luon nhap"},
		{"future", options{future: true}, "nam-sau mai hom-nay con-han luon"},
		{"all", options{drafts: true, future: true}, "nam-sau mai nhap-mai hom-nay con-han luon nhap"},
		{"before everything", options{today: "31/12/2022"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			catalog, told := s.make(t, c.o)
			if got := slugs(catalog.Profiles); got != c.want || told != "" {
				t.Errorf("published: %s\nwant: %s\ntold: %s", got, c.want, told)
			}
		})
	}
	// A story without a day is of the first day of its last year.
	if c, _ := (site{"guong/a.md": ""}).make(t, options{today: "01/01/2023"}); slugs(c.Profiles) != "a" {
		t.Error("a story of 2023 is shown on 1 January 2023")
	}
}

// TestOrder: lists are newest first, then by slug; names by given name; and nothing depends on the order of the files given.
func TestOrder(t *testing.T) {
	s := site{
		"guong/b.md": "tên sắp xếp: Lê Thị An\nngày: 01/03/2024", "guong/a.md": "tên sắp xếp: Trần Văn Ân\nngày: 01/03/2024",
		"guong/c.md":    "tên sắp xếp: Nguyễn Thị An\nngày: 02/03/2024",
		"mo-hinh/m.md":  "---\ntên: M\nlĩnh vực: [y-te, giao-duc]\nnăm: [2021, 2022]\nđơn vị: Trạm Y tế\n---\n",
		"bai-viet/v.md": "---\ntên: V\nngày: 05/05/2022\nlĩnh vực: 6\n---\n",
	}
	in := s.input(t, options{})
	c, problems := catalog.New(in)
	if len(problems) > 0 {
		t.Errorf("told: %v", problems)
	}
	if got := slugs(c.Profiles) + "|" + slugs(c.Named) + "|" + slugs(c.Practices) + "|" + slugs(c.Articles); got != "c a b|b c a|m|v" {
		t.Errorf("order %s", got)
	}
	var shelves []string
	for _, y := range c.Years {
		shelves = append(shelves, fmt.Sprintf("%d:%s|%s|%s", y.Year, slugs(y.Profiles), slugs(y.Practices), slugs(y.Articles)))
	}
	for _, f := range c.Fields {
		if len(f.Profiles)+len(f.Practices)+len(f.Articles) > 0 {
			shelves = append(shelves, fmt.Sprintf("%s:%s|%s|%s %s %d", f.Code, slugs(f.Profiles), slugs(f.Practices), slugs(f.Articles), slugs(f.Kinds[0].Profiles), len(f.Years)))
		}
	}
	want := []string{"2023:c a b||", "2022:|m|v", "2021:|m|", "giao-duc:|m|  0", "y-te:c a b|m|v c a b 1"}
	if diff := cmp.Diff(want, shelves); diff != "" {
		t.Error(diff)
	}
	if got := c.Newest().ISO(); got != "2024-03-02" {
		t.Errorf("newest %s", got)
	}
	slices.Reverse(in.Stories)
	slices.Reverse(in.Entries)
	again, _ := catalog.New(in)
	if slugs(again.Profiles) != slugs(c.Profiles) || slugs(again.Named) != slugs(c.Named) {
		t.Error("the order of files shows")
	}
}

func terms(list []*catalog.Term) string {
	var out []string
	for _, t := range list {
		line := t.Slug + " " + t.Name + ":" + slugs(t.Profiles)
		if t.Successor != nil {
			line += " -> " + t.Successor.Slug
		}
		for _, p := range t.Predecessors {
			line += " <- " + p.Slug
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// TestTerms: units, localities, columns and topics that a story names have a page with or without a file; names that differ in
// case, blanks, hyphens and tone placement are one.
func TestTerms(t *testing.T) {
	c, told := site{
		"guong/a.md":            "chuyên mục: Quanh ta\nchuyên đề: [Hoà bình, Vì dân]\nđịa bàn: Phường 10",
		"guong/b.md":            "chuyên mục: quanh  TA\nchuyên đề: [hòa-bình, Hoà  bình]\nđịa bàn: Phường 2",
		"guong/c.md":            "chuyên đề: vi-dan\nngày: 01/01/2030",
		"don-vi/tram-y-te.md":   "---\ntên: Trạm Y tế\nđịa bàn: Xã Ba\n---\n",
		"don-vi/doi-ba.md":      "---\ntên: Đội Ba\n---\n",
		"chuyen-de/vi-dan.md":   "---\ntên: Vì nhân dân\n---\n",
		"chuyen-de/vi-dan-2.md": "---\ntên: Vì dân\nđường dẫn: vi-dan-em\n---\n",
	}.make(t, options{})
	if told != "" {
		t.Errorf("told:\n%s", told)
	}
	for want, got := range map[string]string{
		"doi-ba Đội Ba:\ntram-y-te Trạm Y tế:a b":                        terms(c.Units),
		"phuong-2 Phường 2:b\nphuong-10 Phường 10:a\nxa-ba Xã Ba:":       terms(c.Localities),
		"quanh-ta Quanh ta:a b":                                          terms(c.Columns),
		"hoa-binh Hoà bình:a b\nvi-dan-em Vì dân:a\nvi-dan Vì nhân dân:": terms(c.Topics),
	} {
		if got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	if term := c.Term(source.Topic, profile.Ref{Text: "HOÀ BÌNH"}); term == nil || term.Slug != "hoa-binh" {
		t.Errorf("term %v", term)
	}
	if c.Term(source.Unit, profile.Ref{}) != nil {
		t.Error("no name leads to no term")
	}
}

// TestNamesThatClash: two names with one address are an error that names both, since one of them lacks a mark.
func TestNamesThatClash(t *testing.T) {
	for _, c := range []struct {
		name string
		site site
		want string
	}{
		{"free names", site{"guong/a.md": "địa bàn: Xã Hà", "guong/b.md": "địa bàn: Xã Hạ"}, "guong/b.md:7:10 error GS311 Xã Hà"},
		{"a free name and a file", site{"guong/a.md": "địa bàn: Xã Ha", "dia-ban/xa-ha.md": "---\ntên: Xã Hạ\n---\n"}, "guong/a.md:7:10 error GS311 Xã Hạ"},
		{"two files of one name", site{"dia-ban/a.md": "---\ntên: Xã Hoà\n---\n", "dia-ban/b.md": "---\ntên: xã hòa\n---\n"}, "dia-ban/b.md:2:6 error GS310"},
		{"a former name that is another's", site{"dia-ban/a.md": "---\ntên: A\n---\n", "dia-ban/b.md": "---\ntên: B\ntên cũ: [A, C, C]\n---\n"}, "dia-ban/b.md:3:10 error GS310"},
		{"a name of signs", site{"guong/a.md": "địa bàn: '!!!'"}, "guong/a.md:7:10 error GS308"},
		{"a reserved name", site{"guong/a.md": "địa bàn: Trang"}, "guong/a.md:7:10 error GS308"},
		{"names of another class", site{"guong/a.md": "địa bàn: Trạm Y Tê"}, ""},
		{"a story that is not shown has no say", site{"guong/a.md": "địa bàn: Xã Hà", "guong/b.md": "địa bàn: Xã Hạ\nnháp: có"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, told := c.site.make(t, options{}); told != c.want {
				t.Errorf("told:\n%s\nwant:\n%s", told, c.want)
			}
		})
	}
}

func redirects(c *catalog.Catalog) string {
	var lines []string
	for _, r := range c.Redirects {
		lines = append(lines, string(r.From)+" -> "+string(r.To)+" "+r.Name)
	}
	return strings.Join(lines, "\n")
}

// TestMergers: chains are followed to the last successor, which has the stories of all; former names lead on too.
func TestMergers(t *testing.T) {
	unit := func(name, more string) string { return "---\ntên: " + name + "\n" + more + "---\n" }
	s := site{
		"guong/a.md":           "địa bàn: Xã Một",
		"guong/b.md":           "địa bàn: xa-hai\nngày: 01/01/2024",
		"guong/c.md":           "địa bàn: Phường Ba",
		"guong/d.md":           "địa bàn: Thị trấn Cũ",
		"guong/e.md":           "địa bàn: Xã Riêng",
		"dia-ban/xa-mot.md":    unit("Xã Một", "nhập vào: Xã Hai\ntên cũ: [Thị trấn Cũ]\n"),
		"dia-ban/xa-hai.md":    unit("Xã Hai", "nhập vào: phuong-ba\n"),
		"dia-ban/phuong-ba.md": unit("Phường Ba", "tên cũ: [Phường Xưa, '???']\n"),
	}
	c, told := s.make(t, options{})
	if told != "" {
		t.Errorf("told:\n%s", told)
	}
	want := "phuong-ba Phường Ba:b a c d <- xa-hai <- xa-mot\nxa-hai Xã Hai: -> phuong-ba\nxa-mot Xã Một: -> phuong-ba\nxa-rieng Xã Riêng:e"
	if got := terms(c.Localities); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	want = "dia-ban/phuong-xua/ -> dia-ban/phuong-ba/ Phường Ba\ndia-ban/thi-tran-cu/ -> dia-ban/phuong-ba/ Phường Ba\n" +
		"dia-ban/xa-hai/ -> dia-ban/phuong-ba/ Phường Ba\ndia-ban/xa-mot/ -> dia-ban/phuong-ba/ Phường Ba"
	if got := redirects(c); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}

	for _, wrong := range []struct{ name, file, text, want string }{
		{"a loop", "dia-ban/phuong-ba.md", unit("Phường Ba", "nhập vào: xa-mot\ntên cũ: [Phường Xưa]\n"), "dia-ban/phuong-ba.md:3:11 error GS313\ndia-ban/xa-hai.md:3:11 error GS313\ndia-ban/xa-mot.md:3:11 error GS313"},
		{"into itself", "dia-ban/phuong-ba.md", unit("Phường Ba", "nhập vào: Phường Ba\n"), "dia-ban/phuong-ba.md:3:11 error GS313\ndia-ban/xa-hai.md:3:11 error GS313\ndia-ban/xa-mot.md:3:11 error GS313"},
		{"into nothing, by name", "dia-ban/phuong-ba.md", unit("Phường Ba", "nhập vào: Xã Mótt\n"), "dia-ban/phuong-ba.md:3:11 error GS312 Xã Một"},
		{"into nothing, by slug", "dia-ban/phuong-ba.md", unit("Phường Ba", "nhập vào: xa-haii\n"), "dia-ban/phuong-ba.md:3:11 error GS312 Xã Hai"},
		{"into one that has no file", "dia-ban/phuong-ba.md", unit("Phường Ba", "nhập vào: Xã Riêng\n"), "dia-ban/phuong-ba.md:3:11 error GS312"},
	} {
		t.Run(wrong.name, func(t *testing.T) {
			broken := maps.Clone(s)
			broken[wrong.file] = wrong.text
			delete(broken, "guong/d.md")
			if _, told := broken.make(t, options{}); told != wrong.want {
				t.Errorf("told:\n%s\nwant:\n%s", told, wrong.want)
			}
		})
	}
}
