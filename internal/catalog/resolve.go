package catalog

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"guongsang/internal/address"
	"guongsang/internal/diag"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// Resolved is where a story or entry has its page, where it stands, and where the things that it names are found. All stories in it
// are published.
type Resolved struct {
	// Href leads to the page. Shown says that a story is published today.
	Href  string
	Shown bool
	// Unit and Locality are the terms that a story names, whether they were merged since or not; nil where there is none.
	Unit, Locality *Term
	// Rank is where a story stands in the lists of its class, and a profile in those of its main field, unit and locality, or of their
	// successors: the index of Shelf.Profiles. -1 where it does not.
	Rank struct{ Class, Field, Unit, Locality int32 }
	// Heads is the collective that a person heads, HeadedBy the persons at the head of a collective.
	Heads    *profile.Story
	HeadedBy []*profile.Story
	// Doers are the profiles that a practice or article names, ToldIn the practices and articles that name a profile.
	Doers, ToldIn []*profile.Story
	// Copies are the followers' own profiles, in the order of Detail.Copies, nil where there is none; CopiedFrom are those
	// whom this one follows.
	Copies     []*profile.Story
	CopiedFrom []*profile.Story
	// Versions are the story, or plain page, in all its languages; nil where there is one only.
	Versions *Versions
	// Links and Pictures are the destinations in the story's texts.
	Links    []Link
	Pictures []Picture
	// Main is the story's own picture; its Address is empty where it has none.
	Main Picture
	// Sections are those of a topic that have something to show, in the editor's order.
	Sections []TopicSection
}

// linksOf keeps what was resolved.
type linksOf struct {
	stories []Resolved // by their numbers
	entries map[*profile.Entry]*Resolved
	terms   map[source.Kind]*termBook
}

// newLinks numbers the stories, which belong to one catalog only: another one would number them anew.
func newLinks(stories []*profile.Story) linksOf {
	l := linksOf{stories: make([]Resolved, len(stories)), entries: map[*profile.Entry]*Resolved{}}
	for i, s := range stories {
		s.Number = i
		r := &l.stories[i]
		r.Href = address.Under(s.Class.Folder(), s.Slug).Href()
		r.Rank.Class, r.Rank.Field, r.Rank.Unit, r.Rank.Locality = -1, -1, -1, -1
	}
	return l
}

// Of gives where a story stands and what it leads to.
func (l *linksOf) Of(s *profile.Story) *Resolved { return &l.stories[s.Number] }

// Address is where a story has its page.
func (l *linksOf) Address(s *profile.Story) address.Address { return address.FromHref(l.Of(s).Href) }

// Numbered is how many stories have a number, those that are not published too.
func (l *linksOf) Numbered() int { return len(l.stories) }

// OfEntry gives what an entry leads to.
func (l *linksOf) OfEntry(e *profile.Entry) *Resolved {
	if r := l.entries[e]; r != nil {
		return r
	}
	return &Resolved{}
}

// Term finds a unit, locality, column or topic by the name that a story gives it; nil where the name is empty.
func (l *linksOf) Term(class source.Kind, ref profile.Ref) *Term {
	if !ref.Present() {
		return nil
	}
	return l.terms[class].find(ref.Text)
}

// resolveStories finds what every story names. Those that are not published are looked at for their mistakes, but nothing leads
// to them.
func (m *maker) resolveStories() {
	inOrder := make([]*profile.Story, 0, len(m.in.Stories))
	for s := range m.all() {
		inOrder = append(inOrder, s)
	}
	inOrder = append(inOrder, m.c.Translations...)
	for _, s := range m.stories {
		if !m.c.Of(s).Shown {
			inOrder = append(inOrder, s)
		}
	}
	// Most stories have nothing that must be told or that other stories must know, so most of the work is done on all processors.
	left := make([]*named, len(inOrder))
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for from := int(next.Add(batch)) - batch; from < len(left); from = int(next.Add(batch)) - batch {
				for i := from; i < min(from+batch, len(left)); i++ {
					found := m.find(inOrder[i], true)
					m.note(inOrder[i], &found)
					if found.again || found.concernsOthers() {
						left[i] = &found
					}
				}
			}
		})
	}
	group.Wait()
	for i, s := range inOrder {
		if left[i] == nil {
			continue
		}
		if left[i].again {
			found := m.find(s, false)
			m.note(s, &found)
			left[i] = &found
		}
		m.tellOthers(s, left[i])
	}
}

// batch is how many stories are resolved in one go.
const batch = 64

