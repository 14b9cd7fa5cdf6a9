package edit

import (
	"errors"
	"strings"
	"testing"

	"guongsang/internal/criteria"
)

// renameSite is a site in which much leads to the profile a and to the unit t.
func renameSite() tree {
	return tree{
		"content/guong/2023/a.md":      "---\ntên: A Mẫu   # tên\nđứng đầu: khac\n---\n\n[Tôi](a.md#x), [bạn](../b.md), ![](a.jpg)\n",
		"content/guong/2023/a.jpg":     "x",
		"content/guong/b.md":           "---\ntên: B\nđứng đầu: \"a\"  # đúng\nnhân rộng:\n  - {đơn vị: X, gương: a}\n  - {đơn vị: a, gương: ab}\nkhóa: a\n---\n\n[A](2023/a.md \"t\") [A](./2023/a.md?q#x) [A](/guong/a/) [A](/guong/a) [khác](2023/ab.md) `[A](2023/a.md)`\n[A][1] <https://a.example/2023/a.md>\n\n[1]: <2023/a.md>\n[2]: 2023/a.md\n",
		"content/mo-hinh/m.md":         "---\r\ntên: M\r\ngương: [b, a, 'a']\r\ncách làm: |\r\n  Xem [A](../guong/2023/a.md).\r\nvấn đề: \"[A](../guong/2023/a.md) \\\"x\\\"\"\r\nđơn vị: t\r\n---\r\n\r\nThân\r\n",
		"content/bai-viet/toml.md":     "+++\n\"tên\" = \"T\"\n\"gương\" = [\"a\", 'a'] # a\n+++\n\n[A](../guong/2023/a.md)\n",
		"content/bai-viet/json.md":     "{\"tên\": \"J\", \"gương\": \"a\"}\n\n[A](../guong/2023/a.md)\n",
		"content/bai-viet/khong.md":    "---\ntên: a\ngương: b\n---\n\n[a](../guong/b.md)\n",
		"content/bai-viet/sai.md":      "---\ntên: a: b\n---\n\n[a](../guong/2023/a.md)\n",
		"content/don-vi/t.md":          "---\ntên: Trạm\n---\n",
		"content/don-vi/u.md":          "---\ntên: U\nnhập vào: t\n---\n",
		"content/guong/k/index.md":     "---\ntên: K\nđường dẫn: kk\nbí danh: [/cu/k/, /guong/moi/]\nảnh: k.jpg\n---\n\n![](k.jpg) [t](../k/index.md) [a](../2023/a.md)\n",
		"content/guong/k/k.jpg":        "x",
		"content/guong/2024/q.md":      "---\ntên: Q\n---\n\n[k](../k/index.md) ![](../k/k.jpg) [k](../k.md) [k](../../guong/k/index.md#a)\n",
		"content/linh-vuc/y-te.md":     "---\ntên: Y tế\n---\n",
		"content/trang/gioi-thieu.md":  "---\ntên: Giới thiệu\n---\n",
		"content/guong/2023/ghi-chu.x": "x",
		"content/guong/h.md":           "---\ntên: H\nđứng đầu: >-\n  a\nbí danh: [/guong/h, /cu/h/]\n---\n",
	}
}

func others(files tree) (all []string) {
	for name := range files {
		if strings.HasSuffix(name, ".md") {
			all = append(all, name)
		}
	}
	return append(all, "content/guong/gone.md")
}

