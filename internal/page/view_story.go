package page

// Story is the view of "story.html": a profile, a practice or an article.
type Story struct {
	Frame
	Publisher Publisher
	// About is whom a profile honours.
	About About
	// Class is "guong", "mo-hinh" or "bai-viet".
	Class string
	// Kind is the word above the name: "Cá nhân", "Tập thể", "Hộ gia đình", "Mô hình, cách làm hay", "Bài viết".
	Kind string
	// Subkind is the finer word of the plan ("Nhà giáo, cán bộ quản lý"); may be empty.
	Subkind, SubkindLang string
	// Honorific and Position belong to a person's name ("Bà", "Điều dưỡng trưởng"); may be empty.
	Honorific, Position string
	// Held says why the story is not published yet ("Bản nháp"); empty where it is.
	Held string
	// Deed is the one sentence that says what is honoured.
	Deed    string
	Picture Picture
	// Honoured says when one was honoured ("Được biểu dương năm 2023"); empty where no year is known.
	Honoured string
	// Places are the unit and the locality, for the short line below the heading.
	Places []Link
	// Facts are what one wants to know at a glance: fields, unit, locality, year, column, …
	Facts []Fact
	Date  Day
	// Updated is empty where the story was not corrected.
	Updated Day
	Body    Text
	// How is a practice's problem, way of working and conditions, each with a heading.
	How     []TextSection
	Results []Result
	// HasBefore and HasYear say that some result has a number before, or a year: whether the table needs the column.
	HasBefore, HasYear bool
	Criteria           []CriterionMet
	Commendations      []Commendation
	Timeline           []TimelineEntry
	// CopiedBy are those who took the example up, CopiedFrom are those whom this one follows.
	CopiedBy   []Copy
	CopiedFrom []Link
	// Heads is the collective that this person heads; HeadedBy the people at the head of this collective.
	Heads    Link
	HeadedBy []Link
	// Practices are the practices of this profile; Doers are the profiles of this practice.
	Practices, Doers []Link
	Visit            Visit
	Credits          Credits
	// Discovery says how the example was found; may be empty.
	Discovery string
	Topics    []Link
	// Related are fragments under headings (same field, same unit, same place).
	Related []Section
	// Older and Newer are the neighbours in the main field.
	Older, Newer Link
	NeighboursIn string
	FieldLink    Link
	// Translations lead to the story in its other languages; Lang tells which.
	Translations []Link
	// PlanLang is the language of the criteria, where it is not the page's.
	PlanLang string
}

// About is whom a profile honours, as schema.org says it: Type is "Person" or "Organization", empty for practices and articles. Unit is the
// organisation that one belongs to, Place where one is; both may be empty.
type About struct {
	Type, Unit, Place string
}

// Fact is a name with one or several values.
type Fact struct {
	Name   string
	Values []Link
}

// TextSection is a text under a heading.
type TextSection struct {
	ID, Heading string
	Text        Text
}

// Result is a row of the table of results. All numbers are finished texts; any may be empty.
type Result struct {
	What, Before, After, Unit, Year string
	// Change is the difference in words ("gấp 7,8 lần"); may be empty.
	Change string
	// BeforePart and AfterPart are the lengths of the two bars in percent of the longer one; both are 0 where there is nothing to compare.
	BeforePart, AfterPart int
}

// CriterionMet is a criterion that the story shows, in the plan's words, with the editor's evidence.
type CriterionMet struct {
	Code, Text, Evidence string
	Field                Link
}

// Commendation is one commendation. Any part but Form may be empty.
type Commendation struct {
	Form, Authority, Number string
	// FormLang is the language of Form, where it is not the page's.
	FormLang string
	Date     Day
}

// TimelineEntry is one step of what came after.
type TimelineEntry struct {
	Date Day
	Text string
}

// Copy is somebody who took the example up.
type Copy struct {
	Who  Link
	Year string
	Text string
}

// Visit says how to come and see.
type Visit struct {
	Address, Contact, Hours string
}

// Credits says whose words and pictures these are.
type Credits struct {
	Author, Photos string
	Source         Link
}
