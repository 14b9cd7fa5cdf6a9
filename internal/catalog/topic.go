package catalog

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// TopicSection is a section of a topic's page with what stands in it, which is never nothing.
type TopicSection struct {
	Heading, Lead string
	Stories       []*profile.Story
	// Field, Year and Term say which list of the site has all that the section was made from: a field's, a year's, a year's within a field, a term's. They are
	// empty where no list has it.
	Field *criteria.Field
	Year  int
	Term  *Term
}

// sectionStories is how many stories a section has where the editor does not say.
const sectionStories = 12

// Over says whether a topic's last day lies behind.
func (c *Catalog) Over(e *profile.Entry) bool {
	return e != nil && !e.To.IsZero() && e.To.Compare(c.Today) < 0
}

// sections finds what stands in the sections of a topic. Each section has all that it asks for, whatever stands in the others.
func (m *maker) sections(e *profile.Entry) []TopicSection {
	var sections []TopicSection
	for _, s := range e.Sections {
		found, right := m.section(s)
		switch {
		case len(found.Stories) > 0:
			sections = append(sections, found)
		case right: // what is wrong with it is told
			m.say(diag.At(s.Place, diag.EmptySection, s.Heading))
		}
	}
	return sections
}

// pick finds a story that an editor names, among profiles, practices and articles in this order unless its folder is told. What is not published today is
// nil, and told; known is false where there is none.
func (m *maker) pick(ref profile.Ref) (story *profile.Story, known bool) {
	folder, slug, within := strings.Cut(ref.Text, "/")
	if !within {
		folder, slug = "", ref.Text
	}
	var words []string
	for _, class := range []source.Kind{source.Profile, source.Practice, source.Article} {
		if folder != "" && folder != class.Folder() {
			continue
		}
		switch story := m.bySlug[class][slug]; {
		case story == nil:
			for word := range m.bySlug[class] {
				if folder != "" {
					word = folder + "/" + word
				}
				words = append(words, word)
			}
		case m.c.Of(story).Shown:
			return m.c.Original(story), true // in whichever language it was picked
		default:
			m.say(diag.At(ref.Place, diag.NotPublished, story.Name, story.File))
			return nil, true
		}
	}
	meant := ""
	for _, class := range []source.Kind{source.Article, source.Practice, source.Profile} {
		if m.bySlug[class][slug] != nil { // it lies in another folder
			meant = class.Folder() + "/" + slug
		}
	}
	if meant == "" {
		meant = m.nearestSorted(ref.Text, words)
	}
	m.say(diag.At(ref.Place, diag.UnknownStory, ref.Text).Meant(meant))
	return nil, false
}

// section finds what stands in one section: all stories that were picked, then the newest that it asks for, as far as there is room. right is false where it names what there is not,
// or where what it asks for was refused.
func (m *maker) section(s profile.Section) (found TopicSection, right bool) {
	found, right = TopicSection{Heading: s.Heading, Lead: s.Lead}, len(s.Picked) > 0 || s.Filters()
	for _, ref := range s.Picked {
		story, known := m.pick(ref)
		right = right && known
		if story != nil && !slices.Contains(found.Stories, story) {
			found.Stories = append(found.Stories, story)
		}
	}
	most := cmp.Or(s.Most, sectionStories)
	asked, some, known := m.asked(s)
	if some {
		found.Field, found.Year, found.Term = asked.whole()
		picked := found.Stories
		for story := range asked.from().Stories() {
			if len(found.Stories) >= most {
				break
			}
			if asked.has(story) && !slices.Contains(picked, story) {
				found.Stories = append(found.Stories, story)
			}
		}
	}
	return found, right && known
}

// asked is what a section asks for besides the stories that were picked, found.
type asked struct {
	m                          *maker
	fields                     []*Field
	years                      []int
	units, localities, columns []*Term
}

// asked finds the terms that a section names. some is false where nothing can be what it asks for; known where it names a term that there is not,
// which is told.
func (m *maker) asked(s profile.Section) (a asked, some, known bool) {
	a, some, known = asked{m: m, years: s.Years}, s.Filters(), true
	for _, f := range s.Fields {
		a.fields = append(a.fields, m.c.Fields[f.Number-1])
	}
	for _, named := range []struct {
		class source.Kind
		key   string
		refs  []profile.Ref
		into  *[]*Term
	}{
		{source.Unit, "đơn vị", s.Units, &a.units},
		{source.Locality, "địa bàn", s.Localities, &a.localities},
		{source.Column, "chuyên mục", s.Columns, &a.columns},
	} {
		book := m.terms[named.class]
		for _, ref := range named.refs {
			t := book.find(ref.Text)
			if t == nil {
				if !m.namedByHidden(named.class, ref.Text) {
					m.say(diag.At(ref.Place, diag.UnknownTerm, ref.Text, named.key).Meant(book.nearest(ref.Text)))
					known = false
				}
				continue
			}
			*named.into = append(*named.into, today(t))
		}
		some = some && (len(named.refs) == 0 || len(*named.into) > 0)
	}
	return a, some, known
}

