package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"guongsang/bench/measure"
)

// result is what the rounds of one size gave.
type result struct {
	*bench
	machine measure.Machine
	medians [steps]measure.Cost
}

// rows are the lines of the table, with a heading.
func (r *result) rows() [][]string {
	rows := [][]string{{"", "wall", "processor time", "peak memory", "Hugo's wall ÷ this", "Hugo's processor ÷ this", "Hugo's memory ÷ this", "wall ÷ cp -r"}}
	hugo, floor := r.medians[hugoFull], r.medians[copied]
	for s := range steps {
		if len(r.costs[s]) == 0 {
			continue
		}
		m := r.medians[s]
		if s == copied {
			m.Peak = 0 // cp itself needs less than the operating system's figure can tell, see package measure
		}
		name := stepNames[s]
		if s < hugoFull {
			name = "Gương Sáng, " + name
		}
		rows = append(rows, []string{
			name, seconds(m.Wall), seconds(m.CPU), size(m.Peak),
			ratio(float64(hugo.Wall), float64(m.Wall)), ratio(float64(hugo.CPU), float64(m.CPU)), ratio(float64(hugo.Peak), float64(m.Peak)),
			ratio(float64(m.Wall), float64(floor.Wall)),
		})
	}
	return rows
}

func ratio(a, b float64) string {
	switch q := a / b; {
	case a == 0 || b == 0:
		return ""
	case q < 10:
		return strconv.FormatFloat(q, 'f', 2, 64)
	default:
		return strconv.FormatFloat(q, 'f', 0, 64)
	}
}

// text is the table for the terminal.
func (r *result) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s stories, medians of %d rounds\n\n", grouped(r.stories), r.rounds)
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, row := range r.rows() {
		fmt.Fprintln(w, strings.Join(row, "\t")+"\t")
	}
	w.Flush() // writes to memory, cannot fail
	fmt.Fprintf(&b, "\n%s\n", strings.Join(r.outputs(), "\n"))
	return b.String()
}

// outputs says what the builds from nothing leave.
func (r *result) outputs() []string {
	lines := []string{fmt.Sprintf("Gương Sáng's output: %s files, %s.", grouped(r.oursTree.Files), size(r.oursTree.Bytes))}
	if r.hugo != "" {
		lines = append(lines, fmt.Sprintf("Hugo's output: %s files, %s.", grouped(r.hugoTree.Files), size(r.hugoTree.Bytes)))
	}
	return lines
}

// section is the part of the report for this size.
func (r *result) section() string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s stories\n\n", grouped(r.stories))
	fmt.Fprintf(&b, "Measured on %s: %s, %d cores, %s of memory, %s (%s); medians of %d interleaved rounds, all files on ",
		r.day.Format(time.DateOnly), orUnknown(r.machine.CPU), r.machine.Cores, size(r.machine.Memory), r.machine.OS, r.machine.Arch, r.rounds)
	if strings.HasPrefix(r.dir, "/dev/shm/") {
		b.WriteString("a RAM file system.\n\n")
	} else {
		b.WriteString("the disk.\n\n")
	}
	for i, row := range r.rows() {
		fmt.Fprintf(&b, "| %s |\n", strings.Join(row, " | "))
		if i == 0 {
			b.WriteString("| --- |" + strings.Repeat(" ---: |", len(row)-1) + "\n")
		}
	}
	fmt.Fprintf(&b, "\n%s\n\n", strings.Join(r.outputs(), " "))
	fmt.Fprintf(&b, "Versions: %s; %s", r.oursVersion, r.goVersion)
	if r.hugo != "" {
		fmt.Fprintf(&b, "; %s", r.hugoVersion)
		if r.minify {
			b.WriteString(" with `--minify`")
		}
	}
	b.WriteString(".\n\nAgain: `")
	if r.hugo != "" {
		b.WriteString("HUGO=… ")
	}
	fmt.Fprintf(&b, "go run ./bench run --stories %d --runs %d --seed %d", r.stories, r.rounds, r.seed)
	if !r.minify {
		b.WriteString(" --minify=false")
	}
	b.WriteString("`\n")
	return b.String()
}

const reportHead = `# How fast it is

Written by ` + "`go run ./bench run`" + `; a section for each size, written anew whenever that size is measured. The stories are made by
` + "`bench/corpus`" + `: about 600 words each with headings, a quotation, a list, a table and links to other stories. Each figure is a median by
itself. Processor time is that of all cores, for the program and for the system on its behalf.

*From nothing* is without a cache into an empty folder. The other lines follow on it: a build without any change, then after one edit
each. The template is that of the story page, so every story page is written again. Hugo builds the same stories with the layouts in
` + "`bench/hugo`" + `, and always as a whole: it keeps no output from one run to the next (its preview server does, in memory, which is another
thing). Our output holds what Hugo's lacks, the pages of names and statistics among it. ` + "`cp -r`" + ` copies our output,
which is about the least that writing so many files can cost.

A run fails unless both sides have the same number of story pages with the same headings and the same number of feeds, and unless the
incremental output is, byte for byte, that of a build from nothing.
`

// write puts the section into the report. The sections of other sizes stay; all are sorted by size.
func (r *result) write(file string) error {
	sections := map[int]string{}
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, part := range strings.Split(string(old), "\n## ")[1:] {
		number, _, _ := strings.Cut(part, " ")
		if n, err := strconv.Atoi(strings.ReplaceAll(number, ",", "")); err == nil {
			sections[n] = "## " + strings.TrimRight(part, "\n") + "\n"
		}
	}
	sections[r.stories] = r.section()
	sizes := make([]int, 0, len(sections))
	for n := range sections {
		sizes = append(sizes, n)
	}
	slices.Sort(sizes)
	var b strings.Builder
	b.WriteString(reportHead)
	for _, n := range sizes {
		b.WriteString("\n" + sections[n])
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}

// grouped writes a number with commas, as English does.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

func orUnknown(s string) string {
	if s == "" {
		return "unknown processor"
	}
	return s
}
