package profile_test

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/profile"
)

func TestSections(t *testing.T) {
	for _, c := range []struct{ name, sections, want, told string }{
		{
			"all that a section may say", "  - {tên: Một, lời dẫn: Câu., gương: [a, /mo-hinh/b/], lĩnh vực: [6, giao-duc], năm: [2024, 2023], đơn vị: Trạm, địa bàn: [Xã], chuyên mục: Hay, số lượng: 3}\n",
			"Một|Câu.|a mo-hinh/b|y-te giao-duc|[2023 2024]|Trạm|Xã|Hay|3", "",
		},
		{"one section without a list", "  tên: Một\n  năm: 2024\n", "Một||||[2024]||||0", ""},
		{"nothing to show", "  - {tên: Một, số lượng: 3}\n", "Một||||[]||||3", "4:5 error GS343"},
		{"what was refused is told once", "  - {tên: Một, năm: nay}\n  - {tên: Hai, gương: [Bà Mẫu, a/b/c]}\n", "Một||||[]||||0\nHai||||[]||||0", "4:21 error GS110\n5:24 error GS114 ba-mau\n5:32 error GS114 a/c"},
		{"no such field", "  - {tên: Một, lĩnh vực: y-tee}\n", "Một||||[]||||0", "4:26 error GS104 y-te"},
		{"too many", "  - {tên: Một, năm: 2024, số lượng: 49}\n", "Một||||[2024]||||0", "4:37 error GS344"},
		{"none", "  - {tên: Một, năm: 2024, số lượng: 0}\n", "Một||||[2024]||||0", "4:37 error GS344"},
		{"half a story", "  - {tên: Một, năm: 2024, số lượng: \"1,5\"}\n", "Một||||[2024]||||0", "4:37 error GS344"},
		{"no heading", "  - {năm: 2024}\n", "||||[2024]||||0", "4:5 error GS103"},
		{"a slip in a key", "  - {tên: Một, lĩnh vựcc: y-te, gương: a}\n", "Một||a||[]||||0", "4:16 error GS101 lĩnh vực"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, problems := profile.DecodeEntry(document(t, "content/chuyen-de/a.md", "---\ntên: A\nphần:\n"+c.sections+"---\n"), book(t))
			var lines []string
			for _, s := range e.Sections {
				var fields []string
				for _, f := range s.Fields {
					fields = append(fields, f.Code)
				}
				lines = append(lines, fmt.Sprintf("%s|%s|%s|%s|%v|%s|%s|%s|%d", s.Heading, s.Lead, texts(s.Picked), strings.Join(fields, " "), s.Years,
					texts(s.Units), texts(s.Localities), texts(s.Columns), s.Most))
			}
			if got, said := strings.Join(lines, "\n"), told(problems); got != c.want || said != c.told {
				t.Errorf("got\n%s\nwant\n%s\ntold\n%s\nwant\n%s", got, c.want, said, c.told)
			}
		})
	}
	// Only a topic has sections and a call.
	if _, problems := profile.DecodeEntry(document(t, "content/chuyen-muc/a.md", "---\ntên: A\nphần: {tên: B, năm: 2024}\n---\n"), book(t)); told(problems) != "3:1 error GS101" {
		t.Errorf("told %s", told(problems))
	}
}

func texts(refs []profile.Ref) string {
	var all []string
	for _, ref := range refs {
		all = append(all, ref.Text)
	}
	return strings.Join(all, " ")
}
