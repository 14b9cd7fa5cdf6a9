package page

import "guongsang/internal/digest"

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
