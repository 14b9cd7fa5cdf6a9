package output

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/publish"
)

// sitemapMax is how many addresses one sitemap may hold. Source: https://www.sitemaps.org/protocol.html; at some 100 bytes an
// address the other limit, 50 MB, is far away.
const sitemapMax = 50_000

type urlSet struct {
	XMLName xml.Name `xml:"urlset"`
	Space   string   `xml:"xmlns,attr"`
	// XHTML is the namespace of Versions; empty where no page has any.
	XHTML string       `xml:"xmlns:xhtml,attr,omitempty"`
	URLs  []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
	// Versions are the page in all its languages, this one too.
	Versions []sitemapLink `xml:"xhtml:link"`
}

// sitemapLink is a page in one of its languages. Source: https://developers.google.com/search/docs/specialty/international/localized-versions
type sitemapLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

type sitemapIndex struct {
	XMLName xml.Name     `xml:"sitemapindex"`
	Space   string       `xml:"xmlns,attr"`
	Maps    []sitemapURL `xml:"sitemap"`
}

const (
	sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"
	xhtmlSpace   = "http://www.w3.org/1999/xhtml"
)

// sitemap lists every page that search engines may show: one file, or an index over several where there are too many.
func (s *Site) sitemap() iter.Seq[file] {
	return func(yield func(file) bool) {
		if s.Config.Base == "" {
			return
		}
		pages := s.countListed()
		if pages <= s.perSitemap {
			yield(s.sitemapFile(address.Sitemap, 0))
			return
		}
		index := sitemapIndex{Space: sitemapSpace}
		for n := 1; (n-1)*s.perSitemap < pages; n++ {
			at := address.Address("sitemap-" + strconv.Itoa(n) + ".xml")
			if !yield(s.sitemapFile(at, (n-1)*s.perSitemap)) {
				return
			}
			index.Maps = append(index.Maps, sitemapURL{Loc: at.Full(s.Config.Base)})
		}
		yield(file{at: address.Sitemap, make: func() (publish.Made, error) {
			return made(s, s.Program, &index, func(w io.Writer, v *sitemapIndex) error { return writeXML(w, v) })
		}})
	}
}

// sitemapFile lists the pages from a number on, as many as one sitemap may hold.
func (s *Site) sitemapFile(at address.Address, from int) file {
	return file{at: at, make: func() (publish.Made, error) {
		set := urlSet{Space: sitemapSpace, URLs: s.sitemapURLs(from)}
		if slices.ContainsFunc(set.URLs, func(u sitemapURL) bool { return u.Versions != nil }) {
			set.XHTML = xhtmlSpace
		}
		return made(s, s.Program, &set, func(w io.Writer, v *urlSet) error { return writeXML(w, v) })
	}}
}

func (s *Site) sitemapURLs(from int) []sitemapURL {
	urls := make([]sitemapURL, 0, s.perSitemap)
	for f := range s.listed(from) {
		if len(urls) == s.perSitemap {
			break
		}
		u := sitemapURL{Loc: f.at.Full(s.Config.Base)}
		if !f.modified.IsZero() {
			u.LastMod = f.modified.ISO()
		}
		if f.versions != nil {
			for _, v := range f.versions.All {
				u.Versions = append(u.Versions, sitemapLink{"alternate", v.Lang, address.FromHref(v.Href).Full(s.Config.Base)})
			}
		}
		urls = append(urls, u)
	}
	return urls
}

// countListed counts the pages that the sitemap lists.
func (s *Site) countListed() (n int) {
	stories := 0
	for _, list := range s.storyLists() {
		stories += len(list)
	}
	for range s.listed(1 + stories) {
		n++
	}
	return 1 + stories + n
}

// listed gives the pages that the sitemap lists, without the first few: the home page, the stories, all others.
func (s *Site) listed(without int) iter.Seq[file] {
	return func(yield func(file) bool) {
		if without == 0 {
			for f := range s.home() {
				if !yield(f) {
					return
				}
			}
		}
		without = max(0, without-1)
		for _, list := range s.storyLists() {
			skipped := min(without, len(list))
			without -= skipped
			for _, story := range list[skipped:] {
				if !yield(s.story(story)) {
					return
				}
			}
		}
		for _, output := range []iter.Seq[file]{
			s.classes(), s.fields(), s.kinds(), s.years(), s.terms(), s.names(), s.statistics(), s.search(), s.plain(),
		} {
			for f := range output {
				if !f.listed {
					continue
				}
				if without > 0 {
					without--
					continue
				}
				if !yield(f) {
					return
				}
			}
		}
	}
}

// wellKnown gives robots.txt and site.webmanifest, where the site does not bring its own.
func (s *Site) wellKnown() iter.Seq[file] {
	return func(yield func(file) bool) {
		if !s.owns(address.Robots) && !yield(s.robots()) {
			return
		}
		if !s.owns(address.Manifest) {
			yield(s.manifest())
		}
	}
}

func (s *Site) robots() file {
	text := "User-agent: *\nAllow: /\n"
	if s.Config.Base != "" {
		text += "Sitemap: " + address.Sitemap.Full(s.Config.Base) + "\n"
	}
	return file{at: address.Robots, make: func() (publish.Made, error) {
		return made(s, s.Program, &text, func(w io.Writer, v *string) error {
			_, err := io.WriteString(w, *v)
			return err
		})
	}}
}

// The members of a web application manifest. Source: https://www.w3.org/TR/appmanifest/
type manifest struct {
	Name        string         `json:"name"`
	ShortName   string         `json:"short_name"`
	Description string         `json:"description,omitempty"`
	Lang        string         `json:"lang"`
	StartURL    string         `json:"start_url"`
	Display     string         `json:"display"`
	Icons       []manifestIcon `json:"icons,omitempty"`
}

type manifestIcon struct {
	Src   string `json:"src"`
	Sizes string `json:"sizes"`
}

func (s *Site) manifest() file {
	m := manifest{
		Name: s.Config.Name, ShortName: s.Config.Name, Description: s.Config.Description, Lang: s.Config.Language,
		StartURL: address.Manifest.WayTo(address.Home), Display: "browser",
	}
	if info, ok := s.Pictures["static/"+s.Config.Logo]; ok && s.Config.Logo != "" {
		sizes := "any"
		if info.Width > 0 && info.Height > 0 && !isSVG(s.Config.Logo) {
			sizes = strconv.Itoa(info.Width) + "x" + strconv.Itoa(info.Height)
		}
		m.Icons = []manifestIcon{{Src: address.Manifest.WayTo(address.Of(s.Config.Logo)), Sizes: sizes}}
	}
	return file{at: address.Manifest, make: func() (publish.Made, error) {
		return made(s, s.Program, &m, func(w io.Writer, v *manifest) error {
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			return e.Encode(v)
		})
	}}
}

func isSVG(name string) bool { return strings.EqualFold(path.Ext(name), ".svg") }
