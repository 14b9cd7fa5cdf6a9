package theme

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"

	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/page"
	"guongsang/themes"
)

// builtIn loads a theme that the program carries.
func builtIn(t testing.TB, name string) *Theme {
	t.Helper()
	o := Options{Language: "vi", Pages: page.Pages(), Fragments: page.Fragments(), Needed: page.Needed(), AssetFolder: "~/tai-nguyen/"}
	for _, name := range []string{name, "chung"} {
		files, err := fs.Sub(themes.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		o.Layers = append(o.Layers, Layer{Name: "themes/" + name, FS: files})
	}
	loaded, problems := Load(o)
	for _, p := range problems {
		t.Error(p.Text(diag.English, nil))
	}
	if loaded == nil {
		t.Fatal("the theme was not loaded")
	}
	return loaded
}

func (t *Theme) forms() map[string]*form {
	all := map[string]*form{}
	for name, f := range t.pages {
		all[name] = f()
	}
	for name, f := range t.fragments {
		all[name] = f()
	}
	return all
}

// same holds the compiled form of a view against html/template's, and against what is written without asking for either.
func same(t *testing.T, f *form, view any) {
	t.Helper()
	var want bytes.Buffer
	wantErr := f.set.Execute(&want, view)
	v := reflect.ValueOf(view)
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	const before = "what stood there before"
	got, done := f.run([]byte(before), v)
	if done != (wantErr == nil) {
		t.Fatalf("%s: executed %v; html/template says %v", f.set.Name(), done, wantErr)
	}
	if wantErr == nil && string(got) != before+want.String() {
		t.Fatalf("%s\n%s", f.set.Name(), difference(string(got), before+want.String()))
	}
	written, err := textOf(f, view)
	if written != want.String() || fmt.Sprint(err) != fmt.Sprint(wantErr) {
		t.Fatalf("%s: written, error %v; html/template says %v\n%s", f.set.Name(), err, wantErr, difference(written, want.String()))
	}
}

// textOf is what a form writes.
func textOf(f *form, view any) (string, error) {
	out, err := f.append(nil, view)
	return string(out), err
}

func difference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	return fmt.Sprintf("at byte %d\n got %.200q\nwant %.200q", i, got[max(0, i-40):], want[max(0, i-40):])
}

// The built-in themes are written by compiled templates alone.
func TestBuiltInThemesCompile(t *testing.T) {
	for _, name := range []string{"sen", "tre"} {
		for template, f := range builtIn(t, name).forms() {
			if f.body == nil {
				t.Errorf("%s: %s is not compiled: %s", name, template, f.no)
			}
		}
	}
}

// Whatever a view holds, every template of the built-in themes writes what html/template writes, and fails where that fails.
func TestBuiltInThemesAreTheSame(t *testing.T) {
	rounds := 120
	if testing.Short() {
		rounds = 20
	}
	for _, name := range []string{"sen", "tre"} {
		loaded := builtIn(t, name)
		f := filler{Rand: rand.New(rand.NewPCG(1, 2))}
		for range 5 {
			var card page.Card
			f.fill(reflect.ValueOf(&card).Elem())
			key, err := loaded.Keep("card.html", card)
			if err != nil {
				t.Fatal(err)
			}
			f.keys = append(f.keys, key)
		}
		for _, form := range loaded.forms() {
			for i := range rounds {
				view := reflect.New(form.view)
				f.fill(view.Elem())
				same(t, form, view.Interface())
				if i < 10 {
					same(t, form, view.Elem().Interface()) // as fragments are kept
				}
			}
			f := filler{Rand: f.Rand, keys: append(f.keys, digest.Text("nobody kept it"))}
			for range 20 {
				view := reflect.New(form.view)
				f.fill(view.Elem())
				same(t, form, view.Interface())
			}
			same(t, form, reflect.New(form.view).Interface())
		}
	}
}

// A form belongs to all goroutines.
func TestManyGoroutines(t *testing.T) {
	open := builtIn(t, "sen").pages["names.html"]
	var all sync.WaitGroup
	for seed := range uint64(8) {
		all.Go(func() {
			form := open()
			f := filler{Rand: rand.New(rand.NewPCG(seed, seed))}
			for range 20 {
				view := reflect.New(form.view)
				f.fill(view.Elem())
				want, got := new(strings.Builder), ""
				if err := form.set.Execute(want, view.Interface()); err == nil {
					got, _ = textOf(form, view.Interface())
					if got != want.String() {
						t.Error(difference(got, want.String()))
					}
				}
			}
		})
	}
	all.Wait()
}

// Other values than the view that the theme was loaded with are html/template's to judge.
func TestOtherViews(t *testing.T) {
	f := newForm(template.Must(template.New("x").Parse(`<p>{{.Text}}`)), page.Link{}, functions{})
	for _, view := range []any{page.Link{Text: "a"}, &page.Link{Text: "b"}, page.CountLink{Text: "c"}, map[string]string{"Text": "d"}, nil, (*page.Link)(nil), 5} {
		var want strings.Builder
		wantErr := f.set.Execute(&want, view)
		if got, err := textOf(f, view); got != want.String() || fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Errorf("%v: %q, %v and not %q, %v", view, got, err, want.String(), wantErr)
		}
	}
	if _, err := new(Theme).Append(nil, "none.html", 1); err == nil {
		t.Error("a template that is not there was executed")
	}
	if _, err := new(Theme).Keep("none.html", 1); err == nil {
		t.Error("a fragment of a template that is not there was kept")
	}
}
