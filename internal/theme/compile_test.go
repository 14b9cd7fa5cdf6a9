package theme

import (
	"html/template"
	"reflect"
	"testing"
)

// What the compiler knows is written as html/template writes it.
func TestConstructs(t *testing.T) {
	for _, text := range []string{
		``, `a{{/* b */}} c {{- "d" -}} e`, `{{5}} {{-7}} {{010}} {{true}} {{"<"}} {{.Text}} {{.Deep.Link.Text}} {{$.S}} {{$.Deep.Link.Text}} {{(.Deep).Link.Text}}`,
		`{{.S}}{{.I}}{{.I8}}{{.U}}{{.B}}{{.HTML}}{{.N}}<a href="{{.S}}" title="{{.S}}">`,
		`{{if .S}}a{{end}}{{if .I}}b{{else}}c{{end}}{{if .L}}d{{else if .B}}e{{else if .U}}f{{else}}g{{end}}{{if .F}}h{{end}}{{if .Deep}}i{{end}}{{if .Map}}j{{end}}{{if .Pair}}k{{end}}{{if .N}}l{{end}}`,
		`{{if $x := .S}}{{$x}}{{else}}({{$x}}){{end}}{{with $x := .L}}{{len $x}}{{else}}{{len $x}}{{.S}}{{end}}`,
		`{{with .S}}{{.}}{{else}}{{.I}}{{end}}{{with .Deep.Link}}{{.Text}}{{$.S}}{{end}}{{with .S}}1{{else with .T}}{{.}}{{else}}3{{end}}{{with or .S .T}}{{.}}{{end}}{{with and .S .T}}{{.}}{{end}}`,
		`{{range .L}}[{{.}}{{$.S}}]{{else}}none{{.S}}{{end}}{{range $x := .Links}}{{$x.Text}}{{.Address}}{{end}}{{range $i, $x := .M}}{{$i}}{{if $i}}, {{end}}{{$x}}{{end}}`,
		`{{range .Pair}}{{.}};{{end}}{{range $i, $row := .Grid}}{{range $j, $n := $row}}{{$i}}:{{$j}}={{$n}} {{else}}empty{{end}}{{end}}`,
		`{{range 3}}{{.}}{{end}}{{range $n := .I8}}{{$n}}{{if gt $n 3}}{{break}}{{end}}{{else}}no{{end}}{{range .U}}{{if gt . 2}}{{break}}{{end}}{{.}}{{end}}`,
		`{{range $k, $v := .Map}}{{$k}}={{$v}};{{end}}{{range .Map}}{{.}}{{end}}{{range $k, $v := .ByInt}}{{$k}}{{$v.Text}}{{end}}{{range $k, $v := .ByU}}{{$k}}{{$v}}{{end}}`,
		`{{range .L}}{{if eq . "x"}}{{continue}}{{end}}{{with .}}{{if eq . ""}}{{continue}}{{else if eq . "sign"}}{{break}}{{end}}{{.}}{{end}};{{end}}`,
		`{{$x := "a"}}{{if .B}}{{$x = "b"}}{{end}}{{$x}}{{range .L}}{{$x = .}}{{end}}{{$x}}{{if .C}}{{$x := 5}}{{$x}}{{$x = 6}}{{$x}}{{end}}{{$x}}{{$x := .I}}{{$x}}`,
		`{{$n := 0}}{{range $i, $x := .L}}{{$n = $i}}{{$y := $x}}{{range $.M}}{{$y}}{{$y = .}}{{end}}{{end}}{{$n}}`,
		`{{define "a"}}<b>{{.}}{{$}}</b>{{end}}{{template "a" .S}}{{template "a" .I}}{{template "a" .HTML}}{{range .L}}{{template "a" .}}{{end}}{{define "none"}}x{{end}}{{template "none"}}`,
		`{{define "tree"}}<li>{{.Name}}{{with .Kids}}<ul>{{range .}}{{template "tree" .}}{{end}}</ul>{{end}}</li>{{end}}{{template "tree" .Tree}}`,
		`{{define "v"}}{{$x := .}}{{$x}}{{end}}{{$x := .S}}{{template "v" .T}}{{$x}}{{block "c" .Deep.Link}}{{.Text}}{{end}}`,
		`{{t "plain"}}{{t "none"}}{{t "one" .S}}{{t "two" .S .I}}{{t "two" .HTML .B .U}}{{.S | t "one"}}<p title="{{t "one" .S}}"><title>{{t "two" .S .T "<"}}</title>{{t .S}}{{t .S .T}}<a href="{{t "one" .S}}">`,
		`{{icon "sign"}}{{icon .S}}{{"a" | icon}}{{asset "style.css"}}<a href="{{asset .S}}">{{fragment .Key}}`,
		`{{if eq .S .T}}a{{end}}{{if eq .S "x" "y" .T}}b{{end}}{{if ne .I .J}}c{{end}}{{if lt .I .J}}d{{end}}{{if le .I .J}}e{{end}}{{if gt .I .J}}f{{end}}{{if ge .I .J}}g{{end}}`,
		`{{if eq .U .I}}a{{end}}{{if lt .U .I}}b{{end}}{{if le .I .U}}c{{end}}{{if ge .U .V}}d{{end}}{{if eq .U .V}}e{{end}}{{if gt .U 3}}f{{end}}{{if lt .S .T}}g{{end}}{{if le .S .T}}h{{end}}{{eq .B .C}}{{ne .B true}}{{eq .I8 1}}{{eq .N "x"}}{{if ge .S "b"}}i{{end}}`,
		`{{if and .S .I}}a{{end}}{{if or .S .L .I}}b{{end}}{{if not .S}}c{{end}}{{if and (or .S .I) (not (eq .S "x"))}}d{{end}}{{if or (and .B .C) (gt (len .L) 1)}}e{{end}}{{not .B}}{{if and .S}}f{{end}}{{if .C | and .B | not}}g{{end}}`,
		`{{or .S .T}}{{and .S .T}}{{or .B .C}}{{and .I .J 5}}{{.T | or .S}}`,
		`{{len .S}}{{len .L}}{{len .Pair}}{{len .Map}}{{.S | len}}{{index .Pair 0}}{{index .Map "k"}}{{index .Map .S}}{{(index .ByInt 7).Text}}{{(index .ByInt .I).Text}}`,
		`{{index .L 0}}`, `{{index .Grid 0 1}}`, `{{index .L .I}}`, `{{(index .Links 1).Text}}`, `{{index .L 0 | len}}`,
		`{{printf "%s-%d" .S .I}}{{print .S .I .B}}{{println .S}}{{.S | printf "%q %v" .HTML}}{{printf "plain"}}{{printf "%d" .S}}{{(printf "%s" .S)}}<a href="{{printf "/%s" .S}}">`,
		`<script>let a = {{.S}}, b = {{.I}}, c = {{.B}};</script><script>f("{{.S}}")</script><a onclick="f('{{.S}}', {{.T}})">`,
	} {
		f := formOf(t, text)
		if f.body == nil {
			t.Errorf("%s: no to %q", text, f.no)
			continue
		}
		for _, v := range views() {
			same(t, f, v)
			same(t, f, *v)
		}
	}
}

