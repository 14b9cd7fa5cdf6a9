package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/adrg/frontmatter"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
)

// front is what stands at the head of a file.
type front struct {
	format Format
	place  diag.Place // of the opening line, or of the {
	block  diag.Place // of the block's first character
	text   []byte     // the block, without its fences
	body   int        // offset of the body in the file's text
}

// fences are the lines around front matter, by Format.
var fences = [...]string{YAML: "---", TOML: "+++"}

// cut parts the front matter from the body. Its opening must be the first line that is not blank.
//
// The fences of YAML and TOML are found by adrg/frontmatter, but for the plainest (see locateFirst). It says nothing when the closing one is missing, and it takes an indented --- for
// it, which may well stand in a text of several lines; both are looked after here. It also wants { and } of JSON alone on their
// lines; the end of a JSON object is found by its brackets instead.
func cut(file string, text []byte) (front, *diag.Problem) {
	start, number := 0, 1
	for start < len(text) {
		line, rest, found := bytes.Cut(text[start:], []byte{'\n'})
		if len(bytes.TrimSpace(line)) > 0 {
			break
		}
		if !found {
			start = len(text)
			break
		}
		start, number = len(text)-len(rest), number+1
	}
	place := diag.Place{File: file, Line: number, Column: 1}
	if start == len(text) {
		return front{}, problem(diag.At(diag.Place{File: file}, diag.EmptyFile))
	}
	line, _, _ := bytes.Cut(text[start:], []byte{'\n'})
	switch opening := string(bytes.TrimSpace(line)); {
	case opening == fences[YAML]:
		return fenced(text, YAML, start+len(line), place)
	case opening == fences[TOML]:
		return fenced(text, TOML, start+len(line), place)
	case strings.HasPrefix(opening, "{"):
		return braced(text, start, place)
	}
	return front{}, problem(diag.At(place, diag.NoFrontMatter))
}

func problem(p diag.Problem) *diag.Problem { return &p }

// fenced cuts front matter whose opening line ends at an offset.
func fenced(text []byte, format Format, opened int, place diag.Place) (front, *diag.Problem) {
	fence := fences[format]
	length, body := locateFirst(text, opened, fence)
	if body < 0 {
		length, body = locate(text, fence)
	}
	if body > 0 && indented(text[:body], fence) {
		length, body = locate(maskIndented(text, opened, fence), fence)
	}
	if body < 0 {
		return front{}, problem(diag.At(place, diag.UnclosedFront, fence, fence))
	}
	first := min(opened+1, len(text))
	below := diag.Place{File: place.File, Line: place.Line + 1, Column: 1}
	return front{format: format, place: place, block: below, text: text[first : first+length], body: body}, nil
}

// locateFirst gives what locate does where that can be seen at once, as in nearly all files: the first fence that there is below the opening
// line, which ends at an offset, is a line of its own without a blank. It gives -1 for all others.
func locateFirst(text []byte, opened int, fence string) (length, body int) {
	below := text[min(opened+1, len(text)):]
	at := bytes.Index(below, []byte(fence))
	end := at + len(fence)
	if at < 0 || at > 0 && below[at-1] != '\n' || end == len(below) || below[end] != '\n' {
		return 0, -1
	}
	return at, len(text) - len(below) + end + 1
}

// locate gives the length of the block between two fences and the offset behind the second; -1 where there is none. The library
// copies all that it is given, so it is given the text up to the last line that can be the second fence.
func locate(text []byte, fence string) (length, body int) {
	text = text[:lastFence(text, fence)]
	found := false
	keep := func(block []byte, _ any) error {
		found, length = true, len(block)
		return nil
	}
	rest, err := frontmatter.Parse(bytes.NewReader(text), nil, frontmatter.NewFormat(fence, fence, keep))
	if err != nil || !found {
		return 0, -1
	}
	return length, len(text) - len(rest)
}

// lastFence gives the offset behind the last line of a text that has nothing but the fence in it.
func lastFence(text []byte, fence string) int {
	for end := len(text); end > 0; {
		at := bytes.LastIndex(text[:end], []byte(fence))
		if at < 0 {
			break
		}
		start := bytes.LastIndexByte(text[:at], '\n') + 1
		line, _, found := bytes.Cut(text[start:], []byte{'\n'})
		if string(bytes.TrimSpace(line)) == fence {
			if found {
				return start + len(line) + 1
			}
			return len(text)
		}
		end = at
	}
	return 0
}

// indented says whether the fence that is the last line of head does not begin at the margin.
func indented(head []byte, fence string) bool {
	head = bytes.TrimSuffix(head, []byte{'\n'})
	last := head[bytes.LastIndexByte(head, '\n')+1:]
	return !bytes.HasPrefix(last, []byte(fence))
}

// maskIndented gives a text of the same length in which no indented line below the opening one is a fence.
func maskIndented(text []byte, from int, fence string) []byte {
	masked := bytes.Clone(text)
	for start := from + 1; start < len(masked); {
		line, _, _ := bytes.Cut(masked[start:], []byte{'\n'})
		if len(line) > len(fence) && line[0] != fence[0] && string(bytes.TrimSpace(line)) == fence {
			line[0] = '#'
		}
		start += len(line) + 1
	}
	return masked
}

// braced cuts a JSON object from its opening bracket to its closing one.
func braced(text []byte, start int, place diag.Place) (front, *diag.Problem) {
	start += bytes.IndexByte(text[start:], '{')
	place.Column = start - bytes.LastIndexByte(text[:start], '\n')
	depth, quoted := 0, false
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{':
			depth++
		case c == '}':
			depth--
			if depth == 0 {
				return behind(text, front{format: JSON, place: place, block: place, text: text[start : i+1], body: i + 1})
			}
		}
	}
	return front{}, problem(diag.At(place, diag.UnclosedFront, "{", "}"))
}

// behind moves the body's beginning from the closing bracket to the next line. There must be nothing between.
func behind(text []byte, f front) (front, *diag.Problem) {
	line, _, found := bytes.Cut(text[f.body:], []byte{'\n'})
	if junk := bytes.TrimSpace(line); len(junk) > 0 {
		at := diag.Place{
			File:   f.place.File,
			Line:   f.place.Line + bytes.Count(f.text, []byte{'\n'}),
			Column: 1 + utf8.RuneCount(text[bytes.LastIndexByte(text[:f.body], '\n')+1:f.body+bytes.Index(line, junk)]),
		}
		return front{}, problem(diag.At(at, diag.FrontSyntax, "JSON", excerpt(string(junk))))
	}
	f.body += len(line)
	if found {
		f.body++
	}
	return f, nil
}

// parse reads the block.
func (f front) parse() (keys.Node, []diag.Problem) {
	switch f.format {
	case TOML:
		return keys.ParseTOML(f.text, f.block)
	case JSON:
		return keys.ParseJSON(f.text, f.block)
	default:
		return keys.ParseYAML(f.text, f.block)
	}
}
