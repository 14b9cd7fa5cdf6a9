package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// excerptWords is how many words an excerpt has at the most.
const excerptWords = 40

// scanner walks a document once and gathers what ScanBody returns. plain is the text shown so far.
type scanner struct {
	doc      *document
	lines    lines
	found    Scan
	problems []diag.Problem
	plain    []byte // lies on the desk, as the excerpt does
	excerpt  []byte
	enough   bool // the excerpt is long enough
	opened   int  // tags of raw HTML that were warned of and may be closed yet
}

func scanDocument(doc *document, at diag.Place) (Scan, []diag.Problem) {
	s := scanner{doc: doc, lines: newLines(doc.source, at, doc.starts), plain: doc.plain[:0], excerpt: doc.excerpt[:0]}
	s.document()
	doc.starts, doc.plain, doc.excerpt = s.lines.starts, s.plain, s.excerpt
	return s.found, diag.Sort(s.problems)
}

func (s *scanner) document() {
	if s.doc.tooDeep != nil {
		s.report(s.doc.tooDeep.Pos(), diag.NestedTooDeep, strconv.Itoa(maxDepth))
		return
	}
	s.found.Links = slices.Grow(s.found.Links, s.doc.links)
	s.listIDs()
	for n := s.doc.root.FirstChild(); n != nil; n = n.NextSibling() {
		start := len(s.plain)
		s.node(n)
		if n.Kind() == ast.KindParagraph && !s.enough {
			s.addToExcerpt(n, s.plain[start:])
		}
	}
	for _, n := range s.doc.notes {
		if s.doc.callsOf(n.number) == 0 {
			s.report(n.node.Pos(), diag.UnusedFootnote, "[^"+string(n.node.Ref)+"]")
		}
		s.children(n.node)
	}
	for _, b := range s.doc.broken {
		s.broken(b)
	}
	for _, c := range s.doc.clashes {
		first := s.lines.place(c.first)
		s.report(c.at, diag.DuplicateHeadingID, c.id, strconv.Itoa(first.Line))
	}
	s.found.Words = viet.Words(s.plain)
	s.found.Excerpt = viet.FirstWords(tidy(s.excerpt), excerptWords)
}

func (s *scanner) listIDs() {
	s.found.Headings = slices.Grow(s.found.Headings, len(s.doc.headings))
	s.found.IDs = slices.Grow(s.found.IDs, len(s.doc.headings)+len(s.doc.pictures)+len(s.doc.notes))
	for _, h := range s.doc.headings {
		place := s.lines.place(h.node.Pos())
		s.found.Headings = append(s.found.Headings, Heading{h.level, h.text, h.id, place.Line, place.Column})
		s.found.IDs = append(s.found.IDs, h.id)
	}
	for _, n := range s.doc.empty {
		s.report(n.Pos(), diag.EmptyHeading, strings.Repeat("#", n.Level))
	}
	for _, n := range s.doc.pictures {
		s.found.IDs = append(s.found.IDs, attributesOf(n).id)
	}
	for _, n := range s.doc.notes {
		s.found.IDs = append(s.found.IDs, noteID+strconv.Itoa(n.number))
	}
}

func (s *scanner) report(offset int, code diag.Code, args ...string) {
	s.problems = append(s.problems, diag.At(s.lines.place(offset), code, args...))
}

// addToExcerpt takes a paragraph's words, unless it is a video, whose words are a label.
func (s *scanner) addToExcerpt(paragraph ast.Node, words []byte) {
	if _, isFilm := s.doc.filmOf(paragraph); isFilm {
		return
	}
	s.excerpt = append(append(s.excerpt, words...), ' ')
	s.enough = viet.Words(s.excerpt) >= excerptWords
}

func (s *scanner) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.node(c)
	}
}

func (s *scanner) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		s.plain = s.doc.appendText(s.plain, n)
		return
	case *ast.Link:
		s.link(n)
	case *ast.AutoLink:
		s.autoLink(n)
	case *ast.Image:
		s.picture(n)
		return
	case *ast.RawHTML:
		s.rawHTML(n)
	case *ast.HTMLBlock:
		s.htmlBlock(n)
	case *ast.FencedCodeBlock:
		s.code(n)
		if !isClosed(n) {
			s.report(n.Pos(), diag.UnclosedFence)
		}
	case *ast.CodeBlock:
		s.code(n)
	case *ast.Heading:
		s.refused(n)
	case *ast.LinkReferenceDefinition:
		if isStrayNote(n) {
			s.report(n.Lines().At(0).Start, diag.UnusedFootnote, "["+string(n.Label)+"]")
			s.code(n)
		}
	case *east.TableRow:
		s.row(n)
	}
	s.children(n)
	if n.Type() == ast.TypeBlock {
		s.plain = append(s.plain, '\n')
	}
}

func (s *scanner) code(n ast.Node) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		s.plain = append(s.plain, line.Value(s.doc.source)...)
	}
}

// rawHTML warns of a tag, and of the closing one only if none was opened: one slip, one warning.
func (s *scanner) rawHTML(n *ast.RawHTML) {
	raw := n.Segments.Value(s.doc.source)
	s.plain = append(s.plain, raw...)
	if bytes.HasPrefix(raw, []byte("</")) && s.opened > 0 {
		s.opened--
		return
	}
	if bytes.IndexByte([]byte("/!?"), raw[1]) < 0 {
		s.opened++
	}
	s.report(n.Segments.At(0).Start, diag.RawHTML, shorten(raw))
}

