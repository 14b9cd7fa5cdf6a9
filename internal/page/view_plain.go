package page

import "html/template"

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
