package build_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/viet"
)

// childOptions is the environment variable by which a test asks its own program to build as a process of its own.
const childOptions = "GUONGSANG_TEST_BUILD"

func TestMain(m *testing.M) {
	if options := os.Getenv(childOptions); options != "" {
		os.Exit(runChild(options))
	}
	os.Exit(m.Run())
}

// The moments of a build that a child process tells of on stdout, so that whoever wants to kill it knows them.
const (
	begunReading = "reading"
	endedReading = "read" // what was found is remembered next
	begunWriting = "writing"
)

// childFileSize is the environment variable with the bytes beyond which a child may write no file; see limit_unix_test.go.
const childFileSize = "GUONGSANG_TEST_FILE_SIZE"

// runChild builds as the command would, and says on stderr what failed, also if it was only the cache.
func runChild(options string) int {
	var o build.Options
	err := json.Unmarshal([]byte(options), &o)
	if text := os.Getenv(childFileSize); text != "" && err == nil {
		err = limitFileSize(text)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	told := ""
	tell := func(moment string) {
		if told != moment {
			told = moment
			fmt.Println(moment)
		}
	}
	o.Progress = func(stage build.Stage, done, total int) {
		switch {
		case stage == build.Writing:
			tell(begunWriting)
		case done == total:
			tell(endedReading)
		default:
			tell(begunReading)
		}
	}
	result, err := build.Build(context.Background(), o)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if result.CacheOff != nil {
		fmt.Fprintln(os.Stderr, "no cache:", result.CacheOff)
	}
	return 0
}

// site is a site's folder on disk, with its output beside it.
type site struct {
	t   testing.TB
	dir string
	o   build.Options
	// made counts the output folders of clean builds.
	made int
}

// files is a tree: slash paths and contents.
type files map[string]string

func newSite(t testing.TB, content files) *site {
	t.Helper()
	dir := t.TempDir()
	s := &site{t: t, dir: filepath.Join(dir, "site")}
	s.o = build.Options{
		Source: s.dir, Output: filepath.Join(dir, "public"), Today: viet.Date{Year: 2025, Month: 6, Day: 1},
		Program: digest.Text("program"), Workers: 2,
	}
	for path, text := range content {
		s.write(path, text)
	}
	return s
}

// sampleSite is the site that comes with the program.
func sampleSite(t testing.TB) *site {
	t.Helper()
	s := newSite(t, nil)
	root := filepath.Join("..", "..")
	for _, part := range []string{"content", "static"} {
		if err := os.CopyFS(filepath.Join(s.dir, part), os.DirFS(filepath.Join(root, part))); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(filepath.Join(root, "site.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	s.write("site.yaml", string(text))
	s.o.Today = viet.Date{Year: 2026, Month: 11, Day: 1}
	return s
}

func (s *site) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s *site) write(name, text string) {
	s.t.Helper()
	writeFile(s.t, s.path(name), text)
}

func writeFile(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (s *site) read(name string) string {
	s.t.Helper()
	text, err := os.ReadFile(s.path(name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(text)
}

// edit replaces a piece of a file, which must be there.
func (s *site) edit(name, old, replacement string) {
	s.t.Helper()
	text := s.read(name)
	if !strings.Contains(text, old) {
		s.t.Fatalf("%s has no %q", name, old)
	}
	s.write(name, strings.Replace(text, old, replacement, 1))
}

func (s *site) remove(name string) {
	s.t.Helper()
	if err := os.RemoveAll(s.path(name)); err != nil {
		s.t.Fatal(err)
	}
}

// build builds and wants it to go well.
func (s *site) build() build.Result {
	s.t.Helper()
	r, err := build.Build(context.Background(), s.o)
	if err != nil {
		s.t.Fatalf("build: %v\n%s", err, told(r.Problems))
	}
	return r
}

// told draws the errors of a build.
func told(problems []diag.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		if p.Severity == diag.Error {
			b.WriteString(p.Text(diag.English, nil) + "\n")
		}
	}
	return b.String()
}

// tree is what lies in the output folder.
func (s *site) tree() files { return readTree(s.t, s.o.Output) }

// clean is the tree of a build from nothing into a folder of its own. What earlier builds remember is put aside for it.
func (s *site) clean() (files, error) {
	s.t.Helper()
	o := s.o
	aside := filepath.Join(filepath.Dir(s.dir), "aside")
	kept := os.Rename(s.path(build.Cache), aside) == nil
	defer func() {
		s.remove(build.Cache)
		if !kept {
			return
		}
		if err := os.Rename(aside, s.path(build.Cache)); err != nil {
			s.t.Fatal(err)
		}
	}()
	s.made++
	o.Output = filepath.Join(filepath.Dir(s.dir), fmt.Sprintf("clean-%d", s.made))
	_, err := build.Build(context.Background(), o)
	tree := readTree(s.t, o.Output)
	if err := os.RemoveAll(o.Output); err != nil {
		s.t.Fatal(err)
	}
	return tree, err
}

// wantClean fails unless the output is what a build from nothing makes, and besides it the foreign files.
func (s *site) wantClean(what string, foreign files) {
	s.t.Helper()
	want, err := s.clean()
	if err != nil {
		s.t.Fatalf("%s: a build from nothing: %v", what, err)
	}
	maps.Copy(want, foreign)
	if d := difference(s.tree(), want); d != "" {
		s.t.Fatalf("%s: the output is not that of a build from nothing:\n%s", what, d)
	}
}

// readTree reads a folder; empty folders are in it too, with a "/" at the end of their names.
func readTree(t testing.TB, dir string) files {
	t.Helper()
	tree := files{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			entries, err := os.ReadDir(name)
			if len(entries) == 0 && rel != "." {
				tree[rel+"/"] = ""
			}
			return err
		}
		text, err := os.ReadFile(name)
		tree[rel] = string(text)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return tree
}

// difference lists where two trees differ; empty where they do not.
func difference(got, want files) string {
	var b strings.Builder
	for _, path := range changed(got, want) {
		a, inGot := got[path]
		z, inWant := want[path]
		switch {
		case !inWant:
			fmt.Fprintf(&b, "%s: should not be there\n", path)
		case !inGot:
			fmt.Fprintf(&b, "%s: is missing\n", path)
		default:
			at := 0
			for at < len(a) && at < len(z) && a[at] == z[at] {
				at++
			}
			fmt.Fprintf(&b, "%s: differs at byte %d:\n  got  …%s\n  want …%s\n", path, at, near(a, at), near(z, at))
		}
	}
	return b.String()
}

// changed lists the paths that two trees do not have alike, sorted.
func changed(a, b files) []string {
	var paths []string
	for path, text := range a {
		if other, ok := b[path]; !ok || other != text {
			paths = append(paths, path)
		}
	}
	for path := range b {
		if _, ok := a[path]; !ok {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

func near(text string, at int) string {
	text = text[max(0, at-60):min(len(text), at+80)]
	return string(bytes.ToValidUTF8([]byte(strings.ReplaceAll(text, "\n", "⏎")), []byte("?")))
}

// profileFile is the file of a profile with what must be there, and more lines of front matter.
func profileFile(name, field, unit, date, more, body string) string {
	return "---\ntên: " + name + "\nloại: cá nhân\nlĩnh vực: " + field + "\nnăm: " + date[len(date)-4:] + "\nđơn vị: " + unit +
		"\nngày: " + date + "\n" + more + "---\n\n" + body + "\n"
}

// smallSite has one thing of most sorts.
func smallSite() files {
	return files{
		"site.yaml":                 "tên trang: Gương thử\nđịa chỉ: https://guong.example/thu\nmô tả: Trang để thử.\nbiểu trưng: logo.svg\n",
		"static/logo.svg":           `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><path d="M0 0h9v9z"/></svg>`,
		"static/tai-lieu/mau.txt":   "mẫu",
		"content/guong/a.md":        profileFile("Nguyễn Văn An", "y-te", "Trạm Y tế", "01/02/2024", "địa bàn: Phường 1\nchuyên đề: [Chuyển đổi số]\n", "An làm việc tốt. Xem [Bình](2023/b.md)."),
		"content/guong/2023/b.md":   profileFile("Trần Thị Bình", "y-te", "Trạm Y tế", "01/03/2023", "địa bàn: Phường 2\nbí danh: [/cu/binh/]\n", "Bình làm việc tốt."),
		"content/guong/c/index.md":  profileFile("Lê Cường", "giao-duc", "Trường Tiểu học", "05/03/2024", "ảnh: {tệp: c.svg, mô tả: Cường}\nchuyên mục: Chuyện hay\n", "Cường dạy học.\n\n![Lớp học](c.svg \"Lớp\")"),
		"content/guong/c/c.svg":     `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="4" height="3"><path d="M0 0h4v3z"/></svg>`,
		"content/guong/nhap.md":     profileFile("Phạm Nháp", "giao-duc", "Trường Tiểu học", "05/04/2024", "nháp: true\n", "Chưa xong."),
		"content/guong/mai-sau.md":  profileFile("Vũ Mai Sau", "giao-duc", "Trường Tiểu học", "05/04/2030", "", "Chưa tới ngày."),
		"content/mo-hinh/m.md":      "---\ntên: Hẹn giờ khám\nlĩnh vực: y-te\nngày: 02/02/2024\ngương: [a]\ncách làm: |\n  Gọi điện trước, như [An](../guong/a.md).\n---\n\nMô hình hay.\n",
		"content/bai-viet/v.md":     "---\ntên: Hội nghị biểu dương\nngày: 03/02/2024\nchuyên mục: Chuyện hay\n---\n\nTin[^1].\n\n[^1]: Chú thích.\n",
		"content/trang/gioi.md":     "---\ntên: Giới thiệu\nthứ tự: 1\n---\n\nTrang này để thử.\n",
		"content/don-vi/tram.md":    "---\ntên: Trạm Y tế\ntên cũ: [Trạm Xá]\nđịa bàn: Phường 1\n---\n",
		"content/dia-ban/phuong.md": "---\ntên: Phường 3\nnhập vào: Phường 1\nngày: 01/07/2025\n---\n",
		"content/dia-ban/moi.md":    "---\ntên: Phường 1\n---\n",
		"content/linh-vuc/y-te.md":  "---\ntên: Y tế\n---\n\nNgười thầy thuốc.\n",
	}
}
