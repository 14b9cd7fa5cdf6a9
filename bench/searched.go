package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"guongsang/bench/search"
)

// The bars that our search has to take; bytes on the wire. The worst query may cost twice as much as the median.
const (
	barFirst   = 150_000
	barFurther = 60_000
	barWorst   = 2
	barProgram = 12_000
	barIndex   = 1_500_000 // bytes for each thousand of profiles
	barFiles   = 10        // profiles for each file at least
	barPhrases = 0.8       // of the answers that could hold the phrase

	barCold    = 1500 * time.Millisecond // by which a build is longer for the search
	barChanged = 200 * time.Millisecond
)

// rows are the lines of the chief table: a column for each engine.
func (r *searched) rows() [][]string {
	rows := [][]string{{""}, {"making the index: wall"}, {"processor time"}, {"index"}, {"packed with gzip"}, {"files"}}
	for _, first := range []bool{true, false} {
		which := "further query"
		if first {
			which = "first query"
		}
		rows = append(rows, []string{which + ": bytes, median / worst"}, []string{"requests, median"}, []string{"milliseconds, median"})
		if first {
			rows = append(rows, []string{"with the page around it, median"})
		}
	}
	for g := range search.Groups {
		n, could := r.asked(g)
		label := fmt.Sprintf("%s: first / in the first ten, of %d", g, n)
		if g.ByText() {
			label = fmt.Sprintf("%s: of %d right answers among the first ten", g, could)
		}
		rows = append(rows, []string{label})
	}
	for _, e := range r.engines {
		wall, cpu := e.cost.Wall, e.cost.CPU
		if e.engine == ours {
			wall, cpu = r.builds[coldWith].Wall-r.builds[coldWithout].Wall, r.builds[coldWith].CPU-r.builds[coldWithout].CPU
		}
		column := []string{engineTitles[e.engine], seconds(max(0, wall)), seconds(max(0, cpu)), byteCount(e.index.raw), byteCount(e.index.zipped), grouped(e.index.files)}
		for _, first := range []bool{true, false} {
			bytes := e.numbers(first, func(a answer) float64 { return float64(a.Search) })
			column = append(column, byteCount(int64(middle(bytes)))+" / "+byteCount(int64(slices.Max(bytes))),
				fmt.Sprintf("%.0f", middle(e.numbers(first, func(a answer) float64 { return float64(a.Requests) }))),
				fmt.Sprintf("%.0f", middle(e.numbers(first, func(a answer) float64 { return a.Millis }))))
			if first {
				column = append(column, byteCount(int64(middle(e.numbers(true, func(a answer) float64 { return float64(a.Search + a.Page) })))))
			}
		}
		for g := range search.Groups {
			t := r.tally(e, g)
			if g.ByText() {
				column = append(column, fmt.Sprint(t.held))
			} else {
				column = append(column, fmt.Sprintf("%d / %d", t.first, t.within))
			}
		}
		for i := range rows {
			rows[i] = append(rows[i], column[i])
		}
	}
	return rows
}

// numbers are what the first queries of the sessions cost, or the further ones.
func (e engineResult) numbers(first bool, of func(answer) float64) []float64 {
	var all []float64
	for _, a := range e.answers {
		if a.First == first {
			all = append(all, of(a))
		}
	}
	return all
}

// middle is the median of numbers, of which there is at least one.
func middle(numbers []float64) float64 {
	slices.Sort(numbers)
	return numbers[(len(numbers)-1)/2]
}

// tally is how an engine did in a group of queries.
type tally struct{ asked, first, within, held, could int }

func (r *searched) tally(e engineResult, g search.Group) tally {
	var t tally
	for i, q := range r.queries {
		if q.Group != g {
			continue
		}
		v := q.Judge(e.answers[i].Results)
		t.asked++
		t.held += v.Held
		t.could += v.Could
		if v.First {
			t.first++
		}
		if v.Within {
			t.within++
		}
	}
	return t
}

// asked is how many queries a group has, and how many right answers they could all have among the first ten.
func (r *searched) asked(g search.Group) (n, could int) {
	for _, q := range r.queries {
		if q.Group == g {
			n++
			could += q.Judge(nil).Could
		}
	}
	return n, could
}

// ambiguous is how many queries for a name are right for several stories, and how many such queries there are.
func (r *searched) ambiguous() (several, all int) {
	for _, q := range r.queries {
		if !q.Group.ByText() {
			all++
			if len(q.Right) > 1 {
				several++
			}
		}
	}
	return several, all
}

// buildRows are what the search costs a build.
func (r *searched) buildRows() [][]string {
	rows := [][]string{{"", "with search", "without", "more", "processor time with search", "without"}}
	for _, part := range []struct {
		name string
		with builtStep
	}{{"from nothing", coldWith}, {"one text changed", changedWith}} {
		with, without := r.builds[part.with], r.builds[part.with+1]
		rows = append(rows, []string{part.name, seconds(with.Wall), seconds(without.Wall), seconds(with.Wall - without.Wall), seconds(with.CPU), seconds(without.CPU)})
	}
	return rows
}

