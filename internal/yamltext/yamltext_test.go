package yamltext

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"guongsang/internal/keys"
)

// blocks are the front matters of the sample site and odd ones.
func blocks(tb testing.TB) []string {
	tb.Helper()
	all := oddBlocks()
	err := filepath.WalkDir(filepath.Join("..", "..", "content"), func(name string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".md" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		_, rest, _ := strings.Cut(string(data), "---\n")
		block, _, ok := strings.Cut(rest, "\n---\n")
		if ok {
			all = append(all, block+"\n")
		}
		return nil
	})
	if err != nil || len(all) < 50 {
		tb.Fatalf("%d blocks, %v", len(all), err)
	}
	return all
}

func oddBlocks() []string {
	return []string{
		"",
		"# chỉ có ghi chú\n",
		"tên: A",
		"tên: A\r\nnăm: 2023 # năm\r\n",
		"tên:\n  A # ghi chú\nnăm:\n# lề\n  2023\n",
		"tên: \"A\\\"B\" # x\nloại: 'cá ''nhân'\n",
		"tóm tắt: một\n  hai\n\n  ba\nnăm: 2023\n",
		"tóm tắt: |\n  một\n\n  hai\n# lề\nnăm: 2023\n",
		"tóm tắt: >-\n  một\n  hai\n\n  ba\nnăm: 2023\n",
		"tóm tắt: |+\n  một\n\n\nnăm: 2023\n",
		"tóm tắt: |2\n    một\n  hai\nnăm: 2023\n",
		"tóm tắt: \"một\n  hai\"\nnăm: 2023\n",
		"khen thưởng:\n- hình thức: Giấy khen # a\n  cấp: X\n\n  # trong\n- {hình thức: B, cấp: 'Y'}\nnăm: 2023\n",
		"khen thưởng:\n    # trước\n    - hình thức: Giấy khen\n      cấp: |\n        X\n        Y\n    - - a\n      - b\n    -\n      c: d\n      e:\nnăm: 2023\n",
		"lĩnh vực: [y-te, # một\n  'giao-duc',   \"a, b\" ]\nnguồn: { tác giả: A , ảnh: }\n",
		"lĩnh vực:\n  [a,\n   b]\nx: {a: [b, {c: d}], e: \"f\"}\n",
		"tên: ~\nloại: null\nnăm:\n",
		"\"tên\": A\n'loại' : b\n",
		"---\n# đầu\ntên: A\n",
		"tên:\u00a0A\u00a0B\n\u00a0\n",
		"te\u0302n: Nguye\u0302\u0303n\nna\u0306m: 2023\n",
		"  tên: A\n  năm: 2023\n",
		"{tên: A, năm: 2023}\n",
		"minh chứng:\n  3.6.8: Sáng kiến: có\n",
		"minh chứng: {3.6.8: \"a: b\", 3.6.9: c}\n",
		"liên kết: https://a.example/#b\nx: [https://a.example, b:c]\n",
		"a: b\n\n\n",
		"a: |-\n\n   x\n    y\n   \n\nb: c\n",
		"a:\n- b\n-\n- c\n",
		"a: - b\n",
		"a: &x b\nc: *x\n",
		"a: !!str b\n",
		"? a\n: b\n",
		"<<: {a: b}\n",
		"a: b\n...\n",
		"a: b\na: c\n",
		"a: {b: c}\n # d\n",
		"a: b#c\nd: e #f\n",
		"a: >\n  b\n   c\n  d\ne: f\n",
		"a:\n  b:\n    c:\n      - d: e\n        f: g\n    # h\n    i: j\n",
		"a: \"b\\\n  c\"\n",
		"a:  b   # c\nd:\t e\n",
		"a:\n\n   ",
		"a: |\n   \nb:",
		"~ ",
		"a: |\n  x\n     \nb: c\n",
		"a: >\nb: 0\n #0",
		"0: 0 #\n \t",
		"ộ:\n-  ị: ú",
		"ê:\n  #",
		"b:\n -\na:\n",
		"a:",
	}
}

