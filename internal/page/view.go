package page

import (
	"html/template"

	"guongsang/internal/digest"
)

// Frame is what stands around the content of every page. Every page view embeds it.
type Frame struct {
	// Lang is the language of the page, "vi" or "en".
	Lang string
	// Title is the finished text of <title>.
	Title string
	// Heading is the page's one h1. HeadingLang is its language, and that of all that its author wrote on the page, where that is not the page's.
	Heading, HeadingLang string
	// Description is the finished text of the description, without markup.
	Description string
	// Canonical is the page's full address; empty where site.yaml has no base address.
	Canonical string
	// Base is the site's full address; empty where site.yaml has none.
	Base string
	// SiteName is the site's name.
	SiteName string
	// ShareType is the OpenGraph type: "website", "article" or "profile".
	ShareType string
	// ShareImage is the full address of the picture that is shown when the page is shared; may be empty.
	ShareImage string
	// Published and Modified are full times for OpenGraph (2023-05-19T00:00:00+07:00); may be empty.
	Published, Modified string
	// NoIndex asks search engines not to list the page.
	NoIndex bool
	// Schema is what the page is, as schema.org calls it; empty where nothing is said of it.
	Schema string
	// Data is the page's JSON-LD. It is filled by the writer of the page, just before the template runs, from the rest of the view.
	Data template.JS `digest:"-"`
	// Feed leads to the list's own RSS feed, SiteFeed to the whole site's; an empty address means that there is none.
	Feed, SiteFeed Link
	// Alternates are the page in all its languages, this one too; empty where it has one only, or where site.yaml has no base address.
	Alternates []Alternate
	// PrevPage and NextPage are the neighbours of a page of a list; may be empty.
	PrevPage, NextPage string
	// Crumbs lead from the home page to this one; the last has no address. Empty on the home page.
	Crumbs []Link
	// Icon is the address of the site's sign; may be empty.
	Icon string
	// Manifest is the address of site.webmanifest.
	Manifest string
	// Field is the code of the one field that the page is about, for its colour and sign; may be empty.
	Field string
	// Header and Footer are fragments: write them with {{fragment .Header}}.
	Header, Footer digest.Key
	// Offline says that browsers may keep what was read: script.js asks for that where its own element has data-keep.
	Offline bool
}

// Publisher is the organisation that publishes the site. Logo is an address; it may be empty.
type Publisher struct {
	Name, Logo string
}

// Alternate is a page in one of its languages. Address is a full one.
type Alternate struct {
	Lang, Address string
}

// Link is a text that leads somewhere. An empty Address is a text without a link. Lang is the language of the text, where it is not the page's.
type Link struct {
	Text    string
	Address string
	Lang    string
}

// CountLink is a link with the number of profiles behind it. Current marks the page that one is on.
type CountLink struct {
	Text    string
	Address string
	// Lang is the language of the text, where it is not the page's.
	Lang string
	// Count is the finished number, "1.200"; empty where it is not told.
	Count   string
	Current bool
}

// Day is a date twice: ISO for <time datetime>, Text for people. ISO is empty where only a year is known.
type Day struct {
	ISO  string
	Text string
}

// Picture is a picture with all that it needs; Address is empty where there is none. Width and Height are in pixels, 0 where they
// are not known.
type Picture struct {
	Address       string
	Alt           string
	Caption       string
	Credit        string
	Width, Height int
	// Lang is the language of Alt and Caption, where it is not the page's.
	Lang string
}

// Text is a Markdown text. HTML is filled by the writer of the page, just before the template runs; everything else is what
// the HTML is made from.
type Text struct {
	// File and Digest name the content file whose body the text is, and Offset where the body begins; they are empty where Source
	// holds the text itself.
	File   string
	Digest digest.Key
	Offset int
	Source string
	// Links and Pictures say where the destinations that stand in the text lead.
	Links    []TextLink
	Pictures []TextPicture
	// Prefix keeps the ids of several texts on a page apart.
	Prefix string
	// Lang is the language of the text, where it is not the page's.
	Lang string
	// Empty says that there is nothing to show.
	Empty bool
	HTML  template.HTML `digest:"-"`
}

// TextLink is the address of one destination of a text; an empty Address is written as plain text.
type TextLink struct {
	Written string
	Address string
}

