package output

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"strings"
	"sync"

	"guongsang/internal/address"
	"guongsang/internal/digest"
	"guongsang/internal/markdown"
	"guongsang/internal/page"
	"guongsang/internal/publish"
	"guongsang/internal/search"
)

// index is the search index, once it was asked for.
type index struct {
	mu   sync.Mutex
	made *search.Index
}

// Index makes the search index, from the one before where there is one; a second time it gives the same. Until then All has no files of it. The error is that
// of Input.Search.
func (s *Site) Index(ctx context.Context) (*search.Index, error) {
	s.index.mu.Lock()
	defer s.index.mu.Unlock()
	if s.index.made != nil {
		return s.index.made, nil
	}
	return s.makeIndex(ctx, false)
}

// insteadOf gives the index that takes the place of one in which something cannot be read. It is made of all texts, and comes out the same.
func (s *Site) insteadOf(damaged *search.Index) (*search.Index, error) {
	s.index.mu.Lock()
	defer s.index.mu.Unlock()
	if s.index.made != damaged {
		return s.index.made, nil
	}
	return s.makeIndex(context.Background(), true)
}

// makeIndex is called with the lock.
func (s *Site) makeIndex(ctx context.Context, afresh bool) (*search.Index, error) {
	documents := s.Pages.Documents()
	docs := make([]search.Doc, len(documents))
	for i, d := range documents {
		docs[i] = search.Doc{ID: string(d.At), Key: d.Key}
	}
	made, err := s.Search(ctx, search.Options{
		Docs: docs, Workers: s.Workers,
		Text: func(doc int, t *search.Text) error { return s.document(documents[doc], t) },
	}, afresh)
	if err != nil {
		return nil, err
	}
	s.index.made = made
	return made, nil
}

// noLabels are the words of texts that belong to the page and not to the story.
func noLabels() map[string]string {
	words := map[string]string{}
	for _, w := range markdownWords {
		words[w] = " "
	}
	return words
}

// document gives what is to be found of a document.
func (s *Site) document(d page.Document, t *search.Text) error {
	text := s.Pages.DocumentText(d)
	t.Name, t.Lead, t.Body = text.Name, append(t.Lead, text.Lead...), append(t.Body, text.Body...)
	for i := range text.Texts {
		err := s.withHTML(&text.Texts[i], s.unlabelled, func(html []byte) error {
			markdown.Passages(html, func(passage []byte, heading bool) {
				if heading {
					t.Lead = append(t.Lead, string(passage))
				} else {
					t.Body = append(t.Body, string(passage))
				}
			})
			return nil
		})
		if err != nil {
			return err
		}
	}
	slug := text.Slug
	if slug == search.Slug(text.Name) { // the reader's side makes the same
		slug = ""
	}
	members := []any{text.Facets.Kind, text.Name, slug, text.Summary, text.Before}
	if text.Lang != "" {
		members = append(members, text.Lang)
	}
	card, err := compactJSON(members)
	if err != nil {
		return err
	}
	t.Card = strings.TrimSuffix(strings.TrimPrefix(card, "["), "]")
	t.Row = text.Facets.Packed()
	return nil
}

// compactJSON writes a value as JSON on one line, with letters as they are.
func compactJSON(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// searchIndex gives the files of the search index, if it was made.
func (s *Site) searchIndex() iter.Seq[file] {
	return func(yield func(file) bool) {
		s.index.mu.Lock()
		x := s.index.made
		s.index.mu.Unlock()
		if x == nil {
			return
		}
		for script := range x.Scripts() {
			f := file{at: address.Search.Beside(script.Name), make: func() (publish.Made, error) {
				return publish.Made{Key: script.Key, Write: func(w io.Writer) error { return s.writeScript(w, x, script) }}, nil
			}}
			if !yield(f) {
				return
			}
		}
		if yield(s.searchBegin(x)) {
			yield(s.searchColumns(x))
		}
	}
}

// writeScript writes a file of an index. Whether what was kept of the last build is whole is seen only here, since most builds need to read little of it.
func (s *Site) writeScript(w io.Writer, x *search.Index, script search.Script) error {
	err := script.Write(w)
	if !errors.Is(err, search.ErrDamaged) {
		return err
	}
	anew, failed := s.insteadOf(x)
	if failed != nil {
		return failed
	}
	for other := range anew.Scripts() {
		if other.Name == script.Name && other.Key == script.Key {
			return other.Write(w)
		}
	}
	return err
}

// searchBegin is the file that the reader's side begins with: q and s, the size of the index and how many slots it has; c, d, t and k, how many files there are of the
// neighbours and of the single words of texts, of names and of cards; v, the stamps of these in the same order, and i, that of cot.js, by which the reader's side knows files of another
// build; l, where the pages of each kind are and what it is called; n, where near.js is; C and T, the dictionaries of texts and of names.
func (s *Site) searchBegin(x *search.Index) file {
	type begin struct {
		Index digest.Key
		Kinds []page.DocumentKind
		Near  string
	}
	near := "../" + string(address.Assets) + strings.TrimSuffix(s.Theme.AssetName("near.js"), ".js")
	return file{at: address.Search.Beside("muc.js"), make: func() (publish.Made, error) {
		return made(s, s.Program, &begin{x.Key(), s.Pages.DocumentKinds(), near}, func(w io.Writer, v *begin) error {
			size := x.Size()
			texts, names := x.Words()
			kinds := make([][2]string, len(v.Kinds))
			for i, k := range v.Kinds {
				kinds[i] = [2]string{k.Folder, k.Name}
			}
			return call(w, "muc", v.Index, map[string]any{
				"v": x.Stamps(), "i": search.Stamp(v.Index), "q": size, "s": size.Slots(), "c": size.PairShards(), "d": size.WordShards(), "t": size.NameShards(), "k": size.CardShards(), "l": kinds, "n": v.Near,
				"C": search.Dictionary(texts), "T": search.Dictionary(names),
			})
		})
	}}
}

// call writes a script that hands a value to the reader's side, with the stamp of the index.
func call(w io.Writer, name string, index digest.Key, v any) error {
	text, err := compactJSON(v)
	if err != nil {
		return err
	}
	return search.Call(w, name, text, search.Stamp(index))
}

// isSearchIndex says whether a path is that of a file of the index.
func isSearchIndex(path string) bool {
	return strings.HasPrefix(path, string(address.Search)) && strings.HasSuffix(path, ".js")
}
