package profile_test

import (
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/profile"
	"guongsang/internal/viet"
)

// filler puts something into every field of a value, so that a field that is not packed is seen to be gone.
type filler struct {
	random *rand.Rand
	book   *criteria.Book
	file   string
}

func (f filler) fill(v reflect.Value) {
	switch v.Interface().(type) {
	case *criteria.Field:
		v.Set(reflect.ValueOf(f.book.Fields[f.random.IntN(len(f.book.Fields))]))
		return
	case *criteria.Criterion:
		codes := f.book.CriterionCodes()
		c, _ := f.book.Criterion(codes[f.random.IntN(len(codes))])
		v.Set(reflect.ValueOf(c))
		return
	case viet.Date:
		v.Set(reflect.ValueOf(viet.Date{Year: 1000 + f.random.IntN(9000), Month: 1 + f.random.IntN(12), Day: 1 + f.random.IntN(31)}))
		return
	case diag.Place:
		files := []string{f.file, f.file, "content/khac.md"}
		v.Set(reflect.ValueOf(diag.Place{File: files[f.random.IntN(3)], Line: f.random.IntN(1000), Column: 1 + f.random.IntN(200)}))
		return
	case digest.Key:
		v.Set(reflect.ValueOf(digest.Text(strconv.Itoa(f.random.Int()))))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("chữ " + strconv.Itoa(f.random.Int()))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(1 + f.random.IntN(1<<40)))
	case reflect.Uint8:
		v.SetUint(uint64(1 + f.random.IntN(2)))
	case reflect.Float64:
		v.SetFloat(f.random.Float64() + 1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+f.random.IntN(3), 4))
		v.SetLen(min(v.Len(), 3))
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				f.fill(v.Field(i))
			}
		}
	}
}

// same compares all but what stands in the unexported fields, which is compared by Detail.
var same = cmp.Options{
	cmp.FilterPath(func(p cmp.Path) bool {
		field, ok := p.Last().(cmp.StructField)
		return ok && (field.Name() == "detail" || field.Name() == "mentions" || field.Name() == "book")
	}, cmp.Ignore()),
	cmp.Comparer(func(a, b *criteria.Field) bool { return a == b }),
	cmp.Comparer(func(a, b *criteria.Criterion) bool { return a == b }),
}

// Every field of a story, an entry and a problem comes back, also those that will be added: a field that is forgotten in pack.go is
// one that a build from the cache does not have.
func TestEveryFieldIsPacked(t *testing.T) {
	book := book(t)
	for seed := range uint64(20) {
		f := filler{random: rand.New(rand.NewPCG(seed, 1)), book: book, file: "content/guong/a.md"}
		want := profile.Record{Story: &profile.Story{}, Entry: &profile.Entry{}, Problems: make([]diag.Problem, 2)}
		var detail profile.Detail
		var mentions profile.Mentions
		for _, v := range []any{want.Story, want.Entry, &want.Problems, &detail, &mentions} {
			f.fill(reflect.ValueOf(v).Elem())
		}
		want.Story.File, want.Entry.File, want.Story.Body.File, want.Entry.Body.File = f.file, f.file, f.file, f.file
		want.Story.Number = 0 // it is the catalog's and not the file's
		want.Story.Keep(&mentions, &detail, book)
		if diff := cmp.Diff(&detail, want.Story.Detail(), same); diff != "" {
			t.Fatalf("the detail: %s", diff)
		}
		got, ok := profile.Unpack(profile.Pack(want, f.file), f.file, book)
		if !ok {
			t.Fatal("what was packed is no record")
		}
		if diff := cmp.Diff(want, got, same); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(&detail, got.Story.Detail(), same); diff != "" {
			t.Fatalf("the detail that came along: %s", diff)
		}
		if diff := cmp.Diff(mentions, got.Story.Mentions(), same); diff != "" {
			t.Fatalf("what it names: %s", diff)
		}
	}
}

// A record that was cut off is none, and no damage makes a panic, not even when it is looked at.
func TestDamagedRecords(t *testing.T) {
	book := book(t)
	s, _ := story(t, "content/guong/2023/nguyen-thi-mau/index.md", whole)
	packed := profile.Pack(profile.Record{Story: s}, s.File)
	for n := range packed {
		if _, ok := profile.Unpack(packed[:n], s.File, book); ok {
			t.Fatalf("%d of %d bytes are taken for all", n, len(packed))
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		bytes := []byte(packed)
		bytes[random.IntN(len(bytes))] ^= byte(1 + random.IntN(255))
		if r, _ := profile.Unpack(string(bytes), s.File, book); r.Story != nil {
			_, _ = r.Story.Detail(), r.Story.Mentions()
		}
	}
}

// How much a story weighs is what 100,000 of them are multiplied by.
func BenchmarkUnpack(b *testing.B) {
	book := book(b)
	s, _ := story(b, "content/guong/2023/nguyen-thi-mau/index.md", whole)
	packed := profile.Pack(profile.Record{Story: s}, s.File)
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := profile.Unpack(packed, s.File, book); !ok {
			b.Fatal("no record")
		}
	}
}

func BenchmarkMentions(b *testing.B) {
	s, _ := story(b, "content/guong/2023/nguyen-thi-mau/index.md", whole)
	b.ReportAllocs()
	for b.Loop() {
		_ = s.Mentions()
	}
}

func BenchmarkDetail(b *testing.B) {
	s, _ := story(b, "content/guong/2023/nguyen-thi-mau/index.md", whole)
	b.ReportAllocs()
	for b.Loop() {
		_ = s.Detail()
	}
}
