package theme

import (
	"errors"
	"html/template"
	"strings"
	"sync"
	"text/template/parse"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
)

// source is one template file. It stands in the sets of many pages, so it is parsed once, and its trees are copied into them.
type source struct {
	name, place, text string
	// written parses the text as it was written, minified without what a reader of the page does not need.
	written, minified func() (*template.Template, error)
}

var errMinified = errors.New("theme: the template does not survive minifying")

func newSource(name, place, text string, f functions) *source {
	parse := func(text string) (*template.Template, error) { return template.New(name).Funcs(f.names()).Parse(text) }
	return &source{
		name: name, place: place, text: text,
		written: sync.OnceValues(func() (*template.Template, error) { return parse(text) }),
		minified: sync.OnceValues(func() (*template.Template, error) {
			short, err := minified(text)
			if err != nil {
				return nil, err
			}
			return parse(short)
		}),
	}
}

func minified(text string) (string, error) {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		TemplateDelims: html.GoTemplateDelims, KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true,
	})
	short, err := m.String("text/html", text)
	if err == nil && strings.Count(short, "{{") != strings.Count(text, "{{") { // an {{if}} in a comment must not go with it
		err = errMinified
	}
	return short, err
}

// asWritten and asMinified choose what of a source goes into a set.
func asWritten(s *source) (*template.Template, error)  { return s.written() }
func asMinified(s *source) (*template.Template, error) { return s.minified() }

// join makes one executable template of sources, as if the texts had been parsed one after the other, but of what root needs only. The
// error is the first that one of the sources has.
func join(root string, sources []*source, f functions, as func(*source) (*template.Template, error)) (*template.Template, error) {
	trees := map[string]*parse.Tree{}
	for _, s := range sources {
		parsed, err := as(s)
		if err != nil {
			return nil, err
		}
		for _, t := range parsed.Templates() {
			// A definition takes the place of an earlier one, but not where it is empty: so a page need not fill a block of base.
			if t.Tree != nil && (trees[t.Name()] == nil || !parse.IsEmptyTree(t.Tree.Root)) {
				trees[t.Name()] = t.Tree
			}
		}
	}
	set := template.New(root).Funcs(f.names())
	err := need(set, root, trees)
	return set.Lookup(root), err
}

// need adds a template to a set, and those that it calls. Trees are copied, since html/template writes into them.
func need(set *template.Template, name string, trees map[string]*parse.Tree) (err error) {
	if t := set.Lookup(name); trees[name] == nil || t != nil && t.Tree != nil {
		return nil // html/template says which one is missing
	}
	if _, err = set.AddParseTree(name, trees[name].Copy()); err != nil {
		return err
	}
	walk(trees[name].Root, func(n parse.Node) {
		if call, ok := n.(*parse.TemplateNode); ok && err == nil {
			err = need(set, call.Name, trees)
		}
	})
	return err
}
