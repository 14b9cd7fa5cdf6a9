package page

import (
	"slices"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// How many related stories stand under each heading, and under all of them together.
const (
	relatedCards = 3
	relatedAll   = 6
)

// around finds a story's neighbours: the one before and after it in its main field (in its class, where it has none), and
// related ones of the same field, unit and locality. All are neighbours in time and not the newest, so that a new story changes the
// pages of its neighbours only.
func (s *Site) around(v *Story, story *profile.Story, r *catalog.Resolved) {
	var shelf []*profile.Story
	var at int
	f := story.MainField()
	if f != nil {
		v.FieldLink, v.Field = s.byField[f.Number-1].link, f.Code
	}
	shelf, at, v.NeighboursIn = s.neighbourhood(story, r)
	if at > 0 {
		v.Newer = s.storyLink(shelf[at-1])
	}
	if at+1 < len(shelf) {
		v.Older = s.storyLink(shelf[at+1])
	}
	shown := append(make([]*profile.Story, 0, relatedAll+1), story)
	add := func(id, heading string, shelf []*profile.Story, rank int32, more Link) {
		near := nearest(shelf, position(shelf, rank, story), shown, min(relatedCards, relatedAll+1-len(shown)))
		if len(near) == 0 {
			return
		}
		shown = append(shown, near...)
		v.Related = append(v.Related, Section{ID: "lien-quan--" + id, Heading: heading, Cards: s.cardKeys(near), More: more})
	}
	if f != nil {
		words := &s.byField[f.Number-1]
		add("linh-vuc", words.related, s.catalog.Fields[f.Number-1].Profiles, r.Rank.Field, words.all)
	}
	for _, of := range [...]struct {
		term *catalog.Term
		rank int32
	}{{r.Unit, r.Rank.Unit}, {r.Locality, r.Rank.Locality}} {
		t := of.term
		if t == nil {
			continue
		}
		if t.Successor != nil {
			t = t.Successor
		}
		words := s.byTerm[t]
		add(t.Class.Folder(), words.related, t.Profiles, of.rank, words.all)
	}
}

// nearby is what stands over the related stories of a field or term, and the link to all that is there.
type nearby struct {
	related string
	all     Link
}

// fieldWords is what the pages of a field's stories say of it.
type fieldWords struct {
	nearby
	link Link
	way  []Link // from the home page
}

// finishWords finishes what is the same on very many pages.
func (s *Site) finishWords() {
	fields := link(s.say("menu.fields"), address.Fields)
	for _, f := range s.catalog.Fields {
		field := s.fieldLink(f.Field)
		near := nearby{s.say("related.field", field.Text), link(s.say("related.all", field.Text), address.Field(f.Code))}
		s.byField = append(s.byField, fieldWords{near, field, []Link{fields, field}})
	}
	for _, k := range criteria.Kinds {
		s.byKind[k] = link(s.say("kind."+k.Code()), address.Kind(k.Code()))
	}
	s.home = link(s.say("home"), address.Home)
	s.byTerm = map[*catalog.Term]nearby{}
	for word, terms := range map[string][]*catalog.Term{"related.unit": s.catalog.Units, "related.locality": s.catalog.Localities} {
		for _, t := range terms {
			s.byTerm[t] = nearby{s.say(word, t.Name), link(s.say("related.all", t.Name), t.Address())}
		}
	}
}

// neighbourhood is the list in which a story has the one before and after it, where it stands there, and the list's name.
func (s *Site) neighbourhood(story *profile.Story, r *catalog.Resolved) ([]*profile.Story, int, string) {
	switch f := story.MainField(); {
	case story.Class == source.Practice:
		return s.catalog.Practices, int(r.Rank.Class), s.say("all.practice")
	case story.Class == source.Article:
		return s.catalog.Articles, int(r.Rank.Class), s.say("all.article")
	case f != nil:
		return s.catalog.Fields[f.Number-1].Profiles, int(r.Rank.Field), s.byField[f.Number-1].link.Text
	}
	return s.catalog.Profiles, int(r.Rank.Class), s.say("all.profile")
}

// position is where a story stands in a list: its rank, or where it would stand if it has none.
func position(list []*profile.Story, rank int32, story *profile.Story) int {
	if rank >= 0 {
		return int(rank)
	}
	at, _ := slices.BinarySearchFunc(list, story, func(a, b *profile.Story) int {
		if c := b.Order.Compare(a.Order); c != 0 {
			return c
		}
		return strings.Compare(a.Slug, b.Slug)
	})
	return at
}

// nearest gives up to n stories of a list that stand nearest to a place, without some, in the order of the list. Older and newer
// ones are taken in turn.
func nearest(list []*profile.Story, at int, without []*profile.Story, n int) []*profile.Story {
	older, newer := at, at-1
	var before, after []*profile.Story // those of older are found in the order of the list, those of newer against it
	for len(before)+len(after) < n && (older < len(list) || newer >= 0) {
		if older < len(list) {
			if !contains(without, list[older]) {
				after = append(after, list[older])
			}
			older++
		}
		if newer >= 0 && len(before)+len(after) < n {
			if !contains(without, list[newer]) {
				before = append(before, list[newer])
			}
			newer--
		}
	}
	slices.Reverse(before)
	return append(before, after...)
}
