package edit

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/keys"
	"guongsang/internal/yamltext"
)

// errShape says that a value has not the shape that its key has. No form of ours sends one.
var errShape = errors.New("the value has not the shape of its key")

// merge gives the tree that a map becomes when it gets values: what they do not concern stays. Of a whole object they are all that the table knows of it,
// so that a key that is not among them goes.
func merge(old *keys.Node, table []keys.Key, values map[string]any, whole bool) (keys.Node, error) {
	out := keys.Node{Kind: keys.Map, Pairs: slices.Clone(old.Pairs)}
	for name := range values {
		if keyIn(table, name) == nil || keyIn(table, name).Name != name {
			return out, fmt.Errorf("%q: %w", name, errShape)
		}
	}
	for i := range table {
		k := &table[i]
		v, given := values[k.Name]
		if !given && !whole {
			continue
		}
		at := valueIn(&out, table, k)
		var was keys.Node
		if at >= 0 {
			was = out.Pairs[at].Value
		}
		shown, ok := valueOf(k, &was)
		if ok && sameValue(k, shown, v) || isNothing(v) && (!ok || isNothing(shown)) {
			continue
		}
		now, err := mergeValue(k, was, v)
		switch {
		case err != nil:
			return out, fmt.Errorf("%s: %w", k.Name, err)
		case now.Kind == keys.Null && at >= 0:
			out.Pairs = slices.Delete(out.Pairs, at, at+1)
		case now.Kind == keys.Null:
		case at >= 0:
			out.Pairs[at].Value = now
		default:
			out.Pairs = slices.Insert(out.Pairs, placeOf(&out, table, i), keys.Pair{Key: keys.Written{Text: k.Name}, Value: now})
		}
	}
	return out, nil
}

// placeOf is where a new key belongs among those that are there: behind the nearest that the table has before it, else before the nearest that
// it has after it.
func placeOf(n *keys.Node, table []keys.Key, key int) int {
	for i := key - 1; i >= 0; i-- {
		if at := valueIn(n, table, &table[i]); at >= 0 {
			return at + 1
		}
	}
	for i := key + 1; i < len(table); i++ {
		if at := valueIn(n, table, &table[i]); at >= 0 {
			return at
		}
	}
	return len(n.Pairs)
}

// mergeValue gives what a value becomes, Null where nothing is left of it.
func mergeValue(k *keys.Key, was keys.Node, v any) (keys.Node, error) {
	if isNothing(v) {
		return keys.Node{}, nil
	}
	switch k.Type {
	case keys.Picture:
		return mergePicture(k, was, v)
	case keys.Object:
		return mergeObject(k, was, v)
	case keys.ObjectList:
		return mergeObjects(k, was, v)
	case keys.TextMap:
		return mergeTexts(k, was, v)
	case keys.YearList, keys.TextList, keys.SlugList, keys.StoryList, keys.AddressList, keys.FieldList, keys.CodeList:
		return mergeList(k, was, v)
	}
	text, ok := v.(string)
	if !ok || k.Type == keys.Any {
		return keys.Node{}, errShape
	}
	return scalar(written(k, text, was.Text)), nil
}

func scalar(text string) keys.Node { return keys.Node{Kind: keys.Scalar, Text: text} }

func mergeObject(k *keys.Key, was keys.Node, v any) (keys.Node, error) {
	values, ok := v.(map[string]any)
	if !ok {
		return keys.Node{}, errShape
	}
	if was.Kind != keys.Map {
		was = keys.Node{}
	}
	return merge(&was, k.Sub, values, true)
}

// mergePicture keeps a picture that is a mere name one as long as there is nothing else to say of it.
func mergePicture(k *keys.Key, was keys.Node, v any) (keys.Node, error) {
	file := k.Sub[0].Name
	if text, ok := v.(string); ok {
		v = map[string]any{file: text}
	}
	isName := was.Kind != keys.Map
	if was.Kind == keys.Scalar {
		was = keys.Node{Kind: keys.Map, Pairs: []keys.Pair{{Key: keys.Written{Text: file}, Value: was}}}
	}
	now, err := mergeObject(k, was, v)
	if err == nil && isName && len(now.Pairs) == 1 && now.Pairs[0].Key.Text == file {
		return now.Pairs[0].Value, nil
	}
	return now, err
}

