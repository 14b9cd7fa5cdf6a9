package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// For every length of a list: the first page has one to two pages' worth, the older ones are full, and every story stands exactly once, newest
// first.
func TestEveryStoryStandsOnce(t *testing.T) {
	for _, size := range []int{6, 24} {
		all := people(5*size, "")
		for n := range len(all) + 1 {
			a := newAlbum(t, all[:n], perPage(size))
			l := a.Classes()[0]
			first := a.List(l)
			if got := len(first.Cards); n >= size && (got < size || got >= 2*size) || n < size && got != n {
				t.Errorf("%d stories, %d a page: %d on the first page", n, size, got)
			}
			shown := first.Cards
			for k := a.OlderPages(l); k >= 1; k-- {
				v := a.OlderList(l, k)
				if len(v.Cards) != size {
					t.Errorf("%d stories, page %d: %d cards", n, k, len(v.Cards))
				}
				shown = append(shown, v.Cards...)
			}
			var want []string
			for _, s := range slices.Backward(all[:n]) {
				want = append(want, s.Slug)
			}
			if got := a.slugs(shown); got != strings.Join(want, " ") {
				t.Errorf("%d stories, %d a page: %s", n, size, got)
			}
		}
	}
}

// Older pages are numbered from the oldest, so a new story leaves all of them as they are.
func TestOlderPagesStay(t *testing.T) {
	all := people(130, "")
	before := map[int]string{}
	for n := 48; n <= len(all); n++ {
		a := newAlbum(t, all[:n])
		l := a.Classes()[0]
		for k := 1; k <= a.OlderPages(l); k++ {
			cards := a.slugs(a.OlderList(l, k).Cards)
			if had, known := before[k]; known && had != cards {
				t.Fatalf("with %d stories page %d changes", n, k)
			}
			before[k] = cards
		}
	}
	if !strings.HasSuffix(before[1], " p0000") || len(before) != 4 {
		t.Errorf("%d pages; page 1: %s", len(before), before[1])
	}
}

func TestPager(t *testing.T) {
	for _, c := range []struct {
		n, here int
		want    string
	}{
		{47, 0, ""},
		{48, 0, "[pager.newest] 1 > 1"},
		{48, 1, "pager.newest [1] < guong"},
		{96, 2, "pager.newest 3 [2] 1 < 3 > 1"},
		{24 * 12, 0, "[pager.newest] 11 10 … 1 > 11"},
		{24 * 12, 6, "pager.newest … 8 7 [6] 5 4 … 1 < 7 > 5"},
		{24 * 12, 11, "pager.newest [11] 10 9 … 1 < guong > 10"},
		{24 * 12, 1, "pager.newest … 3 2 [1] < 2"},
	} {
		a := newAlbum(t, people(c.n, ""))
		l := a.Classes()[0]
		v := a.List(l)
		if c.here > 0 {
			v = a.OlderList(l, c.here)
		}
		var parts []string
		for _, p := range v.Pager.Pages {
			text := p.Text
			if p.Current {
				text = "[" + text + "]"
			}
			if p.Gap {
				parts = append(parts, "…")
			}
			parts = append(parts, text)
			if want := "~/guong/trang/" + p.Text + "/"; p.Text != "pager.newest" && p.Address != want || p.Text == "pager.newest" && p.Address != "~/guong/" {
				t.Errorf("%d stories, page %d: %s leads to %s", c.n, c.here, p.Text, p.Address)
			}
		}
		if p := v.Pager.Newer; p.Address != "" {
			parts = append(parts, "<", last(p.Address))
		}
		if p := v.Pager.Older; p.Address != "" {
			parts = append(parts, ">", last(p.Address))
		}
		if got := strings.Join(parts, " "); got != c.want {
			t.Errorf("%d stories, page %d: %q, want %q", c.n, c.here, got, c.want)
		}
		if v.PrevPage != v.Pager.Newer.Address || v.NextPage != v.Pager.Older.Address {
			t.Errorf("%d stories, page %d: rel prev %s, next %s", c.n, c.here, v.PrevPage, v.NextPage)
		}
	}
}

