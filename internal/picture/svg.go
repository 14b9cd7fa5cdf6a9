package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"
)

// looksLikeSVG tells an SVG by its beginning: white space, an XML declaration, comments, then <svg.
func looksLikeSVG(data []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(head, []byte("<")) && bytes.Contains(data[:min(len(data), 4096)], []byte("<svg"))
}

// svgSize reads the size of the root element: width and height in pixels, else the view box.
func svgSize(data []byte) (width, height int, err error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.Token()
		if err != nil {
			return 0, 0, ErrDamaged
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local != "svg" {
			return 0, 0, ErrFormat
		}
		attributes := map[string]string{}
		for _, a := range start.Attr {
			attributes[a.Name.Local] = a.Value
		}
		width, height = pixels(attributes["width"]), pixels(attributes["height"])
		if box := strings.FieldsFunc(attributes["viewBox"], func(r rune) bool { return r == ' ' || r == ',' }); len(box) == 4 {
			if width == 0 || height == 0 {
				width, height = pixels(box[2]), pixels(box[3])
			}
		}
		return width, height, nil
	}
}

// pixels reads a length in pixels, 0 for every other one.
func pixels(s string) int {
	f, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
	if err != nil || f <= 0 || f > 1e5 || math.IsNaN(f) {
		return 0
	}
	return int(math.Round(f))
}
