package edit

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/diag"
)

func at(line, column int) diag.Place {
	return diag.Place{File: "content/guong/a.md", Line: line, Column: column}
}

// describeMended draws what was done, one thing a line.
func describeMended(done []Mended) string {
	var b strings.Builder
	for _, m := range done {
		fmt.Fprintf(&b, "%d:%d %s %q -> %q\n", m.Line, m.Column, m.Code, m.Old, m.New)
	}
	return b.String()
}

func TestMendTexts(t *testing.T) {
	moved := func(line, column int, old, now string) diag.Problem {
		return diag.At(at(line, column), diag.LinkMoved, old, "content/"+now).Meant(now)
	}
	for name, c := range map[string]struct {
		text     string
		problems []diag.Problem
		want     string
		done     string
	}{
		"dates": {
			"---\ntên: A # a\nngày:   2023-05-19   # b\nkhen thưởng:\n  - {số: 1, ngày: '9/5/2023'}\nhết hạn: 19.5.2030\n---\nThân 2023-05-19.\n",
			[]diag.Problem{
				diag.At(at(3, 9), diag.UnusualDate, "2023-05-19", "19/05/2023"),
				diag.At(at(5, 19), diag.UnusualDate, "9/5/2023", "09/05/2023"),
				diag.At(at(6, 10), diag.DateForm, "19.5.2030"),
			},
			"---\ntên: A # a\nngày:   19/05/2023   # b\nkhen thưởng:\n  - {số: 1, ngày: '09/05/2023'}\nhết hạn: 19/05/2030\n---\nThân 2023-05-19.\n",
			"3:9 GS620 \"2023-05-19\" -> \"19/05/2023\"\n5:19 GS620 \"9/5/2023\" -> \"09/05/2023\"\n6:10 GS108 \"19.5.2030\" -> \"19/05/2030\"\n",
		},
		"a date that is left": {
			"---\nngày: 05/19/2023\n---\n", []diag.Problem{diag.At(at(2, 7), diag.DateForm, "05/19/2023").Meant("19/05/2023")}, "", "",
		},
		"names": {
			"---\r\ntên: A\r\nđơn vị: \"Trạm y tế\"\r\nđịa bàn: Xuân Hương-Đà Lạt\r\nchuyên đề: [một, chuyển  đổi số]\r\n---\r\nThân.\r\n",
			[]diag.Problem{
				diag.At(at(3, 9), diag.NameNotAsFile, "Trạm y tế", "Trạm Y tế", "f"),
				diag.At(at(4, 10), diag.NameNotAsMost, "Xuân Hương-Đà Lạt", "Xuân Hương - Đà Lạt", "3"),
				diag.At(at(5, 18), diag.NameNotAsMost, "chuyển đổi số", "Chuyển đổi số", "3"),
			},
			"---\r\ntên: A\r\nđơn vị: \"Trạm Y tế\"\r\nđịa bàn: Xuân Hương - Đà Lạt\r\nchuyên đề: [một, Chuyển đổi số]\r\n---\r\nThân.\r\n",
			"3:9 GS618 \"Trạm y tế\" -> \"Trạm Y tế\"\n4:10 GS619 \"Xuân Hương-Đà Lạt\" -> \"Xuân Hương - Đà Lạt\"\n5:18 GS619 \"chuyển đổi số\" -> \"Chuyển đổi số\"\n",
		},
		"names in TOML": {
			"+++\nten = 'A'\n\"đơn vị\" = \"Trạm y tế\"\nngay = 2023-05-19\n+++\nThân.\n",
			[]diag.Problem{diag.At(at(3, 12), diag.NameNotAsFile, "Trạm y tế", "Trạm Y tế", "f")},
			"+++\nten = 'A'\n\"đơn vị\" = \"Trạm Y tế\"\nngay = 2023-05-19\n+++\nThân.\n",
			"3:12 GS618 \"Trạm y tế\" -> \"Trạm Y tế\"\n",
		},
		"names in JSON": {
			"{\"ten\": \"A\", \"don-vi\": \"Trạm y tế\", \"ngay\": \"1.2.2023\"}\nThân.\n",
			[]diag.Problem{diag.At(at(1, 24), diag.NameNotAsFile, "Trạm y tế", "Trạm Y tế Mẫu", "f"), diag.At(at(1, 45), diag.DateForm, "1.2.2023")},
			"{\"ten\": \"A\", \"don-vi\": \"Trạm Y tế Mẫu\", \"ngay\": \"01/02/2023\"}\nThân.\n",
			"1:24 GS618 \"Trạm y tế\" -> \"Trạm Y tế Mẫu\"\n1:45 GS108 \"1.2.2023\" -> \"01/02/2023\"\n",
		},
		"a name that TOML cannot have so": {
			"+++\nten = 'A'\ndon-vi = \"K\\u0027Ho\"\n+++\n", []diag.Problem{diag.At(at(3, 10), diag.NameNotAsFile, "K'Ho", "K'HO", "f")}, "", "",
		},
		"a name that JSON cannot have so": {
			"{\"ten\": \"A\", \"don-vi\": \"Trạm mẫu\"}\n", []diag.Problem{diag.At(at(1, 24), diag.NameNotAsFile, "Trạm mẫu", "Trạm \"Mẫu\"", "f")}, "", "",
		},
		"a link whose destination stands elsewhere too": {
			"---\ntên: A\n---\n[b](b&#46;md)\n\n`[c](b.md)`\n",
			[]diag.Problem{moved(4, 1, "b.md", "b/index.md")},
			"---\ntên: A\n---\n[b](b/index.md)\n\n`[c](b.md)`\n", "4:1 GS335 \"b.md\" -> \"b/index.md\"\n",
		},
		"two links by one definition": {
			"---\ntên: A\n---\n[x]: b.md#y\n\n[b][x] [c][x]\n",
			[]diag.Problem{moved(6, 1, "b.md#y", "b/index.md#y"), moved(6, 8, "b.md#y", "b/index.md#y")},
			"---\ntên: A\n---\n[x]: b/index.md#y\n\n[b][x] [c][x]\n", "6:1 GS335 \"b.md\" -> \"b/index.md\"\n6:8 GS335 \"b.md\" -> \"b/index.md\"\n",
		},
		"a way that would need signs in the front matter": {
			"---\ncách làm: \"[b](b.md) [c](c&#46;md)\"\n---\n", []diag.Problem{moved(2, 12, "b.md", "b c/index.md"), moved(2, 22, "c.md", "c/index.md")}, "", "",
		},
		"links": {
			"---\ntên: A\ncách làm: Xem [b](../b.md).\nngày: 2023-05-19\n---\nXem [(một) b.md](b.md#muc \"b.md\") và [hai](<c d.md>), [ba][x], `[b](b.md)`.\n\n[x]: ../e.md\n",
			[]diag.Problem{
				moved(3, 15, "../b.md", "../b/index.md"), diag.At(at(4, 7), diag.UnusualDate, "2023-05-19", "19/05/2023"), moved(6, 5, "b.md#muc", "b/index.md#muc"),
				moved(6, 38, "c d.md", "c d/index.md"), moved(6, 55, "../e.md", "../e/index.md"),
			},
			"---\ntên: A\ncách làm: Xem [b](../b/index.md).\nngày: 19/05/2023\n---\nXem [(một) b.md](b/index.md#muc \"b.md\") và [hai](<c d/index.md>), [ba][x], `[b](b.md)`.\n\n[x]: ../e/index.md\n",
			"3:15 GS335 \"../b.md\" -> \"../b/index.md\"\n4:7 GS620 \"2023-05-19\" -> \"19/05/2023\"\n6:5 GS335 \"b.md\" -> \"b/index.md\"\n" +
				"6:38 GS335 \"c d.md\" -> \"c d/index.md\"\n6:55 GS335 \"../e.md\" -> \"../e/index.md\"\n",
		},
		"a link that is not written as it was read": {
			"---\ntên: A\n---\n[b](b%2Emd)\n\n[c](c.md)\n",
			[]diag.Problem{moved(4, 1, "b.md", "b/index.md"), moved(6, 1, "c.md", "c d/index.md")},
			"---\ntên: A\n---\n[b](b%2Emd)\n\n[c](<c d/index.md>)\n", "6:1 GS335 \"c.md\" -> \"c d/index.md\"\n",
		},
		"line ends": {
			"---\r\ntên: A\n---\r\n\r\nThân.\r",
			[]diag.Problem{diag.At(at(0, 0), diag.MixedLineEnds, "CRLF", "LF")},
			"---\r\ntên: A\r\n---\r\n\r\nThân.\r\n", "0:0 GS622 \"LF\" -> \"CRLF\"\n",
		},
		"a file that cannot be read": {
			"---\ntên: [A\n---\r\n",
			[]diag.Problem{diag.At(at(0, 0), diag.MixedLineEnds, "LF", "CRLF"), diag.At(at(2, 6), diag.NameNotAsFile, "A", "B", "f")},
			"---\ntên: [A\n---\n", "0:0 GS622 \"CRLF\" -> \"LF\"\n",
		},
		"all at once": {
			"\ufeff" + norm.NFD.String("---\r\ntên: Bà Mẫu\r\nđịa bàn: Xuân Hương-Đà Lạt\nngày: 2023-05-19\r\n---\r\nThủy lợi.\r\n"),
			[]diag.Problem{
				diag.At(at(0, 0), diag.DecomposedText, "9"), diag.At(at(0, 0), diag.MixedLineEnds, "CRLF", "LF"),
				diag.At(at(3, 12), diag.NameNotAsMost, "Xuân Hương-Đà Lạt", "Xuân Hương - Đà Lạt", "3"), diag.At(at(4, 8), diag.UnusualDate, "2023-05-19", "19/05/2023"),
			},
			"\ufeff---\r\ntên: Bà Mẫu\r\nđịa bàn: Xuân Hương - Đà Lạt\r\nngày: 19/05/2023\r\n---\r\nThủy lợi.\r\n",
			"3:12 GS619 \"Xuân Hương-Đà Lạt\" -> \"Xuân Hương - Đà Lạt\"\n4:8 GS620 \"2023-05-19\" -> \"19/05/2023\"\n0:0 GS621 \"13\" -> \"\"\n0:0 GS622 \"LF\" -> \"CRLF\"\n",
		},
		"other problems": {
			"---\ntên: A\n---\n", []diag.Problem{diag.At(at(1, 1), diag.NoSummary), diag.At(at(1, 1), diag.UnknownKey, "a", "b")}, "", "",
		},
	} {
		got, done, err := mend("content/guong/a.md", []byte(c.text), c.problems)
		if c.want == "" {
			c.want = c.text
		}
		if err != nil || string(got) != c.want || describeMended(done) != c.done {
			t.Errorf("%s: %v\n%q\n%swant\n%q\n%s", name, err, got, describeMended(done), c.want, c.done)
		}
	}
}

