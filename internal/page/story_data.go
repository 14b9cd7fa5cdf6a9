package page

import (
	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/digest"
	"guongsang/internal/profile"
)

// Describe makes the JSON-LD of a story: an Article about a Person or an Organization.
// Source: https://schema.org/Article
func (v *Story) Describe(func(digest.Key) Link) {
	d := v.graph(0)
	d.open(v.Schema)
	d.text("headline", v.Heading)
	d.text("inLanguage", firstOf(v.HeadingLang, v.Lang))
	d.publisher(v.Publisher)
	d.key("isAccessibleForFree")
	d.b = append(d.b, "true"...)
	d.text("description", v.Description)
	d.text("datePublished", v.Published)
	d.text("dateModified", v.Modified)
	d.text("mainEntityOfPage", v.Canonical)
	d.text("url", v.Canonical)
	d.text("image", full(v.Base, v.Picture.Address))
	d.text("articleSection", v.FieldLink.Text)
	d.named("author", onePerson, v.Credits.Author)
	if v.About.Type != "" {
		v.subject(d)
	}
	d.close()
	v.Data = d.end(v.Crumbs)
}

// subject writes whom a profile honours.
func (v *Story) subject(d *data) {
	d.key("about")
	d.open(v.About.Type)
	d.text("name", v.Heading)
	if v.About.Type == onePerson {
		d.named("affiliation", organization, v.About.Unit)
		d.text("honorificPrefix", v.Honorific)
		d.text("jobTitle", v.Position)
		d.named("homeLocation", "Place", v.About.Place)
	} else {
		d.named("parentOrganization", organization, v.About.Unit)
		d.named("location", "Place", v.About.Place)
	}
	if len(v.Commendations) > 0 {
		d.key("award")
	}
	for i, c := range v.Commendations {
		award := c.Form
		for _, p := range [...]string{c.Authority, c.Number, c.Date.Text} {
			if p != "" {
				award += ", " + p
			}
		}
		d.b = appendString(append(d.b, "[,"[min(i, 1)]), award)
	}
	if len(v.Commendations) > 0 {
		d.b = append(d.b, ']')
	}
	d.close()
}

// What schema.org calls those who are honoured.
const (
	onePerson    = "Person"
	organization = "Organization"
)

// about says whom a profile honours.
func about(story *profile.Story, r *catalog.Resolved) About {
	if !story.IsProfile() {
		return About{}
	}
	a := About{Type: organization}
	if story.Kind == criteria.Person {
		a.Type = onePerson
	}
	if story.Kind == criteria.Person || story.Kind == criteria.Collective && story.Unit.Text != story.Name {
		a.Unit = termName(r.Unit, story.Unit)
	}
	if story.Locality.Present() {
		a.Place = termName(r.Locality, story.Locality)
	}
	return a
}
