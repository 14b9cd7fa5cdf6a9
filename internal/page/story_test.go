package page

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/picture"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// The home page shows what editors marked, one of each field in turn, then fields that are not there yet; nobody stands there twice.
func TestHomeIsBalanced(t *testing.T) {
	marked := func(s *profile.Story) *profile.Story { s.Featured = true; return s }
	pictured := func(s *profile.Story) *profile.Story {
		s.Picture.Path = profile.Ref{Text: s.Slug + ".svg"}
		return s
	}
	many := func(field string, from, n int) (all []*profile.Story) {
		for i := range n {
			all = append(all, person(fmt.Sprintf("%s-%d", field[:2], i), field, from+i))
		}
		return all
	}
	join := func(lists ...[]*profile.Story) (all []*profile.Story) {
		for _, l := range lists {
			all = append(all, l...)
		}
		return all
	}
	for _, c := range []struct {
		name             string
		stories          []*profile.Story
		featured, newest string
	}{
		{"nobody", nil, "", ""},
		{"one field, nothing marked", many("y-te", 0, 3), "y--2", "y--1 y--0"},
		{
			"three fields, nothing marked: the newest of each", join(many("y-te", 0, 5), many("giao-duc", 10, 5), many("khoi-nghiep", 20, 3)),
			"kh-2 gi-4 y--4", "kh-1 kh-0 gi-3 gi-2 gi-1 gi-0 y--3 y--2",
		},
		{
			"marked ones in turn, however new another field is",
			join(
				[]*profile.Story{marked(person("a1", "y-te", 9)), marked(person("a2", "y-te", 8)), marked(person("a3", "y-te", 7)), marked(person("a4", "y-te", 6)), marked(person("a5", "y-te", 5))},
				[]*profile.Story{marked(person("b1", "giao-duc", 4)), marked(person("b2", "giao-duc", 3)), person("c1", "khoi-nghiep", 99)},
			),
			"a1 b1 a2 b2", "c1 a3 a4 a5",
		},
		{
			"too few are marked: other fields fill up", join(
				[]*profile.Story{marked(person("a1", "y-te", 1)), person("a2", "y-te", 50), person("b1", "giao-duc", 2), person("c1", "khoi-nghiep", 3)},
			), "a1 c1 b1", "a2",
		},
		{
			"those with a picture lead",
			[]*profile.Story{person("a1", "y-te", 9), pictured(person("b1", "giao-duc", 8)), pictured(person("c1", "khoi-nghiep", 7))},
			"b1 c1 a1", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			pictures := func(_ *Input, in *catalog.Input) {
				in.Pictures = map[string]picture.Info{}
				for _, s := range c.stories {
					in.Pictures["content/guong/"+s.Slug+".svg"] = picture.Info{Width: 4, Height: 3}
					in.Content = append(in.Content, "content/guong/"+s.Slug+".svg")
				}
			}
			a := newAlbum(t, c.stories, pictures)
			v := a.Home()
			if got := a.slugs(v.Featured); got != first(c.featured, homeFeatured) {
				t.Errorf("featured %q, want %q", got, c.featured)
			}
			if got := a.slugs(v.Newest); got != first(c.newest, homeNewest) {
				t.Errorf("newest %q, want %q", got, c.newest)
			}
			if len(v.Fields) != 12 {
				t.Errorf("%d fields", len(v.Fields))
			}
		})
	}
}

// first is the first n words of a text.
func first(text string, n int) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(n, len(words))], " ")
}

// Related stories are those that stand nearest in time, each in one place only, and never the story itself.
func TestRelated(t *testing.T) {
	all := people(20, "y-te")
	for i, s := range all {
		s.Unit = profile.Ref{Text: []string{"Unit A", "Unit B"}[i%2]}
		s.Locality = profile.Ref{Text: "Place"}
	}
	// One who is alone in a field, between p0006 and p0007 in time.
	alone := person("p0006b", "giao-duc", 6)
	alone.Unit, alone.Locality = all[0].Unit, all[0].Locality
	all = append(all, alone)
	a := newAlbum(t, all)
	for i, want := range map[int]string{
		10: "lien-quan--linh-vuc: p0012 p0011 p0009; lien-quan--don-vi: p0014 p0008 p0006",
		0:  "lien-quan--linh-vuc: p0003 p0002 p0001; lien-quan--don-vi: p0006 p0006b p0004",
		19: "lien-quan--linh-vuc: p0018 p0017 p0016; lien-quan--don-vi: p0015 p0013 p0011",
		20: "lien-quan--don-vi: p0008 p0006 p0004; lien-quan--dia-ban: p0007 p0005 p0003",
	} {
		v := a.Story(all[i])
		var parts []string
		for _, s := range v.Related {
			parts = append(parts, s.ID+": "+a.slugs(s.Cards))
		}
		if got := strings.Join(parts, "; "); got != want {
			t.Errorf("%s:\n got %s\nwant %s", all[i].Slug, got, want)
		}
	}
}

