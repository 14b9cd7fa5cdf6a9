package keys

import (
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// Read holds a tree against a table: which keys are there, whether each value is what the table wants. The problems come in the
// order of the file; keys that are missing come last. The Record has all that was right.
func Read(node Node, table []Key, file string) (Record, []diag.Problem) {
	r := reader{file: file}
	if node.Kind != Map && node.Kind != Null {
		r.tell(&node, diag.NotKeys)
		return Record{place: node.Place(file)}, r.problems
	}
	return r.record(&node, table), r.problems
}

// reader gathers problems while a tree is walked.
type reader struct {
	file     string
	problems []diag.Problem
	free     []Value // of which room cuts off pieces, since most keys have one text or two
}

// room gives an empty list with room for some texts.
func (r *reader) room(texts int) []Value {
	if len(r.free) < texts {
		r.free = make([]Value, max(texts, 24))
	}
	list := r.free[:0:texts]
	r.free = r.free[texts:]
	return list
}

func (r *reader) tell(n *Node, code diag.Code, args ...string) {
	r.problems = append(r.problems, diag.At(n.Place(r.file), code, args...))
}

// record reads one map.
func (r *reader) record(node *Node, table []Key) Record {
	out := Record{place: node.Place(r.file), values: make([]value, 0, len(node.Pairs))}
	for i := range node.Pairs {
		pair := &node.Pairs[i]
		k := findKey(table, pair.Key.Text)
		if k == nil {
			r.unknown(&pair.Key, table)
			continue
		}
		if earlier := out.find(k.Name); earlier != nil {
			r.tell(&pair.Key, diag.DuplicateKey, pair.Key.Text, earlier.written.Place(r.file).String())
			continue
		}
		out.values = append(out.values, value{key: k, written: &pair.Key, node: &pair.Value})
		if pair.Value.Kind != Null {
			r.read(&out.values[len(out.values)-1])
		}
	}
	for i := range table {
		k := &table[i]
		if !k.Required {
			continue
		}
		switch v := out.find(k.Name); {
		case v == nil:
			r.problems = append(r.problems, diag.At(out.place, diag.MissingKey, k.Name, k.Example))
		case v.empty():
			r.problems = append(r.problems, diag.At(v.place(r.file), diag.MissingKey, k.Name, k.Example))
		}
	}
	return out
}

// empty says that the author wrote the key and nothing, or only blanks, behind it.
func (v *value) empty() bool {
	n := v.node
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

func (r *reader) unknown(key *Node, table []Key) {
	names := make([]string, len(table))
	for i := range table {
		names[i] = table[i].Name
	}
	p := diag.At(key.Place(r.file), diag.UnknownKey, shorten(key.Text), strings.Join(names, ", "))
	r.problems = append(r.problems, p.Meant(viet.Nearest(key.Text, names)))
}

// read fills a value whose node is not Null by the type of its key.
func (r *reader) read(v *value) {
	switch v.key.Type {
	case Any:
		r.uniqueKeys(v.node)
		v.present = true
	case Object:
		r.objects(v, false)
	case ObjectList:
		r.objects(v, true)
	case Picture:
		r.picture(v)
	case TextMap:
		r.textMap(v)
	case YearList, TextList, SlugList, AddressList, FieldList, CodeList:
		r.list(v)
	default:
		if v.node.Kind != Scalar {
			r.tell(v.node, diag.WantText, v.key.Name, v.key.Example)
			return
		}
		if text, ok := r.text(v, v.node); ok {
			v.texts, v.present = append(r.room(1), text), true
		}
	}
}

// list reads one value or several.
func (r *reader) list(v *value) {
	switch v.node.Kind {
	case Map:
		r.tell(v.node, diag.WantList, v.key.Name, v.key.Example)
		return
	case Scalar:
		if text, ok := r.text(v, v.node); ok {
			v.texts, v.present = append(r.room(1), text), true
		}
		return
	}
	v.texts = r.room(len(v.node.Items))
	for i := range v.node.Items {
		item := &v.node.Items[i]
		switch item.Kind {
		case Scalar:
			if text, ok := r.text(v, item); ok {
				v.texts = append(v.texts, text)
			}
		case List, Map:
			r.tell(item, diag.WantText, v.key.Name, v.key.Example)
		}
	}
	v.present = len(v.texts) > 0
}

// objects reads an Object, or one or several of an ObjectList.
func (r *reader) objects(v *value, several bool) {
	if several && v.node.Kind == List {
		v.records = make([]Record, 0, len(v.node.Items))
		for i := range v.node.Items {
			r.object(v, &v.node.Items[i])
		}
	} else {
		r.object(v, v.node)
	}
	v.present = len(v.records) > 0
}

func (r *reader) object(v *value, item *Node) {
	switch item.Kind {
	case Map:
		v.records = append(v.records, r.record(item, v.key.Sub))
	case Null:
	default:
		r.tell(item, diag.WantObject, v.key.Name, v.key.Example)
	}
}

// picture reads a file's name or an object; both become a record.
func (r *reader) picture(v *value) {
	if v.node.Kind != Scalar {
		r.objects(v, false)
		if len(v.records) > 0 {
			v.texts = v.records[0].List(pictureFileKey.Name)
			v.present = len(v.texts) > 0
		}
		return
	}
	text := strings.TrimSpace(v.node.Text)
	if text == "" {
		return
	}
	place := v.place(r.file)
	v.texts, v.present = append(r.room(1), Value{Text: text, Place: place, Present: true}), true
	file := value{key: &pictureFileKey, written: v.written, present: true, texts: v.texts, node: v.node}
	v.records = []Record{{place: place, values: []value{file}}}
}

// textMap reads keys that are the author's own.
func (r *reader) textMap(v *value) {
	if v.node.Kind != Map {
		r.tell(v.node, diag.WantObject, v.key.Name, v.key.Example)
		return
	}
	r.uniqueKeys(v.node)
	for i := range v.node.Pairs {
		pair := &v.node.Pairs[i]
		switch pair.Value.Kind {
		case Null:
		case Scalar:
			text := Value{Text: strings.TrimSpace(pair.Value.Text), Place: pair.Value.Place(r.file), Present: true}
			key := Value{Text: strings.TrimSpace(pair.Key.Text), Place: pair.Key.Place(r.file), Present: true}
			if text.Text != "" {
				v.entries = append(v.entries, Entry{Key: key, Value: text})
			}
		default:
			r.tell(&pair.Value, diag.WantText, shorten(pair.Key.Text), "…")
		}
	}
	v.present = len(v.entries) > 0
}

// uniqueKeys tells keys that stand twice in a map that has no table.
func (r *reader) uniqueKeys(n *Node) {
	for i := range n.Items {
		r.uniqueKeys(&n.Items[i])
	}
	if n.Kind != Map {
		return
	}
	seen := make(map[string]*Node, len(n.Pairs))
	for i := range n.Pairs {
		pair := &n.Pairs[i]
		name := strings.TrimSpace(pair.Key.Text)
		if earlier, ok := seen[name]; ok {
			r.tell(&pair.Key, diag.DuplicateKey, shorten(name), earlier.Place(r.file).String())
		} else {
			seen[name] = &pair.Key
		}
		r.uniqueKeys(&pair.Value)
	}
}
