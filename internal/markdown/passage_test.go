package markdown

import (
	"strings"
	"testing"

	"guongsang/internal/diag"
)

func TestPassagesAreTheWordsOfBlocks(t *testing.T) {
	body := "Bà **trồng** d*âu* tây[^1] ở [K'Giắc](x.md) & nhà.\n\n## Cách làm\n\n- Một\n- Hai\n\n| Năm | Hộ |\n| --- | --- |\n| 2014 | 33 |\n\nDòng một\\\ndòng hai\n\n[^1]: Lời chú.\n"
	_, prepared, _ := Prepare([]byte(body), diag.Place{})
	html, err := Fill(nil, prepared, Sources{Words: map[string]string{WordFootnotes: " ", WordFootnote: " "}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	Passages(html, func(text []byte, heading bool) {
		s := strings.Join(strings.Fields(string(text)), " ")
		if heading {
			s = "# " + s
		}
		got = append(got, s)
	})
	want := "Bà trồng dâu tây 1 ở K'Giắc & nhà.|# Cách làm|Một|Hai|Năm|Hộ|2014|33|Dòng một dòng hai|Lời chú."
	if all := strings.Join(got, "|"); !strings.HasPrefix(all, want) {
		t.Errorf("%s\nnot\n%s\nof\n%s", all, want, html)
	}
}
