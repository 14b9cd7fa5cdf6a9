package source

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func checkClean(t *testing.T, text []byte) {
	t.Helper()
	if got, want := clean(text), utf8.Valid(text) && len(strange("a.md", text)) == 0; got != want {
		t.Errorf("clean(%q) = %t, want %t", text, got, want)
	}
}

// TestCleanAnywhere puts what must be found, and what looks like it, everywhere in a text that is long enough to be taken in pieces.
func TestCleanAnywhere(t *testing.T) {
	for _, letter := range []string{"a", "đ", "ế", "“", "本", "\u00a0"} {
		long := strings.Repeat(letter, 100)
		for _, sign := range []string{
			"", "\x00", "\x7f", "\u0085", "\u2028", "\u2029", "\ufffd", "\ufeff", "→", "😀", "\xff", "\xc3", "\xe1\xba", "\xe2\x80", "\x80", "\xed\xa0\x80", "\xc0\xaf",
		} {
			for before := range 70 {
				text := long[:before*len(letter)] + sign
				checkClean(t, []byte(text))
				checkClean(t, []byte(text+long))
			}
		}
	}
}

// FuzzQuick holds what is seen at a glance against the long ways to the same.
func FuzzQuick(f *testing.F) {
	for _, s := range []string{
		"---\ntên: A\n---\nThân\n", "---\n---\n", "---\n---", "---", "---\n", "---\na: b\n --- \n---\n", "---\na---\n---\n", "---\n----\n---\n",
		"---\n---a\n---\n", "---\n\u00a0---\n---\n", "\n\n---\na\n---\nb\n---\n", "--- \na\n---\n", "\u0085", "\u2028", "\ufffd", "đ\xc3", "\xe1\xba", "\xe1\xbaa", "\x7f",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		checkClean(t, text)
		head, failed := cut("a.md", text)
		if failed != nil || head.format == JSON {
			return
		}
		fence := fences[head.format]
		opened := bytes.Index(text, []byte(fence))
		opened += max(0, bytes.IndexByte(text[opened:], '\n'))
		length, body := locateFirst(text, opened, fence)
		if body < 0 {
			return
		}
		if slowLength, slowBody := locate(text, fence); length != slowLength || body != slowBody || indented(text[:body], fence) {
			t.Errorf("%q is cut at %d and %d, want %d and %d", text, length, body, slowLength, slowBody)
		}
	})
}
