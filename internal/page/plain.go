package page

import (
	"slices"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/profile"
)

// pagesInMenu are the plain pages that want to stand in the menu, in their order.
func (s *Site) pagesInMenu() []Link {
	var pages []*profile.Entry
	for _, p := range s.catalog.Pages {
		if p.Menu > 0 {
			pages = append(pages, p)
		}
	}
	slices.SortStableFunc(pages, func(a, b *profile.Entry) int { return a.Menu - b.Menu })
	return s.pageLinks(pages)
}

// plainPages are all plain pages: those of the menu first, then the others by name.
func (s *Site) plainPages() []Link {
	pages := slices.Clone(s.catalog.Pages)
	slices.SortStableFunc(pages, func(a, b *profile.Entry) int {
		switch {
		case a.Menu > 0 && b.Menu > 0:
			return a.Menu - b.Menu
		case a.Menu > 0:
			return -1
		case b.Menu > 0:
			return 1
		}
		return strings.Compare(a.Slug, b.Slug)
	})
	return s.pageLinks(pages)
}

// footerPages are the plain pages, and the page on introducing somebody where none of them is it: the editor has none of that address, or it is a
// translation, which stands in no list.
func (s *Site) footerPages() []Link {
	links := s.plainPages()
	if e := s.IntroduceEntry(); s.Introduces() && !slices.Contains(s.catalog.Pages, e) {
		links = append(links, link(s.say("introduce"), address.Introduce))
	}
	return links
}

func (s *Site) pageLinks(pages []*profile.Entry) []Link {
	links := make([]Link, len(pages))
	for i, p := range pages {
		links[i] = Link{Text: p.Name, Address: address.Under("", p.Slug).Href(), Lang: s.lang(p.Lang)}
	}
	return links
}

// Plain makes the view of a plain page.
func (s *Site) Plain(e *profile.Entry) Plain {
	a := address.Under("", e.Slug)
	r := s.catalog.OfEntry(e)
	p := Plain{
		Frame: s.frame("WebPage", a, e.Name, "", firstOf(e.Summary, e.Found.Excerpt)), Lead: e.Summary,
		Picture: s.pictureOf(r.Main, e.Picture, e.Lang), Body: s.bodyText(e.Body, e.Lang, r),
	}
	p.Crumbs = s.crumbs(e.Name)
	p.Translations = s.inLanguages(&p.Frame, a, e.Lang, r)
	p.Crumbs[len(p.Crumbs)-1].Lang = p.HeadingLang
	return p
}

// NotFound makes the view of the page that a host shows for unknown addresses.
func (s *Site) NotFound() NotFound {
	p := NotFound{Frame: s.frame("WebPage", address.NotFound, s.say("notfound"), "", s.say("notfound.description")), Browse: s.browse()}
	p.Canonical, p.NoIndex = "", true
	p.Crumbs, p.Fields = s.crumbs(p.Heading), s.fieldLinks()
	return p
}

// Offline makes the view of the page that is shown without a network.
func (s *Site) Offline() Offline {
	p := Offline{Frame: s.frame("WebPage", address.Offline, s.say("offline"), "", s.say("offline.description"))}
	p.NoIndex = true
	p.Crumbs = s.crumbs(p.Heading)
	return p
}

// Redirect makes the view of a page that leads from an old address to a new one.
func (s *Site) Redirect(r catalog.Redirect) Redirect {
	if r.To == address.Home {
		r.Name = s.config.Name
	}
	p := Redirect{Frame: s.frame("", r.From, r.Name, "", s.say("redirect", r.Name)), Target: r.From.WayTo(r.To), Name: r.Name}
	p.NoIndex = true
	if s.config.Base != "" {
		p.Canonical = r.To.Full(s.config.Base)
	}
	return p
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
