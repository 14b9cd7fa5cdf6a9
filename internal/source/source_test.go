package source_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/keys"
	"guongsang/internal/source"
)

const path = "content/guong/a.md"

func site(files map[string]string) fstest.MapFS {
	fsys := make(fstest.MapFS)
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

func read(t testing.TB, data string) (source.Document, []diag.Problem, fs.FS) {
	t.Helper()
	fsys := site(map[string]string{path: data})
	d, problems, err := source.Read(fsys, source.File{Path: path, Name: "a"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d, problems, fsys
}

// body reads a document's body again.
func body(t testing.TB, fsys fs.FS, d source.Document) string {
	t.Helper()
	b, err := source.Body(fsys, d.Path, d.Digest, d.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestRead(t *testing.T) {
	block := "tóm tắt: |\n  một\n  ---\n  hai\ntên: A\n"
	for _, test := range []struct {
		name, data        string
		format            source.Format
		line, body, name0 int // of the front matter, of the body, of the value of `tên`
		rest              string
	}{
		{"yaml", "---\ntên: A\n---\nThân *bài*\n", source.YAML, 1, 4, 2, "Thân *bài*\n"},
		{"toml", "+++\nten = \"A\"\n+++\nThân\n", source.TOML, 1, 4, 2, "Thân\n"},
		{"json", "{\n\"tên\": \"A\"\n}\nThân\n", source.JSON, 1, 4, 2, "Thân\n"},
		{"json on one line", "{\"tên\": \"A\"}\n\nThân\n", source.JSON, 1, 2, 1, "\nThân\n"},
		{"json with brackets in texts", "{\"x\": \"}{\\\"\", \"tên\": \"A\"}\nThân", source.JSON, 1, 2, 1, "Thân"},
		{"bom", "\ufeff---\ntên: A\n---\nThân\n", source.YAML, 1, 4, 2, "Thân\n"},
		{"crlf", "---\r\ntên: A\r\n---\r\nThân\r\nbài\r\n", source.YAML, 1, 4, 2, "Thân\nbài\n"},
		{"cr", "---\rtên: A\r---\rThân\rbài\r", source.YAML, 1, 4, 2, "Thân\nbài\n"},
		{"bom and crlf and json", "\ufeff{\r\n\"tên\": \"A\"}\r\nThân\r\n", source.JSON, 1, 3, 2, "Thân\n"},
		{"blank lines before", "\n \n---\ntên: A\n---\nThân", source.YAML, 3, 6, 4, "Thân"},
		{"blanks behind the fences", "--- \ntên: A\n---\t\nThân", source.YAML, 1, 4, 2, "Thân"},
		{"no body", "---\ntên: A\n---", source.YAML, 1, 3, 2, ""},
		{"no body but a line", "---\ntên: A\n---\n", source.YAML, 1, 4, 2, ""},
		{"no body behind json", "{\"tên\": \"A\"}", source.JSON, 1, 1, 1, ""},
		{"a rule in the body", "---\ntên: A\n---\nThân\n\n---\n\nbài", source.YAML, 1, 4, 2, "Thân\n\n---\n\nbài"},
		{"an indented fence", "---\n" + block + "---\nThân\n  ---\n", source.YAML, 1, 8, 6, "Thân\n  ---\n"},
		{"an indented fence, crlf", strings.ReplaceAll("---\n"+block+"---\nThân\n", "\n", "\r\n"), source.YAML, 1, 8, 6, "Thân\n"},
		{"a fence behind an odd blank", "---\n" + strings.ReplaceAll(block, "  ---", "\u00a0\u00a0---") + "---\nThân", source.YAML, 1, 8, 6, "Thân"},
		{"an indented fence of toml", "+++\nx = \"\"\"\n +++\n\"\"\"\nten = \"A\"\n+++\nThân", source.TOML, 1, 7, 5, "Thân"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, problems, fsys := read(t, test.data)
			if len(problems) > 0 {
				t.Fatalf("problems: %v", problems)
			}
			table := []keys.Key{{Name: "tên", Type: keys.Name}, {Name: "tóm tắt", Type: keys.Markdown}, {Name: "x", Type: keys.Text}}
			r, more := keys.Read(d.Front, table, path)
			if len(more) > 0 {
				t.Fatalf("problems: %v", more)
			}
			if r.Text("tên").Text != "A" || r.At("tên").Line != test.name0 {
				t.Errorf("tên is %v", r.Text("tên"))
			}
			if strings.HasPrefix(test.name, "an indented fence") && r.Text("tóm tắt").Present && r.Text("tóm tắt").Text != "một\n---\nhai" {
				t.Errorf("tóm tắt is %q", r.Text("tóm tắt").Text)
			}
			if d.Format != test.format || d.Place.Line != test.line || d.BodyLine != test.body {
				t.Errorf("format %d, front matter on line %d, body on line %d", d.Format, d.Place.Line, d.BodyLine)
			}
			if d.Digest != digest.Bytes([]byte(test.data)) {
				t.Error("the digest is not that of the file")
			}
			if got := body(t, fsys, d); got != test.rest {
				t.Errorf("body %q, want %q", got, test.rest)
			}
		})
	}
}

// What Scan found stands where the author's file has it, also when the marks are code points of their own.
func TestPlacesOfTheBody(t *testing.T) {
	text := "---\ntên: Nguyễn Thị Mẫu\n---\n# Hòa thuận\n\nBà Mẫu và [bạn](b.md) sống hòa thuận.\n"
	for name, data := range map[string]string{
		"nfc": text, "nfd": norm.NFD.String(text), "bom and crlf": "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"),
	} {
		d, problems, _ := read(t, data)
		if len(problems) > 0 || len(d.Scan.Links) != 1 || len(d.Scan.Headings) != 1 {
			t.Fatalf("%s: %v %+v", name, problems, d.Scan)
		}
		line := strings.Split(strings.TrimPrefix(data, "\ufeff"), "\n")[5]
		column := 1 + len([]rune(line[:strings.Index(line, "[")]))
		if link := d.Scan.Links[0]; link.Line != 6 || link.Column != column || link.Text != "bạn" {
			t.Errorf("%s: the link is at %d:%d, want 6:%d", name, link.Line, link.Column, column)
		}
		if d.Scan.Headings[0].ID != "hoa-thuan" || d.Front.Pairs[0].Value.Text != "Nguyễn Thị Mẫu" || d.Front.Pairs[0].Value.Line != 2 {
			t.Errorf("%s: %+v", name, d.Front.Pairs[0])
		}
	}
}

func TestBodyOfAChangedFile(t *testing.T) {
	d, _, fsys := read(t, "---\ntên: A\n---\nThân\n")
	if _, err := source.Body(site(map[string]string{path: "---\ntên: A\n---\nKhác\n"}), path, d.Digest, d.Body); !errors.Is(err, source.ErrChanged) {
		t.Errorf("changed: %v", err)
	}
	if _, err := source.Body(site(nil), path, d.Digest, d.Body); !errors.Is(err, source.ErrChanged) {
		t.Errorf("gone: %v", err)
	}
	if _, err := source.Body(brokenFS{fsys}, path, d.Digest, d.Body); err == nil || errors.Is(err, source.ErrChanged) || !strings.Contains(err.Error(), path) {
		t.Errorf("unreadable: %v", err)
	}
}

// brokenFS has files that cannot be opened.
type brokenFS struct{ fs.FS }

func (brokenFS) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}

func TestErrorsOfTheMachine(t *testing.T) {
	if _, problems, err := source.Read(brokenFS{}, source.File{Path: path}, nil); !errors.Is(err, fs.ErrPermission) || len(problems) > 0 {
		t.Errorf("read: %v %v", problems, err)
	}
	if _, _, _, err := source.List(brokenFS{}, brokenFS{}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("list: %v", err)
	}
	if _, _, _, err := source.List(site(map[string]string{"site.yaml": ""}), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no content: %v", err)
	}
	if _, _, _, err := source.List(site(map[string]string{"content": ""}), nil); err == nil {
		t.Error("content is a file, and no error")
	}
}

func TestTooLarge(t *testing.T) {
	head := "---\ntên: A\n---\n"
	if _, problems, _ := read(t, head+strings.Repeat("a\n", (source.MaxSize-len(head))/2)); len(problems) > 0 {
		t.Errorf("just small enough: %v", problems)
	}
	if d, problems, _ := read(t, head+strings.Repeat("a\n", source.MaxSize/2)); len(problems) != 1 || problems[0].Code != diag.TooLarge || d.BodyLine != 0 {
		t.Errorf("too large: %v", problems)
	}
}

func TestText(t *testing.T) {
	text, problems := source.Text([]byte("\ufeffa\r\nb"), "site.yaml")
	if string(text) != "a\nb" || len(problems) > 0 {
		t.Errorf("%q %v", text, problems)
	}
	if text, problems = source.Text([]byte("a\n\xe0b"), "site.yaml"); text != nil || len(problems) != 1 || problems[0].Place != (diag.Place{File: "site.yaml", Line: 2, Column: 1}) {
		t.Errorf("%q %v", text, problems)
	}
}

// TestCases reads each of the cases and compares what an author is told, in both languages, with the file of its name in testdata/told.
func TestCases(t *testing.T) {
	for name, data := range cases() {
		t.Run(name, func(t *testing.T) {
			_, problems, _ := read(t, data)
			var b strings.Builder
			for _, p := range problems {
				b.WriteString(p.Text(diag.Vietnamese, nil) + "\n" + p.Text(diag.English, nil) + "\n")
			}
			file := filepath.Join("testdata", "told", name+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Errorf("told (-want +got); after -update, read the difference:\n%s", diff)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, data := range cases() {
		f.Add([]byte(data))
	}
	f.Add([]byte("{\"a\": {\"b\": \"}\"}}\nx"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, problems, fsys := read(t, string(data))
		lines := 1 + bytes.Count(bytes.ReplaceAll(data, []byte{'\r'}, []byte{'\n'}), []byte{'\n'})
		for _, p := range problems {
			if p.File != path || p.Line > lines || p.Line > 0 && p.Column < 1 {
				t.Errorf("a place outside the file: %s", p.Text(diag.English, nil))
			}
		}
		rest := body(t, fsys, d)
		if len(rest) > len(data) {
			t.Errorf("a body of %d bytes in a file of %d", len(rest), len(data))
		}
		if d.BodyLine > 0 {
			text, _ := source.Text(data, path)
			if head, ok := strings.CutSuffix(string(text), rest); !ok || 1+strings.Count(head, "\n") != d.BodyLine {
				t.Errorf("the body %q is not what stands from line %d on", rest, d.BodyLine)
			}
		}
		keys.Read(d.Front, keys.Profile(), path)
	})
}

func BenchmarkRead(b *testing.B) {
	data := "---\ntên: Nguyễn Thị Mẫu\nloại: cá nhân\nlĩnh vực: [y-te, nguoi-tot-viec-tot]\nnăm: 2023\nđơn vị: Trung tâm Y tế thành phố\nngày: 19/05/2023\n" +
		"khen thưởng:\n  - {hình thức: Giấy khen, số: 123/QĐ-UBND, ngày: 19/05/2023}\n---\n" +
		strings.Repeat("Hai mươi năm qua, bà Mẫu vẫn đến từng nhà chăm sóc **bệnh nhân nghèo** ở phường.\n\n", 40)
	fsys := fstest.MapFS{path: &fstest.MapFile{Data: []byte(data), ModTime: time.Unix(0, 0)}}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := source.Read(fsys, source.File{Path: path}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B) {
	data := []byte(strings.Repeat("Hai mươi năm qua, bà Mẫu vẫn đến từng nhà chăm sóc **bệnh nhân nghèo** ở phường – “không chờ ai giao”.\n\n", 40))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		source.Text(data, path)
	}
}
