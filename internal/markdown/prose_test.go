package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"guongsang/internal/diag"
)

// describeProse draws each passage on a line: what it is, where it begins, its text.
func describeProse(p *Prose) string {
	var b strings.Builder
	for _, passage := range p.Passages {
		mark := strings.Repeat("#", passage.Level)
		for _, is := range []struct {
			yes  bool
			sign string
		}{{passage.Bold, "b"}, {passage.Item, "-"}, {passage.Quote, ">"}, {passage.Note, "^"}, {passage.Cell, "|"}} {
			if is.yes {
				mark += is.sign
			}
		}
		at := passage.Place(0)
		fmt.Fprintf(&b, "%s %d:%d %q\n", mark, at.Line, at.Column, strings.ReplaceAll(passage.Text, NoText, "_"))
	}
	for _, l := range p.Links {
		fmt.Fprintf(&b, "link %d:%d %q %q", l.Line, l.Column, l.Text, l.Dest)
		if l.Bare {
			b.WriteString(" bare")
		}
		if l.Note {
			b.WriteString(" note")
		}
		b.WriteString("\n")
	}
	for _, c := range p.Pictures {
		fmt.Fprintf(&b, "picture %d:%d %q %q\n", c.Line, c.Column, c.Alt, c.Dest)
	}
	return b.String()
}

func TestReadProse(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"#### Bốn\n\nHai\n===\n", "#### 5:6 \"Bốn\"\n# 7:1 \"Hai\"\n"},
		{"Một *hai* **ba\nbốn**.\n", ` 5:1 "Một hai ba\nbốn."` + "\n"},
		{"**Hoàn cảnh**\n", `b 5:3 "Hoàn cảnh"` + "\n"},
		{"*Hoàn cảnh*\n", ` 5:2 "Hoàn cảnh"` + "\n"},
		{"- một `mã`, hai\n- <b>ba\n", `- 5:3 "một _, hai"` + "\n" + `- 6:3 "_ba"` + "\n"},
		{"> trích[^1].\n\n[^1]: ghi\n", `> 5:3 "trích."` + "\n" + `^ 7:7 "ghi"` + "\n"},
		{"| a | b |\n|-|-|\n| c | ấ |\n", `| 5:3 "a"` + "\n" + `| 5:7 "b"` + "\n" + `| 7:3 "c"` + "\n" + `| 7:7 "ấ"` + "\n"},
		{"```\nmã\n```\n\n    mã\n\n<div>\n\n---\n", ""},
		{"ấ [tại đây](a.md) ![](b.jpg)", ` 5:1 "ấ tại đây _"` + "\n" + `link 5:3 "tại đây" "a.md"` + "\n" + `picture 5:19 "" "b.jpg"` + "\n"},
		{"xem https://a.vn/b, <a@b.vn>\n\nghi[^1]\n\n[^1]: https://c.vn", ` 5:1 "xem _, _"` + "\n" + ` 7:1 "ghi"` + "\n" + `^ 9:7 "_"` + "\n" +
			`link 5:5 "https://a.vn/b" "https://a.vn/b" bare` + "\n" + `link 5:21 "a@b.vn" "mailto:a@b.vn" bare` + "\n" + `link 9:7 "https://c.vn" "https://c.vn" bare note` + "\n"},
		{"[x](#a) [y]() [z](javascript:a)\n\n# a", ` 5:2 "x y z"` + "\n# 7:3 \"a\"\n" + `link 5:1 "x" "#a"` + "\n"},
		{"![một](a.jpg)\n![hai](b.jpg)\n", `picture 5:1 "một" "a.jpg"` + "\n" + `picture 6:1 "hai" "b.jpg"` + "\n"},
		{"https://www.youtube.com/watch?v=dQw4w9WgXcQ\n", ""},
		{"1. một\n\n\tấ \"hai\"\n", `- 5:4 "một"` + "\n" + `- 7:2 "ấ \"hai\""` + "\n"},
		{strings.Repeat("> ", 150) + "a", ""},
	} {
		if got := describeProse(ReadProse([]byte(c.body), diag.Place{File: "a.md", Line: 5})); got != c.want {
			t.Errorf("%q gives\n%swant\n%s", c.body, got, c.want)
		}
	}
}

// Every letter of a passage has the place at which it stands in the file, however the body is saved.
func TestPlacesOfProse(t *testing.T) {
	bodies := []string{sample, "a\tb\n\n\t- \tc d\n\n1.\t\te\n"}
	for _, c := range cases(t) {
		bodies = append(bodies, c.text["input.md"])
	}
	for _, body := range bodies {
		for _, saved := range []string{body, strings.ReplaceAll(body, "\n", "\r\n"), "\uFEFF" + body} {
			holdPlaces(t, saved)
		}
	}
}

func holdPlaces(t *testing.T, body string) {
	t.Helper()
	source, _ := clean([]byte(body))
	lines := slices.Collect(bytes.Lines(source))
	prose := ReadProse([]byte(body), diag.Place{File: "a.md", Line: 1})
	for _, passage := range prose.Passages {
		for i, r := range passage.Text {
			at := passage.Place(i)
			if strings.HasPrefix(passage.Text[i:], NoText) || r == '\n' {
				continue
			}
			if at.Line > len(lines) {
				t.Fatalf("%q: %q at %v, which is behind the end", body, r, at)
			}
			line := []rune(string(lines[at.Line-1]))
			if at.Column > len(line) || line[at.Column-1] != r {
				t.Fatalf("%q: %q at %v, where something else stands", body, r, at)
			}
		}
	}
}

func FuzzReadProse(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.text["input.md"])
	}
	f.Add("**a** [b][c]\r\n\r\n[c]: <d>\n\n> - |e|\n[^1]\n\n[^1]: \"f")
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 4000 || !utf8.ValidString(body) {
			return
		}
		holdPlaces(t, body)
	})
}

func BenchmarkReadProse(b *testing.B) {
	body := []byte(strings.Repeat(strings.Repeat("Người “làng” kể: hòa giải *xong* thì về. ", 12)+"\n\n", 5))
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		ReadProse(body, diag.Place{File: "a.md", Line: 1})
	}
}
