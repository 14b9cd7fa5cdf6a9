package form

import (
	"maps"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/edit"
	"guongsang/internal/picture"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// opened is a file as the page gets it.
type opened struct {
	which
	Kind     string         `json:"kind"`
	Values   map[string]any `json:"values"`
	Body     string         `json:"body"`
	Whole    string         `json:"whole"`
	Editable bool           `json:"editable"`
	// Format is yaml, toml or json; what is not YAML can be converted.
	Format string `json:"format"`
	// Why says what keeps the form from showing the values.
	Why []told `json:"why,omitempty"`
	// NotText says that the file is none that could be shown: Why tells the reason.
	NotText bool `json:"notText,omitempty"`
	// Bundle says that the file has a folder of its own, and Beside names the pictures in it.
	Bundle bool     `json:"bundle"`
	Beside []string `json:"beside"`
	// Spot is where the line is that was asked for.
	Spot *spot `json:"spot,omitempty"`
	// Stories are the profiles that are named by their slugs.
	Stories map[string]storyRef `json:"stories"`
	// Slug is the last part of the file's address.
	Slug  string `json:"slug"`
	State string `json:"state,omitempty"`
	Page  string `json:"page,omitempty"`
}

// open answers with a file: tep (its path) and dong (a line of it, from a list of problems).
func (s *server) open(r *http.Request) (any, error) {
	query := r.URL.Query()
	line, _ := strconv.Atoi(query.Get("dong")) // what is no number is no line
	return s.opened(query.Get("tep"), line)
}

func (s *server) opened(name string, line int) (opened, error) {
	values, old, err := s.load(name)
	if err != nil {
		return opened{}, err
	}
	d := s.drafts.open(name, values.Base, old)
	o := opened{
		which: which{ID: d.id, Path: name, Base: values.Base}, Kind: values.Kind.Folder(),
		Values: values.Values, Body: values.Body, Whole: values.Whole, Editable: values.Editable(), Format: formats[values.Format],
		NotText: values.NotText, Beside: s.beside(name), Stories: map[string]storyRef{},
	}
	if o.Values == nil {
		o.Values = map[string]any{}
	}
	at := placesOf(name, old)
	at.asText = !o.Editable
	o.Why = at.tell(values.Problems)
	if line > 0 {
		found := at.spot(diag.Place{Line: line})
		o.Spot = &found
	}
	if look := s.Current(); look != nil {
		o.about(look, name)
	}
	return o, nil
}

var formats = [...]string{source.YAML: "yaml", source.TOML: "toml", source.JSON: "json"}

// about puts what a look knows of the file.
func (o *opened) about(look *build.Look, name string) {
	seen, ok := seenIn(look, name)
	if !ok {
		return
	}
	l := listedOf(look, seen)
	o.State, o.Page, o.Bundle, o.Slug = l.State, l.Page, seen.Bundle, seen.Name
	switch {
	case seen.Story != nil:
		o.Slug = seen.Story.Slug
		m := seen.Story.Mentions()
		slugs := map[string]bool{m.Heads.Text: true}
		for _, ref := range append(m.Doers, m.Followers...) {
			slugs[ref.Text] = true
		}
		o.Stories = storiesOf(look, source.Profile, slugs)
		o.name(look, seen.Kind, seen.Story.Translations)
	case seen.Entry != nil:
		o.Slug = seen.Entry.Slug
		o.name(look, seen.Kind, seen.Entry.Translations)
		maps.Copy(o.Stories, picked(look, seen.Entry.Sections))
	}
}

// name puts the names of translations, which are of the file's own kind.
func (o *opened) name(look *build.Look, kind source.Kind, translations []profile.Ref) {
	slugs := map[string]bool{}
	for _, ref := range translations {
		slugs[ref.Text] = true
	}
	if len(slugs) > 0 {
		maps.Copy(o.Stories, storiesOf(look, kind, slugs))
	}
}

// seenIn finds a file in a look.
func seenIn(look *build.Look, name string) (build.Seen, bool) {
	for _, seen := range look.Files {
		if seen.Path == name {
			return seen, true
		}
	}
	return build.Seen{}, false
}

// beside names the pictures that lie in the folder of a bundle.
func (s *server) beside(name string) []string {
	names := []string{}
	if !edit.IsBundle(name) {
		return names
	}
	entries, err := os.ReadDir(filepath.Join(s.Dir, filepath.FromSlash(path.Dir(name))))
	if err != nil {
		return names // it is an offer only
	}
	for _, e := range entries {
		if e.Type().IsRegular() && picture.IsName(e.Name()) && !source.Ignored(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}

// kindOfPath is the kind of a content file.
func kindOfPath(name string) (source.Kind, error) {
	kind, ok := source.KindOf(name)
	if !ok {
		return 0, edit.ErrPath
	}
	return kind, nil
}
