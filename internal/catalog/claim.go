package catalog

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/diag"
	"guongsang/internal/language"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Redirect is an old address and where it leads. Name is what is found there; it is empty for the home page.
type Redirect struct {
	From, To address.Address
	Name     string
}

// claim says who has an address: a file, for messages, or the program itself where file is empty.
type claim struct {
	file  string
	story *profile.Story
	// kept says that nothing lies there: the program keeps the address for itself.
	kept bool
}

// replaceable are the files that the site may bring itself.
var replaceable = [...]string{"robots.txt", "favicon.ico", "site.webmanifest", "sw.js"}

// claimAddresses gives every thing its address and finds those that two things want.
func (m *maker) claimAddresses() {
	m.claimProgram()
	shown := slices.IndexFunc(m.stories, m.hidden)
	if shown < 0 {
		shown = len(m.stories)
	}
	for _, s := range m.stories[:shown] {
		m.claimStory(s)
	}
	for _, e := range m.in.Entries {
		m.claimEntry(e)
	}
	if _, editors := m.claims[address.Introduce]; m.in.Introduces && !editors {
		m.claims[address.Introduce] = claim{}
	}
	for _, class := range termClasses {
		for _, t := range m.terms[class].terms {
			if t.Entry == nil {
				m.claims[t.Address()] = claim{file: m.terms[class].named[t].Place.String()}
			}
			if t.Successor == nil {
				m.claims[t.Address().Feed()] = claim{kept: !m.in.Feeds}
			}
		}
	}
	for _, file := range m.in.Static {
		m.claimStatic(file)
	}
	// Old addresses come later: whatever lives today goes before them. Drafts that nobody sees come last of all, so that
	// they take no address from anybody.
	m.claimAliases(m.stories[:shown])
	for _, e := range m.in.Entries {
		for _, alias := range e.Aliases {
			if p, ok := m.claimAlias(alias, AddressOf(e), e.Name, nil); !ok {
				m.say(p)
			}
		}
	}
	m.claimFormerNames()
	for _, s := range m.stories[shown:] {
		m.claimStory(s)
	}
	m.claimAliases(m.stories[shown:])
	m.fillFolders()
	slices.SortFunc(m.c.Redirects, func(a, b Redirect) int { return strings.Compare(string(a.From), string(b.From)) })
}

func (m *maker) claimAliases(stories []*profile.Story) {
	for _, s := range stories {
		for _, alias := range s.Aliases {
			if p, ok := m.claimAlias(alias, m.c.Address(s), s.Name, s); !ok {
				m.sayOf(s, p)
			}
		}
	}
}

// claimProgram claims the pages that the program makes by itself, and keeps those that it would make for a site that had more.
func (m *maker) claimProgram() {
	c := m.c
	for _, page := range []struct {
		at   address.Address
		made bool
	}{
		{address.Home, true},
		{address.Fields, true},
		{address.Kinds, true},
		{address.Years, true},
		{address.Names, true},
		{address.Statistics, true},
		{address.Assets, true},
		{address.NotFound, true},
		{address.Feed, m.in.Feeds},
		{address.JSONFeed, m.in.Feeds},
		{address.Sitemap, m.in.Feeds},
		{address.Robots, true},
		{address.Manifest, true},
		{address.Worker, true},
		{address.Offline, false},
		{address.Search, false},
		{address.Folder(source.Profile.Folder()), true},
		{address.Folder(source.Practice.Folder()), len(c.Practices) > 0},
		{address.Folder(source.Article.Folder()), len(c.Articles) > 0},
		{address.Folder(source.Unit.Folder()), true},
		{address.Folder(source.Locality.Folder()), true},
		{address.Folder(source.Column.Folder()), len(c.Columns) > 0},
		{address.Folder(source.Topic.Folder()), len(c.Topics) > 0},
	} {
		m.claims[page.at] = claim{kept: !page.made}
	}
	for _, f := range c.Fields {
		field := address.Field(f.Code)
		m.claims[field] = claim{}
		m.claims[field.Feed()] = claim{kept: !m.in.Feeds}
		for _, k := range f.Kinds {
			m.claims[field.Part(k.Kind.Code())] = claim{kept: len(k.Profiles) == 0}
		}
		for _, y := range f.Years {
			m.claims[field.YearPart(y.Year)] = claim{}
		}
	}
	for _, k := range c.Kinds {
		m.claims[address.Kind(k.Kind.Code())] = claim{}
	}
	for _, y := range c.Years {
		m.claims[address.Year(y.Year)] = claim{}
		m.claims[address.Slides(y.Year)] = claim{kept: len(y.Profiles) == 0}
	}
}

