package profile

import (
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/source"
)

// DecodeEntry makes an entry of a document that is one. Like Decode it always gives an entry.
func DecodeEntry(doc source.Document, book *criteria.Book) (*Entry, []diag.Problem) {
	rec, problems := keys.Read(doc.Front, doc.Kind.Keys(), doc.Path)
	d := decoder{rec: rec, book: book, problems: problems}
	e := &Entry{
		Class:   doc.Kind,
		File:    doc.Path,
		At:      doc.Place,
		Slug:    slugOf(rec, doc.File),
		Name:    rec.Text("tên").Text,
		NameAt:  rec.At("tên"),
		Summary: rec.Text("tóm tắt").Text,
		Picture: d.picture(),
		Lang:    d.lang(),

		Translations: d.refs("bản dịch"),

		FormerNames: d.refs("tên cũ"),
		MergedInto:  d.ref("nhập vào"),
		Locality:    d.ref("địa bàn"),
		Address:     rec.Text("địa chỉ").Text,
		Phone:       rec.Text("điện thoại").Text,
		Email:       rec.Text("thư điện tử").Text,
		Link:        rec.Text("liên kết").Text,
		Aliases:     d.refs("bí danh"),
		Body:        bodyOf(doc),
		Found:       foundIn(doc),
		Links:       linksIn(doc.Scan),
		Pictures:    picturesIn(doc.Scan),
	}
	if doc.Kind == source.Topic {
		e.Sections, e.Call = d.sections(), d.ref("lời mời")
		if v := rec.Text("thư điện tử"); v.Present && !keys.IsMailbox(v.Text) {
			e.Email = ""
			d.say(diag.At(v.Place, diag.BadMailbox, v.Text).Softer())
		}
	}
	e.MergedOn, _ = rec.Date("ngày")
	e.From, _ = rec.Date("từ ngày")
	e.To, _ = rec.Date("đến ngày")
	if !e.From.IsZero() && !e.To.IsZero() && e.To.Compare(e.From) < 0 {
		d.say(diag.At(rec.At("đến ngày"), diag.DayBefore, "đến ngày", e.To.String(), "từ ngày", e.From.String()))
	}
	if n, v := rec.Number("thứ tự"); v.Present {
		e.Menu = int(n)
	}
	if doc.Kind == source.FieldIntro {
		if f, ok := book.Field(doc.Name); ok {
			e.Slug = f.Code
		} else {
			d.say(d.unknownField(diag.Place{File: doc.Path}, doc.Name))
		}
	}
	return e, d.problems
}
