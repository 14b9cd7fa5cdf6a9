package theme

import (
	"bytes"
	"html/template"
	"reflect"
	"strings"
	"testing"
)

// letters is a view with one text in all the types that html/template knows, and with numbers.
type letters struct {
	S     string
	N     named
	HTML  template.HTML
	URL   template.URL
	JS    template.JS
	JSStr template.JSStr
	Attr  template.HTMLAttr
	CSS   template.CSS
	Set   template.Srcset
	I     int
	I8    int8
	U     uint64
	B     bool
}

type named string

func lettersOf(s string, n int64) letters {
	return letters{
		s, named(s), template.HTML(s), template.URL(s), template.JS(s), template.JSStr(s), template.HTMLAttr(s), template.CSS(s), template.Srcset(s),
		int(n), int8(n), uint64(n), n%2 == 0,
	}
}

// contexts are the places where values are written. Refused are the types of values that are left to html/template there.
var contexts = []struct{ name, text, refused string }{
	{"text", `<p>{{.X}}</p>`, ""},
	{"title", `<title>{{.X}}</title>`, ""},
	{"textarea", `<textarea>{{.X}}</textarea>`, ""},
	{"attribute", `<p title="{{.X}}">`, "HTML"},
	{"attribute in apostrophes", `<p title='a {{.X}} b'>`, "HTML"},
	{"attribute without quotes", `<p title={{.X}}>`, "HTML"},
	{"data", `<p data-field="{{.X}}">`, "HTML"},
	{"address", `<a href="{{.X}}">`, ""},
	{"address in apostrophes", `<a href='{{.X}}'>`, ""},
	{"address without quotes", `<a href={{.X}}>`, ""},
	{"end of an address", `<a href="/a/{{.X}}">`, ""},
	{"question", `<a href="/a?q={{.X}}">`, ""},
	{"fragment without quotes", `<a href=/a#{{.X}}>`, ""},
	{"fragment", `<a href="#{{.X}}">`, ""},
	{"picture", `<img src="{{.X}}">`, ""},
	{"refresh", `<meta http-equiv="refresh" content="0; url={{.X}}">`, ""},
	{"meta", `<meta name="description" content="{{.X}}">`, "HTML"},
	{"script", `<script>let x = {{.X}};</script>`, ""},
	{"JSON", `<script type="application/ld+json">{{.X}}</script>`, ""},
	{"text in a script", `<script>f("{{.X}}")</script>`, ""},
	{"text in apostrophes", `<script>f('{{.X}}')</script>`, ""},
	{"handler", `<a onclick="f({{.X}})">`, "I I8 U B"},
	{"text in a handler", `<a onclick="f('{{.X}}')">`, ""},
	{"style", `<p style="width: {{.X}}px">`, "S N HTML URL JS JSStr Attr CSS Set"},
	{"style sheet", `<style>p { width: {{.X}}px }</style>`, "S N HTML URL JS JSStr Attr CSS Set"},
	{"address in a style", `<p style="background: url('{{.X}}')">`, ""},
	{"srcset", `<img srcset="{{.X}}">`, "S N HTML URL JS JSStr Attr CSS Set I I8 U B"},
	{"name of an attribute", `<p {{.X}}>`, "S N HTML URL JS JSStr Attr CSS Set I I8 U B"},
	{"template in a script", "<script>let x = `{{.X}}`;</script>", "S N HTML URL JS JSStr Attr CSS Set I I8 U B"},
	{"expression in a script", `<script>let x = /a{{.X}}b/;</script>`, "S N HTML URL JS JSStr Attr CSS Set I I8 U B"},
}

// formsOf compiles every field of letters in every context, and says where that is not what contexts promises.
func formsOf(t testing.TB) (all []*form) {
	for _, c := range contexts {
		for field := range reflect.TypeFor[letters]().Fields() {
			set, err := template.New(c.name + " " + field.Name).Parse(strings.ReplaceAll(c.text, ".X", "."+field.Name))
			if err != nil {
				t.Fatal(err)
			}
			f := newForm(set, letters{}, functions{})
			refused := false
			for _, name := range strings.Fields(c.refused) {
				refused = refused || name == field.Name
			}
			if refused != (f.body == nil) {
				t.Errorf("%s: no to %q", set.Name(), f.no)
			}
			if f.body != nil {
				all = append(all, f)
			}
		}
	}
	return all
}

// Every escaper writes what html/template's writes, whatever the text.
func FuzzEscapers(f *testing.F) {
	forms := formsOf(f)
	for i, s := range hostile {
		f.Add(s, int64(i-3))
	}
	for r := range rune(0x250) {
		f.Add("a"+string(r)+"b", int64(r)<<20)
		f.Add(string([]byte{byte(r)}), -int64(r))
	}
	for _, r := range []rune{0x2027, 0x2028, 0x2029, 0x202a, 0xfdcf, 0xfdd0, 0xfdef, 0xfdf0, 0xffef, 0xfff0, 0xfffd, 0xffff, 0x10000, 0x1fdd0, 0x10ffff} {
		f.Add(string(r)+string(r)+"x", int64(r))
	}
	f.Fuzz(func(t *testing.T, s string, n int64) {
		view := lettersOf(s, n)
		for _, form := range forms {
			var want bytes.Buffer
			if err := form.set.Execute(&want, view); err != nil {
				t.Fatal(err)
			}
			got, done := form.run(nil, reflect.ValueOf(view))
			if !done || string(got) != want.String() {
				t.Fatalf("%s of %q, %d: executed %v\n%s", form.set.Name(), s, n, done, difference(string(got), want.String()))
			}
		}
	})
}
