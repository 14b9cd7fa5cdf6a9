package main

import (
	_ "embed"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

//go:embed head.md
var head string

// costs is written by hand, after a look at profiles.
//
//go:embed costs.md
var costs string

// searchHead says how the search is measured.
//
//go:embed search.md
var searchHead string

// report is what was measured: the section of each size, and the one of each size of the search.
type report struct{ sizes, searches map[int]string }

// The beginning of a section's heading and its end; between them stands the number of stories.
var sectionHeads, searchHeads = [2]string{"## ", " stories"}, [2]string{"### ", " profiles"}

// changeReport lets a section be put into the report. The other sections stay; what is said of all sizes together is made anew from the tables of the
// sections.
func changeReport(file string, change func(report)) error {
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	r := readReport(string(old))
	change(r)
	return os.WriteFile(file, []byte(r.document()), 0o644)
}

// writeSection puts the section of a size into the report.
func writeSection(file string, stories int, text string) error {
	return changeReport(file, func(r report) { r.sizes[stories] = text })
}

// writeSearch puts what was measured of the search into the report.
func writeSearch(file string, stories int, text string) error {
	return changeReport(file, func(r report) { r.searches[stories] = text })
}

// readReport takes the sections out of a report.
func readReport(text string) report {
	r := report{sizes: readSections(text, sectionHeads), searches: map[int]string{}}
	if _, searches, ok := strings.Cut(text, "\n"+firstLine(searchHead)); ok {
		searches, _, _ = strings.Cut(searches, "\n## ")
		r.searches = readSections(searches, searchHeads)
	}
	return r
}

// readSections takes the sections out whose headings have a number of stories in them.
func readSections(text string, heading [2]string) map[int]string {
	sections := map[int]string{}
	for _, part := range strings.Split(text, "\n"+heading[0])[1:] {
		number, rest, _ := strings.Cut(part, " ")
		n, err := strconv.Atoi(strings.ReplaceAll(number, ",", ""))
		if err == nil && strings.HasPrefix(" "+rest, heading[1]+"\n") {
			sections[n] = heading[0] + strings.TrimRight(part, "\n") + "\n"
		}
	}
	return sections
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// document is the whole report.
func (r report) document() string {
	sizes := slices.Sorted(maps.Keys(r.sizes))
	all := make([]figures, len(sizes))
	for i, n := range sizes {
		all[i] = readFigures(n, r.sizes[n])
	}
	var b strings.Builder
	b.WriteString(head)
	b.WriteString("\n## Against the aims\n\n")
	writeTable(&b, aimRows(all))
	b.WriteString("\n## What a story costs\n\n")
	writeTable(&b, storyRows(all))
	for _, n := range sizes {
		b.WriteString("\n" + r.sizes[n])
	}
	if len(r.searches) > 0 {
		b.WriteString("\n" + searchHead)
	}
	for _, n := range slices.Sorted(maps.Keys(r.searches)) {
		b.WriteString("\n" + r.searches[n])
	}
	b.WriteString("\n" + costs)
	return b.String()
}
