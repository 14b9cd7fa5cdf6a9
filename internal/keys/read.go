package keys

import (
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// Read holds a tree against a table: which keys are there, whether each value is what the table wants. The problems come in the
// order of the file; keys that are missing come last. The Record has all that was right.
func Read(node Node, table []Key, file string) (Record, []diag.Problem) {
	r := reader{file: file, values: slab[value]{next: 16}, texts: slab[Value]{next: 8}, records: slab[Record]{next: 8}}
	if node.Kind != Map && node.Kind != Null {
		r.tell(node.Place(file), diag.NotKeys)
		return Record{place: node.Place(file)}, r.problems
	}
	return r.record(&node, table), r.problems
}

// reader gathers problems while a tree is walked.
type reader struct {
	file     string
	problems []diag.Problem
	values   slab[value]
	texts    slab[Value]
	records  slab[Record]
}

func (r *reader) tell(at diag.Place, code diag.Code, args ...string) {
	r.problems = append(r.problems, diag.At(at, code, args...))
}

// wrong tells a problem of a node.
func (r *reader) wrong(n *Node, code diag.Code, args ...string) {
	r.tell(n.Place(r.file), code, args...)
}

// record reads one map.
func (r *reader) record(node *Node, table []Key) Record {
	out := Record{place: node.Place(r.file), values: r.values.take(len(node.Pairs))}
	for i := range node.Pairs {
		pair := &node.Pairs[i]
		k := findKey(table, pair.Key.Text)
		if k == nil {
			r.unknown(&pair.Key, table)
			continue
		}
		if earlier := out.of(k); earlier != nil {
			r.tell(pair.Key.Place(r.file), diag.DuplicateKey, pair.Key.Text, earlier.pair.Key.Place(r.file).String())
			continue
		}
		out.values = out.values[:len(out.values)+1] // there is room for all pairs
		v := &out.values[len(out.values)-1]
		if v.key, v.pair = k, pair; pair.Value.Kind != Null {
			r.read(v)
		}
	}
	for i := range table {
		k := &table[i]
		if !k.Required {
			continue
		}
		switch v := out.of(k); {
		case v == nil:
			r.tell(out.place, diag.MissingKey, k.Name, k.Example)
		case v.empty():
			r.tell(v.place(r.file), diag.MissingKey, k.Name, k.Example)
		}
	}
	return out
}

// empty says that the author wrote the key and nothing, or only blanks, behind it.
func (v *value) empty() bool {
	n := &v.pair.Value
	return n.Kind == Null || n.Kind == Scalar && strings.TrimSpace(n.Text) == "" || n.Kind == List && len(n.Items) == 0
}

// findKey looks a key up: as it is first, for most authors write it like that, then without case, marks and separators.
func findKey(table []Key, text string) *Key {
	for i := range table {
		if table[i].Name == text {
			return &table[i]
		}
	}
	wanted := viet.MatchKey(text)
	if wanted == "" {
		return nil
	}
	for i := range table {
		if viet.MatchKey(table[i].Name) == wanted {
			return &table[i]
		}
	}
	return nil
}

func (r *reader) unknown(key *Written, table []Key) {
	names := make([]string, len(table))
	for i := range table {
		names[i] = table[i].Name
	}
	p := diag.At(key.Place(r.file), diag.UnknownKey, shorten(key.Text), strings.Join(names, ", "))
	r.problems = append(r.problems, p.Meant(viet.Nearest(key.Text, names)))
}

// read fills a value whose node is not Null by the type of its key.
func (r *reader) read(v *value) {
	node := &v.pair.Value
	switch v.key.Type {
	case Any:
		r.uniqueKeys(node)
		v.present = true
	case Object:
		r.objects(v, false)
	case ObjectList:
		r.objects(v, true)
	case Picture:
		r.picture(v)
	case TextMap:
		r.textMap(v)
	case YearList, TextList, SlugList, StoryList, AddressList, FieldList, CodeList:
		r.list(v)
	default:
		if node.Kind != Scalar {
			r.wrong(node, diag.WantText, v.key.Name, v.key.Example)
			return
		}
		v.text, v.present = r.text(v, node)
	}
}

// list reads one value or several.
func (r *reader) list(v *value) {
	node := &v.pair.Value
	switch node.Kind {
	case Map:
		r.wrong(node, diag.WantList, v.key.Name, v.key.Example)
	case Scalar:
		v.list = r.texts.take(1)
		r.item(v, node)
	case List:
		v.list = r.texts.take(len(node.Items))
		for i := range node.Items {
			r.item(v, &node.Items[i])
		}
	}
	v.present = len(v.list) > 0
}

func (r *reader) item(v *value, n *Node) {
	switch n.Kind {
	case Scalar:
		if text, ok := r.text(v, n); ok {
			v.list = append(v.list, Value{Text: text, Place: n.Place(r.file), Present: true})
		}
	case List, Map:
		r.wrong(n, diag.WantText, v.key.Name, v.key.Example)
	}
}

// objects reads an Object, or one or several of an ObjectList.
func (r *reader) objects(v *value, several bool) {
	if node := &v.pair.Value; several && node.Kind == List {
		v.records = r.records.take(len(node.Items))
		for i := range node.Items {
			r.object(v, &node.Items[i])
		}
	} else {
		v.records = r.records.take(1)
		r.object(v, node)
	}
	v.present = len(v.records) > 0
}

func (r *reader) object(v *value, item *Node) {
	switch item.Kind {
	case Map:
		v.records = append(v.records, r.record(item, v.key.Sub))
	case Null:
	default:
		r.problems = append(r.problems, diag.At(item.Place(r.file), diag.WantObject, v.key.Name, v.key.Example).Meant(switchMeant(v.key, item)))
	}
}

// picture reads a file's name or an object; both become a record.
func (r *reader) picture(v *value) {
	node := &v.pair.Value
	if node.Kind != Scalar {
		r.objects(v, false)
		v.present = v.present && v.records[0].Has(pictureFileKey.Name)
		return
	}
	if text := strings.TrimSpace(node.Text); text != "" {
		file := append(r.values.take(1), value{key: &pictureFileKey, pair: v.pair, present: true, text: text})
		v.records, v.present = append(r.records.take(1), Record{place: node.Place(r.file), values: file}), true
	}
}

// textMap checks keys that are the author's own. Record.Map gives them.
func (r *reader) textMap(v *value) {
	node := &v.pair.Value
	if node.Kind != Map {
		r.wrong(node, diag.WantObject, v.key.Name, v.key.Example)
		return
	}
	r.uniqueKeys(node)
	for i := range node.Pairs {
		pair := &node.Pairs[i]
		switch pair.Value.Kind {
		case Null:
		case Scalar:
			v.present = v.present || strings.TrimSpace(pair.Value.Text) != ""
		default:
			r.wrong(&pair.Value, diag.WantText, shorten(pair.Key.Text), "…")
		}
	}
}

// uniqueKeys tells keys that stand twice in a map that has no table.
func (r *reader) uniqueKeys(n *Node) {
	for i := range n.Items {
		r.uniqueKeys(&n.Items[i])
	}
	if n.Kind != Map {
		return
	}
	seen := make(map[string]*Written, len(n.Pairs))
	for i := range n.Pairs {
		pair := &n.Pairs[i]
		name := strings.TrimSpace(pair.Key.Text)
		if earlier, ok := seen[name]; ok {
			r.tell(pair.Key.Place(r.file), diag.DuplicateKey, shorten(name), earlier.Place(r.file).String())
		} else {
			seen[name] = &pair.Key
		}
		r.uniqueKeys(&pair.Value)
	}
}
