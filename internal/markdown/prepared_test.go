package markdown

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/diag"
)

func TestPreparedOfNothing(t *testing.T) {
	for _, body := range []string{"", "\n \n", "\uFEFF", "[a]: b\n", "##\n"} {
		if _, p, _ := Prepare([]byte(body), diag.Place{}); p != nil {
			t.Errorf("%q: %q", body, p)
		}
	}
	if out, err := Fill([]byte("a"), nil, Sources{}); string(out) != "a" || err != nil {
		t.Errorf("%q, %v", out, err)
	}
}

func TestPreparedTooDeep(t *testing.T) {
	_, p, problems := Prepare([]byte(strings.Repeat("> ", maxDepth+1)+"a"), diag.Place{File: "a.md", Line: 1})
	if len(problems) != 1 || problems[0].Code != diag.NestedTooDeep {
		t.Errorf("%s", draw(problems))
	}
	if out, err := Fill([]byte("a"), p, Sources{}); string(out) != "a" || !errors.Is(err, ErrNested) {
		t.Errorf("%q, %v", out, err)
	}
}

// A Prepared is about as long as the HTML that comes of it.
func TestSizeOfPrepared(t *testing.T) {
	for name, c := range cases(t) {
		_, p, _ := Prepare([]byte(c.text["input.md"]), diag.Place{})
		if html := c.text["want.bare.html"]; len(p) > 64+len(html)+len(html)/2 {
			t.Errorf("%s: %d bytes for %d of HTML", name, len(p), len(html))
		}
	}
}

// What was handed out of one body must not change when the next is read in the same memory.
func TestNothingStaysOnTheDesk(t *testing.T) {
	for name, c := range cases(t) {
		body := []byte(c.text["input.md"])
		scan, p, problems := Prepare(body, diag.Place{})
		said, kept, told := describe(scan), bytes.Clone(p), draw(problems)
		for other := range strings.SplitSeq(strings.Repeat("# x [x](x) ![x](x) <x>\n\n|x|\n|-|\n\n* x\n", 20), "*") {
			Prepare([]byte(other), diag.Place{})
			Prepare([]byte(strings.Repeat(other, 50)), diag.Place{})
		}
		clear(body)
		if diff := cmp.Diff(said, describe(scan)) + cmp.Diff(string(kept), string(p)) + cmp.Diff(told, draw(problems)); diff != "" {
			t.Errorf("%s: changed afterwards (-before +after):\n%s", name, diff)
		}
	}
}

// Fill says that bytes are damaged, or fills what they have become; it never panics and leaves what stood before as it was.
func TestDamaged(t *testing.T) {
	for name, c := range cases(t) {
		scan, p, _ := Prepare([]byte(c.text["input.md"]), diag.Place{})
		from := fuzzSources(scan)
		for i := 1; i < len(p); i++ {
			if _, err := Fill(nil, p[:i], from); err == nil {
				t.Errorf("%s: %d of %d bytes are no error", name, i, len(p))
			}
			for _, bits := range []byte{0x01, 0x80, 0xFF} {
				damaged := slices.Clone(p)
				damaged[i] ^= bits
				checkFill(t, damaged, from)
			}
		}
		if _, err := Fill(nil, append(slices.Clone(p), 'x'), from); err == nil {
			t.Errorf("%s: one byte more is no error", name)
		}
	}
}

func checkFill(t *testing.T, p Prepared, s Sources) {
	out, err := Fill([]byte("before"), p, s)
	if !bytes.HasPrefix(out, []byte("before")) || err != nil && len(out) > len("before") {
		t.Errorf("%q: %q, %v", p, out, err)
	}
}

func FuzzFill(f *testing.F) {
	for _, c := range cases(f) {
		_, p, _ := Prepare([]byte(c.text["input.md"]), diag.Place{})
		f.Add([]byte(p))
	}
	for _, s := range []string{"", "\x00", "\x01", "\x02\x00\x00", "\x00\x02\x00\x00\x06", "\x00\xff\xff\xff\xff\x07\x00", "\x00\x03\x00\x00\x02\x7f", "\x04\x00\x00"} {
		f.Add([]byte(s))
	}
	from := Sources{Links: map[string]string{"a": "~/"}, Pictures: map[string]Image{"b": {"~/b", 1, 1}}, IDPrefix: "p-", HeadingLevel: 1 << 62}
	f.Fuzz(func(t *testing.T, p []byte) { checkFill(t, p, from) })
}
