// Package manual makes those pages of the documentation that say what the code already says: all messages (docs/thong-bao.md),
// all keys that an author may write (docs/khoa.md), and all that a template gets (the tables in themes/README.md).
//
// Each function gives a page as text, made of the very tables that the program works with, so a page cannot tell anything else. Nothing here
// writes: the test of this package holds the files against these texts, and with -update it writes them.
package manual

import (
	"errors"
	"strings"

	"guongsang/internal/config"
	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/source"
)

// made stands at the head of every page that is made as a whole.
const made = "<!-- Trang này do chương trình viết ra: make docs. Đừng sửa bằng tay. This page is generated: make docs. -->\n\n"

// groups are the headings over the codes, by their hundreds.
var groups = map[string]string{
	"GS1": "Tệp và phần đầu bài · Files and front matter",
	"GS2": "Nội dung khai báo · What a story says",
	"GS3": "Địa chỉ và tên · Addresses and names",
	"GS4": "Markdown và hình · Markdown and pictures",
	"GS5": "site.yaml và giao diện · site.yaml and themes",
	"GS6": "Lời khuyên · Advice",
}

// Messages is the page of all codes, in Vietnamese and in English.
func Messages() string {
	var b strings.Builder
	b.WriteString(made)
	b.WriteString("# Thông báo · Messages\n\n" +
		"Mỗi thông báo có một mã không bao giờ đổi. **Lỗi** dừng việc tạo trang và trang cũ giữ nguyên; **cảnh báo** không dừng, trừ khi chạy với `--strict`; **gợi ý** là lời khuyên. " +
		"Gợi ý và cảnh báo tắt được, hoặc đổi mức được, trong site.yaml: `mức báo: {GS602: tắt, GS603: cảnh báo}`. " +
		"Các mã GS6 chỉ `guongsang check` và trang soạn bài mới nói, trừ khi được nâng mức. Dấu … là chỗ chương trình điền chữ của chính bài viết.\n\n" +
		"Every message has a code that never changes. An **error** stops the build and leaves the old site as it was; a **warning** does not, unless `--strict` is given; a **hint** is advice. " +
		"Hints and warnings can be switched off or get another level in site.yaml: `mức báo: {GS602: off, GS603: warning}`. " +
		"The codes GS6 are told by `guongsang check` and in the form only, unless their level is raised. Where … stands, the program shows the words of the file itself.\n")
	group := ""
	for _, m := range diag.Messages() {
		if g := string(m.Code)[:3]; g != group {
			group = g
			b.WriteString("\n## " + groups[g] + "\n")
		}
		b.WriteString("\n### " + string(m.Code) + "\n\n")
		for l := diag.Vietnamese; l <= diag.English; l++ {
			b.WriteString("**" + m.Severity.Word(l) + ":** " + code(blanks(m.Text[l])))
			if m.Fix[l] != "" {
				b.WriteString(" → " + code(blanks(m.Fix[l])))
			}
			b.WriteString("\n\n" + m.Explain[l] + "\n")
			if l == diag.Vietnamese {
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

// blanks shows the holes {0}, {1} … of a text as dots.
func blanks(text string) string {
	for n := '0'; n <= '9'; n++ {
		text = strings.ReplaceAll(text, "{"+string(n)+"}", "…")
	}
	return text
}

// code writes a text as code, whatever signs it has.
func code(text string) string {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// tables are the tables of keys, with what they are for.
func tables() []struct {
	file, vi, en string
	keys         []keys.Key
} {
	type table = struct {
		file, vi, en string
		keys         []keys.Key
	}
	in := func(kind source.Kind) string { return source.Root + "/" + kind.Folder() + "/" }
	return []table{
		{in(source.Profile), "Gương", "Profiles", keys.Profile()},
		{in(source.Practice), "Mô hình, cách làm hay", "Practices", keys.Practice()},
		{in(source.Article), "Bài viết", "Articles", keys.Article()},
		{in(source.FieldIntro), "Lời giới thiệu lĩnh vực", "Introductions of fields", keys.FieldIntro()},
		{in(source.Column), "Chuyên mục", "Columns", keys.Column()},
		{in(source.Topic), "Chuyên đề", "Topics", keys.Topic()},
		{in(source.Unit), "Đơn vị", "Units", keys.Unit()},
		{in(source.Locality), "Địa bàn", "Localities", keys.Locality()},
		{in(source.Page), "Trang", "Plain pages", keys.Page()},
		{config.File, "Cấu hình của trang", "Settings of the site", config.Keys()},
	}
}

// Keys is the page of all keys of front matter and of site.yaml, first in Vietnamese, then in English.
func Keys() string {
	var b strings.Builder
	b.WriteString(made)
	b.WriteString("# Các khóa · Keys\n\n" +
		"Khóa không phân biệt chữ hoa, dấu và dấu nối: `Lĩnh vực`, `linh_vuc` và `linh-vuc` là một. `a › b` là khóa `b` trong nhóm `a`. Khóa lạ là lỗi, kèm khóa gần đúng nhất.\n\n" +
		"Keys are matched without case, marks and separators: `Lĩnh vực`, `linh_vuc` and `linh-vuc` are one. `a › b` is the key `b` within the group `a`. " +
		"A key that is not known is an error, which names the nearest one. [English](#english)\n")
	for _, t := range tables() {
		b.WriteString("\n## " + t.vi + ": " + code(t.file) + "\n\n" + keys.Docs(t.keys, diag.Vietnamese))
	}
	b.WriteString("\n## English\n")
	for _, t := range tables() {
		b.WriteString("\n### " + t.en + ": " + code(t.file) + "\n\n" + keys.Docs(t.keys, diag.English))
	}
	return b.String()
}

// The lines between which the tables of a page stand that is written by hand otherwise.
const (
	Begin = "<!-- begin of the tables: make docs -->\n"
	End   = "<!-- end of the tables -->\n"
)

// ErrMarks says that a page has no place for tables.
var ErrMarks = errors.New("manual: the page does not have the two lines between which the tables stand")

// Between puts tables into a page, between its two marks.
func Between(page, tables string) (string, error) {
	before, rest, ok := strings.Cut(page, Begin)
	if !ok {
		return "", ErrMarks
	}
	_, after, ok := strings.Cut(rest, End)
	if !ok {
		return "", ErrMarks
	}
	return before + Begin + "\n" + strings.TrimSpace(tables) + "\n\n" + End + after, nil
}
