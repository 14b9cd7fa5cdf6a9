package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// bareLinkParser makes links of http:// and https:// addresses in running text. goldmark's own extension is asked at every blank and
// runs regular expressions; this one is asked at a colon and looks back.
type bareLinkParser struct{}

// Trigger implements parser.InlineParser.
func (bareLinkParser) Trigger() []byte { return []byte{':'} }

// Parse implements parser.InlineParser. The letters before the colon already stand in the parent's last text and are taken back from it.
func (bareLinkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("://")) || pc.IsInLinkLabel() {
		return nil
	}
	before, ok := parent.LastChild().(*ast.Text)
	if !ok || before.Segment.Stop != segment.Start || before.Segment.Padding != 0 {
		return nil
	}
	source := block.Source()
	scheme := schemeBefore(source[before.Segment.Start:segment.Start])
	start := segment.Start - scheme
	if r, _ := utf8.DecodeLastRune(source[:start]); scheme == 0 || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
		return nil
	}
	length := bareLength(line[len("://"):])
	if length == 0 {
		return nil
	}
	length += len("://")
	before.Segment.Stop = start
	if before.Segment.Start == start {
		parent.RemoveChild(parent, before)
	}
	block.Advance(length)
	link := ast.NewAutoLink(ast.AutoLinkURL, ast.NewTextSegment(text.NewSegment(start, segment.Start+length)))
	link.SetPos(start)
	return link
}

func schemeBefore(s []byte) int {
	for _, scheme := range []string{"https", "http"} {
		if n := len(s) - len(scheme); n >= 0 && strings.EqualFold(string(s[n:]), scheme) {
			return len(scheme)
		}
	}
	return 0
}

// maxAddress is how far an address is looked for; without an end a hostile line would be read again from every bracket in it.
const maxAddress = 2048

// bareLength is the length of the address at the start of s, behind "://": up to a blank or a sign that no address has, without the
// punctuation of the sentence around it. 0 if there is no host with a dot.
func bareLength(s []byte) int {
	end := len(s)
	for i := 0; i < len(s); {
		if i > maxAddress {
			return 0
		}
		r, size := utf8.DecodeRune(s[i:])
		if unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("<>\"`“”„«»‘’|\\", r) {
			end = i
			break
		}
		i += size
	}
	s = trimSentence(s[:end])
	host := s
	if i := bytes.IndexAny(s, "/?#"); i >= 0 {
		host = s[:i]
	}
	if dot := bytes.IndexByte(host, '.'); dot < 1 || dot == len(host)-1 {
		return 0
	}
	return len(s)
}

// trimSentence takes off what belongs to the sentence: full stops, emphasis, and a parenthesis that was opened before the address.
func trimSentence(s []byte) []byte {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRune(s)
		if !strings.ContainsRune("?!.,:;*_~'…–—)]}", r) {
			break
		}
		if r == ')' && bytes.Count(s, []byte{'('}) >= bytes.Count(s, []byte{')'}) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}
