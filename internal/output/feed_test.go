package output

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

// parsedRSS is what a feed reader sees.
type parsedRSS struct {
	Channel struct {
		Title string   `xml:"title"`
		Links []string `xml:"link"`
		Items []struct {
			Title   string `xml:"title"`
			Link    string `xml:"link"`
			GUID    string `xml:"guid"`
			PubDate string `xml:"pubDate"`
			Content string `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
		} `xml:"item"`
	} `xml:"channel"`
}

func parseRSS(t *testing.T, text string) parsedRSS {
	t.Helper()
	var feed parsedRSS
	if err := xml.Unmarshal([]byte(text), &feed); err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	// Unmarshal stops at the end of the first element; nothing may follow it.
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return feed
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestFeeds(t *testing.T) {
	tree := newSite(t, crowd(25)).tree()
	const base = "https://guong.example/thu/"
	for file, c := range map[string]struct {
		items int
		full  bool
		title string
	}{
		"rss.xml":                       {20, true, "Gương thử"},
		"linh-vuc/y-te/rss.xml":         {20, true, " | Gương thử"},
		"linh-vuc/giao-duc/rss.xml":     {0, true, " | Gương thử"},
		"don-vi/tram-y-te/rss.xml":      {20, false, "Trạm Y tế | Gương thử"},
		"dia-ban/p1/rss.xml":            {20, false, "Phường 1 | Gương thử"},
		"chuyen-muc/chuyen-hay/rss.xml": {1, true, "Chuyện hay | Gương thử"},
		"chuyen-de/so/rss.xml":          {1, true, "Số | Gương thử"},
	} {
		text, ok := tree[file]
		if !ok {
			t.Errorf("no %s", file)
			continue
		}
		feed := parseRSS(t, text)
		if len(feed.Channel.Items) != c.items || !strings.HasSuffix(feed.Channel.Title, c.title) {
			t.Errorf("%s: %d items, title %q", file, len(feed.Channel.Items), feed.Channel.Title)
		}
		if page := base + strings.TrimSuffix(file, "rss.xml"); feed.Channel.Links[0] != page {
			t.Errorf("%s leads to %v, want %s", file, feed.Channel.Links, page)
		}
		if !strings.Contains(text, `href="`+base+file+`" rel="self"`) {
			t.Errorf("%s does not say where it is", file)
		}
		for _, item := range feed.Channel.Items {
			if !strings.HasPrefix(item.Link, base) || item.GUID != item.Link {
				t.Errorf("%s: link %q, guid %q", file, item.Link, item.GUID)
			}
			if (item.Content != "") != c.full {
				t.Errorf("%s: %s has its text: %v", file, item.Link, item.Content != "")
			}
			for _, m := range attribute.FindAllStringSubmatch(item.Content, -1) {
				if !strings.HasPrefix(m[1], base) {
					t.Errorf("%s: the text of %s leads to %q, which is no full address", file, item.Link, m[1])
				}
			}
			if _, err := time.Parse(time.RFC1123Z, item.PubDate); item.PubDate != "" && err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
	site := parseRSS(t, tree["rss.xml"])
	// The newest has no day of its own: it stands first and has no date.
	if first := site.Channel.Items[0]; first.Title != "Người thứ 24" || first.PubDate != "" {
		t.Errorf("first %q, %q", first.Title, first.PubDate)
	}
	if second := site.Channel.Items[1]; second.PubDate != "Tue, 24 Jan 2023 00:00:00 +0700" {
		t.Errorf("second %q, %q", second.Title, second.PubDate)
	}
	column := parseRSS(t, tree["chuyen-muc/chuyen-hay/rss.xml"]).Channel.Items[0]
	if column.Title != `Bài <b> & "bài"` || !strings.Contains(column.Content, "Tin ]]&gt;") {
		t.Errorf("title %q, text %q", column.Title, column.Content)
	}
	if !strings.Contains(column.Content, `href="`+base+`bai-viet/v/#phan"`) {
		t.Errorf("a link within the text does not lead to the page: %s", column.Content)
	}
}

func TestJSONFeed(t *testing.T) {
	text := newSite(t, crowd(25)).tree()["feed.json"]
	var feed jsonFeed
	if err := json.Unmarshal([]byte(text), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.FeedURL != "https://guong.example/thu/feed.json" || len(feed.Items) != 20 {
		t.Errorf("%s, %s, %d items", feed.Version, feed.FeedURL, len(feed.Items))
	}
	if first, second := feed.Items[0], feed.Items[1]; first.DatePublished != "" || second.DatePublished != "2023-01-24T00:00:00+07:00" || !slices.Equal(first.Tags, second.Tags) {
		t.Errorf("dates %q and %q, tags %v", first.DatePublished, second.DatePublished, first.Tags)
	}
	for _, item := range feed.Items {
		if item.ContentHTML == "" || strings.Contains(item.ContentHTML, `"~/`) {
			t.Errorf("%s: %s", item.ID, item.ContentHTML)
		}
	}
	// A feed without stories is a feed.
	if text := newSite(t, map[string]string{"site.yaml": "địa chỉ: https://a.example\n", "content/trang/a.md": "---\ntên: A\n---\n"}).tree()["feed.json"]; !strings.Contains(text, `"items":[]`) {
		t.Errorf("an empty feed: %s", text)
	}
}

