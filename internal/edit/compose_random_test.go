package edit

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/keys"
	"guongsang/internal/source"
)

// Whatever a form sends reads back as what it meant, and all else stays: values, unknown keys, the body.
func TestComposeRandomly(t *testing.T) {
	files := samples(t)
	for i, path := range slices.Sorted(maps.Keys(files)) {
		for n := range uint64(8) {
			composeRandomly(t, path, files[path], uint64(i)*100+n)
		}
	}
}

func FuzzCompose(f *testing.F) {
	for _, text := range samples(f) {
		f.Add(text, uint64(1))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) < 5000 {
			composeRandomly(t, "content/guong/a.md", text, seed)
		}
	})
}

func composeRandomly(t *testing.T, path, text string, seed uint64) {
	t.Helper()
	old, err := draftOf(path, []byte(text))
	if err != nil || !old.Editable() {
		return
	}
	r := rand.New(rand.NewPCG(seed, 2))
	table := old.Kind.Keys()
	sent := values{}
	for range 1 + r.IntN(4) {
		k := &table[r.IntN(len(table))]
		sent[k.Name] = anyValue(r, k)
	}
	body := old.Body
	if r.IntN(4) == 0 {
		body = strings.TrimSpace(body + "\n\nThêm một đoạn.")
	}
	got, err := Compose([]byte(text), table, sent, body)
	if err != nil {
		t.Fatalf("%s: %v of %v:\n%s", path, err, sent, text)
	}
	now, err := draftOf(path, got)
	if err != nil || len(now.Problems) > 0 || strings.TrimSpace(now.Body) != strings.TrimSpace(body) {
		t.Fatalf("%s: %v %v\n%s", path, err, now.Problems, got)
	}
	for i := range table {
		k := &table[i]
		v, changed := sent[k.Name]
		was, is := old.Values[k.Name], now.Values[k.Name]
		if changed && is == nil {
			is = nothingLike(v)
		}
		switch {
		case !changed:
			if !reflect.DeepEqual(was, is) {
				t.Fatalf("%s: %s was %#v and is %#v:\n%s", path, k.Name, was, is, got)
			}
		case isNothing(v) && isNothing(is):
		case k.Type == keys.Picture && !reflect.DeepEqual(v, is) && isNothing(is):
			t.Fatalf("%s: %s is gone", path, k.Name)
		case !sameValue(k, withoutNothing(v), withoutNothing(is)):
			t.Fatalf("%s: %s is %#v and not %#v:\n%s", path, k.Name, is, v, got)
		}
	}
	if a, b := unknown(t, path, text), unknown(t, path, string(got)); !reflect.DeepEqual(a, b) {
		t.Fatalf("%s: unknown keys were %v and are %v", path, a, b)
	}
	again, err := Compose(got, table, now.Values, now.Body)
	if err != nil || string(again) != string(got) {
		t.Fatalf("%s: %v; saved again:\n%s\nwas\n%s", path, err, again, got)
	}
}

// unknown are the top-level keys that the table does not have, with their values as text.
func unknown(t *testing.T, path, text string) (all []string) {
	t.Helper()
	kind, _ := source.KindOf(path)
	p, _, err := part(source.File{Path: path, Kind: kind}, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.doc.Front.Pairs {
		pair := &p.doc.Front.Pairs[i]
		if keyIn(kind.Keys(), pair.Key.Text) == nil {
			all = append(all, pair.Key.Text, pair.Value.Text)
		}
	}
	return all
}

// withoutNothing leaves out of lists what says nothing: it is not written.
func withoutNothing(v any) any {
	switch v := v.(type) {
	case []any:
		left := slices.DeleteFunc(slices.Clone(v), isNothing)
		for i := range left {
			left[i] = withoutNothing(left[i])
		}
		return left
	case map[string]any:
		left := maps.Clone(v)
		for name := range left {
			left[name] = withoutNothing(left[name])
		}
		return left
	}
	return v
}

func anyValue(r *rand.Rand, k *keys.Key) any {
	switch k.Type {
	case keys.Object, keys.Picture:
		return anyObject(r, k)
	case keys.ObjectList:
		list := []any{}
		for range r.IntN(4) {
			list = append(list, anyObject(r, k))
		}
		return list
	case keys.TextMap:
		return values{"3.6.8": anyText(r, k), "3.6.10": anyText(r, k), "a: b": anyText(r, k)}
	case keys.YearList, keys.TextList, keys.SlugList, keys.StoryList, keys.AddressList, keys.FieldList, keys.CodeList:
		list := []any{}
		for range r.IntN(4) {
			list = append(list, anyText(r, k))
		}
		return list
	}
	return anyText(r, k)
}

func anyObject(r *rand.Rand, k *keys.Key) values {
	out := values{}
	for i := range k.Sub {
		if r.IntN(2) == 0 {
			out[k.Sub[i].Name] = anyValue(r, &k.Sub[i])
		}
	}
	return out
}

func anyText(r *rand.Rand, k *keys.Key) string {
	all := []string{
		"", "", "x", k.Example, "Nguyễn Thị Mẫu", "yes", "null", "2023", "19/05/2023", "2023-05-19", "1,5", "a: b", "a #b", "- a", "[a", "a, b", "\"a\" b", "it's", "a\\b", " a ",
		"một\nhai", "một\r\n\r\nhai\n", "a\u00a0b", "a\u2028b", "a\u0000b", "\xff", "e\u0302", "😀", "# a\n---\nb", "true", "không", "cá nhân", "a\tb", "\u200b", "|", "~",
	}
	return all[r.IntN(len(all))]
}
