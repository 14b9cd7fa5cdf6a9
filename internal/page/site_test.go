package page

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"guongsang/internal/catalog"
	"guongsang/internal/config"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// album is a Site with what was kept as fragments, so that tests can see who stands where.
type album struct {
	*Site
	t     testing.TB
	cards map[digest.Key]Card
	book  *criteria.Book
}

// words are the needed words, each saying its own name and its holes.
func words() map[string]string {
	all := map[string]string{
		"count.profile.none": "nobody", "count.profile.one": "one {0}",
	}
	for _, w := range Needed() {
		all[w] = w
	}
	for _, w := range []string{"count.profile", "change.times", "change.more", "change.less", "pager.page", "names.given", "year", "more.practice", "period.from", "period.coming", "held.until", "honoured"} {
		all[w] = w + " {0}"
	}
	all["title"], all["period"] = "{0} | {1}", "{0} to {1}"
	all["period.coming.to"] = "begins {0}, to {1}"
	return all
}

type option func(*Input, *catalog.Input)

func perPage(n int) option { return func(in *Input, _ *catalog.Input) { in.Config.PerPage = n } }

func noBase(in *Input, _ *catalog.Input) { in.Config.Base = "" }

func entries(all ...*profile.Entry) option {
	return func(_ *Input, c *catalog.Input) { c.Entries = append(c.Entries, all...) }
}

func newAlbum(t testing.TB, stories []*profile.Story, options ...option) *album {
	t.Helper()
	book, err := criteria.Plan()
	if err != nil {
		t.Fatal(err)
	}
	a := &album{t: t, cards: map[digest.Key]Card{}, book: book}
	hasher := new(digest.Hasher)
	var mu sync.Mutex // of a.cards
	in := Input{
		Config: config.Site{Name: "Gương", Base: "https://guong.example/", Language: "vi", Theme: "sen", PerPage: 24},
		Words:  words(),
		Keep:   func(template string, view any) (digest.Key, error) { return hasher.Of(digest.Text(template), view) },
		KeepAll: func(template string, n int, view func(i int) any) ([]digest.Key, error) {
			keys := make([]digest.Key, n)
			for i := range n {
				card := view(i)
				key, err := hasher.Of(digest.Text(template), card)
				if err != nil {
					return nil, err
				}
				keys[i] = key
				mu.Lock()
				a.cards[key] = *card.(*Card)
				mu.Unlock()
			}
			return keys, nil
		},
	}
	// What a test does not say is filled in: the field decides it.
	for _, s := range stories {
		for i, f := range s.Fields {
			if known, ok := book.Field(f.Code); ok {
				s.Fields[i] = known
			}
		}
	}
	c := catalog.Input{Book: book, Stories: stories, Today: viet.Date{Year: 2030, Month: 1, Day: 1}}
	for _, o := range options {
		o(&in, &c)
	}
	site, problems := catalog.New(c)
	for _, p := range problems {
		if p.Severity == diag.Error {
			t.Fatal(p.Text(diag.English, nil))
		}
	}
	in.Catalog = site
	if a.Site, err = New(in); err != nil {
		t.Fatal(err)
	}
	return a
}

// person is a story of a person; n orders it, the higher the newer.
func person(slug, field string, n int) *profile.Story {
	s := &profile.Story{
		Class: source.Profile, File: "content/guong/" + slug + ".md", Slug: slug, Name: slug, Kind: criteria.Person,
		Unit: profile.Ref{Text: "Unit"}, Years: []int{2020 + n/365}, Order: day0(n), Date: day0(n), SortKey: slug, Listed: slug,
	}
	if field != "" {
		s.Fields = []*criteria.Field{{Code: field}}
	}
	return s
}

func of(class source.Kind, s *profile.Story) *profile.Story {
	s.Class, s.Kind, s.File = class, criteria.NoKind, "content/"+class.Folder()+"/"+s.Slug+".md"
	return s
}

func day0(n int) viet.Date {
	t := viet.Date{Year: 2020, Month: 1, Day: 1}.Time().AddDate(0, 0, n)
	return viet.DateOf(t)
}

// people are n persons of a field, the first one the oldest, each with a name of its own.
func people(n int, field string) []*profile.Story {
	var all []*profile.Story
	for i := range n {
		all = append(all, person(fmt.Sprintf("p%04d", i), field, i))
	}
	return all
}

// slugs tells whose cards these are.
func (a *album) slugs(keys []digest.Key) string {
	var all []string
	for _, k := range keys {
		card, ok := a.cards[k]
		if !ok {
			a.t.Errorf("a key of no card")
		}
		all = append(all, last(card.Address))
	}
	return strings.Join(all, " ")
}

// last is the last part of an address.
func last(address string) string {
	parts := strings.Split(strings.Trim(address, "/"), "/")
	return parts[len(parts)-1]
}

func lasts(links []Link) string {
	var all []string
	for _, l := range links {
		all = append(all, last(l.Address))
	}
	return strings.Join(all, " ")
}
