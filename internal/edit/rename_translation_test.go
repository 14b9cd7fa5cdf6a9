package edit

import "testing"

// A new name is put where translations name the old one, and nowhere else: a profile's slug is not a page's.
func TestRenameOfATranslatedText(t *testing.T) {
	files := tree{
		"content/guong/a.md":     "---\ntên: A\nbản dịch: [a-en, a-kpm]\n---\n",
		"content/guong/a-en.md":  "---\ntên: A\nngôn ngữ: en\n---\n",
		"content/guong/a-kpm.md": "---\ntên: A\nngôn ngữ: kpm\nbản dịch: a-en\n---\n",
		"content/trang/p.md":     "---\ntên: P\nbản dịch: a-en\n---\n",
		"content/mo-hinh/m.md":   "---\ntên: M\nbản dịch: [a-en]\n---\n",
	}
	dir := plant(t, files)
	if _, err := Rename(planned(t), dir, "content/guong/a-en.md", "a-anh", nil); err != nil {
		t.Fatal(err)
	}
	delete(files, "content/guong/a-en.md")
	files["content/guong/a-anh.md"] = "---\ntên: A\nngôn ngữ: en\nbí danh: [/guong/a-en/]\n---\n"
	files["content/guong/a.md"] = "---\ntên: A\nbản dịch: [a-anh, a-kpm]\n---\n"
	files["content/guong/a-kpm.md"] = "---\ntên: A\nngôn ngữ: kpm\nbản dịch: a-anh\n---\n"
	expect(t, dir, files)
}
