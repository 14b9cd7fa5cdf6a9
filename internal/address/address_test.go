package address_test

import (
	"bytes"
	"strings"
	"testing"

	"guongsang/internal/address"
)

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		got  address.Address
		want string
		file string
	}{
		{address.Home, "", "index.html"},
		{address.Under("guong", "nguyen-thi-mau"), "guong/nguyen-thi-mau/", "guong/nguyen-thi-mau/index.html"},
		{address.Under("", "gioi-thieu"), "gioi-thieu/", "gioi-thieu/index.html"},
		{address.Field("y-te").YearPart(2023), "linh-vuc/y-te/2023/", "linh-vuc/y-te/2023/index.html"},
		{address.Folder("guong").Older(3), "guong/trang/3/", "guong/trang/3/index.html"},
		{address.Field("y-te").Feed(), "linh-vuc/y-te/rss.xml", "linh-vuc/y-te/rss.xml"},
		{address.NotFound, "404.html", "404.html"},
	} {
		if string(c.got) != c.want || c.got.File() != c.file {
			t.Errorf("got %q in %q, want %q in %q", c.got, c.got.File(), c.want, c.file)
		}
	}
}

func TestWayTo(t *testing.T) {
	for _, c := range []struct{ from, to, want address.Address }{
		{"", "guong/", "./guong/"},
		{"", "", "./"},
		{"404.html", "guong/", "./guong/"},
		{"guong/a/", "", "../../"},
		{"guong/a/", "mo-hinh/b/", "../../mo-hinh/b/"},
		{"linh-vuc/y-te/rss.xml", "guong/a/", "../../guong/a/"},
	} {
		if got := c.from.WayTo(c.to); got != string(c.want) {
			t.Errorf("from %q to %q: got %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestRebaseTouchesOnlyAttributes(t *testing.T) {
	html := `<a href="~/guong/a/">~/ and &#34;=&quot;~/</a><img alt="~/my" src="~/x.jpg" title="~/home">`
	want := `<a href="../../guong/a/">~/ and &#34;=&quot;~/</a><img alt="~/my" src="../../x.jpg" title="~/home">`
	var got strings.Builder
	if err := address.Address("nam/2023/").Rebase(&got, []byte(html)); err != nil || got.String() != want {
		t.Errorf("got  %s, %v\nwant %s", got.String(), err, want)
	}
}

// Whatever stands around it, only a mark is a mark.
func TestReplant(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{"", ""},
		{"~", "~"},
		{"~/", "~/"},
		{`="~/`, `="~/`},
		{`src="~/`, `src="~/`},
		{`<img src="~`, `<img src="~`},
		{`<img src="~/`, `<img src="/base/`},
		{`<img src="~~/a">`, `<img src="~~/a">`},
		{`<img src="a~/b">`, `<img src="a~/b">`},
		{`<img src=~/a>`, `<img src=~/a>`},
		{"<img\nsrc=\"~/a\"\nalt=\"~/b\">", "<img\nsrc=\"/base/a\"\nalt=\"~/b\">"},
		{`<a data-href="~/a" href="~/b">`, `<a data-href="~/a" href="/base/b">`},
		{`<form action="~/tim-kiem/"><video poster="~/p.webp" src="~/v.mp4">`, `<form action="/base/tim-kiem/"><video poster="/base/p.webp" src="/base/v.mp4">`},
		{`<p>~ ~/ "~/ ="~/ href="</p>`, `<p>~ ~/ "~/ ="~/ href="</p>`},
	} {
		var got strings.Builder
		if err := address.Replant(&got, []byte(c.html), "/base/"); err != nil || got.String() != c.want {
			t.Errorf("%s\ngot  %s, %v\nwant %s", c.html, got.String(), err, c.want)
		}
	}
}

func BenchmarkRebase(b *testing.B) {
	html := []byte(strings.Repeat(`<p class="tag"><a href="~/guong/nguyen-thi-mau/" title="Nguyễn Thị Mẫu">Nguyễn Thị Mẫu</a></p>`+strings.Repeat("<p>Chị Hoà bắt đầu từ hai sào ruộng.</p>\n", 6), 60))
	at := address.Under("guong", "nguyen-thi-hoa")
	var w bytes.Buffer
	b.SetBytes(int64(len(html)))
	b.ReportAllocs()
	for b.Loop() {
		w.Reset()
		if err := at.Rebase(&w, html); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTaken(t *testing.T) {
	for _, c := range []struct {
		class, slug string
		want        bool
	}{
		{"guong", "trang", true},
		{"guong", "linh-vuc", false},
		{"", "linh-vuc", true},
		{"", "guong", true},
		{"", "tai-nguyen", true},
		{"", "gioi-thieu", false},
		{"don-vi", "trang", true},
	} {
		if got := address.Taken(c.class, c.slug); got != c.want {
			t.Errorf("Taken(%q, %q) = %v", c.class, c.slug, got)
		}
	}
}
