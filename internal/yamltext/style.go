package yamltext

import (
	"fmt"
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
)

// quote writes a text on one line in the plainest way that reads back, or in the author's own style where it does.
func quote(text string, author style, inBrackets bool) string {
	inSingle, inDouble := "'"+strings.ReplaceAll(text, "'", "''")+"'", escape(text)
	var ways []string
	switch {
	case author == double, strings.ContainsFunc(text, escaped), author != single && signFirst(text) && !strings.ContainsAny(text, `"\`):
		ways = []string{inDouble}
	case author == single:
		ways = []string{inSingle}
	case signFirst(text):
		ways = []string{inSingle}
	case strings.ContainsAny(text, `"\`):
		ways = []string{text, inSingle}
	default:
		ways = []string{text}
	}
	for _, way := range ways {
		mini := "k: " + way
		if inBrackets {
			mini = "k: [{k: " + way + "}, " + way + "]"
		}
		if readsEverywhere(mini, text) {
			return way
		}
	}
	return inDouble
}

// quoteKey writes a key.
func quoteKey(key string, inBrackets bool) string {
	mini := key + ": k"
	if inBrackets {
		mini = "k: {" + key + ": k}"
	}
	root, ok := read([]byte(mini + "\n"))
	ok = ok && !signFirst(key)
	if ok && inBrackets && len(root.Pairs) == 1 {
		root = root.Pairs[0].Value
	}
	if ok && len(root.Pairs) == 1 && root.Pairs[0].Key.Text == key && root.Pairs[0].Value.Text == "k" {
		return key
	}
	return escape(key)
}

// escape writes a text in double quotes.
func escape(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case escaped(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// signFirst says that a text begins with a sign that means something in YAML, at least to a hasty reader.
func signFirst(text string) bool {
	if text == "" || !strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`", rune(text[0])) {
		return false
	}
	return text[0] != '-' || len(text) < 2 || text[1] < '0' || text[1] > '9'
}

// escaped says of a code point that it does not stand for itself in YAML.
func escaped(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || strings.ContainsRune(OddBlanks, r)
}

// readsEverywhere says whether all texts that a small block has are one text.
func readsEverywhere(block, text string) bool {
	root, problems := keys.ParseYAML([]byte(block+"\n"), diag.Place{})
	return len(problems) == 0 && root.Kind == keys.Map && len(root.Pairs) == 1 && isAll(&root.Pairs[0].Value, text)
}

func isAll(n *keys.Node, text string) bool {
	switch n.Kind {
	case keys.Scalar:
		return n.Text == text
	case keys.List: // of quote: a map and a text
		return len(n.Items) == 2 && n.Items[0].Kind == keys.Map && isAll(&n.Items[0], text) && n.Items[1].Kind == keys.Scalar && isAll(&n.Items[1], text)
	case keys.Map:
		return len(n.Pairs) == 1 && n.Pairs[0].Value.Kind == keys.Scalar && isAll(&n.Pairs[0].Value, text)
	default:
		return false
	}
}

// writer writes values. oneLine says that no text may have lines of its own, since what follows would be taken for them; emptied that keys which go
// stay without a value, since what stands above them would take what follows.
type writer struct{ oneLine, emptied bool }

// paragraphs writes a text behind | or >: the signs behind that one, and the lines, which are to be indented by two more than the group. ok is false
// for a text that cannot be written so.
func (w writer) paragraphs(text string, way style) (signs string, lines []string, ok bool) {
	body := strings.TrimRight(text, "\n")
	head := "|"
	if way == folded {
		head = ">"
	}
	lines = strings.Split(body, "\n")
	if way == folded {
		lines = strings.Split(strings.ReplaceAll(body, "\n", "\n\n"), "\n")
	}
	if first := strings.TrimLeft(body, "\n"); strings.HasPrefix(first, " ") {
		signs = "2" // the blanks are the text's own
	}
	switch len(text) - len(body) {
	case 0:
		signs += "-"
	case 1:
	default:
		return "", nil, false
	}
	block := "k: " + head + signs + "\n"
	for _, line := range lines {
		block += indented(line, 2) + "\n"
	}
	return signs, lines, !w.oneLine && body != "" && !strings.ContainsFunc(text, escaped) && readsEverywhere(block, text)
}

// indented is a line with blanks before it, unless there is nothing on it.
func indented(line string, by int) string {
	if line == "" {
		return ""
	}
	return strings.Repeat(" ", by) + line
}

// width is how long a line may become before a list or a map in brackets is written in lines of its own.
const width = 120

// brackets writes a value on one line; fits is false if it would be too long there or has a text of several lines.
func brackets(n *keys.Node, column int) (text string, fits bool) {
	text = inBrackets(n)
	return text, column+len([]rune(text)) <= width && !severalLines(n)
}

func inBrackets(n *keys.Node) string {
	var parts []string
	switch n.Kind {
	case keys.Null:
		return "null"
	case keys.Scalar:
		return quote(n.Text, plain, true)
	case keys.List:
		for i := range n.Items {
			parts = append(parts, inBrackets(&n.Items[i]))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	default:
		for i := range n.Pairs {
			parts = append(parts, pairInBrackets(&n.Pairs[i]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
}

func pairInBrackets(p *keys.Pair) string {
	return quoteKey(p.Key.Text, true) + ": " + inBrackets(&p.Value)
}

func severalLines(n *keys.Node) bool {
	for i := range n.Items {
		if severalLines(&n.Items[i]) {
			return true
		}
	}
	for i := range n.Pairs {
		if severalLines(&n.Pairs[i].Value) {
			return true
		}
	}
	return strings.Contains(n.Text, "\n")
}

// behindKey writes a value as it stands behind the colon, which ends at a column, of a key that begins in another: behind a blank, or below.
func (w writer) behindKey(n *keys.Node, column, colon int) string {
	below := column + 2
	var b strings.Builder
	switch text, fits := brackets(n, colon+1); {
	case n.Kind == keys.Null:
		return ""
	case n.Kind == keys.Scalar:
		return " " + w.scalarLines(n.Text, below)
	case fits && !listOfGroups(n):
		return " " + text
	case n.Kind == keys.List:
		for i := range n.Items {
			b.WriteString("\n" + strings.Repeat(" ", below) + w.behindHyphen(&n.Items[i], below, empty))
		}
	default:
		for i := range n.Pairs {
			b.WriteString("\n" + strings.Repeat(" ", below) + w.pairLines(&n.Pairs[i], below))
		}
	}
	return b.String()
}

// listOfGroups says of a list that it has more than texts in it: each item gets a line of its own.
func listOfGroups(n *keys.Node) bool {
	for i := range n.Items {
		if k := n.Items[i].Kind; k == keys.Map || k == keys.List {
			return true
		}
	}
	return false
}

func (w writer) pairLines(p *keys.Pair, column int) string {
	key := quoteKey(p.Key.Text, false) + ":"
	return key + w.behindKey(&p.Value, column, column+len([]rune(key)))
}

// scalarLines writes a text on one line, or as a literal whose lines begin in a column.
func (w writer) scalarLines(text string, column int) string {
	if strings.Contains(text, "\n") {
		if signs, lines, ok := w.paragraphs(text, literal); ok {
			b := "|" + signs
			for _, line := range lines {
				b += "\n" + indented(line, column)
			}
			return b
		}
	}
	return quote(text, plain, false)
}

// behindHyphen writes an item with its hyphen, which stands in a column. like is how the items beside it are written.
func (w writer) behindHyphen(n *keys.Node, column int, like style) string {
	switch text, fits := brackets(n, column+2); {
	case n.Kind == keys.Null:
		return "-"
	case n.Kind == keys.Scalar:
		return "- " + w.scalarLines(n.Text, column+2)
	case n.Kind == keys.List, len(n.Pairs) == 0, like != blockMap && fits, like == flowMap && !severalLines(n):
		return "- " + text
	}
	lines := make([]string, len(n.Pairs))
	for i := range n.Pairs {
		lines[i] = w.pairLines(&n.Pairs[i], column+2)
	}
	return "- " + strings.Join(lines, "\n"+strings.Repeat(" ", column+2))
}
