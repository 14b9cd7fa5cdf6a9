package markdown

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"
)

// FuzzQuick holds shortcuts against the long ways to the same.
func FuzzQuick(f *testing.F) {
	for _, s := range []string{
		"", " \t\n", " Trạm  Y tế\u00a0xã\u2003Mẫu \n", "a\u0301 b", "\xff \xc2", "[a]: b\n[c]", "  [a]: b", "\f[a]: b", "\v", "một\n[a]: b\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, s []byte) {
		if got, want := tidy(bytes.Clone(s)), norm.NFC.String(strings.Join(strings.Fields(string(s)), " ")); got != want {
			t.Errorf("tidy(%q) = %q, want %q", s, got, want)
		}
		if got, want := paragraphAfter(definitionTransformer{parser.LinkReferenceParagraphTransformer}, s),
			paragraphAfter(parser.LinkReferenceParagraphTransformer, s); got != want {
			t.Errorf("definitions of %q: %q, want %q", s, got, want)
		}
	})
}

// paragraphAfter makes a paragraph of the lines of s and gives what a transformer leaves of it, and before it.
func paragraphAfter(p parser.ParagraphTransformer, s []byte) string {
	if len(bytes.TrimSpace(s)) == 0 {
		return "" // no paragraph
	}
	paragraph, root := ast.NewParagraph(), ast.NewDocument()
	root.AppendChild(root, paragraph)
	start := 0
	for line := range bytes.Lines(s) {
		if len(bytes.TrimSpace(line)) > 0 {
			paragraph.Lines().Append(text.NewSegment(start, start+len(line)))
		}
		start += len(line)
	}
	p.Transform(paragraph, text.NewReader(s), parser.NewContext())
	var out strings.Builder
	for c := root.FirstChild(); c != nil; c = c.NextSibling() {
		out.WriteString(c.Kind().String())
		out.Write(c.Lines().Value(s))
	}
	return out.String()
}
