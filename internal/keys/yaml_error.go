package keys

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"guongsang/internal/diag"
)

// The library says where its grammar broke, which is seldom where the author went wrong, and says it in the words of the
// grammar. Here its error, together with the author's own line, becomes one of our messages. The library's texts are those of the
// pinned version; one that is not known here becomes the general message, never a wrong one. A test holds each of them.

// yamlError is an error of the library with what is needed to understand it.
type yamlError struct {
	block []byte
	at    diag.Place
	err   *yaml.LoadError
}

func (e yamlError) problem() diag.Problem {
	if e.is("multiple", "<document start>", "<document end>", "document-end marker", "unexpected document indicator") {
		if p, ok := e.broken(); ok {
			return p
		}
	}
	if last := e.lastLine(); e.err.Mark.Line > last {
		// The end of the block is no place to look at; the end of its last line is.
		e.err.Mark.Line, e.err.Mark.Column = last, utf8.RuneCountInString(e.line(last))+1
	}
	mark, from := e.err.Mark, e.err.ContextMark
	before, after := cutLine(e.line(mark.Line), mark.Column)
	switch {
	case strings.HasPrefix(after, "\t") && strings.TrimSpace(before) == "", e.is("tab character", "tabs", "mixed spaces"):
		return e.say(mark.Line, mark.Column, diag.TabIndent)
	case e.is("depth"):
		return e.say(mark.Line, mark.Column, diag.TooDeep)
	case e.is("end of stream", "unexpected document indicator") && strings.Contains(e.err.ContextMsg, "quoted scalar"):
		_, quoted := cutLine(e.line(from.Line), from.Column)
		return e.say(from.Line, from.Column, diag.UnclosedQuote, first(quoted))
	case e.is("escape", "hexadecimal number"):
		return e.say(mark.Line, mark.Column, diag.BadEscape)
	case e.is("unknown anchor"):
		return e.say(mark.Line, mark.Column, diag.AliasRefused, first(after))
	case strings.Contains(e.err.ContextMsg, "scanning a tag"), e.is("alphabetic or numeric", "expected comment or line break"):
		_, sign := cutLine(e.line(from.Line), from.Column)
		return e.say(from.Line, from.Column, diag.QuoteValue, first(sign))
	case e.is("',' or ']'", "',' or '}'"):
		_, open := cutLine(e.line(from.Line), from.Column)
		return e.say(from.Line, from.Column, diag.UnclosedList, first(open), closing(first(open)))
	case e.is("mapping values are not allowed"):
		return e.colon(before, after)
	case e.is("expected key", "'-' indicator"):
		if p, ok := e.afterQuote(before, after); ok {
			return p
		}
		if strings.TrimSpace(before) == "" {
			return e.say(mark.Line, mark.Column, diag.BadIndent)
		}
	case e.is("could not find expected ':'"):
		return e.say(from.Line, from.Column, diag.KeyWithoutColon, shorten(e.line(from.Line)))
	case e.is("cannot start any token", "expected node content", "not allowed in this context"):
		if after != "" && before != "" {
			return e.say(mark.Line, mark.Column, diag.QuoteValue, first(after))
		}
	}
	return e.say(mark.Line, mark.Column, diag.FrontSyntax, "YAML", shorten(e.line(mark.Line)))
}

// colon tells the two reasons apart for which a colon is not welcome: the value before it has one already, or the line is indented
// below a key that has a value.
func (e yamlError) colon(before, after string) diag.Problem {
	mark := e.err.Mark
	if p, ok := e.afterQuote(before, after); ok {
		return p
	}
	key, value, found := strings.Cut(before, ":")
	if found && strings.HasPrefix(strings.TrimLeft(key, " "), "- ") {
		key = strings.TrimLeft(key, " ")[2:]
	}
	if found && strings.TrimSpace(key) != "" {
		return e.say(mark.Line, mark.Column, diag.ColonInValue, strings.TrimSpace(key), quote(shorten(value+after)))
	}
	indent := len(before) - len(strings.TrimLeft(before, " "))
	if n, text := e.firstLine(); indent == 0 && n < mark.Line {
		// A key at the margin is welcome after everything but a text that has none.
		return e.say(n, 1, diag.KeyWithoutColon, shorten(text))
	}
	return e.say(mark.Line, indent+1, diag.BadIndent)
}

