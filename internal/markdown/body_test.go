package markdown

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/diag"
)

const sample = "# Hoàn cảnh\n\n> Lời[^1]\n> — Bà Mẫu\n\n- ![ả](ảnh.jpg)\n\n  [đi](#hoàn-cảnh) <b>x</b>  \n  [xa](a.md)\n\n```\nmã\n\nkhác\n```\n\n[^1]: Ghi.\n"

// However a body is saved, it gives the same page and the same places.
func TestSavedOtherwise(t *testing.T) {
	at := diag.Place{File: "a.md", Line: 3}
	from := Sources{Links: map[string]string{"a.md": "~/a/"}, Pictures: map[string]Image{"ảnh.jpg": {"~/a.jpg", 1, 1}}}
	wantScan, wantProblems := ScanBody([]byte(sample), at)
	wantPage := render(t, []byte(sample), from)
	for name, body := range map[string]string{
		"BOM":         "\uFEFF" + sample,
		"CRLF":        strings.ReplaceAll(sample, "\n", "\r\n"),
		"BOM CRLF":    "\uFEFF" + strings.ReplaceAll(sample, "\n", "\r\n"),
		"no last end": strings.TrimSuffix(sample, "\n"),
	} {
		scan, problems := ScanBody([]byte(body), at)
		if describe(scan) != describe(wantScan) || draw(problems) != draw(wantProblems) {
			t.Errorf("%s: scan\n%s%s", name, describe(scan), draw(problems))
		}
		if page := render(t, []byte(body), from); page != wantPage {
			t.Errorf("%s: page %s", name, page)
		}
	}
	// Decomposed letters are more code points, so columns differ; all else does not.
	decomposed := norm.NFD.Bytes([]byte(sample))
	if page := render(t, decomposed, from); page != wantPage {
		t.Errorf("NFD: page %s", page)
	}
	scan, _ := ScanBody(decomposed, at)
	if scan.Excerpt != wantScan.Excerpt || scan.Pictures[0].Dest != "ảnh.jpg" || scan.Headings[0] != wantScan.Headings[0] {
		t.Errorf("NFD: scan\n%s", describe(scan))
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"ấ <b>", "5:3"},
		{"a\r\n\r\n> - ấ <b>", "7:7"},
		{"\uFEFF<b>a</b>", "5:1"},
		{"1. a\n\n\tấ <b>", "7:4"},
		{"| a | ấ <b> |\n|-|-|\n", "5:9"},
		{"a\n\n   <div>\n", "7:4"},
		{"> a\n> ```\n> b\n", "6:3"},
		{"a[^1]\n\n[^1]:\n    ấ <b>", "8:7"},
		{"## ấ {.xx}", "5:7"},
		{"ấ\n--\n\nấ ấ\n## {.xx} <b>", "9:10"},
	} {
		_, problems := ScanBody([]byte(c.body), diag.Place{File: "a.md", Line: 5})
		if len(problems) != 1 {
			t.Errorf("%q: %s", c.body, draw(problems))
			continue
		}
		if got := fmt.Sprintf("%d:%d", problems[0].Line, problems[0].Column); got != c.want {
			t.Errorf("%q: %s, want %s", c.body, got, c.want)
		}
	}
}

