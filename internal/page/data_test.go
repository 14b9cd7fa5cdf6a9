package page

import (
	"encoding/json"
	"strings"
	"testing"
)

// FuzzAppendString: what is written is JSON of the same text and cannot end a script element.
func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "Hà \"Nội\"", "</script><!--", "a\\b\n\t\x00\x7f", "\u2028\u2029\u2030", "Đ&Đ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		got := string(appendString(nil, s))
		var back string
		if err := json.Unmarshal([]byte(got), &back); err != nil || back != s {
			t.Fatalf("%q is written %s, read as %q, %v", s, got, back, err)
		}
		if strings.ContainsAny(got, "<>&\u2028\u2029") {
			t.Fatalf("%q is written %s", s, got)
		}
	})
}

// Members stand in the order in which they were told, and what says nothing is left out.
func TestDescribe(t *testing.T) {
	f := Frame{
		Base: "https://a.example/", Schema: "CollectionPage", Heading: `"A" & B`, Lang: "vi", Canonical: "https://a.example/b/",
		Crumbs: []Link{{Text: "Nhà", Address: "~/"}, {Text: "B"}},
	}
	const (
		page  = `{"@type":"CollectionPage","name":"\"A\" \u0026 B","inLanguage":"vi","url":"https://a.example/b/"`
		items = `,"mainEntity":{"@type":"ItemList","numberOfItems":2,"itemListElement":[` +
			`{"@type":"ListItem","position":1,"name":"C","url":"https://a.example/c/"},{"@type":"ListItem","position":2,"name":"D"}]}`
		way = `},{"@type":"BreadcrumbList","itemListElement":[` +
			`{"@type":"ListItem","position":1,"name":"Nhà","item":"https://a.example/"},{"@type":"ListItem","position":2,"name":"B"}]}`
	)
	for _, c := range []struct {
		name  string
		items []Link
		want  string
	}{
		{"a page", nil, page + way},
		{"a list", []Link{{Text: "C", Address: "~/c/"}, {Text: "D", Address: "https://elsewhere.example/"}}, page + items + way},
	} {
		f.describe(c.items)
		if want := `{"@context":"https://schema.org","@graph":[` + c.want + `]}`; string(f.Data) != want {
			t.Errorf("%s\ngot  %s\nwant %s", c.name, f.Data, want)
		}
		if !json.Valid([]byte(f.Data)) {
			t.Errorf("%s is no JSON: %s", c.name, f.Data)
		}
	}
	f = Frame{Heading: "A"}
	if f.describe(nil); f.Data != "" {
		t.Errorf("a page of which nothing is to be said: %s", f.Data)
	}
}
