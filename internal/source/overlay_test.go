package source_test

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"guongsang/internal/source"
)

func TestOverlay(t *testing.T) {
	below := fstest.MapFS{
		"content/guong/a.md":       {Data: []byte("old a")},
		"content/guong/b.md":       {Data: []byte("old b")},
		"content/guong/c/index.md": {Data: []byte("old c")},
		"content/guong/c/anh.jpg":  {Data: []byte("old picture")},
	}
	laid := source.Overlay{
		"content/guong/a.md":        []byte("new a"),
		"content/guong/b.md":        nil,
		"content/guong/b/index.md":  []byte("new b"),
		"content/guong/b/moi.jpg":   []byte("new picture"),
		"content/guong/c/chan.jpg":  []byte("another picture"),
		"content/don-vi/phuong.md":  {},
		"content/guong/c/index.md":  []byte("new c"),
		"content/khong-co/a/b/c.md": nil,
	}
	over := laid.Over(below)
	got := map[string]string{}
	err := fs.WalkDir(over, "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(over, name)
		got[name] = string(data)
		if fi, err := d.Info(); err != nil || fi.Size() != int64(len(data)) || fi.IsDir() || !fi.Mode().IsRegular() {
			t.Errorf("%s: %v %v", name, fi, err)
		}
		return err
	})
	want := map[string]string{
		"content/guong/a.md": "new a", "content/guong/b/index.md": "new b", "content/guong/b/moi.jpg": "new picture", "content/guong/c/index.md": "new c",
		"content/guong/c/anh.jpg": "old picture", "content/guong/c/chan.jpg": "another picture", "content/don-vi/phuong.md": "",
	}
	if err != nil || len(got) != len(want) {
		t.Errorf("found %v, %v", got, err)
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s has %q, want %q", name, got[name], text)
		}
	}
	if _, err := over.Open("content/guong/b.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is gone: %v", err)
	}
	if _, err := fs.ReadDir(over, "content/khong-co"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
	if source.Overlay(nil).Over(below) == nil {
		t.Error("nothing laid over")
	}
}
