package search

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"guongsang/bench/corpus"
)

// writeSite writes profiles, a name and a body each.
func writeSite(t *testing.T, stories ...[2]string) []Story {
	t.Helper()
	dir := t.TempDir()
	for i, s := range stories {
		file := filepath.Join(dir, "content", "guong", "2024", fmt.Sprintf("s%d.md", i))
		text := "---\ntên: \"" + s[0] + "\"\nloại: cá nhân\nđơn vị: Xã Mẫu\nkhen thưởng:\n  - {số: 12/QĐ-UBND}\n---\n\n" + s[1] + "\n"
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	all, err := ReadSite(dir)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestReadSite(t *testing.T) {
	all := writeSite(t, [2]string{"Đỗ Thị Mẫu", "Chị *trồng* dâu."})
	s := all[0]
	if s.Address != "guong/s0/" || s.Name != "Đỗ Thị Mẫu" || s.Kind != "cá nhân" || s.foldedName != "do thi mau" {
		t.Errorf("%+v", s)
	}
	for _, words := range []string{"chị trồng dâu", "xã mẫu", "đỗ thị mẫu", "ubnd"} {
		if !s.text.holds(words) {
			t.Errorf("the text does not hold %q: %q", words, s.text)
		}
	}
	if _, err := ReadSite(t.TempDir()); err == nil {
		t.Error("a folder without profiles was read")
	}
}

func TestRight(t *testing.T) {
	stories := writeSite(
		t, [2]string{"Nguyễn Văn Hòa", "trồng dâu tây"}, [2]string{"Nguyễn Văn Hoà", "dâu, tây"}, [2]string{"Nguyễn Văn Hoa", "đầu tây"},
		[2]string{"Nguyễn Văn Hoan", "nhà ở đầu tây đường"}, [2]string{"Đặng Thị Mận", "không có gì"},
	)
	m := &maker{stories: stories}
	for _, c := range []struct {
		what string
		add  func() error
		want string
	}{
		{"a name with marks, in any place of the tone", func() error { return m.addName(Names, "Nguyễn  văn Hoà") }, "0 1"},
		{"a name in NFD", func() error { return m.addName(Names, "Nguye\u0302\u0303n Va\u0306n Hoa\u0300") }, "0 1"},
		{"a name without marks", func() error { return m.addPlain(NamesPlain, "Nguyễn Văn Hòa") }, "0 1 2"},
		{"a name with đ", func() error { return m.addPlain(StrokePlain, "Đặng Thị Mận") }, "4"},
		{"a phrase", func() error { return m.addPhrase("dâu tây") }, "0|0 2 3"},
	} {
		m.made = nil
		if err := c.add(); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range m.made {
			right := strings.Join(slices.Sorted(maps.Keys(q.Right)), " ")
			got = append(got, strings.NewReplacer("guong/s", "", "/", "").Replace(right))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %v, want %s", c.what, got, c.want)
		}
	}
	if err := m.addName(Names, "Nguyễn Văn Bê"); err == nil {
		t.Error("a query without an answer was made")
	}
}

func TestJudge(t *testing.T) {
	right := map[string]bool{}
	for i := range 12 {
		right[fmt.Sprintf("guong/r%d/", i)] = true
	}
	q := Query{Right: right}
	for _, c := range []struct {
		answers string
		want    Verdict
	}{
		{"", Verdict{Could: 10}},
		{"guong/r3/", Verdict{First: true, Within: true, Held: 1, Could: 10}},
		{"guong/x/ guong/r3/ guong/r4/", Verdict{Within: true, Held: 2, Could: 10}},
		{"guong/r3/ guong/r3/", Verdict{First: true, Within: true, Held: 1, Could: 10}},
		{"a b c d e f g h i j guong/r3/", Verdict{Could: 10}},
	} {
		if got := q.Judge(strings.Fields(c.answers)); got != c.want {
			t.Errorf("%q: %+v, want %+v", c.answers, got, c.want)
		}
	}
	if v := (Query{Right: map[string]bool{"guong/r3/": true}}).Judge(nil); v.Could != 1 {
		t.Errorf("%+v", v)
	}
}

// The same seed gives the same queries, another one others; every group has some; and what is right holds what was typed.
func TestQueries(t *testing.T) {
	c, err := corpus.New(corpus.Options{Stories: 400, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := c.Write(func(int) {}, corpus.Target{Dir: dir, Form: corpus.Guongsang{}}); err != nil {
		t.Fatal(err)
	}
	stories, err := ReadSite(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(stories) != 400 {
		t.Fatalf("%d stories", len(stories))
	}
	make := func(seed uint64) []Query {
		queries, err := Queries(stories, seed)
		if err != nil {
			t.Fatal(err)
		}
		return queries
	}
	queries := make(7)
	if !reflect.DeepEqual(queries, make(7)) {
		t.Error("the same seed gave other queries")
	}
	texts := func(queries []Query, g Group) map[string]bool {
		set := map[string]bool{}
		for _, q := range queries {
			if q.Group == g {
				set[q.Text] = true
			}
		}
		return set
	}
	others := make(8)
	for g := range Groups {
		if maps.Equal(texts(queries, g), texts(others, g)) {
			t.Errorf("%s: another seed gave the same queries", g)
		}
	}
	counts := map[Group]int{}
	byAddress := map[string]*Story{}
	for i := range stories {
		byAddress[stories[i].Address] = &stories[i]
	}
	for _, q := range queries {
		counts[q.Group]++
		if len(q.Right) == 0 || q.Text == "" {
			t.Errorf("%s: %q has nothing that is right", q.Group, q.Text)
		}
		for address := range q.Right {
			s := byAddress[address]
			if q.Group.ByText() && !strings.Contains(" "+strings.Join(strings.Fields(s.Body+" "+s.Summary+" "+string(s.text)+" "+string(s.folded)), " ")+" ", " "+q.Text+" ") {
				t.Errorf("%s: %s does not hold %q", q.Group, address, q.Text)
			}
		}
	}
	for g := range Groups {
		if counts[g] < fewNames {
			t.Errorf("%s: %d queries", g, counts[g])
		}
	}
}

func TestMistype(t *testing.T) {
	m := &maker{r: rand.New(rand.NewPCG(1, 1))}
	for range 300 {
		const name = "ka đẹp"
		typed := m.mistype(name)
		if typed == name || !oneEdit([]rune(typed), []rune(name)) || !strings.HasPrefix(typed, "ka ") {
			t.Fatalf("%q was made of %q", typed, name)
		}
	}
}

func TestTooFewStories(t *testing.T) {
	if _, err := Queries(writeSite(t, [2]string{"Nguyễn Văn Hòa", "trồng dâu tây"}), 1); err == nil {
		t.Error("one story was enough")
	}
}
