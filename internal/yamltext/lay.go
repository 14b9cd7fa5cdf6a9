package yamltext

import (
	"bytes"
	"strings"

	"guongsang/internal/viet"
)

// Lay writes a text, whose lines end in LF, over a file's bytes line by line: lines that are the same, in whichever normal form of Unicode, keep
// their bytes and their ends; new ones are written in NFC and end as most of the old ones do. A BOM stays. What comes out is never nil: an empty text
// is a file too.
func Lay(old []byte, text string) []byte {
	rest, mark := bytes.CutPrefix(old, []byte("\ufeff"))
	was, ends := splitLines(string(rest))
	now := strings.Split(text, "\n")
	from := matchLines(was, now)
	usual := usualEnd(ends)
	out := make([]byte, 0, len(old)+len(text))
	if mark {
		out = append(out, "\ufeff"...)
	}
	for j, line := range now {
		end := usual
		if i := from[j]; i >= 0 {
			line = was[i]
			if ends[i] != "" {
				end = ends[i]
			}
		} else {
			line = viet.NFC(line)
		}
		out = append(out, line...)
		if j < len(now)-1 {
			out = append(out, end...)
		}
	}
	return out
}

// splitLines parts a text into its lines and what each ends in: LF, CRLF, CR, and nothing at the end of the text.
func splitLines(text string) (lines, ends []string) {
	for {
		i := strings.IndexAny(text, "\r\n")
		if i < 0 {
			return append(lines, text), append(ends, "")
		}
		end := text[i : i+1]
		if strings.HasPrefix(text[i:], "\r\n") {
			end = "\r\n"
		}
		lines, ends = append(lines, text[:i]), append(ends, end)
		text = text[i+len(end):]
	}
}

// usualEnd is the end that most lines have, LF of a text without lines.
func usualEnd(ends []string) string {
	count := map[string]int{}
	usual := "\n"
	for _, end := range ends[:len(ends)-1] {
		if count[end]++; count[end] > count[usual] {
			usual = end
		}
	}
	return usual
}

// matchLines finds for each line the old one that it is, or -1.
func matchLines(old, now []string) []int {
	oldForms, newForms := forms(old), forms(now)
	equal := func(i, j int) bool { return oldForms[i] == newForms[j] }
	weight := func(i, j int) int {
		if equal(i, j) {
			return 1
		}
		return 0
	}
	return match(len(old), len(now), weight, equal)
}

// forms are the lines in NFC.
func forms(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = viet.NFC(line)
	}
	return out
}
