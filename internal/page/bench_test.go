package page

import (
	"testing"
	"testing/fstest"

	"guongsang/bench/corpus"
	"guongsang/internal/criteria"
	"guongsang/internal/digest"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// benchAlbum is a site of 2,000 stories.
func benchAlbum(b *testing.B) *album {
	b.Helper()
	const stories = 2000
	c, err := corpus.New(corpus.Options{Stories: stories, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	book, err := criteria.Plan()
	if err != nil {
		b.Fatal(err)
	}
	files := fstest.MapFS{}
	for i := range stories {
		f := corpus.Guongsang{}.Story(c, c.Story(i))
		files[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	list, _, _, err := source.List(files, files)
	if err != nil {
		b.Fatal(err)
	}
	all := make([]*profile.Story, len(list))
	for i, f := range list {
		doc, _, err := source.Read(files, f, nil)
		if err != nil {
			b.Fatal(err)
		}
		all[i], _ = profile.Decode(doc, book)
	}
	return newAlbum(b, all)
}

// BenchmarkNew makes what all pages share, the views of all cards above all, without hashing them.
func BenchmarkNew(b *testing.B) {
	a := benchAlbum(b)
	in := Input{
		Config: a.config, Catalog: a.catalog, Words: a.words,
		Keep: func(string, any) (digest.Key, error) { return digest.Key{}, nil },
		KeepAll: func(_ string, n int, view func(i int) any) ([]digest.Key, error) {
			for i := range n {
				_ = view(i)
			}
			return make([]digest.Key, n), nil
		},
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(in); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStory makes the view of one story's page after the other.
func BenchmarkStory(b *testing.B) {
	a := benchAlbum(b)
	stories := a.catalog.Profiles
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		_ = a.Story(stories[i%len(stories)])
		i++
	}
}

// BenchmarkOlderList makes the view of one older page of the longest list after the other.
func BenchmarkOlderList(b *testing.B) {
	a := benchAlbum(b)
	l := a.Classes()[0]
	older := a.OlderPages(l)
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		_ = a.OlderList(l, 1+i%older)
		i++
	}
}
