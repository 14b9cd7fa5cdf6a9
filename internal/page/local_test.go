package page

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// english is a site whose own words are English, as far as they matter here.
func english(in *Input, c *catalog.Input) {
	in.Config.Language, c.Language = "en", "en"
	for word, text := range map[string]string{
		"field.y-te": "Health care", "subkind.nha-giao": "Teacher", "commendation.giay-khen": "Certificate", "count.profile": "{0} profiles",
		"count.profile.one": "{0} profile", "change.more": "up by {0}", "change.times": "{0} times",
	} {
		in.Words[word] = text
	}
}

// In English, days, numbers and counts are written as English writes them, and what is Vietnamese says so.
func TestEnglishInterface(t *testing.T) {
	teacher := person("lan", "giao-duc", 2000)
	teacher.Kind = criteria.Person
	teacher.Keep(&profile.Mentions{}, &profile.Detail{
		Subkind:       criteria.Subkind{Code: "nha-giao", Name: "Nhà giáo"},
		Commendations: []profile.Commendation{{Form: "Giấy khen", Date: viet.Date{Year: 2023, Month: 5, Day: 9}}, {Form: "Bằng lạ"}},
		Results:       []profile.Result{{What: "Lượt", Before: 1000, After: 1200.5, HasBefore: true, HasAfter: true}},
	}, nil)
	nurse := person("mai", "y-te", 1)
	nurse.Lang = "en"
	nurse.Keep(&profile.Mentions{}, &profile.Detail{}, nil)
	a := newAlbum(t, []*profile.Story{teacher, nurse}, english)

	v := a.Story(teacher)
	for what, got := range map[string][2]string{
		"the page's language":             {v.Lang, "en"},
		"the heading":                     {v.HeadingLang, "vi"},
		"the last crumb":                  {v.Crumbs[len(v.Crumbs)-1].Lang, "vi"},
		"a field without an English name": {v.FieldLink.Text + " " + v.FieldLink.Lang, "Giáo dục - đào tạo vi"},
		"the sub-kind":                    {v.Subkind + v.SubkindLang, "Teacher"},
		"a usual form":                    {v.Commendations[0].Form + v.Commendations[0].FormLang, "Certificate"},
		"another form":                    {v.Commendations[1].Form + " " + v.Commendations[1].FormLang, "Bằng lạ vi"},
		"a day":                           {v.Commendations[0].Date.Text + " " + v.Commendations[0].Date.ISO, "9 May 2023 2023-05-09"},
		"a number":                        {v.Results[0].Before + " " + v.Results[0].After + " " + v.Results[0].Change, "1,000 1,200.5 up by 200.5"},
		"the unit":                        {v.Facts[2].Values[0].Lang, "vi"},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %q, want %q", what, got[0], got[1])
		}
	}
	if v := a.Story(nurse); v.HeadingLang != "" || v.FieldLink != (Link{Text: "Health care", Address: "~/linh-vuc/y-te/"}) || v.PlanLang != "vi" {
		t.Errorf("an English story in an English field: %q %v %q", v.HeadingLang, v.FieldLink, v.PlanLang)
	}
	for slug, want := range map[string]string{"lan": "vi vi", "mai": " vi"} {
		for _, card := range a.cards {
			if got := card.Lang + " " + card.PlaceLang; card.Text == slug && got != want {
				t.Errorf("the card of %s is in %q, want %q", slug, got, want)
			}
		}
	}
	tiles := a.FieldIndex().Fields
	if got := fmt.Sprint(tiles[5].Name, tiles[5].NameLang, tiles[5].OfficialLang, tiles[5].Count, tiles[4].NameLang); got != "Health carevi1 profilevi" {
		t.Errorf("the tiles say %q", got)
	}
	if units := a.UnitIndex(); units.Groups[0].Entries[0].Lang != "vi" {
		t.Error("a unit's name is Vietnamese")
	}
}

