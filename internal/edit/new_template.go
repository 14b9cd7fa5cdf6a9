package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/keys"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Blank is what is known of a content file before it is written. Whatever is empty stays empty in its template, for the editor to fill in.
type Blank struct {
	Kind source.Kind
	Name string
	// Class is whom a profile honours.
	Class criteria.Kind
	// Fields are those of a story, the main one first.
	Fields []*criteria.Field
	Unit   string
	Year   int
	// Today is the day of publication that a story begins with.
	Today viet.Date
}

// Template is the text of a new content file: the keys that its kind must have and the few that nearly every such file has, filled from what
// is known; every other key as a comment that needs only its # taken away; a line of explanation for each; for a profile the criteria of its
// fields in the plan's own words. A story begins as a draft. Once the required values are there the file has no error.
func Template(book *criteria.Book, b Blank) string {
	t := sheet{Blank: b, book: book}
	t.line("---")
	t.say("Dòng bắt đầu bằng dấu # là lời dặn, không hiện trên trang; xong việc thì xóa cũng được.")
	if b.Kind.Story() {
		t.say(`Bài đang là bản nháp nên chưa đăng: viết xong thì xóa dòng bắt đầu bằng "nháp:".`)
	}
	table := b.Kind.Keys()
	for _, k := range table {
		if t.inUse(k) {
			t.key(k)
		}
	}
	t.line("")
	t.say(`Từ đây trở xuống là những mục không bắt buộc. Muốn dùng mục nào thì xóa dấu # ở dòng "#mục: …" của nó rồi sửa lại cho đúng.`)
	for _, k := range table {
		if !t.inUse(k) {
			t.optional(k)
		}
	}
	t.line("")
	t.say(bodyAdvice[b.Kind])
	t.line("---")
	t.line("")
	return t.String()
}

// bodyAdvice is how to write what stands below the front matter.
var bodyAdvice = [...]string{
	source.Profile:    "Dưới dòng kẻ là bài viết. Kể việc thật, chừng 300 đến 550 tiếng: bắt đầu từ đâu, vấp chỗ nào, nay khác trước ra sao, ai muốn làm theo thì làm gì trước.",
	source.Practice:   "Dưới dòng kẻ là bài viết. Viết như lời dặn người sắp làm: cần bao nhiêu người, bao nhiêu tiền, mất bao lâu, chỗ nào dễ hỏng.",
	source.Article:    "Dưới dòng kẻ là bài viết. Đoạn đầu nói ngay: việc gì, ở đâu, hôm nào, ai làm.",
	source.FieldIntro: "Dưới dòng kẻ là lời giới thiệu lĩnh vực: biểu dương ai, xét điều gì, để làm gì.",
	source.Column:     "Dưới dòng kẻ là lời giới thiệu chuyên mục, một hai đoạn.",
	source.Topic:      "Dưới dòng kẻ là lời giới thiệu chuyên đề: vì sao có, gồm những bài nào.",
	source.Unit:       "Dưới dòng kẻ là lời giới thiệu đơn vị, một hai đoạn; không có cũng được.",
	source.Locality:   "Dưới dòng kẻ là lời giới thiệu địa bàn, một hai đoạn; không có cũng được.",
	source.Page:       "Dưới dòng kẻ là nội dung trang.",
}

// sheet is a template that is being written.
type sheet struct {
	Blank
	strings.Builder
	book *criteria.Book
}

func (t *sheet) line(text string) { t.WriteString(text + "\n") }

func (t *sheet) say(text string) { t.line("# " + text) }

// inUse says whether a key stands in the file from the beginning: the required ones, those whose value is known, and the summary, which every
// list and search engine wants.
func (t *sheet) inUse(k keys.Key) bool {
	return k.Required || k.Name == "tóm tắt" || t.value(k) != ""
}

// key writes a key that is in use.
func (t *sheet) key(k keys.Key) {
	value := t.value(k)
	explained := explained(k)
	if value == "" {
		value, explained = k.Name+":", explained+" Ví dụ: "+k.Example
	} else {
		value = k.Name + ": " + value
	}
	t.say(explained)
	if k.Type == keys.FieldList && len(t.Fields) == 0 {
		t.fields()
	}
	t.line(value)
}

// value is what is known of a key, as it is written in YAML.
func (t *sheet) value(k keys.Key) string {
	switch k.Name {
	case "tên":
		return nameValue(t.Name)
	case "loại":
		return strings.ToLower(t.Class.Name())
	case "lĩnh vực":
		var codes []string
		for _, f := range t.Fields {
			codes = append(codes, f.Code)
		}
		if len(codes) > 0 {
			return "[" + strings.Join(codes, ", ") + "]"
		}
	case "năm":
		if t.Year != 0 {
			return strconv.Itoa(t.Year)
		}
	case "đơn vị":
		return nameValue(t.Unit)
	case "ngày":
		if t.Kind.Story() { // of a unit it is the day of a merger
			return t.Today.String()
		}
	case "nháp":
		return "true"
	}
	return ""
}

func nameValue(text string) string {
	if text = tidyName(text); text == "" {
		return ""
	}
	return inYAML(text)
}

// optional writes a key as a comment: one # away from being in use.
func (t *sheet) optional(k keys.Key) {
	t.say(explained(k))
	example := k.Example
	switch k.Name {
	case "phân loại":
		if names := t.subkinds(); len(names) > 0 {
			t.say("  Trong lĩnh vực đã chọn: " + strings.Join(names, "; ") + ".")
			example = names[0]
		}
	case "cập nhật":
		if !t.Today.IsZero() { // not before the day of publication
			example = t.Today.String()
		}
	case "tiêu chí":
		if codes := t.criteria(); len(codes) > 0 {
			example = "[" + strings.Join(codes[:min(2, len(codes))], ", ") + "]"
		}
	case "minh chứng":
		if codes := t.codes(); len(codes) > 0 {
			example = fmt.Sprintf("{%s: Việc làm và con số cho thấy tiêu chí này}", codes[0])
		}
	}
	switch k.Type {
	case keys.Markdown:
		t.line("#" + k.Name + ": |")
		t.line("#  " + example)
	case keys.ObjectList:
		t.line("#" + k.Name + ":")
		t.line("#  - " + example)
	case keys.TextMap: // on lines of their own, since a sentence may have commas
		t.line("#" + k.Name + ":")
		t.line("#  " + strings.Trim(example, "{}"))
	default:
		t.line("#" + k.Name + ": " + example)
	}
}

// explained is a key's one line, with the values that it may have where there is a list of them.
func explained(k keys.Key) string {
	if k.Type == keys.Choice {
		return k.Vi + " Chọn một: " + strings.Join(k.Values, ", ") + "."
	}
	return k.Vi
}

// subkinds are the names of the sub-kinds that the fields have for the class.
func (t *sheet) subkinds() (names []string) {
	for _, f := range t.Fields {
		for _, name := range f.SubkindNames(t.Class) {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