func TestHTMLSafety(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"\u0338a", "<p>◌&#x338;a</p>\n"},
		{"*a*\u0301 b\u0301", "<p><em>a</em>◌\u0301 b\u0301</p>\n"},
		{"[a](https://a.vn/\ufffe\u200b\u0301)", "<p><a href=\"https://a.vn/%EF%BF%BE%E2%80%8B%CC%81\" rel=\"noopener\">a</a></p>\n"},
		{"a\x00b\x01c\u0085d\ufffe", "<p>a\ufffdb\ufffdc\ufffdd\ufffd</p>\n"},
		{"a\xffb", "<p>a\ufffdb</p>\n"},
		{"&#0;&#xD800;&#x1F4A9;&#12345678;&#x;", "<p>\ufffd\ufffd💩&amp;#12345678;&amp;#x;</p>\n"},
		{"&lt;script&gt; e&#x301;", "<p>&lt;script&gt; é</p>\n"},
		{"[a](<javascript:alert(1)>) [b](java\tscript:x) [c](\u00a0javascript:x)", "<p>a [b](java\tscript:x) c</p>\n"},
		{"[a](<&#1;javascript:x>) [a](https://a.vn/\"onclick=x)", "<p>a <a href=\"https://a.vn/%22onclick=x\" rel=\"noopener\">a</a></p>\n"},
		{"[a](https://a.vn/%zz%20#b#c)", "<p><a href=\"https://a.vn/%25zz%20#b%23c\" rel=\"noopener\">a</a></p>\n"},
		{"[a](https://vi.wikipedia.org/wiki/Đà_Lạt)", "<p><a href=\"https://vi.wikipedia.org/wiki/Đà_Lạt\" rel=\"noopener\">a</a></p>\n"},
		{"[a](b \"<\\\"&quot;\")", "<p>a</p>\n"},
		{"## a {onclick=alert(1)}", "<h2 id=\"a\">a</h2>\n"},
		{"", ""},
	} {
		if got := render(t, []byte(c.body), Sources{}); got != c.want {
			t.Errorf("%q: %q, want %q", c.body, got, c.want)
		}
	}
	// What the sources say is written for the key, and is not trusted either.
	from := Sources{
		Links:    map[string]string{"a": "javascript:x", "b": "~/\"<b"},
		Pictures: map[string]Image{"c": {"data:image/png,x", 1, 1}},
		Words:    map[string]string{WordTable: "\"<Bảng>"}, IDPrefix: "\"<",
	}
	want := "<h2 id=\"&quot;&lt;d\">d</h2>\n<p>a <a href=\"~/%22%3Cb\">b</a></p>\n<p>c</p>\n"
	if got := render(t, []byte("# d\n\n[a](a) [b](b)\n\n![c](c)"), from); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestBareLinks(t *testing.T) {
	for text, want := range map[string]string{
		"xem https://a.vn/b.":                       "https://a.vn/b",
		"(https://a.vn/b(c))":                       "https://a.vn/b(c)",
		"**https://a.vn**":                          "https://a.vn",
		"“https://a.vn”":                            "https://a.vn",
		"HTTP://A.vn/x_y_z nữa":                     "HTTP://A.vn/x_y_z",
		"https://a.vn/Đà_Lạt, rồi":                  "https://a.vn/Đà_Lạt",
		"https://a.vn…":                             "https://a.vn",
		"ahttps://a.vn":                             "",
		"http://localhost":                          "",
		"http://":                                   "",
		"\\https://a.vn":                            "https://a.vn",
		"`https://a.vn`":                            "",
		"www.a.vn và a@b.vn":                        "",
		"https://a.vn/" + strings.Repeat("á", 2000): "",
	} {
		scan, _ := ScanBody([]byte(text), diag.Place{})
		got := ""
		if len(scan.Links) > 0 {
			got = scan.Links[0].Dest
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestVideo(t *testing.T) {
	for dest, want := range map[string]string{
		"https://www.youtube.com/watch?v=dQw4w9WgXcQ":      "youtube:dQw4w9WgXcQ",
		"https://m.youtube.com/watch?a=b&v=dQw4w9WgXcQ":    "youtube:dQw4w9WgXcQ",
		"https://youtu.be/dQw4w9WgXcQ?t=3":                 "youtube:dQw4w9WgXcQ",
		"https://youtube.com/shorts/dQw4w9WgXcQ/":          "youtube:dQw4w9WgXcQ",
		"https://www.youtube-nocookie.com/embed/dQw4w9WgX": "youtube:dQw4w9WgX",
		"https://vimeo.com/12345":                          "vimeo:12345",
		"https://player.vimeo.com/video/12345":             "vimeo:12345",
		"phim/a.MP4":                                       "mp4",
		"https://vimeo.com/abcdef":                         "",
		"https://youtu.be/\"><script>":                     "",
		"https://www.youtube.com/playlist?list=a":          "",
		"https://notyoutube.com/watch?v=dQw4w9WgXcQ":       "",
		"a.md": "",
	} {
		if got, _, _ := video(dest); got != want {
			t.Errorf("%s: %q, want %q", dest, got, want)
		}
	}
}

func TestNestedTooDeep(t *testing.T) {
	body := []byte("a\n\n" + strings.Repeat("> ", maxDepth+1) + "a")
	_, problems := ScanBody(body, diag.Place{File: "a.md", Line: 1})
	if len(problems) != 1 || problems[0].Code != diag.NestedTooDeep || problems[0].Line != 3 {
		t.Errorf("%s", draw(problems))
	}
	if err := Render(io.Discard, body, Sources{}); !errors.Is(err, ErrNested) {
		t.Errorf("Render: %v", err)
	}
}

func TestExcerpt(t *testing.T) {
	words := strings.Repeat("chữ ", 30)
	for _, c := range []struct{ body, want string }{
		{"# Đề\n\n![ảnh](a.jpg)\n\nMột *hai*\nba.\n\n- bốn", "Một hai ba."},
		{words + "\n\n" + words + "\n\nthừa", strings.Repeat("chữ ", 39) + "chữ…"},
		{"> trích\n\n[phim](https://youtu.be/abcdefghijk)", ""},
	} {
		scan, _ := ScanBody([]byte(c.body), diag.Place{})
		if scan.Excerpt != c.want {
			t.Errorf("%q: %q, want %q", c.body, scan.Excerpt, c.want)
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestRenderSaysWhatTheWriterSays(t *testing.T) {
	if err := Render(failing{}, []byte("a"), Sources{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("%v", err)
	}
}

// One parser serves all goroutines; the race detector watches.
func TestAtOnce(t *testing.T) {
	want := render(t, []byte(sample), Sources{})
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				var b bytes.Buffer
				ScanBody([]byte(sample), diag.Place{})
				if err := Render(&b, []byte(sample), Sources{}); err != nil || b.String() != want {
					t.Errorf("%v %s", err, b.String())
				}
			}
		})
	}
	all.Wait()
}

func BenchmarkBody(b *testing.B) {
	story := cases(b)["testdata/story.txtar"]
	body, from := []byte(story.text["input.md"]), parseSources(b, story.text["sources"])
	b.Run("scan", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			ScanBody(body, diag.Place{File: "a.md", Line: 20})
		}
	})
	b.Run("prepare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Prepare(body, diag.Place{File: "a.md", Line: 20})
		}
	})
	b.Run("fill", func(b *testing.B) {
		_, prepared, _ := Prepare(body, diag.Place{})
		var out []byte
		b.ReportAllocs()
		for b.Loop() {
			var err error
			if out, err = Fill(out[:0], prepared, from); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("render", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := Render(io.Discard, body, from); err != nil {
				b.Fatal(err)
			}
		}
	})
}
