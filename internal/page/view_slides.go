package page

// Slides is the view of "slides.html": those whom a year honours, one by one, for a hall. Without scripts it is a page that shows them below one
// another, and on paper each has a sheet.
//
// Every slide has an ID, its number in the show.
type Slides struct {
	Frame
	Publisher Publisher
	// ID is that of the first slide, which has the page's heading; Total is the finished count ("51 gương").
	ID, Total string
	// Back leads to the page of the year.
	Back     Link
	Chapters []SlideChapter
	End      SlideEnd
}

// SlideChapter is a field in a slide show: a slide of its own, and one for each profile. Where the year honours too many for one show, Slides
// is empty, and Show leads to the field's own.
type SlideChapter struct {
	ID string
	// Number says which field it is ("Lĩnh vực 5"), Code is its icon.
	Number, Code string
	// Name is the short name, in NameLang where that is not the page's language; Official is the name in the plan.
	Name, NameLang, Official string
	// Count is the finished count ("7 gương").
	Count  string
	Slides []Slide
	Show   Link
}

// Slide is one profile in a slide show. All but the link may be empty. Lang is the language of all that the author wrote, where it is not the page's.
type Slide struct {
	ID string
	Link
	// Kind is "Cá nhân", "Tập thể" or "Hộ gia đình".
	Kind                            string
	Honorific, Position, Unit, Deed string
	// UnitLang is the language of Unit, where it is not the page's.
	UnitLang string
	Picture  Picture
	// Commendations are at most two, without their days: those of the year, else whichever there are.
	Commendations []Commendation
	// Held says why the story is not published yet ("Bản nháp"); empty where it is.
	Held string
}

// SlideEnd is the last slide of a show. Read says where the stories can be read; empty where the site does not say its address.
type SlideEnd struct {
	ID, Heading, Read string
}