func TestNeighbours(t *testing.T) {
	stories := append(people(3, "y-te"), person("q1", "giao-duc", 1), of(source.Practice, person("m1", "y-te", 1)), of(source.Practice, person("m2", "giao-duc", 2)))
	a := newAlbum(t, stories)
	for _, c := range []struct {
		story        int
		newer, older string
	}{{0, "p0001", ""}, {1, "p0002", "p0000"}, {2, "", "p0001"}, {3, "", ""}, {4, "m2", ""}, {5, "", "m1"}} {
		v := a.Story(stories[c.story])
		if last(v.Newer.Address) != c.newer || last(v.Older.Address) != c.older {
			t.Errorf("%s: newer %q, older %q", v.Heading, v.Newer.Address, v.Older.Address)
		}
	}
}

func TestChange(t *testing.T) {
	a := newAlbum(t, nil)
	for _, c := range []struct {
		before, after float64
		hasBefore     bool
		want          string
	}{
		{120, 940, true, "change.times 7,8"},
		{1, 2, true, "change.times 2"},
		{10, 19, true, "change.more 9"},
		{0, 5, true, "change.more 5"},
		{-5, 5, true, "change.more 10"},
		{9, 1, true, "change.less 8"},
		{5, 5, true, ""},
		{0, 5, false, ""},
		// Differences of binary fractions.
		{0.2, 0.3, true, "change.more 0,1"},
		{1.1, 1.2, true, "change.more 0,1"},
		{98.7, 98.4, true, "change.less 0,3"},
		{0.001, 1e15, true, "change.times 1.000.000.000.000.000.000"},
	} {
		r := profile.Result{Before: c.before, After: c.after, HasBefore: c.hasBefore, HasAfter: true}
		if got := a.change(r); got != c.want {
			t.Errorf("%v -> %v: %q, want %q", c.before, c.after, got, c.want)
		}
	}
	if got := a.change(profile.Result{Before: 5, HasBefore: true}); got != "" {
		t.Errorf("without an after: %q", got)
	}
}

// Two bars are drawn where there are two numbers that can be compared, the longer one over the whole width.
func TestBars(t *testing.T) {
	a := newAlbum(t, nil)
	for _, c := range []struct {
		before, after       float64
		hasBefore, hasAfter bool
		want                [2]int
	}{
		{96, 24, true, true, [2]int{100, 25}},
		{9, 23, true, true, [2]int{39, 100}},
		{0, 5200, true, true, [2]int{0, 100}},
		{12, 0, true, true, [2]int{100, 0}},
		{0, 0, true, true, [2]int{}},
		{-3, 3, true, true, [2]int{}},
		{0, 7, false, true, [2]int{}},
		{7, 0, true, false, [2]int{}},
		{1, 1e15, true, true, [2]int{0, 100}},
	} {
		s := person("a", "", 1)
		d := &profile.Detail{Results: []profile.Result{{Before: c.before, After: c.after, HasBefore: c.hasBefore, HasAfter: c.hasAfter}}}
		s.Keep(&profile.Mentions{}, d, nil)
		var v Story
		a.results(&v, d)
		if got := [2]int{v.Results[0].BeforePart, v.Results[0].AfterPart}; got != c.want {
			t.Errorf("%v -> %v: %v, want %v", c.before, c.after, got, c.want)
		}
	}
}

// Below the name of a profile stand the years in which it was honoured, and its unit and locality; a practice was not honoured.
func TestAtAGlance(t *testing.T) {
	s := person("a", "y-te", 1)
	s.Years, s.Locality = []int{2025, 2023}, profile.Ref{Text: "Xã A"}
	m := of(source.Practice, person("m", "y-te", 2))
	m.Unit = profile.Ref{}
	a := newAlbum(t, []*profile.Story{s, m})
	if v := a.Story(s); v.Honoured != "honoured 2025, 2023" || len(v.Places) != 2 || v.Places[0].Text != "Unit" || v.Places[1].Text != "Xã A" {
		t.Errorf("%q %+v", v.Honoured, v.Places)
	}
	if v := a.Story(m); v.Honoured != "" || len(v.Places) != 0 {
		t.Errorf("a practice: %q %+v", v.Honoured, v.Places)
	}
}

