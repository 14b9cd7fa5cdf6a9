package theme_test

import (
	"html/template"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/theme"
)

// The views of the tests' own theme.
type (
	pageView struct {
		Title string
		Link  linkView
		Cards []digest.Key
		Body  template.HTML
		Flag  bool
	}
	linkView struct{ Text, Address string }
	cardView struct{ Name string }
)

// tiny is a whole theme.
func tiny() map[string]string {
	return map[string]string{
		"templates/base.html":       "<!DOCTYPE html>\n<html lang=\"vi\">\n<head><title>{{.Title}}</title>\n<link rel=\"stylesheet\" href=\"{{asset \"css/style.css\"}}\">\n</head>\n<body>\n{{block \"main\" .}}{{end}}\n</body>\n</html>\n",
		"templates/page.html":       "{{define \"main\"}}\n<h1>{{.Title}}</h1>\n{{template \"parts/link.html\" .Link}}\n{{range .Cards}}{{fragment .}}{{end}}\n<p>{{t \"hello\" .Title}} {{icon \"sign\"}}</p>\n{{.Body}}\n{{end}}\n",
		"templates/alone.html":      "<!doctype html>\n<html lang=\"vi\"><head><title>{{.Title}}</title></head><body><p>{{t \"moved\"}}</p></body></html>\n",
		"templates/card.html":       "<p>{{.Name}} {{t \"moved\"}}</p>\n",
		"templates/parts/link.html": "{{if .Address}}\n<a href=\"{{.Address}}\">{{.Text}}</a>\n{{else}}{{.Text}}{{end}}\n",
		"i18n/vi.yaml":              "hello: \"Chào {0}\"\nmoved: \"Đã chuyển\"\n",
		"i18n/en.yaml":              "hello: \"Hello {0}\"\nmoved: \"Moved\"\n",
		"assets/css/style.css":      "@font-face {\n  src: url(\"../fonts/a.woff2\") format(\"woff2\");\n}\np { margin: 0px; background: url(data:image/png;base64,AAAA) }\n",
		"assets/fonts/a.woff2":      "font",
		"assets/fonts/OFL.txt":      "licence",
		"assets/README.md":          "notes",
		"icons/sign.svg":            "<svg viewBox=\"0 0 4 4\">\n  <path d=\"M0 0h4\"/>\n</svg>\n",
	}
}

