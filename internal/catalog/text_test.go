package catalog_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/catalog"
)

// TestWhoLeadsToWhom: slugs in front matter are followed both ways, and only to stories that are shown.
func TestWhoLeadsToWhom(t *testing.T) {
	s := site{
		"guong/dau.md":  "đứng đầu: to\nnhân rộng: [{đơn vị: Nơi khác}, {đơn vị: X, gương: theo}]",
		"guong/to.md":   "loại: tập thể",
		"guong/theo.md": "",
		"guong/nhap.md": "nháp: có\nđứng đầu: to",
		"guong/sai.md":  "đứng đầu: too\nnhân rộng: [{đơn vị: X, gương: nhap}]",
		"mo-hinh/m.md":  "---\ntên: M\nlĩnh vực: 6\nnăm: 2023\ngương: [to, khong-co-ai-ca]\n---\n",
	}
	s["guong/to.md"] = "---\ntên: Tổ\nloại: tập thể\nlĩnh vực: y-te\nnăm: 2023\nđơn vị: Trạm Y tế\n---\n"
	c, told := s.make(t, options{})
	want := "guong/sai.md:7:11 error GS320 to\nguong/sai.md:8:32 warning GS321\nmo-hinh/m.md:5:13 error GS320"
	if told != want {
		t.Errorf("told:\n%s\nwant:\n%s", told, want)
	}
	head, group, follower, practice := c.Of(find(t, c, "dau")), c.Of(find(t, c, "to")), c.Of(find(t, c, "theo")), c.Of(find(t, c, "m"))
	if head.Heads == nil || head.Heads.Slug != "to" || slugs(group.HeadedBy) != "dau" {
		t.Errorf("heads %v, headed by %s", head.Heads, slugs(group.HeadedBy))
	}
	if slugs(practice.Doers) != "to" || slugs(group.ToldIn) != "m" {
		t.Errorf("doers %s, told in %s", slugs(practice.Doers), slugs(group.ToldIn))
	}
	if len(head.Copies) != 2 || head.Copies[0] != nil || head.Copies[1].Slug != "theo" || slugs(follower.CopiedFrom) != "dau" {
		t.Errorf("copies %v, from %s", head.Copies, slugs(follower.CopiedFrom))
	}
	c, _ = s.make(t, options{drafts: true})
	if got := slugs(c.Of(find(t, c, "to")).HeadedBy); got != "dau nhap" {
		t.Errorf("with drafts headed by %s", got)
	}
}

// body is a profile with a text.
func body(text string) string {
	return "---\ntên: A\nloại: cá nhân\nlĩnh vực: y-te\nnăm: 2023\nđơn vị: Trạm Y tế\n---\n" + text + "\n"
}