// namedByHidden says whether a story names a term that is not published today: there is nothing of it yet, but it is no slip.
func (m *maker) namedByHidden(class source.Kind, text string) bool {
	key, found := viet.SameKey(text), false
	for _, s := range m.stories {
		if !m.c.Of(s).Shown {
			namesIn(s, func(of source.Kind, ref profile.Ref) { found = found || of == class && viet.SameKey(ref.Text) == key })
		}
	}
	return found
}

// today is the term that a term has become, nil for nil.
func today(t *Term) *Term {
	if t != nil && t.Successor != nil {
		return t.Successor
	}
	return t
}

// has says whether a story is asked for.
func (a asked) has(s *profile.Story) bool {
	r := a.m.c.Of(s)
	isOne := func(terms []*Term, t *Term) bool {
		return len(terms) == 0 || t != nil && slices.Contains(terms, today(t))
	}
	return isOne(a.units, r.Unit) && isOne(a.localities, r.Locality) &&
		isOne(a.columns, a.m.c.Term(source.Column, s.Column)) &&
		(len(a.fields) == 0 || slices.ContainsFunc(a.fields, func(f *Field) bool { return slices.Contains(s.Fields, f.Field) })) &&
		(len(a.years) == 0 || slices.ContainsFunc(yearsOf(s), func(y int) bool { return slices.Contains(a.years, y) }))
}

// from is a shelf on which all that is asked for stands: a small one where there is one.
func (a asked) from() Shelf {
	for _, terms := range [][]*Term{a.units, a.localities, a.columns} {
		if len(terms) == 1 {
			return terms[0].Shelf
		}
	}
	if len(a.fields) == 1 {
		return a.fields[0].Shelf
	}
	return a.m.c.Shelf
}

// whole names the list of the site that has all that is asked for, where there is one.
func (a asked) whole() (*criteria.Field, int, *Term) {
	terms := slices.Concat(a.units, a.localities, a.columns)
	switch {
	case len(terms) == 1 && len(a.fields)+len(a.years) == 0:
		return nil, 0, terms[0]
	case len(terms) > 0 || len(a.fields) > 1 || len(a.years) > 1:
		return nil, 0, nil
	case len(a.years) == 0:
		return a.fields[0].Field, 0, nil
	}
	years := a.m.c.Years
	var field *criteria.Field
	if len(a.fields) == 1 {
		years, field = a.fields[0].Years, a.fields[0].Field
	}
	if !slices.ContainsFunc(years, func(y *Year) bool { return y.Year == a.years[0] }) {
		return nil, 0, nil
	}
	return field, a.years[0], nil
}

// adviseOnCall tells of a call that leads nowhere.
func (m *maker) adviseOnCall(e *profile.Entry) {
	if e.Call.Present() && e.Email == "" && !m.in.Introduces && !m.c.Over(e) {
		m.say(diag.At(e.Call.Place, diag.CallToNowhere))
	}
}

// With is the shelf with further stories, each once.
func (s Shelf) With(stories []*profile.Story) Shelf {
	all := slices.Concat(s.Profiles, s.Practices, s.Articles, stories)
	slices.SortFunc(all, Compare)
	var with Shelf
	for _, story := range slices.Compact(all) {
		with.put(story)
	}
	return with
}

// Stories gives the stories of a shelf, of all classes, in the order of lists.
func (s Shelf) Stories() iter.Seq[*profile.Story] {
	return func(yield func(*profile.Story) bool) {
		left := [...][]*profile.Story{s.Profiles, s.Practices, s.Articles}
		for {
			next := -1
			for i, list := range left {
				if len(list) > 0 && (next < 0 || Compare(list[0], left[next][0]) < 0) {
					next = i
				}
			}
			if next < 0 || !yield(left[next][0]) {
				return
			}
			left[next] = left[next][1:]
		}
	}
}
