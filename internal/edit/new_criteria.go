package edit

import (
	"slices"
	"strings"

	"guongsang/internal/criteria"
)

// evidenceWords say in words what the plan's data wants as evidence of a criterion.
var evidenceWords = map[string]string{
	"so-lieu":          "nên có số liệu",
	"xep-loai":         "nên có kết quả xếp loại",
	"danh-hieu":        "nên có danh hiệu",
	"lien-ket-tap-the": "nên dẫn tới gương của tập thể",
}

// fields lists the fields that the class may be honoured in, for a story that does not say its own yet.
func (t *sheet) fields() {
	for _, f := range t.book.Fields {
		if t.Class == criteria.NoKind || f.For(t.Class) {
			t.say("  " + f.Code + " = " + f.Short)
		}
	}
}

// criteria writes the criteria of the fields for the class, in the plan's own words, and gives their codes.
func (t *sheet) criteria() []string {
	for _, f := range t.Fields {
		if !slices.ContainsFunc(f.Groups, t.concerns) {
			continue
		}
		title := "  Tiêu chí của lĩnh vực " + f.Short + " (mục " + f.Section + ")"
		if t.Class != criteria.NoKind {
			title += " dành cho " + strings.ToLower(t.Class.Name())
		}
		t.say(title + ":")
		for _, g := range f.Groups {
			t.group(f, g)
		}
	}
	return t.codes()
}

// group writes the criteria of a group, with whom they hold for where that is not the whole class.
func (t *sheet) group(f *criteria.Field, g criteria.Group) {
	if !t.concerns(g) {
		return
	}
	var whom []string
	for _, s := range g.Applies {
		if name := scopeName(f, s); (t.Class == criteria.NoKind || s.Kind == t.Class && s.Subkind != "") && !slices.Contains(whom, name) {
			whom = append(whom, name)
		}
	}
	if len(whom) > 0 {
		t.say("  Với " + strings.Join(whom, "; ") + ":")
	}
	for _, c := range g.Criteria {
		t.say("    " + c.Code + "  " + c.Text + remarks(c))
	}
}

func (t *sheet) concerns(g criteria.Group) bool {
	return t.Class == criteria.NoKind || slices.ContainsFunc(g.Applies, func(s criteria.Scope) bool { return s.Kind == t.Class })
}

// codes are the codes of the criteria that a profile of the class may show.
func (t *sheet) codes() (codes []string) {
	for _, f := range t.Fields {
		for _, g := range f.Groups {
			if !t.concerns(g) {
				continue
			}
			for _, c := range g.Criteria {
				codes = append(codes, c.Code)
			}
		}
	}
	return codes
}

// scopeName is the name of a sub-kind, or of the kind where the scope is all of it.
func scopeName(f *criteria.Field, s criteria.Scope) string {
	for _, a := range f.Admits {
		for _, sub := range a.Subkinds {
			if a.Kind == s.Kind && sub.Code == s.Subkind {
				return sub.Name
			}
		}
	}
	return s.Kind.Name()
}

// remarks are what the plan says of a criterion besides its words.
func remarks(c *criteria.Criterion) string {
	var all []string
	if c.Mandatory {
		all = append(all, "bắt buộc")
	}
	if c.Condition != "" {
		all = append(all, "xét với "+c.Condition)
	}
	if word := evidenceWords[c.Evidence]; word != "" {
		all = append(all, word)
	}
	if len(all) == 0 {
		return ""
	}
	return " (" + strings.Join(all, "; ") + ")"
}
