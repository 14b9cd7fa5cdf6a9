package catalog_test

import (
	"strings"
	"testing"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/diag"
)

// TestAddressesThatClash: the second of two gets the error, which proposes what tells people apart; a draft never takes an address from
// a story that is shown.
func TestAddressesThatClash(t *testing.T) {
	for _, c := range []struct {
		name string
		site site
		want string
	}{
		{"by the year of birth", site{"guong/Hà.md": "năm sinh: 1970", "guong/hạ.md": "năm sinh: 1985"}, "guong/hạ.md:1:1 error GS301 | ha-1985"},
		{"by the unit", site{"guong/Hà.md": "năm sinh: 1970", "guong/hạ.md": "năm sinh: 1970\nđường dẫn: ha", "guong/ha-1970.md": "", "guong/hả.md": "địa bàn: Xã Ba"}, "guong/hạ.md:1:1 error GS301 | ha-2023\nguong/hả.md:1:1 error GS301 | ha-xa-ba"},
		{"by the year", site{"guong/a.md": "", "guong/2024/a.md": ""}, "guong/a.md:1:1 error GS301 | a-2023"},
		{"by nothing", site{"guong/a.md": "", "guong/2024/a.md": "", "guong/a-2023.md": "", "guong/a-y-te.md": ""}, "guong/a.md:1:1 error GS301 | a-2"},
		{"of other classes there is no clash", site{"guong/a.md": "", "bai-viet/a.md": "---\ntên: A\nngày: 01/01/2023\n---\n", "trang/a.md": "---\ntên: A\n---\n"}, ""},
		{"a draft that comes first", site{"guong/2022/a.md": "nháp: có", "guong/2023/a.md": ""}, "guong/2022/a.md:1:1 warning GS301 | a-2023"},
		{"a reserved slug", site{"guong/trang.md": "", "trang/guong.md": "---\ntên: A\n---\n", "don-vi/trang.md": "---\ntên: A\n---\n"}, "don-vi/trang.md:1:1 error GS302\nguong/trang.md:1:1 error GS302\ntrang/guong.md:1:1 error GS302"},
		{"no slug", site{"guong/!!!.md": "", "don-vi/!!!.md": "---\ntên: A\n---\n"}, "don-vi/!!!.md:1:1 error GS305\nguong/!!!.md:1:1 error GS305"},
		{"two files of a unit", site{"don-vi/a.md": "---\ntên: A\n---\n", "don-vi/b.md": "---\ntên: B\nđường dẫn: a\n---\n"}, "don-vi/b.md:1:1 error GS303"},
		{"two introductions of a field", site{"linh-vuc/6.md": "---\ntên: A\n---\n", "linh-vuc/y-te.md": "---\ntên: A\n---\n"}, "linh-vuc/y-te.md:1:1 error GS303"},
		{
			"files of static/",
			site{"guong/a.md": "", "static/guong/a/index.html": "", "static/rss.xml": "", "static/robots.txt": "", "static/ten/x.html": "", "static/guong/trang/1/index.html": "", "static/a.txt": "", "static/guong/index.html": ""},
			"static/guong/a/index.html error GS303\nstatic/guong/index.html error GS304\nstatic/guong/trang/1/index.html error GS304\nstatic/rss.xml error GS304\nstatic/ten/x.html error GS304",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := catalog.New(c.site.input(t, options{}))
			var lines []string
			for _, p := range diag.Sort(problems) {
				line := strings.TrimPrefix(p.Place.String(), "content/") + " " + p.Severity.Word(diag.English) + " " + string(p.Code)
				if p.Code == diag.AddressTwice {
					line += " | " + p.Args[4]
				}
				lines = append(lines, line)
			}
			if told := strings.Join(lines, "\n"); told != c.want {
				t.Errorf("told:\n%s\nwant:\n%s", told, c.want)
			}
		})
	}
}

// TestAliases: old addresses lead on; what lives today goes before them, whoever comes first.
func TestAliases(t *testing.T) {
	c, told := site{
		"guong/a.md":          "bí danh: [/cu/a/, /cu/tep.html, /cu/muc/index.html, /cu/khong-gach]",
		"guong/nhap.md":       "nháp: có\nbí danh: /cu/nhap/",
		"don-vi/tram-y-te.md": "---\ntên: Trạm Y tế\nbí danh: /tram/\n---\n",
		"trang/gioi-thieu.md": "---\ntên: Giới thiệu\nbí danh: /ve-chung-toi/\n---\n",
	}.make(t, options{})
	want := `cu/ ->  
cu/a/ -> guong/a/ a
cu/khong-gach/ -> guong/a/ a
cu/muc/ -> guong/a/ a
cu/tep.html -> guong/a/ a
tram/ -> don-vi/tram-y-te/ Trạm Y tế
ve-chung-toi/ -> gioi-thieu/ Giới thiệu`
	if got := redirects(c); told != "" || got != want {
		t.Errorf("got\n%s\nwant\n%s\ntold %s", got, want, told)
	}
	_, told = site{
		"guong/a.md":    "bí danh: [/guong/a/, /guong/b/, /ten/a/, /cu/, /cu/, /guong/, /nhap/]",
		"guong/b.md":    "",
		"guong/0.md":    "nháp: có\nbí danh: [/nhap/, /guong/b/]",
		"static/cu.txt": "",
	}.make(t, options{})
	want = `guong/0.md:8:11 warning GS303
guong/0.md:8:19 warning GS303
guong/a.md:7:11 error GS306
guong/a.md:7:22 error GS303
guong/a.md:7:33 error GS304
guong/a.md:7:48 error GS303
guong/a.md:7:54 error GS304`
	if told != want {
		t.Errorf("told:\n%s\nwant:\n%s", told, want)
	}
}

func TestHas(t *testing.T) {
	c, _ := site{"guong/a.md": "bí danh: /cu/", "static/tep.pdf": "", "trang/gioi-thieu.md": "---\ntên: G\n---\n"}.make(t, options{})
	for _, a := range []string{"", "guong/", "guong/a/", "cu/", "tep.pdf", "gioi-thieu/", "linh-vuc/y-te/", "linh-vuc/y-te/ca-nhan/", "linh-vuc/y-te/2023/", "nam/2023/", "doi-tuong/ca-nhan/", "don-vi/tram-y-te/", "404.html"} {
		if !c.Has(address.Address(a)) {
			t.Errorf("there is no %q", a)
		}
	}
	for _, a := range []string{"guong/b/", "guong/a", "nam/2022/", "linh-vuc/y-te/ho-gia-dinh/", "la/", "tim-kiem/"} {
		if c.Has(address.Address(a)) {
			t.Errorf("there is %q", a)
		}
	}
}