func layer(name string, files map[string]string) theme.Layer {
	fsys := fstest.MapFS{}
	for path, text := range files {
		fsys[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return theme.Layer{Name: name, FS: fsys}
}

func options(layers ...theme.Layer) theme.Options {
	return theme.Options{
		Layers: layers, Language: "vi", AssetFolder: "~/tai-nguyen/", Needed: []string{"moved"},
		Pages: map[string]any{"page.html": pageView{}, "alone.html": pageView{}}, Fragments: map[string]any{"card.html": cardView{}},
	}
}

// with is the theme with a few files changed; an empty text takes a file away.
func with(files map[string]string, changes ...string) map[string]string {
	files = maps.Clone(files)
	for i := 0; i < len(changes); i += 2 {
		files[changes[i]] = changes[i+1]
		if changes[i+1] == "" {
			delete(files, changes[i])
		}
	}
	return files
}

func load(t *testing.T, o theme.Options) *theme.Theme {
	t.Helper()
	loaded, problems := theme.Load(o)
	for _, p := range problems {
		t.Error(p.Text(diag.English, nil))
	}
	if loaded == nil {
		t.Fatal("the theme was not loaded")
	}
	return loaded
}

func render(t *testing.T, loaded *theme.Theme, name string, view any) string {
	t.Helper()
	html, err := loaded.Append(nil, name, view)
	if err != nil {
		t.Fatal(err)
	}
	return string(html)
}

func TestRender(t *testing.T) {
	loaded := load(t, options(layer("themes/tiny", tiny())))
	key, err := loaded.Keep("card.html", cardView{Name: "A & B"})
	if err != nil {
		t.Fatal(err)
	}
	got := render(t, loaded, "page.html", pageView{Title: "X <y>", Link: linkView{"T", "~/a/"}, Cards: []digest.Key{key, key}, Body: "<b>body</b>"})
	for _, want := range []string{
		"<!doctype html>", "<title>X &lt;y&gt;</title>", `<a href="~/a/">T</a>`, "<p>A &amp; B Đã chuyển</p><p>A &amp; B Đã chuyển</p>",
		"Chào X &lt;y&gt;", `<svg viewBox="0 0 4 4"><path d="M0 0h4"/></svg>`, "<b>body</b>", "</html>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if alone := render(t, loaded, "alone.html", pageView{Title: "A"}); strings.Count(alone, "<html") != 1 || !strings.Contains(alone, "Đã chuyển") {
		t.Errorf("alone.html: %s", alone)
	}
}

// Pages know fragments by their keys; a key that nobody kept is an error and not an empty place.
func TestFragments(t *testing.T) {
	loaded := load(t, options(layer("themes/tiny", tiny())))
	a, err := loaded.Keep("card.html", cardView{Name: "A"})
	if err != nil {
		t.Fatal(err)
	}
	again, _ := loaded.Keep("card.html", cardView{Name: "A"})
	other, _ := loaded.Keep("card.html", cardView{Name: "B"})
	if a != again || a == other {
		t.Errorf("keys %s, %s and %s", a.Short(), again.Short(), other.Short())
	}
	if _, err := loaded.Append(nil, "page.html", pageView{Cards: []digest.Key{digest.Text("nobody")}}); err == nil {
		t.Error("a key that nobody kept was rendered")
	}
	if _, err := loaded.Keep("card.html", struct{ F func() }{}); err == nil {
		t.Error("a view that is not plain was kept")
	}
}

// A page fills the blocks of base that it wants to; one that it leaves empty, or does not have, stays what base makes of it.
func TestBlocks(t *testing.T) {
	files := with(tiny(), "templates/base.html", "<html lang=\"vi\"><head></head><body>{{block \"head\" .}}<i>base</i>{{end}}{{block \"main\" .}}{{end}}</body></html>")
	for page, want := range map[string]string{
		`{{define "main"}}<p>x</p>{{end}}`:                                           "<i>base</i><p>x</p>",
		`{{define "head"}} {{end}}{{define "main"}}<p>x</p>{{end}}`:                  "<i>base</i><p>x</p>",
		`{{define "head"}}<b>{{template "of" .}}</b>{{end}}{{define "of"}}of{{end}}`: "<b>of</b>",
		`{{define "head"}}{{template "parts/link.html" .Link}}{{end}}`:               "T",
	} {
		loaded := load(t, options(layer("themes/tiny", with(files, "templates/page.html", page))))
		if got := render(t, loaded, "page.html", pageView{Link: linkView{Text: "T"}}); !strings.Contains(got, "<body>"+want+"</body>") {
			t.Errorf("%s: no %s in %s", page, want, got)
		}
	}
}

var lineEnd = regexp.MustCompile(`\n`)

// Everything that can be wrong with a theme is found when it is loaded, with the file and the line, also where nobody would come past
// when the page is rendered.
func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name          string
		changes       []string
		want          []string
		notOnlyAnswer bool
	}{
		{
			"unknown field",
			[]string{"templates/page.html", "{{define \"main\"}}\n<p>{{.Titel}}</p>{{end}}"},
			[]string{"themes/tiny/templates/page.html:2:6: error GS511: .*Titel.*"},
			false,
		},
		{
			"unknown field in a branch that is not taken",
			[]string{"templates/page.html", "{{define \"main\"}}{{if .Flag}}\n{{range .Cards}}\n{{$.Link.Adress}}{{end}}{{end}}{{end}}"},
			[]string{"themes/tiny/templates/page.html:3:.* error GS511: .*Adress.*"},
			false,
		},
		{
			"unknown field in a part",
			[]string{"templates/parts/link.html", "<p>\n{{with .Nothing}}{{.}}{{end}}"},
			[]string{"themes/tiny/templates/parts/link.html:2:.* error GS511: .*Nothing.*"},
			false,
		},
		{
			"unknown field in base",
			[]string{"templates/base.html", "<!doctype html><title>{{.Heading}}</title>{{block \"main\" .}}{{end}}"},
			[]string{"themes/tiny/templates/base.html:1:.* error GS511: .*Heading.*"},
			false,
		},
		{
			"unknown field in a fragment",
			[]string{"templates/card.html", "<p>{{.Title}}</p>"},
			[]string{"themes/tiny/templates/card.html:1:.* error GS511: .*Title.*"},
			false,
		},
		{
			"unknown word, with the nearest",
			[]string{"templates/page.html", "{{define \"main\"}}{{if .Flag}}\n{{t \"helo\"}}{{end}}{{end}}"},
			[]string{`themes/tiny/templates/page.html:2:\d+: error GS512: .*"helo".* "hello"\?`},
			false,
		},
		{
			"unknown word within a call",
			[]string{"templates/page.html", "{{define \"main\"}}{{with printf \"%s\" (t \"nein\")}}{{.}}{{end}}{{end}}"},
			[]string{`themes/tiny/templates/page.html:1:\d+: error GS512: .*"nein".*`},
			false,
		},
		{
			"a word that the program needs",
			[]string{"i18n/vi.yaml", "hello: \"Chào\"\n", "templates/alone.html", "<!doctype html><p>", "templates/card.html", "<p>"},
			[]string{`themes/tiny/i18n/vi.yaml: error GS512: .*"moved".*`},
			false,
		},
		{
			"unknown asset",
			[]string{"templates/alone.html", "<!doctype html>\n\n<link rel=\"stylesheet\" href=\"{{asset \"css/styl.css\"}}\">"},
			[]string{`themes/tiny/templates/alone.html:3:\d+: error GS511: .*css/styl.css.*"css/style.css"\?`},
			false,
		},
		{
			"unknown icon",
			[]string{"templates/card.html", "{{if .Name}}{{icon \"sing\"}}{{end}}"},
			[]string{`themes/tiny/templates/card.html:1:\d+: error GS511: .*sing.*"sign"\?`},
			false,
		},
		{
			"unknown part",
			[]string{"templates/card.html", "<p>\n{{if .Name}}{{template \"parts/none.html\" .}}{{end}}"},
			[]string{`themes/tiny/templates/card.html:2:.* error GS511: .*parts/none.html.*`},
			false,
		},
		{
			"unknown function",
			[]string{"templates/card.html", "<p>\n{{now}}"},
			[]string{`themes/tiny/templates/card.html:2: error GS511: .*now.*`},
			false,
		},
		{
			"never closed",
			[]string{"templates/card.html", "<p>\n{{if .Name}}x"},
			[]string{`themes/tiny/templates/card.html:2: error GS511: .*`},
			false,
		},
		{
			"an attribute that is never closed",
			[]string{"templates/card.html", "<p>{{if .Name}}<a href=\"{{.Name}}{{end}}</p>"},
			[]string{`themes/tiny/templates/card.html.* error GS511: .*`},
			false,
		},
		{
			"missing template",
			[]string{"templates/card.html", ""},
			[]string{`themes/tiny/templates/card.html: error GS514: .*card.html.*`},
			false,
		},
		{
			"missing base",
			[]string{"templates/base.html", ""},
			[]string{`themes/tiny/templates/base.html: error GS514: .*base.html.*`},
			false,
		},
		{
			"a style that leads nowhere",
			[]string{"assets/css/style.css", "p { background: url(\"../fonts/b.png\") }"},
			[]string{`themes/tiny/assets/css/style.css: error GS515: .*fonts/b.png.*`},
			false,
		},
		{
			"a script that is none",
			[]string{"assets/x.js", "let = ;"},
			[]string{`themes/tiny/assets/x.js: error GS515: .*`},
			false,
		},
		{
			"words that are no words",
			[]string{"i18n/vi.yaml", "hello: \"Chào\"\nmoved: \"Đã\"\nlist: [a]\n"},
			[]string{`themes/tiny/i18n/vi.yaml:3:1: error GS513: .*list.*`},
			false,
		},
		{
			"words that are no YAML",
			[]string{"i18n/vi.yaml", "hello: \"Chào\"\nmoved: \"Đã\n"},
			[]string{`themes/tiny/i18n/vi.yaml:2:8: error GS122: .*`},
			false,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, place := range []string{"alone", "over"} {
				o := options(layer("themes/tiny", with(tiny(), c.changes...)))
				if place == "over" && !slices.Contains(c.changes, "") && !strings.HasPrefix(c.changes[0], "i18n") {
					// A site's own file over a sound theme is held to the same.
					o = options(layer("themes/tiny", with(map[string]string{}, c.changes...)), layer("built-in", tiny()))
				}
				loaded, problems := theme.Load(o)
				if loaded != nil {
					t.Fatalf("%s: the theme was loaded", place)
				}
				var got []string
				for _, p := range diag.Sort(problems) {
					line := p.Text(diag.English, nil)
					if lineEnd.MatchString(line) {
						t.Errorf("%s: a problem of several lines: %q", place, line)
					}
					got = append(got, line)
				}
				for _, want := range c.want {
					if !slices.ContainsFunc(got, regexp.MustCompile("^"+want+"$").MatchString) {
						t.Errorf("%s: no problem\n%s\namong\n%s", place, want, strings.Join(got, "\n"))
					}
				}
				if len(got) != len(c.want) && !c.notOnlyAnswer {
					t.Errorf("%s: %d problems:\n%s", place, len(got), strings.Join(got, "\n"))
				}
			}
		})
	}
}

