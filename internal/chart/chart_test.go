package chart_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"guongsang/internal/chart"
)

func TestBars(t *testing.T) {
	svg := chart.Bars(`Theo "năm" & lĩnh vực`, []chart.Bar{
		{Label: "Giáo dục <đào tạo>", Value: 200, Text: "200"},
		{Label: "Y tế", Value: 100, Text: "100"},
		{Label: "Rất ít", Value: 1, Text: "1"},
		{Label: "Không có", Value: 0, Text: "0"},
	})
	d := xml.NewDecoder(strings.NewReader(svg))
	var widths []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "rect" {
			a := map[string]string{}
			for _, x := range e.Attr {
				a[x.Name.Local] = x.Value
			}
			if a["class"] == "bar" {
				widths = append(widths, a["width"])
			}
		}
	}
	if got := strings.Join(widths, " "); got != "304 152 2" {
		t.Errorf("bars are %s wide, want the largest full, the half half, the least still seen and none for nothing", got)
	}
	if chart.Bars("x", nil) != "" {
		t.Error("no rows must draw nothing")
	}
}
