package keys

import (
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// Value is one text with its place. Present says that the author gave it and that it is right; a Value that is not present has
// the place to which a problem about its absence belongs.
type Value struct {
	Text    string
	Place   diag.Place
	Present bool
}

// YearValue is one year of a Year or YearList key.
type YearValue struct {
	Year  int
	Place diag.Place
}

// Entry is one line of a TextMap: the author's own key and the text it was given.
type Entry struct{ Key, Value Value }

// Record is a tree that has been held against a table: typed values, each with its place. Names are the canonical ones of the
// table; asking for a name that the table does not have, or for another type than its own, is answered with "absent".
// The zero Record has no values.
type Record struct {
	place  diag.Place
	values []value
}

// value is one key of the file that the table knows. Where it is not present, there was nothing behind the key or it was refused. What can
// be read from its text once more, such as a date, is read when it is asked for: most keys need few of the things that a value can be.
type value struct {
	key     *Key
	pair    *Pair // in the file
	present bool
	text    string   // of a key with one text
	list    []Value  // of a key with a list
	records []Record // of an Object, an ObjectList, a Picture
}

// place is that of the value, or of the key where there is no value.
func (v *value) place(file string) diag.Place {
	if v.pair.Value.Kind == Null {
		return v.pair.Key.Place(file)
	}
	return v.pair.Value.Place(file)
}

func (r Record) find(name string) *value {
	for i := range r.values {
		if r.values[i].key.Name == name {
			return &r.values[i]
		}
	}
	return nil
}

// present finds a value that is right and whose key has one of two types.
func (r Record) present(name string, one, other Type) *value {
	if v := r.find(name); v != nil && v.present && (v.key.Type == one || v.key.Type == other) {
		return v
	}
	return nil
}

// of finds the value of a key of the record's own table.
func (r Record) of(k *Key) *value {
	for i := range r.values {
		if r.values[i].key == k {
			return &r.values[i]
		}
	}
	return nil
}

// Place is where the record begins: the front matter's first line, or the object's own first key.
func (r Record) Place() diag.Place { return r.place }

// At is the place of a key's value, whether or not it was right; where the file does not have the key, the record's place.
func (r Record) At(name string) diag.Place {
	if v := r.find(name); v != nil {
		return v.place(r.place.File)
	}
	return r.place
}

// Has says that the author gave the key a value and that it is right.
func (r Record) Has(name string) bool {
	v := r.find(name)
	return v != nil && v.present
}

// Text gives the value of any key of one text: Text, Name, Markdown, Choice (as it stands in the table), Slug, URL, the file's
// name of a Picture, and Date, Year, Number, Bool as they were typed. Of a list it is the first.
func (r Record) Text(name string) Value {
	v := r.find(name)
	switch {
	case v == nil:
		return Value{Place: r.place}
	case v.present && v.key.Type == Picture:
		return v.records[0].Text(pictureFileKey.Name)
	case v.present && len(v.list) > 0:
		return v.list[0]
	}
	return Value{Text: v.text, Place: v.place(r.place.File), Present: v.present && v.text != ""}
}

// List gives the values of TextList, SlugList, StoryList, AddressList, FieldList, CodeList and YearList in the order of the file.
func (r Record) List(name string) []Value {
	if v := r.find(name); v != nil && v.present {
		return v.list
	}
	return nil
}

// Date gives a Date; the zero Date where the Value is not present.
func (r Record) Date(name string) (viet.Date, Value) {
	if v := r.present(name, Date, Date); v != nil {
		date, _ := viet.ParseDate(v.text) // it has been read before
		return date, r.Text(name)
	}
	return viet.Date{}, r.Text(name)
}

// Number gives a Number; 0 where the Value is not present.
func (r Record) Number(name string) (float64, Value) {
	if v := r.present(name, Number, Number); v != nil {
		number, _ := parseNumber(v.text, v.pair.Value.Literal)
		return number, r.Text(name)
	}
	return 0, r.Text(name)
}

// Bool gives a Bool; false where the file does not have it.
func (r Record) Bool(name string) bool {
	v := r.present(name, Bool, Bool)
	if v == nil {
		return false
	}
	yes, _ := parseBool(v.text)
	return yes
}

// Years gives the years of a Year or YearList key in the order of the file.
func (r Record) Years(name string) []YearValue {
	v := r.present(name, Year, YearList)
	if v == nil {
		return nil
	}
	if v.key.Type == Year {
		year, _ := parseYear(v.text)
		return []YearValue{{Year: year, Place: v.place(r.place.File)}}
	}
	years := make([]YearValue, len(v.list))
	for i, one := range v.list {
		year, _ := parseYear(one.Text)
		years[i] = YearValue{Year: year, Place: one.Place}
	}
	return years
}

// Object gives the record of an Object or a Picture; a picture that was written as a mere name has it as `tệp`.
func (r Record) Object(name string) (Record, bool) {
	if v := r.find(name); v != nil && v.present && len(v.records) > 0 {
		return v.records[0], true
	}
	return Record{place: r.At(name)}, false
}

// Objects gives the records of an ObjectList.
func (r Record) Objects(name string) []Record {
	if v := r.find(name); v != nil && v.present {
		return v.records
	}
	return nil
}

// Map gives the lines of a TextMap in the order of the file, without those that have no text.
func (r Record) Map(name string) []Entry {
	v := r.present(name, TextMap, TextMap)
	if v == nil {
		return nil
	}
	entries := make([]Entry, 0, len(v.pair.Value.Pairs))
	for i := range v.pair.Value.Pairs {
		pair := &v.pair.Value.Pairs[i]
		if text := strings.TrimSpace(pair.Value.Text); text != "" {
			entries = append(entries, Entry{
				Key:   Value{Text: strings.TrimSpace(pair.Key.Text), Place: pair.Key.Place(r.place.File), Present: true},
				Value: Value{Text: text, Place: pair.Value.Place(r.place.File), Present: true},
			})
		}
	}
	return entries
}

// Node gives the tree of any key as it was written; the zero Node where the file does not have it.
func (r Record) Node(name string) Node {
	if v := r.find(name); v != nil {
		return v.pair.Value
	}
	return Node{}
}