// TextPicture is one picture of a text.
type TextPicture struct {
	Written       string
	Address       string
	Width, Height int
}

// Card is the fragment "card": one story in a list.
type Card struct {
	// Class is "guong", "mo-hinh" or "bai-viet".
	Class string
	Link
	// Honorific stands before a person's name ("Bà"); may be empty.
	Honorific string
	// Kind is "Cá nhân", "Tập thể", "Hộ gia đình"; for practices and articles the word for them.
	Kind string
	// Field is the short name of the main field, in FieldLang where that is not the page's language, and FieldCode its code; all may be empty.
	Field, FieldLang, FieldCode string
	Unit                        string
	Locality                    string
	// PlaceLang is the language of Unit and Locality, where it is not the page's; Lang is that of the name and the summary.
	PlaceLang string
	Date      Day
	Summary   string
	Picture   Picture
	// Held says why the story is not published yet ("Bản nháp"); empty where it is.
	Held string
}

// Header is the fragment "header": the top of every page. There is one for each current menu entry.
type Header struct {
	SiteName string
	Home     string
	Logo     Picture
	Owner    string
	Notice   string
	// Search is the address that the form of the search leads to; empty on the search page and the home page, which have a form of their own.
	Search string
	Menu   []MenuItem
}

// MenuItem is an entry of the menu. Current marks the section that one is in.
type MenuItem struct {
	Text    string
	Address string
	Current bool
	// Lang is the language of the text, where it is not the page's.
	Lang string
}

// Footer is the fragment "footer": the end of every page.
type Footer struct {
	SiteName string
	Owner    string
	Address  string
	Phone    string
	// PhoneLink and EmailLink are addresses for links (tel:, mailto:).
	PhoneLink   template.URL
	Email       string
	EmailLink   string
	Responsible string
	// Fields are the twelve fields; Browse are the other ways in (units, places, years, names, figures); Pages are the plain pages.
	Fields, Browse, Pages []Link
	Feed                  Link
}

// Home is the view of "home.html".
type Home struct {
	Frame
	Publisher Publisher
	// Self is this page as others name it.
	Self Link
	// Lead is what the site says of itself; may be empty.
	Lead string
	// Search is the address that the form of the search leads to. The header of this page has no such form.
	Search string
	// Featured and Newest are fragments of profiles, without repetition.
	Featured, Newest []digest.Key
	// All leads to every profile, with the number of them in its text.
	All    Link
	Fields []FieldTile
	Topics []TopicTile
	// Sections are the newest practices and articles.
	Sections []Section
	Browse   []Link
}

// FieldTile is one of the twelve fields on the home page and on the page of fields.
type FieldTile struct {
	Number int
	Code   string
	// Name is the short name, Official the name in the plan. Their languages are told where they are not the page's.
	Name, Official         string
	NameLang, OfficialLang string
	Address                string
	// Count is the finished text ("12 gương", "Chưa có gương nào").
	Count string
	Empty bool
}

// TopicTile is a topic on the home page and on the page of topics.
type TopicTile struct {
	Link
	Summary string
	Period  string
	Picture Picture
	Count   string
}

