package page

import (
	"slices"
	"strings"

	"guongsang/internal/address"
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
func (s *Site) around(v *Story, story *profile.Story) {
	shelf, name := s.neighbourhood(story)
	if f := story.MainField(); f != nil {
		v.FieldLink, v.Field = link(f.Short, address.Field(f.Code)), f.Code
	}
	at := position(shelf, story)
	v.NeighboursIn = name
	if at > 0 {
		v.Newer = s.storyLink(shelf[at-1])
	}
	if at+1 < len(shelf) {
		v.Older = s.storyLink(shelf[at+1])
	}
	shown := []*profile.Story{story}
	add := func(id, heading string, shelf []*profile.Story, more Link) {
		near := nearest(shelf, story, shown, min(relatedCards, relatedAll+1-len(shown)))
		if len(near) == 0 {
			return
		}
		shown = append(shown, near...)
		v.Related = append(v.Related, Section{ID: "lien-quan--" + id, Heading: heading, Cards: s.cardKeys(near), More: more})
	}
	if f := story.MainField(); f != nil {
		add("linh-vuc", s.say("related.field", f.Short), s.catalog.Fields[f.Number-1].Profiles, link(s.say("related.all", f.Short), address.Field(f.Code)))
	}
	for _, of := range []struct {
		class source.Kind
		ref   profile.Ref
		word  string
	}{{source.Unit, story.Unit, "related.unit"}, {source.Locality, story.Locality, "related.locality"}} {
		t := s.catalog.Term(of.class, of.ref)
		if t == nil {
			continue
		}
		if t.Successor != nil {
			t = t.Successor
		}
		add(of.class.Folder(), s.say(of.word, t.Name), t.Profiles, link(s.say("related.all", t.Name), t.Address()))
	}
}

// neighbourhood is the list in which a story has the one before and after it, and its name.
func (s *Site) neighbourhood(story *profile.Story) ([]*profile.Story, string) {
	switch f := story.MainField(); {
	case story.Class == source.Practice:
		return s.catalog.Practices, s.say("all.practice")
	case story.Class == source.Article:
		return s.catalog.Articles, s.say("all.article")
	case f != nil:
		return s.catalog.Fields[f.Number-1].Profiles, f.Short
	}
	return s.catalog.Profiles, s.say("all.profile")
}

// position is where a story stands in a list, or would stand.
func position(list []*profile.Story, story *profile.Story) int {
	at, _ := slices.BinarySearchFunc(list, story, func(a, b *profile.Story) int {
		if c := b.Order.Compare(a.Order); c != 0 {
			return c
		}
		return strings.Compare(a.Slug, b.Slug)
	})
	return at
}

// nearest gives up to n stories of a list that stand nearest to a story, without some, in the order of the list. Older and newer
// ones are taken in turn.
func nearest(list []*profile.Story, story *profile.Story, without []*profile.Story, n int) []*profile.Story {
	at := position(list, story)
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
