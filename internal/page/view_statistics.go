package page

import "html/template"

// Statistics is the view of "statistics.html".
type Statistics struct {
	Frame
	Lead   string
	Totals []Total
	Charts []Chart
}

// Total is one number with what it counts.
type Total struct {
	Number, Text string
}

// Chart is a picture of numbers with the table that says the same.
type Chart struct {
	ID, Heading string
	// SVG is the finished drawing.
	SVG template.HTML
	// Head is the head of the table; Rows have a link or a text and a number.
	Head [2]string
	Rows []ChartRow
	// Note says what is not shown ("và 12 đơn vị khác"); may be empty.
	Note string
}

// ChartRow is a row of a chart's table. Part is the length of its bar in percent of the longest.
type ChartRow struct {
	CountLink
	Part int
}
