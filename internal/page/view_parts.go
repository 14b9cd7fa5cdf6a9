package page

import (
	"html/template"

	"guongsang/internal/digest"
)

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

// Phrase is a sentence with a name in it: Before, Name, After. Lang is the language of the name, where it is not the page's.
type Phrase struct {
	Before, Name, After, Lang string
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

// Section is a list of fragments under a heading of its own; More leads to all of them and may be empty.
type Section struct {
	ID      string
	Heading string
	Cards   []digest.Key
	More    Link
}

// Contact is how to reach somebody. Any field may be empty.
type Contact struct {
	Address, Phone, Email, EmailLink, Hours, Web string
	PhoneLink                                    template.URL
}
