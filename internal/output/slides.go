package output

import (
	"iter"

	"guongsang/internal/page"
)

// slides gives the slide shows of the years. The sitemap does not list them: they repeat the lists of the years.
func (s *Site) slides() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, show := range s.Pages.Shows() {
			f := html(s, show.At, "slides.html", func() page.Slides { return s.Pages.Slides(show) })
			f.listed = false
			if !yield(f) {
				return
			}
		}
	}
}
