package page

import (
	"strings"

	"guongsang/internal/profile"
	"guongsang/internal/viet"
)

// cardWords is how many words of the text stand on a card of a story without a summary.
const cardWords = 30

func (s *Site) card(story *profile.Story) Card {
	r := s.catalog.Of(story)
	c := Card{
		Class: story.Class.Folder(), Link: s.storyLink(story), Honorific: story.Honorific, Kind: s.kindName(story),
		Unit: termName(r.Unit, story.Unit), Locality: termName(r.Locality, story.Locality), Date: s.storyDay(story),
		Summary: s.Summary(story), PlaceLang: s.namedLang(story, r.Unit),
		Picture: s.pictureOf(r.Main, story.Picture, story.Lang), Held: s.held(story),
	}
	if c.Unit == "" {
		c.PlaceLang = s.namedLang(story, r.Locality)
	}
	if f := story.MainField(); f != nil {
		field := &s.byField[f.Number-1].link
		c.Field, c.FieldLang, c.FieldCode = field.Text, field.Lang, f.Code
	}
	return c
}

// held says why a story that is shown before its time is not published yet; empty for all that are.
func (s *Site) held(story *profile.Story) string {
	switch {
	case story.Draft:
		return s.say("held.draft")
	case story.Order.Compare(s.catalog.Today) > 0:
		return s.say("held.until", s.date(story.Order))
	}
	return ""
}

// kindName is what a story is: the kind of a profile, the class of all others.
func (s *Site) kindName(story *profile.Story) string {
	if story.IsProfile() {
		return s.byKind[story.Kind].Text
	}
	return s.say(classWord(story.Class))
}

func (s *Site) storyLink(story *profile.Story) Link {
	return Link{Text: story.Name, Address: s.catalog.Of(story).Href, Lang: s.lang(story.Lang)}
}

func (s *Site) storyLinks(stories []*profile.Story) []Link {
	links := make([]Link, len(stories))
	for i, story := range stories {
		links[i] = s.storyLink(story)
	}
	return links
}

// Summary is what is said of a story where only a sentence has room: its summary, else the beginning of its text.
func (s *Site) Summary(story *profile.Story) string {
	if story.Summary != "" {
		return story.Summary
	}
	return beginning(story.Detail().Found.Excerpt, cardWords)
}

// beginning is the first words of a text. A language that writes without blanks has no such words, so there it is about as many signs.
func beginning(text string, words int) string {
	const signs = 8 // of a word with its blank; few texts have longer ones throughout
	text = viet.FirstWords(text, words)
	n := 0
	for i := range text {
		if n++; n > 2*signs*words {
			return strings.TrimSpace(text[:i]) + "…"
		}
	}
	return text
}

// StoryHow is how a practice is done; nothing for all other stories.
func (s *Site) StoryHow(story *profile.Story) []TextSection {
	return s.how(story.Detail(), story.Lang, s.catalog.Of(story))
}

// StoryText is the text of a story.
func (s *Site) StoryText(story *profile.Story) Text {
	return s.bodyText(story.Body, story.Lang, s.catalog.Of(story))
}
