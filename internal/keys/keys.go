// Package keys reads what authors write as keys and values: the front matter of content files and site.yaml.
//
// # What goes in
//
// ParseYAML, ParseTOML and ParseJSON turn a block of text into one and the same tree of Nodes. A Node keeps the author's own text
// (0123, 0912345678 and 19/05/2023 stay as they were typed, whatever the format thinks of them) and its position in the
// author's own file, so that every later room can point at it. Texts come out in NFC; positions are those before that.
//
// Read then holds a tree against a table of Keys: the keys that such a file may have, each with its type. Keys and listed values are
// matched without case, marks and separators (viet.MatchKey): `Lĩnh vực`, `linh_vuc` and `linh-vuc` are one key.
//
// # What comes out
//
// A Record, whose accessors give typed values with their places, and the problems: a key that is not known (with the
// nearest that is), a key given twice, a required key that is missing, a value of the wrong shape, a day that the calendar does
// not have, a choice that is not in the list. All of them are found in one go.
//
// # What is promised
//
// No input makes a panic. The parsers' own English never reaches an author. A value that is wrong is told once and then counts as
// absent; what is present in a Record has been checked. Nothing here knows what a profile is: the tables (Profile, Practice,
// Article …, in tables.go) are data, from which the page of keys in docs/ is made too (Docs), and other rooms bring their own tables.
package keys

// Type says what a key's value may be and how it is checked.
type Type uint8

// The types of values. Wherever a list is wanted, a single value is a list of one.
const (
	Text        Type = iota // one text; blanks at its ends are cut
	Name                    // one text in one line that names somebody or something: runs of blanks count as one
	Markdown                // a text that may have paragraphs
	Date                    // dd/mm/yyyy or yyyy-mm-dd; a day that the calendar has
	Year                    // a year from 1900 to 2100
	YearList                // one or several years
	Number                  // 1200, 1.200, 12,5
	Bool                    // true, false, có, không
	Choice                  // one of Key.Values; Record.Text gives it as it stands there
	TextList                // one or several texts, each like a Name
	Slug                    // a-z, 0-9 and single hyphens
	SlugList                // one or several slugs
	StoryList               // one or several stories, each by its slug, or by its folder and slug: bai-viet/nguyen-thi-mau
	AddressList             // one or several old addresses, each a path from the root: /cu/nguyen-thi-mau/
	URL                     // an absolute address with http:// or https://
	Language                // the tag of a language (BCP 47) or a name that language.Parse knows; Record.Text gives the tag
	FieldList               // one or several fields: a code, a number, an official name; who knows the fields finds them
	CodeList                // one or several codes of criteria
	Picture                 // a file's name, or an object with the keys of PictureKeys
	Object                  // keys of its own: Key.Sub
	ObjectList              // one or several objects
	TextMap                 // the author's own keys, each with a text
	Any                     // not checked here: Record.Node gives the tree
)

// Key is one line of a table: a key that a file may have.
type Key struct {
	Name     string   // canonical, in Vietnamese: what messages and the docs call it
	Type     Type     // of its value
	Required bool     // a file without it is refused
	Values   []string // of a Choice
	Sub      []Key    // of an Object or an ObjectList
	Vi, En   string   // one sentence each for the docs
	Example  string   // of a value, as it is written in YAML
}
