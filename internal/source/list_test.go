package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/diag"
	"guongsang/internal/source"
)

// list draws what List says of files: "kind path name" for each, then others and what authors are told.
func list(t *testing.T, paths ...string) string {
	t.Helper()
	files := make(map[string]string)
	for _, p := range paths {
		files[p] = "x"
	}
	found, others, problems, err := source.List(site(files), site(files))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range found {
		b.WriteString(f.Kind.String() + " " + strings.TrimPrefix(f.Path, "content/") + " = " + f.Name)
		if f.Bundle {
			b.WriteString(" (bundle)")
		}
		b.WriteString("\n")
	}
	for _, p := range others {
		b.WriteString("other " + strings.TrimPrefix(p, "content/") + "\n")
	}
	for _, p := range problems {
		b.WriteString(p.Text(diag.English, nil) + "\n")
	}
	return b.String()
}

func TestList(t *testing.T) {
	for _, test := range []struct {
		name  string
		paths []string
		want  string
	}{
		{
			"every folder",
			[]string{
				"content/guong/2023/a.md", "content/guong/b/index.md", "content/guong/b/chan-dung.jpg", "content/mo-hinh/c.md", "content/bai-viet/d.md",
				"content/linh-vuc/y-te.md", "content/chuyen-muc/e.md", "content/chuyen-de/f.md", "content/don-vi/g.md", "content/dia-ban/h.md", "content/trang/i.md",
				"content/guong/anh chung/k.png", "site.yaml", "static/x.md",
			},
			`Article bai-viet/d.md = d
Topic chuyen-de/f.md = f
Column chuyen-muc/e.md = e
Locality dia-ban/h.md = h
Unit don-vi/g.md = g
Profile guong/2023/a.md = a
Profile guong/b/index.md = b (bundle)
FieldIntro linh-vuc/y-te.md = y-te
Practice mo-hinh/c.md = c
Page trang/i.md = i
other guong/anh chung/k.png
other guong/b/chan-dung.jpg
`,
		},
		{
			"what is passed over",
			[]string{"content/guong/.a.md", "content/guong/~$a.md", "content/guong/Thumbs.db", "content/desktop.ini", "content/.git/guong/a.md", "content/guong/a.md"},
			"Profile guong/a.md = a\n",
		},
		{
			"outside the folders",
			[]string{"content/a.md", "content/gương/b.md", "content/guonng/c.md", "content/ghi-chu/d.md", "content/x.png"},
			`other x.png
content/a.md: error GS143: the file lies outside the folders of content; move it into one of the folders of content: guong, mo-hinh, bai-viet, linh-vuc, chuyen-muc, chuyen-de, don-vi, dia-ban, trang
content/ghi-chu/d.md: error GS143: the file lies outside the folders of content; move it into one of the folders of content: guong, mo-hinh, bai-viet, linh-vuc, chuyen-muc, chuyen-de, don-vi, dia-ban, trang
content/guonng/c.md: error GS143: the file lies outside the folders of content; did you mean "content/guong"?
content/gương/b.md: error GS143: the file lies outside the folders of content; did you mean "content/guong"?
`,
		},
		{
			"folders of entries have bundles and no folders of their own",
			[]string{"content/don-vi/2023/a.md", "content/trang/b/index.md", "content/trang/index.md", "content/don-vi/anh/x.png"},
			`Page trang/b/index.md = b (bundle)
Page trang/index.md = index
other don-vi/anh/x.png
content/don-vi/2023/a.md: error GS144: the folder don-vi has no folders within it; move the file to content/don-vi itself
`,
		},
		{
			"a bundle holds no other story",
			[]string{"content/guong/b/index.md", "content/guong/b/c.md", "content/guong/b/anh/d.md", "content/guong/b/anh/index.md", "content/guong/a/x.md"},
			`Profile guong/a/x.md = x
Profile guong/b/index.md = b (bundle)
content/guong/b/anh/d.md: error GS147: this folder belongs to the story content/guong/b/index.md and holds no other one; move the file out of the folder (a translation then has the picture as b/its-file), or rename index.md if the folder is meant for several stories
content/guong/b/anh/index.md: error GS147: this folder belongs to the story content/guong/b/index.md and holds no other one; move the file out of the folder (a translation then has the picture as b/its-file), or rename index.md if the folder is meant for several stories
content/guong/b/c.md: error GS147: this folder belongs to the story content/guong/b/index.md and holds no other one; move the file out of the folder (a translation then has the picture as b/its-file), or rename index.md if the folder is meant for several stories
`,
		},
		{
			"an index without a folder of its own",
			[]string{"content/guong/index.md", "content/guong/a.md"},
			`Profile guong/a.md = a
content/guong/index.md: error GS148: the index.md here belongs to no story; put it into a folder of its own, such as content/guong/nguyen-thi-mau/index.md, or rename it
`,
		},
		{
			"names that are one elsewhere",
			[]string{"content/guong/a.md", "content/guong/A.md", "content/guong/ho\u0300a.md", "content/guong/h\u00f2a.md", "content/guong/x/b.md", "content/guong/X/c.md"},
			"Profile guong/A.md = A\nProfile guong/X/c.md = c\nProfile guong/ho\u0300a.md = ho\u0300a\n" +
				`content/guong/a.md: error GS145: the file's name differs from content/guong/A.md in case or in the way its marks are typed only; rename one of the two
content/guong/hòa.md: error GS145: the file's name differs from content/guong/hòa.md in case or in the way its marks are typed only; rename one of the two
content/guong/x: error GS145: the file's name differs from content/guong/X in case or in the way its marks are typed only; rename one of the two
`,
		},
		{
			"other endings",
			[]string{"content/guong/a.MD", "content/guong/b.markdown", "content/guong/c/index.Md", "content/guong/d.docx", "content/guong/e.md.bak"},
			`Profile guong/a.MD = a
Profile guong/b.markdown = b
Profile guong/c/index.Md = c (bundle)
other guong/d.docx
other guong/e.md.bak
content/guong/a.MD: warning GS146: the file's name should end in .md; rename it to a.md
content/guong/b.markdown: warning GS146: the file's name should end in .md; rename it to b.md
content/guong/c/index.Md: warning GS146: the file's name should end in .md; rename it to index.md
content/guong/d.docx: hint GS149: a .docx file does not become a page; copy its text into a .md file; put files for download into static
`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := strings.ReplaceAll(test.want, "content/guong/hòa.md in case", "content/guong/ho\u0300a.md in case")
			if diff := cmp.Diff(want, list(t, test.paths...)); diff != "" {
				t.Errorf("list (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"content/guong", "elsewhere"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "elsewhere", "a.md"), []byte("---\ntên: A\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(secret, []byte("---\ntên: A\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for link, target := range map[string]string{"file.md": "../../elsewhere/a.md", "folder": "../../elsewhere", "circle": "..", "nowhere.md": "none.md", "out.md": secret} {
		if err := os.Symlink(target, filepath.Join(dir, "content", "guong", link)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	files, others, problems, err := source.List(os.DirFS(dir), root.FS())
	if err != nil || len(others) > 0 || len(files) != 1 || len(problems) != 2 {
		t.Fatalf("%v %v %v %v", files, others, problems, err)
	}
	for i, p := range []string{"content/guong/nowhere.md", "content/guong/out.md"} {
		if problems[i].Code != diag.LinkLeadsOut || problems[i].File != p {
			t.Errorf("told %v, want that %s leads out", problems[i], p)
		}
	}
	if d, problems, err := source.Read(os.DirFS(dir), files[0], nil); err != nil || len(problems) > 0 || len(d.Front.Pairs) != 1 {
		t.Errorf("%s: %v %v", files[0].Path, problems, err)
	}
}

func TestKindOf(t *testing.T) {
	for kind := source.Profile; kind <= source.Page; kind++ {
		if got, ok := source.KindOf("content/" + kind.Folder() + "/x.md"); !ok || got != kind {
			t.Errorf("%s: %v %v", kind.Folder(), got, ok)
		}
	}
	for _, p := range []string{"guong/a.md", "content/guong", "content/x/a.md", "content", ""} {
		if _, ok := source.KindOf(p); ok {
			t.Errorf("%q has a kind", p)
		}
	}
}
