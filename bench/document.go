package main

import (
	_ "embed"
	"errors"
	"io/fs"
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

// writeSection puts the section of a size into the report. The sections of other sizes stay; what is said of all sizes together is made anew from the
// tables of the sections.
func writeSection(file string, stories int, text string) error {
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	sections := readSections(string(old))
	sections[stories] = text
	return os.WriteFile(file, []byte(document(sections)), 0o644)
}

// readSections takes the sections of the sizes out of a report.
func readSections(report string) map[int]string {
	sections := map[int]string{}
	for _, part := range strings.Split(report, "\n## ")[1:] {
		number, rest, _ := strings.Cut(part, " ")
		n, err := strconv.Atoi(strings.ReplaceAll(number, ",", ""))
		if err == nil && strings.HasPrefix(rest, "stories\n") {
			sections[n] = "## " + strings.TrimRight(part, "\n") + "\n"
		}
	}
	return sections
}

// document is the whole report.
func document(sections map[int]string) string {
	sizes := make([]int, 0, len(sections))
	for n := range sections {
		sizes = append(sizes, n)
	}
	slices.Sort(sizes)
	all := make([]figures, len(sizes))
	for i, n := range sizes {
		all[i] = readFigures(n, sections[n])
	}
	var b strings.Builder
	b.WriteString(head)
	b.WriteString("\n## Against the aims\n\n")
	writeTable(&b, aimRows(all))
	b.WriteString("\n## What a story costs\n\n")
	writeTable(&b, storyRows(all))
	for _, n := range sizes {
		b.WriteString("\n" + sections[n])
	}
	b.WriteString("\n" + costs)
	return b.String()
}
