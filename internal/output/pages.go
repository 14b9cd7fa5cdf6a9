package output

import (
	"iter"
	"slices"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/page"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// files is a sequence of outputs that is made in one go.
func files(list ...file) iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, f := range list {
			if !yield(f) {
				return
			}
		}
	}
}

func (s *Site) home() iter.Seq[file] {
	f := html(s, address.Home, "home.html", s.Pages.Home)
	f.modified = s.Catalog.Newest()
	return files(f)
}

func (s *Site) stories() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, list := range s.storyLists() {
			for _, story := range list {
				if !yield(s.story(story)) {
					return
				}
			}
		}
	}
}

// storyLists are all stories that have a page, translations last.
func (s *Site) storyLists() [][]*profile.Story {
	return [][]*profile.Story{s.Catalog.Profiles, s.Catalog.Practices, s.Catalog.Articles, s.Catalog.Translations}
}

func (s *Site) story(story *profile.Story) file {
	f := html(s, s.Catalog.Address(story), "story.html", func() page.Story { return s.Pages.Story(story) })
	f.modified, f.content, f.versions = story.Date, story.File, s.Catalog.Of(story).Versions
	if !story.Updated.IsZero() {
		f.modified = story.Updated
	}
	return f
}

// listing gives the pages of a list: the first, which the caller makes, and the older ones.
func (s *Site) listing(l page.Listing, first file, yield func(file) bool) bool {
	if len(l.Stories) > 0 {
		first.modified = l.Stories[0].Order
	}
	if !yield(first) {
		return false
	}
	older := s.Pages.OlderPages(l)
	for n := older; n >= 1; n-- {
		if !yield(s.older(l, n)) {
			return false
		}
	}
	if older > 0 {
		to := catalog.Redirect{From: l.At.OlderFolder(), To: l.At, Name: l.Heading}
		if !yield(s.redirect(to)) {
			return false
		}
	}
	for _, part := range s.Pages.Parts(l) {
		if s.Pages.HasPages(part) && !s.listing(part, s.list(part), yield) {
			return false
		}
	}
	return true
}

// older is the nth older page of a list.
func (s *Site) older(l page.Listing, n int) file {
	if l.ByMonth {
		return html(s, l.At.Older(n), "column.html", func() page.Column { return s.Pages.OlderColumn(l, n) })
	}
	return html(s, l.At.Older(n), "list.html", func() page.List { return s.Pages.OlderList(l, n) })
}

// list is the first page of a list that has nothing of its own.
func (s *Site) list(l page.Listing) file {
	return html(s, l.At, "list.html", func() page.List { return s.Pages.List(l) })
}

// lists gives the pages of several such lists, after the page of all of them.
func (s *Site) lists(index file, lists []page.Listing) iter.Seq[file] {
	return func(yield func(file) bool) {
		if !yield(index) {
			return
		}
		for _, l := range lists {
			if !s.listing(l, s.list(l), yield) {
				return
			}
		}
	}
}

func (s *Site) classes() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, l := range s.Pages.Classes() {
			if !s.listing(l, s.list(l), yield) {
				return
			}
		}
	}
}

func (s *Site) fields() iter.Seq[file] {
	return func(yield func(file) bool) {
		if !yield(html(s, address.Fields, "index.html", s.Pages.FieldIndex)) {
			return
		}
		for i, l := range s.Pages.Fields() {
			first := html(s, l.At, "field.html", func() page.Field { return s.Pages.Field(l, i) })
			if !s.listing(l, first, yield) {
				return
			}
			for _, part := range s.Pages.FieldParts(i) {
				if !s.listing(part, s.list(part), yield) {
					return
				}
			}
		}
	}
}

func (s *Site) kinds() iter.Seq[file] {
	return s.lists(html(s, address.Kinds, "index.html", s.Pages.KindIndex), s.Pages.Kinds())
}

func (s *Site) years() iter.Seq[file] {
	return s.lists(html(s, address.Years, "index.html", s.Pages.YearIndex), s.Pages.Years())
}

// terms gives the pages of units, localities, columns and topics. Columns and topics have an index only where there are any.
func (s *Site) terms() iter.Seq[file] {
	return func(yield func(file) bool) {
		place := func(l page.Listing) file {
			return html(s, l.At, "place.html", func() page.Place { return s.Pages.Place(l) })
		}
		topic := func(l page.Listing) file {
			return html(s, l.At, "topic.html", func() page.Topic { return s.Pages.Topic(l) })
		}
		column := func(l page.Listing) file {
			return html(s, l.At, "column.html", func() page.Column { return s.Pages.Column(l) })
		}
		for _, class := range []struct {
			kind  source.Kind
			index func() page.Index
			lists []page.Listing
			first func(page.Listing) file
		}{
			{source.Unit, s.Pages.UnitIndex, s.Pages.Units(), place},
			{source.Locality, s.Pages.LocalityIndex, s.Pages.Localities(), place},
			{source.Column, s.Pages.ColumnIndex, s.Pages.Columns(), column},
			{source.Topic, s.Pages.TopicIndex, s.Pages.Topics(), topic},
		} {
			if len(class.lists) == 0 && (class.kind == source.Column || class.kind == source.Topic) {
				continue
			}
			if !yield(html(s, address.Folder(class.kind.Folder()), "index.html", class.index)) {
				return
			}
			for _, l := range class.lists {
				if !s.listing(l, class.first(l), yield) {
					return
				}
			}
		}
	}
}

func (s *Site) names() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, p := range s.Pages.NamesPages() {
			if !yield(html(s, p.At, "names.html", func() page.Names { return s.Pages.Names(p) })) {
				return
			}
		}
	}
}

func (s *Site) search() iter.Seq[file] {
	return files(html(s, address.Search, "search.html", s.Pages.Search))
}

func (s *Site) statistics() iter.Seq[file] {
	return files(html(s, address.Statistics, "statistics.html", s.Pages.Statistics))
}

func (s *Site) plain() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, e := range slices.Concat(s.Catalog.Pages, s.Catalog.PageTranslations) {
			at := address.Under("", e.Slug)
			f := html(s, at, "plain.html", func() page.Plain { return s.Pages.Plain(e) })
			if at == address.Introduce && s.Pages.Introduces() {
				f = s.introduce()
			}
			f.content, f.versions = e.File, s.Catalog.OfEntry(e).Versions
			if !yield(f) {
				return
			}
		}
		if s.Pages.Introduces() && s.Pages.IntroduceEntry() == nil {
			yield(s.introduce())
		}
	}
}

// introduce is the page on introducing somebody. The editor's own page of that address stands in it.
func (s *Site) introduce() file {
	return html(s, address.Introduce, "introduce.html", s.Pages.Introduce)
}

func (s *Site) redirect(r catalog.Redirect) file {
	f := html(s, r.From, "redirect.html", func() page.Redirect { return s.Pages.Redirect(r) })
	f.listed, f.modified = false, viet.Date{}
	return f
}

// redirects gives the pages at old addresses, the one that leads from the theme's folder to the home page, and the page of
// unknown addresses.
func (s *Site) redirects() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, r := range s.Catalog.Redirects {
			if !yield(s.redirect(r)) {
				return
			}
		}
		if !yield(s.redirect(catalog.Redirect{From: address.Assets, To: address.Home})) {
			return
		}
		f := html(s, address.NotFound, "404.html", s.Pages.NotFound)
		f.listed = false
		yield(f)
	}
}
