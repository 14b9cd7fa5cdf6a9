package page

import (
	"slices"
	"strconv"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/digest"
	"guongsang/internal/profile"
)

// Topic makes the view of a topic's first page.
func (s *Site) Topic(l Listing) Topic {
	v := Topic{List: s.List(l)}
	e := l.entry
	if e == nil {
		return v
	}
	v.Period = s.period(e)
	v.Picture = s.pictureOf(s.catalog.OfEntry(e).Main, e.Picture, e.Lang)
	v.ShareImage = firstOf(s.full(v.Picture.Address), v.ShareImage)
	if s.catalog.Over(e) {
		v.Closed = s.say("topic.closed", s.date(e.To))
	} else {
		v.Call = s.call(e)
	}
	for i, section := range s.catalog.OfEntry(e).Sections {
		v.Parts = append(v.Parts, TopicPart{
			Section: Section{
				ID: "muc--" + strconv.Itoa(i+1), Heading: section.Heading, Cards: s.cardKeys(section.Stories), More: s.wholeList(section),
			},
			Lead: section.Lead,
		})
	}
	if len(v.Parts) > 0 {
		v.None = ""
		if n := len(l.FeedShelf.Profiles); n > 0 {
			v.Total = s.count("count.profile", n)
		} else {
			v.Total = ""
		}
		v.CardsHeading = s.say("topic.rest")
		v.leaveOut()
	}
	return v
}

// leaveOut takes what stands in the topic's own parts out of the lists below them. A list that has older pages stays, for the way to them.
func (v *Topic) leaveOut() {
	shown := map[digest.Key]bool{}
	for _, part := range v.Parts {
		for _, card := range part.Cards {
			shown[card] = true
		}
	}
	stands := func(card digest.Key) bool { return shown[card] }
	if rest := slices.DeleteFunc(slices.Clone(v.Cards), stands); len(rest) > 0 || len(v.Pager.Pages) == 0 {
		v.Cards = rest
	}
	for i := range v.Sections {
		v.Sections[i].Cards = slices.DeleteFunc(v.Sections[i].Cards, stands)
	}
	v.Sections = slices.DeleteFunc(v.Sections, func(section Section) bool { return len(section.Cards) == 0 && section.More.Address == "" })
}

// wholeList leads to the list that a section is the newest of; nowhere where there is none. Its words do not count, so that a story that is not in the
// section does not change the page.
func (s *Site) wholeList(section catalog.TopicSection) Link {
	var to Link
	switch {
	case section.Term != nil:
		to = link(section.Term.Name, section.Term.Address())
	case section.Field != nil && section.Year != 0:
		to = link(s.say("field.part", s.byField[section.Field.Number-1].link.Text, s.say("year", itoa(section.Year))), address.Field(section.Field.Code).YearPart(section.Year))
	case section.Field != nil:
		to = s.byField[section.Field.Number-1].link
	case section.Year != 0:
		to = link(s.say("year", itoa(section.Year)), address.Year(section.Year))
	default:
		return Link{}
	}
	to.Text = s.say("related.all", to.Text)
	return to
}

// call asks for stories for a topic: by mail to the topic's own mailbox, else on the page on introducing somebody.
func (s *Site) call(e *profile.Entry) Call {
	c := Call{Text: e.Call.Text}
	switch {
	case c.Text == "":
	case e.Email != "":
		c.Link = Link{Text: s.say("topic.mail", e.Email), Address: mailTo(e.Email, s.say("topic.mail.subject", e.Name), "")}
	case s.config.Introduce.On:
		c.Link = link(s.say("introduce"), address.Introduce)
	}
	return c
}

// topicShelf is all that belongs to a topic: the stories that name it, and those that stand in its sections.
func (s *Site) topicShelf(t *catalog.Term) catalog.Shelf {
	var chosen []*profile.Story
	if t.Entry != nil {
		for _, section := range s.catalog.OfEntry(t.Entry).Sections {
			chosen = append(chosen, section.Stories...)
		}
	}
	if len(chosen) == 0 {
		return t.Shelf
	}
	return t.Shelf.With(chosen)
}

// topicTiles are the topics that run and those that are over.
func (s *Site) topicTiles() (running, past []TopicTile) {
	for _, t := range s.catalog.Topics {
		tile := TopicTile{Link: Link{Text: t.Name, Address: t.Address().Href(), Lang: s.termLang(t)}, Count: s.count("count.profile", len(s.topicShelf(t).Profiles))}
		if e := t.Entry; e != nil {
			tile.Summary, tile.Period = e.Summary, s.period(e)
			tile.Picture = s.pictureOf(s.catalog.OfEntry(e).Main, e.Picture, e.Lang)
		}
		if s.catalog.Over(t.Entry) {
			past = append(past, tile)
		} else {
			running = append(running, tile)
		}
	}
	return running, past
}

// homeTopics are the topics of the home page: those that run, or all where none does.
func (s *Site) homeTopics() []TopicTile {
	running, past := s.topicTiles()
	if len(running) == 0 {
		return past
	}
	return running
}

// Describe makes the JSON-LD of a topic: what stands in its parts, and the list below them.
func (v *Topic) Describe(card func(digest.Key) Link) {
	var items []Link
	for _, part := range v.Parts {
		for _, key := range part.Cards {
			items = append(items, card(key))
		}
	}
	for _, key := range v.Cards {
		items = append(items, card(key))
	}
	v.describe(items)
}
