package catalog

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"guongsang/internal/diag"
	"guongsang/internal/language"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// Versions are one text in several languages: stories of a class, or plain pages, that are translations of one another and published today. The person
// whom they tell of is one, so lists, counts and feeds have one of them, the original. That is the one in the language of the site; where there is none, the
// Vietnamese one; else the oldest.
type Versions struct {
	// Original is nil where the versions are plain pages.
	Original *profile.Story
	// All has the original first, the others by their tags.
	All []Version
}

// Version is a text in one of its languages.
type Version struct {
	Lang, Name, Href string
}

// Original is the story that stands in lists for a story: itself, if it is no translation.
func (l *linksOf) Original(s *profile.Story) *profile.Story {
	if v := l.Of(s).Versions; v != nil {
		return v.Original
	}
	return s
}

// version is a story or a plain page that is tied to others by `bản dịch`.
type version struct {
	class source.Kind
	Version
	slug, file string
	refs       []profile.Ref
	story      *profile.Story
	entry      *profile.Entry
	// hidden says that what is wrong with it does not stop the build, shown that it is published today.
	hidden, shown bool
	group         *group
}

// group is the versions of one text, those that are not published too.
type group struct{ versions []*version }

// translations finds which stories and pages are one text in several languages.
type translations struct {
	m  *maker
	of map[any]*version // by *profile.Story or *profile.Entry
	// order has the versions as they were met.
	order []*version
	pages map[string]*profile.Entry // by slugs
}

// translate ties translations together and tells what is wrong with them. indexed is done when stories can be found by their slugs.
func (m *maker) translate(indexed *sync.WaitGroup) {
	t := translations{m: m, of: map[any]*version{}, pages: map[string]*profile.Entry{}}
	for _, s := range m.stories {
		if len(s.Translations) > 0 {
			indexed.Wait()
			t.tie(t.story(s))
		}
	}
	for _, e := range m.in.Entries {
		if e.Class == source.Page && t.pages[e.Slug] == nil {
			t.pages[e.Slug] = e
		}
	}
	for _, e := range m.in.Entries {
		if len(e.Translations) > 0 {
			indexed.Wait()
			t.tie(t.entry(e))
		}
	}
	for _, v := range t.order {
		if g := v.group; g.versions[0] == v {
			t.oneOfEach(g)
			t.publish(g)
		}
	}
}

func (t *translations) story(s *profile.Story) *version {
	r := t.m.c.Of(s)
	return t.version(s, version{
		class: s.Class, Version: Version{cmp.Or(s.Lang, language.Vietnamese), s.Name, r.Href}, slug: s.Slug, file: s.File, refs: s.Translations, story: s,
		hidden: t.m.hidden(s), shown: r.Shown,
	})
}

func (t *translations) entry(e *profile.Entry) *version {
	return t.version(e, version{
		class: e.Class, Version: Version{cmp.Or(e.Lang, language.Vietnamese), e.Name, AddressOf(e).Href()}, slug: e.Slug, file: e.File,
		refs: e.Translations, entry: e, shown: true,
	})
}

// version gives the one version of a story or page, which begins as a group of its own.
func (t *translations) version(of any, v version) *version {
	if known := t.of[of]; known != nil {
		return known
	}
	v.group = &group{[]*version{&v}}
	t.of[of] = &v
	t.order = append(t.order, &v)
	return &v
}

// tie finds what a version names.
func (t *translations) tie(v *version) {
	for _, ref := range v.refs {
		var to *version
		if story := t.m.bySlug[v.class][ref.Text]; story != nil {
			to = t.story(story)
		} else if page := t.pages[ref.Text]; v.entry != nil && page != nil {
			to = t.entry(page)
		}
		switch {
		case to == nil:
			t.say(v, diag.At(ref.Place, diag.UnknownTranslation, ref.Text, v.class.Folder()).Meant(t.nearest(v, ref.Text)))
		case to == v:
			t.say(v, diag.At(ref.Place, diag.TranslationOfItself, ref.Text))
		default:
			if !to.shown {
				t.m.say(diag.At(ref.Place, diag.NotPublished, to.Name, to.file))
			}
			v.join(to)
		}
	}
}

