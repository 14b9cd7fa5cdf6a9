package catalog

import (
	"slices"

	"guongsang/internal/criteria"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// shelve puts every published story on the shelves that it belongs to. Stories come in the order of lists, so every
// shelf is in that order too.
func (m *maker) shelve() {
	c := m.c
	intros := map[string]*profile.Entry{}
	for _, e := range m.in.Entries {
		switch {
		case e.Class == source.FieldIntro:
			intros[e.Slug] = e
		case e.Class == source.Page:
			c.Pages = append(c.Pages, e)
		}
	}
	fields := map[*criteria.Field]*Field{}
	for _, f := range c.Book.Fields {
		field := &Field{Field: f, Intro: intros[f.Code], Kinds: kinds()}
		fields[f] = field
		c.Fields = append(c.Fields, field)
	}
	c.Kinds = kinds()
	years := yearBook{}
	fieldYears := map[*Field]yearBook{}
	var ranks [source.Article + 1]int32
	for s := range m.all() {
		r := c.Of(s)
		r.Rank.Class = ranks[s.Class]
		ranks[s.Class]++
		years.put(s)
		if s.IsProfile() && s.Kind != criteria.NoKind {
			c.Kinds[s.Kind-1].put(s)
		}
		for _, f := range s.Fields {
			field := fields[f]
			field.put(s)
			if f == s.MainField() && s.IsProfile() {
				r.Rank.Field = int32(len(field.Profiles) - 1)
			}
			if s.IsProfile() && s.Kind != criteria.NoKind {
				field.Kinds[s.Kind-1].put(s)
			}
			if fieldYears[field] == nil {
				fieldYears[field] = yearBook{}
			}
			if s.IsProfile() {
				fieldYears[field].put(s)
			}
		}
		m.shelveTerms(s, r)
	}
	c.Years = years.sorted()
	for _, f := range c.Fields {
		f.Years = fieldYears[f].sorted()
	}
}

// all gives every published story, each class in the order of lists.
func (m *maker) all() func(yield func(*profile.Story) bool) {
	return func(yield func(*profile.Story) bool) {
		for _, list := range [][]*profile.Story{m.c.Profiles, m.c.Practices, m.c.Articles} {
			for _, s := range list {
				if !yield(s) {
					return
				}
			}
		}
	}
}

func kinds() (all [len(criteria.Kinds)]Kind) {
	for i, k := range criteria.Kinds {
		all[i].Kind = k
	}
	return all
}

type yearBook map[int]*Year

// put places a story in each of its years; a story without years stands in the year of its day.
func (b yearBook) put(s *profile.Story) {
	years := s.Years
	if len(years) == 0 && !s.Date.IsZero() {
		years = []int{s.Date.Year}
	}
	for _, y := range years {
		if b[y] == nil {
			b[y] = &Year{Year: y}
		}
		b[y].Shelf.put(s)
	}
}

func (b yearBook) sorted() []*Year {
	years := make([]*Year, 0, len(b))
	for _, y := range b {
		years = append(years, y)
	}
	slices.SortFunc(years, func(a, b *Year) int { return b.Year - a.Year })
	return years
}
