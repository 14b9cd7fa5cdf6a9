package form

import (
	"bytes"
	"slices"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// told is a problem as the page shows it.
type told struct {
	Severity string `json:"severity"` // error, warning, hint
	Word     string `json:"word"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Fix      string `json:"fix,omitempty"`
	Line     int    `json:"line,omitempty"` // of the file
	spot
}

// spot is a place in the form. Path leads to a field by names of keys and places in lists; Body says that it is the text, and there the line BodyLine;
// without either it is the file as a whole.
type spot struct {
	Path     []any `json:"path,omitempty"`
	Body     bool  `json:"body,omitempty"`
	BodyLine int   `json:"bodyLine,omitempty"`
	Column   int   `json:"column,omitempty"`
}

// places finds the fields of a text by lines and columns.
type places struct {
	front keys.Node
	table []keys.Key
	// end is the last line of the front matter, its closing fence, and body the line on which the body begins, from 1.
	end, body int
	// asText says that the author has the whole file as text and no fields.
	asText bool
}

// placesOf reads the text that a file would have.
func placesOf(path string, text []byte) places {
	doc, ok := document(path, text)
	if !ok {
		return places{}
	}
	p := places{front: doc.Front, table: doc.Kind.Keys(), end: doc.BodyLine - 1, body: doc.BodyLine}
	plain, _ := source.Text(text, path)
	for line := range bytes.Lines(plain[min(doc.Body, len(plain)):]) {
		if len(bytes.TrimSpace(line)) > 0 {
			break
		}
		p.body++
	}
	return p
}

// tell makes problems of one file ready for the page, the gravest first.
func (p places) tell(problems []diag.Problem) []told {
	all := make([]told, 0, len(problems))
	for _, problem := range problems {
		t := told{
			Severity: problem.Severity.Word(diag.English), Word: problem.Severity.Word(diag.Vietnamese), Code: string(problem.Code),
			Message: capital(problem.Message(diag.Vietnamese)), Fix: capital(problem.Fix(diag.Vietnamese)), Line: problem.Line,
		}
		if fix := remedy(problem); fix != "" && !p.asText {
			t.Fix = capital(fix)
		}
		t.spot = p.spot(problem.Place)
		if problem.Code == diag.MissingKey && len(problem.Args) > 0 {
			t.Path = p.missing(problem.Place, problem.Args[0])
		}
		if field := meant[problem.Code]; field != "" && !t.Body && problem.Line <= p.front.Line {
			t.Path = []any{field}
		}
		all = append(all, t)
	}
	slices.SortStableFunc(all, byWeight)
	return all
}

// byWeight puts errors before warnings and those before hints.
func byWeight(a, b told) int {
	weight := func(t told) int { return slices.Index([]string{"error", "warning", "hint"}, t.Severity) }
	return weight(a) - weight(b)
}

// missing is the path of a key that is not there. The object that lacks it is the whole front matter, where the place is its beginning.
func (p places) missing(at diag.Place, name string) []any {
	lacks := func(pair keys.Pair) bool {
		own, _ := canonical(pair.Key.Text, p.table)
		return own != name || pair.Value.Kind == keys.Null
	}
	if at.Line <= p.front.Line && !slices.ContainsFunc(p.front.Pairs, func(pair keys.Pair) bool { return !lacks(pair) }) {
		return []any{name}
	}
	return append(inside(p.path(at)), name)
}

// inside is the path of the object that a path leads to or into: where an object begins, its first key begins as well.
func inside(path []any) []any {
	if n := len(path); n > 1 {
		if _, inList := path[n-2].(int); inList {
			return path[:n-1]
		}
	}
	return path
}

// spot is what stands at a place.
func (p places) spot(at diag.Place) spot {
	if p.body > 0 && at.Line >= p.end {
		return spot{Body: true, BodyLine: max(1, at.Line-p.body+1), Column: at.Column}
	}
	return spot{Path: p.path(at)}
}

// path leads to the value that stands at a place: the last one that begins there or before. It is empty where the place is before all of them.
func (p places) path(at diag.Place) (path []any) {
	n, table := &p.front, p.table
	for {
		switch n.Kind {
		case keys.Map:
			i := lastAt(len(n.Pairs), func(i int) diag.Place { return n.Pairs[i].Key.Place("") }, at)
			if i < 0 {
				return path
			}
			name, sub := canonical(n.Pairs[i].Key.Text, table)
			path, table = append(path, name), sub
			n = &n.Pairs[i].Value
		case keys.List:
			i := lastAt(len(n.Items), func(i int) diag.Place { return n.Items[i].Place("") }, at)
			if i < 0 {
				return path
			}
			path = append(path, i)
			n = &n.Items[i]
		default:
			return path
		}
	}
}

// canonical is the name of a key as the table has it, and the keys below it.
func canonical(written string, table []keys.Key) (name string, sub []keys.Key) {
	match := viet.MatchKey(written)
	for _, k := range table {
		if viet.MatchKey(k.Name) == match {
			return k.Name, k.Sub
		}
	}
	return written, nil
}

// lastAt is the index of the last of n places that is not behind another one, of a whole line of the first one in it; -1 where all are behind.
func lastAt(n int, place func(int) diag.Place, at diag.Place) int {
	found := -1
	for i := range n {
		p := place(i)
		if p.Line > at.Line || p.Line == at.Line && at.Column > 0 && p.Column > at.Column {
			continue
		}
		if at.Column == 0 && found >= 0 && place(found).Line == at.Line {
			break
		}
		found = i
	}
	return found
}