func (s *scanner) htmlBlock(n *ast.HTMLBlock) {
	raw := htmlLines(n, s.doc.source)
	first := n.Lines().At(0)
	blank := len(first.Value(s.doc.source)) - len(bytes.TrimLeft(first.Value(s.doc.source), " \t"))
	s.report(first.Start+max(blank-first.Padding, 0), diag.RawHTML, shorten(raw))
	s.plain = append(s.plain, raw...)
}

// htmlLines is the text of a block of raw HTML.
func htmlLines(n *ast.HTMLBlock, source []byte) []byte {
	raw := n.Lines().Value(source)
	if n.HasClosure() {
		raw = append(slices.Clip(raw), n.ClosureLine.Value(source)...)
	}
	return bytes.TrimSpace(raw)
}

// shorten gives the beginning of raw HTML, enough to be found again.
func shorten(raw []byte) string {
	const most = 40
	line, rest, _ := strings.Cut(viet.NFC(string(raw)), "\n")
	if runes := []rune(line); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	if rest != "" {
		return line + "…"
	}
	return line
}

func (s *scanner) link(n *ast.Link) {
	s.refused(n)
	text := s.doc.plainText(n)
	if s.lead(destination(n.Destination), text, n.Pos()) && text == "" && !n.HasChildren() {
		s.report(n.Pos(), diag.EmptyLinkText, destination(n.Destination))
	}
}

func (s *scanner) autoLink(n *ast.AutoLink) {
	label := n.Label(s.doc.source)
	s.plain = append(s.plain, label...)
	s.lead(s.doc.autoDestination(n), string(label), n.Pos())
}

// lead notes where a link leads, or what is wrong with that; it tells whether the link has a destination at all.
func (s *scanner) lead(dest, text string, at int) bool {
	switch kindOf(dest) {
	case destEmpty:
		s.report(at, diag.EmptyDestination, "["+text+"]("+dest+")")
		return false
	case destDangerous:
		s.report(at, diag.DangerousLink, dest)
		return false
	case destMalformed:
		s.report(at, diag.MalformedAddress, dest)
	case destHere:
		fragment := fragmentOf(dest)
		if _, ok := s.doc.idOf(fragment); !ok {
			problem := diag.At(s.lines.place(at), diag.FragmentNotHere, dest)
			if near := viet.Nearest(fragment, s.found.IDs); near != "" {
				problem = problem.Meant("#" + near)
			}
			s.problems = append(s.problems, problem)
		}
	default:
		place := s.lines.place(at)
		s.found.Links = append(s.found.Links, Link{dest, fragmentOf(dest), text, place.Line, place.Column})
	}
	return true
}

func (s *scanner) picture(n *ast.Image) {
	s.refused(n)
	dest, alt := destination(n.Destination), s.doc.plainText(n)
	switch kindOf(dest) {
	case destEmpty, destHere:
		s.report(n.Pos(), diag.EmptyDestination, "!["+alt+"]("+dest+")")
		return
	case destDangerous:
		s.report(n.Pos(), diag.DangerousLink, dest)
		return
	case destMalformed:
		s.report(n.Pos(), diag.MalformedAddress, dest)
		return
	}
	if alt == "" {
		s.report(n.Pos(), diag.MissingAlt, dest)
	}
	place := s.lines.place(n.Pos())
	s.found.Pictures = append(s.found.Pictures, Picture{dest, alt, resolved(n.Title), place.Line, place.Column})
}

// refused reports what stood in {…} and is not allowed there.
func (s *scanner) refused(n ast.Node) {
	for _, r := range attributesOf(n).refused {
		s.report(r.at, diag.UnknownAttribute, r.text, strings.Join(knownClasses[:], ", "))
	}
}

// row warns of cells beyond the table's header, which no browser and no Git host would show.
func (s *scanner) row(n *east.TableRow) {
	start := n.Pos()
	line := s.doc.source[start:]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	columns := len(n.Alignments)
	if cells := countCells(line); cells > columns {
		s.report(start, diag.ExtraCells, strconv.Itoa(cells), strconv.Itoa(columns))
	}
}

// countCells counts the cells of a table's row as goldmark parts them.
func countCells(line []byte) int {
	line = bytes.TrimSpace(line)
	line = bytes.TrimPrefix(line, []byte{'|'})
	cells := 1
	for i, c := range line {
		if c == '|' && (i == 0 || line[i-1] != '\\') && i < len(line)-1 {
			cells++
		}
	}
	return cells
}

func (s *scanner) broken(b broken) {
	written := string(s.doc.source[b.at:b.stop])
	switch b.kind {
	case noReference:
		s.report(b.at, diag.MissingReference, written, b.label)
	case noFootnote:
		s.report(b.at, diag.MissingFootnote, written)
	case blankInAddress:
		s.report(b.at, diag.BlankInAddress, written, b.fixed)
	case curlyTitle:
		s.report(b.at, diag.CurlyTitle, written, b.fixed)
	}
}
