package build_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// crowd is a site of sixty profiles over two fields, two units, three years and two localities, so that lists have older
// pages and neighbours are few among many. Story 0 is the oldest.
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
	content["content/trang/gioi.md"] = "---\ntên: Giới thiệu\ntóm tắt: Về trang này.\n---\n\nThử.\n"
	return content
}

// A small change makes little work. The tables name every output that differs after it, and so what may come to depend on a single
// story: whoever adds a line here adds work to every edit of every site.
func TestASmallChangeIsSmall(t *testing.T) {
	t.Parallel()
	// What hangs on the newest stories of all.
	newest := []string{"index.html", "rss.xml", "feed.json"}
	// Cards of profile n30 stand in the lists that it belongs to, and on the pages of those that stand near it in its field.
	cardOf30 := []string{
		"guong/index.html", "doi-tuong/ca-nhan/index.html", "nam/2023/index.html", "linh-vuc/giao-duc/index.html",
		"linh-vuc/giao-duc/ca-nhan/index.html", "linh-vuc/giao-duc/2023/index.html", "don-vi/truong-tieu-hoc/index.html", "dia-ban/phuong-2/index.html",
		"guong/n21/index.html", "guong/n24/index.html", "guong/n27/index.html", "guong/n33/index.html", "guong/n36/index.html", "guong/n39/index.html",
	}
	feedsOf30 := []string{"linh-vuc/giao-duc/rss.xml", "don-vi/truong-tieu-hoc/rss.xml", "dia-ban/phuong-2/rss.xml"}
	for _, c := range []struct {
		name   string
		change func(*site)
		want   [][]string
	}{
		{
			"a new profile, the newest", func(s *site) {
				s.write("content/guong/moi.md", profileFile("Lê Mới", "giao-duc", "Trường Tiểu học", "01/12/2024", "địa bàn: Phường 2\n", "Mới."))
			},
			[][]string{
				{"guong/moi/index.html", "sitemap.xml"},
				newest,
				// Those that stand nearest in its field, its unit and its locality.
				{"guong/n51/index.html", "guong/n54/index.html", "guong/n57/index.html"},
				// The first pages of the lists that it stands in, and none of the older ones.
				{"guong/index.html", "doi-tuong/ca-nhan/index.html", "nam/2024/index.html"},
				{"linh-vuc/giao-duc/index.html", "linh-vuc/giao-duc/rss.xml", "linh-vuc/giao-duc/ca-nhan/index.html", "linh-vuc/giao-duc/2024/index.html"},
				{"don-vi/truong-tieu-hoc/index.html", "don-vi/truong-tieu-hoc/rss.xml", "dia-ban/phuong-2/index.html", "dia-ban/phuong-2/rss.xml"},
				// The pages of all lists of a sort, which have counts too, and of all names.
				{"linh-vuc/index.html", "doi-tuong/index.html", "nam/index.html", "don-vi/index.html", "dia-ban/index.html", "thong-ke/index.html", "ten/index.html"},
			},
		},
		{
			"a new article", func(s *site) {
				s.write("content/bai-viet/w.md", "---\ntên: Bài hai\nngày: 04/02/2024\nchuyên mục: Chuyện hay\n---\n\nTin.\n")
			},
			[][]string{
				{"bai-viet/w/index.html", "sitemap.xml", "bai-viet/v/index.html", "bai-viet/index.html", "nam/2024/index.html", "thong-ke/index.html"},
				{"chuyen-muc/chuyen-hay/index.html", "chuyen-muc/chuyen-hay/rss.xml"},
				newest,
			},
		},
		{
			"the beginning of a text, which is its card's summary", func(s *site) { s.edit("content/guong/n30.md", "Một người tốt.", "Một người rất tốt.") },
			[][]string{{"guong/n30/index.html"}, cardOf30, feedsOf30},
		},
		{
			"a name", func(s *site) { s.edit("content/guong/n30.md", "Nguyễn Văn N30", "Nguyễn Văn Ba") },
			[][]string{{"guong/n30/index.html", "ten/index.html"}, cardOf30, feedsOf30},
		},
		{
			"the text of an old story with a summary", func(s *site) { s.edit("content/guong/n05.md", "Một người tốt.", "Một người rất tốt.") },
			[][]string{{"guong/n05/index.html"}},
		},
		{
			"a comment in the front matter", func(s *site) {
				s.edit("content/guong/n05.md", "địa bàn:", "# hỏi lại đơn vị\nđịa bàn:")
			},
			nil,
		},
		{
			"a new draft", func(s *site) {
				s.write("content/guong/moi.md", profileFile("Lê Mới", "giao-duc", "Trường Tiểu học", "01/12/2024", "nháp: true\n", "Mới."))
			},
			nil,
		},
		{
			"the text of a plain page", func(s *site) { s.edit("content/trang/gioi.md", "Thử.", "Trang để thử, dài hơn.") },
			[][]string{{"gioi/index.html"}},
		},
		{
			"a style sheet", func(s *site) { s.write("static/rieng.css", "p { color: red }") },
			[][]string{{"rieng.css"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, crowd())
			s.edit("content/guong/n05.md", "địa bàn:", "tóm tắt: Tốt.\nđịa bàn:")
			s.build()
			before := s.tree()
			c.change(s)
			r := s.build()
			got := changed(s.tree(), before)
			want := slices.Concat(c.want...)
			slices.Sort(want)
			if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
				t.Errorf("the files that changed (-want +got):\n%s", d)
			}
			if r.Written+r.Removed != len(got) {
				t.Errorf("%d written and %d removed, and %d files differ", r.Written, r.Removed, len(got))
			}
			s.wantClean(c.name, nil)
		})
	}
}
