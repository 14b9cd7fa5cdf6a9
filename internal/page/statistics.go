package page

import (
	"cmp"
	"html/template"
	"slices"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/chart"
	"guongsang/internal/source"
)

// chartUnits is how many units the chart of units shows, the largest.
const chartUnits = 20

// Statistics makes the view of the page of figures.
func (s *Site) Statistics() Statistics {
	c := s.catalog
	v := Statistics{Frame: s.frame("WebPage", address.Statistics, s.say("menu.statistics"), "", s.say("statistics.lead", s.config.Name)), Lead: s.say("statistics.lead", s.config.Name)}
	v.Crumbs = s.crumbs(v.Heading)
	for _, t := range []struct {
		word string
		n    int
	}{{"total.profiles", len(c.Profiles)}, {"total.practices", len(c.Practices)}, {"total.articles", len(c.Articles)}, {"total.units", len(alive(c.Units))}, {"total.localities", len(alive(c.Localities))}} {
		v.Totals = append(v.Totals, Total{Number: s.whole(t.n), Text: s.count(t.word, t.n)})
	}
	var rows []chartRow
	for _, f := range c.Fields {
		name, lang := s.FieldName(f.Field)
		rows = append(rows, chartRow{name, lang, address.Field(f.Code), len(f.Profiles)})
	}
	v.Charts = append(v.Charts, s.chart("linh-vuc", "field", rows, ""))
	rows = nil
	for _, k := range c.Kinds {
		rows = append(rows, chartRow{s.say("kind." + k.Kind.Code()), "", address.Kind(k.Kind.Code()), len(k.Profiles)})
	}
	v.Charts = append(v.Charts, s.chart("doi-tuong", "kind", rows, ""))
	rows = nil
	for _, y := range c.Years {
		if len(y.Profiles) == 0 { // a year of articles only
			continue
		}
		rows = append(rows, chartRow{itoa(y.Year), "", address.Year(y.Year), len(y.Profiles)})
	}
	v.Charts = append(v.Charts, s.chart("nam", "year", rows, ""))
	rows, note := nil, ""
	units := alive(c.Units)
	slices.SortStableFunc(units, func(a, b *catalog.Term) int { return cmp.Compare(len(b.Profiles), len(a.Profiles)) })
	for i, u := range units {
		if i == chartUnits {
			note = s.count("chart.more", len(units)-chartUnits)
			break
		}
		rows = append(rows, chartRow{u.Name, s.termLang(u), address.Under(source.Unit.Folder(), u.Slug), len(u.Profiles)})
	}
	v.Charts = append(v.Charts, s.chart("don-vi", "unit", rows, note))
	v.Charts = slices.DeleteFunc(v.Charts, func(c Chart) bool { return len(c.Rows) == 0 })
	return v
}

type chartRow struct {
	label, lang string
	at          address.Address
	n           int
}

func (s *Site) chart(id, word string, rows []chartRow, note string) Chart {
	c := Chart{ID: id, Heading: s.say("chart." + word), Head: [2]string{s.say("chart.head." + word), s.say("chart.head.count")}, Note: note}
	var bars []chart.Bar
	longest := 1
	for _, r := range rows {
		longest = max(longest, r.n)
	}
	for _, r := range rows {
		row := s.countLink(r.label, r.at, r.n, false)
		row.Lang = r.lang
		c.Rows = append(c.Rows, ChartRow{row, r.n * 100 / longest})
		bars = append(bars, chart.Bar{Label: r.label, Value: r.n, Text: s.whole(r.n)})
	}
	c.SVG = template.HTML(chart.Bars(c.Heading, bars))
	return c
}

// alive are the terms that were not merged into another one.
func alive(terms []*catalog.Term) []*catalog.Term {
	var living []*catalog.Term
	for _, t := range terms {
		if t.Successor == nil {
			living = append(living, t)
		}
	}
	return living
}
