package output

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/config"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/page"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/theme"
	"guongsang/internal/viet"
	"guongsang/themes"
)

// site is a site in memory: the road up to the outputs, without what build does around it.
type site struct {
	*Site
	t testing.TB
}

func newSite(t testing.TB, files map[string]string) *site {
	t.Helper()
	fsys := fstest.MapFS{}
	for path, text := range files {
		fsys[path] = &fstest.MapFile{Data: []byte(text)}
	}
	fail := func(problems []diag.Problem, err error) {
		t.Helper()
		for _, p := range problems {
			if p.Severity == diag.Error {
				t.Fatal(p.Text(diag.English, nil))
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	settings, problems, err := config.Read(fsys)
	fail(problems, err)
	book, err := criteria.Plan()
	fail(nil, err)
	list, others, problems, err := source.List(fsys, fsys)
	fail(problems, err)
	in := catalog.Input{Book: book, Today: viet.Date{Year: 2026, Month: 1, Day: 1}, Language: settings.Language, Content: others}
	for _, f := range list {
		in.Content = append(in.Content, f.Path)
		doc, problems, err := source.Read(fsys, f, nil)
		fail(problems, err)
		if f.Kind.Story() {
			story, problems := profile.Decode(doc, book)
			fail(problems, nil)
			in.Stories = append(in.Stories, story)
		} else {
			entry, problems := profile.DecodeEntry(doc, book)
			fail(problems, nil)
			in.Entries = append(in.Entries, entry)
		}
	}
	digests := map[string]digest.Key{}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		digests[path] = digest.Text(files[path])
		if name, ok := strings.CutPrefix(path, "static/"); ok {
			in.Static = append(in.Static, name)
		}
	}
	site0, problems := catalog.New(in)
	fail(problems, nil)
	sen, err := fs.Sub(themes.FS, "sen")
	fail(nil, err)
	shared, err := fs.Sub(themes.FS, "chung")
	fail(nil, err)
	looks, problems := theme.Load(theme.Options{
		Layers: []theme.Layer{{Name: "themes/sen", FS: sen}, {Name: "themes/chung", FS: shared}}, Language: settings.Language,
		Pages: page.Pages(), Fragments: page.Fragments(), Needed: append(page.Needed(), Words()...), AssetFolder: address.Assets.Href(),
	})
	fail(problems, nil)
	pages, err := page.New(page.Input{Config: settings, Catalog: site0, Words: looks.Words(), Keep: looks.Keep, KeepAll: looks.KeepAll})
	fail(nil, err)
	return &site{Site: New(Input{
		Files: fsys, Config: settings, Catalog: site0, Theme: looks, Pages: pages, Static: in.Static, Digests: digests,
		Program: digest.Text("program"),
	}), t: t}
}

// tree makes and writes every output.
func (s *site) tree() map[string]string {
	s.t.Helper()
	tree := map[string]string{}
	for item := range s.All() {
		made, err := item.Make()
		if err != nil {
			s.t.Fatalf("%s: %v", item.Path, err)
		}
		var b bytes.Buffer
		if err := made.Write(&b); err != nil {
			s.t.Fatalf("%s: %v", item.Path, err)
		}
		if _, twice := tree[item.Path]; twice {
			s.t.Errorf("%s is made twice", item.Path)
		}
		tree[item.Path] = b.String()
	}
	return tree
}

// keys are the keys of every output.
func (s *site) keys() map[string]digest.Key {
	s.t.Helper()
	keys := map[string]digest.Key{}
	for item := range s.All() {
		made, err := item.Make()
		if err != nil {
			s.t.Fatalf("%s: %v", item.Path, err)
		}
		keys[item.Path] = made.Key
	}
	return keys
}

// crowd is a site of n profiles and one of everything else. The newest have no day.
func crowd(n int) map[string]string {
	files := map[string]string{
		"site.yaml":               "tên trang: Gương thử\nđịa chỉ: https://guong.example/thu\nmỗi trang: 6\n",
		"static/a.txt":            "a",
		"content/mo-hinh/m.md":    "---\ntên: Mô hình\nlĩnh vực: y-te\nngày: 02/02/2022\ngương: [n00]\ncách làm: |\n  ## Bước\n\n  Làm[^1].\n\n  [^1]: Ghi.\n---\n\n## Bước\n\nHay[^1].\n\n[^1]: Ghi.\n",
		"content/bai-viet/v.md":   "---\ntên: Bài <b> & \"bài\"\nngày: 03/02/2022\nchuyên mục: Chuyện hay\nchuyên đề: [Số]\n---\n\nTin ]]> [kia](../guong/n00.md) và [đây](#phan).\n\n## Phần\n\nDòng cuối[^1].\n\n[^1]: Ghi chú.\n",
		"content/trang/gioi.md":   "---\ntên: Giới thiệu\nthứ tự: 1\nbí danh: [/cu/gioi/]\n---\n\nXem [bài](../bai-viet/v.md#phan) và [tệp](/a.txt).\n",
		"content/dia-ban/p2.md":   "---\ntên: Phường 2\nnhập vào: Phường 1\nngày: 01/07/2025\n---\n",
		"content/dia-ban/p1.md":   "---\ntên: Phường 1\n---\n",
		"content/chuyen-de/so.md": "---\ntên: Số\n---\n\n## Mô hình\n\n## Bài viết\n\nVề chuyên đề.\n",
	}
	for i := range n {
		day := fmt.Sprintf("ngày: %02d/01/2023\n", i+1)
		if i == n-1 {
			day = ""
		}
		files[fmt.Sprintf("content/guong/n%02d.md", i)] = fmt.Sprintf(
			"---\ntên: Người thứ %d\nloại: %s\nlĩnh vực: y-te\nnăm: %d\nđơn vị: Trạm Y tế\nđịa bàn: Phường %d\n%s---\n\nChuyện %d. [Mô hình](../mo-hinh/m.md)\n",
			i, []string{"cá nhân", "tập thể"}[i%2], 2023+i/(n-1), i%2+1, day, i)
	}
	return files
}
