package diag_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/diag"
)

var at = diag.Place{File: "content/guong/a.md", Line: 7, Column: 12}

func TestText(t *testing.T) {
	unknown := diag.At(at, diag.UnknownKey, "chuc vuu", "tên, loại")
	paint := func(s diag.Severity, text string) string { return "<" + s.Word(diag.English) + ">" + text + "</>" }
	for _, c := range []struct {
		name    string
		problem diag.Problem
		lang    diag.Lang
		paint   diag.Paint
		want    string
	}{
		{"with the remedy of the code", unknown, diag.Vietnamese, nil, `content/guong/a.md:7:12: lỗi GS101: không có khóa "chuc vuu"; dùng một trong các khóa: tên, loại`},
		{"with what was meant", unknown.Meant("chức vụ"), diag.Vietnamese, nil, `content/guong/a.md:7:12: lỗi GS101: không có khóa "chuc vuu"; ý bạn là "chức vụ"?`},
		{"nothing was meant", unknown.Meant(""), diag.English, nil, `content/guong/a.md:7:12: error GS101: there is no key "chuc vuu"; use one of the keys: tên, loại`},
		{"in colour", unknown.Meant("b"), diag.English, paint, `content/guong/a.md:7:12: <error>error GS101</>: there is no key "chuc vuu"; did you mean "b"?`},
		{"softer", unknown.Softer().Meant("b"), diag.English, nil, `content/guong/a.md:7:12: warning GS101: there is no key "chuc vuu"; did you mean "b"?`},
		{"a hint is not made graver", diag.At(at, diag.HashComment, "#3").Softer(), diag.Vietnamese, nil, `content/guong/a.md:7:12: gợi ý GS117: phần "#3" là ghi chú, không thuộc giá trị; nếu là một phần của giá trị, đặt cả giá trị trong ngoặc kép`},
		{"no remedy", diag.At(diag.Place{File: "site.yaml", Line: 2}, diag.BadPerPage, "5"), diag.Vietnamese, nil, `site.yaml:2: lỗi GS504: "mỗi trang: 5" phải là số nguyên từ 6 đến 96`},
		{"a whole file", diag.At(diag.Place{File: "a.md"}, diag.EmptyFile), diag.English, nil, "a.md: error GS137: the file is empty; write it, or delete the file"},
		{"no file", diag.At(diag.Place{}, diag.EmptyFile), diag.English, nil, "error GS137: the file is empty; write it, or delete the file"},
		{
			"an author's words cannot break the line or the terminal, nor fill other holes",
			diag.At(diag.Place{File: "a\x1b[1m\n.md"}, diag.UnknownKey, "a\nb\x1b[2J\u2028{1}", "c"), diag.English, nil,
			`a [1m .md: error GS101: there is no key "a b [2J {1}"; use one of the keys: c`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.problem.Text(c.lang, c.paint); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A quotation within a quotation has single marks, whatever the message puts around it.
func TestQuotesWithinQuotes(t *testing.T) {
	words := "danh hiệu “Gia đình văn hóa”"
	for _, c := range []struct {
		problem diag.Problem
		want    string
	}{
		{diag.At(at, diag.MandatoryUnproven, "3.1.5", words), "tiêu chí 3.1.5 (“danh hiệu ‘Gia đình văn hóa’”) là bắt buộc mà chưa có minh chứng"},
		{diag.At(at, diag.NoPicture, words), `không có tệp ảnh "danh hiệu “Gia đình văn hóa”"`},
	} {
		if got := c.problem.Message(diag.Vietnamese); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func TestJSON(t *testing.T) {
	p := diag.At(diag.Place{File: `a "b".md`, Line: 3}, diag.NoPicture, "<a> & \n b.jpg").Meant("c.jpg")
	line := p.JSON(diag.Vietnamese)
	if want := `{"file":"a \"b\".md","line":3,"column":0,"severity":"error","code":"GS330","message":"không có tệp ảnh \"<a> &   b.jpg\"","fix":"ý bạn là \"c.jpg\"?"}`; line != want {
		t.Errorf("got\n%s\nwant\n%s", line, want)
	}
	var back map[string]any
	if err := json.Unmarshal([]byte(line), &back); err != nil || len(back) != 7 {
		t.Errorf("%v: %v", back, err)
	}
	// The severity is a word for programs and does not change with the language.
	for severity, word := range map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning", diag.Hint: "hint"} {
		p.Severity = severity
		if !strings.Contains(p.JSON(diag.Vietnamese), `"severity":"`+word+`"`) {
			t.Errorf("%s: %s", word, p.JSON(diag.Vietnamese))
		}
	}
}

func TestGitHub(t *testing.T) {
	for _, c := range []struct {
		problem diag.Problem
		want    string
	}{
		{diag.At(at, diag.NoPicture, "100%.jpg").Meant("b.jpg"), `::error file=content/guong/a.md,line=7,col=12,title=GS330::there is no picture file "100%25.jpg"; did you mean "b.jpg"?`},
		{diag.At(diag.Place{File: "a,b:c%\r\n.md", Line: 2}, diag.EmptyFile).Softer(), "::warning file=a%2Cb%3Ac%25%0D%0A.md,line=2,title=GS137::the file is empty; write it, or delete the file"},
		{diag.At(diag.Place{File: "site.yaml"}, diag.NoSiteFile).Meant("x"), `::notice file=site.yaml,title=GS501::the site has no site.yaml, so every setting has its default; did you mean "x"?`},
	} {
		if got := c.problem.GitHub(diag.English); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
}

func TestSort(t *testing.T) {
	p := func(file string, line, column int, code diag.Code, args ...string) diag.Problem {
		return diag.At(diag.Place{File: file, Line: line, Column: column}, code, args...)
	}
	sorted := []diag.Problem{
		p("a.md", 0, 0, diag.EmptyFile),
		p("a.md", 2, 1, diag.MissingKey, "loại", "x"),
		p("a.md", 2, 1, diag.MissingKey, "tên", "x"),
		p("a.md", 2, 1, diag.DateForm, "x"),
		p("a.md", 2, 10, diag.DateForm, "x"),
		p("a.md", 10, 1, diag.DateForm, "x"),
		p("b.md", 1, 1, diag.DateForm, "x"),
	}
	mixed := []diag.Problem{sorted[6], sorted[4], sorted[2], sorted[0], sorted[4], sorted[5], sorted[1], sorted[3], sorted[6]}
	if diff := cmp.Diff(sorted, diag.Sort(mixed)); diff != "" {
		t.Error(diff)
	}
	n := diag.Count([]diag.Problem{sorted[0], sorted[1].Softer(), p("a.md", 1, 1, diag.HashComment, "#3"), sorted[2]})
	if want := [3]int{2, 1, 1}; n != want {
		t.Errorf("count %v, want %v", n, want)
	}
}

// TestAtIsCheap: a site with ten thousand mistakes is told about all of them.
func TestAtIsCheap(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { diag.At(at, diag.BadAsset) }); n > 0 {
		t.Errorf("%v allocations for a problem without words, want 0", n)
	}
}
