package form

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/language"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// perPage is how many files a page of the list has.
const perPage = 50

// The states that a file is listed under.
const (
	published = "dang"
	asDraft   = "nhap"
	future    = "hen"
	expired   = "het"
	faulty    = "loi" // has errors, whatever else it is
)

// listed is one content file as the list shows it.
type listed struct {
	Path  string `json:"path"`
	Kind  string `json:"kind"` // its folder
	Name  string `json:"name"`
	Class string `json:"class,omitempty"` // whom a profile honours
	Field string `json:"field,omitempty"`
	Unit  string `json:"unit,omitempty"`
	Lang  string `json:"lang,omitempty"` // what the language is called that it is written in, if that is not Vietnamese
	State string `json:"state"`
	Day   string `json:"day,omitempty"`
	// Problems counts errors, warnings and hints.
	Problems [3]int `json:"problems"`
	// Page is where the file has its page in the site that is shown; empty where it has none.
	Page string `json:"page,omitempty"`

	order         viet.Date
	sortKey, text string // text is what the filter looks in
}

// index is the list of a look, made once for each.
type index struct {
	sync.Mutex
	of        *build.Look
	files     []listed
	elsewhere []elsewhere
}

// listing gives the files of the newest look, the newest first.
func (s *server) listing() ([]listed, []elsewhere, error) {
	look := s.Current()
	if look == nil {
		return nil, nil, build.ErrNoContent
	}
	s.index.Lock()
	defer s.index.Unlock()
	if s.index.of != look {
		s.index.of, s.index.files, s.index.elsewhere = look, indexOf(look), elsewhereIn(look)
	}
	return s.index.files, s.index.elsewhere, nil
}

func indexOf(look *build.Look) []listed {
	counts := make(map[string][3]int)
	for _, p := range look.AllProblems() {
		n := counts[p.File]
		n[p.Severity]++
		counts[p.File] = n
	}
	files := make([]listed, 0, len(look.Files))
	for _, seen := range look.Files {
		l := listedOf(look, seen)
		l.Problems = counts[seen.Path]
		l.text = viet.Fold(strings.Join([]string{l.Name, l.Unit, l.Field, l.Path}, " "))
		files = append(files, l)
	}
	slices.SortStableFunc(files, func(a, b listed) int {
		return cmp.Or(b.order.Compare(a.order), strings.Compare(a.sortKey, b.sortKey), strings.Compare(a.Path, b.Path))
	})
	return files
}

// languageOf is what the language of a file is called, if it is not Vietnamese.
func languageOf(seen build.Seen) string {
	lang := ""
	switch {
	case seen.Story != nil:
		lang = seen.Story.Lang
	case seen.Entry != nil:
		lang = seen.Entry.Lang
	}
	if lang == "" || lang == language.Vietnamese {
		return ""
	}
	return language.Name(lang, language.Vietnamese)
}

func listedOf(look *build.Look, seen build.Seen) listed {
	l := listed{Path: seen.Path, Kind: seen.Kind.Folder(), Name: seen.Name, State: published}
	if a := look.Address(seen); a != "" {
		l.Page = "/" + string(a)
	}
	l.Lang = languageOf(seen)
	switch story := seen.Story; {
	case story != nil:
		l.Name = cmp.Or(story.Name, l.Name)
		l.Class, l.Unit = story.Kind.Name(), story.Unit.Text
		if f := story.MainField(); f != nil {
			l.Field = f.Short
		}
		switch {
		case story.Draft:
			l.State = asDraft
		case story.Order.Compare(look.Catalog.Today) > 0:
			l.State = future
		case !story.Expires.IsZero() && story.Expires.Compare(look.Catalog.Today) < 0:
			l.State = expired
		}
		l.order = story.Order
		switch {
		case !story.Date.IsZero():
			l.Day = story.Date.String()
		case story.LastYear() > 0:
			l.Day = strconv.Itoa(story.LastYear())
		}
		l.sortKey = story.SortKey
	case seen.Entry != nil:
		l.Name = cmp.Or(seen.Entry.Name, l.Name)
	}
	if seen.Kind == source.FieldIntro {
		if f, ok := look.Catalog.Book.Field(seen.Name); ok {
			l.Name = f.Short
		}
	}
	if l.sortKey == "" {
		l.sortKey = viet.TitleKey(l.Name)
	}
	return l
}

// page of the list: what is left after the filter, and how many there are of each kind and state if only the other filters held.
type listPage struct {
	Files []listed `json:"files"`
	Total int      `json:"total"`
	From  int      `json:"from"`
	// All counts the files of the site.
	All    int            `json:"all"`
	Kinds  map[string]int `json:"kinds"`
	States map[string]int `json:"states"`
	// Elsewhere is what is wrong outside of the files that are listed: in site.yaml, in the theme, with files that cannot be content.
	Elsewhere []elsewhere `json:"elsewhere,omitempty"`
}

// elsewhere is a problem with the file that it is in.
type elsewhere struct {
	told
	File string `json:"file"`
}

// mostElsewhere is how many of them are shown.
const mostElsewhere = 30

func elsewhereIn(look *build.Look) []elsewhere {
	isListed := make(map[string]bool, len(look.Files))
	for _, seen := range look.Files {
		isListed[seen.Path] = true
	}
	var found []elsewhere
	for _, p := range look.Problems {
		if isListed[p.File] || len(found) == mostElsewhere {
			continue
		}
		found = append(found, elsewhere{places{}.tell([]diag.Problem{p})[0], p.File})
	}
	return found
}

// list answers with a page of the list: chu (text), loai (kind), trang-thai (state), xep (moi, ten), tu (from).
func (s *server) list(r *http.Request) (any, error) {
	files, elsewhere, err := s.listing()
	if err != nil {
		return nil, err
	}
	query := r.URL.Query()
	words := strings.Fields(viet.Fold(query.Get("chu")))
	kind, state := query.Get("loai"), query.Get("trang-thai")
	page := listPage{All: len(files), Kinds: map[string]int{}, States: map[string]int{}, Files: []listed{}, Elsewhere: elsewhere}
	var found []listed
	for _, f := range files {
		if slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(f.text, word) }) {
			continue
		}
		ofKind, inState := kind == "" || f.Kind == kind, f.in(state)
		if inState {
			page.Kinds[f.Kind]++
		}
		if ofKind {
			page.States[f.State]++
			if f.Problems[diag.Error] > 0 {
				page.States[faulty]++
			}
		}
		if ofKind && inState {
			found = append(found, f)
		}
	}
	if query.Get("xep") == "ten" {
		slices.SortStableFunc(found, func(a, b listed) int { return strings.Compare(a.sortKey, b.sortKey) })
	}
	page.Total = len(found)
	page.From, _ = strconv.Atoi(query.Get("tu")) // what is no number is the beginning
	page.From = min(max(page.From, 0), len(found))
	page.Files = append(page.Files, found[page.From:min(page.From+perPage, len(found))]...)
	return page, nil
}

// in says whether a file is listed under a state; every file is under none.
func (f listed) in(state string) bool {
	return state == "" || state == f.State || state == faulty && f.Problems[diag.Error] > 0
}
