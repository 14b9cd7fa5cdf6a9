package advice

import (
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// bytes looks at how a file is stored.
func (a *adviser) bytes(data []byte) {
	whole := diag.Place{File: a.file}
	if kinds := LineEnds(data); len(kinds) > 1 {
		a.say(whole, diag.MixedLineEnds, kinds[0].Name, kinds[1].Name)
	}
	if utf8.Valid(data) {
		if _, n := Compose(data); n > 0 {
			a.say(whole, diag.DecomposedText, strconv.Itoa(n))
		}
	}
}

// LineEnd is a kind of line end and how often a file has it.
type LineEnd struct {
	Name, Bytes string
	Count       int
}

// LineEnds counts the line ends of a file: the kinds that it has, the commonest first; of two that are as common, LF first, then CRLF.
func LineEnds(data []byte) []LineEnd {
	crlf := bytes.Count(data, []byte("\r\n"))
	all := [...]LineEnd{
		{"LF", "\n", bytes.Count(data, []byte{'\n'}) - crlf},
		{"CRLF", "\r\n", crlf},
		{"CR", "\r", bytes.Count(data, []byte{'\r'}) - crlf},
	}
	var found []LineEnd
	for _, kind := range all {
		if kind.Count == 0 {
			continue
		}
		at := len(found)
		for at > 0 && found[at-1].Count < kind.Count {
			at--
		}
		found = append(found[:at], append([]LineEnd{kind}, found[at:]...)...)
	}
	return found
}

// Compose gives a text in its normal form, in which each letter has its marks within it, and how many letters that changes; 0 where it is so already.
func Compose(data []byte) (composed []byte, letters int) {
	composed = viet.NFCBytes(data)
	if bytes.Equal(composed, data) {
		return data, 0
	}
	after := true // a mark
	for _, r := range string(data) {
		mark := unicode.Is(unicode.Mn, r)
		if mark && !after {
			letters++
		}
		after = mark
	}
	return composed, max(1, letters) // a letter may be another sign for the same one
}
