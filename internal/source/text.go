package source

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/viet"
)

// maxProblems is how many characters or paragraphs of one file are told.
const maxProblems = 20

// Text makes a file's bytes the text that is read: without a BOM, lines ending in LF. The problems name what cannot be text; when there is
// an error among them, the text is nil. The text may share the data's memory.
func Text(data []byte, file string) (text []byte, problems []diag.Problem) {
	if utf16(data) {
		return nil, []diag.Problem{diag.At(diag.Place{File: file}, diag.UTF16)}
	}
	text = plainLines(data)
	if clean(text) {
		return text, nil
	}
	problems = strange(file, text)
	if slices.ContainsFunc(problems, isError) {
		return nil, problems
	}
	return text, problems
}

// plainLines takes the BOM off and ends lines in LF.
func plainLines(data []byte) []byte {
	text := bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte{'\n'})
		text = bytes.ReplaceAll(text, []byte{'\r'}, []byte{'\n'})
	}
	return text
}

func isError(p diag.Problem) bool { return p.Severity == diag.Error }

// utf16 knows UTF-16 by its mark or, without one, by every second byte being zero in what should be "---" and a line's end.
func utf16(data []byte) bool {
	if len(data) < 4 {
		return false
	}
	head := string(data[:2])
	return head == "\xff\xfe" || head == "\xfe\xff" ||
		data[0] == 0 && data[1] != 0 && data[2] == 0 && data[3] != 0 ||
		data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0
}

// clean says that there is nothing in the text to look at twice. It runs over every byte of every file: ordinary text goes by quickly, and
// around what is not, some signs go by what strange would find.
func clean(text []byte) bool {
	const around = 64 // bytes
	for i := viet.Ordinary(text); i < len(text); i += viet.Ordinary(text[i:]) {
		for end := min(i+around, len(text)); i < end; {
			r, size := utf8.DecodeRune(text[i:])
			if _, found := look(diag.Place{}, text[i], r, size); found {
				return false
			}
			i += size
		}
	}
	return true
}

// strange tells the characters that cannot be text, at most one a line. Bytes that are not UTF-8 are told once: the whole file is in another
// encoding then.
func strange(file string, text []byte) (problems []diag.Problem) {
	number := 0
	for line := range bytes.Lines(text) {
		number++
		column := 0
		for i := 0; i < len(line); {
			r, size := utf8.DecodeRune(line[i:])
			column++
			place := diag.Place{File: file, Line: number, Column: column}
			if p, found := look(place, line[i], r, size); found {
				problems = append(problems, p)
				break
			}
			i += size
		}
		if n := len(problems); n == maxProblems || n > 0 && problems[n-1].Code == diag.NotUTF8 {
			break
		}
	}
	return problems
}

func look(place diag.Place, b byte, r rune, size int) (diag.Problem, bool) {
	switch {
	case r == utf8.RuneError && size == 1:
		return diag.At(place, diag.NotUTF8, fmt.Sprintf("%02X", b)), true
	case r == utf8.RuneError:
		return diag.At(place, diag.DamagedText), true
	case r < ' ' && r != '\n' && r != '\t', r >= 0x7f && r < 0xa0, r == '\u2028', r == '\u2029':
		return diag.At(place, diag.ControlCharacter, fmt.Sprintf("U+%04X", r)), true
	}
	return diag.Problem{}, false
}

// legacyFront finds values that were typed with a font from before Unicode.
func legacyFront(file string, n keys.Node) []diag.Problem {
	return appendLegacy(nil, file, &n)
}

// appendLegacy takes the node by its address: nodes are large.
func appendLegacy(problems []diag.Problem, file string, n *keys.Node) []diag.Problem {
	if n.Kind == keys.Scalar {
		if font, ok := viet.Legacy(n.Text); ok {
			return append(problems, diag.At(n.Place(file), diag.LegacyFont, excerpt(n.Text), font))
		}
		return problems
	}
	for i := range n.Items {
		problems = appendLegacy(problems, file, &n.Items[i])
	}
	for i := range n.Pairs {
		problems = appendLegacy(problems, file, &n.Pairs[i].Value)
	}
	return problems
}

// legacyBody finds the first line of each paragraph of a body that was typed with such a font. In a body, where other languages may be
// quoted, it does not stop the build.
func legacyBody(file string, body []byte, first int) (problems []diag.Problem) {
	if !viet.MayBeLegacy(body) {
		return nil
	}
	number, told := first-1, false
	for line := range strings.Lines(string(body)) {
		number++
		if strings.TrimSpace(line) == "" {
			told = false
			continue
		}
		if told {
			continue
		}
		if font, ok := viet.Legacy(line); ok {
			told = true
			place := diag.Place{File: file, Line: number, Column: 1 + len(line) - len(strings.TrimLeft(line, " \t"))}
			if problems = append(problems, diag.At(place, diag.LegacyFont, excerpt(line), font).Softer()); len(problems) == maxProblems {
				break
			}
		}
	}
	return problems
}

// excerpt is the beginning of a text, fit for a message.
func excerpt(s string) string { return viet.FirstWords(strings.Join(strings.Fields(s), " "), 8) }
