package profile

import (
	"slices"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// fields finds the fields that the author named, by code, number or name.
func (d *decoder) fields() []*criteria.Field {
	var fields []*criteria.Field
	for _, v := range d.rec.List("lĩnh vực") {
		f, ok := d.book.Field(v.Text)
		switch {
		case !ok:
			d.say(d.unknownField(v.Place, v.Text))
		case slices.Contains(fields, f):
			d.say(diag.At(v.Place, diag.FieldTwice, f.Short))
		default:
			fields = append(fields, f)
		}
	}
	return fields
}

func (d *decoder) unknownField(at diag.Place, text string) diag.Problem {
	return diag.At(at, diag.UnknownField, text, strings.Join(d.book.FieldCodes(), ", ")).Meant(d.book.NearField(text))
}

// against holds a profile against the plan: does each field admit its kind, is the sub-kind one of the field's, does each criterion
// hold for such a profile? What the plan does not admit is a warning, since it is the committee that decides.
func (d *decoder) against(s *Story, t *Detail) {
	if s.Kind == criteria.NoKind {
		return // already told: the kind is missing or unknown
	}
	for _, f := range s.Fields {
		if !f.For(s.Kind) {
			d.say(diag.At(d.rec.At("lĩnh vực"), diag.FieldNotForKind, f.Short, f.Section, f.Name, admitted(f), lower(s.Kind)))
		}
	}
	d.subkind(s, t)
	d.criteria(s, t)
}

// heads reads which collective a person heads.
func (d *decoder) heads(s *Story, m *Mentions) {
	v := d.rec.Text("đứng đầu")
	if !v.Present || s.Kind == criteria.NoKind {
		return
	}
	m.Heads = refOf(v)
	if s.Kind != criteria.Person {
		d.say(diag.At(v.Place, diag.HeadNotPerson, v.Text, lower(s.Kind)))
	}
}

// subkind looks for the sub-kind in the main field first, then in the others.
func (d *decoder) subkind(s *Story, t *Detail) {
	v := d.rec.Text("phân loại")
	if !v.Present || len(s.Fields) == 0 {
		return
	}
	var names []string
	for _, f := range s.Fields {
		if sub, ok := f.Subkind(s.Kind, v.Text); ok {
			t.Subkind = sub
			return
		}
		names = append(names, f.SubkindNames(s.Kind)...)
	}
	main := s.MainField()
	if len(names) == 0 {
		return // the field is not for this kind at all, which is told already
	}
	d.say(diag.At(v.Place, diag.SubkindNotInField, v.Text, main.Short, main.Section, lower(s.Kind), strings.Join(names, ", ")).
		Meant(viet.Nearest(v.Text, names)))
}

func (d *decoder) criteria(s *Story, t *Detail) {
	evidence := map[string]string{}
	for _, e := range d.rec.Map("minh chứng") {
		evidence[e.Key.Text] = e.Value.Text
	}
	for _, v := range d.rec.List("tiêu chí") {
		c, ok := d.book.Criterion(v.Text)
		if !ok {
			d.say(diag.At(v.Place, diag.UnknownCriterion, v.Text).Meant(viet.Nearest(v.Text, d.fieldCodes(s))))
			continue
		}
		if slices.ContainsFunc(t.Criteria, func(shown Shown) bool { return shown.Criterion == c }) {
			continue
		}
		if !slices.Contains(s.Fields, c.Field) {
			d.say(diag.At(v.Place, diag.CriterionOfOtherField, c.Code, c.Text, c.Field.Section, c.Field.Short))
		} else if !c.HoldsFor(s.Kind, t.Subkind.Code) {
			d.say(diag.At(v.Place, diag.CriterionNotForKind, c.Code, c.Text, c.Field.Section, who(s, t)))
		}
		t.Criteria = append(t.Criteria, Shown{Criterion: c, Evidence: evidence[c.Code]})
	}
	for _, e := range d.rec.Map("minh chứng") {
		if !slices.ContainsFunc(t.Criteria, func(shown Shown) bool { return shown.Criterion.Code == e.Key.Text }) {
			d.say(diag.At(e.Key.Place, diag.EvidenceWithoutCriterion, e.Key.Text))
		}
	}
}

// fieldCodes lists the codes of the criteria of the story's own fields, for did-you-mean.
func (d *decoder) fieldCodes(s *Story) []string {
	var codes []string
	for _, code := range d.book.CriterionCodes() {
		c, _ := d.book.Criterion(code)
		if len(s.Fields) == 0 || slices.Contains(s.Fields, c.Field) {
			codes = append(codes, code)
		}
	}
	return codes
}

func admitted(f *criteria.Field) string {
	var names []string
	for _, a := range f.Admits {
		names = append(names, lower(a.Kind))
	}
	return strings.Join(names, ", ")
}

func who(s *Story, t *Detail) string {
	if t.Subkind.Name != "" {
		return lower(s.Kind) + " (" + t.Subkind.Name + ")"
	}
	return lower(s.Kind)
}

func lower(k criteria.Kind) string { return strings.ToLower(k.Name()) }
