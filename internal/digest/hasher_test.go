package digest

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
)

type (
	name  string
	inner struct{ A, B string }
	outer struct {
		Inner inner
		List  []string
		Map   map[string]int
		Ptr   *inner
		Any   any
		Code  Key
		Note  string `digest:"-"`
	}
	tree struct {
		Title string
		Items []tree
		Next  *tree
	}
	chrome struct{ Menu []string }
	page   struct {
		chrome
		Title string
	}
)

// values are all different; each pair must have different Keys.
func values() []any {
	type inner struct{ A, B string } // of the same name and shape as the other, but of another kind below
	type twin struct{ B, A string }
	one, two := 1, 2
	return []any{
		"", "a", "b", "ab", name("a"), []byte("a"),
		[]byte{},
		[]byte(nil),
		[1]byte{'a'},
		[2]byte{'a'},
		[]string{"a"},
		[]string{"a", ""},
		[]string{"", "a"},
		[]string{},
		[]string(nil),
		[]string{"ab"},
		[]string{"a", "b"},
		[][]string{{"a"}, {"b"}},
		[][]string{{"a", "b"}},
		[][]string{{"a", "b"}, nil},
		[][]string{{"a", "b"}, {}},
		0, 1, -1, int8(1), uint(1), int64(1), uint64(math.MaxUint64), 1.0, float32(1), math.NaN(), math.Inf(1), true, false,
		map[string]string(nil),
		map[string]string{},
		map[string]string{"a": "b"},
		map[string]string{"b": "a"},
		map[string]string{"ab": ""},
		map[string]int{"a": 1},
		map[string]int{"a": 2},
		map[int]string{1: "a"},
		map[int]string{2: "a"},
		map[bool]string{true: "a"},
		map[Key]string{{1}: "a"},
		map[[2]string]string{{"a", "b"}: ""},
		map[[2]string]string{{"ab", ""}: ""},
		(*int)(nil), &one, &two, &[]*int{nil}[0],
		inner{"a", "b"},
		inner{"ab", ""},
		inner{"", "ab"},
		twin{"a", "b"},
		outer{},
		outer{Any: "a"},
		outer{Any: name("a")},
		outer{Any: 1},
		outer{Any: inner{}},
		outer{Any: twin{}},
		outer{Any: &one},
		outer{Ptr: nil, Map: map[string]int{}},
		outer{List: []string{}},
		outer{Code: Key{1}},
		outer{Code: Key{15: 1}},
		tree{},
		tree{Title: "a"},
		tree{Items: []tree{{}}},
		tree{Items: []tree{{Title: "a"}}},
		tree{Items: []tree{{Items: []tree{{}}}}},
		tree{Items: []tree{{}, {}}},
		tree{Next: &tree{}},
		tree{Next: &tree{Next: &tree{}}},
		page{},
		page{Title: "a"},
		page{chrome: chrome{Menu: []string{"a"}}},
		strings.Repeat("a", chunk), strings.Repeat("a", chunk+1), make([]bool, 3*chunk), make([]bool, 3*chunk+1),
		make([][]int, 3*chunk), make([]byte, 3*chunk), make([]byte, 3*chunk+1),
	}
}

func TestDifferentValuesHaveDifferentKeys(t *testing.T) {
	var h Hasher
	seen := map[Key]string{}
	for i, v := range values() {
		for s := range 2 {
			k, err := h.Of(Key{byte(s)}, v)
			if err != nil {
				t.Fatalf("value %d (%T): %v", i, v, err)
			}
			what := fmt.Sprintf("salt %d, value %d (%T)", s, i, v)
			// A pointer at the top counts as what it points to: &one is 1, &two is new.
			if other, ok := seen[k]; ok && reflect.TypeOf(v).Kind() != reflect.Pointer {
				t.Errorf("%s and %s have one Key", other, what)
			}
			seen[k] = what
		}
	}
}

