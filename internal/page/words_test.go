package page

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"guongsang/themes"
)

// No word of the built-in themes is dead: each is asked for by a view, by Markdown, by the search or by a template.
func TestEveryWordIsAskedFor(t *testing.T) {
	var templates strings.Builder
	err := fs.WalkDir(themes.FS, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".html") {
			return err
		}
		text, err := themes.FS.ReadFile(path)
		templates.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	needed := Needed()
	for _, lang := range []string{"vi", "en"} {
		words := themeWords(t, lang)
		if len(words) < len(needed) {
			t.Fatalf("%s has %d words", lang, len(words))
		}
		for word := range words {
			form := strings.TrimSuffix(strings.TrimSuffix(word, ".one"), ".none")
			ofPlan := strings.HasPrefix(word, fieldNames) || strings.HasPrefix(word, subkindNames) || strings.HasPrefix(word, commendationNames)
			if !ofPlan && !strings.HasPrefix(word, "markdown.") && !slices.Contains(needed, form) && !strings.Contains(templates.String(), `"`+form+`"`) {
				t.Errorf("%s: nobody asks for %q", lang, word)
			}
		}
	}
}