// afterQuote finds out whether a value that begins with a quotation mark has ended before the place of the error.
func (e yamlError) afterQuote(before, after string) (diag.Problem, bool) {
	closed := strings.TrimRight(before, " ")
	if closed == "" || strings.TrimSpace(after) == "" {
		return diag.Problem{}, false
	}
	sign := closed[len(closed)-1:]
	if sign != `"` && sign != "'" {
		return diag.Problem{}, false
	}
	open := strings.Index(closed, sign)
	start := strings.TrimRight(closed[:open], " ")
	if open == len(closed)-1 || start != "" && !strings.ContainsAny(start[len(start)-1:], ":-[,{") {
		return diag.Problem{}, false
	}
	if start == "" && strings.HasPrefix(after, ":") {
		return diag.Problem{}, false // a quoted key
	}
	return e.say(e.err.Mark.Line, e.err.Mark.Column, diag.TextAfterQuote, sign, shorten(after)), true
}

// is says whether the library's text has one of the words.
func (e yamlError) is(words ...string) bool {
	for _, w := range words {
		if strings.Contains(e.err.Message, w) {
			return true
		}
	}
	return false
}

func (e yamlError) say(line, column int, code diag.Code, args ...string) diag.Problem {
	return diag.At(shift(e.at, line, column), code, args...)
}

// line is the n-th line of the block, from 1, without its end.
func (e yamlError) line(n int) string {
	i := 1
	for l := range bytes.Lines(e.block) {
		if i == n {
			return strings.TrimRight(string(l), "\r\n")
		}
		i++
	}
	return ""
}

// broken finds out why the library saw the end of a document: a line --- or ... behind the first key, or a first line after which no key can
// follow.
func (e yamlError) broken() (diag.Problem, bool) {
	first, text := e.firstLine()
	if first == 0 {
		return diag.Problem{}, false
	}
	number := 0
	for l := range bytes.Lines(e.block) {
		if number++; number > first && isBreak(strings.TrimRight(string(l), "\r\n ")) {
			return e.say(number, 1, diag.ManyDocuments), true
		}
	}
	if indent := len(text) - len(strings.TrimLeft(text, " ")); indent > 0 && e.is("<document start>") {
		return e.say(first, indent+1, diag.BadIndent), true
	}
	return diag.Problem{}, false
}

// firstLine is the first line with more than a comment on it, and its number; 0 if there is none.
func (e yamlError) firstLine() (number int, text string) {
	for l := range bytes.Lines(e.block) {
		number++
		text = strings.TrimRight(string(l), "\r\n ")
		if trimmed := strings.TrimSpace(text); trimmed != "" && trimmed[0] != '#' && !isBreak(text) {
			return number, text
		}
	}
	return 0, ""
}

// lastLine is the number of the last line with anything on it, at least 1.
func (e yamlError) lastLine() int {
	return bytes.Count(bytes.TrimRight(e.block, " \t\r\n"), []byte{'\n'}) + 1
}

// isBreak says whether a line parts documents.
func isBreak(line string) bool {
	return line == "---" || line == "..." || strings.HasPrefix(line, "--- ") || strings.HasPrefix(line, "... ")
}

// cutLine parts a line before its column-th code point, from 1.
func cutLine(line string, column int) (before, after string) {
	n := 1
	for i := range line {
		if n >= column {
			return line[:i], line[i:]
		}
		n++
	}
	return line, ""
}

// first is the first code point of s as a text.
func first(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// quote puts a value in quotation marks that suit it.
func quote(value string) string {
	if strings.ContainsAny(value, `"\`) {
		return "'" + strings.ReplaceAll(value, "'", "''") + "'"
	}
	return `"` + value + `"`
}

func closing(open string) string {
	if open == "{" {
		return "}"
	}
	return "]"
}