// Section is a list of fragments under a heading of its own; More leads to all of them and may be empty.
type Section struct {
	ID      string
	Heading string
	Cards   []digest.Key
	More    Link
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

// Field is the view of "field.html".
type Field struct {
	List
	// Number is the field's number in the plan, Code the part of its address and the name of its icon, Official its name in the plan.
	Number   int
	Code     string
	Official string
	// Groups are the plan's criteria, with whom each group is for.
	Groups []CriteriaGroup
	// Movements are the emulation movements that the plan names for the field; may be empty.
	Movements []string
	// Origin says which document the criteria come from.
	Origin string
	// PlanLang is the language of the plan's own words, where it is not the page's.
	PlanLang string
}

// CriteriaGroup is criteria of a field that hold for the same kinds.
type CriteriaGroup struct {
	Who      string
	Criteria []Criterion
}

// Criterion is one criterion in the plan's own words. Condition says when it is looked at; may be empty.
type Criterion struct {
	Code, Text, Condition string
	Mandatory             bool
}

// Place is the view of "place.html": a unit or a locality.
type Place struct {
	List
	// Predecessors are the places that were merged into this one, FormerNames its own names of earlier days.
	Predecessors []PlaceLink
	FormerNames  []string
	// Contact is empty for localities.
	Contact  Contact
	Locality Link
}

// PlaceLink is a unit or locality of earlier days, and when it became part of this one.
type PlaceLink struct {
	Text string
	// Lang is the language of the text, where it is not the page's.
	Lang string
	Note string
}

// Contact is how to reach somebody. Any field may be empty.
type Contact struct {
	Address, Phone, Email, EmailLink, Hours, Web string
	PhoneLink                                    template.URL
}

// Topic is the view of "topic.html". Where it has Parts, Cards and Sections hold what stands in none of them.
type Topic struct {
	List
	Period string
	// Closed says that the topic is over and since when; empty while it runs.
	Closed string
	// Picture is the banner.
	Picture Picture
	// Parts are the sections that the editor chose, in order.
	Parts []TopicPart
	// Call asks for stories and says where they go; its Text is empty where nobody is asked. Where there is nowhere to go, Link has no address.
	Call Call
}

// TopicPart is a section of a topic's page that the editor chose. Lead is a sentence below the heading; may be empty.
type TopicPart struct {
	Section
	Lead string
}

// Call is a sentence that asks for something, and where one answers it.
type Call struct {
	Text string
	Link Link
}

// Column is the view of "column.html": the first or an older page of a column. Months holds the same stories as Cards.
type Column struct {
	List
	Months []Month
}

// Month is the stories of a month, or of a year those whose day is not known.
type Month struct {
	ID, Heading string
	Cards       []digest.Key
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

// Statistics is the view of "statistics.html".
type Statistics struct {
	Frame
	Lead   string
	Totals []Total
	Charts []Chart
}

// Total is one number with what it counts.
type Total struct {
	Number, Text string
}

// Chart is a picture of numbers with the table that says the same.
type Chart struct {
	ID, Heading string
	// SVG is the finished drawing.
	SVG template.HTML
	// Head is the head of the table; Rows have a link or a text and a number.
	Head [2]string
	Rows []ChartRow
	// Note says what is not shown ("và 12 đơn vị khác"); may be empty.
	Note string
}

// ChartRow is a row of a chart's table. Part is the length of its bar in percent of the longest.
type ChartRow struct {
	CountLink
	Part int
}

// Plain is the view of "plain.html".
type Plain struct {
	Frame
	Lead    string
	Picture Picture
	Body    Text
	// Translations lead to the page in its other languages; Lang tells which.
	Translations []Link
}

// Introduce is the view of "introduce.html": how to introduce somebody, by mail or on paper. The editor's own page of this address stands above it: Lead,
// Picture and Body.
type Introduce struct {
	Plain
	// Mail opens a letter with the questions of the form; Email is the same mailbox for who writes otherwise. Both may be empty.
	Mail  Link
	Email string
	// Owner receives the paper. Address, Phone, PhoneLink and Deadline may be empty.
	Owner, Address, Phone string
	PhoneLink             template.URL
	Deadline              string
	// Form is the form that is printed and filled in with a pen.
	Form []FormPart
}

// FormPart is a part of a form on paper.
type FormPart struct {
	Heading string
	Lines   []FormLine
}

// FormLine is one thing to fill in. Hint may be empty. Boxes are to be ticked; Rules are the numbers of the ruled lines to write on, from 1; Half
// says that the next line may stand beside this one.
type FormLine struct {
	Label, Hint string
	Boxes       []string
	Rules       []int
	Half        bool
}

// NotFound is the view of "404.html".
type NotFound struct {
	Frame
	// Browse are ways into the site, Fields lead to the twelve fields.
	Browse []Link
	Fields []Link
}

// Search is the view of "search.html".
type Search struct {
	Frame
	// Action is the page itself, for its form.
	Action string
	// Written is the language of what is found, where it is not the page's.
	Written string
	// Fields lead to the twelve fields, Browse are the other ways into the site: for those who cannot search, or do not know a word to search for.
	Fields, Browse []Link
}

// Offline is the view of "offline.html": what is shown without a network in the place of a page that is not kept. What is kept is put into the
// first ul of the element with data-kept, which is hidden until then.
type Offline struct {
	Frame
}

// Redirect is the view of "redirect.html": an old address that leads to a new one.
type Redirect struct {
	Frame
	// Target is the way from this page to the new one.
	Target string
	// Name is what is found there.
	Name string
}