// TestLinks: a link stands in the site as the way to the page; one that leads nowhere has what was meant.
func TestLinks(t *testing.T) {
	s := site{
		"guong/2023/bo/index.md":  body("## Hoàn cảnh"),
		"guong/2023/bo/phieu.pdf": "",
		"guong/2022/cu.md":        "",
		"guong/cu.md":             "đường dẫn: cu-hon",
		"guong/nhap.md":           "nháp: có\nbí danh: /cu/nhap/",
		"guong/Ha\u0300.md":       "",
		"bai-viet/b.md":           "---\ntên: B\nngày: 01/01/2023\nbí danh: /cu/b/\n---\n",
		"trang/gioi-thieu.md":     "---\ntên: G\n---\n",
		"linh-vuc/y-te.md":        "---\ntên: Y\n---\n",
		"don-vi/tram-y-te.md":     "---\ntên: Trạm Y tế\n---\n",
		"static/tai ve/mau.pdf":   "",
	}
	for _, c := range []struct{ dest, href, told string }{
		{"2023/bo/index.md", "~/guong/bo/", ""},
		{"./2023/bo/index.md#hoan-canh", "~/guong/bo/#hoan-canh", ""},
		{"2023/bo/index.md#ho%C3%A0n", "", "error GS323"},
		{"2023/bo/index.md#hoan-cang", "", "error GS323 #hoan-canh"},
		{"../bai-viet/b.md", "~/bai-viet/b/", ""},
		{"../trang/gioi-thieu.md", "~/gioi-thieu/", ""},
		{"../linh-vuc/y-te.md", "~/linh-vuc/y-te/", ""},
		{"../don-vi/tram-y-te.md", "~/don-vi/tram-y-te/", ""},
		{"Hà.md", "~/guong/ha/", ""},
		{"Ha%CC%80.md", "~/guong/ha/", ""},
		{"2023/bo/phieu.pdf", "~/guong/a/phieu.pdf", ""},
		{"/guong/bo/", "~/guong/bo/", ""},
		{"/guong/bo", "~/guong/bo/", ""},
		{"/cu/b/", "~/cu/b/", ""},
		{"/", "~/", ""},
		{"/ten/?q=a#b", "~/ten/?q=a#b", ""},
		{"/tai%20ve/mau.pdf", "~/tai%20ve/mau.pdf", ""},
		{"nhap.md", "", "warning GS321"},
		{"/guong/nhap/", "", "warning GS321"},
		{"/cu/nhap/", "", "warning GS321"},
		{"2023/bo.md", "~/guong/bo/", "hint GS335 2023/bo/index.md"},
		{"2023/bo.md#hoan-canh", "~/guong/bo/#hoan-canh", "hint GS335 2023/bo/index.md#hoan-canh"},
		{"2022/cu/index.md", "~/guong/cu/", "hint GS335 2022/cu.md"},
		{"khong-co-ai.md", "", "error GS322"},
		{"bo.md", "", "error GS322 2023/bo/index.md"},
		{"2023/boo/index.md", "", "error GS322 2023/bo/index.md"},
		{"../cu.md", "", "error GS322 cu.md"},
		{"2022/CU.md", "", "error GS322 cu.md"},
		{"gioi-thieuu.md", "", "error GS322 ../trang/gioi-thieu.md"},
		{"2023/bo/phieuu.pdf", "", "error GS322 2023/bo/phieu.pdf"},
		{"/guong/boo/", "", "error GS322 /guong/bo/"},
		{"/gioi-thieuu/", "", "error GS322 /gioi-thieu/"},
		{"../../../etc/passwd", "", "error GS322"},
		{"#hoan-canh", "-", ""},
		{"https://khac.example/a.md", "-", ""},
		{"mailto:a@b.example", "-", ""},
	} {
		t.Run(c.dest, func(t *testing.T) {
			with := maps.Clone(s)
			with["guong/a.md"] = body("[x](<" + c.dest + ">)\n\n## Hoàn cảnh")
			made, told := with.make(t, options{})
			want := c.told
			if want != "" {
				want = "guong/a.md:8:1 " + want
			}
			if told != want {
				t.Errorf("told %q, want %q", told, want)
			}
			href := "-"
			if links := made.Of(find(t, made, "a")).Links; len(links) > 0 {
				href = links[0].Href
			} else if c.told != "" {
				href = ""
			}
			if href != c.href {
				t.Errorf("href %q, want %q", href, c.href)
			}
		})
	}
}

