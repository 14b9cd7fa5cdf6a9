package form

import (
	"cmp"
	"net/http"
	"path"
	"slices"
	"strings"

	"guongsang/internal/build"
	"guongsang/internal/catalog"
	"guongsang/internal/language"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// offered is how many names are offered at once.
const offered = 12

// offer is a name that may be chosen.
type offer struct {
	Name string `json:"name"`
	// Note tells two of one name apart.
	Note string `json:"note,omitempty"`
}

// names answers with names of the site that fit what was typed: loai (the folder of units, localities, columns or topics) and chu. The most
// used ones come first.
func (s *server) names(r *http.Request) (any, error) {
	look := s.Current()
	if look == nil {
		return nil, build.ErrNoContent
	}
	query := r.URL.Query()
	if query.Get("loai") == languages {
		return offerLanguages(query.Get("chu")), nil
	}
	lists := map[string][]*catalog.Term{
		source.Unit.Folder(): look.Catalog.Units, source.Locality.Folder(): look.Catalog.Localities,
		source.Column.Folder(): look.Catalog.Columns, source.Topic.Folder(): look.Catalog.Topics,
	}
	type found struct {
		offer
		rank, uses int
	}
	var all []found
	for _, t := range lists[query.Get("loai")] {
		if rank := fits(t.Name, query.Get("chu")); rank > 0 {
			f := found{offer: offer{Name: t.Name}, rank: rank, uses: len(t.Profiles) + len(t.Practices) + len(t.Articles)}
			if t.Successor != nil {
				f.Note = "nay là " + t.Successor.Name
			}
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Or(b.rank-a.rank, b.uses-a.uses) })
	offers := []offer{}
	for _, f := range all[:min(offered, len(all))] {
		offers = append(offers, f.offer)
	}
	return offers, nil
}

// offerLanguages gives the languages whose name fits what was typed; the likeliest come first in the table.
func offerLanguages(typed string) []offer {
	offers := []offer{}
	for _, name := range language.Names() {
		if (fits(name, typed) > 0 || fits(strings.TrimPrefix(name, "tiếng "), typed) > 0) && len(offers) < offered {
			offers = append(offers, offer{Name: name})
		}
	}
	return offers
}

// fits says how well a name fits what was typed, with or without marks: 3 as a whole, 2 from its beginning, 1 word by word; 0 not.
func fits(name, typed string) int {
	name, typed = viet.Fold(name), strings.TrimSpace(viet.Fold(typed))
	switch {
	case name == typed:
		return 3
	case strings.HasPrefix(name, typed):
		return 2
	}
	for _, word := range strings.Fields(typed) {
		if !strings.Contains(" "+name, " "+word) {
			return 0
		}
	}
	return 1
}

// storyRef is a story that may be led to.
type storyRef struct {
	Name string `json:"name"`
	Slug string `json:"slug"`
	// Ref is how a section of a topic names the story.
	Ref  string `json:"ref"`
	Note string `json:"note,omitempty"`
	Path string `json:"path"`
	// Link is how a text leads there: the way from its own file.
	Link string `json:"link"`
}

// find answers with stories and other pages whose name fits what was typed: chu, loai (a folder, stories, or all) and tu (the path of the file that
// shall lead there).
func (s *server) find(r *http.Request) (any, error) {
	look := s.Current()
	if look == nil {
		return nil, build.ErrNoContent
	}
	query := r.URL.Query()
	kind, from, typed := query.Get("loai"), query.Get("tu"), query.Get("chu")
	type found struct {
		storyRef
		rank int
	}
	var all []found
	for _, seen := range look.Files {
		if kind != "" && seen.Kind.Folder() != kind && !(kind == stories && seen.Kind.Story()) || seen.Path == from || !seen.Fit() {
			continue
		}
		ref := refTo(look, seen, from)
		if rank := fits(ref.Name, typed); rank > 0 {
			all = append(all, found{ref, rank})
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return b.rank - a.rank })
	refs := []storyRef{}
	for _, f := range all[:min(offered, len(all))] {
		refs = append(refs, f.storyRef)
	}
	return refs, nil
}

func refTo(look *build.Look, seen build.Seen, from string) storyRef {
	l := listedOf(look, seen)
	ref := storyRef{Name: l.Name, Slug: seen.Name, Path: seen.Path, Link: way(from, seen.Path), Note: kindNames[seen.Kind].one}
	switch {
	case seen.Story != nil:
		ref.Slug = seen.Story.Slug
		ref.Note = strings.Join(present(l.Lang, l.Unit, l.Day), " · ")
	case seen.Entry != nil:
		ref.Slug = seen.Entry.Slug
	}
	if ref.Ref = ref.Slug; seen.Kind != source.Profile {
		ref.Ref = seen.Kind.Folder() + "/" + ref.Slug
	}
	return ref
}

// picked finds the stories that the sections of a topic name, by what is written there.
func picked(look *build.Look, sections []profile.Section) map[string]storyRef {
	found := map[string]storyRef{}
	for _, section := range sections {
		for _, ref := range section.Picked {
			found[ref.Text] = storyRef{Name: ref.Text}
		}
	}
	for _, kind := range []source.Kind{source.Article, source.Practice, source.Profile} { // a mere slug is a profile's where one has it
		for _, seen := range look.Files {
			if seen.Kind != kind || seen.Story == nil {
				continue
			}
			for _, written := range []string{seen.Story.Slug, kind.Folder() + "/" + seen.Story.Slug} {
				if _, named := found[written]; named {
					found[written] = refTo(look, seen, "")
				}
			}
		}
	}
	return found
}

func present(texts ...string) []string {
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}

// storiesOf finds stories, or plain pages, of a kind by their slugs.
func storiesOf(look *build.Look, kind source.Kind, slugs map[string]bool) map[string]storyRef {
	found := map[string]storyRef{}
	for _, seen := range look.Files {
		if seen.Kind != kind || seen.Story == nil && seen.Entry == nil {
			continue
		}
		if ref := refTo(look, seen, ""); slugs[ref.Slug] {
			found[ref.Slug] = ref
		}
	}
	return found
}

// way is the relative path from one content file to another, as a link in Markdown writes it; empty where it is from nowhere.
func way(from, to string) string {
	if from == "" {
		return ""
	}
	up, steps := path.Dir(from), 0
	for up != "." && !strings.HasPrefix(to, up+"/") {
		up, steps = path.Dir(up), steps+1
	}
	escape := strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "%", "%25") // signs that would end the destination
	return strings.Repeat("../", steps) + escape.Replace(strings.TrimPrefix(to, up+"/"))
}
