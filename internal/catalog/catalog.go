// Package catalog is all that a site has to show on one day, sorted and indexed.
//
// New takes every story and entry that was decoded and settles what no file can settle by itself: what is published on that
// day, which units, localities, columns and topics there are and what belongs to them, who leads to whom, which address each thing
// has, and where every link and picture of every text leads. A Catalog is finished when it is made and never changed; the
// pages are made from it alone.
//
// Stories are in the order of lists everywhere: newest first by day, then by slug.
package catalog

import (
	"slices"
	"sync"

	"guongsang/internal/address"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/picture"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Input is what a catalog is made from.
type Input struct {
	Book    *criteria.Book
	Stories []*profile.Story
	Entries []*profile.Entry
	// Content lists the paths of all content files, those that could not be decoded too.
	Content []string
	// Pictures are the pictures of content/ and static/ by their paths ("content/guong/a/b.jpg", "static/logo.svg").
	Pictures map[string]picture.Info
	// Static lists the paths of static/, without the folder.
	Static []string
	Today  viet.Date
	// Language is that of the site's own words.
	Language string
	// Feeds says that the site has feeds and a sitemap, for which it needs an address of its own.
	Feeds bool
	// Introduces says that the site has the page on introducing somebody.
	Introduces bool
	// Drafts and Future publish drafts and stories of days to come as well.
	Drafts, Future bool
}

// Catalog is a site on one day, see the package comment.
type Catalog struct {
	Book  *criteria.Book
	Today viet.Date

	// Shelf holds every published story.
	Shelf
	Fields []*Field
	// Kinds are in the order of criteria.Kinds.
	Kinds [len(criteria.Kinds)]Kind
	// Years are the newest first.
	Years []*Year
	// Terms are sorted by name.
	Units, Localities, Columns, Topics []*Term
	Pages                              []*profile.Entry
	// Translations and PageTranslations have pages and stand in no list, see Versions; Translations are in the order of lists.
	Translations     []*profile.Story
	PageTranslations []*profile.Entry
	// Named are the published profiles in the order of names.
	Named []*profile.Story
	// Held counts the stories that are not published, and why.
	Held struct{ Drafts, Future, Expired int }
	// Redirects are old addresses and where they lead, sorted.
	Redirects []Redirect
	// Assets are the pictures and files of content/ that the site shows, each once, sorted by address.
	Assets []Asset

	linksOf
	claims map[address.Address]claim
}

// Has says whether the site has an address, as far as the catalog gives them out: all but the older pages of lists.
func (c *Catalog) Has(a address.Address) bool {
	claim, ok := c.claims[a]
	return ok && !claim.kept && (claim.story == nil || c.Of(claim.story).Shown)
}

// Shelf is the stories that stand in one list, by class. Profiles are what lists count.
type Shelf struct {
	Profiles, Practices, Articles []*profile.Story
}

// Newest is the day of the newest story, zero where there is none.
func (s Shelf) Newest() viet.Date {
	var newest viet.Date
	for _, list := range [][]*profile.Story{s.Profiles, s.Practices, s.Articles} {
		if len(list) > 0 && list[0].Order.Compare(newest) > 0 {
			newest = list[0].Order
		}
	}
	return newest
}

func (s *Shelf) put(story *profile.Story) {
	switch story.Class {
	case source.Profile:
		s.Profiles = append(s.Profiles, story)
	case source.Practice:
		s.Practices = append(s.Practices, story)
	default:
		s.Articles = append(s.Articles, story)
	}
}

// Field is one field with what stands in it.
type Field struct {
	*criteria.Field
	// Intro is the site's own introduction, or nil.
	Intro *profile.Entry
	Shelf
	// Kinds are the profiles of each kind, in the order of criteria.Kinds; Years those of each year, the newest first.
	Kinds [len(criteria.Kinds)]Kind
	Years []*Year
}

// Kind is the profiles of one kind.
type Kind struct {
	Kind criteria.Kind
	Shelf
}

// Year is what belongs to one year. A story of several years stands in each.
type Year struct {
	Year int
	Shelf
}

// New makes the catalog and says what is wrong between the files.
func New(in Input) (*Catalog, []diag.Problem) {
	m := newMaker(in)
	m.stories = inClaimOrder(in.Stories, m.hidden)
	var indexed sync.WaitGroup
	indexed.Go(m.index) // the indices do not wait for the lists, nor the lists for them
	m.pickStories(&indexed)
	m.gatherTerms()
	m.shelve()
	m.adviseOnNames()
	indexed.Wait()
	m.claimAddresses()
	m.resolveStories()
	m.resolveEntries()
	m.collectAssets()
	m.c.claims = m.claims
	for _, book := range m.terms {
		book.finished = true
	}
	return m.c, m.problems
}

// published says whether a story is shown today.
func (in Input) published(s *profile.Story) bool {
	switch {
	case s.Draft && !in.Drafts:
		return false
	case !in.Future && s.Order.Compare(in.Today) > 0:
		return false
	case !s.Expires.IsZero() && s.Expires.Compare(in.Today) < 0:
		return false
	}
	return true
}

// maker makes a catalog; it is dropped when the catalog is finished.
type maker struct {
	in       Input
	c        *Catalog
	problems []diag.Problem

	// stories are all stories in the order of files, drafts that are not shown behind the others: whatever two of them want, a
	// draft does not get.
	stories []*profile.Story
	// bySlug holds the first story of a class and slug, also one that is not published.
	bySlug  map[source.Kind]map[string]*profile.Story
	terms   map[source.Kind]*termBook
	claims  map[address.Address]claim
	content map[string]*file  // by paths in NFC
	static  map[string]string // paths in NFC -> as the file system spells them
	intros  map[address.Address]*profile.Entry
	guesses int
	assets  map[address.Address]Asset
	pages   map[*profile.Entry]address.Address
	// versions are those of plain pages.
	versions map[*profile.Entry]*Versions
}

// file is one file of content/, and what stands in it where that could be decoded.
type file struct {
	path  string // as the file system spells it
	story *profile.Story
	entry *profile.Entry
	href  string // where it has its page
}

func newMaker(in Input) *maker {
	m := &maker{
		in:      in,
		c:       &Catalog{Book: in.Book, Today: in.Today, linksOf: newLinks(in.Stories)},
		bySlug:  map[source.Kind]map[string]*profile.Story{source.Practice: {}, source.Article: {}},
		claims:  make(map[address.Address]claim, len(in.Stories)+len(in.Entries)),
		content: make(map[string]*file, len(in.Content)),
		static:  make(map[string]string, len(in.Static)),
		intros:  map[address.Address]*profile.Entry{},
		assets:  map[address.Address]Asset{},
		pages:   map[*profile.Entry]address.Address{},

		versions: map[*profile.Entry]*Versions{},
	}
	for _, path := range in.Static {
		m.static[viet.NFC(path)] = path
	}
	return m
}

func (m *maker) say(p diag.Problem) { m.problems = append(m.problems, p) }

// sayOf says something of a story: what is wrong in a draft that is not shown does not stop the build.
func (m *maker) sayOf(s *profile.Story, p diag.Problem) {
	if m.hidden(s) {
		p = p.Softer()
	}
	m.say(p)
}

// hidden says that a story is a draft and drafts are not shown.
func (m *maker) hidden(s *profile.Story) bool { return s.Draft && !m.in.Drafts }

// index finds files by their paths and stories by their slugs.
func (m *maker) index() {
	files := make([]file, len(m.in.Content))
	for i, path := range m.in.Content {
		files[i].path = path
		m.content[viet.NFC(path)] = &files[i]
	}
	fileOf := func(path string) *file {
		key := viet.NFC(path)
		f := m.content[key]
		if f == nil {
			f = &file{path: path}
			m.content[key] = f
		}
		return f
	}
	for _, s := range m.in.Stories {
		f := fileOf(s.File)
		f.story, f.href = s, m.c.Of(s).Href
	}
	for _, e := range m.in.Entries {
		f := fileOf(e.File)
		f.entry, f.href = e, AddressOf(e).Href()
	}
	m.bySlug[source.Profile] = make(map[string]*profile.Story, len(m.stories))
	for _, s := range m.stories {
		if m.bySlug[s.Class][s.Slug] == nil {
			m.bySlug[s.Class][s.Slug] = s
		}
	}
}

// pickStories finds what is published and puts it in order. indexed is done when stories can be found by their slugs.
func (m *maker) pickStories(indexed *sync.WaitGroup) {
	var shown []*profile.Story
	for _, s := range m.stories {
		if m.in.published(s) {
			m.c.Of(s).Shown = true
			shown = append(shown, s)
			continue
		}
		switch {
		case s.Draft && !m.in.Drafts:
			m.c.Held.Drafts++
		case !m.in.Future && s.Order.Compare(m.in.Today) > 0:
			m.c.Held.Future++
		default:
			m.c.Held.Expired++
		}
	}
	m.translate(indexed)
	var translated []*profile.Story
	shown = slices.DeleteFunc(shown, func(s *profile.Story) bool {
		if m.isTranslation(s) {
			translated = append(translated, s)
			return true
		}
		return false
	})
	m.c.Translations = inOrderOfLists(translated)
	var names sync.WaitGroup
	names.Go(func() { m.c.Named = inOrderOfNames(shown) })
	listed := inOrderOfLists(shown)
	names.Wait()
	for _, s := range listed {
		m.c.put(s)
	}
}
