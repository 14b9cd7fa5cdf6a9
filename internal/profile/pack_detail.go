package profile

import (
	"guongsang/internal/criteria"
)

func (p packer) named(v *Mentions) {
	p.ref(&v.Heads)
	list(p, &v.Doers, packer.ref)
	list(p, &v.Followers, packer.ref)
	list(p, &v.Links, packer.target)
	list(p, &v.Pictures, packer.target)
}

func (p packer) detail(v *Detail) {
	p.Text(&v.Subkind.Code)
	p.Text(&v.Subkind.Name)
	p.Int(&v.BirthYear)
	list(p, &v.Commendations, packer.commendation)
	list(p, &v.Criteria, packer.shown)
	list(p, &v.Results, packer.result)
	p.Text(&v.Discovery)
	list(p, &v.Timeline, packer.note)
	list(p, &v.Copies, packer.copied)
	p.Text(&v.Visit.Address)
	p.Text(&v.Visit.Contact)
	p.Text(&v.Visit.Hours)
	p.Text(&v.Credit.Author)
	p.Text(&v.Credit.Photos)
	p.Text(&v.Credit.Link)
	p.date(&v.Consent.Date)
	p.Text(&v.Consent.By)
	p.Text(&v.Problem)
	p.Text(&v.How)
	p.Text(&v.Conditions)
	p.found(&v.Found)
}

func (p packer) commendation(v *Commendation) {
	p.Text(&v.Form)
	p.Text(&v.Authority)
	p.Text(&v.Number)
	p.date(&v.Date)
}

// shown packs a criterion as its code in the plan.
func (p packer) shown(v *Shown) {
	code := ""
	if v.Criterion != nil {
		code = v.Criterion.Code
	}
	p.Text(&code)
	p.Text(&v.Evidence)
	if !p.Reading() {
		return
	}
	var ok bool
	if v.Criterion, ok = p.book.Criterion(code); !ok {
		v.Criterion = &criteria.Criterion{} // whoever goes on with a damaged record must not stumble
		p.Fail()
	}
}

func (p packer) result(v *Result) {
	p.Text(&v.What)
	p.Text(&v.Unit)
	p.Float(&v.Before)
	p.Float(&v.After)
	p.Bool(&v.HasBefore)
	p.Bool(&v.HasAfter)
	p.Int(&v.Year)
}

func (p packer) note(v *Note) {
	p.date(&v.Date)
	p.Text(&v.Text)
}

func (p packer) copied(v *Copy) {
	p.Text(&v.Unit)
	p.Text(&v.Text)
	p.Int(&v.Year)
}