// texts are what random changes write.
func texts() []string {
	return []string{
		"", "x", "Nguyễn Thị Mẫu", "yes", "null", "~", "2023", "19/05/2023", "2023-05-19", "0123", "1,5", "a: b", "a:", ":a", "a #b", "#a", "Tổ #3", "- a", "-", "-5", "--- a", "? a", "?",
		"[a", "a]", "{a}", "a, b", "*a", "&a", "!a", "%a", "@a", "`a`", "|", ">", "\"a\" b", "'a' b", "it's", "a\\b", "a\"b'c", " a", "a ", "a\tb", "\ta", "một\nhai", "một\n\nhai\n", "\na", "a\n\n", " a\nb", "a\n b\n",
		"a\u00a0b", "a\u2028b", "a\ufeffb", "…", "“a”", "=", "<<", "a:b", "http://a.example/?b=c#d", "\n", "a\n---\nb", "# a\n# b", "e\u0302", strings.Repeat("dài ", 60) + "hết", "😀", "a\n\tb", "\u0085", "a\n# b\nc: d",
	}
}

// What people write can be changed: only blocks with what none of them knows are too odd.
func TestMostIsNotTooOdd(t *testing.T) {
	odd := 0
	for i, b := range blocks(t) {
		old, ok := read([]byte(b))
		if !ok {
			continue
		}
		if err := Check([]byte(b)); err != nil {
			odd++
			t.Logf("block %d is too odd:\n%s\n%s", i, b, show(old))
		}
	}
	if odd > 3 { // ? a, a line ..., and a root that is nothing
		t.Errorf("%d blocks are too odd", odd)
	}
}

func FuzzApply(f *testing.F) {
	for i, b := range blocks(f) {
		for n := range uint64(3) {
			f.Add(b, uint64(i)*100+n)
		}
	}
	f.Fuzz(func(t *testing.T, block string, seed uint64) {
		if len(block) > 4000 {
			t.Skip()
		}
		tryApply(t, block, seed)
	})
}

func TestApplyRandomly(t *testing.T) {
	for i, b := range blocks(t) {
		for n := range uint64(20) {
			tryApply(t, b, uint64(i)*1000+n)
		}
	}
}

// keeps finds texts whose blank lines at the end count, also those that are left when what follows goes: then there may be no way.
var keeps = regexp.MustCompile(`[|>][1-9]?\+`)

// tryApply makes random changes of a block and holds the result against what was wanted.
func tryApply(t *testing.T, block string, seed uint64) {
	t.Helper()
	old, ok := read([]byte(block))
	if !ok {
		return
	}
	if got, err := Apply([]byte(block), old); err != nil || string(got) != block {
		t.Fatalf("no change of %q gave %q, %v", block, got, err)
	}
	if Check([]byte(block)) != nil {
		return
	}
	r := rand.New(rand.NewPCG(seed, 1))
	want := old
	for range 1 + r.IntN(3) {
		want = mutated(r, want, 0)
	}
	got, err := Apply([]byte(block), want)
	if err != nil {
		if strange(composed(want)) || keeps.MatchString(block) {
			return
		}
		t.Fatalf("seed %d: %v:\n%s\nwanted %+v", seed, err, block, show(want))
	}
	now, ok := read(got)
	if want = composed(want); !ok || !same(&now, &want) {
		t.Fatalf("got\n%s\nof\n%s\nwanted %+v", got, block, show(want))
	}
	if root, _, ok := scan(newText([]byte(block+"\n")), &old); ok && root.style == blockMap {
		untouched(t, block, string(got), &old, &want)
	}
	again, err := Apply(got, old)
	if err != nil && !strange(composed(old)) && !keeps.Match(got) {
		t.Fatalf("no way back from\n%s\nto\n%s\n%v", got, block, err)
	}
	if back, ok := read(again); err == nil && (!ok || !same(&back, &old)) {
		t.Fatalf("the way back from\n%s\ngave\n%s", got, again)
	}
}

// strange says of a tree that there may be no spelling of it: a text that keys refuses, a group too deep.
func strange(n keys.Node) bool {
	for _, r := range n.Text {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\ufeff' || r == '\ufffe' || r == '\uffff' {
			return true
		}
	}
	seen := map[string]bool{}
	for _, p := range n.Pairs {
		if k := p.Key.Text; seen[k] || k == "" || len(k) > 200 || strings.ContainsAny(k, "\n\r") || strange(keys.Node{Text: k}) || strange(p.Value) {
			return true
		}
		seen[p.Key.Text] = true
	}
	for _, i := range n.Items {
		if strange(i) {
			return true
		}
	}
	return false
}

