package page

import (
	"math"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Story makes the view of a story's page.
func (s *Site) Story(story *profile.Story) Story {
	a := s.catalog.Address(story)
	r, d := s.catalog.Of(story), story.Detail()
	description := s.Summary(story)
	v := Story{
		Frame: s.frame("Article", a, story.Name, "", description), Publisher: s.publisher(), About: about(story, r),
		Class: story.Class.Folder(), Kind: s.kindName(story),
		Honorific: story.Honorific, Position: story.Position, Deed: story.Summary, Held: s.held(story),
		Picture: pictureOf(r.Main, story.Picture), Date: s.storyDay(story), Updated: day(story.Updated),
		Body: s.StoryText(story), Facts: s.facts(story, d, r), How: s.how(d, r),
		Commendations: commendations(d), Criteria: s.criteriaMet(d), Timeline: timeline(d),
		CopiedBy: s.copiedBy(d, r), CopiedFrom: s.storyLinks(r.CopiedFrom),
		HeadedBy: s.storyLinks(r.HeadedBy), Practices: s.storyLinks(r.ToldIn), Doers: s.storyLinks(r.Doers),
		Visit:     Visit(d.Visit),
		Credits:   Credits{Author: d.Credit.Author, Photos: d.Credit.Photos},
		Discovery: s.discovery(d), ShareText: story.Name,
	}
	if d.Credit.Link != "" {
		v.Credits.Source = Link{Text: d.Credit.Link, Address: d.Credit.Link}
	}
	if d.Subkind.Name != v.Kind {
		v.Subkind = d.Subkind.Name
	}
	if r.Heads != nil {
		v.Heads = s.storyLink(r.Heads)
	}
	for _, t := range story.Topics {
		v.Topics = append(v.Topics, termLink(s.catalog.Term(source.Topic, t), t))
	}
	s.results(&v, d)
	s.around(&v, story, r)
	v.ShareType, v.Published, v.Modified = "article", instant(story.Date), instant(story.Updated)
	v.ShareImage = firstOf(s.full(v.Picture.Address), v.ShareImage)
	v.Crumbs = s.crumbs(story.Name, s.storyWay(story)...)
	return v
}

// storyWay is the way to a story: through its main field for profiles, through its class for all others.
func (s *Site) storyWay(story *profile.Story) []Link {
	if f := story.MainField(); f != nil && story.IsProfile() {
		return s.byField[f.Number-1].way
	}
	folder := story.Class.Folder()
	return []Link{link(s.say("all."+classWord(story.Class)), address.Folder(folder))}
}

func (s *Site) facts(story *profile.Story, d *profile.Detail, r *catalog.Resolved) []Fact {
	facts := make([]Fact, 0, 7)
	links := make([]Link, 0, 8+len(story.Fields)+len(story.Years)) // the values of all facts lie in it
	add := func(word string, values ...Link) {
		if len(values) > 0 && values[0].Text != "" {
			from := len(links)
			links = append(links, values...)
			facts = append(facts, Fact{Name: s.say(word), Values: links[from:len(links):len(links)]})
		}
	}
	var room [4]Link // enough for most
	fields := room[:0]
	for _, f := range story.Fields {
		fields = append(fields, s.byField[f.Number-1].link)
	}
	add("fact.fields", fields...)
	if story.Kind != criteria.NoKind {
		kind := s.byKind[story.Kind]
		if d.Subkind.Name != "" && d.Subkind.Name != kind.Text { // some fields call the kind itself a sub-kind
			add("fact.kind", kind, Link{Text: d.Subkind.Name})
		} else {
			add("fact.kind", kind)
		}
	}
	add("fact.unit", termLink(r.Unit, story.Unit))
	add("fact.locality", termLink(r.Locality, story.Locality))
	years := room[:0]
	for _, y := range story.Years {
		years = append(years, link(itoa(y), address.Year(y)))
	}
	add("fact.years", years...)
	if d.BirthYear != 0 {
		add("fact.born", Link{Text: itoa(d.BirthYear)})
	}
	add("fact.column", termLink(s.catalog.Term(source.Column, story.Column), story.Column))
	return facts
}

// how makes a practice's texts. Each has ids of its own on the page.
func (s *Site) how(d *profile.Detail, r *catalog.Resolved) []TextSection {
	var sections []TextSection
	for _, part := range []struct {
		id, word string
		text     string
	}{{"van-de", "how.problem", d.Problem}, {"cach-lam", "how.way", d.How}, {"dieu-kien", "how.conditions", d.Conditions}} {
		if part.text == "" {
			continue
		}
		t := Text{Source: part.text, Prefix: part.id + "--"}
		t.lead(r)
		sections = append(sections, TextSection{ID: "phan--" + part.id, Heading: s.say(part.word), Text: t})
	}
	return sections
}

func (s *Site) results(v *Story, d *profile.Detail) {
	for _, r := range d.Results {
		row := Result{What: r.What, Unit: r.Unit, Change: s.change(r)}
		if r.HasBefore {
			row.Before, v.HasBefore = viet.Number(r.Before), true
		}
		if r.HasAfter {
			row.After = viet.Number(r.After)
		}
		if r.Year != 0 {
			row.Year, v.HasYear = itoa(r.Year), true
		}
		v.Results = append(v.Results, row)
	}
}

// change says in words how far a figure moved: by how many times where it at least doubled, else by how much.
func (s *Site) change(r profile.Result) string {
	if !r.HasBefore || !r.HasAfter || r.Before == r.After {
		return ""
	}
	if r.Before > 0 && r.After >= 2*r.Before {
		times := math.Round(r.After/r.Before*10) / 10
		return s.say("change.times", viet.Number(times))
	}
	difference := math.Round((r.After-r.Before)*1000) / 1000
	if difference < 0 {
		return s.say("change.less", viet.Number(-difference))
	}
	return s.say("change.more", viet.Number(difference))
}

func (s *Site) criteriaMet(d *profile.Detail) []CriterionMet {
	var met []CriterionMet
	for _, shown := range d.Criteria {
		c := shown.Criterion
		met = append(met, CriterionMet{
			Code: c.Code, Text: c.Text, Evidence: shown.Evidence, Field: link(c.Field.Short, address.Field(c.Field.Code)),
		})
	}
	return met
}

func commendations(d *profile.Detail) []Commendation {
	var all []Commendation
	for _, c := range d.Commendations {
		all = append(all, Commendation{Form: c.Form, Authority: c.Authority, Number: c.Number, Date: day(c.Date)})
	}
	return all
}

func timeline(d *profile.Detail) []TimelineEntry {
	var all []TimelineEntry
	for _, n := range d.Timeline {
		all = append(all, TimelineEntry{Date: day(n.Date), Text: n.Text})
	}
	return all
}

func (s *Site) copiedBy(d *profile.Detail, r *catalog.Resolved) []Copy {
	var all []Copy
	for i, c := range d.Copies {
		who := Link{Text: c.Unit}
		if follower := r.Copies[i]; follower != nil {
			who = Link{Text: firstOf(c.Unit, follower.Name), Address: s.catalog.Of(follower).Href}
		}
		entry := Copy{Who: who, Text: c.Text}
		if c.Year != 0 {
			entry.Year = itoa(c.Year)
		}
		all = append(all, entry)
	}
	return all
}

func (s *Site) discovery(d *profile.Detail) string {
	if d.Discovery == "" {
		return ""
	}
	return s.say("discovery." + viet.Slug(d.Discovery))
}
