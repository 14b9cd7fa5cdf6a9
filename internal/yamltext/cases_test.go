package yamltext

import (
	"errors"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"guongsang/internal/keys"
)

var update = flag.Bool("update", false, "write what the tests get into testdata; read the difference")

// TestCases makes the changes of testdata/apply.txtar, with lines that end in LF and in CRLF.
func TestCases(t *testing.T) {
	const name = "testdata/apply.txtar"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+2 < len(archive.Files); i += 3 {
		old, tree, wanted := archive.Files[i], archive.Files[i+1], &archive.Files[i+2]
		title := strings.TrimSuffix(old.Name, ".old")
		if tree.Name != title+".tree" || wanted.Name != title+".new" {
			t.Fatalf("%s, %s and %s are no case", old.Name, tree.Name, wanted.Name)
		}
		t.Run(title, func(t *testing.T) {
			want, ok := read(tree.Data)
			if !ok {
				t.Fatal("the tree cannot be read")
			}
			got, err := Apply(old.Data, want)
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				wanted.Data = got
			}
			if diff := cmp.Diff(string(wanted.Data), string(got)); diff != "" {
				t.Error(diff)
			}
			crlf, err := Apply(withCRLF(old.Data), want)
			if diff := cmp.Diff(string(withCRLF(wanted.Data)), string(crlf)); len(old.Data) > 0 && (err != nil || diff != "") {
				t.Errorf("with CRLF: %v\n%s", err, diff)
			}
		})
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Lines of a text that do not change keep their letters as they were typed, marks and all.
func TestParagraphsKeepTheirLetters(t *testing.T) {
	want, _ := read([]byte("a: |\n  đầu\n  ê\n  cuối\n"))
	got, err := Apply([]byte("a: |\r\n  e\u0302\r\n  hai\r\n"), want)
	if err != nil || string(got) != "a: |\r\n  đầu\r\n  e\u0302\r\n  cuối\r\n" {
		t.Errorf("%q, %v", got, err)
	}
}

func withCRLF(b []byte) []byte { return []byte(strings.ReplaceAll(string(b), "\n", "\r\n")) }

// What is written in ways that only a parser understands is refused before anything is changed.
func TestTooOdd(t *testing.T) {
	want := keys.Node{Kind: keys.Map, Pairs: []keys.Pair{{Key: keys.Written{Text: "tên"}, Value: keys.Node{Kind: keys.Scalar, Text: "B"}}}}
	for _, block := range []string{
		"tên: &x A\n", "tên: A\nb: *x\n", "tên: !!str A\n", "? tên\n: A\n", "<<: {tên: A}\n", "tên: A\n...\n", "--- {tên: A}\n", "tên: A: b\n", "- tên\n", "tên\n", "[a]\n", "~\n", "tên: \xff\n",
		"tên: A\u2028B\n", "# a\u0085\n", "\ufefftên: A\n", "tên: [A\n", "{tên}\n", "a: {? b: c}\n", "a: [b: c]\n",
	} {
		if got, err := Apply([]byte(block), want); !errors.Is(err, ErrTooOdd) || got != nil {
			t.Errorf("%q: %q, %v", block, got, err)
		}
		if err := Check([]byte(block)); !errors.Is(err, ErrTooOdd) {
			t.Errorf("%q: %v", block, err)
		}
	}
	for _, odd := range []keys.Node{{Kind: keys.Scalar, Text: "a"}, {Kind: keys.List}} {
		if _, err := Apply([]byte("a: b\n"), odd); !errors.Is(err, ErrTooOdd) {
			t.Errorf("%+v: %v", odd, err)
		}
	}
	// A sign that front matter may not have is refused, and not left out.
	want.Pairs[0].Value.Text = "a\x00b"
	if got, err := Apply([]byte("tên: A\n"), want); !errors.Is(err, ErrTooOdd) {
		t.Errorf("%q, %v", got, err)
	}
}

func TestLay(t *testing.T) {
	for _, c := range []struct{ name, old, text, want string }{
		{"the same", "a\r\nb\nc", "a\nb\nc", "a\r\nb\nc"},
		{"a line comes", "a\r\nb\nc\r\nd\r\n", "a\nb\nx\nc\nd\n", "a\r\nb\nx\r\nc\r\nd\r\n"},
		{"a line goes", "a\r\nb\nc\r\n", "a\nc\n", "a\r\nc\r\n"},
		{"behind the last", "a\r\nb", "a\nb\nc", "a\r\nb\r\nc"},
		{"the last end goes", "a\r\nb\r\n", "a\nb", "a\r\nb"},
		{"CR alone", "a\rb\r", "a\nc\n", "a\rc\r"},
		{"a BOM stays", "\ufeffa\n", "b\n", "\ufeffb\n"},
		{"marks stay as they are where nothing changes", "e\u0302\ne\u0302 a\n", "ê\ne\u0302 b\n", "e\u0302\nê b\n"},
		{"nothing yet", "", "a\nb\n", "a\nb\n"},
		{"nothing left", "a\n", "", ""},
		{"moved", "a\r\nb\nc\r\n", "c\nb\na\n", "c\r\nb\r\na\r\n"},
	} {
		if got := string(Lay([]byte(c.old), c.text)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	// Long files are laid over in a moment too.
	long := strings.Repeat("một dòng\r\n", 20_000)
	if got := string(Lay([]byte("đầu\r\n"+long+"cuối\r\n"), strings.ReplaceAll("khác\n"+long+"khác\n", "\r\n", "\n"))); got != "khác\r\n"+long+"khác\r\n" {
		t.Error("a long file was spoilt")
	}
}

func TestMatch(t *testing.T) {
	text := func(s string) keys.Node { return keys.Node{Kind: keys.Scalar, Text: s} }
	object := func(pairs ...string) keys.Node {
		n := keys.Node{Kind: keys.Map}
		for i := 0; i < len(pairs); i += 2 {
			n.Pairs = append(n.Pairs, keys.Pair{Key: keys.Written{Text: pairs[i]}, Value: text(pairs[i+1])})
		}
		return n
	}
	for _, c := range []struct {
		name      string
		old, want []keys.Node
		from      []int
	}{
		{"the same", []keys.Node{text("a"), text("b")}, []keys.Node{text("a"), text("b")}, []int{0, 1}},
		{"one goes", []keys.Node{text("a"), text("b"), text("c")}, []keys.Node{text("a"), text("c")}, []int{0, 2}},
		{"one comes", []keys.Node{text("a"), text("c")}, []keys.Node{text("a"), text("b"), text("c")}, []int{0, -1, 1}},
		{"another kind is no partner", []keys.Node{text("a")}, []keys.Node{object("a", "b")}, []int{-1}},
		{"the one that is most alike", []keys.Node{object("a", "1", "b", "2"), object("a", "3", "b", "4")}, []keys.Node{object("a", "3", "b", "5")}, []int{1}},
		{"equal ones go first", []keys.Node{object("a", "1", "b", "2"), object("a", "1", "b", "3")}, []keys.Node{object("a", "1", "b", "4"), object("a", "1", "b", "2")}, []int{1, 0}},
		{"two trade places", []keys.Node{text("a"), text("b")}, []keys.Node{text("b"), text("a")}, []int{1, 0}},
		{"the order is turned round", []keys.Node{object("a", "1", "c", "x"), object("a", "2", "c", "y"), object("a", "3", "c", "x")}, []keys.Node{object("a", "3", "c", "x"), object("a", "2", "c", "y"), object("a", "1", "c", "x")}, []int{2, 1, 0}},
		{"one changed in another place", []keys.Node{object("a", "1", "b", "2", "c", "3"), object("a", "4")}, []keys.Node{object("a", "4"), object("a", "1", "b", "2", "c", "5")}, []int{1, 0}},
		{"one goes, another one comes elsewhere", []keys.Node{object("a", "1"), object("a", "2"), object("a", "3")}, []keys.Node{object("a", "2"), object("a", "3"), object("a", "4")}, []int{1, 2, -1}},
		{"one has become another one", []keys.Node{object("a", "1"), object("a", "2"), object("a", "3")}, []keys.Node{object("a", "1"), object("a", "4"), object("a", "3")}, []int{0, 1, 2}},
		{"all gone", []keys.Node{text("a")}, nil, []int{}},
	} {
		if diff := cmp.Diff(c.from, Match(c.old, c.want)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// Whatever lists a block has: turned round, it keeps all its comments, and turned round once more it has the same values again.
func TestListsTurnedRound(t *testing.T) {
	turned := 0
	for name, text := range blocks(t) {
		block := []byte(text)
		old, ok := read(block)
		if !ok || Check(block) != nil {
			continue
		}
		want := turnedRound(old)
		got, err := Apply(block, want)
		if err != nil {
			t.Errorf("%d: %v\n%s", name, err, block)
			continue
		}
		if string(got) != string(block) {
			turned++
		}
		if a, b := strings.Count(string(block), "#"), strings.Count(string(got), "#"); a != b {
			t.Errorf("%d: %d comments became %d\n%s\n%s", name, a, b, block, got)
		}
		again, err := Apply(got, turnedRound(want))
		if back, ok := read(again); err != nil || !ok || !same(&back, &old) {
			t.Errorf("%d: %v\n%s", name, err, again)
		}
	}
	if turned < 10 {
		t.Errorf("only %d blocks have lists", turned)
	}
}

func turnedRound(n keys.Node) keys.Node {
	n.Items, n.Pairs = slices.Clone(n.Items), slices.Clone(n.Pairs)
	slices.Reverse(n.Items)
	for i := range n.Items {
		n.Items[i] = turnedRound(n.Items[i])
	}
	for i := range n.Pairs {
		n.Pairs[i].Value = turnedRound(n.Pairs[i].Value)
	}
	return n
}
