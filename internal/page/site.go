// Package page is what each page shows: a view for each kind of page, made from the catalog.
//
// A view is plain data (exported fields, no funcs, no pointers into the catalog), in which titles, descriptions, dates, numbers
// and addresses are finished: a template only puts them in their places. So a view can be hashed, and two equal views are one page.
// Views are in view.go (what stands on every page) and view_*.go; each other file makes the views of one kind of page.
//
// A Site is what all pages share: the catalog, the settings, the words, and the keys of the fragments (cards, header, footer)
// that many pages show. It is finished when New returns it and may be used by all goroutines.
package page

import (
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/config"
	"guongsang/internal/criteria"
	"guongsang/internal/digest"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Input is what the pages of a site are made from.
type Input struct {
	Config  config.Site
	Catalog *catalog.Catalog
	// Words are the fixed words of the theme, with all of Needed.
	Words map[string]string
	// Logo is the site's sign; its Address is empty where there is none.
	Logo Picture
	// Keep takes a fragment's view and gives its key: theme.Keep. KeepAll does so for many that can be made again: theme.KeepAll. Both
	// may be called by several goroutines at once.
	Keep    func(template string, view any) (digest.Key, error)
	KeepAll func(template string, n int, view func(i int) any) ([]digest.Key, error)
}

// Site is what all pages share.
type Site struct {
	config  config.Site
	catalog *catalog.Catalog
	words   map[string]string
	logo    Picture

	cards   []digest.Key                         // by the stories' numbers
	shown   func() map[digest.Key]*profile.Story // whom a card shows; made when first asked for
	names   func() []NamesPage
	shows   func() []Show
	byField []fieldWords // in the plan's order
	byKind  [criteria.Household + 1]Link
	home    Link
	byTerm  map[*catalog.Term]nearby
	headers map[string]digest.Key
	// searchHeader is that of the search page, homeHeader that of the home page: both have a form of the search of their own, and none in the header.
	searchHeader, homeHeader digest.Key
	footer                   digest.Key
	feed                     Link // to the whole site's feed
}

// New makes a Site. The error is a fragment's that is not plain, which is a mistake of ours.
func New(in Input) (*Site, error) {
	s := &Site{
		config: in.Config, catalog: in.Catalog, words: in.Words, logo: in.Logo,
		cards: make([]digest.Key, in.Catalog.Numbered()), headers: map[string]digest.Key{},
	}
	s.shown, s.names, s.shows = sync.OnceValue(s.onCards), sync.OnceValue(s.namesPages), sync.OnceValue(s.yearShows)
	if in.Config.Base != "" {
		s.feed = Link{Text: s.say("feed.site", in.Config.Name), Address: address.Feed.Href()}
	}
	s.finishWords()
	if err := s.keepCards(in.KeepAll); err != nil {
		return nil, err
	}
	var err error
	menu := s.menu()
	for _, section := range append(menu, MenuItem{}) {
		header := s.header(menu, section.Address)
		header.Search = address.Search.Href()
		if s.headers[section.Address], err = in.Keep("header.html", header); err != nil {
			return nil, err
		}
	}
	if s.searchHeader, err = in.Keep("header.html", s.header(menu, address.Search.Href())); err != nil {
		return nil, err
	}
	if s.homeHeader, err = in.Keep("header.html", s.header(menu, address.Home.Href())); err != nil {
		return nil, err
	}
	s.footer, err = in.Keep("footer.html", s.footerView())
	return s, err
}

// keepCards makes the keys of all cards, on all processors: there is one for each story.
func (s *Site) keepCards(keep func(string, int, func(int) any) ([]digest.Key, error)) error {
	stories := slices.Concat(s.catalog.Profiles, s.catalog.Practices, s.catalog.Articles, s.catalog.Translations)
	parts := slices.Collect(slices.Chunk(stories, max(1, (len(stories)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))))
	keys, errs := make([][]digest.Key, len(parts)), make([]error, len(parts))
	var group sync.WaitGroup
	for i, part := range parts {
		group.Go(func() {
			keys[i], errs[i] = keep("card.html", len(part), func(i int) any {
				card := s.card(part[i])
				return &card
			})
		})
	}
	group.Wait()
	for i, part := range parts {
		if errs[i] != nil {
			return errs[i]
		}
		for j, story := range part {
			s.cards[story.Number] = keys[i][j]
		}
	}
	return nil
}

// say gives a fixed word with its holes filled.
func (s *Site) say(word string, args ...string) string {
	return fill(s.words[word], args)
}

// fill puts args into the holes {0} to {9} of a text, in one pass, so that what an argument looks like does not matter.
func fill(text string, args []string) string {
	if len(args) == 0 || !strings.Contains(text, "{") {
		return text
	}
	b := make([]byte, 0, len(text)+32)
	for i := 0; i < len(text); i++ {
		if text[i] == '{' && i+2 < len(text) && text[i+2] == '}' {
			if n := int(text[i+1]) - '0'; n >= 0 && n < len(args) {
				b = append(b, args[n]...)
				i += 2
				continue
			}
		}
		b = append(b, text[i])
	}
	return string(b)
}

// phrase is say, with a name in the hole behind those of args.
func (s *Site) phrase(word, name, lang string, args ...string) Phrase {
	p := Phrase{Name: name, Lang: lang}
	p.Before, p.After, _ = strings.Cut(s.say(word, args...), "{"+strconv.Itoa(len(args))+"}")
	return p
}

// count says how many there are of something: the word has a form for one where the language needs it, and one for none where it
// reads better.
func (s *Site) count(word string, n int) string {
	switch n {
	case 0:
		if text, ok := s.words[word+".none"]; ok {
			return text
		}
	case 1:
		if _, ok := s.words[word+".one"]; ok {
			return s.say(word+".one", "1")
		}
	}
	return s.say(word, s.whole(n))
}

// cardKeys gives the fragments of stories.
func (s *Site) cardKeys(stories []*profile.Story) []digest.Key {
	keys := make([]digest.Key, len(stories))
	for i, story := range stories {
		keys[i] = s.cards[story.Number]
	}
	return keys
}

// CardLink gives what a card shows and where it leads, for those who describe a page to machines.
func (s *Site) CardLink(key digest.Key) Link { return s.storyLink(s.shown()[key]) }

func (s *Site) onCards() map[digest.Key]*profile.Story {
	shown := make(map[digest.Key]*profile.Story, len(s.cards))
	for _, list := range [][]*profile.Story{s.catalog.Profiles, s.catalog.Practices, s.catalog.Articles, s.catalog.Translations} {
		for _, story := range list {
			shown[s.cards[story.Number]] = story
		}
	}
	return shown
}

// frame begins a page: what all pages have. schema is what the page is, as schema.org calls it. The other fields are the page's own to fill.
func (s *Site) frame(schema string, a address.Address, heading, title, description string) Frame {
	f := Frame{
		Lang: s.config.Language, Heading: heading, Title: title, Description: description, SiteName: s.config.Name,
		Schema: schema, Base: s.config.Base, ShareType: "website", Icon: s.logo.Address, Manifest: address.Manifest.Href(),
		Header: s.headers[s.section(a)], Footer: s.footer, SiteFeed: s.feed, Offline: s.config.Offline,
	}
	if f.Title == "" {
		f.Title = s.say("title", heading, s.config.Name)
	}
	if f.Description == "" {
		f.Description = s.config.Description
	}
	if s.config.Base != "" {
		f.Canonical = a.Full(s.config.Base)
		if s.logo.Address != "" && !strings.HasSuffix(s.logo.Address, ".svg") {
			f.ShareImage = s.full(s.logo.Address)
		}
	}
	return f
}

// full is the full web address of an href with the root mark; empty where the site has no base address.
func (s *Site) full(href string) string { return full(s.config.Base, href) }

// publisher is the organisation that publishes the site.
func (s *Site) publisher() Publisher {
	return Publisher{Name: firstOf(s.config.Owner.Name, s.config.Name), Logo: s.logo.Address}
}

// listFeed is the link to a list's own feed.
func (s *Site) listFeed(a address.Address, heading string) Link {
	if s.config.Base == "" {
		return Link{}
	}
	return Link{Text: s.say("feed.list", heading), Address: a.Feed().Href()}
}

// crumbs is the way from the home page: links, and at the end the page itself.
func (s *Site) crumbs(here string, way ...Link) []Link {
	crumbs := append(make([]Link, 0, 2+len(way)), s.home)
	return append(append(crumbs, way...), Link{Text: here})
}

func link(text string, a address.Address) Link { return Link{Text: text, Address: a.Href()} }

// storyDay is the day of a story, or its year where no day is known.
func (s *Site) storyDay(story *profile.Story) Day {
	switch {
	case !story.Date.IsZero():
		return s.day(story.Date)
	case story.LastYear() != 0:
		return Day{Text: s.say("year", strconv.Itoa(story.LastYear()))}
	}
	return Day{}
}

// instant is midnight of a day at +07:00, as machines write it.
func instant(d viet.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.ISO() + "T00:00:00+07:00"
}

func (s *Site) pictureOf(p catalog.Picture, text profile.Picture, lang string) Picture {
	if p.Href == "" {
		return Picture{}
	}
	return Picture{
		Address: p.Href, Alt: text.Alt, Caption: text.Caption, Credit: text.Credit, Width: p.Width, Height: p.Height,
		Lang: s.lang(lang),
	}
}

// bodyText makes the text of a file's body.
func (s *Site) bodyText(b profile.Body, lang string, r *catalog.Resolved) Text {
	if b.Empty {
		return Text{Empty: true}
	}
	t := Text{File: b.File, Digest: b.Digest, Offset: b.Offset, Lang: s.lang(lang)}
	t.lead(r)
	return t
}

// lead gives a text the addresses of what it leads to.
func (t *Text) lead(r *catalog.Resolved) {
	for _, l := range r.Links {
		t.Links = append(t.Links, TextLink{Written: l.Written, Address: l.Href})
	}
	for _, p := range r.Pictures {
		t.Pictures = append(t.Pictures, TextPicture{Written: p.Written, Address: p.Href, Width: p.Width, Height: p.Height})
	}
}

// classWord is the beginning of the words of a class of stories: "profile", "practice", "article".
func classWord(class source.Kind) string {
	switch class {
	case source.Practice:
		return "practice"
	case source.Article:
		return "article"
	default:
		return "profile"
	}
}
