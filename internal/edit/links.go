package edit

import (
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/markdown"
	"guongsang/internal/viet"
)

// relinkBody gives a Markdown text in which the destinations of links and pictures have become others; change gets each as markdown understands it
// and gives it back where it stays. All else is as it was, also code that only looks like a link.
func relinkBody(text string, change func(dest string) string) string {
	scan, _ := markdown.ScanBody([]byte(text), diag.Place{Line: 1, Column: 1})
	var found []piece
	meet := func(dest string, line, column int) {
		if to := change(dest); to != dest {
			found = append(found, destinationsOf(text, placeOffset(text, line, column), dest, to)...)
		}
	}
	for _, l := range scan.Links {
		meet(l.Dest, l.Line, l.Column)
	}
	for _, p := range scan.Pictures {
		meet(p.Dest, p.Line, p.Column)
	}
	return replaced(text, found)
}

// piece is what takes the place of a text from one offset to another.
type piece struct {
	from, to int
	text     string
}

// replaced makes changes, each once.
func replaced(text string, changes []piece) string {
	slices.SortFunc(changes, func(a, b piece) int { return a.from - b.from })
	var b strings.Builder
	done := 0
	for _, c := range changes {
		if c.from >= done {
			b.WriteString(text[done:c.from] + c.text)
			done = c.to
		}
	}
	return b.String() + text[done:]
}

// placeOffset is the offset of a place of a text, whose columns count code points.
func placeOffset(text string, line, column int) int {
	at := lineOffset(text, line)
	for ; column > 1 && at < len(text); column-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// destinationsOf finds where the destination of the link at an offset is written: behind its text, or in the definition that it refers to.
func destinationsOf(text string, at int, dest, to string) []piece {
	end := closingBracket(text, at)
	if end < 0 {
		return nil
	}
	if strings.HasPrefix(text[end:], "](") {
		if p, ok := destinationAt(text, end+2, dest, to); ok {
			return []piece{p}
		}
		return nil
	}
	var found []piece
	for from := 0; ; {
		i := strings.Index(text[from:], "]:")
		if i < 0 {
			return found
		}
		from += i + 2
		start := strings.LastIndexByte(text[:from], '\n') + 1
		if label := strings.TrimLeft(text[start:from], " >\t-*"); !strings.HasPrefix(label, "[") || strings.HasPrefix(label, "[^") {
			continue
		}
		if p, ok := destinationAt(text, from, dest, to); ok {
			found = append(found, p)
		}
	}
}

// closingBracket is the offset of the ] that closes the first [ at or behind an offset; -1 where there is none. Signs in code and behind a backslash
// do not count.
func closingBracket(text string, at int) int {
	depth := 0
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '`':
			ticks := len(text[i:]) - len(strings.TrimLeft(text[i:], "`"))
			i += ticks
			if end := strings.Index(text[i:], strings.Repeat("`", ticks)); end >= 0 {
				i += end + ticks
			}
			i--
		case '[':
			depth++
		case ']':
			if depth--; depth <= 0 {
				return i
			}
		}
	}
	return -1
}

// destinationAt reads the destination that begins behind blanks at an offset, and says how it becomes another if it is the one that is meant.
func destinationAt(text string, at int, dest, to string) (piece, bool) {
	at = len(text) - len(strings.TrimLeft(text[at:], " \t\n"))
	end, depth := at, 0
	if strings.HasPrefix(text[at:], "<") {
		if end = strings.IndexAny(text[at+1:], ">\n"); end < 0 || text[at+1+end] != '>' {
			return piece{}, false
		}
		end += at + 2
		return piece{at, end, "<" + escapedDestination(to) + ">"}, sameDestination(text[at+1:end-1], dest)
	}
	for ; end < len(text) && text[end] > ' '; end++ {
		switch text[end] {
		case '\\':
			end++
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 {
			break
		}
	}
	end = min(end, len(text))
	written := escapedDestination(to)
	if strings.ContainsAny(to, " ()<>") {
		written = "<" + written + ">"
	}
	return piece{at, end, written}, sameDestination(text[at:end], dest)
}

// sameDestination says whether what is written reads as a destination.
func sameDestination(written, dest string) bool {
	var b strings.Builder
	for i := 0; i < len(written); i++ {
		if written[i] == '\\' && i+1 < len(written) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", written[i+1]) >= 0 {
			i++
		}
		b.WriteByte(written[i])
	}
	dest = viet.NFC(dest)
	return viet.NFC(strings.TrimSpace(html.UnescapeString(b.String()))) == dest || viet.NFC(strings.TrimSpace(written)) == dest
}

func escapedDestination(dest string) string {
	dest = strings.NewReplacer(`\`, `\\`, "<", `\<`, ">", `\>`).Replace(dest)
	if html.UnescapeString(dest) != dest {
		dest = strings.ReplaceAll(dest, "&", "&amp;")
	}
	return dest
}

// relinkFront gives the front matter's tree with the destinations changed that stand in it: in Markdown texts and as the picture.
func relinkFront(front *keys.Node, table []keys.Key, change func(dest string) string) keys.Node {
	out := *front
	out.Pairs = slices.Clone(front.Pairs)
	for i := range out.Pairs {
		value := &out.Pairs[i].Value
		switch k := keyIn(table, out.Pairs[i].Key.Text); {
		case k == nil:
		case k.Type == keys.Markdown && value.Kind == keys.Scalar:
			value.Text = relinkBody(value.Text, change)
		case k.Type == keys.Picture && value.Kind == keys.Scalar:
			value.Text = change(value.Text)
		case k.Type == keys.Picture && value.Kind == keys.Map:
			value.Pairs = slices.Clone(value.Pairs)
			if at := valueIn(value, k.Sub, &k.Sub[0]); at >= 0 && value.Pairs[at].Value.Kind == keys.Scalar {
				value.Pairs[at].Value.Text = change(value.Pairs[at].Value.Text)
			}
		}
	}
	return out
}

// isRelative says whether a destination is a way from the text's own folder to another file.
func isRelative(dest string) bool {
	return dest != "" && !strings.HasPrefix(dest, "#") && !strings.HasPrefix(dest, "/") && !strings.HasPrefix(dest, "?") && !strings.Contains(dest, ":") &&
		!strings.HasPrefix(dest, "www.")
}