// What counts stands on the first page only, and each page has a title of its own.
func TestOlderPagesAreBare(t *testing.T) {
	a := newAlbum(t, people(60, "y-te"))
	l := a.Fields()[indexOfField(a, "y-te")]
	first, older := a.List(l), a.OlderList(l, 1)
	if first.Total != "count.profile 60" || len(first.Facets) != 2 || first.Feed.Address == "" {
		t.Errorf("first page: %q, %d facets, feed %q", first.Total, len(first.Facets), first.Feed.Address)
	}
	if older.Total != "" || older.Facets != nil || older.Sections != nil || older.Lead != "" || !older.Body.Empty {
		t.Errorf("the older page has something of the first: %+v", older)
	}
	if older.Title == first.Title || older.Canonical != "https://guong.example/linh-vuc/y-te/trang/1/" || older.Heading != first.Heading {
		t.Errorf("title %q, canonical %q, heading %q", older.Title, older.Canonical, older.Heading)
	}
	if crumbs := lasts(older.Crumbs); crumbs != "~ linh-vuc y-te " {
		t.Errorf("crumbs %q", crumbs)
	}
}

func indexOfField(a *album, code string) int {
	f, _ := a.book.Field(code)
	return f.Number - 1
}

// Practices and articles stand in sections of their own and get pages of their own when there are many.
func TestSections(t *testing.T) {
	var stories []*profile.Story
	stories = append(stories, people(3, "y-te")...)
	for i := range 13 {
		stories = append(stories, of(source.Practice, person(fmt.Sprintf("m%02d", i), "y-te", i)))
	}
	for i := range 12 {
		stories = append(stories, of(source.Article, person(fmt.Sprintf("v%02d", i), "y-te", i)))
	}
	a := newAlbum(t, stories)
	l := a.Fields()[indexOfField(a, "y-te")]
	v := a.List(l)
	if v.Total != "count.profile 3" || len(v.Sections) != 2 {
		t.Fatalf("total %q, %d sections", v.Total, len(v.Sections))
	}
	practices, articles := v.Sections[0], v.Sections[1]
	if got := a.slugs(practices.Cards); got != "m12 m11 m10 m09 m08 m07 m06 m05 m04 m03 m02 m01" {
		t.Errorf("practices %s", got)
	}
	if practices.More != (Link{Text: "more.practice 13", Address: "~/linh-vuc/y-te/mo-hinh/"}) {
		t.Errorf("more %v", practices.More)
	}
	if articles.More.Address != "" || len(articles.Cards) != 12 {
		t.Errorf("articles: more %v, %d cards", articles.More, len(articles.Cards))
	}
	for _, part := range a.Parts(l) {
		if a.HasPages(part) != (part.Class == source.Practice) {
			t.Errorf("%s has pages: %v", part.At, a.HasPages(part))
		}
	}
	// The text of a list may have headings; their ids are slugs, so an id with "--" is nobody else's.
	for _, s := range v.Sections {
		if !strings.Contains(s.ID, "--") {
			t.Errorf("the section %q may clash with a heading of the list's text", s.ID)
		}
	}
}