// named is what a story names, found.
type named struct {
	heads            *profile.Story
	doers, followers []*profile.Story // in the order of Mentions; nil where there is none
	links            []Link
	pictures         []Picture
	main             Picture
	assets           []Asset
	// again says that there is something to tell, which is done in the order of stories and not by many at once.
	again bool
}

// find finds what a story names. With quiet it tells nothing, changes nothing in m, and gives up where there is something to tell.
func (m *maker) find(s *profile.Story, quiet bool) (found named) {
	d := s.Mentions()
	refer := func(ref profile.Ref) *profile.Story {
		if !ref.Present() || found.again {
			return nil
		}
		to := m.bySlug[source.Profile][ref.Text]
		if to != nil && m.c.Of(to).Shown {
			return to
		}
		if found.again = quiet; !quiet {
			m.sayNoProfile(s, ref, to)
		}
		return nil
	}
	found.heads = refer(d.Heads)
	for _, ref := range d.Doers {
		found.doers = append(found.doers, refer(ref))
	}
	for _, ref := range d.Followers {
		found.followers = append(found.followers, refer(ref))
	}
	t := texts{m: m, file: s.File, page: m.c.Address(s), shown: m.c.Of(s).Shown, soft: m.hidden(s), quiet: quiet}
	t.all(d.Links, d.Pictures)
	found.main = t.main(s.Picture)
	found.links, found.pictures, found.assets = t.links, t.pictures, t.assets
	found.again = found.again || t.again
	return found
}

// concernsOthers says that something besides the story itself must know what it names.
func (n *named) concernsOthers() bool {
	return n.heads != nil || len(n.doers)+len(n.followers)+len(n.assets) > 0
}

// note writes down where the things lie that a story names.
func (m *maker) note(s *profile.Story, found *named) {
	r := m.c.Of(s)
	r.Copies, r.Links, r.Pictures, r.Main = found.followers, found.links, found.pictures, found.main
}

// tellOthers writes down at the other ends what a story names. Nothing leads from a story that is not published, and of one in several languages
// only the original is told of and told.
func (m *maker) tellOthers(s *profile.Story, found *named) {
	m.keepAssets(found.assets)
	r := m.c.Of(s)
	if !r.Shown {
		return
	}
	if to := found.heads; to != nil && to != s {
		r.Heads = to
		if of := m.other(s, to); of != nil && !slices.Contains(of.HeadedBy, s) {
			of.HeadedBy = append(of.HeadedBy, s)
		}
	}
	for _, to := range found.doers {
		if to != nil && !slices.Contains(r.Doers, to) {
			r.Doers = append(r.Doers, to)
			if of := m.other(s, to); of != nil && !slices.Contains(of.ToldIn, s) {
				of.ToldIn = append(of.ToldIn, s)
			}
		}
	}
	for _, to := range found.followers {
		if to == nil {
			continue
		}
		if of := m.other(s, to); of != nil && !slices.Contains(of.CopiedFrom, s) {
			of.CopiedFrom = append(of.CopiedFrom, s)
		}
	}
}

// other is where the other end of what a story names is written down; nil where it is not.
func (m *maker) other(s, to *profile.Story) *Resolved {
	if m.isTranslation(s) {
		return nil
	}
	return m.c.Of(m.c.Original(to))
}

// sayNoProfile tells that nothing leads to a profile that is named by its slug: there is none, or it is not published today.
func (m *maker) sayNoProfile(from *profile.Story, ref profile.Ref, to *profile.Story) {
	if to != nil {
		m.say(diag.At(ref.Place, diag.NotPublished, to.Name, to.File))
		return
	}
	var slugs []string
	for slug := range m.bySlug[source.Profile] {
		slugs = append(slugs, slug)
	}
	m.sayOf(from, diag.At(ref.Place, diag.UnknownProfile, ref.Text).Meant(m.nearestSorted(ref.Text, slugs)))
}

// resolveEntries finds what the texts of entries lead to.
func (m *maker) resolveEntries() {
	for _, e := range m.in.Entries {
		t := texts{m: m, file: e.File, page: m.pages[e], shown: true}
		t.all(e.Links, e.Pictures)
		r := &Resolved{Links: t.links, Pictures: t.pictures, Versions: m.versions[e]}
		r.Main = t.main(e.Picture)
		m.keepAssets(t.assets)
		if e.Class == source.Topic {
			r.Sections = m.sections(e)
			m.adviseOnCall(e)
		}
		m.c.entries[e] = r
	}
}
