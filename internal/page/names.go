package page

import (
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/profile"
	"guongsang/internal/viet"
)

// wholeNames is the number of profiles up to which one page shows every name.
const wholeNames = 500

// NamesPage is one of the pages of names: what its address is and who stands there.
type NamesPage struct {
	At      address.Address
	heading string
	stories []*profile.Story
	// parts are the pages that this one leads to instead of showing names.
	parts []NamesPage
	up    Link
}

// NamesPages lists the pages of names: one where there are few names, else one for each given name, and for each family name
// within a given name that many people have.
func (s *Site) NamesPages() []NamesPage {
	all := NamesPage{At: address.Names, heading: s.say("menu.names"), stories: s.catalog.Named}
	if len(all.stories) <= wholeNames {
		return []NamesPage{all}
	}
	up := link(all.heading, all.At)
	all.parts = s.partNames(all, up, func(story *profile.Story) string { return story.Listed })
	pages := []NamesPage{all}
	for i, given := range all.parts {
		if len(given.stories) > wholeNames {
			given.parts = s.partNames(given, link(given.heading, given.At), func(story *profile.Story) string {
				return firstOf(story.Family, story.Listed)
			})
			all.parts[i] = given
		}
		pages = append(pages, given)
		pages = append(pages, given.parts...)
	}
	return pages
}

// partNames parts the names of a page by a word of each. Words that have one slug (Hà, Hạ) share a page.
func (s *Site) partNames(p NamesPage, up Link, word func(*profile.Story) string) []NamesPage {
	var parts []NamesPage
	at := map[string]int{}
	words := map[string][]string{}
	for _, story := range p.stories {
		w := word(story)
		slug := firstOf(viet.Slug(w), "khac")
		i, known := at[slug]
		if !known {
			i = len(parts)
			at[slug] = i
			parts = append(parts, NamesPage{At: p.At.Part(slug), up: up})
		}
		parts[i].stories = append(parts[i].stories, story)
		if list := words[slug]; len(list) == 0 || list[len(list)-1] != w {
			words[slug] = appendNew(list, w)
			parts[i].heading = strings.Join(words[slug], ", ")
		}
	}
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
	title, lead := "", s.say("names.lead")
	heading := p.heading
	if p.up.Address != "" {
		heading = s.say("names.given", p.heading)
		lead = s.count("count.profile", len(p.stories))
	}
	v := Names{Frame: s.frame(p.At, heading, title, s.say("names.description", heading)), Lead: lead, Up: p.up}
	if p.up.Address == "" {
		v.Crumbs = s.crumbs(heading)
	} else {
		v.Crumbs = s.crumbs(heading, link(s.say("menu.names"), address.Names))
	}
	letter := func(text string) *NameLetter {
		l := viet.Initial(text)
		if n := len(v.Letters); n == 0 || v.Letters[n-1].Letter != l {
			v.Letters = append(v.Letters, NameLetter{ID: letterID(l), Letter: l})
		}
		return &v.Letters[len(v.Letters)-1]
	}
	if p.parts != nil {
		for _, part := range p.parts {
			at := letter(part.heading)
			at.Given = append(at.Given, s.countLink(part.heading, part.At, len(part.stories), false))
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
	v.Data = s.pageData(v.Frame, "CollectionPage", nil)
	return v
}

// nameNote tells people of one name apart: what they are, where, when.
func (s *Site) nameNote(story *profile.Story) string {
	var parts []string
	for _, p := range []string{story.Position, firstOf(story.Locality.Text, story.Unit.Text)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if y := story.LastYear(); y != 0 {
		parts = append(parts, itoa(y))
	}
	return strings.Join(parts, ", ")
}