// join makes one group of two.
func (v *version) join(other *version) {
	from, into := other.group, v.group
	if from == into {
		return
	}
	for _, moved := range from.versions {
		moved.group = into
	}
	into.versions = append(into.versions, from.versions...)
}

func (t *translations) say(of *version, p diag.Problem) {
	if of.hidden {
		p = p.Softer()
	}
	t.m.say(p)
}

// nearest is the slug that was meant.
func (t *translations) nearest(of *version, slug string) string {
	var slugs []string
	if of.entry != nil {
		for known := range t.pages {
			slugs = append(slugs, known)
		}
	} else {
		for known := range t.m.bySlug[of.class] {
			slugs = append(slugs, known)
		}
	}
	slugs = slices.DeleteFunc(slugs, func(known string) bool { return known == of.slug })
	return t.m.nearestSorted(slug, slugs)
}

// oneOfEach tells two versions in one language: either one of them does not say its language, or they are not one text.
func (t *translations) oneOfEach(g *group) {
	first := map[string]*version{}
	for _, v := range g.versions {
		other := first[v.Lang]
		if other == nil {
			first[v.Lang] = v
			continue
		}
		at := g.tied(v, other)
		t.say(v, diag.At(at, diag.SameLanguage, other.Name, other.file, v.Name, v.file, language.Name(v.Lang, language.Vietnamese)))
	}
}

// tied is where it is written that two versions are one text: in the one, in the other, or in a third.
func (g *group) tied(v, other *version) diag.Place {
	for _, by := range append([]*version{v, other}, g.versions...) {
		for _, ref := range by.refs {
			if by == v || ref.Text == v.slug {
				return ref.Place
			}
		}
	}
	return diag.Place{File: v.file}
}

// publish tells the versions that are shown of each other.
func (t *translations) publish(g *group) {
	shown := slices.DeleteFunc(slices.Clone(g.versions), func(v *version) bool { return !v.shown })
	if len(shown) < 2 {
		return
	}
	original := slices.MinFunc(shown, t.before)
	all := &Versions{Original: original.story}
	slices.SortFunc(shown, func(a, b *version) int {
		if a == original || b == original {
			return cmp.Compare(btoi(a != original), btoi(b != original))
		}
		return strings.Compare(a.Lang, b.Lang)
	})
	for _, v := range shown {
		all.All = append(all.All, v.Version)
		if v.story != nil {
			t.m.c.Of(v.story).Versions = all
		} else {
			t.m.versions[v.entry] = all
		}
	}
}

// before orders versions by their right to be the original.
func (t *translations) before(a, b *version) int {
	rank := func(v *version) int {
		first, _, _ := strings.Cut(v.Lang, "-")
		return slices.Index([]bool{v.Lang == t.m.in.Language, first == t.m.in.Language, first == language.Vietnamese, true}, true)
	}
	if c := cmp.Compare(rank(a), rank(b)); c != 0 {
		return c
	}
	if a.story != nil && b.story != nil {
		if c := a.story.Order.Compare(b.story.Order); c != 0 {
			return c
		}
	}
	return strings.Compare(a.slug, b.slug)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// isTranslation says that a story is published and another one stands in lists for it.
func (m *maker) isTranslation(s *profile.Story) bool { return m.c.Original(s) != s }

// placeTranslations finds the unit and the locality that a translation names. It makes none: who wrote a unit's name in another language
// did not mean another unit.
func (m *maker) placeTranslations() {
	for _, s := range m.c.Translations {
		r := m.c.Of(s)
		r.Unit, r.Locality = m.c.Term(source.Unit, s.Unit), m.c.Term(source.Locality, s.Locality)
	}
}
