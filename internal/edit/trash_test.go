package edit

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestTrash(t *testing.T) {
	other := "---\ntên: [\n---\n"
	files := tree{single: good, "content/guong/b/index.md": good, "content/guong/b/anh/a.jpg": "x", "content/guong/b/._index.md": "x", "content/trang/sai.md": other}
	dir := plant(t, files)
	if all, err := Trash(dir); err != nil || len(all) != 0 {
		t.Error(all, err)
	}
	for i, path := range []string{single, "content/guong/b/index.md", "content/trang/sai.md"} {
		if id, err := Delete(dir, path); err != nil || id != string(rune('1'+i)) {
			t.Fatal(id, err)
		}
	}
	expect(t, dir, tree{
		".guongsang/thung-rac/1/" + single: good, ".guongsang/thung-rac/2/content/guong/b/index.md": good, ".guongsang/thung-rac/2/content/guong/b/anh/a.jpg": "x",
		".guongsang/thung-rac/2/content/guong/b/._index.md": "x",
		".guongsang/thung-rac/3/content/trang/sai.md":       other, "content/guong/2023/": "", "content/trang/": "",
	})
	if err := os.MkdirAll(filepath.Join(dir, ".guongsang", "thung-rac", "của ai"), 0o755); err != nil {
		t.Fatal(err)
	}
	all, err := Trash(dir)
	if err != nil || len(all) != 3 || all[0].Path != "content/trang/sai.md" || all[1].Path != "content/guong/b/index.md" || all[1].Name != "Mẫu" || all[2].Path != single || all[2].When.IsZero() {
		t.Errorf("%+v %v", all, err)
	}
	for _, one := range all {
		if path, err := Restore(dir, one.ID); err != nil || path != one.Path {
			t.Error(path, err)
		}
	}
	files[".guongsang/thung-rac/của ai/"] = ""
	expect(t, dir, files)
}

func TestRestoreRefuses(t *testing.T) {
	dir := plant(t, tree{single: good, bundle: good})
	for _, path := range []string{single, bundle} {
		if _, err := Delete(dir, path); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Save(dir, single, "", []byte("mới"), nil); err != nil {
		t.Fatal(err)
	}
	if _, err := Save(dir, bundle, "", []byte("mới"), nil); err != nil {
		t.Fatal(err)
	}
	before := grown(t, dir)
	for id, want := range map[string]error{"1": ErrTaken, "2": ErrTaken, "3": fs.ErrNotExist, "../1": fs.ErrNotExist, "01": fs.ErrNotExist, "": fs.ErrNotExist} {
		if _, err := Restore(dir, id); !errors.Is(err, want) {
			t.Errorf("%q: %v", id, err)
		}
	}
	for _, path := range []string{"content/guong/gone.md", "site.yaml", "content/guong/2023"} {
		if _, err := Delete(dir, path); !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, ErrPath) {
			t.Errorf("%q: %v", path, err)
		}
	}
	expect(t, dir, before)
}

// An index.md in the folder of a year would make the whole year its bundle. It goes, and comes back, alone.
func TestTrashLeavesTheTextsOfOthers(t *testing.T) {
	const index = "content/guong/2023/index.md"
	files := tree{index: good, single: good, "content/guong/2023/mau.jpg": "x", "content/guong/2023/b/index.md": good}
	dir := plant(t, files)
	id, err := Delete(dir, index)
	if err != nil {
		t.Fatal(err)
	}
	left := tree{".guongsang/thung-rac/1/" + index: good, single: good, "content/guong/2023/mau.jpg": "x", "content/guong/2023/b/index.md": good}
	expect(t, dir, left)
	if path, err := Restore(dir, id); err != nil || path != index {
		t.Error(path, err)
	}
	files[".guongsang/thung-rac/"] = ""
	expect(t, dir, files)

	// A folder that went as a whole does not come back into one that somebody has made meanwhile.
	if id, err = Delete(dir, "content/guong/2023/b/index.md"); err != nil {
		t.Fatal(err)
	}
	if _, err := Save(dir, "content/guong/2023/b/index.md", "", []byte("mới"), nil); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(dir, id); !errors.Is(err, ErrTaken) {
		t.Error(err)
	}
}

func TestPictureName(t *testing.T) {
	there := map[string]bool{"chan-dung.jpg": true, "chan-dung-2.jpg": true}
	for name, want := range map[string]string{
		"Chân dung.JPG": "chan-dung-3.jpg", `C:\Ảnh\Bà Mẫu (1).PNG`: "ba-mau-1.png", "con.jpg": "anh-con.jpg", "…….webp": "anh.webp", "../../a.jpeg": "a.jpeg", "IMG_0001.jpg": "img-0001.jpg",
	} {
		if got := PictureName(name, func(n string) bool { return there[n] }); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
