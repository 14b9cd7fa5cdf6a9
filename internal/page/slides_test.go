package page

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/address"
	"guongsang/internal/criteria"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// told writes a show down: the fields, and in each the names, all with their numbers.
func told(v Slides) string {
	parts := []string{v.ID}
	for _, c := range v.Chapters {
		parts = append(parts, c.ID+":"+c.Code+c.Show.Address)
		for _, slide := range c.Slides {
			parts = append(parts, slide.ID+"="+slide.Text)
		}
	}
	return strings.Join(append(parts, v.End.ID), " ")
}

func showOf(t *testing.T, a *album, at address.Address) Slides {
	t.Helper()
	for _, show := range a.Shows() {
		if show.At == at {
			return a.Slides(show)
		}
	}
	t.Fatalf("there is no show %s", at)
	return Slides{}
}

// A show has everybody whom the year honours once: the fields in the plan's order, whatever field comes first in time, the names in theirs.
func TestAShowHasEverybodyOnce(t *testing.T) {
	of := func(slug, name, field string, years ...int) *profile.Story {
		s := person(slug, field, 1000)
		s.Name, s.SortKey, s.Years = name, name, years
		return s
	}
	both := of("d", "D", "y-te", 2022, 2023)
	both.Fields = append(both.Fields, &criteria.Field{Code: "kinh-te-ho-gia-dinh"})
	article := person("w", "y-te", 1)
	article.Class, article.Kind, article.Years = source.Article, criteria.NoKind, []int{2019}
	a := newAlbum(t, []*profile.Story{
		of("c", "C", "y-te", 2023), both, of("a", "A", "kinh-te-ho-gia-dinh", 2023), of("b", "B", "y-te", 2023), article,
	})
	v := showOf(t, a, "nam/2023/trinh-chieu/")
	if got, want := told(v), "1 2:kinh-te-ho-gia-dinh 3=A 4:y-te 5=B 6=C 7=D 8"; got != want {
		t.Errorf("2023: %s, not %s", got, want)
	}
	if got, want := told(showOf(t, a, "nam/2022/trinh-chieu/")), "1 2:y-te 3=D 4"; got != want {
		t.Errorf("2022: %s, not %s", got, want)
	}
	if v.Total != "count.profile 4" || v.Chapters[0].Count != "one 1" || !v.NoIndex || v.Back.Address != "~/nam/2023/" {
		t.Errorf("total %q, of a field %q, back to %q, noindex %v", v.Total, v.Chapters[0].Count, v.Back.Address, v.NoIndex)
	}
	if v.Canonical != "https://guong.example/nam/2023/trinh-chieu/" || lasts(v.Crumbs) != " nam 2023 " && lasts(v.Crumbs) != "~ nam 2023 " {
		t.Errorf("canonical %q, crumbs %q", v.Canonical, lasts(v.Crumbs))
	}
	if got := len(a.Shows()); got != 2 {
		t.Errorf("%d shows: a year of articles only has none", got)
	}
	for _, l := range a.Years() {
		want := string(l.At) + "trinh-chieu/"
		if l.At == "nam/2019/" {
			want = ""
		}
		if got := a.List(l).Slides.Address; got != want && got != "~/"+want {
			t.Errorf("%s leads to the show %q", l.At, got)
		}
	}
}

// A year that honours more than a show can hold has a show for each field, and one that leads to them.
func TestALargeYearIsParted(t *testing.T) {
	stories := people(slidesMost, "y-te")
	for _, s := range stories {
		s.Years = []int{2023}
	}
	if shows := newAlbum(t, stories).Shows(); len(shows) != 1 {
		t.Errorf("%d shows for %d profiles", len(shows), slidesMost)
	}
	more := person("z", "giao-duc", 1)
	more.Years = []int{2023}
	a := newAlbum(t, append(stories, more))
	if got := len(a.Shows()); got != 3 {
		t.Fatalf("%d shows for one more", got)
	}
	whole := showOf(t, a, "nam/2023/trinh-chieu/")
	if got, want := told(whole), "1 2:giao-duc~/nam/2023/trinh-chieu/giao-duc/ 3:y-te~/nam/2023/trinh-chieu/y-te/ 4"; got != want {
		t.Errorf("the year: %s, not %s", got, want)
	}
	if want := "count.profile " + fmt.Sprint(slidesMost+1); whole.Total != want {
		t.Errorf("the year has %q, not %q", whole.Total, want)
	}
	if got, want := told(showOf(t, a, "nam/2023/trinh-chieu/giao-duc/")), "1 2:giao-duc 3=z 4"; got != want {
		t.Errorf("a field: %s, not %s", got, want)
	}
	if part := showOf(t, a, "nam/2023/trinh-chieu/y-te/"); len(part.Chapters) != 1 || len(part.Chapters[0].Slides) != slidesMost {
		t.Error("the other field does not have everybody")
	}
}
