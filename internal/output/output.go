// Package output is the list of the things that a site is made of: every page, feed and file, one file of this package for each sort
// of thing and one line for each in All.
//
// An output is a path, a function that makes its plain value, and how the value is written. The one value is hashed for the key and handed
// to the writer, so the two cannot part; the key's salt covers all else that the bytes depend on, the theme and the program. What a writer
// reads besides, the body of a story and the files that are copied, is asked for by its digest: if the file has changed meanwhile,
// source.ErrChanged comes back and the road runs again.
//
// Values are made one at a time, by whoever asks for them, and dropped. Nothing here writes to disk.
package output

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"sync"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/config"
	"guongsang/internal/digest"
	"guongsang/internal/markdown"
	"guongsang/internal/page"
	"guongsang/internal/picture"
	"guongsang/internal/publish"
	"guongsang/internal/search"
	"guongsang/internal/theme"
	"guongsang/internal/viet"
)

// Input is all that the outputs are made from.
type Input struct {
	// Files is the site's folder: content/ and static/.
	Files   fs.FS
	Config  config.Site
	Catalog *catalog.Catalog
	Theme   *theme.Theme
	Pages   *page.Site
	// Static lists the files of static/, without the folder.
	Static []string
	// Pictures are known by their paths.
	Pictures map[string]picture.Info
	// Digests are those of all files that are copied as they are, by their paths.
	Digests map[string]digest.Key
	// Bodies has what was made of the bodies that were read in this build. May be nil.
	Bodies Bodies
	// Search makes the search index: search.Update with what o does not say, the index to start from, the files and the format. afresh says that what was
	// made last is damaged, so that nothing may be taken of it. It is called by several sites at once.
	Search func(ctx context.Context, o search.Options, afresh bool) (*search.Index, error)
	// Workers is how many goroutines make the search index; 0 is one for each processor.
	Workers int
	// Program stands for the program itself: another program may write other bytes from the same value.
	Program digest.Key
}

// Bodies gives what markdown.Prepare made of a content file's body, by the digest of the file: it is appended to dst. ok is false where it is not at hand.
type Bodies interface {
	Get(dst []byte, file digest.Key) (prepared []byte, ok bool)
}

// Site makes the outputs of one site.
type Site struct {
	Input
	hasher digest.Hasher
	themed digest.Key
	words  map[string]string
	// unlabelled has a blank for each of words.
	unlabelled map[string]string
	index      index
	buffers    sync.Pool             // *[]byte, of pages
	tables     sync.Pool             // *table
	views      map[string]*sync.Pool // of pointers to views, by their templates
	// perSitemap is sitemapMax; tests make it small.
	perSitemap int
}

// New makes a Site.
func New(in Input) *Site {
	s := &Site{Input: in, words: map[string]string{}, unlabelled: noLabels(), perSitemap: sitemapMax}
	themeKey := in.Theme.Digest()
	s.themed = digest.Bytes(append(themeKey[:], in.Program[:]...))
	for _, w := range markdownWords {
		s.words[w] = in.Theme.Words()["markdown."+w]
	}
	s.views = map[string]*sync.Pool{}
	for template := range page.Pages() {
		s.views[template] = new(sync.Pool)
	}
	s.buffers.New = func() any { return new([]byte) }
	s.tables.New = func() any { return &table{links: map[string]string{}, pictures: map[string]markdown.Image{}} }
	return s
}

var markdownWords = []string{
	markdown.WordFootnotes, markdown.WordFootnote, markdown.WordFootnoteBack, markdown.WordVideo, markdown.WordTable,
}

// Words lists the words of a theme that the outputs need besides those of the pages.
func Words() []string {
	words := make([]string, len(markdownWords))
	for i, w := range markdownWords {
		words[i] = "markdown." + w
	}
	return words
}

// file is one output. Listed says that the sitemap has it, Modified when it last changed as far as its stories tell.
type file struct {
	at       address.Address
	make     func() (publish.Made, error)
	listed   bool
	modified viet.Date
	// copied is the file of the site's folder that this is a copy of, content the content file whose own page it is; most have neither.
	copied, content string
	// versions are the page in all its languages; nil for most.
	versions *catalog.Versions
}

// All gives every output of the site, in an order that depends on nothing but the site.
func (s *Site) All() iter.Seq[publish.Item] {
	return func(yield func(publish.Item) bool) {
		for f := range s.all() {
			if !yield(publish.Item{Path: f.at.File(), Make: f.make}) {
				return
			}
		}
	}
}

func (s *Site) all() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, output := range []iter.Seq[file]{
			s.assets(),
			s.static(),
			s.pictures(),
			s.home(),
			s.stories(),
			s.classes(),
			s.fields(),
			s.kinds(),
			s.years(),
			s.slides(),
			s.terms(),
			s.names(),
			s.statistics(),
			s.search(),
			s.plain(),
			s.redirects(),
			s.feeds(),
			s.sitemap(),
			s.offline(),
			s.wellKnown(),
			s.searchIndex(),
		} {
			for f := range output {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// made ties a value's key to its writer.
func made[V any](s *Site, salt digest.Key, value *V, write func(w io.Writer, value *V) error) (publish.Made, error) {
	key, err := s.hasher.Of(salt, value)
	if err != nil {
		return publish.Made{}, err
	}
	return publish.Made{Key: key, Write: func(w io.Writer) error { return write(w, value) }}, nil
}

// html is the output of a page: its view, rendered with a template of the theme.
func html[V any](s *Site, at address.Address, template string, view func() V) file {
	return file{at: at, listed: true, make: func() (publish.Made, error) {
		used := s.views[template]
		v, _ := used.Get().(*V)
		if v == nil {
			v = new(V)
		}
		*v = view()
		m, err := made(s, s.themed, v, func(w io.Writer, v *V) error { return s.writePage(w, at, template, v) })
		m.Done = func() { used.Put(v) }
		return m, err
	}}
}

// writePage fills the view's texts, renders it, and turns root marks into the page's own way to the root. view is a pointer to it.
func (s *Site) writePage(w io.Writer, at address.Address, template string, view any) error {
	if v, ok := view.(interface{ Texts() []*page.Text }); ok {
		for _, text := range v.Texts() {
			if err := s.fill(text); err != nil {
				return err
			}
		}
	}
	if v, ok := view.(interface {
		Describe(card func(digest.Key) page.Link)
	}); ok {
		v.Describe(s.Pages.CardLink)
	}
	b := s.buffers.Get().(*[]byte)
	defer s.buffers.Put(b)
	html, err := s.Theme.Append((*b)[:0], template, view)
	if err != nil {
		return fmt.Errorf("template %s: %w", template, err)
	}
	*b = html
	if at == address.NotFound {
		return address.Replant(w, html, s.Config.BasePath())
	}
	return at.Rebase(w, html)
}
