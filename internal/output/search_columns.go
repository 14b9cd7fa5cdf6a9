package output

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"

	"guongsang/internal/address"
	"guongsang/internal/digest"
	"guongsang/internal/page"
	"guongsang/internal/publish"
	"guongsang/internal/search"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// columnLabels are the names of what search results can be narrowed by: pairs of a code, which stands in addresses, and a name.
type columnLabels struct {
	Index             digest.Key
	Kinds             []page.DocumentKind
	Fields            [][2]string
	Units, Localities map[string]string
}

// searchColumns is the file of what results can be narrowed by: of each document, in the order of slots, by numbers of package search in one text for each
// letter, and in t, by the same letters, the values that the numbers stand for: what stands in addresses, and a name.
func (s *Site) searchColumns(x *search.Index) file {
	return file{at: address.Search.Beside("cot.js"), make: func() (publish.Made, error) {
		labels := &columnLabels{
			Index: x.Key(), Kinds: s.Pages.DocumentKinds(), Fields: s.Pages.FieldNames(),
			Units: s.Pages.TermNames(source.Unit), Localities: s.Pages.TermNames(source.Locality),
		}
		return made(s, s.Program, labels, func(w io.Writer, labels *columnLabels) error { return writeColumns(w, x, labels) })
	}}
}

func writeColumns(w io.Writer, x *search.Index, labels *columnLabels) error {
	rows := make([]page.Facets, 0, x.Len())
	slots := make([]uint32, 0, x.Len())
	for slot, row := range x.Rows() {
		facets, ok := page.UnpackFacets(row)
		if !ok {
			return fmt.Errorf("what can be searched for: %w", search.ErrDamaged)
		}
		rows, slots = append(rows, facets), append(slots, slot)
	}
	years, units, localities, honours := map[int]bool{}, map[string]string{}, map[string]string{}, map[string]string{}
	for _, row := range rows {
		for _, y := range row.Years {
			years[y] = true
		}
		if row.Unit != "" {
			units[row.Unit] = labels.Units[row.Unit]
		}
		if row.Locality != "" {
			localities[row.Locality] = labels.Localities[row.Locality]
		}
		for _, form := range row.Commendations {
			slug := viet.Slug(form)
			if known, ok := honours[slug]; !ok || form < known { // one of several ways of writing it
				honours[slug] = form
			}
		}
	}
	year := slices.SortedFunc(maps.Keys(years), func(a, b int) int { return cmp.Compare(b, a) })
	ofYears := make([][2]int, len(year))
	for i, y := range year {
		ofYears[i] = [2]int{y, y}
	}
	kinds := make([][2]string, len(labels.Kinds))
	for i, k := range labels.Kinds {
		kinds[i] = [2]string{k.Code, k.Name}
	}
	unit, locality, honour := pairs(units), pairs(localities), pairs(honours)
	var b struct{ slots, kinds, fields, years, units, localities, honours, visits []byte }
	last := ^uint32(0)
	for i, row := range rows {
		b.slots = search.Number(b.slots, int(slots[i]-last-1))
		last = slots[i]
		b.kinds = search.Number(b.kinds, 2*row.Kind+map[bool]int{true: 1}[row.Translated])
		b.fields = numbers(b.fields, row.Fields, func(f int) int { return f - 1 })
		b.years = numbers(b.years, row.Years, func(y int) int { return slices.Index(year, y) })
		b.units = search.Number(b.units, placeOf(unit, row.Unit)+1)
		b.localities = search.Number(b.localities, placeOf(locality, row.Locality)+1)
		b.honours = numbers(b.honours, row.Commendations, func(form string) int { return placeOf(honour, viet.Slug(form)) })
		b.visits = search.Number(b.visits, map[bool]int{true: 1}[row.Visit])
	}
	return call(w, "cot", labels.Index, map[string]any{
		"s": string(b.slots), "l": string(b.kinds), "f": string(b.fields), "y": string(b.years), "u": string(b.units),
		"p": string(b.localities), "h": string(b.honours), "v": string(b.visits),
		"t": map[string]any{"l": kinds, "f": labels.Fields, "y": ofYears, "u": unit, "p": locality, "h": honour, "v": []any{[]int{1}}},
	})
}

// pairs gives slugs with their names, in the order of the slugs.
func pairs(names map[string]string) [][2]string {
	list := make([][2]string, 0, len(names))
	for _, slug := range slices.Sorted(maps.Keys(names)) {
		list = append(list, [2]string{slug, names[slug]})
	}
	return list
}

// placeOf finds a slug; -1 where it is not.
func placeOf(list [][2]string, slug string) int {
	at, ok := slices.BinarySearchFunc(list, slug, func(p [2]string, slug string) int { return cmp.Compare(p[0], slug) })
	if !ok {
		return -1
	}
	return at
}

// numbers writes how many there are and each.
func numbers[T any](b []byte, list []T, number func(T) int) []byte {
	b = search.Number(b, len(list))
	for _, v := range list {
		b = search.Number(b, number(v))
	}
	return b
}
