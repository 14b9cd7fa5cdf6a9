package corpus

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/build"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

func newCorpus(t *testing.T, stories int, seed uint64) *Corpus {
	t.Helper()
	c, err := New(Options{Stories: stories, Seed: seed})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSameSeedSameBytes(t *testing.T) {
	a, b, other := newCorpus(t, 150, 7), newCorpus(t, 150, 7), newCorpus(t, 150, 8)
	for _, form := range []Form{Guongsang{}, Hugo{}} {
		if !slices.Equal(form.Site(a), form.Site(b)) {
			t.Errorf("%T: the sites' own files differ", form)
		}
		equal := 0
		for i := range a.Len() {
			j := a.Len() - 1 - i // the other way round: no story depends on one that was made before it
			first := form.Story(a, a.Story(j))
			if second := form.Story(b, b.Story(j)); first != second {
				t.Fatalf("%T: story %d differs:\n%s\n---\n%s", form, j, first.Text, second.Text)
			}
			if first == form.Story(other, other.Story(j)) {
				equal++
			}
		}
		if equal > 0 {
			t.Errorf("%T: %d stories are those of another seed", form, equal)
		}
	}
}

func TestProgramFindsNothingWrong(t *testing.T) {
	dir := t.TempDir()
	if err := newCorpus(t, 400, 3).Write(nil, Target{Dir: dir, Form: Guongsang{}}); err != nil {
		t.Fatal(err)
	}
	result, err := build.Check(context.Background(), build.Options{Source: dir, Today: viet.Date{Year: lastYear + 1, Month: 1, Day: 1}})
	counts := diag.Count(result.Problems)
	if err != nil || counts[diag.Error]+counts[diag.Warning] > 0 || result.Profiles != 400 {
		t.Errorf("check: %d profiles, %v, error %v", result.Profiles, result.Problems, err)
	}
}

func TestStoriesAreAlikeInSizeOnly(t *testing.T) {
	c := newCorpus(t, 1000, 1)
	bodies, slugs, files := map[string]bool{}, map[string]bool{}, map[string]bool{}
	total, least, most := 0, 1<<30, 0
	for i := range c.Len() {
		s := c.Story(i)
		words := viet.Words(s.Body)
		total += words
		least, most = min(least, words), max(most, words)
		bodies[s.Body], slugs[s.Slug], files[s.File] = true, true, true
		if s.Body != viet.NFC(s.Body) || s.Slug != viet.Slug(s.Slug) {
			t.Errorf("story %d is not in normal form", i)
		}
	}
	if len(bodies) != c.Len() || len(slugs) != c.Len() || len(files) != c.Len() {
		t.Errorf("of %d stories %d bodies, %d slugs and %d files are unique", c.Len(), len(bodies), len(slugs), len(files))
	}
	if mean := total / c.Len(); mean < Words-30 || mean > Words+30 || least < Words/2 || most > Words*2 {
		t.Errorf("bodies have %d words on average, from %d to %d; want about %d", total/c.Len(), least, most, Words)
	}
}

func TestEverythingOccurs(t *testing.T) {
	c := newCorpus(t, 2000, 1)
	fields, kinds, years, columns, topics := map[string]int{}, map[criteria.Kind]int{}, map[int]int{}, map[string]int{}, map[string]int{}
	var awards, results, shown, timeline, copies, visits, stated, second int
	for i := range c.Len() {
		s := c.Story(i)
		fields[s.Field.Code]++
		kinds[s.Kind]++
		years[s.Year]++
		columns[s.Column]++
		for _, topic := range s.Topics {
			topics[topic]++
		}
		awards += len(s.Awards)
		results += len(s.Results)
		shown += len(s.Criteria)
		timeline += len(s.Timeline)
		copies += len(s.Copies)
		if s.Visit.Address != "" {
			visits++
		}
		if !strings.HasSuffix(s.File, "/"+s.Slug) {
			stated++
		}
		if len(s.Fields) > 1 {
			second++
		}
		for _, part := range []string{"\n## ", "\n> — ", "\n| --- |", "\x01"} {
			if !strings.Contains(s.Body, part) {
				t.Errorf("story %d has no %q", i, part)
			}
		}
		if !strings.Contains(s.Body, "\n- ") && !strings.Contains(s.Body, "\n1. ") {
			t.Errorf("story %d has no list", i)
		}
	}
	if len(fields) != 12 || len(kinds) != 3 || len(years) != lastYear-firstYear+1 || len(columns) != 3 || len(topics) < 4 {
		t.Errorf("fields %v, kinds %v, years %v, columns %v, topics %v", fields, kinds, years, columns, topics)
	}
	for name, n := range map[string]int{
		"awards": awards, "results": results, "criteria": shown, "timelines": timeline, "copies": copies, "visits": visits,
		"stated slugs": stated, "second fields": second,
	} {
		if n < 20 {
			t.Errorf("%d %s", n, name)
		}
	}
}

func TestUnitsAndLocalitiesGrowSlowly(t *testing.T) {
	for _, size := range []struct{ stories, units, localities int }{{1000, 63, 19}, {10_000, 200, 60}} {
		c := newCorpus(t, size.stories, 1)
		units, localities := map[string]bool{}, map[string]bool{}
		for _, h := range c.heads {
			units[h.Unit], localities[h.Locality] = true, true
		}
		if len(c.units) != size.units || len(c.localities) != size.localities {
			t.Errorf("%d stories: %d units, %d localities, want %d, %d", size.stories, len(c.units), len(c.localities), size.units, size.localities)
		}
		if len(units) < size.units*9/10 || len(localities) != size.localities {
			t.Errorf("%d stories: %d units and %d localities have stories", size.stories, len(units), len(localities))
		}
	}
}

// Words are spread as in natural text: a few are very common, and most are rare.
func TestWordsAreSpreadAsInNaturalText(t *testing.T) {
	c := newCorpus(t, 500, 1)
	counts := map[string]int{}
	for i := range c.Len() {
		for _, w := range strings.FieldsFunc(strings.ToLower(c.Story(i).Body), func(r rune) bool { return strings.ContainsRune(" \n.,:;?“”*>|#—()-\x01\x02", r) }) {
			counts[w]++
		}
	}
	var by []int
	for _, n := range counts {
		by = append(by, n)
	}
	slices.Sort(by)
	slices.Reverse(by)
	if len(by) < 1200 {
		t.Errorf("%d different words", len(by))
	}
	for _, r := range []struct{ rank, from, to int }{{10, 2, 8}, {100, 8, 60}, {1000, 80, 4000}} {
		if q := by[0] / max(1, by[r.rank-1]); q < r.from || q > r.to {
			t.Errorf("the commonest word is %d times as common as number %d, want %d to %d", q, r.rank, r.from, r.to)
		}
	}
}

// Every line of the grammar can be told in every field.
func TestEveryLineCanBeFilled(t *testing.T) {
	c := newCorpus(t, 200, 1)
	left := regexp.MustCompile(`[{}]`)
	for i := range c.Len() {
		teller := c.teller(i, c.random(uint64(1000+i)))
		for section, lines := range c.grammar {
			if field, _, ok := strings.Cut(section, "/"); ok && field != teller.field {
				continue
			}
			for _, line := range lines {
				if strings.Contains(line, "{hàng}") || strings.HasSuffix(section, "/đo") {
					continue
				}
				if text := teller.fill(line); left.MatchString(text) || text == "" {
					t.Fatalf("[%s] %q gives %q", section, line, text)
				}
			}
		}
	}
}

func TestHugoSiteHasItsLayouts(t *testing.T) {
	var paths []string
	for _, f := range (Hugo{}).Site(newCorpus(t, 1, 1)) {
		paths = append(paths, f.Path)
	}
	for _, want := range []string{"hugo.toml", "layouts/_default/single.html", "layouts/partials/card.html", "assets/css/site.css", "data/tieuchi.yaml"} {
		if !slices.Contains(paths, want) {
			t.Errorf("no %s in %v", want, paths)
		}
	}
}

func TestLinks(t *testing.T) {
	c := newCorpus(t, 120, 1)
	same := regexp.MustCompile(`\]\(([a-z0-9-]+)\.md\)`)
	from := map[string]bool{}
	for _, h := range c.heads {
		from[h.File] = true
	}
	links := 0
	for i := range c.Len() {
		s := c.Story(i)
		text := Guongsang{}.Story(c, s).Text
		for _, m := range regexp.MustCompile(`\]\(\.\./([0-9]{4}/[a-z0-9-]+)\.md\)`).FindAllStringSubmatch(text, -1) {
			links++
			if !from[m[1]] || strings.HasPrefix(m[1], s.File[:5]) {
				t.Errorf("%s leads to %s", s.File, m[1])
			}
		}
		for _, m := range same.FindAllStringSubmatch(text, -1) {
			links++
			if !from[s.File[:5]+m[1]] {
				t.Errorf("%s leads to %s beside it", s.File, m[1])
			}
		}
	}
	if links < 2*c.Len() {
		t.Errorf("%d links in %d stories", links, c.Len())
	}
}

func TestScalar(t *testing.T) {
	for text, want := range map[string]string{
		"Giấy khen": "Giấy khen", "": `""`, "a: b": `"a: b"`, `K'Brèo "Ba"`: `"K'Brèo \"Ba\""`, "-x": `"-x"`, "12": "12", "a,b": `"a,b"`, "%": `"%"`,
	} {
		if got := scalar(text); got != want {
			t.Errorf("scalar(%q) = %s, want %s", text, got, want)
		}
	}
}

func BenchmarkStory(b *testing.B) {
	c, err := New(Options{Stories: 1000, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		c.Story(i % c.Len())
	}
}
