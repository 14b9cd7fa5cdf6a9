package edit

import (
	"strings"

	"guongsang/internal/keys"
	"guongsang/internal/viet"
)

// keyIn is the line of a table that a key of a file is, or nil.
func keyIn(table []keys.Key, text string) *keys.Key {
	for i := range table {
		if table[i].Name == text {
			return &table[i]
		}
	}
	wanted := viet.MatchKey(text)
	for i := range table {
		if wanted != "" && viet.MatchKey(table[i].Name) == wanted {
			return &table[i]
		}
	}
	return nil
}

// valueIn is the index of the pair that has a key of a table, the first one where it is there twice; -1 where it is not there.
func valueIn(n *keys.Node, table []keys.Key, k *keys.Key) int {
	for i := range n.Pairs {
		if keyIn(table, n.Pairs[i].Key.Text) == k {
			return i
		}
	}
	return -1
}

// valuesOf gives the values of a map as a Draft has them.
func valuesOf(n *keys.Node, table []keys.Key) map[string]any {
	out := map[string]any{}
	for i := range table {
		k := &table[i]
		if at := valueIn(n, table, k); at >= 0 {
			if v, ok := valueOf(k, &n.Pairs[at].Value); ok {
				out[k.Name] = v
			}
		}
	}
	return out
}

// valueOf gives one value in the shape that its key has; ok is false where the author's is another.
func valueOf(k *keys.Key, n *keys.Node) (v any, ok bool) {
	switch k.Type {
	case keys.Any:
		return nil, false
	case keys.Object, keys.Picture:
		return objectOf(k, n)
	case keys.TextMap:
		return textsOf(n)
	case keys.ObjectList, keys.YearList, keys.TextList, keys.SlugList, keys.StoryList, keys.AddressList, keys.FieldList, keys.CodeList:
		list := []any{}
		for i := range itemsOf(n) {
			item, ok := itemOf(k, &itemsOf(n)[i])
			if !ok {
				return nil, false
			}
			list = append(list, item)
		}
		return list, true
	}
	return textOf(n)
}

// itemsOf are the items of a list, or the one value that stands for a list of one.
func itemsOf(n *keys.Node) []keys.Node {
	switch n.Kind {
	case keys.Null:
		return nil
	case keys.List:
		return n.Items
	default:
		return []keys.Node{*n}
	}
}

func itemOf(k *keys.Key, n *keys.Node) (any, bool) {
	if k.Type == keys.ObjectList {
		return objectOf(k, n)
	}
	return textOf(n)
}

func textOf(n *keys.Node) (any, bool) {
	return n.Text, n.Kind == keys.Scalar || n.Kind == keys.Null
}

func objectOf(k *keys.Key, n *keys.Node) (any, bool) {
	switch {
	case n.Kind == keys.Scalar && k.Type == keys.Picture:
		if strings.TrimSpace(n.Text) == "" {
			return map[string]any{}, true
		}
		return map[string]any{k.Sub[0].Name: n.Text}, true
	case n.Kind == keys.Map, n.Kind == keys.Null:
		return valuesOf(n, k.Sub), true
	}
	return nil, false
}

// textsOf gives a map with the author's own keys.
func textsOf(n *keys.Node) (any, bool) {
	out := map[string]any{}
	for i := range n.Pairs {
		text, ok := textOf(&n.Pairs[i].Value)
		if !ok {
			return nil, false
		}
		if key := strings.TrimSpace(n.Pairs[i].Key.Text); out[key] == nil {
			out[key] = text
		}
	}
	return out, n.Kind == keys.Map || n.Kind == keys.Null
}
