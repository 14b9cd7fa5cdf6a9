package keys

import (
	"errors"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// ParseTOML reads a block of TOML. at is the place of the block's first character in the author's file. Numbers, dates and
// true/false keep the text that they were typed with. A key or a table that is there twice is there twice in the node too: Read says so.
func ParseTOML(block []byte, at diag.Place) (Node, []diag.Problem) {
	block = block[:len(block):len(block)]
	t := tomlTree{cursor: cursor{block: block, at: at}, root: &tomlTable{line: at.Line, column: at.Column}}
	t.into = t.root
	t.parser.Reset(block)
	for t.parser.NextExpression() {
		t.expression(t.parser.Expression())
	}
	if err := t.parser.Error(); err != nil {
		t.fail(err)
	}
	return t.root.node(0), t.problems
}

// tomlTable is a table while it grows: TOML lets its parts stand in different places of the file.
type tomlTable struct {
	line, column int
	entries      []tomlEntry
	index        map[string]int // of the last entry with a key
	defined      bool           // by a header or as a value: a second time is a second key
}

// tomlEntry is one key of a table with one of: a value, a table, an array of tables.
type tomlEntry struct {
	key    Node
	value  Node
	table  *tomlTable
	tables []*tomlTable
}

func (t *tomlTable) node(depth int) Node {
	out := Node{Kind: Map, Line: t.line, Column: t.column, Pairs: make([]Pair, 0, len(t.entries))}
	if depth > maxDepth {
		return out
	}
	for _, e := range t.entries {
		switch {
		case e.table != nil:
			e.value = e.table.node(depth + 1)
		case e.tables != nil:
			e.value = Node{Kind: List, Line: e.key.Line, Column: e.key.Column}
			for _, row := range e.tables {
				e.value.Items = append(e.value.Items, row.node(depth+1))
			}
		}
		out.Pairs = append(out.Pairs, Pair{Key: Written{Text: e.key.Text, Line: e.key.Line, Column: e.key.Column}, Value: e.value})
	}
	return out
}

type tomlTree struct {
	cursor
	parser   unstable.Parser
	root     *tomlTable
	into     *tomlTable // where the next "key = value" goes
	problems []diag.Problem
}

func (t *tomlTree) expression(n *unstable.Node) {
	var path []Node
	for it := n.Key(); it.Next(); {
		k := t.text(it.Node(), true)
		path = append(path, k)
	}
	if len(path) > maxDepth {
		t.problems = append(t.problems, diag.At(path[0].Place(t.at.File), diag.TooDeep))
		return
	}
	last := path[len(path)-1]
	switch n.Kind {
	case unstable.KeyValue:
		parent := t.into.descend(path[:len(path)-1])
		parent.add(tomlEntry{key: last, value: t.value(n.Value(), 0)})
	case unstable.Table:
		parent := t.root.descend(path[:len(path)-1])
		if e := parent.find(last.Text); e != nil && e.table != nil && !e.table.defined {
			t.into = e.table
		} else {
			t.into = &tomlTable{line: last.Line, column: last.Column}
			parent.add(tomlEntry{key: last, table: t.into})
		}
		t.into.defined = true
	case unstable.ArrayTable:
		parent := t.root.descend(path[:len(path)-1])
		t.into = &tomlTable{line: last.Line, column: last.Column, defined: true}
		if e := parent.find(last.Text); e != nil && e.tables != nil {
			e.tables = append(e.tables, t.into)
		} else {
			parent.add(tomlEntry{key: last, tables: []*tomlTable{t.into}})
		}
	}
}

// descend goes down a dotted key and makes the tables on its way that are not there yet.
func (t *tomlTable) descend(path []Node) *tomlTable {
	for _, k := range path {
		e := t.find(k.Text)
		switch {
		case e != nil && e.table != nil:
			t = e.table
		case e != nil && e.tables != nil:
			t = e.tables[len(e.tables)-1]
		default:
			next := &tomlTable{line: k.Line, column: k.Column}
			t.add(tomlEntry{key: k, table: next})
			t = next
		}
	}
	return t
}

func (t *tomlTable) find(key string) *tomlEntry {
	if i, ok := t.index[key]; ok {
		return &t.entries[i]
	}
	return nil
}

func (t *tomlTable) add(e tomlEntry) {
	if t.index == nil {
		t.index = make(map[string]int)
	}
	t.index[e.key.Text] = len(t.entries)
	t.entries = append(t.entries, e)
}

func (t *tomlTree) value(n *unstable.Node, depth int) Node {
	if depth > maxDepth {
		t.problems = append(t.problems, diag.At(t.here(), diag.TooDeep))
		return Node{}
	}
	switch n.Kind {
	case unstable.Array:
		p := t.here()
		out := Node{Kind: List, Line: p.Line, Column: p.Column}
		for it := n.Children(); it.Next(); {
			out.Items = append(out.Items, t.value(it.Node(), depth+1))
		}
		if len(out.Items) > 0 {
			out.Line, out.Column = out.Items[0].Line, out.Items[0].Column
		}
		return out
	case unstable.InlineTable:
		p := t.move(int(n.Raw.Offset))
		table := &tomlTable{line: p.Line, column: p.Column, defined: true}
		for it := n.Children(); it.Next(); {
			var path []Node
			for key := it.Node().Key(); key.Next(); {
				path = append(path, t.text(key.Node(), true))
			}
			if len(path) > maxDepth {
				continue
			}
			parent := table.descend(path[:len(path)-1])
			parent.add(tomlEntry{key: path[len(path)-1], value: t.value(it.Node().Value(), depth+1)})
		}
		return table.node(depth)
	default:
		return t.text(n, false)
	}
}

// text makes a Scalar of a key or of a value that is neither a list nor a table.
func (t *tomlTree) text(n *unstable.Node, key bool) Node {
	p := t.move(int(n.Raw.Offset))
	out := Node{Kind: Scalar, Line: p.Line, Column: p.Column, Quoted: n.Kind == unstable.String}
	switch text := string(n.Data); {
	case n.Kind == unstable.Integer && !key:
		out.Literal = true
		out.Text = strings.ReplaceAll(text, "_", "")
		if i, err := strconv.ParseInt(text, 0, 64); err == nil && len(text) > 1 && (text[1] == 'x' || text[1] == 'o' || text[1] == 'b') {
			out.Text = strconv.FormatInt(i, 10)
		}
	case n.Kind == unstable.Float && !key:
		out.Literal = true
		out.Text = strings.ReplaceAll(text, "_", "")
	default:
		out.Text = viet.NFC(text)
		if hasControl(out.Text) {
			t.say(int(n.Raw.Offset), diag.BadEscape)
		}
	}
	return out
}

// fail tells the library's error in our words.
func (t *tomlTree) fail(err error) {
	offset, message := len(t.block), ""
	var perr *unstable.ParserError
	if errors.As(err, &perr) {
		message = perr.Message
		if o := cap(t.block) - cap(perr.Highlight); o >= 0 && o <= len(t.block) {
			offset = o
		}
	}
	line := t.lineAround(offset)
	before := string(t.block[line.start:min(offset, line.end)])
	switch {
	case strings.Contains(message, "levels deep"):
		t.say(offset, diag.TooDeep)
	case strings.Contains(message, "terminated"), strings.Contains(message, "cannot have new lines"):
		quote := line.start + max(0, strings.IndexAny(string(t.block[line.start:line.end]), `"'`))
		if strings.Contains(message, "multiline") {
			quote = max(0, strings.LastIndex(string(t.block), `"""`), strings.LastIndex(string(t.block), `'''`))
		}
		t.say(quote, diag.UnclosedQuote, first(string(t.block[quote:])))
	case strings.Contains(message, "escape"), strings.Contains(message, `need a character after \`):
		t.say(offset, diag.BadEscape)
	case offset < len(t.block) && !strings.ContainsAny(before, `="'`) && (t.block[offset] >= 0x80 || strings.HasPrefix(message, "expected '='")):
		t.say(line.start+len(before)-len(strings.TrimLeft(before, " \t")), diag.QuoteKey)
	case strings.Contains(before, "=") && (strings.Contains(message, "start of value") || strings.Contains(message, "expected keyword")):
		t.say(offset, diag.QuoteValue, first(string(t.block[offset:])))
	default:
		t.say(offset, diag.FrontSyntax, "TOML", shorten(string(t.block[line.start:line.end])))
	}
}

func (t *tomlTree) say(offset int, code diag.Code, args ...string) {
	t.problems = append(t.problems, diag.At(t.move(offset), code, args...))
}