func TestEqualValuesHaveOneKey(t *testing.T) {
	var a, b Hasher
	first, second := values(), values()
	for i := range first {
		x, _ := a.Of(Key{7}, first[i])
		y, _ := b.Of(Key{7}, second[i])
		if x != y {
			t.Errorf("value %d (%T): %v, then %v", i, first[i], x, y)
		}
	}
	big := func(order int) map[string]string {
		m := map[string]string{}
		for i := range 500 {
			n := (i*order + 3) % 499
			m[fmt.Sprint(n)] = fmt.Sprint(n * n)
		}
		return m
	}
	x, _ := a.Of(Key{}, big(1))
	y, _ := a.Of(Key{}, big(7))
	if x != y {
		t.Error("the order of a map counts")
	}
	p := &outer{Any: 1}
	x, _ = a.Of(Key{}, p)
	y, _ = a.Of(Key{}, *p)
	if x != y {
		t.Error("a pointer at the top is not its value")
	}
	y, _ = a.Of(Key{}, outer{Any: 1, Note: "not part of the value"})
	if x != y {
		t.Error("a skipped field counts")
	}
}

// Each exported field of a view must count by itself: this changes one after the other.
func TestEveryFieldCounts(t *testing.T) {
	type view struct {
		S  string
		N  name
		I  int
		I8 int8
		U  uint
		U8 uint8
		F  float64
		B  bool
		L  []string
		R  []byte
		A  [3]int
		K  Key
		M  map[string]string
		G  map[int]inner
		P  *inner
		T  tree
	}
	fill := view{
		L: []string{"", ""}, R: []byte{0}, M: map[string]string{"": ""}, G: map[int]inner{0: {}}, P: &inner{},
		T: tree{Items: []tree{{}}},
	}
	var h Hasher
	base, err := h.Of(Key{}, fill)
	if err != nil {
		t.Fatal(err)
	}
	other := view{
		S: "x", N: "x", I: -1, I8: 1, U: 1, U8: 1, F: 1, B: true, L: []string{"", "x"}, R: []byte{1}, A: [3]int{2: 1}, K: Key{9: 1},
		M: map[string]string{"": "x"}, G: map[int]inner{0: {B: "x"}}, P: &inner{A: "x"}, T: tree{Items: []tree{{Title: "x"}}},
	}
	for i := range reflect.TypeFor[view]().NumField() {
		v := fill
		reflect.ValueOf(&v).Elem().Field(i).Set(reflect.ValueOf(other).Field(i))
		if k, _ := h.Of(Key{}, v); k == base {
			t.Errorf("field %s does not count", reflect.TypeFor[view]().Field(i).Name)
		}
	}
}

func TestRefused(t *testing.T) {
	type hidden struct{ a int }
	type embeds struct{ *inner }
	type deepHidden struct{ List []map[string]hidden }
	cases := []struct {
		value any
		path  string
		plain bool // CheckPlain refuses it, Of does not
	}{
		{func() {}, "", false},
		{make(chan int), "", false},
		{complex(1, 1), "", false},
		{uintptr(1), "", false},
		{time.Time{}, "", false},
		{struct{ At time.Time }{}, ".At", false},
		{hidden{a: 1}, ".a", false},
		{embeds{}, ".inner", false},
		{deepHidden{}, ".List[]{}.a", false},
		{map[float64]string{}, "", false},
		{map[inner]string{}, "", false},
		{map[any]string{}, "", false},
		{[]error{}, "[]", true},
		{outer{}, ".Any", true},
	}
	var h Hasher
	for _, c := range cases {
		err := CheckPlain(reflect.TypeOf(c.value))
		if pe := (*PlainError)(nil); !errors.As(err, &pe) || pe.Path != c.path {
			t.Errorf("CheckPlain(%T) = %v, want the place %q", c.value, err, c.path)
		}
		for range 2 {
			if _, err := h.Of(Key{}, c.value); (err == nil) != c.plain {
				t.Errorf("Of(%T) = %v", c.value, err)
			}
		}
	}
	if _, err := h.Of(Key{}, outer{Any: func() {}}); err == nil {
		t.Error("a func inside an interface is hashed")
	}
	if _, err := h.Of(Key{}, nil); err == nil {
		t.Error("nil is hashed")
	}
	if err := CheckPlain(nil); err == nil {
		t.Error("CheckPlain(nil) is nil")
	}
	for _, good := range []any{tree{}, page{}, Key{}, map[Key][]*inner{}} {
		if err := CheckPlain(reflect.TypeOf(good)); err != nil {
			t.Error(err)
		}
	}
}

