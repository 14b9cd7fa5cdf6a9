package page

import (
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/language"
)

func (s *Site) countLink(text string, a address.Address, n int, current bool) CountLink {
	return CountLink{Text: text, Address: a.Href(), Count: s.whole(n), Current: current}
}

// Fields are the lists of the fields, in the plan's order.
func (s *Site) Fields() []Listing {
	var lists []Listing
	for _, f := range s.catalog.Fields {
		a := address.Field(f.Code)
		name, lang := s.FieldName(f.Field)
		l := Listing{
			At: a, Heading: name, HeadingLang: lang, Kicker: s.say("field.number", itoa(f.Number)),
			Description: s.say("field.description", f.Name), Way: []Link{link(s.say("menu.fields"), address.Fields)},
			Stories: f.Profiles, Field: f.Code, Feed: true, FullText: true, FeedShelf: f.Shelf, others: f.Shelf, entry: f.Intro,
			Facets: s.fieldFacets(f, a, criteria.NoKind, 0),
		}
		if f.Intro != nil && f.Intro.Summary != "" {
			l.Description = f.Intro.Summary
		}
		lists = append(lists, l)
	}
	return lists
}

// fieldFacets lead to the parts of a field, from the field's own page or from the part of a kind or year.
func (s *Site) fieldFacets(f *catalog.Field, a address.Address, kind criteria.Kind, year int) []Facet {
	var facets []Facet
	beside := kind != criteria.NoKind || year != 0
	for _, facet := range []Facet{s.kindFacet(f.Kinds, a, kind, beside), s.yearFacet(f.Years, a, year, beside)} {
		if len(facet.Links) > 0 {
			facets = append(facets, facet)
		}
	}
	return facets
}

// FieldParts are the narrower lists of a field: its kinds and its years.
func (s *Site) FieldParts(number int) []Listing {
	f := s.catalog.Fields[number]
	a := address.Field(f.Code)
	way := s.byField[number].way
	short := s.byField[number].link
	var lists []Listing
	for _, k := range f.Kinds {
		if len(k.Profiles) == 0 {
			continue
		}
		name := s.say("kind." + k.Kind.Code())
		lists = append(lists, Listing{
			At: a.Part(k.Kind.Code()), Heading: s.say("field.part", short.Text, name), HeadingLang: short.Lang, Kicker: s.say("field.number", itoa(f.Number)),
			Description: s.say("field.part.description", f.Name, name), Way: way, Stories: k.Profiles, Field: f.Code,
			Facets: s.fieldFacets(f, a, k.Kind, 0),
		})
	}
	for _, y := range f.Years {
		name := s.say("year", itoa(y.Year))
		lists = append(lists, Listing{
			At: a.YearPart(y.Year), Heading: s.say("field.part", short.Text, name), HeadingLang: short.Lang, Kicker: s.say("field.number", itoa(f.Number)),
			Description: s.say("field.part.description", f.Name, name), Way: way, Stories: y.Profiles, Field: f.Code,
			Facets: s.fieldFacets(f, a, criteria.NoKind, y.Year),
		})
	}
	return lists
}

// Field makes the view of a field's first page; number counts from 0.
func (s *Site) Field(l Listing, number int) Field {
	f := s.catalog.Fields[number]
	v := Field{List: s.List(l), Number: f.Number, Code: f.Code, Official: f.Name, Movements: f.Movements, PlanLang: s.lang(language.Vietnamese)}
	for _, g := range f.Groups {
		group := CriteriaGroup{Who: s.applies(f.Field, g)}
		for _, c := range g.Criteria {
			group.Criteria = append(group.Criteria, Criterion{Code: c.Code, Text: c.Text, Condition: c.Condition, Mandatory: c.Mandatory})
		}
		v.Groups = append(v.Groups, group)
	}
	source := s.catalog.Book.Source
	v.Origin = s.phrase("field.origin", source.Document+" ("+source.Authority+")", v.PlanLang, f.Section)
	return v
}

// applies says whom a group of criteria is for: kinds, and their sub-kinds where the plan names them.
func (s *Site) applies(f *criteria.Field, g criteria.Group) string {
	var names []string
	for _, scope := range g.Applies {
		if sub, ok := f.Subkind(scope.Kind, scope.Subkind); ok && scope.Subkind != "" {
			name, _ := s.subkindName(sub)
			names = append(names, name)
		} else {
			names = append(names, s.say("kind."+scope.Kind.Code()))
		}
	}
	return strings.Join(names, ", ")
}

// FieldIndex makes the view of the page of all fields.
func (s *Site) FieldIndex() Index {
	v := s.index(address.Fields, "menu.fields", "index.fields.lead")
	v.Fields = s.fieldTiles()
	return s.finishIndex(v)
}

func (s *Site) fieldTiles() []FieldTile {
	var tiles []FieldTile
	for _, f := range s.catalog.Fields {
		name, lang := s.FieldName(f.Field)
		tiles = append(tiles, FieldTile{
			Number: f.Number, Code: f.Code, Name: name, NameLang: lang, Official: f.Name, OfficialLang: s.lang(language.Vietnamese), Address: address.Field(f.Code).Href(),
			Count: s.count("count.profile", len(f.Profiles)), Empty: len(f.Profiles) == 0,
		})
	}
	return tiles
}
