package profile

import (
	"slices"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/language"
	"guongsang/internal/markdown"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Decode makes a story of a document that is one (source.Profile, Practice, Article). It always gives a story, so that what
// other files say of it can be checked too; where the problems hold an error, the story is not fit to be shown.
func Decode(doc source.Document, book *criteria.Book) (*Story, []diag.Problem) {
	rec, problems := keys.Read(doc.Front, doc.Kind.Keys(), doc.Path)
	d := decoder{rec: rec, book: book, problems: problems}
	s := &Story{
		Class:   doc.Kind,
		File:    doc.Path,
		At:      doc.Place,
		Slug:    slugOf(rec, doc.File),
		Name:    rec.Text("tên").Text,
		Lang:    d.lang(),
		Unit:    d.ref("đơn vị"),
		Column:  d.ref("chuyên mục"),
		Topics:  d.refs("chuyên đề"),
		Summary: rec.Text("tóm tắt").Text,
		Picture: d.picture(),
		Years:   d.years(),

		Translations: d.refs("bản dịch"),

		Locality:  d.ref("địa bàn"),
		Featured:  rec.Bool("nổi bật"),
		Draft:     rec.Bool("nháp"),
		Aliases:   d.refs("bí danh"),
		Honorific: rec.Text("danh xưng").Text,
		Position:  rec.Text("chức vụ").Text,
		Body:      bodyOf(doc),
	}
	t := &Detail{
		Credit:    d.credit(),
		Results:   d.results(),
		Discovery: rec.Text("phát hiện").Text,
		Found:     foundIn(doc),
	}
	m := &Mentions{Doers: d.refs("gương"), Links: linksIn(doc.Scan), Pictures: picturesIn(doc.Scan)}
	s.Date, _ = rec.Date("ngày")
	s.Updated, _ = rec.Date("cập nhật")
	s.Expires, _ = rec.Date("hết hạn")
	if years := rec.Years("năm sinh"); len(years) > 0 {
		t.BirthYear = years[0].Year
	}
	s.Kind, _ = criteria.KindOf(rec.Text("loại").Text)
	s.Fields = d.fields()
	s.listUnder(rec.Text("tên sắp xếp").Text)
	d.whatHappened(t, m)
	d.howItWasDone(t, m)
	if s.IsProfile() {
		d.against(s, t)
		d.heads(s, m)
	}
	d.dates(s)
	s.Keep(m, t, book)
	return s, d.problems
}

// slugOf is the slug that the author gave, else the file's or bundle's name as a slug.
func slugOf(rec keys.Record, file source.File) string {
	if slug := rec.Text("đường dẫn"); slug.Present {
		return slug.Text
	}
	return viet.Slug(file.Name)
}

// listUnder puts the story among the names: persons and households by given name, everybody else by the whole name. own is the name
// that the author wants it sorted by, and is parted in the same way; one with a comma is in its final order already
// ("Mẫu, Nguyễn Thị").
func (s *Story) listUnder(own string) {
	name := s.Name
	if own != "" {
		name = own
	}
	switch {
	case strings.Contains(own, ","):
		s.Listed, s.Family, _ = strings.Cut(own, ",")
		s.SortKey, s.Family = viet.TitleKey(own), firstWord(s.Family)
	case s.Kind == criteria.Person || s.Kind == criteria.Household:
		parts := viet.SplitName(name)
		s.SortKey, s.Listed, s.Family = parts.Key(), parts.Given, parts.Family
	default:
		s.SortKey, s.Listed = viet.TitleKey(name), firstWord(name)
	}
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return word
}

func bodyOf(doc source.Document) Body {
	empty := doc.Scan.Words == 0 && len(doc.Scan.Pictures) == 0
	return Body{File: doc.Path, Digest: doc.Digest, Offset: doc.Body, Empty: empty}
}

func foundIn(doc source.Document) Found {
	return Found{Anchors: doc.Scan.IDs, Words: doc.Scan.Words, Excerpt: doc.Scan.Excerpt}
}

func linksIn(scan markdown.Scan) []Target {
	targets := make([]Target, len(scan.Links))
	for i, l := range scan.Links {
		targets[i] = Target{l.Dest, l.Line, l.Column}
	}
	return targets
}

func picturesIn(scan markdown.Scan) []Target {
	targets := make([]Target, len(scan.Pictures))
	for i, p := range scan.Pictures {
		targets[i] = Target{p.Dest, p.Line, p.Column}
	}
	return targets
}

// decoder reads one file's record and gathers what is wrong with it.
type decoder struct {
	rec      keys.Record
	book     *criteria.Book
	problems []diag.Problem
}

func (d *decoder) say(p diag.Problem) { d.problems = append(d.problems, p) }

func refOf(v keys.Value) Ref { return Ref{Text: v.Text, Place: v.Place} }

func (d *decoder) ref(name string) Ref { return refOf(d.rec.Text(name)) }

func (d *decoder) refs(name string) []Ref {
	var refs []Ref
	for _, v := range d.rec.List(name) {
		refs = append(refs, refOf(v))
	}
	return refs
}

// lang is the language that the author wrote in, Vietnamese where nothing else is said.
func (d *decoder) lang() string {
	if v := d.rec.Text("ngôn ngữ"); v.Present {
		return v.Text
	}
	return language.Vietnamese
}

func (d *decoder) years() []int {
	var years []int
	for _, y := range d.rec.Years("năm") {
		years = append(years, y.Year)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// picture reads the picture of the file. Who cannot see it is told the name at least, where nobody described it.
func (d *decoder) picture() Picture {
	rec, ok := d.rec.Object("ảnh")
	if !ok {
		return Picture{}
	}
	p := Picture{
		Path: refOf(rec.Text("tệp")), Alt: rec.Text("mô tả").Text,
		Caption: rec.Text("chú thích").Text, Credit: rec.Text("nguồn").Text,
	}
	if p.Alt == "" {
		d.say(diag.At(d.rec.At("ảnh"), diag.PictureUndescribed, p.Path.Text))
		p.Alt = d.rec.Text("tên").Text
	}
	return p
}

func (d *decoder) credit() Credit {
	rec, _ := d.rec.Object("nguồn")
	return Credit{Author: rec.Text("tác giả").Text, Photos: rec.Text("ảnh").Text, Link: rec.Text("liên kết").Text}
}

func (d *decoder) results() []Result {
	var results []Result
	for _, rec := range d.rec.Objects("kết quả") {
		r := Result{
			What: rec.Text("chỉ tiêu").Text, Unit: rec.Text("đơn vị tính").Text,
			HasBefore: rec.Has("trước"), HasAfter: rec.Has("sau"),
		}
		r.Before, _ = rec.Number("trước")
		r.After, _ = rec.Number("sau")
		if years := rec.Years("năm"); len(years) > 0 {
			r.Year = years[0].Year
		}
		if !written(rec, "trước") && !written(rec, "sau") { // a number that was refused is told already
			d.say(diag.At(rec.Place(), diag.ResultWithoutFigure, r.What))
		}
		results = append(results, r)
	}
	return results
}

// written says whether the author wrote anything at a key, right or wrong.
func written(rec keys.Record, key string) bool { return rec.Node(key).Kind != keys.Null }

// whatHappened reads what honours the story and what came of it.
func (d *decoder) whatHappened(t *Detail, m *Mentions) {
	for _, rec := range d.rec.Objects("khen thưởng") {
		c := Commendation{Form: rec.Text("hình thức").Text, Authority: rec.Text("cấp").Text, Number: rec.Text("số").Text}
		c.Date, _ = rec.Date("ngày")
		t.Commendations = append(t.Commendations, c)
	}
	for _, rec := range d.rec.Objects("diễn biến") {
		n := Note{Text: rec.Text("nội dung").Text}
		n.Date, _ = rec.Date("ngày")
		t.Timeline = append(t.Timeline, n)
	}
	slices.SortStableFunc(t.Timeline, func(a, b Note) int { return a.Date.Compare(b.Date) })
	for _, rec := range d.rec.Objects("nhân rộng") {
		c := Copy{Unit: rec.Text("đơn vị").Text, Text: rec.Text("nội dung").Text}
		m.Followers = append(m.Followers, refOf(rec.Text("gương")))
		if years := rec.Years("năm"); len(years) > 0 {
			c.Year = years[0].Year
		}
		t.Copies = append(t.Copies, c)
	}
	if rec, ok := d.rec.Object("tham quan"); ok {
		t.Visit = Visit{Address: rec.Text("địa chỉ").Text, Contact: rec.Text("liên hệ").Text, Hours: rec.Text("giờ").Text}
	}
	if rec, ok := d.rec.Object("đồng ý"); ok {
		t.Consent.By = rec.Text("người").Text
		t.Consent.Date, _ = rec.Date("ngày")
	}
}

// howItWasDone reads a practice's three texts.
func (d *decoder) howItWasDone(t *Detail, m *Mentions) {
	for _, part := range []struct {
		key  string
		into *string
	}{{"vấn đề", &t.Problem}, {"cách làm", &t.How}, {"điều kiện", &t.Conditions}} {
		v := d.rec.Text(part.key)
		if !v.Present {
			continue
		}
		*part.into = v.Text
		d.text(v, d.rec.Node(part.key), m)
	}
}

// text scans a Markdown text of the front matter and adds what it leads to. Its places are counted from the text's own beginning; here they become those of the
// file: exact for a text on one line and for a block below a |, and in the right lines for most others.
func (d *decoder) text(v keys.Value, node keys.Node, m *Mentions) {
	at, block := v.Place, node.Inner.Line > node.Line
	if node.Inner.Line > 0 {
		at.Line, at.Column = node.Inner.Line, node.Inner.Column
	}
	scan, problems := markdown.ScanBody([]byte(v.Text), diag.Place{File: at.File, Line: at.Line, Column: 1})
	shift := func(line int, column *int) {
		if *column > 0 && (block || line == at.Line) {
			*column += at.Column - 1
		}
	}
	links, pictures := linksIn(scan), picturesIn(scan)
	for i := range links {
		shift(links[i].Line, &links[i].Column)
	}
	for i := range pictures {
		shift(pictures[i].Line, &pictures[i].Column)
	}
	for i := range problems {
		shift(problems[i].Line, &problems[i].Column)
	}
	d.problems = append(d.problems, problems...)
	m.Links = append(m.Links, links...)
	m.Pictures = append(m.Pictures, pictures...)
}

// dates orders the story in time and finds days in the wrong order.
func (d *decoder) dates(s *Story) {
	s.Order = s.Date
	if s.Order.IsZero() && s.LastYear() != 0 {
		s.Order = viet.Date{Year: s.LastYear(), Month: 1, Day: 1}
	}
	if s.Order.IsZero() && !s.IsProfile() {
		d.say(diag.At(s.At, diag.NoDate, s.Name))
	}
	if s.Date.IsZero() {
		return
	}
	if !s.Updated.IsZero() && s.Updated.Compare(s.Date) < 0 {
		d.say(diag.At(d.rec.At("cập nhật"), diag.DayBefore, "cập nhật", s.Updated.String(), "ngày", s.Date.String()))
	}
	if !s.Expires.IsZero() && s.Expires.Compare(s.Date) < 0 {
		d.say(diag.At(d.rec.At("hết hạn"), diag.DayBefore, "hết hạn", s.Expires.String(), "ngày", s.Date.String()))
	}
}
