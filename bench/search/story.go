// Package search makes queries for the search of a site together with what is right about them, and judges what a search engine answered. All of
// it is taken from the site's own Markdown by means of its own: not one line of the search that is measured takes part.
package search

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"guongsang/internal/viet"
)

// Story is what the judge knows of a story.
type Story struct {
	// Address is where its page is, from the root of the site: "guong/nguyen-thi-mau/".
	Address string
	// Name, Kind and Summary are as the editor wrote them; Body is the Markdown.
	Name, Kind, Summary, Body string

	// name is the plain form of Name, key the same with the tones in their new places, foldedName without marks.
	name, key, foldedName string
	text, folded          text
}

// front is what of the front matter has a meaning here. The words of all the other keys count as text.
type front struct {
	Name    string `yaml:"tên"`
	Slug    string `yaml:"đường dẫn"`
	Kind    string `yaml:"loại"`
	Summary string `yaml:"tóm tắt"`
}

// ReadSite reads the profiles of a site, sorted by address. The site is one of package corpus, or any whose keys are written as there.
func ReadSite(dir string) ([]Story, error) {
	var stories []Story
	site := os.DirFS(dir)
	err := fs.WalkDir(site, "content/guong", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".md" {
			return err
		}
		data, err := fs.ReadFile(site, file)
		if err != nil {
			return err
		}
		s, err := readStory(file, string(data))
		stories = append(stories, s)
		return err
	})
	if err == nil && len(stories) == 0 {
		err = fmt.Errorf("%s has no profiles", dir)
	}
	slices.SortFunc(stories, func(a, b Story) int { return strings.Compare(a.Address, b.Address) })
	return stories, err
}

func readStory(file, data string) (Story, error) {
	_, rest, _ := strings.Cut(data, "---\n")
	head, body, ok := strings.Cut(rest, "\n---\n")
	if !ok {
		return Story{}, fmt.Errorf("%s has no front matter", file)
	}
	var f front
	var all any
	for _, into := range []any{&f, &all} {
		if err := yaml.Unmarshal([]byte(head), into); err != nil {
			return Story{}, fmt.Errorf("%s: %w", file, err)
		}
	}
	slug := f.Slug
	if slug == "" {
		slug = strings.TrimSuffix(path.Base(file), ".md")
		if slug == "index" {
			slug = path.Base(path.Dir(file))
		}
	}
	s := Story{Address: "guong/" + slug + "/", Name: f.Name, Kind: f.Kind, Summary: f.Summary, Body: body}
	s.name = plain(s.Name)
	s.key = newTones(s.name)
	s.foldedName = viet.Fold(s.name)
	s.text = readText(strings.Join(values(all), "\n") + "\n" + body)
	s.folded = s.text.folded()
	return s, nil
}

// values are all the values in a front matter.
func values(v any) []string {
	var all []string
	switch v := v.(type) {
	case map[string]any:
		for _, part := range v {
			all = append(all, values(part)...)
		}
		slices.Sort(all)
	case []any:
		for _, part := range v {
			all = append(all, values(part)...)
		}
	case nil:
	default:
		all = append(all, fmt.Sprint(v))
	}
	return all
}