// TestPictures: a picture lies beside the page under a plain name; those that are not shown are not copied.
func TestPictures(t *testing.T) {
	c, told := site{
		"guong/a/index.md":       strings.Replace(body("![x](<Ảnh 1.JPG>) ![y](<a\u0309nh-2.png>) ![z](/logo.svg)\n\n![x](<Ảnh 1.JPG>)"), "---\nt", "---\nảnh: Ảnh 1.JPG\nt", 1),
		"guong/a/Ảnh 1.JPG":      "",
		"guong/a/ảnh-2.png":      "",
		"guong/a/khong-dung.png": "",
		"guong/nhap/index.md":    "nháp: có\nảnh: nhap.png",
		"guong/nhap/nhap.png":    "",
		"trang/gioi-thieu.md":    "---\ntên: G\nảnh: /logo.svg\n---\n",
		"static/logo.svg":        "",
	}.make(t, options{})
	if told != "" {
		t.Errorf("told:\n%s", told)
	}
	r := c.Of(find(t, c, "a"))
	main := catalog.Picture{Written: "Ảnh 1.JPG", Href: "~/guong/a/anh-1.jpg", Address: "guong/a/anh-1.jpg", Width: 8, Height: 6}
	if diff := cmp.Diff(main, r.Main); diff != "" {
		t.Error(diff)
	}
	if len(r.Pictures) != 3 || r.Pictures[0] != main || r.Pictures[1].Href != "~/guong/a/anh-2.png" || r.Pictures[2].Href != "~/logo.svg" || r.Pictures[2].Width != 8 {
		t.Errorf("pictures %+v", r.Pictures)
	}
	want := []catalog.Asset{{Address: "guong/a/anh-1.jpg", Path: "content/guong/a/Ảnh 1.JPG"}, {Address: "guong/a/anh-2.png", Path: "content/guong/a/ảnh-2.png"}}
	if diff := cmp.Diff(want, c.Assets); diff != "" {
		t.Error(diff)
	}
	if got := c.OfEntry(c.Pages[0]).Main.Href; got != "~/logo.svg" {
		t.Errorf("the page's picture %q", got)
	}

	for name, wrong := range map[string]struct{ text, want string }{
		"not there":             {"![x](a.png)", "guong/b.md:8:1 error GS330"},
		"meant another":         {"![x](hin.png)", "guong/b.md:8:1 error GS330 Hình.png"},
		"not in static/":        {"![x](/hinh.png)", "guong/b.md:8:1 error GS330"},
		"no picture":            {"![x](phieu.pdf)", "guong/b.md:8:1 error GS331"},
		"elsewhere":             {"![x](https://khac.example/a.png)", "guong/b.md:8:1 error GS333"},
		"one address for two":   {"![x](hinh.png) ![y](Hình.png)", "guong/b.md:8:16 error GS307"},
		"in the way of static":  {"![x](tep.png)", "guong/b.md:8:1 error GS307"},
		"in the page's own way": {"[x](index.html)", "guong/b.md:8:1 error GS304"},
	} {
		t.Run(name, func(t *testing.T) {
			_, told := site{
				"guong/b.md": body(wrong.text), "guong/hinh.png": "", "guong/Hình.png": "", "guong/phieu.pdf": "", "guong/tep.png": "",
				"guong/index.html": "", "static/guong/b/tep.png": "",
			}.make(t, options{})
			if told != wrong.want {
				t.Errorf("told:\n%s\nwant:\n%s", told, wrong.want)
			}
		})
	}
}

// TestPictureOfTheOriginal: a translation that lies beside a story's folder is told the way to the picture in it; another story is not.
func TestPictureOfTheOriginal(t *testing.T) {
	english := strings.Replace(body("![x](anh.png)"), "---\nt", "---\nngôn ngữ: en\nbản dịch: a\nt", 1)
	s := site{"guong/a/index.md": body("x"), "guong/a/anh.png": "", "guong/a-en.md": english, "guong/b.md": body("![x](anh.png)")}
	want := "guong/a-en.md:10:1 error GS330 a/anh.png\nguong/b.md:8:1 error GS330"
	if _, told := s.make(t, options{}); told != want {
		t.Errorf("told:\n%s\nwant:\n%s", told, want)
	}
	s["guong/a-en.md"], s["guong/b.md"] = strings.Replace(english, "anh.png", "a/anh.png", 1), body("x")
	if c, told := s.make(t, options{}); told != "" || len(c.Translations) != 1 || len(c.Of(c.Translations[0]).Pictures) != 1 {
		t.Errorf("told:\n%s", told)
	}
}

// TestDraftsAreSoft: what is wrong between a draft and other files is a warning, until drafts are shown.
func TestDraftsAreSoft(t *testing.T) {
	s := site{"guong/a.md": strings.Replace(body("[x](khong-co.md) ![y](khong-co.png)"), "---\nt", "---\nnháp: có\nđứng đầu: khong-co\nbí danh: /guong/\nt", 1)}
	want := "guong/a.md:3:11 warning GS320\nguong/a.md:4:10 warning GS304\nguong/a.md:11:1 warning GS322\nguong/a.md:11:18 warning GS330"
	if _, told := s.make(t, options{}); told != want {
		t.Errorf("told:\n%s\nwant:\n%s", told, want)
	}
	if _, told := s.make(t, options{drafts: true}); told != strings.ReplaceAll(want, "warning", "error") {
		t.Errorf("with drafts told:\n%s", told)
	}
}