// mergeObjects finds for each wanted object the one that it was, so that what the form does not know stays in it.
func mergeObjects(k *keys.Key, was keys.Node, v any) (keys.Node, error) {
	wanted, ok := v.([]any)
	if !ok {
		return keys.Node{}, errShape
	}
	wanted = slices.DeleteFunc(slices.Clone(wanted), isNothing)
	old := itemsOf(&was)
	known, fresh := make([]keys.Node, len(old)), make([]keys.Node, len(wanted))
	for i := range old {
		known[i] = shownAs(k, &old[i])
	}
	for i := range wanted {
		one, err := mergeObject(k, keys.Node{}, wanted[i])
		if err != nil {
			return keys.Node{}, err
		}
		fresh[i] = one
	}
	out := keys.Node{Kind: keys.List, Items: fresh}
	for j, i := range yamltext.Match(known, fresh) {
		if i < 0 {
			continue
		}
		one, err := mergeObject(k, old[i], wanted[j])
		if err != nil {
			return keys.Node{}, err
		}
		out.Items[j] = one
	}
	if was.Kind == keys.Map && len(out.Items) == 1 {
		return out.Items[0], nil
	}
	return out, nil
}

// shownAs is an object with what the form knows of it only, written as the form would write it.
func shownAs(k *keys.Key, n *keys.Node) keys.Node {
	if v, ok := objectOf(k, n); ok {
		if one, err := mergeObject(k, keys.Node{}, v); err == nil {
			return one
		}
	}
	return keys.Node{}
}

// mergeTexts keeps the author's own keys in their order; new ones come behind them in theirs.
func mergeTexts(k *keys.Key, was keys.Node, v any) (keys.Node, error) {
	values, ok := v.(map[string]any)
	if !ok {
		return keys.Node{}, errShape
	}
	out := keys.Node{Kind: keys.Map}
	met := map[string]bool{}
	for _, pair := range was.Pairs {
		key := strings.TrimSpace(pair.Key.Text)
		text, given := values[key].(string)
		switch {
		case met[key] || !given && values[key] == nil:
			if met[key] {
				out.Pairs = append(out.Pairs, pair)
			}
		case !given:
			return keys.Node{}, errShape
		case meaning(k, text) == meaning(k, pair.Value.Text):
			out.Pairs = append(out.Pairs, pair)
		case clean(text) != "":
			pair.Value = scalar(written(k, text, pair.Value.Text))
			out.Pairs = append(out.Pairs, pair)
		}
		met[key] = true
	}
	var names []string
	for name := range values {
		if !met[name] {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, compareCodes)
	for _, name := range names {
		text, ok := values[name].(string)
		key := strings.Join(strings.Fields(clean(name)), " ")
		if !ok || key == "" {
			return keys.Node{}, errShape
		}
		if clean(text) != "" {
			out.Pairs = append(out.Pairs, keys.Pair{Key: keys.Written{Text: key}, Value: scalar(written(k, text, ""))})
		}
	}
	return out, nil
}

// compareCodes puts 3.6.9 before 3.6.10.
func compareCodes(a, b string) int {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	return slices.CompareFunc(x, y, func(p, q string) int {
		if len(p) != len(q) {
			return len(p) - len(q)
		}
		return strings.Compare(p, q)
	})
}

// mergeList keeps the items that mean the same as they are written.
func mergeList(k *keys.Key, was keys.Node, v any) (keys.Node, error) {
	if text, ok := v.(string); ok {
		v = []any{text}
	}
	wanted, ok := v.([]any)
	if !ok {
		return keys.Node{}, errShape
	}
	left := slices.Clone(itemsOf(&was))
	out := keys.Node{Kind: keys.List}
	for _, item := range wanted {
		text, ok := item.(string)
		if !ok {
			return keys.Node{}, errShape
		}
		if clean(text) == "" {
			continue
		}
		same := func(n keys.Node) bool { return n.Kind == keys.Scalar && meaning(k, n.Text) == meaning(k, text) }
		if i := slices.IndexFunc(left, same); i >= 0 {
			out.Items = append(out.Items, left[i])
			left = slices.Delete(left, i, i+1)
		} else {
			out.Items = append(out.Items, scalar(written(k, text, "")))
		}
	}
	alone := k.Type == keys.YearList || k.Type == keys.FieldList // are most often written without brackets
	if len(out.Items) == 1 && (was.Kind == keys.Scalar || was.Kind == keys.Null && alone) {
		return out.Items[0], nil
	}
	return out, nil
}
