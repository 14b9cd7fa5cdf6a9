package catalog

import (
	"slices"
	"sync"

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
			if v := m.versions[e]; v != nil && v.All[0].Href != AddressOf(e).Href() {
				c.PageTranslations = append(c.PageTranslations, e)
			} else {
				c.Pages = append(c.Pages, e)
			}
		}
	}
	for _, f := range c.Book.Fields {
		c.Fields = append(c.Fields, &Field{Field: f, Intro: intros[f.Code], Kinds: kinds()})
	}
	c.Kinds = kinds()
	var terms sync.WaitGroup
	terms.Go(func() { // what belongs to terms has nothing to do with the rest
		for s := range m.all() {
			m.shelveTerms(s, c.Of(s))
		}
	})
	years := yearBook{}
	fieldYears := make([]yearBook, len(c.Fields))
	for i := range fieldYears {
		fieldYears[i] = yearBook{}
	}
	var ranks [source.Article + 1]int32
	for s := range m.all() {
		rank := &c.Of(s).Rank
		rank.Class = ranks[s.Class]
		ranks[s.Class]++
		years.put(s)
		if s.IsProfile() && s.Kind != criteria.NoKind {
			c.Kinds[s.Kind-1].put(s)
		}
		for i, f := range s.Fields {
			field := c.Fields[f.Number-1]
			field.put(s)
			if !s.IsProfile() {
				continue
			}
			if i == 0 {
				rank.Field = int32(len(field.Profiles) - 1)
			}
			if s.Kind != criteria.NoKind {
				field.Kinds[s.Kind-1].put(s)
			}
			fieldYears[f.Number-1].put(s)
		}
	}
	c.Years = years.sorted()
	for i, f := range c.Fields {
		f.Years = fieldYears[i].sorted()
	}
	terms.Wait()
	m.placeTranslations()
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

// yearsOf are the years in which a story stands: its own, else the year of its day.
func yearsOf(s *profile.Story) []int {
	if len(s.Years) == 0 && !s.Date.IsZero() {
		return []int{s.Date.Year}
	}
	return s.Years
}

// put places a story in each of its years.
func (b yearBook) put(s *profile.Story) {
	for _, y := range yearsOf(s) {
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
