package page

import (
	"cmp"
	"math"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/language"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Story makes the view of a story's page.
func (s *Site) Story(story *profile.Story) Story {
	a := s.catalog.Address(story)
	r, d := s.catalog.Of(story), story.Detail()
	original := s.catalog.Original(story)
	of := s.catalog.Of(original)
	description := s.Summary(story)
	v := Story{
		Frame: s.frame("Article", a, story.Name, "", description), Publisher: s.publisher(), About: about(story, r),
		Class: story.Class.Folder(), Kind: s.kindName(story),
		Honorific: story.Honorific, Position: story.Position, Deed: story.Summary, Held: s.held(story),
		Picture: s.pictureOf(r.Main, story.Picture, story.Lang), Date: s.storyDay(story), Updated: s.day(story.Updated),
		Body: s.StoryText(story), Facts: s.facts(story, d, r), How: s.how(d, story.Lang, r),
		Commendations: s.commendations(d, story.Lang), Criteria: s.criteriaMet(d), Timeline: s.timeline(d),
		CopiedBy: s.copiedBy(d, story.Lang, r), CopiedFrom: s.storyLinks(of.CopiedFrom),
		HeadedBy: s.storyLinks(of.HeadedBy), Practices: s.storyLinks(of.ToldIn), Doers: s.storyLinks(r.Doers),
		Visit:     Visit(d.Visit),
		Credits:   Credits{Author: d.Credit.Author, Photos: d.Credit.Photos},
		Discovery: s.discovery(d),
	}
	if d.Credit.Link != "" {
		v.Credits.Source = Link{Text: d.Credit.Link, Address: d.Credit.Link}
	}
	if sub, lang := s.subkindName(d.Subkind); sub != v.Kind {
		v.Subkind, v.SubkindLang = sub, lang
	}
	if heads := cmp.Or(r.Heads, of.Heads); heads != nil {
		v.Heads = s.storyLink(heads)
	}
	for _, t := range story.Topics {
		v.Topics = append(v.Topics, s.named(story, s.catalog.Term(source.Topic, t), t))
	}
	s.results(&v, d)
	s.glance(&v, story, r)
	s.around(&v, original, of)
	v.Translations, v.PlanLang = s.inLanguages(&v.Frame, a, story.Lang, r), s.lang(language.Vietnamese)
	v.ShareType, v.Published, v.Modified = "article", instant(story.Date), instant(story.Updated)
	v.ShareImage = firstOf(s.full(v.Picture.Address), v.ShareImage)
	v.Crumbs = s.crumbs(story.Name, s.storyWay(story)...)
	v.Crumbs[len(v.Crumbs)-1].Lang = v.HeadingLang
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

// glance makes what stands below the heading: when one was honoured, and where one belongs.
func (s *Site) glance(v *Story, story *profile.Story, r *catalog.Resolved) {
	if story.IsProfile() && len(story.Years) > 0 {
		years := make([]string, len(story.Years))
		for i, y := range story.Years {
			years[i] = itoa(y)
		}
		v.Honoured = s.say("honoured", strings.Join(years, ", "))
	}
	for _, place := range [...]Link{s.named(story, r.Unit, story.Unit), s.named(story, r.Locality, story.Locality)} {
		if place.Text != "" {
			v.Places = append(v.Places, place)
		}
	}
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
		if sub, lang := s.subkindName(d.Subkind); sub != "" && sub != kind.Text { // some fields call the kind itself a sub-kind
			add("fact.kind", kind, Link{Text: sub, Lang: lang})
		} else {
			add("fact.kind", kind)
		}
	}
	add("fact.unit", s.named(story, r.Unit, story.Unit))
	add("fact.locality", s.named(story, r.Locality, story.Locality))
	years := room[:0]
	for _, y := range story.Years {
		years = append(years, link(itoa(y), address.Year(y)))
	}
	add("fact.years", years...)
	if d.BirthYear != 0 {
		add("fact.born", Link{Text: itoa(d.BirthYear)})
	}
	add("fact.column", s.named(story, s.catalog.Term(source.Column, story.Column), story.Column))
	return facts
}

// how makes a practice's texts. Each has ids of its own on the page.
func (s *Site) how(d *profile.Detail, lang string, r *catalog.Resolved) []TextSection {
	var sections []TextSection
	for _, part := range []struct {
		id, word string
		text     string
	}{{"van-de", "how.problem", d.Problem}, {"cach-lam", "how.way", d.How}, {"dieu-kien", "how.conditions", d.Conditions}} {
		if part.text == "" {
			continue
		}
		t := Text{Source: part.text, Prefix: part.id + "--", Lang: s.lang(lang)}
		t.lead(r)
		sections = append(sections, TextSection{ID: "phan--" + part.id, Heading: s.say(part.word), Text: t})
	}
	return sections
}

func (s *Site) results(v *Story, d *profile.Detail) {
	for _, r := range d.Results {
		row := Result{What: r.What, Unit: r.Unit, Change: s.change(r)}
		if r.HasBefore {
			row.Before, v.HasBefore = s.number(r.Before), true
		}
		if r.HasAfter {
			row.After = s.number(r.After)
		}
		if r.Year != 0 {
			row.Year, v.HasYear = itoa(r.Year), true
		}
		row.BeforePart, row.AfterPart = parts(r)
		v.Results = append(v.Results, row)
	}
}

// parts gives the lengths of two bars in percent of the longer one.
func parts(r profile.Result) (before, after int) {
	most := max(r.Before, r.After)
	if !r.HasBefore || !r.HasAfter || min(r.Before, r.After) < 0 || most == 0 {
		return 0, 0
	}
	return int(math.Round(100 * r.Before / most)), int(math.Round(100 * r.After / most))
}

// change says in words how far a figure moved: by how many times where it at least doubled, else by how much.
func (s *Site) change(r profile.Result) string {
	if !r.HasBefore || !r.HasAfter || r.Before == r.After {
		return ""
	}
	if r.Before > 0 && r.After >= 2*r.Before {
		times := math.Round(r.After/r.Before*10) / 10
		return s.say("change.times", s.number(times))
	}
	difference := math.Round((r.After-r.Before)*1000) / 1000
	if difference < 0 {
		return s.say("change.less", s.number(-difference))
	}
	return s.say("change.more", s.number(difference))
}

func (s *Site) criteriaMet(d *profile.Detail) []CriterionMet {
	var met []CriterionMet
	for _, shown := range d.Criteria {
		c := shown.Criterion
		met = append(met, CriterionMet{
			Code: c.Code, Text: c.Text, Evidence: shown.Evidence, Field: s.fieldLink(c.Field),
		})
	}
	return met
}

func (s *Site) commendations(d *profile.Detail, lang string) []Commendation {
	var all []Commendation
	for _, c := range d.Commendations {
		form, formLang := s.CommendationName(c.Form, lang)
		all = append(all, Commendation{Form: form, FormLang: formLang, Authority: c.Authority, Number: c.Number, Date: s.day(c.Date)})
	}
	return all
}

func (s *Site) timeline(d *profile.Detail) []TimelineEntry {
	var all []TimelineEntry
	for _, n := range d.Timeline {
		all = append(all, TimelineEntry{Date: s.day(n.Date), Text: n.Text})
	}
	return all
}

func (s *Site) copiedBy(d *profile.Detail, lang string, r *catalog.Resolved) []Copy {
	var all []Copy
	for i, c := range d.Copies {
		who := Link{Text: c.Unit, Lang: s.lang(lang)}
		if follower := r.Copies[i]; follower != nil {
			who = s.storyLink(follower)
			if c.Unit != "" {
				who.Text, who.Lang = c.Unit, s.lang(lang)
			}
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
