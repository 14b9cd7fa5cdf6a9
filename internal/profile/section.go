package profile

import (
	"slices"

	"guongsang/internal/criteria"
	"guongsang/internal/diag"
)

// Section is a part of a topic's page: stories that the editor picked, in that order, and then those that fit all of Fields, Years, Units, Localities and
// Columns, and any one value of each; what is empty asks for nothing.
type Section struct {
	// Place is where the section begins in the topic's file.
	Place   diag.Place
	Heading string
	// Lead is a sentence below the heading; may be empty.
	Lead string
	// Picked names stories by a slug, or by a folder and a slug: "bai-viet/a".
	Picked                     []Ref
	Fields                     []*criteria.Field
	Years                      []int
	Units, Localities, Columns []Ref
	// Most is how many stories there may be, 0 where the editor does not say.
	Most int
}

// Filters says whether the section takes stories besides those that were picked.
func (s Section) Filters() bool {
	return len(s.Fields)+len(s.Years)+len(s.Units)+len(s.Localities)+len(s.Columns) > 0
}

// mostStories is the most that a section may ask for.
const mostStories = 48

// sections reads the sections of a topic.
func (d *decoder) sections() []Section {
	var sections []Section
	for _, rec := range d.rec.Objects("phần") {
		within := decoder{rec: rec, book: d.book}
		s := Section{
			Place: rec.Place(), Heading: rec.Text("tên").Text, Lead: rec.Text("lời dẫn").Text,
			Picked: within.refs("gương"), Fields: within.fields(), Years: within.years(),
			Units: within.refs("đơn vị"), Localities: within.refs("địa bàn"), Columns: within.refs("chuyên mục"),
			Most: within.most(),
		}
		d.problems = append(d.problems, within.problems...)
		asks := func(key string) bool { return written(rec, key) } // one that was refused is told already
		if !slices.ContainsFunc([]string{"gương", "lĩnh vực", "năm", "đơn vị", "địa bàn", "chuyên mục"}, asks) {
			d.say(diag.At(rec.Place(), diag.SectionOfNothing, s.Heading))
		}
		sections = append(sections, s)
	}
	return sections
}

// most reads how many stories a section may have.
func (d *decoder) most() int {
	n, v := d.rec.Number("số lượng")
	switch {
	case !v.Present:
		return 0
	case n < 1 || n > mostStories || n != float64(int(n)):
		d.say(diag.At(v.Place, diag.BadStoryCount, v.Text))
		return 0
	}
	return int(n)
}

func (p packer) section(v *Section) {
	p.place(&v.Place)
	p.Text(&v.Heading)
	p.Text(&v.Lead)
	list(p, &v.Picked, packer.ref)
	list(p, &v.Fields, packer.field)
	list(p, &v.Years, func(p packer, v *int) { p.Int(v) })
	list(p, &v.Units, packer.ref)
	list(p, &v.Localities, packer.ref)
	list(p, &v.Columns, packer.ref)
	p.Int(&v.Most)
}