// barRows say which bars ours takes.
func (r *searched) barRows() [][]string {
	rows := [][]string{{"bar", "measured", ""}}
	add := func(bar, measured string, met bool) {
		verdict := "missed"
		if met {
			verdict = "met"
		}
		rows = append(rows, []string{bar, measured, verdict})
	}
	more := func(with, without builtStep) time.Duration { return r.builds[with].Wall - r.builds[without].Wall }
	add("a build from nothing is at most "+seconds(barCold)+" longer", seconds(more(coldWith, coldWithout)), more(coldWith, coldWithout) <= barCold)
	add("a build after one changed text at most "+seconds(barChanged)+" longer", seconds(more(changedWith, changedWithout)), more(changedWith, changedWithout) <= barChanged)
	for _, e := range r.engines {
		if e.engine == ours {
			r.addOwnBars(e, add)
		}
	}
	return rows
}

func (r *searched) addOwnBars(e engineResult, add func(bar, measured string, met bool)) {
	for _, part := range []struct {
		first bool
		name  string
		bar   float64
	}{{true, "first query", barFirst}, {false, "further query", barFurther}} {
		bytes := e.numbers(part.first, func(a answer) float64 { return float64(a.Search) })
		median, worst := middle(bytes), slices.Max(bytes)
		add(fmt.Sprintf("%s: at most %s, the worst at most %s", part.name, byteCount(int64(part.bar)), byteCount(int64(barWorst*part.bar))),
			byteCount(int64(median))+" / "+byteCount(int64(worst)), median <= part.bar && worst <= barWorst*part.bar)
	}
	program := slices.MaxFunc(e.answers, func(a, b answer) int { return cmp.Compare(a.Program, b.Program) })
	add("programs, with all that any query loads: at most "+byteCount(barProgram), byteCount(program.Program)+" ("+byteCount(program.Unpacked)+" unpacked)", program.Program <= barProgram)
	perThousand := e.index.raw * 1000 / int64(r.stories)
	add("index: at most "+byteCount(barIndex)+" for 1,000 profiles", byteCount(perThousand), perThousand <= barIndex)
	add(fmt.Sprintf("at most one file for %d profiles", barFiles), grouped(e.index.files), e.index.files*barFiles <= r.stories)
	for _, g := range []search.Group{search.Names, search.NamesPlain, search.Stroke, search.StrokePlain} {
		t := r.tally(e, g)
		add(g.String()+": all first", fmt.Sprintf("%d of %d", t.first, t.asked), t.first == t.asked)
	}
	for _, g := range []search.Group{search.Phrases, search.PhrasesPlain} {
		t := r.tally(e, g)
		add(fmt.Sprintf("%s: %.0f of 10 answers hold them", g, barPhrases*10), fmt.Sprintf("%.1f of 10", 10*float64(t.held)/float64(t.could)), float64(t.held) >= barPhrases*float64(t.could))
	}
}

// text is what the terminal gets.
func (r *searched) text() string {
	var b strings.Builder
	for _, rows := range r.tables() {
		b.WriteString("\n")
		w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
		for _, row := range rows {
			fmt.Fprintln(w, strings.Join(row, "\t"))
		}
		w.Flush() // writes to memory, cannot fail
	}
	b.WriteString(r.missed())
	return b.String()
}

// missed lists the queries that ours does not answer as it should and those that cost the most, for who works on it.
func (r *searched) missed() string {
	var b strings.Builder
	for _, e := range r.engines {
		if e.engine != ours {
			continue
		}
		for i, q := range r.queries {
			if v := q.Judge(e.answers[i].Results); !v.First && !q.Group.ByText() || v.Held < v.Could && q.Group.ByText() {
				fmt.Fprintf(&b, "\n%s: %q: %d of %d; answered: %s", q.Group, q.Text, v.Held, v.Could, strings.Join(e.answers[i].Results, " "))
			}
		}
		for _, first := range []bool{true, false} {
			of := slices.DeleteFunc(slices.Clone(e.answers), func(a answer) bool { return a.First != first })
			worst := slices.MaxFunc(of, func(a, b answer) int { return cmp.Compare(a.Search, b.Search) })
			fmt.Fprintf(&b, "\nmost bytes, first query %t: %q, %s in %d requests", first, worst.Query, byteCount(worst.Search), worst.Requests)
		}
	}
	return b.String()
}

func (r *searched) tables() [][][]string {
	return [][][]string{r.rows(), r.barRows(), r.buildRows()}
}

// section is the part of the report for one size.
func (r *searched) section() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s%s\n\n", searchHeads[0], grouped(r.stories), searchHeads[1])
	fmt.Fprintf(&b, "Measured on %s: %s, %d cores, %s (%s), %d queries. ", r.day.Format(time.DateOnly), orUnknown(r.machine.CPU), r.machine.Cores, r.machine.OS, r.machine.Arch, len(r.queries))
	several, all := r.ambiguous()
	fmt.Fprintf(&b, "Of the %d for a name, %d are right for several profiles. Our index is made within the build: its time is by how much the build is longer, the median of %d.\n", all, several, r.rounds)
	for _, rows := range r.tables() {
		b.WriteString("\n")
		writeTable(&b, rows)
	}
	fmt.Fprintf(&b, "\nVersions: %s; %s.\n\nAgain: `make bench-search SIZES=%d SEED=%d`\n", r.oursVersion, r.goVersion, r.stories, r.seed)
	return b.String()
}

// byteCount writes a number of bytes, large and small.
func byteCount(n int64) string {
	switch {
	case n == 0:
		return "0"
	case n < 1_000_000:
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	default:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
}