type parsedSitemap struct {
	XMLName xml.Name
	URLs    []sitemapURL `xml:"url"`
	Maps    []sitemapURL `xml:"sitemap"`
}

func parseSitemap(t *testing.T, text string) parsedSitemap {
	t.Helper()
	var s parsedSitemap
	if err := xml.Unmarshal([]byte(text), &s); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return s
}

// The sitemap has every page that may be found, each once, and nothing else; past the limit it is an index over several.
func TestSitemap(t *testing.T) {
	s := newSite(t, crowd(20))
	tree := s.tree()
	whole := parseSitemap(t, tree["sitemap.xml"])
	const base = "https://guong.example/thu/"
	var want []string
	for file, text := range tree {
		if page, ok := strings.CutSuffix(file, "index.html"); ok && !strings.Contains(text, "noindex") {
			want = append(want, base+page)
		}
	}
	slices.Sort(want)
	locs := func(urls []sitemapURL) (locs []string) {
		for _, u := range urls {
			locs = append(locs, u.Loc)
		}
		slices.Sort(locs)
		return locs
	}
	if got := locs(whole.URLs); !slices.Equal(got, want) {
		t.Errorf("the sitemap has %d addresses, the site %d pages:\n%v\n%v", len(got), len(want), got, want)
	}
	for _, u := range whole.URLs {
		if wants := map[string]string{base: "2024-01-01", base + "guong/n03/": "2023-01-04", base + "guong/n19/": "", base + "gioi/": ""}; u.LastMod != wants[u.Loc] && wants[u.Loc] != "" {
			t.Errorf("%s was changed %q", u.Loc, u.LastMod)
		}
		if u.Loc == base+"guong/n19/" && u.LastMod != "" {
			t.Errorf("a story without a day was changed %q", u.LastMod)
		}
	}

	s.perSitemap = 10
	parts := s.tree()
	index := parseSitemap(t, parts["sitemap.xml"])
	if index.XMLName.Local != "sitemapindex" || len(index.Maps) != (len(want)+9)/10 {
		t.Fatalf("%s with %d parts", index.XMLName.Local, len(index.Maps))
	}
	var all []sitemapURL
	for _, m := range index.Maps {
		part := parseSitemap(t, parts[strings.TrimPrefix(m.Loc, base)])
		if part.XMLName.Local != "urlset" || len(part.URLs) == 0 || len(part.URLs) > 10 {
			t.Errorf("%s: %s with %d addresses", m.Loc, part.XMLName.Local, len(part.URLs))
		}
		all = append(all, part.URLs...)
	}
	if !slices.Equal(locs(all), want) {
		t.Error("the parts do not have the addresses of the whole")
	}
	// At the limit there is one file still.
	s.perSitemap = len(want)
	if _, ok := s.tree()["sitemap-1.xml"]; ok {
		t.Error("an index at the limit")
	}
}
