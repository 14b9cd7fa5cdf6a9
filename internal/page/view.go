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
	// PlaceLang is the language of Unit, of Locality where there is no Unit, where that is not the page's; Lang is that of the name and the summary.
	PlaceLang string
	Date      Day
	Summary   string
	Picture   Picture
	// Held says why the story is not published yet ("Bản nháp"); empty where it is.
	Held string
}
