// Package profile is the domain: the stories that a site tells and the things that they belong to, and the rules of a valid one.
//
// Decode turns a document that source has read into a Story (a profile, a practice or an article), DecodeEntry into an Entry (a
// unit, a locality, a column, a topic, a field's introduction, a plain page). Both check everything that can be said of one file by itself and
// give all problems with place and remedy; what needs other files (does that slug exist?) is catalog's. A value is finished when it is
// returned and never changed, but for the Number that a catalog gives its stories.
package profile

import (
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Ref is a name or slug that an author wrote, with its place for what may have to be said of it later.
type Ref struct {
	Text  string
	Place diag.Place
}

// Present says whether the author wrote anything.
func (r Ref) Present() bool { return r.Text != "" }

// Story is a profile, a practice or an article. Class says which; the parts that belong to one class only are empty in the others. It
// holds what lists and other pages need of it, for a site has many; the rest is its Detail.
type Story struct {
	Class source.Kind
	// File is the content file and At the beginning of its front matter.
	File string
	At   diag.Place
	// Slug is the last part of the address.
	Slug string
	Name string
	// Lang is the language of what the author wrote: the tag that language.Parse gives.
	Lang string
	// Translations are the slugs that the author names of the same story in other languages, on whichever side.
	Translations []Ref
	// SortKey orders lists of names. Listed is the word under which the name stands there, a person's given name, and Family the
	// word that tells those of one given name apart.
	SortKey, Listed, Family string

	Kind criteria.Kind
	// Fields are those that the story belongs to, the main one first.
	Fields []*criteria.Field
	// Years are sorted, the newest last.
	Years                  []int
	Unit, Locality, Column Ref
	Topics                 []Ref

	Honorific, Position string

	// Date is the day of publication, zero where the author gave none; Order is the day by which the story is ordered: Date, or
	// 1 January of the last of Years.
	Date, Order      viet.Date
	Updated, Expires viet.Date

	Summary string
	Picture Picture

	Featured, Draft bool
	// Aliases are old addresses that lead here.
	Aliases []Ref
	Body    Body

	// Number tells the stories of a catalog apart: its place among those that the catalog was made of, from 0. The catalog gives it.
	Number int

	// mentions and detail are the packed Mentions and Detail, and book what they are unpacked with.
	mentions, detail string
	book             *criteria.Book
}

// Mentions is all that a story names of other files: what must be found before the story can be shown.
type Mentions struct {
	// Heads is the slug of the collective that this person heads.
	Heads Ref
	// Doers are the slugs of the profiles that a practice, or an article, is about; Followers those of Detail.Copies, empty where a copy
	// has no profile.
	Doers, Followers []Ref
	// Links and Pictures are the destinations in the body and in a practice's texts.
	Links, Pictures []Target
}

// Target is what a link or a picture leads to: its destination as markdown gives it, and its place in the file.
type Target struct {
	Dest         string
	Line, Column int
}

// Detail is what a story's own page shows besides and no list needs. The parts that belong to one class only are empty in the others.
type Detail struct {
	Subkind   criteria.Subkind
	BirthYear int

	Commendations []Commendation
	Criteria      []Shown
	Results       []Result
	// Discovery says how the example was found.
	Discovery string
	Timeline  []Note
	Copies    []Copy
	Visit     Visit
	Credit    Credit
	Consent   Consent

	// Problem, How and Conditions are Markdown texts of a practice.
	Problem, How, Conditions string

	// Found is what stands in the body.
	Found Found
}

// IsProfile says whether the story is a profile, which is what lists count.
func (s *Story) IsProfile() bool { return s.Class == source.Profile }

// MainField is the first field, or nil.
func (s *Story) MainField() *criteria.Field {
	if len(s.Fields) == 0 {
		return nil
	}
	return s.Fields[0]
}

// LastYear is the newest of the story's years, or 0.
func (s *Story) LastYear() int {
	if len(s.Years) == 0 {
		return 0
	}
	return s.Years[len(s.Years)-1]
}

// Body is where a file's Markdown is. The text itself is not held: it is had by the digest when it is written.
type Body struct {
	File   string
	Digest digest.Key
	// Offset is where the body begins in the file, see source.Document.
	Offset int
	// Empty says that there is nothing to show.
	Empty bool
}

// Found is what stands in a body.
type Found struct {
	// Anchors are the ids that can be linked to.
	Anchors []string
	Words   int
	// Excerpt is the beginning of the text.
	Excerpt string
}

// Picture is a picture file named by an author. Path is as written, relative to the content file.
type Picture struct {
	Path                 Ref
	Alt, Caption, Credit string
}

// Commendation is a form of commendation, who awarded it, by which decision and when.
type Commendation struct {
	Form, Authority, Number string
	Date                    viet.Date
}

// Shown is a criterion that the story shows, and the author's evidence for it.
type Shown struct {
	Criterion *criteria.Criterion
	Evidence  string
}

// Result is one figure before and after. Has says which of the two numbers were given.
type Result struct {
	What, Unit          string
	Before, After       float64
	HasBefore, HasAfter bool
	Year                int
}

// Note is one step of what came after.
type Note struct {
	Date viet.Date
	Text string
}

// Copy is somebody who took the example up.
type Copy struct {
	Unit, Text string
	Year       int
}

// Visit says how to come and see.
type Visit struct{ Address, Contact, Hours string }

// Credit says whose words and pictures these are. Link is an address on the web.
type Credit struct{ Author, Photos, Link string }

// Consent is the agreement to publish personal data and pictures (Luật 91/2025/QH15, Điều 9).
type Consent struct {
	Date viet.Date
	By   string
}

// Entry is a thing that stories belong to, or a plain page: all that has a file of its own and is not a story. Class says which; the
// parts that belong to one class only are empty in the others.
type Entry struct {
	Class   source.Kind
	File    string
	At      diag.Place
	Slug    string
	Name    string
	NameAt  diag.Place
	Summary string
	Picture Picture
	// Lang is the language of what the author wrote, Translations are the slugs of a plain page in other languages.
	Lang         string
	Translations []Ref

	// FormerNames and MergedInto are of units and localities; MergedOn is the day of the merger.
	FormerNames []Ref
	MergedInto  Ref
	MergedOn    viet.Date

	Locality                    Ref
	Address, Phone, Email, Link string

	// From and To are the days of a topic, Sections what its page shows in the editor's order, and Call asks for stories; Email is where they go.
	From, To viet.Date
	Sections []Section
	Call     Ref
	// Menu is a plain page's place in the menu, counted from 1; 0 keeps it out of the menu.
	Menu int

	Aliases []Ref
	Body    Body
	Found   Found
	// Links and Pictures are the destinations in the body.
	Links, Pictures []Target
}
