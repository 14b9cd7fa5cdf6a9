package page

import (
	"slices"
	"strconv"

	"guongsang/internal/catalog"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// Columns are the lists of the columns. A column is a section of the site that goes on: stories of all classes stand in it together, by their days.
func (s *Site) Columns() []Listing {
	lists := s.terms(s.catalog.Columns, source.Column, "columns")
	for i := range lists {
		lists[i].ByMonth, lists[i].Stories, lists[i].others = true, byMonth(lists[i].FeedShelf), catalog.Shelf{}
	}
	return lists
}

// byMonth gives the stories of a column. Those of which only the year is known are ordered as of its first day, and stand behind the others of that day, so
// that no month is parted by them.
func byMonth(shelf catalog.Shelf) []*profile.Story {
	stories := slices.Collect(shelf.Stories())
	slices.SortStableFunc(stories, func(a, b *profile.Story) int {
		if c := b.Order.Compare(a.Order); c != 0 || a.Date.IsZero() == b.Date.IsZero() {
			return c
		}
		if a.Date.IsZero() {
			return 1
		}
		return -1
	})
	return stories
}

// Column makes the view of a column's first page.
func (s *Site) Column(l Listing) Column {
	return Column{List: s.List(l), Months: s.months(s.newestOf(l))}
}

// OlderColumn makes the view of one of a column's older pages, counted from 1, the oldest.
func (s *Site) OlderColumn(l Listing, n int) Column {
	return Column{List: s.OlderList(l, n), Months: s.months(s.olderOf(l, n))}
}

// months parts stories that stand in the order of a column by their months.
func (s *Site) months(stories []*profile.Story) []Month {
	var months []Month
	for _, story := range stories {
		id, heading := s.monthOf(story)
		if n := len(months); n == 0 || months[n-1].ID != id {
			months = append(months, Month{ID: id, Heading: heading})
		}
		last := &months[len(months)-1]
		last.Cards = append(last.Cards, s.cards[story.Number])
	}
	return months
}

// monthOf is the month under which a story stands, its year where the day is not known.
func (s *Site) monthOf(story *profile.Story) (id, heading string) {
	year := strconv.Itoa(story.Order.Year)
	switch {
	case !story.Date.IsZero():
		return "thang--" + year + "-" + strconv.Itoa(story.Date.Month), s.month(story.Date.Year, story.Date.Month)
	case !story.Order.IsZero():
		return "nam--" + year, s.say("year", year)
	}
	return "thang--khac", s.say("month.unknown")
}