// What stands in the file is not what the check saw.
func TestMendElsewhere(t *testing.T) {
	text := []byte("---\ntên: A\nngày: 2023-05-19\n---\n")
	for _, p := range []diag.Problem{
		diag.At(at(3, 7), diag.UnusualDate, "2023-05-18", "18/05/2023"),
		diag.At(at(3, 8), diag.UnusualDate, "2023-05-19", "19/05/2023"),
		diag.At(at(9, 1), diag.NameNotAsFile, "A", "B", "f"),
	} {
		if _, done, err := mend("content/guong/a.md", text, []diag.Problem{p}); !errors.Is(err, errElsewhere) || len(done) > 0 {
			t.Errorf("%v: %v, %v", p.Args, done, err)
		}
	}
}

func TestSafeDate(t *testing.T) {
	for text, want := range map[string]string{
		"2023-05-19": "19/05/2023", "2023/5/9": "09/05/2023", "2023.05.19": "19/05/2023", "9/5/2023": "09/05/2023", "19-05-2023": "19/05/2023",
		"19.5.2023": "19/05/2023", "19 – 5 – 2023": "19/05/2023", "ngày 19 tháng 5 năm 2023": "19/05/2023", "Ngày 02 tháng 01 năm 2023": "02/01/2023", "19 tháng 5, 2023": "19/05/2023",
		"03/04/2023": "03/04/2023", // the day is first
		"05/19/2023": "", "2023/19/05": "", "31/04/2023": "", "19/5/23": "", "19-5.2023": "", "5/2023": "", "2023": "", "hôm qua": "", "": "", "19/05/20233": "", "2023/05/2023": "",
	} {
		if got := safeDate(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// siteOf makes a folder of content files and gives a function that reads one.
func siteOf(t *testing.T, files map[string]string) (dir string, read func(name string) string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, func(name string) string {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
}

func TestMendFiles(t *testing.T) {
	iso := func(file string) diag.Problem {
		return diag.At(diag.Place{File: file, Line: 2, Column: 7}, diag.UnusualDate, "2023-05-19", "19/05/2023")
	}
	const before, after = "---\nngày: 2023-05-19\n---\n", "---\nngày: 19/05/2023\n---\n"
	const other = "---\nngày: 20/05/2023\n---\n"
	dir, read := siteOf(t, map[string]string{
		"content/guong/a.md": before, "content/guong/b.md": other, "content/guong/c.md": before, "content/guong/d.md": before, "a.md": before,
	})
	locked := filepath.Join(dir, "content", "guong", "c.md")
	if err := os.Chmod(locked, 0o444); err != nil {
		t.Fatal(err)
	}
	problems := []diag.Problem{
		iso("content/guong/a.md"), iso("content/guong/b.md"), iso("content/guong/c.md"), iso("content/guong/d.md"), iso("content/guong/gone.md"),
		iso("a.md"), iso("content/../a.md"),
		{Code: diag.UnusualDate},
	}
	got := Mend(t.Context(), dir, problems)
	if want := "2:7 GS620 \"2023-05-19\" -> \"19/05/2023\"\n"; describeMended(got.Done) != want+want {
		t.Errorf("done:\n%s", describeMended(got.Done))
	}
	if !slices.Equal(got.Changed, []string{"content/guong/b.md", "content/guong/gone.md"}) {
		t.Errorf("changed: %v", got.Changed)
	}
	if len(got.Failed) != 1 || !errors.Is(got.Failed[0], fs.ErrPermission) || !strings.Contains(got.Failed[0].Error(), "c.md") {
		t.Errorf("failed: %v", got.Failed)
	}
	for name, want := range map[string]string{"content/guong/a.md": after, "content/guong/b.md": other, "content/guong/c.md": before, "content/guong/d.md": after, "a.md": before} {
		if read(name) != want {
			t.Errorf("%s is %q", name, read(name))
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if none := Mend(stopped, dir, problems); len(none.Done)+len(none.Changed)+len(none.Failed) > 0 {
		t.Errorf("after the end: %+v", none)
	}
	again := Mend(t.Context(), dir, problems[:1])
	if len(again.Done) > 0 || len(again.Changed) != 1 || len(again.Failed) > 0 {
		t.Errorf("the second time: %+v", again)
	}
	if none := Mend(t.Context(), filepath.Join(dir, "none"), problems); len(none.Failed) != 1 {
		t.Errorf("a folder that is not there: %+v", none)
	}
}
