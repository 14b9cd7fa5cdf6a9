package theme

import (
	"errors"
	"html/template"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"

	"guongsang/internal/digest"
)

// withFragment is a theme that has nothing but one fragment, of an inner.
func withFragment(t testing.TB, text string) *Theme {
	t.Helper()
	set, err := template.New("card.html").Funcs(testFunctions().names()).Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	f := newForm(set, inner{}, testFunctions())
	return &Theme{fragments: map[string]func() *form{"card.html": func() *form { return f }}}
}

func keepAll(t testing.TB, loaded *Theme, n int, view func(i int) any) []digest.Key {
	t.Helper()
	keys, err := loaded.KeepAll("card.html", n, view)
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// A view is made once for the key, and once more when its fragment is first asked for.
func TestFragmentsAreMadeWhenAskedFor(t *testing.T) {
	loaded := withFragment(t, `<p>{{.Text}}</p>`)
	made := make([]int, 3)
	keys := keepAll(t, loaded, len(made), func(i int) any {
		made[i]++
		return &inner{Text: "<" + strconv.Itoa(i) + ">"}
	})
	for range 3 {
		if html, err := loaded.store.append([]byte("x"), keys[1]); err != nil || string(html) != "x<p>&lt;1&gt;</p>" {
			t.Errorf("%q, %v", html, err)
		}
	}
	if made[0] != 1 || made[1] != 2 || made[2] != 1 {
		t.Errorf("views were made %v times", made)
	}
	if key, err := loaded.Keep("card.html", inner{Text: "<1>"}); err != nil || key != keys[1] {
		t.Errorf("the value has the key %v, %v, and the pointer %v", key, err, keys[1])
	}
	if html, err := loaded.store.append([]byte("x"), digest.Text("nobody")); !errors.Is(err, errNotKept) || string(html) != "x" {
		t.Errorf("what nobody kept: %q, %v", html, err)
	}
}

// A fragment that cannot be written is an error whenever it is asked for, and one that is empty is none.
func TestFragmentsThatFail(t *testing.T) {
	loaded := withFragment(t, `{{if eq .Text "wrong"}}half{{index .Text 9}}{{end}}`)
	keys := keepAll(t, loaded, 2, func(i int) any { return inner{Text: []string{"", "wrong"}[i]} })
	for range 2 {
		if html, err := loaded.store.append([]byte("x"), keys[0]); err != nil || string(html) != "x" {
			t.Errorf("the empty one: %q, %v", html, err)
		}
		if html, err := loaded.store.append([]byte("x"), keys[1]); err == nil || string(html) != "x" {
			t.Errorf("the wrong one: %q, %v", html, err)
		}
	}
	if _, err := loaded.KeepAll("card.html", 1, func(int) any { return struct{ F func() }{} }); err == nil {
		t.Error("a view that is not plain was kept")
	}
}

// Fragments are kept and asked for by all goroutines at once, the same ones too. Some are larger than a slab.
func TestManyGoroutinesKeepFragments(t *testing.T) {
	loaded := withFragment(t, `<p>{{.Text}}</p>{{.Address}}`)
	const n = 2000
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			text := func(i int) inner {
				return inner{strconv.Itoa(i), strings.Repeat("x", i*i%500) + strings.Repeat("y", i/(n-2)*slabSize)}
			}
			keys, err := loaded.KeepAll("card.html", n, func(i int) any { return text(i) })
			if err != nil {
				t.Error(err)
			}
			for i, key := range keys {
				want := "<p>" + text(i).Text + "</p>" + text(i).Address
				if html, err := loaded.store.append(nil, key); err != nil || string(html) != want {
					t.Errorf("fragment %d: %.100q, %v", i, html, err)
				}
			}
		})
	}
	all.Wait()
	stored := 0
	for i := range loaded.store.shelves {
		for _, slab := range loaded.store.shelves[i].slabs {
			stored += strings.Count(string(slab), "<p>")
		}
	}
	if stored != n {
		t.Errorf("%d fragments are stored, and %d were kept", stored, n)
	}
}

// A fragment that nobody asks for costs little: a large site has one for each story, and most builds ask for few.
func TestWhatAFragmentCosts(t *testing.T) {
	loaded := withFragment(t, `<p>{{.Text}}</p>`)
	const n = 100_000
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	keys := keepAll(t, loaded, n, func(i int) any { return &inner{Text: strconv.Itoa(i)} })
	runtime.GC()
	runtime.ReadMemStats(&after)
	if each := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) / n; each >= 64 {
		t.Errorf("%d bytes for each", each)
	} else {
		t.Logf("%d bytes for each", each)
	}
	runtime.KeepAlive(keys)
}

func BenchmarkKeepAll(b *testing.B) {
	b.ReportAllocs()
	view := &inner{Text: "Nguyễn Thị Hoà", Address: "~/guong/nguyen-thi-hoa/"}
	for b.Loop() {
		i := 0
		keepAll(b, withFragment(b, `<p>{{.Text}}</p>`), 10_000, func(int) any {
			i++
			view.Text = strconv.Itoa(i)
			return view
		})
	}
}