// What stories call a unit or place of which there is no file is in their language; where stories of several call it so, it is Vietnamese.
func TestNamesOfTerms(t *testing.T) {
	story := func(slug, lang, unit, place string, n int) *profile.Story {
		s := person(slug, "y-te", n)
		s.Lang, s.Unit, s.Locality = lang, profile.Ref{Text: unit}, profile.Ref{Text: place}
		s.Keep(&profile.Mentions{}, &profile.Detail{}, nil)
		return s
	}
	ann, lan := story("ann", "en", "Health Station", "The Hills", 9), story("lan", "vi", "Trạm Y tế", "Phường 1", 1)
	hill := of(source.Practice, story("hill", "en", "", "Phường 1", 8))
	hill.Unit = profile.Ref{}
	hmong := story("hmong", "hmn", "Hmong House", "Phường 1", 7)
	file := &profile.Entry{Class: source.Unit, File: "content/don-vi/tram.md", Slug: "tram", Name: "Trạm Y tế", Lang: "vi"}
	a := newAlbum(t, []*profile.Story{ann, lan, hill, hmong}, english, entries(file))
	langs := map[string]string{}
	for _, index := range []Index{a.UnitIndex(), a.LocalityIndex()} {
		for _, g := range index.Groups {
			for _, e := range g.Entries {
				langs[e.Text] = e.Lang
			}
		}
	}
	if got, want := fmt.Sprint(langs), "map[Health Station: Hmong House:hmn Phường 1:vi The Hills: Trạm Y tế:vi]"; got != want {
		t.Errorf("lists say %s, want %s", got, want)
	}
	for _, l := range a.Units() {
		if v := a.Place(l); v.HeadingLang != langs[l.Heading] {
			t.Errorf("the page of %s is in %q", l.Heading, v.HeadingLang)
		}
	}
	for _, card := range a.cards {
		if want := map[string]string{"ann": "", "lan": "vi", "hill": "vi", "hmong": "hmn"}[card.Text]; card.PlaceLang != want {
			t.Errorf("the card of %s says %q, want %q", card.Text, card.PlaceLang, want)
		}
	}
	if v := a.Story(ann); v.Places[0].Lang+v.Places[1].Lang != "" {
		t.Errorf("%+v", v.Places)
	}
	if v := a.Slides(a.Shows()[0]); v.Chapters[0].Slides[0].UnitLang != "" {
		t.Errorf("%+v", v.Chapters[0].Slides[0])
	}
}

// The document that a field's criteria come from is told in its own language, within a sentence of the page's.
func TestWhereCriteriaComeFrom(t *testing.T) {
	a := newAlbum(t, nil, english, func(in *Input, _ *catalog.Input) { in.Words["field.origin"] = "Section {0}, {1}." })
	f := a.catalog.Fields[0]
	v := a.Field(a.Fields()[0], 0)
	from := a.catalog.Book.Source
	if want := (Phrase{Before: "Section " + f.Section + ", ", Name: from.Document + " (" + from.Authority + ")", After: ".", Lang: "vi"}); v.Origin != want {
		t.Errorf("%+v", v.Origin)
	}
	if v := newAlbum(t, nil).Field(a.Fields()[0], 0); v.Origin.Lang != "" || v.Origin.Before != "field.origin" {
		t.Errorf("%+v", v.Origin)
	}
}

// On a Vietnamese site nothing says that it is Vietnamese.
func TestVietnameseInterface(t *testing.T) {
	lan := person("lan", "y-te", 0)
	lan.Lang = "vi"
	lan.Keep(&profile.Mentions{}, &profile.Detail{Commendations: []profile.Commendation{{Form: "Giấy khen"}}}, nil)
	a := newAlbum(t, []*profile.Story{lan}, func(in *Input, _ *catalog.Input) { in.Words["commendation.giay-khen"] = "Certificate" })
	v := a.Story(lan)
	if v.HeadingLang+v.FieldLink.Lang+v.PlanLang+v.Facts[2].Values[0].Lang+v.Crumbs[2].Lang != "" || v.Commendations[0].Form != "Giấy khen" {
		t.Errorf("%+v", v)
	}
	if len(v.Translations)+len(v.Alternates) > 0 {
		t.Error("it has no other language")
	}
}

// translated is a story in two languages, and another one.
func translated() []*profile.Story {
	stories := []*profile.Story{person("lan", "y-te", 5), person("lan-en", "y-te", 9), person("mai", "y-te", 3)}
	stories[1].Lang, stories[1].Translations = "en", []profile.Ref{{Text: "lan"}}
	stories[1].Unit = profile.Ref{Text: "Health Centre"}
	m := of(source.Practice, person("m", "y-te", 4))
	stories = append(stories, m)
	for _, s := range stories {
		s.Keep(&profile.Mentions{}, &profile.Detail{}, nil)
	}
	m.Keep(&profile.Mentions{Doers: []profile.Ref{{Text: "lan"}}}, &profile.Detail{}, nil)
	return stories
}

