package theme

import (
	"errors"
	"html/template"
	"math/rand/v2"
	"reflect"
	"testing"

	"guongsang/internal/digest"
)

// everything is a view with values of all sorts.
type everything struct {
	inner
	S, T    string
	I, J    int
	I8      int8
	U, V    uint16
	B, C    bool
	F       float64
	HTML    template.HTML
	N       named
	L, M    []string
	Numbers []int
	Links   []inner
	Pair    [2]string
	Grid    [][]int
	Map     map[string]int
	ByInt   map[int]inner
	ByU     map[uint8]bool
	Tree    tree
	Key     digest.Key
	Pointer *inner
	Any     any
	Func    func() string
	Level   level
	Deep    struct{ Link inner }
}

type inner struct{ Text, Address string }

type tree struct {
	Name string
	Kids []tree
}

type level int

func (level) String() string { return "level" }

func (everything) Method() string     { return "method" }
func (e *everything) Changes() string { return e.S }

var errTest = errors.New("no such fragment")

func testFunctions() functions {
	return functions{
		words: map[string]string{"plain": "a & b", "one": "Chào {0}!", "two": "{1} <{0}> {2} {x} {0}{1}", "x": "y"},
		asset: func(s string) template.URL { return template.URL("~/" + s) },
		icon:  func(s string) template.HTML { return template.HTML("<svg>" + s + "</svg>") },
		fragment: func(dst []byte, k digest.Key) ([]byte, error) {
			if k == (digest.Key{}) {
				return dst, errTest
			}
			return append(dst, "<i>"+k.Short()+"</i>"...), nil
		},
	}
}

func formOf(t *testing.T, text string) *form {
	t.Helper()
	f := testFunctions()
	set, err := template.New("page").Funcs(f.names()).Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return newForm(set, everything{}, f)
}

// views are a few of everything, the empty one among them.
func views() (all []*everything) {
	f := filler{Rand: rand.New(rand.NewPCG(3, 4)), keys: []digest.Key{digest.Text("a"), digest.Text("b")}}
	for i := range 40 {
		v := &everything{Func: func() string { return "func" }, Pointer: &inner{"p", "q"}, Any: i}
		for field, value := range reflect.ValueOf(v).Elem().Fields() {
			if field.Name != "Tree" && field.IsExported() && value.CanSet() {
				f.fill(value)
			}
		}
		v.inner = inner{f.text(), f.text()}
		v.Tree = tree{f.text(), []tree{{f.text(), nil}, {"y", []tree{{"z", nil}}}}}
		v.Map = map[string]int{f.text(): 1, f.text(): 2, "k": i, "": 0}
		v.ByInt = map[int]inner{-1: {"minus", "a"}, 7: {"seven", "b"}, i: {f.text(), f.text()}}
		v.ByU = map[uint8]bool{200: true, 3: false, uint8(i): true}
		if i%3 == 0 {
			v.T, v.J, v.V, v.C = v.S, v.I, uint16(v.I), v.B
		}
		v.F = float64(i%3) / 2
		all = append(all, v)
	}
	return append(all, new(everything))
}
