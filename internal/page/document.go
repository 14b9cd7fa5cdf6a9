package page

import (
	"slices"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/digest"
	"guongsang/internal/pack"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Document is a page that can be searched for: a story, a term or a plain page.
type Document struct {
	At address.Address
	// Key changes whenever anything does that DocumentText gives.
	Key digest.Key

	story *profile.Story
	term  *catalog.Term
	entry *profile.Entry
}

// DocumentText is what is to be found of a document, and what a result shows of it.
type DocumentText struct {
	// Name is what the document is called; Before stands before it where it is shown ("Bà"); Slug is the last part of its address.
	Name, Before, Slug string
	// Summary is shown below the name. Lang is the language of both, where it is not the page's.
	Summary, Lang string
	// Lead and Body are passages to be found, the first ones those that count more; Texts are Markdown.
	Lead, Body []string
	Texts      []Text
	Facets     Facets
}

// Facets are what search results can be narrowed by.
type Facets struct {
	// Kind is an index into the kinds of DocumentKinds.
	Kind int
	// Fields are the numbers of fields in the plan.
	Fields, Years []int
	// Unit and Locality are slugs.
	Unit, Locality string
	// Commendations are forms of commendation, as the author writes them.
	Commendations []string
	// Visit says that one may come and see; Translated, that another story stands in lists for this one.
	Visit, Translated bool
}

// Packed is the facets as text, for UnpackFacets.
func (f Facets) Packed() string {
	p := pack.To(nil)
	f.pack(p)
	return string(p.Bytes())
}

// UnpackFacets reads what Packed gave; ok is false for anything else.
func UnpackFacets(packed string) (f Facets, ok bool) {
	p := pack.From(packed)
	f.pack(p)
	return f, p.Done()
}

func (f *Facets) pack(p *pack.Packer) {
	p.Int(&f.Kind)
	pack.List(p, &f.Fields, (*pack.Packer).Int)
	pack.List(p, &f.Years, (*pack.Packer).Int)
	p.Text(&f.Unit)
	p.Text(&f.Locality)
	pack.List(p, &f.Commendations, (*pack.Packer).Text)
	p.Bool(&f.Visit)
	p.Bool(&f.Translated)
}

// resultWords is how many words of the summary stand on a search result: less than on a card, since ten of them are fetched for one search.
const resultWords = 26

// The kinds of documents, in the order in which results of equal rank stand. The first three are those of profiles, in the order of criteria.Kinds.
const (
	practiceDocument = iota + 3
	articleDocument
	topicDocument
	columnDocument
	unitDocument
	localityDocument
	plainDocument
)

// DocumentKind is a kind of documents: its code, which stands in addresses of searches, its name, and where its pages are, from the root of the site.
type DocumentKind struct{ Code, Name, Folder string }

// DocumentKinds are the kinds of documents, as Facets.Kind counts them.
func (s *Site) DocumentKinds() []DocumentKind {
	kinds := make([]DocumentKind, 0, plainDocument+1)
	for _, k := range s.catalog.Kinds {
		kinds = append(kinds, DocumentKind{k.Kind.Code(), s.say("kind." + k.Kind.Code()), source.Profile.Folder() + "/"})
	}
	for _, class := range []source.Kind{source.Practice, source.Article} {
		kinds = append(kinds, DocumentKind{class.Folder(), s.say(classWord(class)), class.Folder() + "/"})
	}
	for _, term := range []struct {
		class source.Kind
		word  string
	}{{source.Topic, "topics"}, {source.Column, "columns"}, {source.Unit, "units"}, {source.Locality, "localities"}} {
		kinds = append(kinds, DocumentKind{term.class.Folder(), s.say("kicker." + term.word), term.class.Folder() + "/"})
	}
	return append(kinds, DocumentKind{source.Page.Folder(), s.say("search.plain"), ""})
}

// Documents are all that can be searched for.
func (s *Site) Documents() []Document {
	c := s.catalog
	docs := make([]Document, 0, len(c.Profiles)+len(c.Practices)+len(c.Articles)+len(c.Units)+len(c.Localities)+64)
	begin := append([]byte(s.config.Language+"\x00"+s.say("ui.decision")+"\x00"+s.say("search.merged")), 0)
	var key []byte
	for _, list := range [][]*profile.Story{c.Profiles, c.Practices, c.Articles, c.Translations} {
		for _, story := range list {
			r := c.Of(story)
			key = append(append(key[:0], begin...), story.Body.Digest[:]...)
			for _, l := range []Link{s.termLink(r.Unit, story.Unit), s.termLink(r.Locality, story.Locality)} {
				key = append(append(append(append(key, l.Text...), 0), l.Address...), 0)
			}
			key = append(append(key, s.termText(source.Column, story.Column)...), 0)
			for _, t := range story.Topics {
				key = append(append(key, s.termText(source.Topic, t)...), 0)
			}
			docs = append(docs, Document{At: c.Address(story), Key: digest.Bytes(key), story: story})
		}
	}
	for _, terms := range [][]*catalog.Term{c.Topics, c.Columns, c.Units, c.Localities} {
		for _, t := range terms {
			key = append(append(append(append(append(key[:0], begin...), t.Name...), 0), t.Lang...), 0)
			if t.Successor != nil {
				key = append(append(key, t.Successor.Name...), 0)
			}
			if t.Entry != nil {
				key = append(key, t.Entry.Body.Digest[:]...)
			}
			docs = append(docs, Document{At: t.Address(), Key: digest.Bytes(key), term: t, entry: t.Entry})
		}
	}
	for _, e := range slices.Concat(c.Pages, c.PageTranslations) {
		key = append(append(key[:0], begin...), e.Body.Digest[:]...)
		docs = append(docs, Document{At: address.Under("", e.Slug), Key: digest.Bytes(key), entry: e})
	}
	return docs
}

// termText is what a story calls a column or a topic.
func (s *Site) termText(class source.Kind, ref profile.Ref) string {
	if !ref.Present() {
		return ""
	}
	return s.termLink(s.catalog.Term(class, ref), ref).Text
}

// DocumentText gives what is to be found of a document.
func (s *Site) DocumentText(d Document) DocumentText {
	switch {
	case d.story != nil:
		return s.storyDocument(d.story)
	case d.term != nil:
		return s.termDocument(d.term)
	}
	return s.entryDocument(d.entry.Name, d.entry.Slug, plainDocument, d.entry)
}

func (s *Site) termDocument(t *catalog.Term) DocumentText {
	kind := map[source.Kind]int{
		source.Topic: topicDocument, source.Column: columnDocument, source.Unit: unitDocument, source.Locality: localityDocument,
	}[t.Class]
	v := s.entryDocument(t.Name, t.Slug, kind, t.Entry)
	v.Lang = s.termLang(t)
	if t.Successor != nil { // its address leads on to the successor's page
		v.Summary = s.say("search.merged", t.Successor.Name)
	}
	return v
}

func (s *Site) entryDocument(name, slug string, kind int, e *profile.Entry) DocumentText {
	v := DocumentText{Name: name, Slug: slug, Lead: otherForms(name), Facets: Facets{Kind: kind}}
	if e == nil {
		return v
	}
	v.Summary, v.Lang = viet.FirstWords(firstOf(e.Summary, e.Found.Excerpt), resultWords), s.lang(e.Lang)
	v.Lead = append(v.Lead, e.Summary)
	for _, former := range e.FormerNames {
		v.Lead = append(v.Lead, former.Text)
	}
	v.Body = append(v.Body, e.Address)
	v.Texts = append(v.Texts, s.bodyText(e.Body, e.Lang, s.catalog.OfEntry(e)))
	return v
}

func (s *Site) storyDocument(story *profile.Story) DocumentText {
	r, d := s.catalog.Of(story), story.Detail()
	v := DocumentText{
		Name: story.Name, Slug: story.Slug, Before: story.Honorific, Summary: viet.FirstWords(s.Summary(story), resultWords), Lang: s.lang(story.Lang),
		Texts: []Text{s.StoryText(story)}, Facets: s.facets(story, d, r),
	}
	unit := s.termLink(r.Unit, story.Unit).Text
	v.Lead = append(otherForms(story.Name), otherForms(unit)...)
	if story.Honorific != "" {
		v.Lead = append(v.Lead, story.Honorific+" "+story.Name)
	}
	v.Lead = append(v.Lead, story.Position, story.Summary, unit, s.termLink(r.Locality, story.Locality).Text)
	v.Lead = append(v.Lead, s.termText(source.Column, story.Column))
	for _, t := range story.Topics {
		v.Lead = append(v.Lead, s.termText(source.Topic, t))
	}
	for _, how := range s.how(d, story.Lang, r) {
		v.Texts = append(v.Texts, how.Text)
	}
	add := func(texts ...string) { v.Body = append(v.Body, texts...) }
	for _, c := range d.Commendations {
		add(c.Form, c.Authority)
		if c.Number != "" {
			add(s.say("ui.decision", c.Number))
		}
	}
	for _, shown := range d.Criteria {
		add(shown.Evidence)
	}
	for _, result := range d.Results {
		add(result.What)
	}
	for _, note := range d.Timeline {
		add(note.Text)
	}
	for _, c := range d.Copies {
		add(c.Unit, c.Text)
	}
	add(d.Visit.Address, d.Visit.Contact, story.Picture.Caption, story.Picture.Credit, d.Credit.Author, d.Credit.Photos)
	return v
}

func (s *Site) facets(story *profile.Story, d *profile.Detail, r *catalog.Resolved) Facets {
	f := Facets{Years: story.Years, Visit: d.Visit != (profile.Visit{}), Translated: s.catalog.Original(story) != story}
	if len(f.Years) == 0 && !story.Order.IsZero() {
		f.Years = []int{story.Order.Year}
	}
	switch story.Class {
	case source.Practice:
		f.Kind = practiceDocument
	case source.Article:
		f.Kind = articleDocument
	default:
		f.Kind = int(story.Kind) - 1
	}
	for _, field := range story.Fields {
		f.Fields = append(f.Fields, field.Number)
	}
	f.Unit, f.Locality = aliveSlug(r.Unit), aliveSlug(r.Locality)
	for _, c := range d.Commendations {
		if c.Form != "" && !slices.Contains(f.Commendations, c.Form) {
			f.Commendations = append(f.Commendations, c.Form)
		}
	}
	return f
}

// aliveSlug is the slug of a term, of a merged one its successor's.
func aliveSlug(t *catalog.Term) string {
	switch {
	case t == nil:
		return ""
	case t.Successor != nil:
		return t.Successor.Slug
	}
	return t.Slug
}

// FieldNames are the codes and the names of the fields, in the plan's order.
func (s *Site) FieldNames() [][2]string {
	names := make([][2]string, len(s.byField))
	for i := range s.byField {
		names[i] = [2]string{s.catalog.Fields[i].Code, s.byField[i].link.Text}
	}
	return names
}

// TermNames are the names of the units or localities, by their slugs.
func (s *Site) TermNames(class source.Kind) map[string]string {
	terms := s.catalog.Units
	if class == source.Locality {
		terms = s.catalog.Localities
	}
	names := make(map[string]string, len(terms))
	for _, t := range terms {
		names[t.Slug] = t.Name
	}
	return names
}
