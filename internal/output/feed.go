package output

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"html/template"
	"io"
	"iter"
	"strings"
	"time"

	"guongsang/internal/address"
	"guongsang/internal/page"
	"guongsang/internal/profile"
	"guongsang/internal/publish"
)

// feedItems is how many stories a feed holds, the newest.
const feedItems = 20

// feed is the value of a feed. Nothing in it tells when it was made.
type feed struct {
	Title, Description, Language string
	// Page and Self are full addresses.
	Page, Self string
	Items      []feedItem
}

// feedItem is a story in a feed. Date is RFC 3339, empty where the story has no day; Text is empty where the feed holds
// summaries.
type feedItem struct {
	Title, Address, Summary, Date, Updated string
	// Language is that of the story, where it is not the feed's.
	Language   string
	Categories []string
	Text       page.Text
	// How is a practice's problem, way of working and conditions, which stand before its text.
	How []page.TextSection
}

// feeds gives the site's feeds and those of the lists that have one. Feeds need full addresses, so without the site's there are none.
func (s *Site) feeds() iter.Seq[file] {
	return func(yield func(file) bool) {
		if s.Config.Base == "" {
			return
		}
		whole := page.Listing{
			At: address.Home, Heading: s.Config.Name, Description: s.Config.Description, FeedShelf: s.Catalog.Shelf, FullText: true,
		}
		if !yield(s.feed(whole, address.Feed, writeRSS)) || !yield(s.feed(whole, address.JSONFeed, writeJSONFeed)) {
			return
		}
		for _, lists := range [][]page.Listing{s.Pages.Fields(), s.Pages.Units(), s.Pages.Localities(), s.Pages.Columns(), s.Pages.Topics()} {
			for _, l := range lists {
				if !yield(s.feed(l, l.At.Feed(), writeRSS)) {
					return
				}
			}
		}
	}
}

func (s *Site) feed(l page.Listing, at address.Address, write func(w io.Writer, f *feed, texts []string) error) file {
	return file{at: at, make: func() (publish.Made, error) {
		// Texts have words of the theme in them (the heading of footnotes), so the theme belongs to the salt.
		value := s.feedOf(l, at)
		return made(s, s.themed, &value, func(w io.Writer, f *feed) error {
			texts := make([]string, len(f.Items))
			for i := range f.Items {
				var err error
				if texts[i], err = s.feedText(&f.Items[i]); err != nil {
					return err
				}
			}
			return write(w, f, texts)
		})
	}}
}

// feedText makes the text of an item with full addresses, those within the text (its footnotes) too.
func (s *Site) feedText(item *feedItem) (string, error) {
	var b strings.Builder
	add := func(t *page.Text) error {
		if t.Lang != "" && !t.Empty {
			b.WriteString(`<div lang="` + t.Lang + `">` + "\n")
			defer b.WriteString("</div>\n")
		}
		return s.withHTML(t, s.words, func(html []byte) error { return address.Replant(&b, html, s.Config.Base) })
	}
	for i := range item.How {
		b.WriteString("<h2>" + template.HTMLEscapeString(item.How[i].Heading) + "</h2>\n")
		if err := add(&item.How[i].Text); err != nil {
			return "", err
		}
	}
	if err := add(&item.Text); err != nil {
		return "", err
	}
	return strings.ReplaceAll(b.String(), `href="#`, `href="`+item.Address+`#`), nil
}

func (s *Site) feedOf(l page.Listing, at address.Address) feed {
	f := feed{
		Title: l.Heading, Description: l.Description, Language: s.Config.Language, Page: l.At.Full(s.Config.Base), Self: at.Full(s.Config.Base),
	}
	if l.At != address.Home {
		f.Title += " | " + s.Config.Name
	}
	if f.Description == "" {
		f.Description = f.Title
	}
	for story := range l.FeedShelf.Stories() {
		if len(f.Items) == feedItems {
			break
		}
		f.Items = append(f.Items, s.feedItem(story, l.FullText))
	}
	return f
}

func (s *Site) feedItem(story *profile.Story, full bool) feedItem {
	item := feedItem{
		Title: story.Name, Address: s.Catalog.Address(story).Full(s.Config.Base), Summary: s.Pages.Summary(story),
		Text: page.Text{Empty: true}, Language: s.Pages.StoryLang(story),
	}
	if !story.Date.IsZero() {
		item.Date = story.Date.Time().Format(time.RFC3339)
	}
	if !story.Updated.IsZero() {
		item.Updated = story.Updated.Time().Format(time.RFC3339)
	}
	for _, f := range story.Fields {
		name, _ := s.Pages.FieldName(f)
		item.Categories = append(item.Categories, name)
	}
	if full {
		item.Text, item.How = s.Pages.StoryText(story), s.Pages.StoryHow(story)
	}
	return item
}