// The data for search engines is valid JSON that cannot end its script, whatever a name holds.
func TestData(t *testing.T) {
	s := person("a", "y-te", 1)
	s.Name, s.Summary, s.Honorific = `</script><script>alert("x")`, "A & B", "Bà"
	s.Keep(&profile.Mentions{}, &profile.Detail{
		Commendations: []profile.Commendation{{Form: "Giấy khen", Number: "1/QĐ", Date: viet.Date{Year: 2023, Month: 5, Day: 19}}},
	}, nil)
	household := person("b", "", 2)
	household.Kind = criteria.Household
	a := newAlbum(t, []*profile.Story{s, household})
	v := a.Story(s)
	v.Describe(nil)
	if strings.Contains(string(v.Data), "</") {
		t.Errorf("the data can end its script: %s", v.Data)
	}
	var doc struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(v.Data), &doc); err != nil || len(doc.Graph) != 2 {
		t.Fatalf("%v: %s", err, v.Data)
	}
	about, _ := doc.Graph[0]["about"].(map[string]any)
	if about["@type"] != "Person" || about["name"] != s.Name || about["honorificPrefix"] != "Bà" || doc.Graph[0]["datePublished"] != "2020-01-02T00:00:00+07:00" {
		t.Errorf("%v", doc.Graph[0])
	}
	if doc.Graph[1]["@type"] != "BreadcrumbList" {
		t.Errorf("%v", doc.Graph[1])
	}
	other := a.Story(household)
	other.Describe(nil)
	if data := string(other.Data); !strings.Contains(data, `"@type":"Organization"`) || strings.Contains(data, `"@type":"Person"`) {
		t.Errorf("household: %s", data)
	}
}

// A story without a day shows its year, and machines are told no date at all.
func TestAStoryWithoutADay(t *testing.T) {
	s := person("a", "y-te", 400)
	s.Date = viet.Date{}
	a := newAlbum(t, []*profile.Story{s})
	v := a.Story(s)
	v.Describe(nil)
	if v.Data == "" || v.Date != (Day{Text: "year 2021"}) || v.Published != "" || strings.Contains(string(v.Data), "datePublished") {
		t.Errorf("%+v %q %s", v.Date, v.Published, v.Data)
	}
}

// A practice's texts have ids of their own, so that two headings of one name do not clash.
func TestHow(t *testing.T) {
	m := of(source.Practice, person("m", "y-te", 1))
	m.Keep(&profile.Mentions{}, &profile.Detail{Problem: "## Một\n", How: "## Một\n"}, nil)
	a := newAlbum(t, []*profile.Story{m})
	v := a.Story(m)
	seen := map[string]bool{}
	for _, section := range v.How {
		if seen[section.Text.Prefix] || seen[section.ID] || !strings.Contains(section.ID, "--") || !strings.Contains(section.Text.Prefix, "--") {
			t.Errorf("section %q, prefix %q", section.ID, section.Text.Prefix)
		}
		seen[section.Text.Prefix], seen[section.ID] = true, true
	}
	if len(v.How) != 2 || len(v.Texts()) != 3 {
		t.Errorf("%d sections, %d texts", len(v.How), len(v.Texts()))
	}
}

// What is shown before its time says so, on its page and on its card; what is published says nothing.
func TestWhatIsHeldSaysSo(t *testing.T) {
	early, draft, published := person("mai", "y-te", 1), person("nhap", "y-te", 2), person("nay", "y-te", 3)
	early.Order = viet.Date{Year: 2030, Month: 1, Day: 2}
	draft.Draft = true
	site := newAlbum(t, []*profile.Story{early, draft, published}, func(_ *Input, c *catalog.Input) { c.Drafts, c.Future = true, true })
	for _, c := range []struct {
		story *profile.Story
		want  string
	}{{early, "held.until 02/01/2030"}, {draft, "held.draft"}, {published, ""}} {
		if got := site.Story(c.story).Held; got != c.want {
			t.Errorf("the page of %s says %q, want %q", c.story.Slug, got, c.want)
		}
		if got := site.card(c.story).Held; got != c.want {
			t.Errorf("the card of %s says %q, want %q", c.story.Slug, got, c.want)
		}
	}
}
