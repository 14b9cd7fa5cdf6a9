package pack_test

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"guongsang/internal/digest"
	"guongsang/internal/pack"
)

type thing struct {
	Yes, No    bool
	Small, Big int
	Long       int64
	Number     uint64
	Share      float64
	Name       string
	Key        digest.Key
	Parts      []thing
	Words      []string
}

func packThing(p *pack.Packer, t *thing) {
	p.Bool(&t.Yes)
	p.Bool(&t.No)
	p.Int(&t.Small)
	p.Int(&t.Big)
	p.Long(&t.Long)
	p.Number(&t.Number)
	p.Float(&t.Share)
	p.Text(&t.Name)
	p.Key(&t.Key)
	pack.List(p, &t.Parts, packThing)
	pack.List(p, &t.Words, (*pack.Packer).Text)
}

func example() thing {
	return thing{
		Yes: true, Small: -1, Big: math.MaxInt, Long: math.MinInt64, Number: math.MaxUint64, Share: -0.5, Name: "Đạ Mây",
		Key: digest.Text("x"), Parts: []thing{{Name: "con", Words: []string{""}}, {}}, Words: []string{"một", "", "ba"},
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	for _, want := range []thing{{}, example()} {
		p := pack.To([]byte("before"))
		packThing(p, &want)
		text, found := strings.CutPrefix(string(p.Bytes()), "before")
		if !found {
			t.Fatal("what was there before is gone")
		}
		var got thing
		from := pack.From(text)
		packThing(from, &got)
		if !from.Done() || !reflect.DeepEqual(got, want) {
			t.Errorf("done %v\ngot  %+v\nwant %+v", from.Done(), got, want)
		}
	}
}

// Whatever was cut off or changed, reading ends, and Done does not call a part the whole.
func TestDamage(t *testing.T) {
	whole := example()
	p := pack.To(nil)
	packThing(p, &whole)
	text := string(p.Bytes())
	for n := range text {
		var got thing
		from := pack.From(text[:n])
		packThing(from, &got)
		if from.Done() {
			t.Errorf("%d of %d bytes are taken for all", n, len(text))
		}
	}
	var got thing
	from := pack.From(text + "x")
	packThing(from, &got)
	if from.Done() {
		t.Error("what is left over is not seen")
	}
	var list []string
	from = pack.From("\xff\xff\xff\xff\x7f")
	pack.List(from, &list, (*pack.Packer).Text)
	if from.Done() || list != nil {
		t.Errorf("a list longer than its bytes: %d things", len(list))
	}
}

func FuzzReading(f *testing.F) {
	whole := example()
	p := pack.To(nil)
	packThing(p, &whole)
	f.Add(string(p.Bytes()))
	f.Fuzz(func(t *testing.T, text string) {
		var got thing
		from := pack.From(text)
		packThing(from, &got)
		if from.Done() {
			// A number may be written in more bytes than it needs, so only the value must come back.
			again := pack.To(nil)
			packThing(again, &got)
			var back thing
			packThing(pack.From(string(again.Bytes())), &back)
			if got.Share == got.Share && !reflect.DeepEqual(got, back) {
				t.Errorf("%+v became %+v", got, back)
			}
		}
	})
}
