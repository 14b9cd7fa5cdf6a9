package markdown

import (
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"guongsang/internal/viet"
)

// plainText is the text of a node as it is read aloud: with descriptions of pictures, without marks and calls of footnotes, one blank
// between words, NFC.
func (d *document) plainText(n ast.Node) string {
	d.scratch = d.appendPlain(d.scratch[:0], n)
	return tidy(d.scratch)
}

// tidy makes every run of blanks one, none at either end, NFC. It writes over s.
func tidy(s []byte) string {
	out := s[:0]
	for i := 0; i < len(s); {
		if n := blankAt(s, i); n > 0 {
			i += n
			continue
		}
		start := i
		for i < len(s) && (!beginsBlank[s[i]] || blankAt(s, i) == 0) {
			i++
		}
		if len(out) > 0 {
			out = append(out, ' ')
		}
		out = append(out, s[start:i]...)
	}
	return viet.NFC(string(out))
}

// beginsBlank marks the first bytes of the blanks that Unicode has. E1 begins half the letters of Vietnamese as well.
var beginsBlank = [256]bool{
	' ': true, '\t': true, '\n': true, '\v': true, '\f': true, '\r': true, 0xC2: true, 0xE1: true, 0xE2: true, 0xE3: true,
}

// blankAt is the length of the blank at s[i], 0 if there is none. i may be within a letter.
func blankAt(s []byte, i int) int {
	if c := s[i]; !beginsBlank[c] || c == 0xE1 && i+1 < len(s) && s[i+1] != 0x9A {
		return 0
	}
	if r, size := utf8.DecodeRune(s[i:]); unicode.IsSpace(r) {
		return size
	}
	return 0
}

func (d *document) appendPlain(dst []byte, n ast.Node) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			dst = d.appendText(dst, c)
		case *ast.AutoLink:
			dst = append(dst, c.Label(d.source)...)
		case *ast.RawHTML:
			dst = append(dst, c.Segments.Value(d.source)...)
		default:
			dst = d.appendPlain(dst, c)
		}
	}
	return dst
}

// appendText appends the words of one text node; the end of its line becomes a newline.
func (d *document) appendText(dst []byte, n *ast.Text) []byte {
	value := n.Segment.Value(d.source)
	if n.IsRaw() {
		return append(dst, value...)
	}
	if d.verbatim {
		dst = append(dst, value...)
	} else {
		dst = appendResolved(dst, value)
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		dst = append(dst, '\n')
	}
	return dst
}

// resolved is a destination, title or label with its backslash escapes and entities resolved, NFC.
func resolved(s []byte) string {
	if isResolved(s) {
		return viet.NFC(string(s))
	}
	return viet.NFC(string(appendResolved(nil, s)))
}

// isResolved says that there is no escape and no entity to look for.
func isResolved(s []byte) bool { return bytes.IndexByte(s, '\\') < 0 && bytes.IndexByte(s, '&') < 0 }

// appendResolved resolves backslash escapes and entities in one pass, so that neither is seen in what the other gave.
func appendResolved(dst, s []byte) []byte {
	if isResolved(s) {
		return append(dst, s...)
	}
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			dst = append(dst, s[i+1])
			i += 2
			continue
		case s[i] == '&':
			if characters, n := entity(s[i:]); n > 0 {
				dst = append(dst, characters...)
				i += n
				continue
			}
		}
		dst = append(dst, s[i])
		i++
	}
	return dst
}

// maxEntity is longer than the longest name of an entity (CounterClockwiseContourIntegral).
const maxEntity = 40

// entity gives what the entity at the start of s stands for, and its length, 0 if it is none. How many digits a number may have:
// https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
func entity(s []byte) (characters string, length int) {
	end := bytes.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < 2 {
		return "", 0
	}
	name := string(s[1:end])
	if name[0] != '#' {
		if named, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(named.Characters), end + 1
		}
		return "", 0
	}
	digits, base, most := name[1:], 10, 7
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base, most = digits[1:], 16, 6
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return "", 0
	}
	if code == 0 {
		return string(utf8.RuneError), end + 1
	}
	return string(rune(code)), end + 1 // an impossible one becomes U+FFFD
}
