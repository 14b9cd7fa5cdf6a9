package main

import (
	"fmt"
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
	ram     bool // the files were kept in memory
	medians [steps]measure.Cost
}

// rows are the lines of the table, with a heading. Where Hugo was not measured, nothing is compared with it.
func (r *result) rows() [][]string {
	heading := []string{"", "wall", "processor time", "peak memory"}
	if r.takes(hugoFull) {
		heading = append(heading, "Hugo's wall ÷ this", "Hugo's processor ÷ this", "Hugo's memory ÷ this")
	}
	rows := [][]string{append(heading, "wall ÷ cp -r")}
	hugo, floor := r.medians[hugoFull], r.medians[copied]
	for s := range steps {
		if len(r.costs[s]) == 0 {
			continue
		}
		m := r.medians[s]
		if s == copied {
			m.Peak = 0 // cp itself needs less than the operating system's figure can tell, see package measure
		}
		row := []string{rowName(s), seconds(m.Wall), seconds(m.CPU), size(m.Peak)}
		if r.takes(hugoFull) {
			row = append(row, ratio(float64(hugo.Wall), float64(m.Wall)), ratio(float64(hugo.CPU), float64(m.CPU)), ratio(float64(hugo.Peak), float64(m.Peak)))
		}
		rows = append(rows, append(row, ratio(float64(m.Wall), float64(floor.Wall))))
	}
	return rows
}

// rowName is what the line of a step is called.
func rowName(s step) string {
	if s < hugoFull {
		return "Gương Sáng, " + stepNames[s]
	}
	return stepNames[s]
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
	fmt.Fprintf(&b, "\n%s stories, %s\n\n", grouped(r.stories), r.how())
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, row := range r.rows() {
		fmt.Fprintln(w, strings.Join(row, "\t")+"\t")
	}
	w.Flush() // writes to memory, cannot fail
	fmt.Fprintf(&b, "\n%s\n", strings.Join(r.outputs(), "\n"))
	return b.String()
}

// how says how often and where was measured.
func (r *result) how() string {
	text := "one round"
	if r.rounds > 1 {
		text = fmt.Sprintf("medians of %d interleaved rounds", r.rounds)
	}
	if r.takes(hugoFull) && r.hugoRounds < r.rounds {
		text += fmt.Sprintf(" (Hugo: %d)", r.hugoRounds)
	}
	if r.ram {
		return text + ", all files on a RAM file system"
	}
	return text + ", all files on a disk"
}

// outputs says what the builds from nothing leave.
func (r *result) outputs() []string {
	lines := []string{fmt.Sprintf("Gương Sáng's output: %s files, %s.", grouped(r.oursTree.Files), size(r.oursTree.Bytes))}
	if r.takes(hugoFull) {
		lines = append(lines, fmt.Sprintf("Hugo's output: %s files, %s.", grouped(r.hugoTree.Files), size(r.hugoTree.Bytes)))
	}
	return lines
}

// section is the part of the report for one size: what was measured in the chief folder, and after it what on the disk.
func section(parts []*result) string {
	r := parts[0]
	var b strings.Builder
	fmt.Fprintf(&b, "## %s stories\n\n", grouped(r.stories))
	fmt.Fprintf(&b, "Measured on %s: %s, %d cores, %s of memory, %s (%s); %s.\n\n", r.day.Format(time.DateOnly),
		orUnknown(r.machine.CPU), r.machine.Cores, size(r.machine.Memory), r.machine.OS, r.machine.Arch, r.how())
	writeTable(&b, r.rows())
	fmt.Fprintf(&b, "\n%s\n\n", strings.Join(r.outputs(), " "))
	for _, part := range parts[1:] {
		fmt.Fprintf(&b, "### %s stories on a disk\n\nDisks are noisy, and this is %s: take it for the order of magnitude only.\n\n", grouped(part.stories), part.how())
		writeTable(&b, part.rows())
		b.WriteString("\n")
	}
	b.WriteString(r.versions())
	return b.String()
}

// versions says what took part, and how to have it again.
func (r *result) versions() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Versions: %s; %s", r.oursVersion, r.goVersion)
	if r.takes(hugoFull) {
		fmt.Fprintf(&b, "; %s", r.hugoVersion)
		if r.minify {
			b.WriteString(" with `--minify`")
		}
	}
	b.WriteString(".\n\nAgain: `")
	if r.takes(hugoFull) {
		b.WriteString("HUGO=… ")
	}
	fmt.Fprintf(&b, "go run ./bench run --stories %d --runs %d --seed %d", r.stories, r.rounds, r.seed)
	if r.takes(hugoFull) && r.hugoRounds < r.rounds {
		fmt.Fprintf(&b, " --hugo-runs %d", r.hugoRounds)
	}
	if !r.minify {
		b.WriteString(" --minify=false")
	}
	b.WriteString("`\n")
	return b.String()
}

// writeTable writes rows as Markdown; the first is the heading.
func writeTable(b *strings.Builder, rows [][]string) {
	for i, row := range rows {
		fmt.Fprintf(b, "| %s |\n", strings.Join(row, " | "))
		if i == 0 {
			b.WriteString("| --- |" + strings.Repeat(" ---: |", len(row)-1) + "\n")
		}
	}
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

// seconds writes a duration for a table.
func seconds(d time.Duration) string {
	switch {
	case d < time.Second:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	case d < 100*time.Second:
		return fmt.Sprintf("%.2f s", d.Seconds())
	default:
		return fmt.Sprintf("%.0f s", d.Seconds())
	}
}

// size writes a number of bytes for a table.
func size(n int64) string {
	switch {
	case n == 0:
		return "" // not known
	case n < 1_000_000_000:
		return fmt.Sprintf("%.0f MB", float64(n)/1e6)
	default:
		return fmt.Sprintf("%.2f GB", float64(n)/1e9)
	}
}
