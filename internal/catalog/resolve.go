package catalog

import (
	"slices"

	"guongsang/internal/diag"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// Resolved is where the things that a story or entry names are found. All stories in it are published.
type Resolved struct {
	// Heads is the collective that a person heads, HeadedBy the persons at the head of a collective.
	Heads    *profile.Story
	HeadedBy []*profile.Story
	// Doers are the profiles that a practice or article names, ToldIn the practices and articles that name a profile.
	Doers, ToldIn []*profile.Story
	// Copies are the followers' own profiles, in the order of Detail.Copies, nil where there is none; CopiedFrom are those
	// whom this one follows.
	Copies     []*profile.Story
	CopiedFrom []*profile.Story
	// Links and Pictures are the destinations in the story's texts.
	Links    []Link
	Pictures []Picture
	// Main is the story's own picture; its Address is empty where it has none.
	Main Picture
}

// linksOf keeps what was resolved.
type linksOf struct {
	stories map[*profile.Story]*Resolved
	entries map[*profile.Entry]*Resolved
	terms   map[source.Kind]*termBook
}

func newLinks() linksOf {
	return linksOf{stories: map[*profile.Story]*Resolved{}, entries: map[*profile.Entry]*Resolved{}}
}

// Of gives what a story leads to.
func (l *linksOf) Of(s *profile.Story) *Resolved {
	if r := l.stories[s]; r != nil {
		return r
	}
	return &Resolved{}
}

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

func (l *linksOf) at(s *profile.Story) *Resolved {
	if l.stories[s] == nil {
		l.stories[s] = &Resolved{}
	}
	return l.stories[s]
}

// resolveStories finds what every story names. Those that are not published are looked at for their mistakes, but nothing leads
// to them.
func (m *maker) resolveStories() {
	m.c.terms = m.terms
	inOrder := make([]*profile.Story, 0, len(m.in.Stories))
	for s := range m.all() {
		inOrder = append(inOrder, s)
	}
	for _, s := range m.stories {
		if !m.shown[s] {
			inOrder = append(inOrder, s)
		}
	}
	for _, s := range inOrder {
		m.resolveStory(s)
	}
}

func (m *maker) resolveStory(s *profile.Story) {
	shown := m.shown[s]
	r, d := m.c.at(s), s.Detail()
	if d.Heads.Present() {
		if collective := m.profileBySlug(s, d.Heads); collective != nil && collective != s && shown {
			r.Heads = collective
			of := m.c.at(collective)
			of.HeadedBy = append(of.HeadedBy, s)
		}
	}
	for _, ref := range d.Doers {
		if doer := m.profileBySlug(s, ref); doer != nil && shown && !slices.Contains(r.Doers, doer) {
			r.Doers = append(r.Doers, doer)
			of := m.c.at(doer)
			of.ToldIn = append(of.ToldIn, s)
		}
	}
	for _, c := range d.Copies {
		var follower *profile.Story
		if c.Profile.Present() {
			if follower = m.profileBySlug(s, c.Profile); follower != nil && shown {
				if of := m.c.at(follower); !slices.Contains(of.CopiedFrom, s) {
					of.CopiedFrom = append(of.CopiedFrom, s)
				}
			}
		}
		r.Copies = append(r.Copies, follower)
	}
	t := texts{m: m, file: s.File, page: Address(s), shown: shown, soft: s.Draft && !m.in.Drafts}
	t.body(d.Found)
	for _, text := range []*profile.Text{&d.Problem, &d.How, &d.Conditions} {
		t.all(text.Links, text.Pictures)
	}
	r.Links, r.Pictures = t.links, t.pictures
	r.Main = t.main(s.Picture)
}

// profileBySlug finds a profile that is named by its slug. One that exists but is not published today is a warning, and nothing
// leads to it.
func (m *maker) profileBySlug(from *profile.Story, ref profile.Ref) *profile.Story {
	s := m.bySlug[source.Profile][ref.Text]
	if s == nil {
		var slugs []string
		for slug := range m.bySlug[source.Profile] {
			slugs = append(slugs, slug)
		}
		m.sayOf(from, diag.At(ref.Place, diag.UnknownProfile, ref.Text).Meant(m.nearestSorted(ref.Text, slugs)))
		return nil
	}
	if !m.shown[s] {
		m.say(diag.At(ref.Place, diag.NotPublished, s.Name, s.File))
		return nil
	}
	return s
}

// resolveEntries finds what the texts of entries lead to.
func (m *maker) resolveEntries() {
	for _, e := range m.in.Entries {
		t := texts{m: m, file: e.File, page: m.pages[e], shown: true}
		t.body(e.Found)
		r := &Resolved{Links: t.links, Pictures: t.pictures}
		r.Main = t.main(e.Picture)
		m.c.entries[e] = r
	}
}