func TestValueInsideItself(t *testing.T) {
	type loop struct{ Left, Right *loop }
	round := &loop{}
	round.Left, round.Right = round, round
	list := []any{nil, nil}
	list[0], list[1] = list, list
	m := map[string]any{}
	m["a"], m["b"] = m, m
	type self *self
	var me self
	me = &me
	var h Hasher
	for _, v := range []any{round, list, m, me} {
		if _, err := h.Of(Key{}, v); !errors.Is(err, ErrDeep) {
			t.Errorf("%T: %v", v, err)
		}
	}
	if _, err := h.Of(Key{}, "after it"); err != nil {
		t.Errorf("the error stays: %v", err)
	}
}

func TestManyGoroutines(t *testing.T) {
	var h Hasher
	var single Hasher
	all := values()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i, v := range all {
				got, _ := h.Of(Key{}, v)
				want, _ := single.Of(Key{}, v)
				if got != want {
					t.Errorf("value %d: %v, want %v", i, got, want)
				}
			}
		})
	}
	wg.Wait()
}

func TestNoAllocations(t *testing.T) {
	var h Hasher
	v := &outer{Inner: inner{"a", "b"}, List: []string{"x", "y"}, Ptr: &inner{}, Any: "a", Code: Key{3}}
	if n := testing.AllocsPerRun(100, func() { _, _ = h.Of(Key{}, v) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzTexts(f *testing.F) {
	f.Add("a", "b", "ab", "")
	f.Fuzz(func(t *testing.T, a, b, c, d string) {
		var h Hasher
		x, err := h.Of(Key{}, []any{a, map[string]string{b: a}, inner{a, b}})
		if err != nil {
			t.Fatal(err)
		}
		y, _ := h.Of(Key{}, []any{c, map[string]string{d: c}, inner{c, d}})
		if (a == c && b == d) != (x == y) {
			t.Errorf("%q %q and %q %q: %v, %v", a, b, c, d, x, y)
		}
	})
}

type benchView struct {
	Title, Description, Canonical, Lang, Home string
	Kind, Field, Unit, Locality, Summary      string
	Year, Born, Count, Page, Pages            int
	Draft, Featured                           bool
	Body                                      Key
	Commendations                             []inner
	Picture                                   *inner
}

func BenchmarkOf20Fields(b *testing.B) {
	var h Hasher
	v := &benchView{
		Title: "Nguyễn Thị Mẫu", Description: "Hai mươi năm chăm sóc bệnh nhân nghèo.", Canonical: "https://guong.example/guong/mau/",
		Unit: "Trung tâm Y tế thành phố", Year: 2023, Commendations: []inner{{"Giấy khen", "123/QĐ-UBND"}}, Picture: &inner{"a.jpg", "b"},
	}
	b.ReportAllocs()
	for b.Loop() {
		_, _ = h.Of(Key{}, v)
	}
}

func BenchmarkOfMap(b *testing.B) {
	var h Hasher
	m := map[string]string{}
	for i := range 50 {
		m[fmt.Sprint("key", i)] = "value"
	}
	b.ReportAllocs()
	for b.Loop() {
		_, _ = h.Of(Key{}, m)
	}
}
