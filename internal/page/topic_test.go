package page

import (
	"strings"
	"testing"

	"guongsang/internal/catalog"
	"guongsang/internal/config"
	"guongsang/internal/criteria"
	"guongsang/internal/digest"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// topicOf is an album with one topic, to which the stories whose slugs begin with "t" belong.
func topicOf(t *testing.T, e *profile.Entry, stories []*profile.Story, options ...option) (*album, Topic) {
	t.Helper()
	e.Class, e.Slug, e.Name = source.Topic, "chu-de", "Chủ đề"
	for _, s := range stories {
		if strings.HasPrefix(s.Slug, "t") {
			s.Topics = []profile.Ref{{Text: e.Name}}
		}
	}
	a := newAlbum(t, stories, append([]option{entries(e)}, options...)...)
	return a, a.Topic(a.Topics()[0])
}

func picked(heading string, slugs ...string) profile.Section {
	s := profile.Section{Heading: heading}
	for _, slug := range slugs {
		s.Picked = append(s.Picked, profile.Ref{Text: slug})
	}
	return s
}

// A topic without sections is the list of its stories.
func TestATopicWithoutSections(t *testing.T) {
	a, v := topicOf(t, &profile.Entry{}, []*profile.Story{person("t1", "y-te", 1), person("t2", "y-te", 2), person("khac", "y-te", 3)})
	if got := a.slugs(v.Cards); got != "t2 t1" || len(v.Parts) != 0 || v.Total != "count.profile 2" || v.CardsHeading != "list.profile" {
		t.Errorf("%s %v %q %q", got, v.Parts, v.Total, v.CardsHeading)
	}
}

// Sections come in the editor's order, with the way to the whole list; what stands in one of them does not stand below once more.
func TestTheSectionsOfATopic(t *testing.T) {
	stories := []*profile.Story{
		person("t1", "y-te", 1), person("t2", "giao-duc", 2), person("khac", "y-te", 400), person("t3", "giao-duc", 4),
		of(source.Article, person("t-bai", "", 5)), of(source.Article, person("t-bai-hai", "", 6)),
	}
	plan := newAlbum(t, nil).book
	health, _ := plan.Field("y-te")
	column := picked("Một", "t2", "bai-viet/t-bai")
	column.Lead = "Một câu."
	a, v := topicOf(t, &profile.Entry{Sections: []profile.Section{column, {Heading: "Hai", Fields: []*criteria.Field{health}, Years: []int{2021}}}}, stories)
	var parts []string
	for _, p := range v.Parts {
		parts = append(parts, p.ID+" "+p.Heading+": "+a.slugs(p.Cards)+" | "+p.Lead+" | "+p.More.Text+" "+p.More.Address)
	}
	want := "muc--1 Một: t2 t-bai | Một câu. |  \nmuc--2 Hai: khac |  | related.all ~/linh-vuc/y-te/2021/"
	if got := strings.Join(parts, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := a.slugs(v.Cards); got != "t3 t1" || v.CardsHeading != "topic.rest" {
		t.Errorf("below: %s under %q", got, v.CardsHeading)
	}
	if len(v.Sections) != 1 || a.slugs(v.Sections[0].Cards) != "t-bai-hai" {
		t.Errorf("articles below: %+v", v.Sections)
	}
	// Four profiles: three that name the topic, and one that a section brings.
	running, _ := a.topicTiles()
	if v.Total != "count.profile 4" || running[0].Count != v.Total {
		t.Errorf("total %q, on the tile %q", v.Total, running[0].Count)
	}
	v.Describe(a.CardLink)
	for _, name := range []string{"t2", "t-bai", "khac", "t3"} {
		if !strings.Contains(string(v.Data), `"`+name+`"`) {
			t.Errorf("machines are not told of %s", name)
		}
	}
}

// The feed of a topic has what stands on its page: the stories that name it and those of its sections, each once.
func TestTheFeedOfATopic(t *testing.T) {
	plan := newAlbum(t, nil).book
	health, _ := plan.Field("y-te")
	stories := []*profile.Story{person("t1", "y-te", 1), person("khac", "y-te", 2), person("la", "giao-duc", 3), of(source.Article, person("t-bai", "", 4)), of(source.Article, person("bai", "", 5))}
	for _, c := range []struct {
		name     string
		sections []profile.Section
		want     string
	}{
		{"without sections", nil, "t-bai t1"},
		{"with sections", []profile.Section{{Heading: "Một", Fields: []*criteria.Field{health}}, picked("Hai", "bai", "khac")}, "bai t-bai khac t1"},
	} {
		a, _ := topicOf(t, &profile.Entry{Sections: c.sections}, stories)
		var got []string
		for story := range a.Topics()[0].FeedShelf.Stories() {
			got = append(got, story.Slug)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// The list below keeps the way to its older pages, also where all of its first page stands in sections.
func TestATopicWhoseFirstPageStandsInSections(t *testing.T) {
	stories := people(13, "y-te")
	for _, s := range stories {
		s.Topics = []profile.Ref{{Text: "Chủ đề"}}
	}
	slugs := strings.Fields("p0012 p0011 p0010 p0009 p0008 p0007 p0006")
	_, v := topicOf(t, &profile.Entry{Sections: []profile.Section{picked("Một", slugs...)}}, stories, perPage(6))
	if len(v.Cards) != 7 || len(v.Pager.Pages) == 0 {
		t.Errorf("%d cards, pager %v", len(v.Cards), v.Pager)
	}
}

func TestACallForStories(t *testing.T) {
	on := func(in *Input, _ *catalog.Input) { in.Config.Introduce = config.Introduce{On: true} }
	call := profile.Ref{Text: "Hãy kể."}
	for _, c := range []struct {
		name    string
		entry   profile.Entry
		options []option
		want    Call
	}{
		{"no words", profile.Entry{Email: "a@b.example"}, []option{on}, Call{}},
		{"to the page on introducing somebody", profile.Entry{Call: call}, []option{on}, Call{"Hãy kể.", Link{Text: "introduce", Address: "~/gioi-thieu-guong/"}}},
		{"to the topic's mailbox", profile.Entry{Call: call, Email: "a@b.example"}, []option{on}, Call{"Hãy kể.", Link{Text: "topic.mail", Address: "mailto:a@b.example?subject=topic.mail.subject"}}},
		{"nowhere", profile.Entry{Call: call}, nil, Call{Text: "Hãy kể."}},
		{"on the last day", profile.Entry{Call: call, To: viet.Date{Year: 2030, Month: 1, Day: 1}}, nil, Call{Text: "Hãy kể."}},
		{"when it is over", profile.Entry{Call: call, To: viet.Date{Year: 2029, Month: 12, Day: 31}}, []option{on}, Call{}},
	} {
		_, v := topicOf(t, &c.entry, []*profile.Story{person("t1", "", 1)}, c.options...)
		if v.Call != c.want {
			t.Errorf("%s: %+v", c.name, v.Call)
		}
		if over := c.name == "when it is over"; (v.Closed != "") != over {
			t.Errorf("%s: closed %q", c.name, v.Closed)
		}
	}
}

// A topic says when it begins until that day has come.
func TestATopicThatHasNotBegun(t *testing.T) {
	today, next := viet.Date{Year: 2030, Month: 1, Day: 1}, viet.Date{Year: 2030, Month: 1, Day: 2}
	for _, c := range []struct {
		from, to viet.Date
		want     string
	}{
		{next, viet.Date{}, "period.coming 02/01/2030"},
		{next, next, "begins 02/01/2030, to 02/01/2030"},
		{today, viet.Date{}, "period.from 01/01/2030"},
		{today, next, "01/01/2030 to 02/01/2030"},
		{viet.Date{}, next, "period.to"},
	} {
		a, v := topicOf(t, &profile.Entry{Class: source.Topic, From: c.from, To: c.to}, nil)
		if tiles := a.TopicIndex().Topics; v.Period != c.want || len(tiles) != 1 || tiles[0].Period != c.want {
			t.Errorf("from %v to %v: %q, tiles %+v", c.from, c.to, v.Period, tiles)
		}
	}
}

// Topics that are over stand behind the others, and not on the home page while one runs.
func TestTopicsThatAreOver(t *testing.T) {
	topic := func(slug string, to viet.Date) *profile.Entry {
		return &profile.Entry{Class: source.Topic, Slug: slug, Name: slug, To: to}
	}
	past, today := viet.Date{Year: 2029, Month: 12, Day: 31}, viet.Date{Year: 2030, Month: 1, Day: 1}
	names := func(tiles []TopicTile) string {
		var all []string
		for _, tile := range tiles {
			all = append(all, tile.Text)
		}
		return strings.Join(all, " ")
	}
	for _, c := range []struct {
		topics                  []*profile.Entry
		running, past, homePage string
	}{
		{[]*profile.Entry{topic("a", past), topic("b", today), topic("c", viet.Date{})}, "b c", "a", "b c"},
		{[]*profile.Entry{topic("a", past)}, "", "a", "a"},
		{nil, "", "", ""},
	} {
		a := newAlbum(t, nil, entries(c.topics...))
		index := a.TopicIndex()
		if got := names(index.Topics); got != c.running {
			t.Errorf("running: %s", got)
		}
		if got := names(index.PastTopics); got != c.past || (index.None == "") != (len(c.topics) > 0) {
			t.Errorf("past: %s, none %q", got, index.None)
		}
		if got := names(a.Home().Topics); got != c.homePage {
			t.Errorf("on the home page: %s", got)
		}
	}
}

// A story that a section does not show leaves the page as it is, whatever the section counts among.
func TestATopicDependsOnWhatItShows(t *testing.T) {
	plan := newAlbum(t, nil).book
	health, _ := plan.Field("y-te")
	keyOf := func(stories ...*profile.Story) digest.Key {
		_, v := topicOf(t, &profile.Entry{Sections: []profile.Section{{Heading: "Một", Fields: []*criteria.Field{health}, Most: 2}}}, stories)
		key, err := new(digest.Hasher).Of(digest.Text(""), &v)
		if err != nil {
			t.Fatal(err)
		}
		return key
	}
	two := func() []*profile.Story { return []*profile.Story{person("a", "y-te", 500), person("b", "y-te", 501)} }
	if keyOf(two()...) != keyOf(append(two(), person("cu", "y-te", 400))...) {
		t.Error("an older story of the field changes the page")
	}
	if keyOf(two()...) == keyOf(append(two(), person("moi", "y-te", 600))...) {
		t.Error("a newer one does not")
	}
}