// untouched fails where a line that has nothing to do with the change is not there any more.
func untouched(t *testing.T, block, got string, old, want *keys.Node) {
	t.Helper()
	for i := range old.Pairs {
		p := &old.Pairs[i]
		j := pairOf(want, p.Key.Text, 0)
		if pairOf(old, p.Key.Text, 1) >= 0 || j < 0 || !same(&p.Value, &want.Pairs[j].Value) || p.Value.Kind != keys.Scalar || p.Value.Quoted {
			continue
		}
		lines, _ := splitLines(block)
		line := lines[p.Key.Line-1]
		if p.Value.Line == p.Key.Line && !strings.Contains(got, strings.TrimRight(line, "\r\n")) {
			t.Fatalf("the line %q was touched:\n%s\n%s", line, block, got)
		}
	}
}

func show(n keys.Node) string {
	switch n.Kind {
	case keys.Scalar:
		return strings.ReplaceAll(escape(n.Text), "\n", "⏎")
	case keys.List:
		var parts []string
		for _, i := range n.Items {
			parts = append(parts, show(i))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case keys.Map:
		var parts []string
		for _, p := range n.Pairs {
			parts = append(parts, p.Key.Text+": "+show(p.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return "null"
}

// mutated is a tree with one thing changed somewhere.
func mutated(r *rand.Rand, n keys.Node, depth int) keys.Node {
	n.Items, n.Pairs = append([]keys.Node(nil), n.Items...), append([]keys.Pair(nil), n.Pairs...)
	switch {
	case n.Kind == keys.Map && (len(n.Pairs) > 0 || depth == 0) || n.Kind == keys.Null && depth == 0:
		n.Kind = keys.Map
		i := 0
		if len(n.Pairs) > 0 {
			i = r.IntN(len(n.Pairs))
		}
		switch what := r.IntN(8); {
		case what < 2 || len(n.Pairs) == 0:
			added := keys.Pair{Key: keys.Written{Text: newKey(r, &n)}, Value: invented(r, depth)}
			n.Pairs = append(n.Pairs[:i:i], append([]keys.Pair{added}, n.Pairs[i:]...)...)
		case what < 4 && (len(n.Pairs) > 1 || depth == 0):
			n.Pairs = append(n.Pairs[:i:i], n.Pairs[i+1:]...)
		default:
			n.Pairs[i].Value = mutated(r, n.Pairs[i].Value, depth+1)
		}
		return n
	case n.Kind == keys.List && len(n.Items) > 0 && r.IntN(6) > 0:
		i := r.IntN(len(n.Items))
		switch what := r.IntN(4); {
		case what < 1:
			n.Items = append(n.Items[:i:i], append([]keys.Node{invented(r, depth)}, n.Items[i:]...)...)
		case what < 2 && len(n.Items) > 1:
			n.Items = append(n.Items[:i:i], n.Items[i+1:]...)
		default:
			n.Items[i] = mutated(r, n.Items[i], depth+1)
		}
		return n
	}
	return invented(r, depth)
}

func newKey(r *rand.Rand, n *keys.Node) string {
	all := []string{"mới", "tên", "3.6.8", "a b", "yes", "null", "x: y", "#x", "[x", "x, y", "-", "<<", "?", "'x'", "e\u0302"}
	for {
		if k := all[r.IntN(len(all))]; pairOf(n, k, 0) < 0 {
			return k
		}
	}
}

func invented(r *rand.Rand, depth int) keys.Node {
	all := texts()
	switch what := r.IntN(10); {
	case what == 0 && depth < 3:
		return keys.Node{Kind: keys.List, Items: []keys.Node{invented(r, depth+1), invented(r, depth+1)}}
	case what == 1 && depth < 3:
		return keys.Node{Kind: keys.Map, Pairs: []keys.Pair{{Key: keys.Written{Text: "k"}, Value: invented(r, depth+1)}, {Key: keys.Written{Text: "năm"}, Value: invented(r, depth+1)}}}
	case what == 2:
		return keys.Node{Kind: keys.Null}
	case what == 3 && depth < 3:
		return keys.Node{Kind: keys.List}
	}
	return keys.Node{Kind: keys.Scalar, Text: all[r.IntN(len(all))]}
}
