package corpus

import (
	"io/fs"
	"strconv"

	"guongsang/bench/hugo"
	"guongsang/internal/criteria"
)

// Hugo is the form of the yardstick: the same stories with front matter in Hugo's keys, and the layouts of bench/hugo. Links between stories
// are written as finished addresses, which spares Hugo the work of finding their pages.
type Hugo struct{}

// Site is the configuration, the layouts, and the texts of the plan's criteria.
func (Hugo) Site(c *Corpus) []File {
	var files []File
	err := fs.WalkDir(hugo.Site, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path == "hugo.go" {
			return err
		}
		text, err := fs.ReadFile(hugo.Site, path)
		files = append(files, File{path, string(text)})
		return err
	})
	if err != nil {
		panic("corpus: the embedded layouts: " + err.Error()) // the program carries them itself
	}
	var criterionTexts front
	for _, code := range c.book.CriterionCodes() {
		criterion, _ := c.book.Criterion(code)
		criterionTexts.line(strconv.Quote(code), strconv.Quote(criterion.Text))
	}
	return append(files, File{"data/tieuchi.yaml", criterionTexts.String()})
}

// Story is a page under content/guong/<year>/.
func (Hugo) Story(c *Corpus, s Story) File {
	var f front
	f.WriteString("---\n")
	f.text("title", s.Name)
	f.text("slug", s.Slug)
	f.line("date", s.Date.ISO()+"T00:00:00+07:00")
	if !s.Updated.IsZero() {
		f.line("lastmod", s.Updated.ISO()+"T00:00:00+07:00")
	}
	f.text("description", s.Summary)
	kind := s.Kind.Name()
	f.line("loai", "["+scalar(kind)+"]")
	var fields, fieldKinds, fieldYears []string
	for _, field := range s.Fields {
		fields = append(fields, field.Short)
		fieldKinds = append(fieldKinds, field.Short+" · "+kind)
		for _, year := range years(s.Years) {
			fieldYears = append(fieldYears, field.Short+" · "+year)
		}
	}
	f.list("linhvuc", fields)
	f.list("locloai", fieldKinds)
	f.list("locnam", fieldYears)
	f.list("nam", years(s.Years))
	f.list("donvi", []string{s.Unit})
	f.list("diaban", []string{s.Locality})
	f.list("chuyenmuc", []string{s.Column})
	f.list("chuyende", s.Topics)
	f.line("canhan", strconv.FormatBool(s.Kind == criteria.Person))
	f.text("phanloai", s.Subkind.Name)
	f.text("danhxung", s.Honorific)
	f.text("chucvu", s.Position)
	if s.BirthYear != 0 {
		f.line("namsinh", strconv.Itoa(s.BirthYear))
	}
	f.items("khenthuong", maps(s.Awards, func(a Award) []string {
		return []string{"hinhthuc", a.Form, "cap", a.Authority, "so", a.Number, "ngay", a.Date.ISO()}
	}))
	f.items("tieuchi", maps(s.Criteria, func(s Shown) []string { return []string{"ma", s.Code, "minhchung", s.Evidence} }))
	f.items("ketqua", maps(s.Results, func(r Result) []string {
		return []string{"chitieu", r.What, "truoc", strconv.Itoa(r.Before), "sau", strconv.Itoa(r.After), "donvitinh", r.Unit, "nam", strconv.Itoa(r.Year)}
	}))
	f.text("phathien", s.Discovery)
	f.items("dienbien", maps(s.Timeline, func(e Event) []string { return []string{"ngay", e.Date.ISO(), "noidung", e.Text} }))
	f.items("nhanrong", maps(s.Copies, func(cp Copy) []string {
		h := c.heads[cp.Follower]
		return []string{"donvi", cp.Unit, "nam", strconv.Itoa(cp.Year), "guong", h.Slug, "ten", h.Name}
	}))
	if s.Visit.Address != "" {
		f.line("thamquan", flow("diachi", s.Visit.Address, "lienhe", s.Visit.Contact, "gio", s.Visit.Hours))
	}
	f.text("tacgia", s.Author)
	f.WriteString("---\n\n")
	f.WriteString(c.withLinks(s.Body, func(h head) string { return "/guong/" + h.Slug + "/" }))
	return File{"content/guong/" + s.File + ".md", f.String()}
}