// What the compiler does not know is html/template's, whole.
func TestFallBack(t *testing.T) {
	for _, text := range []string{
		`{{.Method}}`, `{{.Changes}}`, `{{.Pointer.Text}}`, `{{.Any}}`, `{{call .Func}}`, `{{.F}}`, `{{.Level}}`, `{{.L}}`, `{{.Deep}}`, `{{.Map}}`, `{{.Map.k}}`, `{{.}}`, `{{with .Pointer}}{{.Text}}{{end}}`,
		`{{.S | html}}`, `{{.S | urlquery}}`, `{{js .S}}`, `{{slice .S 0 1}}`, `{{html .S "a"}}`, `{{1.5}}`, `{{'a'}}`, `{{0x10}}`, `{{or .S .I}}`, `{{if eq .S nil}}{{end}}`, `{{if eq .F 1.0}}{{end}}`, `{{eq .S .I}}`,
		`{{eq .Key .Key}}`, `{{lt .B .C}}`, `{{index .S 0}}`, `{{index .ByU 3}}`, `{{t "one" .Level}}`, `{{t .N}}`, `{{icon .N}}`, `{{printf "%v" .L}}`, `{{len .I}}`, `{{if .Any}}a{{end}}`, `{{range .Any}}{{end}}`, `{{range .S}}{{end}}`,
		`{{range $x := .L}}a{{else}}{{$x}}{{end}}`, `{{$x := 1}}{{$x = "a"}}`, `{{$x := ""}}{{range $x = .L}}{{$x}}{{end}}`, `{{$x := .Pointer}}{{$x.Text}}`, `{{range $i, $x := 3}}{{$i}}{{end}}`, `{{if ($x := .S)}}a{{end}}`,
		`{{define "a"}}{{.}}{{end}}<p title="{{template "a" .S}}">`, `{{define "a"}}{{.}}{{end}}<title>{{template "a" .S}}</title>`, `{{define "a"}}{{.}}{{end}}{{template "a"}}`, `<p title="{{.HTML}}">`, `<p style="color: {{.S}}">`,
		`<img srcset="{{.S}}">`, `<script>let x = {{.L}};</script>`, `<p {{.S}}="a">`, `<script>/* {{.S}} */</script>`, `{{template "missing" .}}`, `{{break}}`, `{{if .B}}<p title="{{end}}`,
	} {
		if _, err := template.New("page").Funcs(testFunctions().names()).Parse(text); err != nil {
			continue // neither knows it
		}
		f := formOf(t, text)
		if f.body != nil || f.no == "" {
			t.Errorf("%s: compiled", text)
		}
		for _, v := range views() {
			sameTogether(t, f, v)
		}
	}
}

// sameTogether holds what is written against html/template alone.
func sameTogether(t *testing.T, f *form, v *everything) {
	t.Helper()
	got, err := textOf(f, v)
	want, wantErr := textOf(&form{set: f.set}, v)
	if got != want || (err == nil) != (wantErr == nil) {
		t.Errorf("%s\n%v and %v", difference(got, want), err, wantErr)
	}
}

// A view that is deeper than the compiled form goes is written by html/template.
func TestDepth(t *testing.T) {
	f := formOf(t, `{{define "tree"}}{{.Name}}{{range .Kids}}({{template "tree" .}}){{end}}{{end}}{{template "tree" .Tree}}`)
	deep := tree{Name: "end"}
	for range 2 * deepest {
		deep = tree{"<", []tree{deep}}
	}
	if _, done := f.run(nil, reflect.ValueOf(everything{Tree: deep})); done || f.body == nil {
		t.Error("it was written")
	}
	sameTogether(t, f, &everything{Tree: deep})
}

// A page costs no memory.
func TestNoAllocations(t *testing.T) {
	loaded := builtIn(t, "sen")
	form, view := loaded.pages["story.html"](), reflect.ValueOf(story(t, loaded)).Elem()
	r := new(run)
	if n := testing.AllocsPerRun(20, func() {
		r.out = r.out[:0]
		form.body.call(r, view)
	}); n != 0 || r.failed || len(r.out) == 0 {
		t.Errorf("%v allocations, failed %v, %d bytes", n, r.failed, len(r.out))
	}
}
