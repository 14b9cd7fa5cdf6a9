package output

import (
	"fmt"
	"html/template"

	"guongsang/internal/diag"
	"guongsang/internal/markdown"
	"guongsang/internal/page"
	"guongsang/internal/source"
)

// table is what a text is made on, used again for the next.
type table struct {
	prepared, html []byte
	links          map[string]string
	pictures       map[string]markdown.Image
}

// fill makes the HTML of a text. It needs no escaping: it is markdown's, which lets no markup of an author through.
func (s *Site) fill(t *page.Text) error {
	return s.withHTML(t, s.words, func(html []byte) error {
		t.HTML = template.HTML(html)
		return nil
	})
}

// withHTML makes the HTML of a text with some labels, in which root marks stay as they are, and hands it to use, which must not keep it.
func (s *Site) withHTML(t *page.Text, words map[string]string, use func(html []byte) error) error {
	if t.Empty {
		return use(nil)
	}
	b := s.tables.Get().(*table)
	defer s.tables.Put(b)
	prepared, err := s.prepared(b, t)
	if err != nil {
		return err
	}
	from := markdown.Sources{Links: b.links, Pictures: b.pictures, Words: words, IDPrefix: t.Prefix}
	if t.Prefix != "" {
		from.HeadingLevel = 3 // the text stands under a heading of the page
	}
	clear(from.Links)
	for _, l := range t.Links {
		from.Links[l.Written] = l.Address
	}
	clear(from.Pictures)
	for _, p := range t.Pictures {
		from.Pictures[p.Written] = markdown.Image{Address: p.Address, Width: p.Width, Height: p.Height}
	}
	if b.html, err = markdown.Fill(b.html[:0], prepared, from); err != nil {
		return fmt.Errorf("%s: %w", t.File, err)
	}
	return use(b.html)
}

// prepared gives the HTML of a text with its holes: as it was made when the file was read in this build, else from the file.
func (s *Site) prepared(b *table, t *page.Text) (markdown.Prepared, error) {
	body := []byte(t.Source)
	if t.File != "" {
		var ok bool
		if s.Bodies != nil {
			if b.prepared, ok = s.Bodies.Get(b.prepared[:0], t.Digest); ok {
				return b.prepared, nil
			}
		}
		var err error
		if body, err = source.Body(s.Files, t.File, t.Digest, t.Offset); err != nil {
			return nil, fmt.Errorf("%s: %w", t.File, err)
		}
	}
	_, prepared, _ := markdown.Prepare(body, diag.Place{})
	return prepared, nil
}
