package corpus

import (
	"path"
	"strconv"
	"strings"

	"guongsang/internal/criteria"
)

// File is one file of a site: its path with slashes, and its text.
type File struct{ Path, Text string }

// Form is a way to write a corpus as a site.
type Form interface {
	// Site gives the files that are not stories.
	Site(c *Corpus) []File
	// Story gives a story's file.
	Story(c *Corpus, s Story) File
}

// Guongsang is the form of this program.
type Guongsang struct{}

// Site is the configuration.
func (Guongsang) Site(*Corpus) []File {
	return []File{{"site.yaml", `tên trang: Gương sáng Mây Ngàn
địa chỉ: https://guong.example
mô tả: Những tấm gương ở thành phố Mây Ngàn, một nơi không có thật
cơ quan: {tên: Ban Tuyên giáo và Dân vận Mây Ngàn, địa chỉ: Số 1 đường Bến Thông, điện thoại: 0263 000 0000, thư điện tử: guong@guong.example, người chịu trách nhiệm: Trưởng ban biên tập}
mỗi trang: 24
`}}
}

// Story is a profile under content/guong/<year>/.
func (Guongsang) Story(c *Corpus, s Story) File {
	var f front
	f.WriteString("---\n")
	f.text("tên", s.Name)
	if path.Base(s.File) != s.Slug {
		f.text("đường dẫn", s.Slug)
	}
	f.text("danh xưng", s.Honorific)
	f.text("chức vụ", s.Position)
	f.text("loại", strings.ToLower(s.Kind.Name()))
	f.text("phân loại", s.Subkind.Name)
	f.list("lĩnh vực", fieldCodes(s.Fields))
	f.list("năm", years(s.Years))
	f.text("đơn vị", s.Unit)
	f.text("địa bàn", s.Locality)
	if s.BirthYear != 0 {
		f.line("năm sinh", strconv.Itoa(s.BirthYear))
	}
	f.line("ngày", s.Date.String())
	if !s.Updated.IsZero() {
		f.line("cập nhật", s.Updated.String())
	}
	f.text("tóm tắt", s.Summary)
	f.items("khen thưởng", maps(s.Awards, func(a Award) []string {
		return []string{"hình thức", a.Form, "cấp", a.Authority, "số", a.Number, "ngày", a.Date.String()}
	}))
	f.list("tiêu chí", criterionCodes(s.Criteria))
	if evidence := evidenceOf(s.Criteria); len(evidence) > 0 {
		f.line("minh chứng", flow(evidence...))
	}
	f.items("kết quả", maps(s.Results, func(r Result) []string {
		return []string{"chỉ tiêu", r.What, "trước", strconv.Itoa(r.Before), "sau", strconv.Itoa(r.After), "đơn vị tính", r.Unit, "năm", strconv.Itoa(r.Year)}
	}))
	f.text("chuyên mục", s.Column)
	f.list("chuyên đề", s.Topics)
	f.text("phát hiện", s.Discovery)
	f.items("diễn biến", maps(s.Timeline, func(e Event) []string { return []string{"ngày", e.Date.String(), "nội dung", e.Text} }))
	f.items("nhân rộng", maps(s.Copies, func(cp Copy) []string {
		return []string{"đơn vị", cp.Unit, "năm", strconv.Itoa(cp.Year), "gương", c.heads[cp.Follower].Slug}
	}))
	if s.Visit.Address != "" {
		f.line("tham quan", flow("địa chỉ", s.Visit.Address, "liên hệ", s.Visit.Contact, "giờ", s.Visit.Hours))
	}
	f.line("nguồn", flow("tác giả", s.Author))
	f.line("đồng ý", flow("ngày", s.Consent.String(), "người", "chính chủ"))
	if s.Featured {
		f.line("nổi bật", "true")
	}
	f.WriteString("---\n\n")
	from := path.Dir(s.File)
	f.WriteString(c.withLinks(s.Body, func(h head) string {
		if path.Dir(h.File) == from {
			return path.Base(h.File) + ".md"
		}
		return "../" + h.File + ".md"
	}))
	return File{"content/guong/" + s.File + ".md", f.String()}
}

// withLinks writes the links of a body; to gives the address of a story.
func (c *Corpus) withLinks(body string, to func(head) string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(body, "\x01")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		number, after, _ := strings.Cut(rest, "\x02")
		h := c.heads[atoi(number)]
		name := h.Name
		switch h.Kind {
		case criteria.Person:
			name = h.Person.honorific(h.Year) + " " + name
		case criteria.Household:
			name = lowerFirst(name)
		}
		b.WriteString("[" + name + "](" + to(h) + ")")
		body = after
	}
}

func fieldCodes(fields []*criteria.Field) []string {
	codes := make([]string, len(fields))
	for i, f := range fields {
		codes[i] = f.Code
	}
	return codes
}

func criterionCodes(shown []Shown) []string {
	codes := make([]string, len(shown))
	for i, s := range shown {
		codes[i] = s.Code
	}
	return codes
}

// evidenceOf is code, evidence, code, evidence for those criteria that have some.
func evidenceOf(shown []Shown) []string {
	var pairs []string
	for _, s := range shown {
		if s.Evidence != "" {
			pairs = append(pairs, s.Code, s.Evidence)
		}
	}
	return pairs
}

func maps[T any](list []T, f func(T) []string) [][]string {
	out := make([][]string, len(list))
	for i, v := range list {
		out[i] = f(v)
	}
	return out
}