// The elements of an RSS 2.0 feed. Source: https://www.rssboard.org/rss-specification
type rss struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Atom    string   `xml:"xmlns:atom,attr"`
	Content string   `xml:"xmlns:content,attr"`
	// Dublin is the namespace of the items' languages; empty where no item has one of its own.
	Dublin  string     `xml:"xmlns:dc,attr,omitempty"`
	Channel rssChannel `xml:"channel"`
}

type rssChannel struct {
	Title         string    `xml:"title"`
	Link          string    `xml:"link"`
	Description   string    `xml:"description"`
	Language      string    `xml:"language"`
	LastBuildDate string    `xml:"lastBuildDate,omitempty"`
	Self          atomLink  `xml:"atom:link"`
	Items         []rssItem `xml:"item"`
}

type atomLink struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
}

type rssItem struct {
	Title       string    `xml:"title"`
	Link        string    `xml:"link"`
	GUID        string    `xml:"guid"`
	PubDate     string    `xml:"pubDate,omitempty"`
	Categories  []string  `xml:"category"`
	Language    string    `xml:"dc:language,omitempty"`
	Description string    `xml:"description"`
	Content     *rssCDATA `xml:"content:encoded"`
}

type rssCDATA struct {
	Text string `xml:",cdata"`
}

func writeRSS(w io.Writer, f *feed, texts []string) error {
	doc := rss{
		Version: "2.0", Atom: "http://www.w3.org/2005/Atom", Content: "http://purl.org/rss/1.0/modules/content/",
		Channel: rssChannel{
			Title: f.Title, Link: f.Page, Description: f.Description, Language: f.Language,
			Self: atomLink{Href: f.Self, Rel: "self", Type: "application/rss+xml"},
		},
	}
	for i, item := range f.Items {
		entry := rssItem{
			Title: item.Title, Link: item.Address, GUID: item.Address, PubDate: mailDate(item.Date), Categories: item.Categories,
			Description: item.Summary, Language: item.Language,
		}
		if item.Language != "" {
			doc.Dublin = "http://purl.org/dc/elements/1.1/"
		}
		if texts[i] != "" {
			entry.Content = &rssCDATA{Text: texts[i]}
		}
		if doc.Channel.LastBuildDate == "" {
			doc.Channel.LastBuildDate = entry.PubDate
		}
		doc.Channel.Items = append(doc.Channel.Items, entry)
	}
	return writeXML(w, doc)
}

// mailDate writes an RFC 3339 time as RSS wants it (RFC 822 with a year of four digits).
func mailDate(text string) string {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return ""
	}
	return t.Format(time.RFC1123Z)
}

func writeXML(w io.Writer, doc any) error {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	if err := xml.NewEncoder(&b).Encode(doc); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}

// The members of a JSON feed. Source: https://www.jsonfeed.org/version/1.1/
type jsonFeed struct {
	Version     string         `json:"version"`
	Title       string         `json:"title"`
	HomePageURL string         `json:"home_page_url"`
	FeedURL     string         `json:"feed_url"`
	Description string         `json:"description"`
	Language    string         `json:"language"`
	Items       []jsonFeedItem `json:"items"`
}

type jsonFeedItem struct {
	ID            string   `json:"id"`
	URL           string   `json:"url"`
	Title         string   `json:"title"`
	Summary       string   `json:"summary,omitempty"`
	ContentHTML   string   `json:"content_html"`
	DatePublished string   `json:"date_published,omitempty"`
	DateModified  string   `json:"date_modified,omitempty"`
	Tags          []string `json:"tags,omitempty"`
	Language      string   `json:"language,omitempty"`
}

func writeJSONFeed(w io.Writer, f *feed, texts []string) error {
	doc := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.Title, HomePageURL: f.Page, FeedURL: f.Self,
		Description: f.Description, Language: f.Language, Items: []jsonFeedItem{},
	}
	for i, item := range f.Items {
		doc.Items = append(doc.Items, jsonFeedItem{
			ID: item.Address, URL: item.Address, Title: item.Title, Summary: item.Summary, ContentHTML: texts[i],
			DatePublished: item.Date, DateModified: item.Updated, Tags: item.Categories, Language: item.Language,
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(doc)
}
