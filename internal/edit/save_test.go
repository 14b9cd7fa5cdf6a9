package edit

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/digest"
)

// tree is what lies in a folder: the files by their paths, with slashes, folders with a slash at their end.
type tree map[string]string

// plant makes a site's folder.
func plant(t *testing.T, files tree) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Trang của tôi")
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		folder := filepath.Dir(full)
		if strings.HasSuffix(name, "/") {
			folder = full
		}
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if folder == full {
			continue
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// grown is what lies in a folder now; folders are there only where nothing is in them.
func grown(t *testing.T, dir string) tree {
	t.Helper()
	files := tree{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			if entries, _ := os.ReadDir(name); len(entries) == 0 {
				files[rel+"/"] = ""
			}
			return nil
		}
		data, err := os.ReadFile(name)
		files[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// expect fails where a folder does not hold just what is wanted.
func expect(t *testing.T, dir string, want tree) {
	t.Helper()
	if diff := cmp.Diff(want, grown(t, dir)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func base(text string) string { return digest.Bytes([]byte(text)).String() }

const (
	single = "content/guong/2023/mau.md"
	bundle = "content/guong/2023/mau/index.md"
	good   = "---\ntên: Mẫu\n---\n\nThân bài.\n"
)

func TestSave(t *testing.T) {
	dir := plant(t, tree{single: good})
	if err := os.Chmod(filepath.Join(dir, single), 0o600); err != nil {
		t.Fatal(err)
	}
	saved, err := Save(dir, single, base(good), []byte(good+"Thêm.\n"), nil)
	if err != nil || saved.Path != single {
		t.Fatal(saved, err)
	}
	expect(t, dir, tree{single: good + "Thêm.\n"})
	if info, err := os.Stat(filepath.Join(dir, single)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the file is open to others now: %v %v", info.Mode(), err)
	}
	// Twice is once: an answer that got lost on its way is asked for again.
	if _, err := Save(dir, single, base(good), []byte(good+"Thêm.\n"), nil); err != nil {
		t.Error(err)
	}
	// A new file, in folders that are not there.
	if saved, err = Save(dir, "content/mo-hinh/2024/moi.md", "", []byte(good), nil); err != nil || saved.Path != "content/mo-hinh/2024/moi.md" {
		t.Error(saved, err)
	}
	expect(t, dir, tree{single: good + "Thêm.\n", "content/mo-hinh/2024/moi.md": good})
}

func TestSaveWithPictures(t *testing.T) {
	const text = "---\ntên: Mẫu\nảnh: chan-dung.jpg\n---\n\nXem [bạn](../2022/ban.md), [đây](mau.md#a), ![](moi.jpg).\n"
	const moved = "---\ntên: Mẫu\nảnh: ../chan-dung.jpg\n---\n\nXem [bạn](../../2022/ban.md), [đây](index.md#a), ![](moi.jpg).\n"
	dir := plant(t, tree{single: good, "content/guong/2023/chan-dung.jpg": "x"})
	saved, err := Save(dir, single, base(good), []byte(text), map[string][]byte{"moi.jpg": []byte("m")})
	if err != nil || saved.Path != bundle {
		t.Fatal(saved, err)
	}
	expect(t, dir, tree{bundle: moved, "content/guong/2023/mau/moi.jpg": "m", "content/guong/2023/chan-dung.jpg": "x"})
	// A bundle stays one, and a picture takes no other one's name.
	pictures := map[string][]byte{"hai.jpg": []byte("h"), "moi.jpg": []byte("anders")}
	if _, err := Save(dir, bundle, base(moved), []byte(good), pictures); !errors.Is(err, ErrTaken) {
		t.Error(err)
	}
	expect(t, dir, tree{bundle: moved, "content/guong/2023/mau/moi.jpg": "m", "content/guong/2023/chan-dung.jpg": "x"})
	delete(pictures, "moi.jpg")
	if saved, err = Save(dir, bundle, base(moved), []byte(good), pictures); err != nil || saved.Path != bundle {
		t.Error(saved, err)
	}
	expect(t, dir, tree{bundle: good, "content/guong/2023/mau/moi.jpg": "m", "content/guong/2023/mau/hai.jpg": "h", "content/guong/2023/chan-dung.jpg": "x"})
	// Twice is once here too.
	if saved, err = Save(dir, bundle, base(moved), []byte(good), pictures); err != nil || saved.Path != bundle {
		t.Error(saved, err)
	}
	// A new story with a picture is a bundle from its beginning.
	if saved, err = Save(dir, "content/guong/a.md", "", []byte(good), pictures); err != nil || saved.Path != "content/guong/a/index.md" {
		t.Error(saved, err)
	}
}

func TestSaveRefuses(t *testing.T) {
	dir := plant(t, tree{single: good, "content/guong/tay/x.md": good, "content/guong/tay.md": good, "content/guong/tep.md": good, "content/guong/tep": "a file", "site.yaml": ""})
	before := grown(t, dir)
	picture := map[string][]byte{"a.jpg": nil}
	for _, c := range []struct {
		path, base string
		pictures   map[string][]byte
		want       error
	}{
		{path: "content/guong/../../site.yaml", base: base(""), want: ErrPath},
		{path: "../a.md", want: ErrPath},
		{path: "/content/guong/a.md", want: ErrPath},
		{path: `content\guong\a.md`, want: ErrPath},
		{path: "content/guong/a.jpg", want: ErrPath},
		{path: "content/khac/a.md", want: ErrPath},
		{path: "content/a.md", want: ErrPath},
		{path: "content/guong/CON.md", want: ErrPath},
		{path: "content/guong/nul/index.md", want: ErrPath},
		{path: "content/guong/com1.x.md", want: ErrPath},
		{path: "content/guong/COM¹.md", want: ErrPath},
		{path: "content/guong/a:b.md", want: ErrPath},
		{path: "content/guong/.a.md", want: ErrPath},
		{path: "content/guong/a .md/b..md/x.", want: ErrPath},
		{path: "content/guong/a\x00.md", want: ErrPath},
		{path: single, base: base(good), pictures: map[string][]byte{"../a.jpg": nil}, want: ErrPath},
		{path: single, base: base(good), pictures: map[string][]byte{"a.md": nil}, want: ErrPath},
		{path: single, base: base(good), pictures: map[string][]byte{"aux.jpg": nil}, want: ErrPath},
		{path: "content/guong/tay.md", base: base(good), pictures: picture, want: ErrTaken},
		{path: "content/guong/tep.md", base: base(good), pictures: picture, want: ErrTaken},
	} {
		if _, err := Save(dir, c.path, c.base, []byte("mới"), c.pictures); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.path, err)
		}
	}
	expect(t, dir, before)
	// A name that only looks like a device's is none.
	if _, err := Save(dir, "content/guong/Côn Đảo.md", "", []byte(good), nil); err != nil {
		t.Error(err)
	}
}

// A folder of pictures beside a single file becomes its bundle, with what is in it.
func TestSaveIntoAFolderOfPictures(t *testing.T) {
	const text = "---\ntên: Mẫu\nảnh: mau/a.jpg\n---\n\n![](mau/a.jpg#x) ![](b.jpg) ![](maus/a.jpg) [x](mau/)\n"
	dir := plant(t, tree{single: good, "content/guong/2023/mau/A.JPG": "x", "content/guong/2023/b.jpg": "y", "content/guong/2023/tay.md": good, "content/guong/2023/tay/a.md": good})
	taken, err := TakenNames(dir, single)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a.jpg": "a-2.jpg", "B.jpg": "b-2.jpg", "c.jpg": "c.jpg"} {
		if got := PictureName(name, taken); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	done, err := Save(dir, single, base(good), []byte(text), map[string][]byte{"c.jpg": []byte("z")})
	if err != nil || done.Path != bundle {
		t.Fatal(done, err)
	}
	expect(t, dir, tree{
		bundle: "---\ntên: Mẫu\nảnh: a.jpg\n---\n\n![](a.jpg#x) ![](../b.jpg) ![](../maus/a.jpg) [x](../mau/)\n", "content/guong/2023/mau/A.JPG": "x", "content/guong/2023/mau/c.jpg": "z",
		"content/guong/2023/b.jpg": "y", "content/guong/2023/tay.md": good, "content/guong/2023/tay/a.md": good,
	})
	if taken, err = TakenNames(dir, bundle); err != nil || !taken("C.jpg") || taken("b.jpg") {
		t.Error(err)
	}
	if taken, err = TakenNames(dir, "content/guong/moi/index.md"); err != nil || taken("a.jpg") {
		t.Error(err)
	}
	if _, err = TakenNames(dir, "site.yaml"); !errors.Is(err, ErrPath) {
		t.Error(err)
	}
	// Where other texts lie in it, there is no way.
	_, err = Save(dir, "content/guong/2023/tay.md", base(good), []byte(text), map[string][]byte{"c.jpg": nil})
	var shared *SharedFolderError
	if !errors.As(err, &shared) || shared.Folder != "content/guong/2023/tay" || !errors.Is(err, ErrTaken) {
		t.Error(err)
	}
}

// What a program that was killed left behind goes a day later, and nothing else does.
func TestSaveSweeps(t *testing.T) {
	const folder = "content/guong/2023/"
	old := []string{".mau.md-0123abcd.tmp", ".b.jpg-ffffffff.tmp", ".index.md-00000000.tmp"}
	stays := []string{".mau.md-0123abcd.bak", ".mau.md-0123abc.tmp", ".mau.md-0123abcg.tmp", "mau.md-0123abcd.tmp", ".-0123abcd.tmp", ".mau.md-0123ABCD.tmp", ".mau.md.tmp", ".x-0123abcd.tmp/a"}
	files := tree{single: good, folder + ".moi.md-01234567.tmp": "young", "content/guong/.a.md-0123abcd.tmp": "elsewhere", bundle: good}
	for _, name := range append(old, stays...) {
		files[folder+name] = name
	}
	dir := plant(t, files)
	yesterday := time.Now().Add(-25 * time.Hour)
	for name := range files {
		if name != folder+".moi.md-01234567.tmp" {
			if err := os.Chtimes(filepath.Join(dir, filepath.FromSlash(name)), yesterday, yesterday); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.Chtimes(filepath.Join(dir, filepath.FromSlash(folder+".x-0123abcd.tmp")), yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	if _, err := Save(dir, bundle, base(good), []byte("mới"), nil); err != nil {
		t.Fatal(err)
	}
	files[bundle] = "mới"
	for _, name := range old {
		delete(files, folder+name)
	}
	expect(t, dir, files)
}

func TestSaveConflicts(t *testing.T) {
	dir := plant(t, tree{single: good})
	for _, c := range []struct{ path, base, now string }{
		{single, base("what was there"), good},
		{single, "", good},
		{"content/guong/gone.md", base(good), ""},
	} {
		_, err := Save(dir, c.path, c.base, []byte("mới"), nil)
		var conflict *Conflict
		if !errors.As(err, &conflict) || conflict.Path != c.path || string(conflict.Now) != c.now || (conflict.Now == nil) != (c.now == "") {
			t.Errorf("%s: %v", c.path, err)
		}
	}
	expect(t, dir, tree{single: good})
	// Somebody is quicker, between the look at the file and the writing.
	for _, pictures := range []map[string][]byte{nil, {"a.jpg": nil}} {
		d := disk{dir: dir, before: func(op, path string) error {
			if op == "create" && strings.HasSuffix(path, ".tmp") {
				return os.WriteFile(filepath.Join(dir, single), []byte("anders"), 0o644)
			}
			return nil
		}}
		_, err := saveOn(&d, single, base(good), []byte("mới"), pictures)
		var conflict *Conflict
		if !errors.As(err, &conflict) || string(conflict.Now) != "anders" {
			t.Errorf("%v", err)
		}
		expect(t, dir, tree{single: "anders"})
		if err := os.WriteFile(filepath.Join(dir, single), []byte(good), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSaveFollowsNoLinks(t *testing.T) {
	dir := plant(t, tree{single: good, "content/mo-hinh/": "", "other/b.md": good})
	for link, to := range map[string]string{
		"content/guong/2023/link.md": "mau.md",
		"content/mo-hinh/link":       "../../other",
		"content/guong/out.md":       "../../../out.md",
	} {
		if err := os.Symlink(to, filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Skip(err)
		}
	}
	for _, path := range []string{"content/guong/2023/link.md", "content/mo-hinh/link/b.md", "content/guong/out.md"} {
		if _, err := Save(dir, path, base(good), []byte("mới"), nil); !errors.Is(err, ErrPath) {
			t.Errorf("%s: %v", path, err)
		}
		if _, err := Load(dir, path); !errors.Is(err, ErrPath) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestSaveLeavesAFileThatNobodyMayWrite(t *testing.T) {
	dir := plant(t, tree{single: good})
	if err := os.Chmod(filepath.Join(dir, single), 0o444); err != nil {
		t.Fatal(err)
	}
	_, err := Save(dir, single, base(good), []byte("mới"), nil)
	var inPath *fs.PathError
	if !errors.Is(err, fs.ErrPermission) || !errors.As(err, &inPath) || inPath.Path != filepath.Join(dir, filepath.FromSlash(single)) {
		t.Error(err)
	}
	expect(t, dir, tree{single: good})
}

func TestLoad(t *testing.T) {
	dir := plant(t, tree{
		single:                   "\ufeff\n---\r\nten: Mẫu\r\nnăm: 2023\r\nloại: [a]\r\nlĩnh vực: [[b]]\r\nảnh: a.jpg\r\nlạ: 1\r\n---\r\n\r\n\r\nThân bài.\r\nHai.\r\n\r\n",
		"content/trang/sai.md":   "---\ntên: A: b\n---\nThân.\n",
		"content/trang/khong.md": "Không có gì.\n",
		"content/trang/neo.md":   "---\n? a\n: b\n---\n",
		"content/trang/toml.md":  "+++\n\"tên\" = \"A\"\n+++\nThân.\n",
		"content/trang/cu.md":    "\xff\xfe-\x00",
		"content/trang/phong.md": "---\ntên: Uû ban nh©n d©n thµnh phè\n---\n",
		"content/trang/dau.md":   "---\ntên: A\n---\nThân\u000b bài.\r\n",
	})
	d, err := Load(dir, single)
	want := Draft{
		Path: single, Base: base(grown(t, dir)[single]), Body: "Thân bài.\nHai.", BodyLine: 12,
		Values: values{"tên": "Mẫu", "năm": []any{"2023"}, "ảnh": values{"tệp": "a.jpg"}},
		Whole:  "\n---\nten: Mẫu\nnăm: 2023\nloại: [a]\nlĩnh vực: [[b]]\nảnh: a.jpg\nlạ: 1\n---\n\n\nThân bài.\nHai.\n\n",
	}
	if diff := cmp.Diff(want, d); diff != "" || err != nil || !d.Editable() {
		t.Errorf("%v\n%s", err, diff)
	}
	for path, problems := range map[string]int{"content/trang/sai.md": 1, "content/trang/khong.md": 1, "content/trang/neo.md": 0, "content/trang/toml.md": 0, "content/trang/cu.md": 1, "content/trang/dau.md": 1, "content/trang/phong.md": 0} {
		d, err := Load(dir, path)
		if err != nil || len(d.Problems) != problems || d.Editable() != (path == "content/trang/phong.md") || d.Base == "" {
			t.Errorf("%s: %v %+v", path, err, d)
		}
		if isText := path != "content/trang/cu.md"; d.NotText == isText || (d.Whole != "") != isText {
			t.Errorf("%s: %+v", path, d)
		}
	}
	if _, err := Load(dir, "content/trang/gone.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}
