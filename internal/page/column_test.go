package page

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// inColumn puts stories into one column.
func inColumn(stories ...*profile.Story) []*profile.Story {
	for _, s := range stories {
		s.Column = profile.Ref{Text: "Hay"}
	}
	return stories
}

func (a *album) months(months []Month) string {
	var all []string
	for _, m := range months {
		all = append(all, m.ID+": "+a.slugs(m.Cards))
	}
	return strings.Join(all, "; ")
}

// ofYear takes the day from a story.
func ofYear(s *profile.Story, year int) *profile.Story {
	s.Date, s.Order, s.Years = viet.Date{}, viet.Date{Year: year, Month: 1, Day: 1}, []int{year}
	return s
}

func TestMonthsOfAColumn(t *testing.T) {
	// Day 0 is 1 January 2020.
	undated := of(source.Article, person("khong", "", 0))
	undated.Date, undated.Order, undated.Years = viet.Date{}, viet.Date{}, nil
	a := newAlbum(t, inColumn(
		person("a", "", 3), of(source.Article, person("b", "", 40)), of(source.Practice, person("c", "", 45)), person("d", "", 59),
		ofYear(person("aa", "", 0), 2020), ofYear(person("zz", "", 0), 2020), person("m", "", 0), person("sau", "", 366), undated,
	))
	l := a.Columns()[0]
	v := a.Column(l)
	// "aa" comes before "m" by its slug, and must not part January.
	want := "thang--2021-1: sau; thang--2020-2: d c b; thang--2020-1: a m; nam--2020: aa zz; thang--khac: khong"
	if got := a.months(v.Months); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := a.slugs(v.Cards); got != "sau d c b a m aa zz khong" || v.Total != "count.story" || len(v.Sections) != 0 {
		t.Errorf("cards %s, total %q, sections %v", got, v.Total, v.Sections)
	}
	if v.Months[0].Heading != "Tháng 1 năm 2021" || v.Months[3].Heading != "year 2020" || v.Months[4].Heading != "month.unknown" {
		t.Errorf("%q %q %q", v.Months[0].Heading, v.Months[3].Heading, v.Months[4].Heading)
	}
	if parts := a.Parts(l); len(parts) != 0 {
		t.Errorf("parts of a column: %v", parts)
	}
}

// A column's older pages are full, have their months, and stay as they are when a story of any class comes.
func TestOlderPagesOfAColumn(t *testing.T) {
	before := map[int]string{}
	for n := 12; n < 40; n++ {
		var stories []*profile.Story
		for i := range n {
			s := person(fmt.Sprintf("p%02d", i), "", 9*i)
			if i%3 == 1 {
				s = of(source.Article, s)
			}
			stories = append(stories, s)
		}
		a := newAlbum(t, inColumn(stories...), perPage(6))
		l := a.Columns()[0]
		stand := len(a.Column(l).Cards)
		for k := 1; k <= a.OlderPages(l); k++ {
			v := a.OlderColumn(l, k)
			got := a.months(v.Months)
			if had, known := before[k]; known && got != had || len(v.Cards) != 6 {
				t.Fatalf("with %d stories page %d has %d stories: %s", n, k, len(v.Cards), got)
			}
			before[k] = got
			stand += len(v.Cards)
		}
		if stand != n {
			t.Errorf("%d of %d stories stand somewhere", stand, n)
		}
	}
	if !strings.HasPrefix(before[1], "thang--2020-2: p05 p04; thang--2020-1: p03") {
		t.Errorf("page 1: %s", before[1])
	}
}

// What a column has is not counted on the page of all columns, which then need not be written anew for every story.
func TestThePageOfAllColumnsCountsNothing(t *testing.T) {
	a := newAlbum(t, inColumn(person("a", "", 1)))
	if e := a.ColumnIndex().Groups[0].Entries[0]; e.Text != "Hay" || e.Count != "" {
		t.Errorf("%+v", e)
	}
	if e := a.UnitIndex().Groups[0].Entries[0]; e.Count != "1" {
		t.Errorf("%+v", e)
	}
}
