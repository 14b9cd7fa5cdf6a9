package page

import (
	"slices"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/profile"
	"guongsang/internal/viet"
)

// wholeNames is the number of profiles up to which one page shows every name.
const wholeNames = 500

// NamesPage is one of the pages of names: what its address is and who stands there.
type NamesPage struct {
	At address.Address
	// heading is what the page is called; label is shorter, for the list on the page above it.
	heading, label string
	stories        []*profile.Story
	// parts are the pages that this one leads to instead of showing names.
	parts []NamesPage
	// way are the pages above this one.
	way []Link
}

// NamesPages lists the pages of names: one where there are few names, else one for each given name, and for each family name
// within a given name that many people have.
func (s *Site) NamesPages() []NamesPage { return s.names() }

func (s *Site) namesPages() []NamesPage {
	name := s.say("menu.names")
	all := NamesPage{At: address.Names, heading: name, label: name, stories: s.catalog.Named}
	if len(all.stories) <= wholeNames {
		return []NamesPage{all}
	}
	all.parts = partNames(all, func(story *profile.Story) string { return story.Listed })
	pages := []NamesPage{all}
	for i := range all.parts {
		given := &all.parts[i]
		given.heading = s.say("names.given", given.label)
		if len(given.stories) > wholeNames {
			given.parts = partNames(*given, func(story *profile.Story) string { return firstOf(story.Family, story.Listed) })
			for j := range given.parts {
				given.parts[j].heading = s.say("names.given", given.label+" ("+given.parts[j].label+")")
			}
		}
		pages = append(pages, *given)
		pages = append(pages, given.parts...)
	}
	return pages
}

// partNames parts the names of a page by a word of each. Words that have one slug (Hà, Hạ) share a page.
func partNames(p NamesPage, word func(*profile.Story) string) []NamesPage {
	var parts []NamesPage
	at := map[string]int{}
	words, slugs := map[string][]string{}, map[string]string{}
	for _, story := range p.stories {
		w := word(story)
		slug := slugs[w]
		if slug == "" {
			slug = firstOf(viet.Slug(w), "khac")
			slugs[w] = slug
		}
		i, known := at[slug]
		if !known {
			i = len(parts)
			at[slug] = i
			way := append(slices.Clone(p.way), link(p.label, p.At))
			parts = append(parts, NamesPage{At: p.At.Part(slug), way: way})
		}
		parts[i].stories = append(parts[i].stories, story)
		if list := words[slug]; len(list) == 0 || list[len(list)-1] != w {
			words[slug] = appendNew(list, w)
			parts[i].label = strings.Join(words[slug], ", ")
		}
	}
	// Where a page has several given names, its family names come once for each of them.
	slices.SortStableFunc(parts, func(a, b NamesPage) int { return strings.Compare(viet.TitleKey(a.label), viet.TitleKey(b.label)) })
	return parts
}

func appendNew(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

// Names makes the view of a page of names.
func (s *Site) Names(p NamesPage) Names {
	lead, up := s.say("names.lead"), Link{}
	if n := len(p.way); n > 0 {
		lead, up = s.count("count.profile", len(p.stories)), p.way[n-1]
	}
	v := Names{Frame: s.frame("CollectionPage", p.At, p.heading, "", s.say("names.description", p.heading)), Lead: lead, Up: up}
	v.Crumbs = s.crumbs(p.heading, p.way...)
	letter := func(text string) *NameLetter {
		l := viet.Initial(text)
		if n := len(v.Letters); n == 0 || v.Letters[n-1].Letter != l {
			v.Letters = append(v.Letters, NameLetter{ID: letterID(l), Letter: l})
		}
		return &v.Letters[len(v.Letters)-1]
	}
	if p.parts != nil {
		for _, part := range p.parts {
			at := letter(part.label)
			at.Given = append(at.Given, s.countLink(part.label, part.At, len(part.stories), false))
		}
	} else {
		for _, story := range p.stories {
			at := letter(firstOf(story.Listed, story.Name))
			at.Names = append(at.Names, NameEntry{Link: s.storyLink(story), Note: s.nameNote(story)})
		}
	}
	if len(p.stories) == 0 {
		v.None = s.say("none.profile")
	}
	return v
}

// nameNote tells people of one name apart: what they are, where, when.
func (s *Site) nameNote(story *profile.Story) string {
	var parts []string
	r := s.catalog.Of(story)
	for _, p := range []string{story.Position, firstOf(termName(r.Locality, story.Locality), termName(r.Unit, story.Unit))} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if y := story.LastYear(); y != 0 {
		parts = append(parts, itoa(y))
	}
	return strings.Join(parts, ", ")
}
