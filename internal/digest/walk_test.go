package digest

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// everything has fields of all kinds, beside and inside each other, so that each has a place that it shares with nothing.
type everything struct {
	B    bool
	I8   int8
	I    int
	I16  int16
	S    string
	I32  int32
	N    name
	I64  int64
	U8   uint8
	U    uint
	U16  uint16
	K    Key
	U32  uint32
	F32  float32
	U64  uint64
	F64  float64
	In   struct{ A, B inner }
	Flag [3]bool
	Rows [2]struct {
		On bool
		To string
	}
	Empty struct{}
	Raw   []byte
	Bits  []bool
	Small []int16
	List  []inner
	Voids []struct{}
	Grid  [][]uint32
	Next  *everything
	Text  *string
	Map   map[string]string
	Count map[int8]uint16
	Deep  map[Key][]inner
	Any   any
	Last  bool
}

// fill fills a value at random.
func fill(r *rand.Rand, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(r.Uint64()) >> (64 - v.Type().Bits()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(r.Uint64() >> (64 - v.Type().Bits()))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(r.Float32()))
	case reflect.String:
		v.SetString(strings.Repeat(string(rune('a'+r.IntN(26))), []int{0, 1, 7, 127, 128, chunk - 1, chunk}[r.IntN(100)%(7-min(depth, 2)*2)]))
	case reflect.Slice:
		if n := r.IntN(5); n > 0 && depth < 4 {
			v.Set(reflect.MakeSlice(v.Type(), n-1, n+1))
		}
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			fill(r, v.Index(i), depth+1)
		}
	case reflect.Struct:
		for _, field := range v.Fields() {
			fill(r, field, depth)
		}
	case reflect.Pointer:
		if depth < 2 && r.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem(), depth+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range r.IntN(3) {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(r, key, 3)
			fill(r, value, 3)
			v.SetMapIndex(key, value)
		}
	case reflect.Interface:
		all := values()
		v.Set(reflect.ValueOf(all[r.IntN(len(all)-10)]))
	}
}

// stream is what an encoder is fed, by reflection alone: what the Key of a value is made of, and must stay.
func stream(b []byte, v reflect.Value) []byte {
	length := func(v reflect.Value) []byte {
		if v.IsNil() {
			return binary.AppendUvarint(b, 0)
		}
		return binary.AppendUvarint(b, uint64(v.Len()+1))
	}
	switch {
	case v.Kind() == reflect.Bool && v.Bool():
		return append(b, 1)
	case v.Kind() == reflect.Bool:
		return append(b, 0)
	case v.CanInt():
		return binary.LittleEndian.AppendUint64(b, uint64(v.Int()))
	case v.CanUint():
		return binary.LittleEndian.AppendUint64(b, v.Uint())
	case v.CanFloat():
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
	case v.Kind() == reflect.String:
		return append(binary.AppendUvarint(b, uint64(v.Len())), v.String()...)
	}
	switch v.Kind() {
	case reflect.Slice:
		b = length(v)
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			if v.Index(i).Kind() == reflect.Uint8 {
				b = append(b, byte(v.Index(i).Uint()))
			} else {
				b = stream(b, v.Index(i))
			}
		}
	case reflect.Struct:
		for f, field := range v.Fields() {
			if !skipped(f) {
				b = stream(b, field)
			}
		}
	case reflect.Map:
		b = length(v)
		keys := v.MapKeys()
		slices.SortFunc(keys, func(x, y reflect.Value) int { return slices.Compare(keyBytes(x), keyBytes(y)) })
		for _, k := range keys {
			b = stream(append(b, appendKey(nil, k)...), v.MapIndex(k))
		}
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return append(b, 0)
		}
		b = append(b, 1)
		if v.Kind() == reflect.Interface {
			print := Text(shape(v.Elem().Type()))
			b = append(b, print[:]...)
		}
		return stream(b, v.Elem())
	}
	return b
}

// keyBytes is what map entries are ordered by: texts by their letters alone where the map holds nothing but texts.
func keyBytes(k reflect.Value) []byte {
	if k.Kind() == reflect.String {
		return []byte(k.String())
	}
	return appendKey(nil, k)
}

// Walking by addresses reads what reflection reads, for a value and for a pointer to it.
func TestWalkReadsTheValue(t *testing.T) {
	var h Hasher
	for seed := range uint64(500) {
		v := new(everything)
		fill(rand.New(rand.NewPCG(seed, 1)), reflect.ValueOf(v).Elem(), 0)
		print := Text(shape(reflect.TypeFor[everything]()))
		want := Bytes(stream(append([]byte("0123456789abcdef"), print[:]...), reflect.ValueOf(v).Elem()))
		for _, value := range []any{v, *v} {
			if got, err := h.Of(Key([]byte("0123456789abcdef")), value); err != nil || got != want {
				t.Fatalf("seed %d, %T: %v, %v, want %v", seed, value, got, err, want)
			}
		}
	}
}

func BenchmarkOfValue(b *testing.B) {
	var h Hasher
	v := benchView{Title: "Nguyễn Thị Mẫu", Commendations: []inner{{"Giấy khen", "123/QĐ-UBND"}}}
	b.ReportAllocs()
	for b.Loop() {
		_, _ = h.Of(Key{}, v)
	}
}