// programs says whether an address lies where the program keeps pages that depend on what the site has: the older pages of
// lists, given names, feeds, the theme's files.
func programs(a address.Address) bool {
	parts := strings.Split(strings.TrimSuffix(string(a), "/"), "/")
	last := parts[len(parts)-1]
	return strings.Contains("/"+string(a), "/trang/") || strings.HasPrefix(string(a), string(address.Names)) ||
		strings.HasPrefix(string(a), string(address.Assets)) || len(parts) > 1 && last == string(address.Feed)
}

func (m *maker) claimStory(s *profile.Story) {
	if s.Slug == "" {
		m.sayOf(s, diag.At(s.At, diag.NoSlug, s.Name))
		return
	}
	a := m.c.Address(s)
	if address.Taken(s.Class.Folder(), s.Slug) {
		m.sayOf(s, diag.At(s.At, diag.AddressTaken, a.Path(), s.Name))
		return
	}
	if other, taken := m.claims[a]; taken {
		if other.story != nil {
			m.sayOf(s, diag.At(s.At, diag.AddressTwice, s.Name, other.story.Name, other.file, a.Path(), m.freeSlug(s, other.story)))
		} else {
			m.sayOf(s, diag.At(s.At, diag.AddressTaken, a.Path(), s.Name))
		}
		return
	}
	m.claims[a] = claim{file: s.File, story: s}
}

// freeSlug proposes a slug that tells a story from the one that has its address: by the language, else the year of birth, else the unit, else
// the year of the commendation.
func (m *maker) freeSlug(s, other *profile.Story) string {
	var tails []string
	if s.Lang != other.Lang && s.Lang != language.Vietnamese {
		tails = append(tails, strings.ToLower(s.Lang))
	}
	if born := s.Detail().BirthYear; born != 0 && born != other.Detail().BirthYear {
		tails = append(tails, strconv.Itoa(born))
	}
	if unit := viet.Slug(s.Unit.Text); unit != "" && unit != viet.Slug(other.Unit.Text) {
		tails = append(tails, unit)
	}
	if place := viet.Slug(s.Locality.Text); place != "" && place != viet.Slug(other.Locality.Text) {
		tails = append(tails, place)
	}
	if y := s.LastYear(); y != 0 {
		tails = append(tails, strconv.Itoa(y))
	}
	if f := s.MainField(); f != nil {
		tails = append(tails, f.Code)
	}
	for _, tail := range tails {
		if slug := s.Slug + "-" + tail; m.bySlug[s.Class][slug] == nil {
			return slug
		}
	}
	return s.Slug + "-2" // nothing in the two files tells them apart
}

// AddressOf is where an entry has its page.
func AddressOf(e *profile.Entry) address.Address {
	switch e.Class {
	case source.Page:
		return address.Under("", e.Slug)
	case source.FieldIntro:
		return address.Field(e.Slug)
	default:
		return address.Under(e.Class.Folder(), e.Slug)
	}
}

