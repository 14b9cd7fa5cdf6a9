package publish

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

func TestFault(t *testing.T) {
	good := []string{
		"index.html", "guong/mau/index.html", ".nojekyll", ".well-known/x", "tai-nguyen/a.b.c.css", "console.html", "com.html", "com10.txt",
		"lpt", "nulls", "ảnh/Một hai.jpg", "a+b&c=d,e;f'g(h)[i]{j}!@#$%^~`", "x/.guongsang-a", strings.Repeat("a", 255),
	}
	for _, p := range good {
		if why := fault(p); why != "" {
			t.Errorf("%q: %s", p, why)
		}
	}
	bad := []string{
		"", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a/..", `a\b`, "C:", "c:/x", "a:b", "a*", "a?", `a"b`, "a<b", "a>b", "a|b",
		"a\x00b", "a\nb", "a\x7f", "a.", "a ", "a./b", "a /b", "con", "CON", "Con.html", "x/aux.tar.gz", "nul .txt", "prn/x", "com1", "COM¹.txt", "lpt9.x",
		"\xff", ".guongsang-1/x", ".guongsang-", strings.Repeat("a", 256), "x/" + strings.Repeat("ạ", 86),
	}
	for _, p := range bad {
		if fault(p) == "" {
			t.Errorf("%q is let through", p)
		}
	}
}

func TestIsDevice(t *testing.T) {
	for name, want := range map[string]bool{
		"con": true, "NUL.md": true, "aux .x.y": true, "com1": true, "LPT³.jpg": true, "com¹": true,
		"": false, "con1": false, "com": false, "com10": false, "com⁴": false, "cồn": false, "a.con": false,
	} {
		if IsDevice(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, same := range [][]string{
		{"a/b.html", "A/B.HTML"},
		{"ảnh", "Ảnh", "a\u0309nh", "A\u0309NH"},
		{"đ", "Đ"},
		{"k", "\u212a"}, // the Kelvin sign
	} {
		for _, s := range same {
			if fold(s) != fold(same[0]) {
				t.Errorf("%q and %q are not one", s, same[0])
			}
		}
	}
	if fold("đ") == fold("d") || fold("hoà") == fold("hòa") || fold("a-b") == fold("a_b") {
		t.Error("unlike names are one")
	}
}

func TestNames(t *testing.T) {
	n := names{}
	for _, p := range []string{"a/b/c", "a/b/d", "a/e", "f"} {
		if err := n.add(p); err != nil {
			t.Fatal(err)
		}
	}
	for p, other := range map[string]string{"A/B/C": "a/b/c", "a": "a/b/c", "a/b": "a/b/c", "f/x": "f", "a/e/x/y": "a/e"} {
		err := n.add(p)
		if pe := (*PathError)(nil); !errors.As(err, &pe) || !errors.Is(err, ErrTwice) || pe.Other != other || pe.Path != p {
			t.Errorf("%s: %v", p, err)
		}
	}
}

func TestFolderName(t *testing.T) {
	root := t.TempDir()
	cache := filepath.Join(root, ".guongsang")
	for dir, want := range map[string]string{
		filepath.Join(root, "public"):      "./public",
		filepath.Join(root, "out", "x"):    "./out/x",
		filepath.Join(root, "public", ""):  "./public",
		filepath.Dir(root):                 filepath.Dir(root),
		filepath.Join(root, "..", "other"): filepath.Join(filepath.Dir(root), "other"),
	} {
		if got, err := folderName(dir, cache); err != nil || got != want {
			t.Errorf("%s: %q, %v", dir, got, err)
		}
	}
}
