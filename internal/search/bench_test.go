package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"guongsang/internal/digest"
)

// invented gives a library of texts of about 600 words: syllables put together at random, common ones more often.
func invented(docs int) *library {
	random := rand.New(rand.NewPCG(7, 7))
	var syllables []string
	for _, onset := range strings.Fields("b c ch d đ g h kh l m n ng nh ph qu s t th tr v x") {
		for _, rhyme := range strings.Fields("a à ác anh ay ân ê ên iên in ó ông ơn ủ ưng uyên") {
			syllables = append(syllables, onset+rhyme)
		}
	}
	text := func(n int) string {
		var b strings.Builder
		for i := range n {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(syllables[int(float64(len(syllables))*random.Float64()*random.Float64())])
		}
		return b.String()
	}
	var l library
	l.texts = make(map[string]Text, docs)
	for i := range docs {
		id := fmt.Sprint("guong/", i, "/")
		t := Text{Name: text(3), Lead: []string{text(20)}}
		for range 12 {
			t.Body = append(t.Body, text(50))
		}
		l.texts[id] = t
		l.docs = append(l.docs, Doc{ID: id, Key: digest.Text(id)})
	}
	return &l
}

func (l *library) update(b *testing.B, old *Index) *Index {
	x, err := Update(context.Background(), Options{
		Docs: l.docs, Old: old,
		Text:    func(doc int, text *Text) error { *text = l.texts[l.docs[doc].ID]; return nil },
		New:     func() (File, error) { return &Memory{}, nil },
		Scratch: func() (File, error) { return &Memory{}, nil },
	})
	if err != nil {
		b.Fatal(err)
	}
	return x
}

func BenchmarkFromNothing(b *testing.B) {
	l := invented(2000)
	for b.Loop() {
		l.update(b, nil)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/2000, "µs/doc")
}

func BenchmarkOneChanged(b *testing.B) {
	l := invented(2000)
	x := l.update(b, nil)
	n := 0
	for b.Loop() {
		n++
		l.docs[n%len(l.docs)].Key = digest.Text(fmt.Sprint(n))
		x = l.update(b, x)
	}
}

func BenchmarkNothingChanged(b *testing.B) {
	l := invented(2000)
	x := l.update(b, nil)
	for b.Loop() {
		x = l.update(b, x)
	}
}
