package page

import "guongsang/internal/digest"

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
