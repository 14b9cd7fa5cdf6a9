package profile

import (
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/pack"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Record is what became of one content file: a story, an entry or neither, and what is wrong with it. It depends on the file's path
// and bytes, on the plan and on the program, and on nothing else, so that it can be kept for as long as these are the same.
type Record struct {
	Story    *Story
	Entry    *Entry
	Problems []diag.Problem
}

// Pack writes a record as text, for the cache and for as long as a build takes: a packed record is a fraction of the size, and
// nothing in it has to be looked at by the garbage collector. file is the content file.
func Pack(r Record, file string) string {
	p := packer{Packer: pack.To(make([]byte, 0, 2048)), file: file}
	p.record(&r)
	return string(p.Bytes())
}

// Unpack reads what Pack wrote, with the same plan. Its texts are parts of the packed one. ok is false where it is no record.
func Unpack(packed, file string, book *criteria.Book) (r Record, ok bool) {
	p := packer{Packer: pack.From(packed), file: file, book: book}
	p.record(&r)
	return r, p.Done()
}

// Detail gives what the story's own page shows besides. It is made anew each time, and belongs to the caller.
func (s *Story) Detail() *Detail {
	var t Detail
	p := packer{Packer: pack.From(s.detail), file: s.File, book: s.book}
	p.detail(&t)
	return &t
}

// Mentions gives what the story names of other files. It is made anew each time, and belongs to the caller.
func (s *Story) Mentions() (m Mentions) {
	p := packer{Packer: pack.From(s.mentions), file: s.File}
	p.named(&m)
	return m
}

// Keep gives the story what it names and its detail; book is the plan that its criteria are from. It is called once, by who makes the story.
func (s *Story) Keep(m *Mentions, t *Detail, book *criteria.Book) {
	p := packer{Packer: pack.To(make([]byte, 0, 1024)), file: s.File}
	p.named(m)
	named := len(p.Bytes())
	p.detail(t)
	both := string(p.Bytes())
	s.mentions, s.detail, s.book = both[:named], both[named:], book
}

// packer knows how the things of this package are packed. Most places are in the file that is packed, so its name is left out of them.
type packer struct {
	*pack.Packer
	file string
	book *criteria.Book
}

// list packs a slice of things that need the packer.
func list[T any](p packer, things *[]T, each func(p packer, v *T)) {
	pack.List(p.Packer, things, func(_ *pack.Packer, v *T) { each(p, v) })
}

// small packs a number of a type of its own, of which last is the last.
func small[T ~uint8](p packer, v *T, last T) {
	n := uint64(*v)
	p.Number(&n)
	if n > uint64(last) {
		n = 0
		p.Fail()
	}
	*v = T(n)
}

func (p packer) record(r *Record) {
	list(p, &r.Problems, packer.problem)
	story, entry := r.Story != nil, r.Entry != nil
	p.Bool(&story)
	p.Bool(&entry)
	if entry {
		if p.Reading() {
			r.Entry = &Entry{}
		}
		p.entry(r.Entry)
	}
	if story {
		if p.Reading() {
			r.Story = &Story{}
		}
		p.story(r.Story)
	}
}

func (p packer) problem(v *diag.Problem) {
	p.place(&v.Place)
	p.Text((*string)(&v.Code))
	small(p, &v.Severity, diag.Hint)
	pack.List(p.Packer, &v.Args, (*pack.Packer).Text)
	p.Text(&v.Suggest)
}

// The ways in which a place names its file.
const (
	noFile = iota
	thisFile
	otherFile
)

func (p packer) place(v *diag.Place) {
	var names uint64
	switch v.File {
	case "":
	case p.file:
		names = thisFile
	default:
		names = otherFile
	}
	n := uint64(v.Line)<<2 | names
	p.Number(&n)
	p.Int(&v.Column)
	v.Line = int(n >> 2)
	switch n & 3 {
	case thisFile:
		v.File = p.file
	case otherFile:
		p.Text(&v.File)
	}
}

func (p packer) ref(v *Ref) {
	p.Text(&v.Text)
	p.place(&v.Place)
}

func (p packer) date(v *viet.Date) {
	n := uint64(v.Year)<<9 | uint64(v.Month)<<5 | uint64(v.Day)
	p.Number(&n)
	*v = viet.Date{Year: int(n >> 9), Month: int(n >> 5 & 15), Day: int(n & 31)}
}

func (p packer) picture(v *Picture) {
	p.ref(&v.Path)
	p.Text(&v.Alt)
	p.Text(&v.Caption)
	p.Text(&v.Credit)
}

// field packs a field as its number in the plan.
func (p packer) field(v **criteria.Field) {
	var n uint64
	if *v != nil {
		n = uint64((*v).Number)
	}
	p.Number(&n)
	if !p.Reading() {
		return
	}
	if n < 1 || n > uint64(len(p.book.Fields)) {
		p.Fail()
		return
	}
	*v = p.book.Fields[n-1]
}

func (p packer) body(v *Body) {
	v.File = p.file
	p.Key(&v.Digest)
	p.Int(&v.Offset)
	p.Bool(&v.Empty)
}

func (p packer) found(v *Found) {
	pack.List(p.Packer, &v.Anchors, (*pack.Packer).Text)
	p.Int(&v.Words)
	p.Text(&v.Excerpt)
}

func (p packer) target(v *Target) {
	p.Text(&v.Dest)
	p.Int(&v.Line)
	p.Int(&v.Column)
}

// story packs a story; what it names and its detail are packed already and come last.
func (p packer) story(v *Story) {
	small(p, &v.Class, source.Page)
	v.File = p.file
	p.place(&v.At)
	p.Text(&v.Slug)
	p.Text(&v.Name)
	p.Text(&v.Lang)
	list(p, &v.Translations, packer.ref)
	p.Text(&v.SortKey)
	p.Text(&v.Listed)
	p.Text(&v.Family)
	small(p, &v.Kind, criteria.Household)
	list(p, &v.Fields, packer.field)
	pack.List(p.Packer, &v.Years, (*pack.Packer).Int)
	p.ref(&v.Unit)
	p.ref(&v.Locality)
	p.ref(&v.Column)
	list(p, &v.Topics, packer.ref)
	p.Text(&v.Honorific)
	p.Text(&v.Position)
	p.date(&v.Date)
	p.date(&v.Order)
	p.date(&v.Updated)
	p.date(&v.Expires)
	p.Text(&v.Summary)
	p.picture(&v.Picture)
	p.Bool(&v.Featured)
	p.Bool(&v.Draft)
	list(p, &v.Aliases, packer.ref)
	p.body(&v.Body)
	p.Text(&v.mentions)
	p.Text(&v.detail)
	v.book = p.book
}

func (p packer) entry(v *Entry) {
	small(p, &v.Class, source.Page)
	v.File = p.file
	p.place(&v.At)
	p.Text(&v.Slug)
	p.Text(&v.Name)
	p.place(&v.NameAt)
	p.Text(&v.Summary)
	p.picture(&v.Picture)
	p.Text(&v.Lang)
	list(p, &v.Translations, packer.ref)
	list(p, &v.FormerNames, packer.ref)
	p.ref(&v.MergedInto)
	p.date(&v.MergedOn)
	p.ref(&v.Locality)
	p.Text(&v.Address)
	p.Text(&v.Phone)
	p.Text(&v.Email)
	p.Text(&v.Link)
	p.date(&v.From)
	p.date(&v.To)
	list(p, &v.Sections, packer.section)
	p.ref(&v.Call)
	p.Int(&v.Menu)
	list(p, &v.Aliases, packer.ref)
	p.body(&v.Body)
	p.found(&v.Found)
	list(p, &v.Links, packer.target)
	list(p, &v.Pictures, packer.target)
}
