// Package theme is a theme folder: templates, words, styles. It turns a view into HTML and knows nothing of what the view is about.
//
// # A theme folder
//
//	templates/base.html      the document around every page; the other pages define "main" (and what else base asks for)
//	templates/<page>.html    one for each view
//	templates/<fragment>.html  a piece that is rendered once and stands in many pages: card, header, footer
//	templates/parts/*.html   pieces for the templates' own use: {{template "parts/pager.html" .Pager}}
//	i18n/vi.yaml, en.yaml    fixed words, a name and a text on each line
//	assets/                  styles, scripts, fonts, pictures: published with their digest in the name
//	icons/*.svg              drawings that templates write into the page
//
// A theme is given as layers, the uppermost first; a file of an upper layer hides that of the same path below, and words are
// laid over one another word by word.
//
// # What is promised
//
// Load checks everything at once: that every template parses, names only fields that its view has (also in branches that are
// not taken), only words, assets and icons that there are; that styles and scripts are well-formed and lead to files that exist.
// Every problem has its file and line. A loaded Theme is never changed but for its store of fragments and may be used by all goroutines.
//
// Templates are html/template's. What they write is written by their compiled form where there is one (form.go), and is the same.
//
// Functions in templates: t (a word), asset (the address of a file of assets/), icon (a drawing), fragment (a fragment by its key).
package theme

import (
	"io/fs"

	"guongsang/internal/diag"
	"guongsang/internal/digest"
)

// Layer is one layer of a theme. Name is what messages call its folder ("themes/sen").
type Layer struct {
	Name string
	FS   fs.FS
}

// Options say what a theme must have.
type Options struct {
	// Layers are the theme's files, the uppermost first.
	Layers []Layer
	// Language is "vi" or "en".
	Language string
	// Pages and Fragments are the templates that must be there, each with a zero view of the type that it will get.
	Pages, Fragments map[string]any
	// Needed are the words that others than templates ask for.
	Needed []string
	// AssetFolder is what the addresses of assets begin with ("~/tai-nguyen/").
	AssetFolder string
}

// Theme is a loaded theme.
type Theme struct {
	// pages and fragments are compiled when they are first asked for: a build that changes nothing asks for none.
	pages     map[string]func() *form
	fragments map[string]func() *form
	words     map[string]string
	assets    []Asset
	digest    digest.Key

	hasher digest.Hasher
	store  store
}

// Asset is one published file of the theme: From is its path below assets/, Name the same with the digest of its bytes.
type Asset struct {
	From, Name string
	Bytes      []byte
}

// Load loads a theme. Where the problems hold an error, the theme is nil.
func Load(o Options) (*Theme, []diag.Problem) {
	l := newLoader(o)
	l.readWords()
	l.readAssets()
	l.readTemplates()
	l.checkAddedWords()
	if diag.Count(l.problems)[diag.Error] > 0 {
		return nil, l.problems
	}
	l.theme.digest = l.digest()
	return l.theme, l.problems
}

// Digest stands for all that a page takes from the theme.
func (t *Theme) Digest() digest.Key { return t.digest }

// Words are the fixed words by their names. They are only read.
func (t *Theme) Words() map[string]string { return t.words }

// Assets lists the files to publish, in the order of names.
func (t *Theme) Assets() []Asset { return t.assets }

// AssetName gives the name under which the file of a path below assets/ is published; empty where there is none.
func (t *Theme) AssetName(from string) string {
	for _, a := range t.assets {
		if a.From == from {
			return a.Name
		}
	}
	return ""
}

// Append writes a view with its page template behind what dst holds already, and gives all of it. With an error, what it wrote is of no use.
func (t *Theme) Append(dst []byte, name string, view any) ([]byte, error) {
	open, ok := t.pages[name]
	if !ok {
		return dst, errNoTemplate
	}
	return open().append(dst, view)
}

// Keep takes a view of a fragment and gives the key by which templates ask for its HTML. The key is a pure function of the template's name
// and the view, and holds within this theme; the HTML is made when it is first asked for. A pointer counts as what it points to.
func (t *Theme) Keep(name string, view any) (digest.Key, error) {
	keys, err := t.KeepAll(name, 1, func(int) any { return view })
	if err != nil {
		return digest.Key{}, err
	}
	return keys[0], nil
}

// KeepAll is Keep for n views of one template, for those of which most may never be asked for: a view is made for its key, dropped, and
// made again when somebody asks for the HTML. So view must give an equal value for the same number whenever it is called, until the
// theme is dropped, and be safe for all goroutines.
func (t *Theme) KeepAll(name string, n int, view func(i int) any) ([]digest.Key, error) {
	form, ok := t.fragments[name]
	if !ok {
		return nil, errNoTemplate
	}
	keys, salt, slab := make([]digest.Key, n), digest.Text(name), t.store.from(origin{form, view})
	for i := range keys {
		var err error
		if keys[i], err = t.hasher.Of(salt, view(i)); err != nil {
			return nil, err
		}
		t.store.keep(keys[i], slab, i)
	}
	return keys, nil
}
