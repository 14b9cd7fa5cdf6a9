package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"guongsang/bench/measure"
)

// figures are what the table of a section says.
type figures struct {
	stories int
	costs   [steps]measure.Cost
	// faster is how many times as fast as Hugo a build from nothing is, slower how many times as long as a copy it takes; as they are written.
	faster, slower string
}

// readFigures reads the first table of a section. What is not in it is zero.
func readFigures(stories int, section string) figures {
	f := figures{stories: stories}
	section, _, _ = strings.Cut(section, "\n### ")
	for line := range strings.SplitSeq(section, "\n") {
		cells := strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "| "), " |"), " | ")
		if len(cells) < 5 {
			continue
		}
		for s := range steps {
			if cells[0] == rowName(s) {
				f.costs[s] = measure.Cost{Wall: readSeconds(cells[1]), CPU: readSeconds(cells[2]), Peak: readSize(cells[3])}
			}
		}
		if cells[0] == rowName(cold) {
			f.slower = cells[len(cells)-1]
			if len(cells) > 5 { // else Hugo was not measured
				f.faster = cells[4]
			}
		}
	}
	return f
}

// readSeconds reads what the function seconds wrote; 0 if it is nothing of the sort.
func readSeconds(cell string) time.Duration {
	d, err := time.ParseDuration(strings.ReplaceAll(cell, " ", ""))
	if err != nil {
		return 0
	}
	return d
}

// readSize reads what the function size wrote; 0 if it is nothing of the sort.
func readSize(cell string) int64 {
	number, unit, _ := strings.Cut(cell, " ")
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0
	}
	if unit == "GB" {
		n *= 1000
	}
	return int64(n * 1e6)
}

// The aims.
const (
	aimHugo   = 8.0  // Hugo's time is at least so many times ours
	aimCopy   = 7.0  // our time is at most so many times that of a plain copy
	aimGrowth = 0.25 // what a story costs grows at most by this part, from the smallest size to the largest
)

// aimRows are the aims, with a column for each size.
func aimRows(all []figures) [][]string {
	heading := []string{"aim"}
	rows := [][]string{
		{fmt.Sprintf("a build from nothing is %g times as fast as Hugo's", aimHugo)},
		{fmt.Sprintf("it takes at most %g times as long as `cp -r` of its output", aimCopy)},
		{fmt.Sprintf("wall time a story is at most %g %% more than at the smallest size", aimGrowth*100)},
		{"so is processor time a story"},
	}
	for _, f := range all {
		heading = append(heading, grouped(f.stories)+" stories")
		rows[0] = append(rows[0], verdict(f.faster, func(n float64) bool { return n >= aimHugo }))
		rows[1] = append(rows[1], verdict(f.slower, func(n float64) bool { return n <= aimCopy }))
		for i, cost := range []func(measure.Cost) time.Duration{
			func(c measure.Cost) time.Duration { return c.Wall }, func(c measure.Cost) time.Duration { return c.CPU },
		} {
			grown := ""
			if small := all[0]; f.stories != small.stories && cost(small.costs[cold]) > 0 {
				before, now := perStory(cost(small.costs[cold]), small.stories), perStory(cost(f.costs[cold]), f.stories)
				grown = fmt.Sprintf("%+.0f %%", (float64(now)/float64(before)-1)*100)
			}
			rows[2+i] = append(rows[2+i], verdict(grown, func(n float64) bool { return n <= aimGrowth*100 }))
		}
	}
	return append([][]string{heading}, rows...)
}

// verdict says whether a measure, as it is written, meets an aim; nothing where it is not known.
func verdict(measured string, meets func(float64) bool) string {
	n, err := strconv.ParseFloat(strings.TrimSuffix(measured, " %"), 64)
	switch {
	case err != nil:
		return ""
	case meets(n):
		return measured + ", met"
	}
	return measured + ", missed"
}

func perStory(d time.Duration, stories int) time.Duration { return d / time.Duration(stories) }

// storyRows are what one story costs, with a row for each size.
func storyRows(all []figures) [][]string {
	shown := []step{cold, unchanged, hugoFull}
	heading := []string{"stories"}
	for _, s := range shown {
		heading = append(heading, rowName(s)+": wall", "processor", "memory")
	}
	rows := [][]string{heading}
	for _, f := range all {
		row := []string{grouped(f.stories)}
		for _, s := range shown {
			row = append(row, micro(perStory(f.costs[s].Wall, f.stories)), micro(perStory(f.costs[s].CPU, f.stories)), kilobytes(f.costs[s].Peak/int64(f.stories)))
		}
		rows = append(rows, row)
	}
	return rows
}

func micro(d time.Duration) string {
	if d == 0 {
		return "" // not known
	}
	return fmt.Sprintf("%d µs", d.Microseconds())
}

func kilobytes(n int64) string {
	if n == 0 {
		return "" // not known
	}
	return fmt.Sprintf("%.1f kB", float64(n)/1e3)
}
