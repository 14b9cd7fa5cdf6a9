package edit

import (
	"errors"
	"strings"
	"testing"

	"guongsang/internal/diag"
	"guongsang/internal/markdown"
)

// Of a text only the destinations of links and pictures change, wherever they are written and however.
func TestRelinkBody(t *testing.T) {
	deeper := func(dest string) string {
		if isRelative(dest) {
			return "../" + dest
		}
		return dest
	}
	for text, want := range map[string]string{
		"[a](b.md) ![c](d.jpg \"e\") [f]( <g h.md> )":                                           "[a](../b.md) ![c](../d.jpg \"e\") [f]( <../g h.md> )",
		"[a](#b) [c](/d/) [e](https://f.example/g) [h](mailto:i@j.example) <https://k.example>": "",
		"[![a](b.jpg)](c.md)":                                 "[![a](../b.jpg)](../c.md)",
		"[![a](b.jpg)](b.jpg)":                                "[![a](../b.jpg)](../b.jpg)",
		"[a \\] b](c.md) [`]`](d.md) [e [f]](g.md)":           "[a \\] b](../c.md) [`]`](../d.md) [e [f]](../g.md)",
		"`[a](b.md)` [a](b.md)":                               "`[a](b.md)` [a](../b.md)",
		"```\n[a](b.md)\n[c]: d.md\n```\n\n[a](b.md)":         "```\n[a](b.md)\n[c]: d.md\n```\n\n[a](../b.md)",
		"[a][c] [b] ![d][c]\n\n[c]: e.jpg 'f'\n[b]: <g.md>\n": "[a][c] [b] ![d][c]\n\n[c]: ../e.jpg 'f'\n[b]: <../g.md>\n",
		"> [a]\n>\n> [a]: b.md":                               "> [a]\n>\n> [a]: ../b.md",
		"[a](b\\_c.md) [d](e&amp;f.md) [g](h%20i.md)":         "[a](../b_c.md) [d](../e&f.md) [g](../h%20i.md)",
		"[a](b(c).md) [d](e.md#f?g)":                          "[a](<../b(c).md>) [d](../e.md#f?g)",
		"[a](\nb.md\n\"c\")":                                  "[a](\n../b.md\n\"c\")",
		"Chữ có dấu ê\u0302, [a](b.md) và\nê [c](d.md).":      "Chữ có dấu ê\u0302, [a](../b.md) và\nê [c](../d.md).",
		"| a | b |\n| - | - |\n| [c](d.md) | ![e](f.jpg) |\n": "| a | b |\n| - | - |\n| [c](../d.md) | ![e](../f.jpg) |\n",
		"a[^1]\n\n[^1]: [b](c.md)\n":                          "a[^1]\n\n[^1]: [b](../c.md)\n",
		"[a][c] x[^1]\n\n[c]: d.md\n[^1]: d.md\n":             "[a][c] x[^1]\n\n[c]: ../d.md\n[^1]: d.md\n",
		"[a](b&amp;copy;c.md)":                                "[a](../b&amp;copy;c.md)",
		"[a](b c.md) [d] (e.md) \\[f](g.md)":                  "",
		"":                                                    "",
	} {
		if want == "" {
			want = text
		}
		if got := relinkBody(text, deeper); got != want {
			t.Errorf("%q:\n%q, want\n%q", text, got, want)
		}
	}
}

// FuzzRelinkBody holds what was written against what markdown then reads: each destination is the old one or the new one, and all else is as it was.
func FuzzRelinkBody(f *testing.F) {
	for _, text := range samples(f) {
		f.Add(text)
	}
	f.Add("[![a](b.jpg)](c.md) [d][e]\n\n[e]: <f g.md>")
	f.Fuzz(func(t *testing.T, text string) {
		before, _ := markdown.ScanBody([]byte(text), diag.Place{})
		got := relinkBody(text, func(dest string) string {
			if isRelative(dest) {
				return "x/" + dest
			}
			return dest
		})
		after, _ := markdown.ScanBody([]byte(got), diag.Place{})
		if strings.ReplaceAll(got, "x/", "") == got && got != text {
			t.Fatalf("%q became %q", text, got)
		}
		if len(before.Links) != len(after.Links) || len(before.Pictures) != len(after.Pictures) {
			t.Fatalf("%q became %q", text, got)
		}
		for i := range before.Links {
			a, b := before.Links[i].Dest, after.Links[i].Dest
			if a != b && "x/"+a != b {
				t.Fatalf("%q became %q in %q", a, b, got)
			}
		}
	})
}

func TestBundled(t *testing.T) {
	const text = "---\nảnh: {tệp: ./a.jpg, mô tả: b}\ncách làm: \"[x](y.md) ![](moi.jpg)\"\n---\n\n[x](y.md) ![](moi.jpg) ![](./moi.jpg)\n"
	name, got, err := Bundled("content/mo-hinh/m.md", []byte(text), []string{"moi.jpg"})
	want := "---\nảnh: {tệp: ../a.jpg, mô tả: b}\ncách làm: \"[x](../y.md) ![](moi.jpg)\"\n---\n\n[x](../y.md) ![](moi.jpg) ![](./moi.jpg)\n"
	if err != nil || name != "content/mo-hinh/m/index.md" || string(got) != want {
		t.Errorf("%s %v\n%s", name, err, got)
	}
	if name, again, err := Bundled(name, got, nil); err != nil || name != "content/mo-hinh/m/index.md" || string(again) != want {
		t.Errorf("%s %v\n%s", name, err, again)
	}
	if _, got, err := Bundled("content/guong/a.md", []byte("---\ntên: A: b\n---\n[a](b.md)\n"), nil); err != nil || string(got) != "---\ntên: A: b\n---\n[a](../b.md)\n" {
		t.Errorf("%v\n%s", err, got)
	}
	for text, want := range map[string]error{
		"+++\n\"ảnh\" = \"a.jpg\"\n+++\n":  ErrReadOnly,
		"+++\n\"ảnh\" = \"/a.jpg\"\n+++\n": nil,
		"---\n? a\n: b\nảnh: a.jpg\n---\n": ErrTooOdd,
		"---\n? a\n: b\n---\n[a](b.md)\n":  nil,
		"không có gì ở đây [a](b.md)":      nil,
	} {
		if _, _, err := Bundled("content/guong/a.md", []byte(text), nil); !errors.Is(err, want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
