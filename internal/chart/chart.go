// Package chart draws numbers as SVG. It knows bars and no people.
//
// A drawing is made for a column of about 360 CSS pixels and scales with the page. It takes its colours from the page: text is drawn in
// the current colour, bars have the class "bar" and their ground the class "ground". A drawing is deterministic: the same rows give the same
// bytes.
package chart

import (
	"html"
	"strconv"
	"strings"
)

// Bar is one row. Text is the finished number that stands at its end.
type Bar struct {
	Label string
	Value int
	Text  string
}

const (
	width     = 360
	rowHeight = 40
	barHeight = 12
	labelSize = 13
	// textWidth is kept free at the end of a row for its number.
	textWidth = 56
)

// Bars draws rows as horizontal bars, each with its label above it, so that long labels need no column of their own. label says what the
// drawing shows, for those who do not see it. Negative values are drawn as 0. Without rows the drawing is empty.
func Bars(label string, rows []Bar) string {
	if len(rows) == 0 {
		return ""
	}
	largest := 1
	for _, r := range rows {
		largest = max(largest, r.Value)
	}
	height := rowHeight * len(rows)
	var b strings.Builder
	b.WriteString(`<svg class="chart" role="img" viewBox="0 0 ` + strconv.Itoa(width) + ` ` + strconv.Itoa(height) + `" aria-label="` + html.EscapeString(label) + `">`)
	for i, r := range rows {
		top := i * rowHeight
		full := width - textWidth
		length := max(r.Value, 0) * full / largest
		if r.Value > 0 {
			length = max(length, 2) // what is not nothing is seen
		}
		text := func(x, y int, anchor, s string) {
			b.WriteString(`<text x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y) + `" font-size="` + strconv.Itoa(labelSize) + `" fill="currentColor"` + anchor + `>` + html.EscapeString(s) + `</text>`)
		}
		rect := func(class string, w int) {
			b.WriteString(`<rect class="` + class + `" x="0" y="` + strconv.Itoa(top+20) + `" width="` + strconv.Itoa(w) + `" height="` + strconv.Itoa(barHeight) + `"/>`)
		}
		text(0, top+14, "", r.Label)
		rect("ground", full)
		if length > 0 {
			rect("bar", length)
		}
		text(width, top+31, ` text-anchor="end" font-weight="700"`, r.Text)
	}
	b.WriteString(`</svg>`)
	return b.String()
}