// A site lays single files over a theme; the rest stays the theme's.
func TestOverriding(t *testing.T) {
	own := map[string]string{
		"templates/parts/link.html": "<i>{{.Text}}</i>",
		"i18n/vi.yaml":              "moved: \"Dời rồi\"\n",
		"icons/sign.svg":            "<svg viewBox=\"0 0 1 1\"/>",
		"assets/fonts/a.woff2":      "another font",
	}
	plain := load(t, options(layer("built-in", tiny())))
	loaded := load(t, options(layer("themes/own", own), layer("built-in", tiny())))
	got := render(t, loaded, "page.html", pageView{Title: "X", Link: linkView{"T", "~/a/"}})
	for _, want := range []string{"<h1>X</h1>", "<i>T</i>", "Chào X", `viewBox="0 0 1 1"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if w := loaded.Words(); w["moved"] != "Dời rồi" || w["hello"] != "Chào {0}" {
		t.Errorf("words %v", w)
	}
	if a, b := names(plain), names(loaded); len(a) != len(b) || slices.Equal(a, b) {
		t.Errorf("assets %v and %v", a, b)
	}
	if loaded.Digest() == plain.Digest() {
		t.Error("the digest is the same")
	}
}

// Words come from all layers, name by name: the site's own, the theme's, those that all themes share.
func TestWordsAreMerged(t *testing.T) {
	o := options(
		layer("themes/own", map[string]string{"i18n/vi.yaml": "a: \"own\"\n"}),
		layer("built-in", with(tiny(), "i18n/vi.yaml", "a: \"theme\"\nb: \"theme\"\nhello: \"\"\nmoved: \"Hoà\"\n")),
		layer("shared", map[string]string{"i18n/vi.yaml": "a: \"shared\"\nb: \"shared\"\nc: \"shared\"\n"}),
	)
	w := load(t, o).Words()
	want := map[string]string{"a": "own", "b": "theme", "c": "shared", "hello": "", "moved": "Hoà"}
	if d := cmp.Diff(want, w); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	o.Language = "en"
	if w := load(t, o).Words(); w["moved"] != "Moved" || w["a"] != "" {
		t.Errorf("English words %v", w)
	}
}

// TestAWordThatNobodyAsksFor: a mistyped name in a site's own words would replace nothing, which is said.
func TestAWordThatNobodyAsksFor(t *testing.T) {
	_, problems := theme.Load(options(
		layer("themes/own", map[string]string{"i18n/vi.yaml": "hallo: \"Chào\"\nhello.one: \"Chào\"\n"}),
		layer("built-in", tiny()),
	))
	if len(problems) != 1 || problems[0].Code != diag.UnusedWord || problems[0].Suggest != "hello" || problems[0].Place.String() != "themes/own/i18n/vi.yaml:1:1" {
		t.Errorf("told %v", problems)
	}
}

func names(loaded *theme.Theme) []string {
	var names []string
	for _, a := range loaded.Assets() {
		names = append(names, a.Name)
	}
	return names
}

// Assets are published under names with their digests, so that they can be cached for good; what leads to them changes with them.
func TestAssets(t *testing.T) {
	loaded := load(t, options(layer("themes/tiny", tiny())))
	font := "fonts/a." + digest.Bytes([]byte("font")).Short() + ".woff2"
	var style theme.Asset
	for _, a := range loaded.Assets() {
		if strings.HasPrefix(a.Name, "css/style.") {
			style = a
		}
	}
	text := string(style.Bytes)
	if !strings.Contains(text, "url(../"+font+")") || !strings.Contains(text, "url(data:image/png") || strings.Contains(text, "\n ") || strings.Contains(text, "0px") {
		t.Errorf("the style is %s", text)
	}
	if style.Name != "css/style."+digest.Bytes(style.Bytes).Short()+".css" {
		t.Errorf("the style's name is %s", style.Name)
	}
	if got := names(loaded); !slices.Equal(got, []string{style.Name, "fonts/OFL.txt", font}) {
		t.Errorf("assets %v", got)
	}
	if got := render(t, loaded, "page.html", pageView{}); !strings.Contains(got, `href="~/tai-nguyen/`+style.Name+`"`) {
		t.Errorf("the page does not lead to the style:\n%s", got)
	}
	other := load(t, options(layer("themes/tiny", with(tiny(), "assets/fonts/a.woff2", "other font"))))
	if slices.Contains(names(other), style.Name) {
		t.Error("another font, and the style has the same name")
	}
}

// The digest stands in the key of every page: each file that a page may take something from must change it, and nothing else.
func TestDigestChangesWithEveryFile(t *testing.T) {
	base := load(t, options(layer("themes/tiny", tiny()))).Digest()
	seen := map[digest.Key]string{base: "the theme as it is"}
	for path, text := range tiny() {
		if path == "i18n/en.yaml" {
			if load(t, options(layer("themes/tiny", with(tiny(), path, "moved: \"x\"\n")))).Digest() != base {
				t.Error("words of another language change the digest")
			}
			continue
		}
		added := text + "\n"
		if strings.HasSuffix(path, ".css") {
			added = text + "\nb { color: red }\n"
		}
		key := load(t, options(layer("themes/tiny", with(tiny(), path, added)))).Digest()
		if other, known := seen[key]; known {
			t.Errorf("a change of %s gives the digest of %s", path, other)
		}
		seen[key] = path
	}
	o := options(layer("themes/tiny", with(tiny(), "i18n/en.yaml", tiny()["i18n/vi.yaml"])))
	o.Language = "en"
	if key := load(t, o).Digest(); seen[key] != "" {
		t.Error("another language gives the same digest")
	}
	if load(t, options(layer("elsewhere", tiny()))).Digest() != base {
		t.Error("the folder's name changes the digest")
	}
	if load(t, options(layer("themes/tiny", with(tiny(), "templates/.page.html.swp", "x", "assets/.hidden", "y")))).Digest() != base {
		t.Error("hidden files change the digest")
	}
}

// A template that does not survive minifying is used as it was written; one that does loses its blanks, but not within pre.
func TestMinifyingIsNoMust(t *testing.T) {
	for _, c := range []struct{ name, text, set, unset string }{
		{"survives", "<p{{if .Flag}} class=\"a\"{{end}}>  y   z  </p>\n<pre>\n  {{.Title}}\n</pre>", `<p class="a">y z</p><pre>|  T|</pre>`, `<p>y z</p><pre>|  T|</pre>`},
		{"actions in comments", "<p><!-- {{if .Flag}} -->y   z<!-- {{end}} --></p>", "<p>y   z</p>", "<p></p>"},
		{"branches of elements", "{{if .Flag}}<div>{{else}}<p>{{end}}x{{if .Flag}}</div>{{else}}</p>{{end}}", "<div>x</div>", "<p>x</p>"},
	} {
		loaded := load(t, options(layer("themes/tiny", with(tiny(), "templates/page.html", "{{define \"main\"}}"+c.text+"{{end}}"))))
		for flag, want := range map[bool]string{true: c.set, false: c.unset} {
			got := strings.ReplaceAll(render(t, loaded, "page.html", pageView{Title: "T", Flag: flag}), "\n", "|")
			if !strings.Contains(got, want) {
				t.Errorf("%s, flag %v: no %s in %s", c.name, flag, want, got)
			}
		}
	}
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		word string
		args []any
		want string
	}{
		{"{0} of {1}", []any{1, "x"}, "1 of x"},
		{"{0} {0}", []any{"{1}", "no"}, "{1} {1}"},
		{"none", []any{1}, "none"},
		{"{0}", nil, "{0}"},
	} {
		if got := theme.Fill(c.word, c.args...); got != c.want {
			t.Errorf("%q %v: %q", c.word, c.args, got)
		}
	}
}
