package page

import (
	"slices"
	"strconv"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// Listing is a list of stories that stands on one or several pages: what it is called and what stands in it. Its first page shows the
// newest PerPage to 2·PerPage-1 stories; the older ones stand in full pages numbered from the oldest, so that a new story changes
// the first page only, and now and then makes one more.
type Listing struct {
	At      address.Address
	Heading string
	// HeadingLang is the language of Heading and Lead, where it is not the page's.
	HeadingLang string
	// Kicker and Lead stand above and below the heading of the first page.
	Kicker, Lead string
	Description  string
	// Way are the crumbs between the home page and the list.
	Way     []Link
	Stories []*profile.Story
	// Class is the class of Stories, for the words of the counts.
	Class source.Kind
	// ByMonth says that stories of all classes stand in the list, under their months: a column's.
	ByMonth bool
	// Field is the code of the one field that the list is about; may be empty.
	Field string
	// Feed says that the list has a feed; FullText that the feed holds whole stories and not summaries.
	Feed, FullText bool
	// FeedShelf is what stands in the feed: stories of all classes.
	FeedShelf catalog.Shelf
	Facets    []Facet
	// others are the practices and articles that belong to the list.
	others catalog.Shelf
	entry  *profile.Entry
	term   *catalog.Term
	// slides leads to the slide show of a year.
	slides Link
}

// OlderPages is how many pages the list has besides the first.
func (s *Site) OlderPages(l Listing) int { return max(0, len(l.Stories)/s.config.PerPage-1) }

// List makes the view of a list's first page.
func (s *Site) List(l Listing) List {
	v := s.listPage(l, 0)
	v.Kicker, v.Lead, v.Facets = l.Kicker, l.Lead, l.Facets
	v.Total = s.count("count."+l.word(), len(l.Stories))
	if len(l.Stories) == 0 {
		v.None = s.say("none." + l.word())
	}
	v.Cards = s.cardKeys(s.newestOf(l))
	v.Sections, v.Slides = s.sections(l), l.slides
	if l.entry != nil {
		v.Body = s.bodyText(l.entry.Body, l.entry.Lang, s.catalog.OfEntry(l.entry))
	} else {
		v.Body = Text{Empty: true}
	}
	return v
}

// OlderList makes the view of one of a list's older pages, counted from 1, the oldest.
func (s *Site) OlderList(l Listing, n int) List {
	v := s.listPage(l, n)
	v.Cards, v.Body = s.cardKeys(s.olderOf(l, n)), Text{Empty: true}
	return v
}

// newestOf are the stories of a list's first page, olderOf those of its nth older page.
func (s *Site) newestOf(l Listing) []*profile.Story {
	return l.Stories[:len(l.Stories)-s.OlderPages(l)*s.config.PerPage]
}

func (s *Site) olderOf(l Listing, n int) []*profile.Story {
	end := len(l.Stories) - (n-1)*s.config.PerPage
	return l.Stories[end-s.config.PerPage : end]
}

// word is the beginning of the words that count and name the stories of a list.
func (l Listing) word() string {
	if l.ByMonth {
		return "story"
	}
	return classWord(l.Class)
}

// listPage is what the first and the older pages of a list have in common; page 0 is the first.
func (s *Site) listPage(l Listing, n int) List {
	a, title := l.At, ""
	crumbs := s.crumbs(l.Heading, l.Way...)
	if n > 0 {
		a = l.At.Older(n)
		here := s.say("older.page", strconv.Itoa(n))
		title = s.say("title", s.say("older.title", l.Heading, strconv.Itoa(n)), s.config.Name)
		crumbs = s.crumbs(here, append(slices.Clip(l.Way), link(l.Heading, l.At))...)
	}
	v := List{Frame: s.frame("CollectionPage", a, l.Heading, title, l.Description), CardsHeading: s.say("list." + l.word())}
	if n > 0 {
		v.Description = s.say("older.description", v.Description, strconv.Itoa(n))
	}
	v.Crumbs, v.Field, v.HeadingLang = crumbs, l.Field, l.HeadingLang
	v.Crumbs[len(v.Crumbs)-1-min(n, 1)].Lang = l.HeadingLang
	if l.Feed {
		v.Feed = s.listFeed(l.At, l.Heading)
	}
	v.Pager = s.pager(l, n)
	v.PrevPage, v.NextPage = v.Pager.Newer.Address, v.Pager.Older.Address
	return v
}

// pagerNear is how many pages are shown on either side of this one.
const pagerNear = 2

// pager leads through the pages of a list. The first page is "the newest"; the others have the numbers of their addresses, which
// never change once a page is full.
func (s *Site) pager(l Listing, here int) Pager {
	older := s.OlderPages(l)
	if older == 0 {
		return Pager{}
	}
	p := Pager{Label: s.say("pager.label", l.Heading), Here: s.say("pager.newest")}
	at := func(n int) address.Address {
		if n == 0 {
			return l.At
		}
		return l.At.Older(n)
	}
	// In the order of reading: the newest, which is page 0, then older, older-1 … 1.
	numberAt := func(i int) int { return (older + 1 - i) % (older + 1) }
	index := 0
	if here > 0 {
		index = older - here + 1
		p.Here = s.say("pager.page", strconv.Itoa(here))
	}
	if index > 0 {
		p.Newer = link(s.say("pager.newer"), at(numberAt(index-1)))
	}
	if index < older {
		p.Older = link(s.say("pager.older"), at(numberAt(index+1)))
	}
	shown := append(make([]int, 0, 2*pagerNear+3), 0)
	for i := max(1, index-pagerNear); i <= min(older-1, index+pagerNear); i++ {
		shown = append(shown, i)
	}
	last := -1
	shown = append(shown, older)
	p.Pages = make([]PagerLink, 0, len(shown))
	for _, i := range shown {
		n := numberAt(i)
		item := PagerLink{Address: at(n).Href(), Current: i == index, Gap: i > last+1}
		if n == 0 {
			item.Text = s.say("pager.newest")
			item.Label = item.Text
		} else {
			item.Text = strconv.Itoa(n)
			item.Label = s.say("pager.page", item.Text)
		}
		p.Pages = append(p.Pages, item)
		last = i
	}
	return p
}

// sections are the newest practices and articles of a list, with links to all of them where there are more.
func (s *Site) sections(l Listing) []Section {
	var sections []Section
	for _, part := range s.Parts(l) {
		shown := part.Stories[:min(len(part.Stories), s.sectionCards())]
		section := Section{ID: sectionID(part.Class), Heading: s.say("list." + classWord(part.Class)), Cards: s.cardKeys(shown)}
		if len(part.Stories) > len(shown) {
			section.More = link(s.count("more."+classWord(part.Class), len(part.Stories)), part.At)
		}
		sections = append(sections, section)
	}
	return sections
}

// sectionID is the id of the section of a class. Headings of a text have slugs as their ids, so that one with "--" is nobody else's.
func sectionID(class source.Kind) string { return "phan--" + class.Folder() }

// sectionCards is how many practices or articles stand on the first page of a list of profiles.
func (s *Site) sectionCards() int { return s.config.PerPage / 2 }

// Parts are the lists of the practices and of the articles that belong to a list; empty ones are left out. A part has pages of its own only
// where it does not fit on the list's first page: see HasPages.
func (s *Site) Parts(l Listing) []Listing {
	var parts []Listing
	for _, p := range []struct {
		class   source.Kind
		stories []*profile.Story
	}{{source.Practice, l.others.Practices}, {source.Article, l.others.Articles}} {
		if len(p.stories) == 0 {
			continue
		}
		heading := s.say("part."+classWord(p.class), l.Heading)
		parts = append(parts, Listing{
			At: l.At.Part(p.class.Folder()), Heading: heading, Description: s.say("part.description", heading, s.config.Name),
			Way: append(append([]Link{}, l.Way...), link(l.Heading, l.At)), Stories: p.stories, Class: p.class, Field: l.Field,
		})
	}
	return parts
}

// HasPages says whether a part of a list has pages of its own.
func (s *Site) HasPages(part Listing) bool { return len(part.Stories) > s.sectionCards() }

// Classes are the lists of all profiles, all practices and all articles.
func (s *Site) Classes() []Listing {
	c := s.catalog
	lists := []Listing{{
		At: address.Folder(source.Profile.Folder()), Class: source.Profile, Stories: c.Profiles,
		Facets: []Facet{s.kindFacet(c.Kinds, address.Kinds, criteria.NoKind, false), s.yearFacet(c.Years, address.Years, 0, false)},
	}}
	if len(c.Practices) > 0 {
		lists = append(lists, Listing{At: address.Folder(source.Practice.Folder()), Class: source.Practice, Stories: c.Practices})
	}
	if len(c.Articles) > 0 {
		lists = append(lists, Listing{At: address.Folder(source.Article.Folder()), Class: source.Article, Stories: c.Articles})
	}
	for i := range lists {
		word := "all." + classWord(lists[i].Class)
		lists[i].Heading, lists[i].Lead = s.say(word), s.say(word+".lead")
		lists[i].Description = s.say(word + ".lead")
	}
	return lists
}

// Kinds are the lists of the three kinds.
func (s *Site) Kinds() []Listing {
	var lists []Listing
	for _, k := range s.catalog.Kinds {
		name := s.say("kind." + k.Kind.Code())
		lists = append(lists, Listing{
			At: address.Kind(k.Kind.Code()), Heading: name, Kicker: s.say("menu.kinds"), Stories: k.Profiles,
			Description: s.say("kind.description", name), Way: []Link{link(s.say("menu.kinds"), address.Kinds)},
			Facets: []Facet{s.kindFacet(s.catalog.Kinds, address.Kinds, k.Kind, true)},
		})
	}
	return lists
}

// Years are the lists of the years.
func (s *Site) Years() []Listing {
	var lists []Listing
	for _, y := range s.catalog.Years {
		name := s.say("year", itoa(y.Year))
		lists = append(lists, Listing{
			At: address.Year(y.Year), Heading: name, Stories: y.Profiles, others: y.Shelf,
			Description: s.say("year.description", itoa(y.Year)), Way: []Link{link(s.say("menu.years"), address.Years)},
			Facets: []Facet{s.yearFacet(s.catalog.Years, address.Years, y.Year, true)},
		})
		if len(y.Profiles) > 0 {
			lists[len(lists)-1].slides = link(s.say("slides"), address.Slides(y.Year))
		}
	}
	return lists
}

// kindFacet leads to the kinds of a list; kinds without profiles are left out, since they have no page within a field. Counts stand
// where all that is counted belongs to the page; lists that stand beside the page's own one have none, so that a new story does not
// change pages that it is not in.
func (s *Site) kindFacet(kinds [len(criteria.Kinds)]catalog.Kind, under address.Address, current criteria.Kind, beside bool) Facet {
	f := Facet{Heading: s.say("facet.kind")}
	for _, k := range kinds {
		if len(k.Profiles) > 0 {
			l := s.countLink(s.say("kind."+k.Kind.Code()), under.Part(k.Kind.Code()), len(k.Profiles), k.Kind == current)
			f.Links = append(f.Links, uncounted(l, beside))
		}
	}
	return f
}

func (s *Site) yearFacet(years []*catalog.Year, under address.Address, current int, beside bool) Facet {
	f := Facet{Heading: s.say("facet.year")}
	for _, y := range years {
		if len(y.Profiles) == 0 { // a year of articles only
			continue
		}
		l := s.countLink(itoa(y.Year), under.YearPart(y.Year), len(y.Profiles), y.Year == current)
		f.Links = append(f.Links, uncounted(l, beside))
	}
	return f
}

// uncounted takes the count off a link to a list beside the page's own one.
func uncounted(l CountLink, beside bool) CountLink {
	if beside {
		l.Count = ""
	}
	return l
}
