package output

import (
	"encoding/json"
	"strings"
	"testing"
)

// twoLanguages is a site with a story in two languages, one in English only, and a plain page in both.
func twoLanguages(language string) map[string]string {
	const required = "loại: cá nhân\nlĩnh vực: [y-te]\nnăm: 2023\nđơn vị: Trạm\n"
	return map[string]string{
		"site.yaml":                   "tên trang: Gương\nđịa chỉ: https://guong.example/\nngôn ngữ: " + language + "\n",
		"content/guong/lan.md":        "---\ntên: Lan\n" + required + "ngày: 19/05/2023\n---\nBài viết.\n",
		"content/guong/lan-en.md":     "---\ntên: Lan\n" + required + "ngôn ngữ: en\nbản dịch: lan\nngày: 20/05/2023\n---\nThe story.\n",
		"content/guong/mai.md":        "---\ntên: Mai\n" + required + "ngôn ngữ: en\nngày: 21/05/2023\n---\nAnother story.\n",
		"content/trang/gioi-thieu.md": "---\ntên: Giới thiệu\n---\nLời.\n",
		"content/trang/about.md":      "---\ntên: About\nngôn ngữ: en\nbản dịch: gioi-thieu\n---\nWords.\n",
	}
}

// The sitemap has each page in each language, and with it all the others.
func TestSitemapOfTranslations(t *testing.T) {
	text := newSite(t, twoLanguages("vi")).tree()["sitemap.xml"]
	const both = `<xhtml:link rel="alternate" hreflang="vi" href="https://guong.example/guong/lan/"></xhtml:link>` +
		`<xhtml:link rel="alternate" hreflang="en" href="https://guong.example/guong/lan-en/"></xhtml:link></url>`
	for _, want := range []string{
		` xmlns:xhtml="http://www.w3.org/1999/xhtml"`,
		`<loc>https://guong.example/guong/lan/</loc><lastmod>2023-05-19</lastmod>` + both,
		`<loc>https://guong.example/guong/lan-en/</loc><lastmod>2023-05-20</lastmod>` + both,
		`<loc>https://guong.example/guong/mai/</loc><lastmod>2023-05-21</lastmod></url>`,
		`<loc>https://guong.example/about/</loc><xhtml:link rel="alternate" hreflang="vi" href="https://guong.example/gioi-thieu/">`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	if text := newSite(t, crowd(2)).tree()["sitemap.xml"]; strings.Contains(text, "xhtml") {
		t.Errorf("nothing has a translation:\n%s", text)
	}
}

// A feed has each story once, in the language of the site, and says of others in which they are.
func TestFeedsOfTranslations(t *testing.T) {
	for language, want := range map[string]map[string]string{"vi": {"lan": "", "mai": "en"}, "en": {"lan-en": "", "mai": ""}} {
		tree := newSite(t, twoLanguages(language)).tree()
		var f jsonFeed
		if err := json.Unmarshal([]byte(tree["feed.json"]), &f); err != nil {
			t.Fatal(err)
		}
		if f.Language != language || len(f.Items) != len(want) {
			t.Errorf("%s: the feed is in %q and has %d items", language, f.Language, len(f.Items))
		}
		for _, item := range f.Items {
			slug := strings.TrimSuffix(strings.TrimPrefix(item.URL, "https://guong.example/guong/"), "/")
			if lang, ok := want[slug]; !ok || item.Language != lang || strings.Contains(item.ContentHTML, `<div lang="`+lang) != (lang != "") {
				t.Errorf("%s: %s is in %q: %s", language, slug, item.Language, item.ContentHTML)
			}
		}
		if got := strings.Count(tree["rss.xml"], "<dc:language>en</dc:language>"); got != strings.Count(tree["rss.xml"], "xmlns:dc=") || (got == 1) != (language == "vi") {
			t.Errorf("%s: %d items tell a language:\n%s", language, got, tree["rss.xml"])
		}
	}
}

// The two pages of a story lead to each other, with the languages told to people and machines.
func TestPagesOfTranslations(t *testing.T) {
	tree := newSite(t, twoLanguages("vi")).tree()
	for file, wants := range map[string][]string{
		"guong/lan/index.html": {
			`<html lang="vi"`, `<link rel="alternate" hreflang="vi" href="https://guong.example/guong/lan/">`,
			`<link rel="alternate" hreflang="en" href="https://guong.example/guong/lan-en/">`, `<a href="../../guong/lan-en/" hreflang="en" lang="en">English</a>`,
		},
		"guong/lan-en/index.html": {
			`<html lang="vi"`, `hreflang="en" href="https://guong.example/guong/lan-en/">`, `<a href="../../guong/lan/" hreflang="vi" lang="vi">Tiếng Việt</a>`,
			` lang="en">Lan</h1>`, `"inLanguage":"en"`,
		},
		"about/index.html": {` lang="en">About</h1>`, `<a href="../gioi-thieu/" hreflang="vi" lang="vi">Tiếng Việt</a>`},
	} {
		for _, want := range wants {
			if !strings.Contains(tree[file], want) {
				t.Errorf("%s has no %s", file, want)
			}
		}
	}
	if strings.Contains(tree["guong/index.html"], "lan-en") || strings.Contains(tree["ten/index.html"], "lan-en") {
		t.Error("a translation stands in a list")
	}
}
