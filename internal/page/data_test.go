package page

import (
	"encoding/json"
	"strings"
	"testing"
)

// FuzzAppendString: what is written is JSON of the same text and cannot end a script element.
func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "Hà \"Nội\"", "</script><!--", "a\\b\n\t\x00\x7f", "\u2028\u2029\u2030", "Đ&Đ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		got := string(appendString(nil, s))
		var back string
		if err := json.Unmarshal([]byte(got), &back); err != nil || back != s {
			t.Fatalf("%q is written %s, read as %q, %v", s, got, back, err)
		}
		if strings.ContainsAny(got, "<>&\u2028\u2029") {
			t.Fatalf("%q is written %s", s, got)
		}
	})
}

func TestAppendJSON(t *testing.T) {
	o := typed("Thing")
	o.set("empty", "")
	o.set("none", []string(nil))
	o.set("n", 3)
	o.set("yes", true)
	o.set("list", []string{"a", "b"})
	o.set("of", []object{{{"x", "y"}}, {}})
	const want = `{"@type":"Thing","n":3,"yes":true,"list":["a","b"],"of":[{"x":"y"},{}]}`
	if got := string(appendJSON(nil, o)); got != want {
		t.Errorf("got %s", got)
	}
}
