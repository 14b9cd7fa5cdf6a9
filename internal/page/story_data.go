package page

import (
	"html/template"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// storyData is the JSON-LD of a story: an Article about a Person or an Organization.
// Source: https://schema.org/Article
func (s *Site) storyData(v Story, story *profile.Story) template.JS {
	a := append(make(object, 0, 16), member{"@type", "Article"})
	a.set("headline", story.Name)
	a.set("inLanguage", v.Lang)
	a.set("publisher", s.owner())
	a.set("isAccessibleForFree", true)
	a.set("description", v.Description)
	a.set("datePublished", v.Published)
	a.set("dateModified", v.Modified)
	a.set("mainEntityOfPage", v.Canonical)
	a.set("url", v.Canonical)
	a.set("image", s.full(v.Picture.Address))
	if f := story.MainField(); f != nil {
		a.set("articleSection", f.Short)
	}
	if story.Credit.Author != "" {
		a.set("author", object{{"@type", "Person"}, {"name", story.Credit.Author}})
	}
	if story.IsProfile() {
		a.set("about", s.about(story))
	}
	return s.graph(a, s.crumbData(v.Crumbs))
}

// about is whom a profile honours.
func (s *Site) about(story *profile.Story) object {
	unit := object{{"@type", "Organization"}, {"name", s.termName(source.Unit, story.Unit)}}
	var o object
	switch story.Kind {
	case criteria.Person:
		o = object{{"@type", "Person"}, {"name", story.Name}, {"affiliation", unit}}
		o.set("honorificPrefix", story.Honorific)
		o.set("jobTitle", story.Position)
	default:
		o = object{{"@type", "Organization"}, {"name", story.Name}}
		if story.Kind == criteria.Collective && story.Unit.Text != story.Name {
			o.set("parentOrganization", unit)
		}
	}
	if story.Locality.Present() {
		key := "homeLocation"
		if story.Kind != criteria.Person {
			key = "location"
		}
		o.set(key, object{{"@type", "Place"}, {"name", s.termName(source.Locality, story.Locality)}})
	}
	var awards []string
	for _, c := range story.Commendations {
		parts := []string{c.Form}
		for _, p := range []string{c.Authority, c.Number, dateText(c)} {
			if p != "" {
				parts = append(parts, p)
			}
		}
		awards = append(awards, strings.Join(parts, ", "))
	}
	o.set("award", awards)
	return o
}

func dateText(c profile.Commendation) string {
	if c.Date.IsZero() {
		return ""
	}
	return c.Date.String()
}
