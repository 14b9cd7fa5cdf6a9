// Package criteria knows what may be honoured: the twelve fields, the kinds and sub-kinds that each field admits, and the
// criteria that a profile of a kind shows.
//
// All of it is data, read from linh-vuc.yaml (the words of a city's plan, section II.3), so that another plan is another file and not
// another program. A Book is finished when it is made and never changed; its slices belong to it and are only read.
package criteria

import (
	"slices"
	"strings"

	"guongsang/internal/viet"
)

// Kind is whom a profile honours.
type Kind uint8

// The kinds of the law on emulation and commendation (Luật Thi đua, khen thưởng 06/2022/QH15).
const (
	NoKind Kind = iota
	Person
	Collective
	Household
)

// Kinds lists the kinds in the order in which pages show them.
var Kinds = [3]Kind{Person, Collective, Household}

var (
	kindCodes = [4]string{"", "ca-nhan", "tap-the", "ho-gia-dinh"}
	kindNames = [4]string{"", "Cá nhân", "Tập thể", "Hộ gia đình"}
)

// Code is the kind's part of an address: "ca-nhan", "tap-the", "ho-gia-dinh".
func (k Kind) Code() string { return kindCodes[k] }

// Name is the kind's Vietnamese name.
func (k Kind) Name() string { return kindNames[k] }

// KindOf finds a kind by its code or name, written in any way ("Cá nhân", "ca-nhan", "CA NHAN").
func KindOf(text string) (Kind, bool) {
	for _, k := range Kinds {
		if text == k.Code() || strings.EqualFold(text, k.Name()) { // as nearly everybody writes it
			return k, true
		}
	}
	key := viet.MatchKey(text)
	for _, k := range Kinds {
		if key == viet.MatchKey(k.Code()) || key == viet.MatchKey(k.Name()) {
			return k, true
		}
	}
	return NoKind, false
}

// Book is all that the plan says.
type Book struct {
	Source Source
	// Fields are in the plan's order; Fields[i].Number is i+1.
	Fields []*Field

	fields   map[string]*Field
	criteria map[string]*Criterion
}

// Source is the document that the fields come from.
type Source struct {
	Document, Authority, Section string
	Year                         int
}

// Field is one of the fields of the plan.
type Field struct {
	Number int
	// Section is the plan's own number ("3.5").
	Section string
	// Code is the field's part of an address; it does not change once it is published.
	Code string
	// Name is the official name, Short a label for menus.
	Name, Short string
	Admits      []Admission
	Groups      []Group
	// Movements are the emulation movements that the field names.
	Movements []string
}

// Admission is a kind that a field admits, with its sub-kinds.
type Admission struct {
	Kind     Kind
	Subkinds []Subkind
}

// Subkind is a finer kind within a field: a teacher, a cooperative.
type Subkind struct{ Code, Name string }

// Group is criteria that hold for the same kinds.
type Group struct {
	Applies  []Scope
	Criteria []*Criterion
}

// Scope is whom criteria hold for: a kind, or one of its sub-kinds when Subkind is not empty.
type Scope struct {
	Kind    Kind
	Subkind string
}

// Criterion is one criterion in the plan's own words.
type Criterion struct {
	// Code is the section and a number: "3.6.8".
	Code, Text string
	// Mandatory says that the plan writes "must"; Evidence names what should prove it (so-lieu, xep-loai, danh-hieu,
	// lien-ket-tap-the); Condition says when the criterion is looked at. The last two may be empty.
	Mandatory           bool
	Evidence, Condition string
	Field               *Field
	applies             []Scope
}

// Field finds a field by its code, its number 1-12, its official or its short name, written in any way.
func (b *Book) Field(text string) (*Field, bool) {
	f, ok := b.fields[viet.MatchKey(text)]
	return f, ok
}

// FieldCodes lists the codes of the fields in the plan's order.
func (b *Book) FieldCodes() []string {
	codes := make([]string, 0, len(b.Fields))
	for _, f := range b.Fields {
		codes = append(codes, f.Code)
	}
	return codes
}

// FieldWords lists what a field may be called, for did-you-mean.
func (b *Book) FieldWords() []string {
	words := b.FieldCodes()
	for _, f := range b.Fields {
		words = append(words, f.Short, f.Name)
	}
	return words
}

// NearField is what was most likely meant by a text that is no field: a name like it, else the code of the one field in whose names its words stand.
// It is "" where there is none, or several.
func (b *Book) NearField(text string) string {
	if near := viet.Nearest(text, b.FieldWords()); near != "" {
		return near
	}
	words, found := viet.Slug(text), ""
	for _, f := range b.Fields {
		holds := func(name string) bool { return strings.Contains("-"+viet.Slug(name)+"-", "-"+words+"-") }
		switch {
		case words == "" || !slices.ContainsFunc([]string{f.Code, f.Short, f.Name}, holds):
		case found != "":
			return ""
		default:
			found = f.Code
		}
	}
	return found
}

// Criterion finds a criterion by its code.
func (b *Book) Criterion(code string) (*Criterion, bool) {
	c, ok := b.criteria[code]
	return c, ok
}

// CriterionCodes lists the codes of all criteria in the plan's order.
func (b *Book) CriterionCodes() []string {
	var codes []string
	for _, f := range b.Fields {
		for _, g := range f.Groups {
			for _, c := range g.Criteria {
				codes = append(codes, c.Code)
			}
		}
	}
	return codes
}

// For says whether the field is for a kind at all.
func (f *Field) For(k Kind) bool {
	return slices.ContainsFunc(f.Admits, func(a Admission) bool { return a.Kind == k })
}

// Subkind finds a sub-kind of a kind by its code or name, written in any way.
func (f *Field) Subkind(k Kind, text string) (Subkind, bool) {
	for _, a := range f.Admits {
		if i := slices.IndexFunc(a.Subkinds, func(s Subkind) bool { return text == s.Code || text == s.Name }); a.Kind == k && i >= 0 {
			return a.Subkinds[i], true // as nearly everybody writes it
		}
	}
	key := viet.MatchKey(text)
	for _, a := range f.Admits {
		if a.Kind != k {
			continue
		}
		for _, s := range a.Subkinds {
			if key == viet.MatchKey(s.Code) || key == viet.MatchKey(s.Name) {
				return s, true
			}
		}
	}
	return Subkind{}, false
}

// SubkindNames lists the names of the sub-kinds that the field has for a kind.
func (f *Field) SubkindNames(k Kind) []string {
	var names []string
	for _, a := range f.Admits {
		if a.Kind == k {
			for _, s := range a.Subkinds {
				names = append(names, s.Name)
			}
		}
	}
	return names
}

// HoldsFor says whether the criterion is one for a profile of this kind and sub-kind. A profile that does not say its
// sub-kind may show the criteria of every sub-kind of its kind.
func (c *Criterion) HoldsFor(k Kind, subkind string) bool {
	return slices.ContainsFunc(c.applies, func(s Scope) bool {
		return s.Kind == k && (s.Subkind == "" || subkind == "" || s.Subkind == subkind)
	})
}
