package page

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/address"
	"guongsang/internal/profile"
	"guongsang/internal/viet"
)

// named is a person with a name, as profile.Decode would list it.
func named(name string, n int) *profile.Story {
	s := person(fmt.Sprintf("%s-%d", viet.Slug(name), n), "y-te", n%300)
	parts := viet.SplitName(name)
	s.Name, s.SortKey, s.Listed, s.Family = name, parts.Key(), parts.Given, parts.Family
	return s
}

func TestFewNamesStandWhole(t *testing.T) {
	var stories []*profile.Story
	for i, name := range []string{"Trần Thị Ước", "Nguyễn Văn An", "Lê Ân", "Phạm Ánh", "Võ Đúng", "Võ Dung", "Lê Ưu"} {
		stories = append(stories, named(name, i))
	}
	a := newAlbum(t, stories)
	pages := a.NamesPages()
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	v := a.Names(pages[0])
	var got []string
	for _, l := range v.Letters {
		got = append(got, l.Letter+"#"+l.ID)
		for _, n := range l.Names {
			got = append(got, n.Text)
		}
	}
	want := "A#a, Nguyễn Văn An, Phạm Ánh, Â#aa, Lê Ân, D#d, Võ Dung, Đ#dd, Võ Đúng, Ư#uw, Trần Thị Ước, Lê Ưu"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if v.Letters[0].Names[0].Note == "" {
		t.Error("no note tells people of one name apart")
	}
}

// Past 500 the names are parted by given name, and a given name past 500 by family name. Everybody stands on exactly one page, every
// page is reached from the one above it, and no page has an id twice.
func TestManyNames(t *testing.T) {
	families := []string{"Nguyễn", "Trần", "Lê", "Ân", "Lý"}
	var stories []*profile.Story
	for i := range 501 {
		stories = append(stories, named(families[i%4]+" Văn An", i))
	}
	for i := range 40 {
		stories = append(stories, named(families[i%5]+" Thị Ân", 1000+i))
	}
	for i := range 30 {
		stories = append(stories, named("Lê "+[]string{"Hà", "Hạ", "Đúng", "Dung", "K'Giắc"}[i%5], 2000+i))
	}
	a := newAlbum(t, stories)
	pages := a.NamesPages()
	shown := map[string]int{}
	at, linked := map[address.Address]bool{}, map[string]string{}
	titles := map[string]bool{}
	for _, p := range pages {
		if at[p.At] {
			t.Errorf("two pages at %s", p.At)
		}
		at[p.At] = true
		v := a.Names(p)
		if titles[v.Title] {
			t.Errorf("two pages are called %q", v.Title)
		}
		titles[v.Title] = true
		ids := map[string]bool{}
		for _, l := range v.Letters {
			if ids[l.ID] {
				t.Errorf("%s: the letter %s (id %s) stands there twice", p.At, l.Letter, l.ID)
			}
			ids[l.ID] = true
			for _, n := range l.Names {
				shown[n.Address]++
			}
			for _, g := range l.Given {
				linked[g.Address] = p.At.Href()
			}
		}
		if p.At != address.Names {
			if up := linked[p.At.Href()]; up == "" || v.Up.Address != up {
				t.Errorf("%s is linked from %q and leads up to %q", p.At, up, v.Up.Address)
			}
			if crumb := v.Crumbs[len(v.Crumbs)-2]; crumb.Address != v.Up.Address {
				t.Errorf("%s: the crumb above is %q, the way up %q", p.At, crumb.Address, v.Up.Address)
			}
		}
	}
	if len(linked) != len(pages)-1 {
		t.Errorf("%d links for %d pages", len(linked), len(pages))
	}
	for _, s := range stories {
		if n := shown["~/guong/"+s.Slug+"/"]; n != 1 {
			t.Fatalf("%s stands on %d pages", s.Slug, n)
		}
	}
	for _, want := range []address.Address{"ten/", "ten/an/", "ten/an/nguyen/", "ten/an/an/", "ten/an/ly/", "ten/ha/", "ten/dung/"} {
		if !at[want] {
			t.Errorf("no page %s among %v", want, at)
		}
	}
	if len(pages) != 10 {
		t.Errorf("%d pages", len(pages))
	}
}

// However names are written, the letters of an index come once each, in order.
func TestLettersComeOnce(t *testing.T) {
	var stories []*profile.Story
	for i, name := range []string{
		"“Bếp ấm”", "Bếp lửa", "(CLB) Xanh", "1 ngày", "Tổ 5", "Tổ 12", "Ê Đê", "Êm ả", "Em", "Ôn bài", "On", "Ơn nghĩa", "Ước", "Úc", "Đa tài", "Da", "Ăn chay", "Ân tình", "An", "Å", "Éc kìa", "东", "Ka", "Zô", "Yên", "…", "Wa", "ỷ",
	} {
		s := person(fmt.Sprintf("u%d", i), "y-te", i)
		s.Unit = profile.Ref{Text: name}
		if viet.Slug(name) == "" {
			continue // refused by the catalog
		}
		stories = append(stories, s)
	}
	for i := range 10 {
		s := person(fmt.Sprintf("w%d", i), "y-te", i)
		s.Unit = profile.Ref{Text: fmt.Sprintf("Xã %d", i)}
		stories = append(stories, s)
	}
	a := newAlbum(t, stories)
	v := a.UnitIndex()
	ids, headings := map[string]bool{}, map[string]bool{}
	for _, g := range v.Groups {
		if ids[g.ID] || headings[g.Heading] || g.ID == "" {
			t.Errorf("the letter %q (id %q) stands there twice", g.Heading, g.ID)
		}
		ids[g.ID], headings[g.Heading] = true, true
	}
	if len(v.Groups) < 15 {
		t.Errorf("%d letters", len(v.Groups))
	}
}
