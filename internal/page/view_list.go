package page

import "guongsang/internal/digest"

// List is the view of "list.html": all profiles, practices or articles, a kind, a year, a column, a facet of a field, an older
// page of any list. The views of fields, places and topics embed it.
type List struct {
	Frame
	// Kicker is a word above the heading that says what sort of list it is ("Lĩnh vực 5"); may be empty.
	Kicker string
	// Lead is a sentence below the heading; may be empty.
	Lead string
	// Body is the list's own introduction.
	Body Text
	// Total is the finished count ("48 gương"); empty on older pages. None is what to say where the list is empty.
	Total, None string
	Facets      []Facet
	// CardsHeading is the heading over the cards, for readers of the outline.
	CardsHeading string
	Cards        []digest.Key
	Pager        Pager
	// Sections are the practices and articles that belong here, on the first page only.
	Sections []Section
	// Slides leads from the page of a year to its slide show; empty on all others.
	Slides Link
}

// Facet is a set of narrower or neighbouring lists, as links with counts.
type Facet struct {
	Heading string
	Links   []CountLink
}

// Pager leads through the pages of a list. Newer and Older are empty at the ends; Pages has every page near this one, the
// newest first. Where the whole list stands on one page, Pages is empty.
type Pager struct {
	Label        string
	Here         string
	Newer, Older Link
	Pages        []PagerLink
}

// PagerLink is one page of a list. Gap says that pages are left out before this one.
type PagerLink struct {
	Text, Label, Address string
	Current, Gap         bool
}

// Index is the view of "index.html": the list of all fields, kinds, years, units, localities, columns or topics. Only one of
// Fields, Topics (with PastTopics) and Groups is filled.
type Index struct {
	Frame
	// Lead is a sentence below the heading. None is what to say where there is nothing yet.
	Lead   string
	None   string
	Fields []FieldTile
	Topics []TopicTile
	// PastTopics are those that are over.
	PastTopics []TopicTile
	Groups     []IndexGroup
}

// IndexGroup is a part of an index; Heading may be empty.
type IndexGroup struct {
	ID      string
	Heading string
	Entries []IndexEntry
}

// IndexEntry is one entry of an index.
type IndexEntry struct {
	CountLink
	Note string
}

// Names is the view of "names.html": everybody by name. Where there are few, Letters holds every name; where there are many,
// Letters holds given names with counts, and each has a page of its own.
type Names struct {
	Frame
	// Lead is a sentence below the heading. None is what to say where there is nobody yet.
	Lead    string
	None    string
	Letters []NameLetter
	// Up leads to the page above: from a given name to all names, from a family name to the given name.
	Up Link
}

// NameLetter is the names under one letter. Only one of Names and Given is filled.
type NameLetter struct {
	ID     string
	Letter string
	Names  []NameEntry
	Given  []CountLink
}

// NameEntry is one name, with a few words that tell people of the same name apart.
type NameEntry struct {
	Link
	Note string
}