func TestRename(t *testing.T) {
	files := renameSite()
	dir := plant(t, files)
	renamed, err := Rename(planned(t), dir, "content/guong/2023/a.md", "moi-a", others(files))
	if err != nil || renamed != "content/guong/2023/moi-a.md" {
		t.Fatal(renamed, err)
	}
	delete(files, "content/guong/2023/a.md")
	files["content/guong/2023/moi-a.md"] = "---\ntên: A Mẫu   # tên\nđứng đầu: khac\nbí danh: [/guong/a/]\n---\n\n[Tôi](moi-a.md#x), [bạn](../b.md), ![](a.jpg)\n"
	files["content/guong/b.md"] = "---\ntên: B\nđứng đầu: \"moi-a\"  # đúng\nnhân rộng:\n  - {đơn vị: X, gương: moi-a}\n  - {đơn vị: a, gương: ab}\nkhóa: a\n---\n\n[A](2023/moi-a.md \"t\") [A](./2023/moi-a.md?q#x) [A](/guong/moi-a/) [A](/guong/moi-a) [khác](2023/ab.md) `[A](2023/a.md)`\n[A][1] <https://a.example/2023/a.md>\n\n[1]: <2023/moi-a.md>\n[2]: 2023/moi-a.md\n"
	files["content/mo-hinh/m.md"] = "---\r\ntên: M\r\ngương: [b, moi-a, 'moi-a']\r\ncách làm: |\r\n  Xem [A](../guong/2023/moi-a.md).\r\nvấn đề: \"[A](../guong/2023/moi-a.md) \\\"x\\\"\"\r\nđơn vị: t\r\n---\r\n\r\nThân\r\n"
	files["content/bai-viet/toml.md"] = "+++\n\"tên\" = \"T\"\n\"gương\" = [\"moi-a\", 'moi-a'] # a\n+++\n\n[A](../guong/2023/moi-a.md)\n"
	files["content/bai-viet/json.md"] = "{\"tên\": \"J\", \"gương\": \"moi-a\"}\n\n[A](../guong/2023/moi-a.md)\n"
	files["content/guong/h.md"] = strings.Replace(files["content/guong/h.md"], "  a", "  moi-a", 1)
	files["content/bai-viet/sai.md"] = "---\ntên: a: b\n---\n\n[a](../guong/2023/moi-a.md)\n"
	files["content/guong/k/index.md"] = strings.Replace(files["content/guong/k/index.md"], "2023/a.md", "2023/moi-a.md", 1)
	expect(t, dir, files)

	// And back: the address that it had is its own again.
	if _, err = Rename(planned(t), dir, renamed, "a", others(files)); err != nil {
		t.Fatal(err)
	}
	want := renameSite()
	want["content/guong/2023/a.md"] = strings.Replace(want["content/guong/2023/a.md"], "đứng đầu: khac\n", "đứng đầu: khac\nbí danh: [/guong/moi-a/]\n", 1)
	want["content/guong/b.md"] = strings.Replace(want["content/guong/b.md"], "[1]: <2023/a.md>", "[1]: <2023/a.md>", 1)
	expect(t, dir, want)
}

func TestRenameABundle(t *testing.T) {
	files := renameSite()
	dir := plant(t, files)
	renamed, err := Rename(planned(t), dir, "content/guong/k/index.md", "moi", others(files))
	if err != nil || renamed != "content/guong/moi/index.md" {
		t.Fatal(renamed, err)
	}
	delete(files, "content/guong/k/index.md")
	delete(files, "content/guong/k/k.jpg")
	files["content/guong/moi/k.jpg"] = "x"
	files["content/guong/moi/index.md"] = "---\ntên: K\nđường dẫn: moi\nbí danh: [/cu/k/, /guong/kk/]\nảnh: k.jpg\n---\n\n![](k.jpg) [t](../moi/index.md) [a](../2023/a.md)\n"
	files["content/guong/2024/q.md"] = "---\ntên: Q\n---\n\n[k](../moi/index.md) ![](../moi/k.jpg) [k](../moi/index.md) [k](../../guong/moi/index.md#a)\n"
	expect(t, dir, files)
}

// An index.md in a folder of other texts becomes a file beside them.
func TestRenameLeavesTheTextsOfOthers(t *testing.T) {
	files := tree{
		"content/guong/2023/index.md": "---\ntên: A\n---\n\n[b](b.md)\n", "content/guong/2023/b.md": "---\ntên: B\n---\n\n[a](index.md) [a](/guong/2023/)\n",
		"content/guong/c.md": "---\ntên: C\n---\n\n[a](2023/index.md) [b](2023/b.md)\n",
	}
	dir := plant(t, files)
	renamed, err := Rename(planned(t), dir, "content/guong/2023/index.md", "a", nil)
	if err != nil || renamed != "content/guong/2023/a.md" {
		t.Error(renamed, err)
	}
	expect(t, dir, tree{
		"content/guong/2023/a.md": "---\ntên: A\nbí danh: [/guong/2023/]\n---\n\n[b](b.md)\n", "content/guong/2023/b.md": "---\ntên: B\n---\n\n[a](a.md) [a](/guong/a/)\n",
		"content/guong/c.md": "---\ntên: C\n---\n\n[a](2023/a.md) [b](2023/b.md)\n",
	})
}

