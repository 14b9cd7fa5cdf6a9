package page

import (
	"slices"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/profile"
)

const (
	// slidesMost is how many profiles one show holds: more than a hall sees in a day, and few enough for a page that an old computer can show.
	slidesMost = 500
	// slideHonours is how many commendations stand on a slide.
	slideHonours = 2
)

// Show is a slide show: where it is, and who stands in it.
type Show struct {
	At   address.Address
	year int
	// fields are the profiles by their main fields, in the order of names; the last are those without a field.
	fields [][]*profile.Story
	// field is the one field of a show of a part, counted from 1; 0 is a show of the year.
	field int
	// parts are the shows of the fields, by their numbers less one, where the year has too many for one show. Most years have none.
	parts []Show
}

// Shows lists the slide shows of all years that have profiles, each with its parts behind it.
func (s *Site) Shows() []Show { return s.shows() }

func (s *Site) yearShows() []Show {
	years := map[int][][]*profile.Story{}
	none := len(s.catalog.Fields)
	for _, story := range s.catalog.Named {
		at := none
		if f := story.MainField(); f != nil {
			at = f.Number - 1
		}
		for _, year := range story.Years {
			if years[year] == nil {
				years[year] = make([][]*profile.Story, none+1)
			}
			years[year][at] = append(years[year][at], story)
		}
	}
	var shows []Show
	for _, y := range s.catalog.Years {
		if len(y.Profiles) == 0 {
			continue
		}
		show := Show{At: address.Slides(y.Year), year: y.Year, fields: years[y.Year]}
		if len(y.Profiles) > slidesMost {
			show.parts = s.parts(show)
		}
		shows = append(append(shows, show), slices.DeleteFunc(slices.Clone(show.parts), func(part Show) bool { return part.At == "" })...)
	}
	return shows
}

// parts are the shows of a year's fields; those without profiles are empty.
func (s *Site) parts(show Show) []Show {
	parts := make([]Show, len(show.fields))
	for i, stories := range show.fields {
		if len(stories) == 0 || i == len(s.catalog.Fields) {
			continue
		}
		fields := make([][]*profile.Story, len(show.fields))
		fields[i] = stories
		parts[i] = Show{At: show.At.Part(s.catalog.Fields[i].Code), year: show.year, fields: fields, field: i + 1}
	}
	return parts
}

// Slides makes the view of a slide show.
func (s *Site) Slides(show Show) Slides {
	year := itoa(show.year)
	heading := s.say("slides.heading", year)
	way := []Link{link(s.say("menu.years"), address.Years), link(s.say("year", year), address.Year(show.year))}
	here := s.say("slides")
	if show.field > 0 {
		name := s.byField[show.field-1].link.Text
		heading = s.say("slides.heading.field", year, name)
		way = append(way, link(here, address.Slides(show.year)))
		here = name
	}
	title := s.say("title", s.say("slides.title", heading), s.config.Name)
	v := Slides{
		Frame:     s.frame("CollectionPage", show.At, heading, title, s.say("slides.description", heading)),
		Publisher: s.publisher(), ID: "1", Back: link(s.say("year", year), address.Year(show.year)),
	}
	v.Crumbs = s.crumbs(here, way...)
	v.NoIndex = true // it repeats the list of the year, and is made for a hall and not for those who search
	total, id := 0, 1
	next := func() string { id++; return itoa(id) }
	for i, stories := range show.fields {
		if len(stories) > 0 {
			total += len(stories)
			v.Chapters = append(v.Chapters, s.chapter(show, i, next))
		}
	}
	v.Total = s.count("count.profile", total)
	v.End = SlideEnd{ID: next(), Heading: s.say("slides.thanks")}
	if s.config.Base != "" {
		_, host, _ := strings.Cut(s.config.Base, "://")
		v.End.Read = s.say("slides.read", strings.TrimSuffix(host, "/"))
	}
	return v
}

// chapter is the part of a show that a field has; number counts from 0. next gives the ids of its slides.
func (s *Site) chapter(show Show, number int, next func() string) SlideChapter {
	stories := show.fields[number]
	c := SlideChapter{ID: next(), Name: s.say("list.profile"), Count: s.count("count.profile", len(stories))}
	if number < len(s.catalog.Fields) {
		f := s.catalog.Fields[number]
		c.Number, c.Code, c.Name, c.Official = s.say("field.number", itoa(f.Number)), f.Code, s.byField[number].link.Text, f.Name
		c.NameLang = s.byField[number].link.Lang
		if len(show.parts) > 0 {
			c.Show = link(s.say("slides.field", c.Name), show.parts[number].At)
			return c
		}
	}
	c.Slides = make([]Slide, len(stories))
	for i, story := range stories {
		c.Slides[i] = s.slide(story, show.year, next())
	}
	return c
}

func (s *Site) slide(story *profile.Story, year int, id string) Slide {
	r := s.catalog.Of(story)
	return Slide{
		ID: id, Link: s.storyLink(story), Kind: s.kindName(story), Honorific: story.Honorific, Position: story.Position,
		Unit: termName(r.Unit, story.Unit), UnitLang: s.namedLang(story, r.Unit), Deed: s.Summary(story), Picture: s.pictureOf(r.Main, story.Picture, story.Lang),
		Commendations: s.honours(story, year), Held: s.held(story),
	}
}

// honours are the commendations that stand on a slide: those of the year, else whichever there are.
func (s *Site) honours(story *profile.Story, year int) []Commendation {
	all := story.Detail().Commendations
	var shown []Commendation
	for _, ofYear := range []bool{true, false} {
		for _, c := range all {
			if len(shown) < slideHonours && (!ofYear || c.Date.Year == year) {
				form, lang := s.CommendationName(c.Form, story.Lang)
				shown = append(shown, Commendation{Form: form, FormLang: lang, Authority: c.Authority})
			}
		}
		if len(shown) > 0 {
			break
		}
	}
	return shown
}
