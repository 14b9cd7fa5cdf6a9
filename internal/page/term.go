package page

import (
	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// terms are the lists of the terms of a class that are alive: those that were merged lead to their successors.
func (s *Site) terms(terms []*catalog.Term, class source.Kind, word string) []Listing {
	var lists []Listing
	for _, t := range terms {
		if t.Successor != nil {
			continue
		}
		l := Listing{
			At: t.Address(), term: t, Heading: t.Name, HeadingLang: s.termLang(t), Kicker: s.say("kicker." + word), Stories: t.Profiles, others: t.Shelf, entry: t.Entry,
			Description: s.say(word+".description", t.Name), Way: []Link{link(s.say("menu."+word), address.Folder(class.Folder()))},
			Feed: true, FullText: class == source.Column || class == source.Topic, FeedShelf: t.Shelf,
		}
		if t.Entry != nil && t.Entry.Summary != "" {
			l.Lead, l.Description = t.Entry.Summary, t.Entry.Summary
		}
		lists = append(lists, l)
	}
	return lists
}

// Units, Localities, Columns and Topics are the lists of each.
func (s *Site) Units() []Listing { return s.terms(s.catalog.Units, source.Unit, "units") }

// Localities are the lists of the localities.
func (s *Site) Localities() []Listing {
	return s.terms(s.catalog.Localities, source.Locality, "localities")
}

// Topics are the lists of the topics. Their feeds have what stands in the sections that the editor chose as well.
func (s *Site) Topics() []Listing {
	lists := s.terms(s.catalog.Topics, source.Topic, "topics")
	for i := range lists {
		lists[i].FeedShelf = s.topicShelf(lists[i].term)
	}
	return lists
}

// termName is what a story calls a term: the name of its day. Who wrote the term's slug means its name.
func termName(t *catalog.Term, ref profile.Ref) string {
	if t != nil && ref.Text == t.Slug {
		return t.Name
	}
	return ref.Text
}

// termLink leads from the name that a story gives a term to the term's page, a merged one's to its successor's.
func (s *Site) termLink(t *catalog.Term, ref profile.Ref) Link {
	if t == nil {
		return Link{Text: ref.Text}
	}
	lang := s.termLang(t)
	name := ref.Text
	if name == t.Slug || t.Class == source.Column || t.Class == source.Topic {
		name = t.Name
	}
	if t.Successor != nil {
		t = t.Successor
	}
	return Link{Text: name, Address: t.Address().Href(), Lang: lang}
}

// named is termLink from a story. What it names in its own language, and nobody else does, is plain text in that language.
func (s *Site) named(story *profile.Story, t *catalog.Term, ref profile.Ref) Link {
	l := s.termLink(t, ref)
	l.Lang = s.namedLang(story, t)
	return l
}

// Place makes the view of a unit's or a locality's first page.
func (s *Site) Place(l Listing) Place {
	v := Place{List: s.List(l)}
	t := l.term
	for _, p := range t.Predecessors {
		note := ""
		if !p.Entry.MergedOn.IsZero() {
			note = s.say("place.merged", s.date(p.Entry.MergedOn))
		}
		v.Predecessors = append(v.Predecessors, PlaceLink{Text: p.Name, Lang: s.termLang(p), Note: note})
	}
	if e := t.Entry; e != nil {
		for _, former := range e.FormerNames {
			v.FormerNames = append(v.FormerNames, former.Text)
		}
		v.Contact = Contact{
			Address: e.Address, Phone: e.Phone, PhoneLink: phoneLink(e.Phone), Email: e.Email, EmailLink: emailLink(e.Email), Web: e.Link,
		}
		if e.Locality.Present() {
			v.Locality = s.termLink(s.catalog.Term(source.Locality, e.Locality), e.Locality)
		}
	}
	return v
}

func (s *Site) period(e *profile.Entry) string {
	coming := e.From.Compare(s.catalog.Today) > 0
	switch {
	case coming && !e.To.IsZero():
		return s.say("period.coming.to", s.date(e.From), s.date(e.To))
	case coming:
		return s.say("period.coming", s.date(e.From))
	case !e.From.IsZero() && !e.To.IsZero():
		return s.say("period", s.date(e.From), s.date(e.To))
	case !e.From.IsZero():
		return s.say("period.from", s.date(e.From))
	case !e.To.IsZero():
		return s.say("period.to", s.date(e.To))
	}
	return ""
}
