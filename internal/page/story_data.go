package page

import (
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/digest"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// Describe makes the JSON-LD of a story: an Article about a Person or an Organization.
// Source: https://schema.org/Article
func (v *Story) Describe(func(digest.Key) Link) {
	a := append(make(object, 0, 16), member{"@type", v.Schema})
	a.set("headline", v.Heading)
	a.set("inLanguage", v.Lang)
	a.set("publisher", v.publisher(v.Publisher))
	a.set("isAccessibleForFree", true)
	a.set("description", v.Description)
	a.set("datePublished", v.Published)
	a.set("dateModified", v.Modified)
	a.set("mainEntityOfPage", v.Canonical)
	a.set("url", v.Canonical)
	a.set("image", v.full(v.Picture.Address))
	a.set("articleSection", v.FieldLink.Text)
	if v.Credits.Author != "" {
		a.set("author", object{{"@type", "Person"}, {"name", v.Credits.Author}})
	}
	a.set("about", v.subject())
	v.Data = graph(a, v.crumbData(v.Crumbs))
}

// subject is whom a profile honours.
func (v *Story) subject() object {
	if v.About.Type == "" {
		return nil
	}
	o := object{{"@type", v.About.Type}, {"name", v.Heading}}
	unit, place := "parentOrganization", "location"
	if v.About.Type == onePerson {
		unit, place = "affiliation", "homeLocation"
	}
	if v.About.Unit != "" {
		o.set(unit, object{{"@type", organization}, {"name", v.About.Unit}})
	}
	if v.About.Type == onePerson {
		o.set("honorificPrefix", v.Honorific)
		o.set("jobTitle", v.Position)
	}
	if v.About.Place != "" {
		o.set(place, object{{"@type", "Place"}, {"name", v.About.Place}})
	}
	var awards []string
	for _, c := range v.Commendations {
		parts := []string{c.Form}
		for _, p := range []string{c.Authority, c.Number, c.Date.Text} {
			if p != "" {
				parts = append(parts, p)
			}
		}
		awards = append(awards, strings.Join(parts, ", "))
	}
	o.set("award", awards)
	return o
}

// What schema.org calls those who are honoured.
const (
	onePerson    = "Person"
	organization = "Organization"
)

// about says whom a profile honours.
func (s *Site) about(story *profile.Story) About {
	if !story.IsProfile() {
		return About{}
	}
	a := About{Type: organization}
	if story.Kind == criteria.Person {
		a.Type = onePerson
	}
	if story.Kind == criteria.Person || story.Kind == criteria.Collective && story.Unit.Text != story.Name {
		a.Unit = s.termName(source.Unit, story.Unit)
	}
	if story.Locality.Present() {
		a.Place = s.termName(source.Locality, story.Locality)
	}
	return a
}