func (m *maker) claimEntry(e *profile.Entry) {
	a := AddressOf(e)
	m.pages[e] = a
	class := e.Class.Folder()
	switch e.Class {
	case source.FieldIntro: // it lies on a page of the program's
		if other := m.intros[a]; other != nil {
			m.say(diag.At(e.At, diag.AddressOfFile, a.Path(), other.File))
		}
		m.intros[a] = e
		return
	case source.Page:
		class = ""
	}
	switch {
	case e.Slug == "":
		m.say(diag.At(e.At, diag.NoSlug, e.Name))
		return
	case address.Taken(class, e.Slug):
		m.say(diag.At(e.At, diag.AddressTaken, a.Path(), e.Name))
		return
	}
	if other, taken := m.claims[a]; taken {
		m.say(diag.At(e.At, diag.AddressOfFile, a.Path(), other.file))
		return
	}
	m.claims[a] = claim{file: e.File}
}

func (m *maker) claimStatic(file string) {
	a := address.Address(file)
	if path.Base(file) == "index.html" {
		a = address.Address(strings.TrimSuffix(file, "index.html"))
	}
	at := diag.Place{File: "static/" + file}
	other, taken := m.claims[a]
	switch {
	case slices.Contains(replaceable[:], file): // it takes the place of the program's
	case taken && other.file == "" || programs(a):
		m.say(diag.At(at, diag.AddressOfProgram, a.Path()))
		return
	case taken:
		m.say(diag.At(at, diag.AddressOfFile, a.Path(), other.file))
		return
	}
	m.claims[a] = claim{file: at.File}
}

// claimAlias claims an old address, of a story or, where s is nil, of an entry, or says why it cannot be had.
func (m *maker) claimAlias(alias profile.Ref, to address.Address, name string, s *profile.Story) (diag.Problem, bool) {
	text := strings.TrimPrefix(alias.Text, "/")
	if !strings.HasSuffix(text, "/") && path.Ext(text) != ".html" {
		text += "/"
	}
	text = strings.TrimSuffix(text, "index.html")
	from := address.Address(text)
	other, taken := m.claims[from]
	switch {
	case from == to:
		return diag.At(alias.Place, diag.AliasOfItself, alias.Text), false
	case taken && other.file == "" || programs(from):
		return diag.At(alias.Place, diag.AddressOfProgram, from.Path()), false
	case taken:
		return diag.At(alias.Place, diag.AddressOfFile, from.Path(), other.file), false
	}
	m.claims[from] = claim{file: alias.Place.String(), story: s}
	if s == nil || m.c.Of(s).Shown {
		m.c.Redirects = append(m.c.Redirects, Redirect{From: from, To: to, Name: name})
	}
	return diag.Problem{}, true
}

// fillFolders gives the folders of old addresses a page, which leads to the home page: every folder of an address has one.
func (m *maker) fillFolders() {
	for _, r := range slices.Clone(m.c.Redirects) {
		for folder := path.Dir(strings.TrimSuffix(string(r.From), "/")); folder != "."; folder = path.Dir(folder) {
			from := address.Address(folder + "/")
			_, taken := m.claims[from]
			_, alike := m.claims[address.Address(strings.ToLower(string(from)))] // one folder on Windows
			if !taken && !alike {
				m.claims[from] = claim{file: string(from)}
				m.c.Redirects = append(m.c.Redirects, Redirect{From: from, To: address.Home})
			}
		}
	}
}

// claimFormerNames makes the pages that lead from merged and renamed units and localities to those of today. A former name whose
// address is somebody else's today needs no page.
func (m *maker) claimFormerNames() {
	for _, class := range []source.Kind{source.Unit, source.Locality} {
		for _, t := range m.terms[class].terms {
			today := t
			if t.Successor != nil {
				today = t.Successor
				m.c.Redirects = append(m.c.Redirects, Redirect{From: t.Address(), To: today.Address(), Name: today.Name})
			}
			if t.Entry == nil {
				continue
			}
			for _, former := range t.Entry.FormerNames {
				from := address.Under(class.Folder(), viet.Slug(former.Text))
				if _, taken := m.claims[from]; taken || viet.Slug(former.Text) == "" {
					continue
				}
				m.claims[from] = claim{file: former.Place.String()}
				m.c.Redirects = append(m.c.Redirects, Redirect{From: from, To: today.Address(), Name: today.Name})
			}
		}
	}
}
