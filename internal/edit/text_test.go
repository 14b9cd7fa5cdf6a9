package edit

import (
	"errors"
	"testing"

	"guongsang/internal/source"
)

// An empty text is a file, and none that is gone.
func TestNothingIsNotNil(t *testing.T) {
	for _, old := range []string{"", good} {
		if got, err := Rewrite([]byte(old), ""); got == nil || len(got) > 0 || err != nil {
			t.Errorf("%q: %v %v", got, got == nil, err)
		}
	}
}

func TestSaveDoesNotEmptyAFile(t *testing.T) {
	dir := plant(t, tree{single: good, "content/guong/b.md": "\ufeff\n"})
	for _, text := range []string{"", "\ufeff", " \r\n\t"} {
		if _, err := Save(dir, single, base(good), []byte(text), nil); !errors.Is(err, ErrEmpty) {
			t.Errorf("%q: %v", text, err)
		}
		if _, err := Save(dir, single, base(good), []byte(text), map[string][]byte{"a.jpg": nil}); !errors.Is(err, ErrEmpty) {
			t.Errorf("%q: %v", text, err)
		}
	}
	// Where there is nothing, nothing is lost.
	done, err := Save(dir, "content/guong/b.md", base("\ufeff\n"), []byte{}, nil)
	if err != nil || done.Text == nil || done.Base != base("") {
		t.Errorf("%+v %v", done, err)
	}
	expect(t, dir, tree{single: good, "content/guong/b.md": ""})
}

func TestSaveTellsWhatItWrote(t *testing.T) {
	dir := plant(t, tree{single: good})
	const text = "---\ntên: Mẫu\n---\n\n[b](b.md)\n"
	done, err := Save(dir, single, base(good), []byte(text), map[string][]byte{"a.jpg": nil})
	if now := grown(t, dir)[bundle]; err != nil || done.Path != bundle || string(done.Text) != now || done.Base != base(now) || now == text {
		t.Errorf("%+v %v", done, err)
	}
}

func TestWhatIsNoTextIsNotWrittenOver(t *testing.T) {
	const utf16, latin = "\xff\xfeT\x00h\x00", "---\nten: M\xe2u\n---\n"
	dir := plant(t, tree{single: utf16, "content/guong/b.md": latin})
	for path, old := range map[string]string{single: utf16, "content/guong/b.md": latin} {
		if _, err := Rewrite([]byte(old), good); !errors.Is(err, ErrNotText) {
			t.Error(path, err)
		}
		if _, err := Save(dir, path, base(old), []byte(good), nil); !errors.Is(err, ErrNotText) {
			t.Error(path, err)
		}
		if text, ok := Text([]byte(old)); ok || text != "" {
			t.Errorf("%q", text)
		}
	}
	expect(t, dir, tree{single: utf16, "content/guong/b.md": latin})
	for old, want := range map[string]string{"": "", "\ufeffa\r\nb\rc\n": "a\nb\nc\n", "\ufeffa\vb\r\n\u0085\ufffd": "a\vb\n\u0085\ufffd"} {
		if text, ok := Text([]byte(old)); !ok || text != want {
			t.Errorf("%q: %q %v", old, text, ok)
		}
	}
	if text, ok := Text(nil); !ok || text != "" {
		t.Errorf("%q", text)
	}
}

// Signs that no file may have are taken out of what is new, and stay where they were.
func TestNewLinesAreClean(t *testing.T) {
	got, err := Compose([]byte(good), source.Profile.Keys(), nil, "Thân bài.\n\nMột\vhai\x01 ba\u00a0bốn\u2028năm\ufeff.")
	if want := good + "\nMột\nhai ba\u00a0bốn\nnăm.\n"; err != nil || string(got) != want {
		t.Errorf("%q %v", got, err)
	}
	if _, problems := source.Text(got, ""); len(problems) > 0 {
		t.Error(problems)
	}
	if got, err = Compose(nil, source.Profile.Keys(), values{"tên": "A"}, "a\vb"); err != nil || string(got) != "---\ntên: A\n---\n\na\nb\n" {
		t.Errorf("%q %v", got, err)
	}
	const old = "a\vb\r\nc\r\n"
	if got, err = Rewrite([]byte(old), "a\vb\nd\ve\n"); err != nil || string(got) != "a\vb\r\nd\r\ne\r\n" {
		t.Errorf("%q %v", got, err)
	}
}
