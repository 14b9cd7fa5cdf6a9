// Package markdown is the only room that meets goldmark: it reads the body of a file and writes it as HTML.
//
// The dialect is CommonMark with GFM tables, footnotes, strikethrough and bare http(s) addresses as links. There are no
// shortcodes and no raw HTML: what looks like HTML is shown as text and warned about. On top of that
//
//   - a paragraph of one picture is a figure whose caption is the picture's title, a paragraph of several is a gallery;
//   - a blockquote whose last line begins with a dash has its source marked up, unless other lines begin with one too, which is
//     a dialogue;
//   - a paragraph of one link to a video is marked as such and loads nothing;
//   - headings get ids from their text (viet.Slug, then -2, -3 …), or the one of {#id}. Their levels are drawn up into an
//     unbroken outline below the page's own h1: the highest is h2, none goes more than one deeper than the one before it;
//   - {#id .class} behind a heading's text or a picture; the classes are rong, nho, trai and phai.
//
// Prepare reads a body once. It tells what the body holds, and what is wrong with it, with the places in the author's file, and makes
// its HTML but for some holes. What a link or a picture's name leads to is found out by others, from the Scan; Fill is handed the answers
// in Sources and closes the holes. ScanBody is for those who only want to know.
//
// Bodies are UTF-8, NFC or not, with LF or CRLF, with or without a BOM; what goes out is NFC. No input makes this
// package panic, and all functions may be called from any number of goroutines at once.
package markdown

import (
	"errors"

	"guongsang/internal/diag"
)

// Link is a link that leads out of the body. Links within the page, dangerous and empty ones are dealt with by ScanBody and are not listed.
//
// Dest is the destination as written, with backslash escapes and entities resolved, NFC, with its fragment: the key of
// Sources.Links. Fragment is the part behind '#', percent-decoded. Text is the plain text shown.
type Link struct {
	Dest, Fragment, Text string
	Line, Column         int
}

// Picture is a picture of the body. Dest is the key of Sources.Pictures, made like that of a Link.
type Picture struct {
	Dest, Alt, Title string
	Line, Column     int
}

// Heading is a heading of the body. Level is 2 to 6, as it is rendered when Sources.HeadingLevel is 0.
type Heading struct {
	Level        int
	Text, ID     string
	Line, Column int
}

// Scan is what others must know of a body. All lists are in the order of the body; lines and columns are those of the file, from 1.
type Scan struct {
	Links    []Link
	Pictures []Picture
	Headings []Heading
	IDs      []string // every id that a fragment may name: headings, pictures, footnotes
	Words    int      // syllables of the text shown, without descriptions of pictures
	Excerpt  string   // plain text of the first paragraphs, at most 40 words
}

// Image is a picture as it lies in the site. Width and Height are in pixels; 0 is unknown.
type Image struct {
	Address       string
	Width, Height int
}

// Sources is all that Fill takes from outside the body.
type Sources struct {
	// Links: Link.Dest to what is written in href. An empty value is text without a link. A destination that is not
	// here is written as it is if it is http, https, mailto or tel or an id of the page, and else is text without a link.
	Links map[string]string
	// Pictures: Picture.Dest to the picture. One that is not here is written as its description.
	Pictures map[string]Image
	// Words are the labels in the language of the page; a missing one is Vietnamese. See the constants Word….
	Words map[string]string
	// IDPrefix stands before every id of the body and in the links to them: for pages with several bodies.
	IDPrefix string
	// HeadingLevel is the level of the body's highest headings, 2 to 6; 0 is 2.
	HeadingLevel int
}

// The keys of Sources.Words.
const (
	WordFootnotes    = "footnotes"     // heading over the footnotes
	WordFootnote     = "footnote"      // label of a call, before its number
	WordFootnoteBack = "footnote-back" // label of the way back, before its number
	WordVideo        = "video"         // before the title of a video
	WordTable        = "table"         // label of a table, before its number
)

// ErrNested says that a body is nested deeper than can be shown. ScanBody has told the author (diag.NestedTooDeep).
var ErrNested = errors.New("markdown: nested too deep")

// ScanBody reads a body. at is the file and the line on which the body begins; its column is not used. Problems are in the order of places.
func ScanBody(body []byte, at diag.Place) (Scan, []diag.Problem) {
	on := shared.takeDesk()
	scan, problems := scanDocument(read(body, on), at)
	shared.giveBack(on)
	return scan, problems
}
