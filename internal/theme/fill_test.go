package theme

import (
	"math/rand/v2"
	"reflect"

	"guongsang/internal/digest"
)

// hostile are texts that some escaper must change, or that ask for some branch.
var hostile = []string{
	"", "x", "Nguyễn Thị Hoà", `"'<>&+=` + "`", "a\x00b", "\xff\xfe\xed\xa0\x80", "javascript:alert(1)", "JavaScript&colon;x", "mailto:a@b.vn", "https://x.vn/a b?c=d&e=f%20#g",
	"~/guong/a/", "tel:+84", "a%2f%41", "😀\u2028\u2029", "</script><!--", "article", "%zz%41%4", "\\u0041\\'", "\uFDD0\uFFFD\uFFFF", "a:b/c", "/a:b", "{{.}}", "{0} {1}", "\t\n\r\v\f ", "sign", "12",
}

// filler fills values with what views may hold, and worse.
type filler struct {
	*rand.Rand
	keys []digest.Key
}

func (f filler) text() string {
	s := hostile[f.IntN(len(hostile))]
	for f.IntN(3) == 0 {
		s += hostile[f.IntN(len(hostile))]
	}
	return s
}

func (f filler) fill(v reflect.Value) {
	if v.Type() == reflect.TypeFor[digest.Key]() {
		if len(f.keys) > 0 {
			v.Set(reflect.ValueOf(f.keys[f.IntN(len(f.keys))]))
		}
		return
	}
	switch k := v.Kind(); {
	case k == reflect.String:
		v.SetString(f.text())
	case k == reflect.Bool:
		v.SetBool(f.IntN(2) == 0)
	case isInt(k):
		v.SetInt([]int64{0, 1, -1, 7, 640, -1 << 40}[f.IntN(6)])
	case isUint(k):
		v.SetUint([]uint64{0, 1, 7, 1 << 50}[f.IntN(4)])
	case k == reflect.Slice:
		n := f.IntN(4)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.fill(v.Index(i))
		}
	case k == reflect.Array:
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	case k == reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	}
}