// An old address that is there already is not there twice.
func TestRenameTwiceAway(t *testing.T) {
	dir := plant(t, renameSite())
	if _, err := Rename(planned(t), dir, "content/guong/h.md", "moi-h", nil); err != nil {
		t.Fatal(err)
	}
	if got := grown(t, dir)["content/guong/moi-h.md"]; !strings.Contains(got, "bí danh: [/guong/h, /cu/h/]") {
		t.Error(got)
	}
}

func TestRenameAUnit(t *testing.T) {
	files := renameSite()
	dir := plant(t, files)
	if _, err := Rename(planned(t), dir, "content/don-vi/t.md", "tram", others(files)); err != nil {
		t.Fatal(err)
	}
	delete(files, "content/don-vi/t.md")
	files["content/don-vi/tram.md"] = "---\ntên: Trạm\nbí danh: [/don-vi/t/]\n---\n"
	files["content/don-vi/u.md"] = "---\ntên: U\nnhập vào: tram\n---\n"
	files["content/mo-hinh/m.md"] = strings.Replace(files["content/mo-hinh/m.md"], "đơn vị: t\r", "đơn vị: tram\r", 1)
	expect(t, dir, files)
}

func TestRenameRefuses(t *testing.T) {
	files := renameSite()
	dir := plant(t, files)
	for _, c := range []struct {
		path, slug string
		want       error
	}{
		{"content/guong/2023/a.md", "", ErrBadSlug},
		{"content/guong/2023/a.md", "Mới", ErrBadSlug},
		{"content/guong/2023/a.md", "../x", ErrBadSlug},
		{"content/guong/2023/a.md", "b", ErrTaken},   // another file's address
		{"content/guong/2023/a.md", "kk", ErrTaken},  // by its own words
		{"content/guong/2023/a.md", "moi", ErrTaken}, // an old address of another file
		{"content/guong/b.md", "k", ErrTaken},        // a folder lies there
		{"content/guong/b.md", "con", ErrTaken},      // a device
		{"content/guong/b.md", "trang", ErrTaken},    // older pages of lists
		{"content/trang/gioi-thieu.md", "guong", ErrTaken},
		{"content/linh-vuc/y-te.md", "y", ErrFixedName},
		{"content/bai-viet/toml.md", "x", ErrReadOnly},
		{"content/bai-viet/json.md", "x", ErrReadOnly},
		{"content/bai-viet/sai.md", "x", ErrTooOdd},
		{"site.yaml", "x", ErrPath},
	} {
		if _, err := Rename(planned(t), dir, c.path, c.slug, others(files)); !errors.Is(err, c.want) {
			t.Errorf("%s to %q: %v", c.path, c.slug, err)
		}
	}
	// The name that it has is no mistake.
	if renamed, err := Rename(planned(t), dir, "content/guong/b.md", "b", nil); err != nil || renamed != "content/guong/b.md" {
		t.Error(renamed, err)
	}
	expect(t, dir, files)
}

func planned(t *testing.T) *criteria.Book {
	t.Helper()
	book, err := criteria.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// The sections of a topic name stories by their slugs, with or without the folder, and terms by theirs.
func TestRenameInTheSectionsOfATopic(t *testing.T) {
	const topic = "---\ntên: T\nphần:\n  - tên: một\n    gương: [a, guong/a, '/guong/a/', bai-viet/a, ab]\n    đơn vị: [t, a]\n  - {tên: a, gương: a, địa bàn: a}\n---\n"
	files := tree{
		"content/guong/a.md": "---\ntên: A\n---\n", "content/bai-viet/a.md": "---\ntên: A\n---\n", "content/don-vi/t.md": "---\ntên: Trạm\n---\n",
		"content/chuyen-de/t.md": topic,
	}
	for _, c := range []struct{ path, want string }{
		{"content/guong/a.md", "---\ntên: T\nphần:\n  - tên: một\n    gương: [b, guong/b, '/guong/b/', bai-viet/a, ab]\n    đơn vị: [t, a]\n  - {tên: a, gương: b, địa bàn: a}\n---\n"},
		{"content/don-vi/t.md", "---\ntên: T\nphần:\n  - tên: một\n    gương: [a, guong/a, '/guong/a/', bai-viet/a, ab]\n    đơn vị: [b, a]\n  - {tên: a, gương: a, địa bàn: a}\n---\n"},
	} {
		dir := plant(t, files)
		if _, err := Rename(planned(t), dir, c.path, "b", nil); err != nil {
			t.Fatal(err)
		}
		if got := grown(t, dir)["content/chuyen-de/t.md"]; got != c.want {
			t.Errorf("%s: got %s", c.path, got)
		}
	}
}
