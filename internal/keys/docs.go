package keys

import (
	"strings"

	"guongsang/internal/diag"
)

var typeWords = [...][2]string{
	Text:        {"chữ", "text"},
	Name:        {"chữ trên một dòng", "text in one line"},
	Markdown:    {"chữ Markdown", "Markdown text"},
	Date:        {"ngày: 19/05/2023 hoặc 2023-05-19", "date: 19/05/2023 or 2023-05-19"},
	Year:        {"năm", "year"},
	YearList:    {"một hoặc nhiều năm", "one or several years"},
	Number:      {"số: 1200, 1.200 hoặc 12,5", "number: 1200, 1.200 or 12,5"},
	Bool:        {"có hoặc không", "có (yes) or không (no)"},
	Choice:      {"một trong: ", "one of: "},
	TextList:    {"một hoặc nhiều giá trị", "one or several texts"},
	Slug:        {"đường dẫn: a-z, 0-9, gạch nối", "slug: a-z, 0-9, hyphens"},
	SlugList:    {"một hoặc nhiều đường dẫn", "one or several slugs"},
	StoryList:   {"một hoặc nhiều bài: đường dẫn, hoặc thư mục/đường dẫn", "one or several stories: slug, or folder/slug"},
	AddressList: {"một hoặc nhiều địa chỉ bắt đầu bằng /", "one or several addresses that begin with /"},
	URL:         {"địa chỉ https:// hoặc http://", "address with https:// or http://"},
	Language:    {"mã ngôn ngữ (en, kpm) hoặc tên (tiếng Anh, K'Ho)", "tag of a language (en, kpm) or its name (tiếng Anh, K'Ho)"},
	FieldList:   {"một hoặc nhiều lĩnh vực: mã, số hoặc tên", "one or several fields: code, number or name"},
	CodeList:    {"một hoặc nhiều mã tiêu chí", "one or several codes of criteria"},
	Picture:     {"tên tệp ảnh hoặc nhóm khóa", "a picture's file or a group of keys"},
	Object:      {"nhóm khóa", "group of keys"},
	ObjectList:  {"một hoặc nhiều nhóm khóa", "one or several groups of keys"},
	TextMap:     {"các cặp mã: chữ", "pairs of code: text"},
	Any:         {"tùy ý", "anything"},
}

// Word names the type in a language.
func (t Type) Word(l diag.Lang) string { return typeWords[t][l] }

// Row is a key as the docs show it. Name is its path: "khen thưởng › ngày" for a key within another.
type Row struct {
	Name, Type, Meaning, Example string
	Required                     bool
}

// Rows lists the keys of a table, each followed by those within it.
func Rows(table []Key, l diag.Lang) []Row { return appendRows(nil, table, l, "") }

func appendRows(rows []Row, table []Key, l diag.Lang, within string) []Row {
	for _, k := range table {
		row := Row{Name: within + k.Name, Type: k.Type.Word(l), Meaning: [2]string{k.Vi, k.En}[l], Example: k.Example, Required: k.Required}
		if k.Type == Choice {
			row.Type += strings.Join(k.Values, ", ")
		}
		rows = append(rows, row)
		rows = appendRows(rows, k.Sub, l, row.Name+" › ")
	}
	return rows
}

// Docs draws a table as a table of Markdown for the page of keys.
func Docs(table []Key, l diag.Lang) string {
	var b strings.Builder
	b.WriteString([2]string{"| khóa | bắt buộc | giá trị | nghĩa | ví dụ |\n", "| key | required | value | meaning | example |\n"}[l])
	b.WriteString("| --- | --- | --- | --- | --- |\n")
	required := [2]string{"có", "yes"}[l]
	for _, row := range Rows(table, l) {
		mark, example := "", ""
		if row.Required {
			mark = required
		}
		if row.Example != "" {
			example = "`" + row.Example + "`"
		}
		for _, cell := range []string{"`" + row.Name + "`", mark, row.Type, row.Meaning, example} {
			b.WriteString("| " + strings.ReplaceAll(cell, "|", `\|`) + " ")
		}
		b.WriteString("|\n")
	}
	return b.String()
}