// The page of a translation leads to the original and back, and has the original's neighbours; no list has it.
func TestTranslations(t *testing.T) {
	stories := translated()
	a := newAlbum(t, stories)
	lan, lanEn := a.Story(stories[0]), a.Story(stories[1])
	for what, got := range map[string][2]string{
		"from the original":        {fmt.Sprint(lan.Translations), "[{English ~/guong/lan-en/ en}]"},
		"from the translation":     {fmt.Sprint(lanEn.Translations), "[{Tiếng Việt ~/guong/lan/ vi}]"},
		"alternates":               {fmt.Sprint(lan.Alternates), "[{vi https://guong.example/guong/lan/} {en https://guong.example/guong/lan-en/}]"},
		"alternates of the other":  {fmt.Sprint(lanEn.Alternates), fmt.Sprint(lan.Alternates)},
		"languages of the heading": {lan.HeadingLang + "," + lanEn.HeadingLang, ",en"},
		"neighbours":               {lanEn.Older.Text + "," + lanEn.Newer.Text, lan.Older.Text + "," + lan.Newer.Text},
		"what is told of him":      {fmt.Sprint(lanEn.Practices), "[{m ~/mo-hinh/m/ }]"},
		"the unit has no page":     {fmt.Sprint(lanEn.Facts[2].Values), "[{Health Centre  en}]"},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %s, want %s", what, got[0], got[1])
		}
	}
	if list := a.List(a.Classes()[0]); a.slugs(list.Cards) != "lan mai" || !strings.Contains(list.Total, "2") {
		t.Errorf("the list has %q and says %q", a.slugs(list.Cards), list.Total)
	}
	lan.Describe(nil)
	lanEn.Describe(nil)
	if !strings.Contains(string(lan.Data), `"inLanguage":"vi"`) || !strings.Contains(string(lanEn.Data), `"inLanguage":"en"`) {
		t.Errorf("machines are told %s and %s", lan.Data, lanEn.Data)
	}
}

// Without an address of its own a site has no full addresses to tell, but people still find the other language.
func TestTranslationsWithoutABase(t *testing.T) {
	stories := translated()
	a := newAlbum(t, stories, func(in *Input, _ *catalog.Input) { in.Config.Base = "" })
	if v := a.Story(stories[0]); len(v.Alternates) != 0 || len(v.Translations) != 1 {
		t.Errorf("%v %v", v.Alternates, v.Translations)
	}
}

func TestPlainPageInTwoLanguages(t *testing.T) {
	page := &profile.Entry{Class: source.Page, File: "content/trang/gioi-thieu.md", Slug: "gioi-thieu", Name: "Giới thiệu", Lang: "vi"}
	about := &profile.Entry{Class: source.Page, File: "content/trang/about.md", Slug: "about", Name: "About", Lang: "en", Translations: []profile.Ref{{Text: "gioi-thieu"}}}
	a := newAlbum(t, nil, func(_ *Input, c *catalog.Input) { c.Entries = []*profile.Entry{page, about} })
	v := a.Plain(about)
	if got := fmt.Sprintf("%s %v %d", v.HeadingLang, v.Translations, len(v.Alternates)); got != "en [{Tiếng Việt ~/gioi-thieu/ vi}] 2" {
		t.Error(got)
	}
	v.Describe(nil)
	if !strings.Contains(string(v.Data), `"inLanguage":"en"`) {
		t.Errorf("machines are told %s", v.Data)
	}
	if links := a.plainPages(); len(links) != 1 || links[0].Text != "Giới thiệu" {
		t.Errorf("the footer has %v", links)
	}
}

// Where a language writes without blanks, the beginning of a text must not be all of it.
func TestBeginningOfATextWithoutBlanks(t *testing.T) {
	chinese := strings.Repeat("老师每天早上六点开门。", 100)
	if got := []rune(beginning(chinese, 30)); len(got) > 500 || len(got) < 200 || got[len(got)-1] != '…' {
		t.Errorf("%d signs: %s", len(got), string(got))
	}
	if got := beginning("Một hai ba", 2); got != "Một hai…" {
		t.Errorf("%q", got)
	}
}