func TestCounts(t *testing.T) {
	a := newAlbum(t, nil)
	for n, want := range map[int]string{0: "nobody", 1: "one 1", 2: "count.profile 2", 1200: "count.profile 1.200"} {
		if got := a.count("count.profile", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	// A language that has no form for one or none uses the only one it has.
	for n, want := range map[int]string{0: "0", 1: "1", 3: "3"} {
		a.words["x"] = "{0}"
		if got := a.count("x", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestAnEmptyListSaysSo(t *testing.T) {
	a := newAlbum(t, nil)
	if v := a.List(a.Classes()[0]); v.None != "none.profile" || v.Total != "nobody" || len(v.Cards) != 0 {
		t.Errorf("%q, %q, %d cards", v.None, v.Total, len(v.Cards))
	}
	if len(a.Classes()) != 1 {
		t.Errorf("%d lists of classes", len(a.Classes()))
	}
	if v := a.LocalityIndex(); v.None != "none.index" {
		t.Errorf("index of localities: %q", v.None)
	}
}

// The menu shows what the site has, and each page marks its own section and no other.
func TestMenu(t *testing.T) {
	a := newAlbum(t, append(people(2, "y-te"), of(source.Article, person("v", "", 1))))
	var menu []string
	for _, item := range a.menu() {
		menu = append(menu, item.Address)
	}
	if got := strings.Join(menu, " "); got != "~/linh-vuc/ ~/guong/ ~/bai-viet/ ~/ten/" {
		t.Errorf("menu %s", got)
	}
	for at, want := range map[address.Address]string{
		"": "", "linh-vuc/y-te/2023/": "~/linh-vuc/", "guong/a/": "~/guong/", "guong-khac/": "", "thong-ke/": "", "bai-viet/v/": "~/bai-viet/",
	} {
		if got := a.section(at); got != want {
			t.Errorf("%s is in the section %q, want %q", at, got, want)
		}
	}
}

// A unit that was merged has no list; its stories stand on its successor's under the name of their day.
func TestMergedPlaces(t *testing.T) {
	old, young := person("old", "y-te", 1), person("young", "y-te", 2)
	old.Unit, young.Unit = profile.Ref{Text: "Trạm cũ"}, profile.Ref{Text: "Trạm mới"}
	a := newAlbum(
		t, []*profile.Story{old, young}, entries(
			&profile.Entry{Class: source.Unit, File: "content/don-vi/cu.md", Slug: "cu", Name: "Trạm cũ", MergedInto: profile.Ref{Text: "Trạm mới"}, MergedOn: day0(2000)},
			&profile.Entry{Class: source.Unit, File: "content/don-vi/moi.md", Slug: "moi", Name: "Trạm mới", FormerNames: []profile.Ref{{Text: "Trạm Xá"}}, Phone: "0263 000 000"},
		),
	)
	lists := a.Units()
	if len(lists) != 1 || lists[0].At != "don-vi/moi/" {
		t.Fatalf("lists %v", lists)
	}
	v := a.Place(lists[0])
	if got := a.slugs(v.Cards); got != "young old" {
		t.Errorf("cards %s", got)
	}
	if len(v.Predecessors) != 1 || v.Predecessors[0].Text != "Trạm cũ" || v.Predecessors[0].Note == "" || len(v.FormerNames) != 1 || v.Contact.PhoneLink == "" {
		t.Errorf("%+v, %v, %+v", v.Predecessors, v.FormerNames, v.Contact)
	}
	if card := a.cards[v.Cards[1]]; card.Unit != "Trạm cũ" {
		t.Errorf("the card names the unit %q", card.Unit)
	}
	if fact := factOf(a.Story(old), "fact.unit"); fact != (Link{Text: "Trạm cũ", Address: "~/don-vi/moi/"}) {
		t.Errorf("the story's unit: %v", fact)
	}
	if index := a.UnitIndex(); len(index.Groups) != 1 || len(index.Groups[0].Entries) != 1 {
		t.Errorf("index %+v", index.Groups)
	}
	r := a.Redirect(a.catalog.Redirects[0])
	if r.Target != "../../don-vi/moi/" || !r.NoIndex || r.Canonical != "https://guong.example/don-vi/moi/" {
		t.Errorf("redirect %q, %v, %q", r.Target, r.NoIndex, r.Canonical)
	}
}

func factOf(v Story, name string) Link {
	for _, f := range v.Facts {
		if f.Name == name {
			return f.Values[0]
		}
	}
	return Link{}
}

// Without a base address nothing says a full address: not the canonical, not the data, no feed.
func TestWithoutABase(t *testing.T) {
	a := newAlbum(t, people(30, "y-te"), noBase)
	v := a.Story(a.catalog.Profiles[0])
	l := a.List(a.Fields()[indexOfField(a, "y-te")])
	home := a.Home()
	v.Describe(a.CardLink)
	l.Describe(a.CardLink)
	home.Describe(a.CardLink)
	for _, f := range []Frame{v.Frame, l.Frame, home.Frame, a.Redirect(catalog.Redirect{From: "a/", To: "b/"}).Frame} {
		if f.Canonical != "" || f.ShareImage != "" || f.Feed.Address != "" || f.SiteFeed.Address != "" || strings.Contains(string(f.Data), "http://") || strings.Contains(string(f.Data), "guong.example") {
			t.Errorf("%s: %q %q %q %s", f.Heading, f.Canonical, f.ShareImage, f.Feed.Address, f.Data)
		}
	}
}
