package search

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/digest"
)

// library is documents in memory, and counts whose text was asked for.
type library struct {
	docs   []Doc
	texts  map[string]Text
	format digest.Key
	asked  []string
}

func (l *library) set(id string, t Text) {
	if l.texts == nil {
		l.texts = map[string]Text{}
	}
	if _, ok := l.texts[id]; !ok {
		l.docs = append(l.docs, Doc{ID: id})
	}
	l.texts[id] = t
	for i := range l.docs {
		if l.docs[i].ID == id {
			l.docs[i].Key = digest.Text(fmt.Sprint(t))
		}
	}
}

func (l *library) remove(id string) {
	delete(l.texts, id)
	l.docs = slices.DeleteFunc(l.docs, func(d Doc) bool { return d.ID == id })
}

func (l *library) index(t *testing.T, old *Index, workers int) *Index {
	t.Helper()
	l.asked = nil
	file := &Memory{}
	asked := make(chan string, len(l.docs))
	x, err := Update(context.Background(), Options{
		Docs: l.docs, Old: old, Workers: workers, Format: l.format,
		Text: func(doc int, text *Text) error {
			asked <- l.docs[doc].ID
			*text = l.texts[l.docs[doc].ID]
			text.Card, text.Row = `0,"`+text.Name+`"`, l.docs[doc].ID
			return nil
		},
		New:     func() (File, error) { return file, nil },
		Scratch: func() (File, error) { return &Memory{}, nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	close(asked)
	for id := range asked {
		l.asked = append(l.asked, id)
	}
	slices.Sort(l.asked)
	return x
}

// scripts gives all files of an index.
func scripts(t *testing.T, x *Index) map[string]string {
	t.Helper()
	all := map[string]string{}
	for s := range x.Scripts() {
		var b bytes.Buffer
		if err := s.Write(&b); err != nil {
			t.Fatal(err)
		}
		all[s.Name] = b.String()
	}
	return all
}

// found gives the IDs of the documents in which a term stands, those in which it is weighty with a star.
func found(t *testing.T, l *library, x *Index, names bool, term string) []string {
	t.Helper()
	ids := map[uint32]string{}
	for slot, row := range x.Rows() {
		ids[slot] = row
	}
	first, next, isPair := strings.Cut(term, " ")
	h := hashText(hashBegin, wordOf(first).folded)
	shard := x.size.PairShards() + int(h%uint32(x.size.WordShards()))
	switch {
	case names:
		shard = x.size.texts() + int(hashText(hashBegin, beginning(wordOf(first).folded))%uint32(x.size.NameShards()))
	case isPair:
		shard = int(hashNext(hashNext(h, ' '), firstUnit(wordOf(next).folded)) % uint32(x.size.PairShards()))
	}
	content, err := x.content(shard, nil)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for r := (shardReader{names: names, data: content}); r.next(); {
		if string(r.term) != term {
			continue
		}
		for r.left > 0 {
			p := r.posting()
			id := ids[p.slot]
			if names {
				id += fmt.Sprint(":", p.how)
			} else if p.how == 1 {
				id += "*"
			}
			list = append(list, id)
		}
	}
	slices.Sort(list)
	return list
}

func TestTermsLeadToDocuments(t *testing.T) {
	var l library
	l.set("a", Text{Name: "Nguyễn Thị Mẫu", Lead: []string{"Trồng dâu tây"}, Body: []string{"Bà trồng dâu.", "Tây Nguyên"}})
	l.set("b", Text{Name: "Tổ đường 5", Body: []string{"Đau tay, hoà HOÀ hòa K'Giắc K’Giắc, 123/QĐ-UBND"}})
	x := l.index(t, nil, 1)
	for _, test := range []struct {
		names bool
		term  string
		want  string
	}{
		{false, "dâu", "a*"},
		{false, "dâu tây", "a*"},
		{false, "tây nguyên", "a"},
		{false, "bà trồng", "a"},
		{false, "đau tay", "b"},
		{false, "hoà", "b*"},
		{false, "hòa", ""},
		{false, "k'giắc", "b"},
		{false, "123 qđ", "b"},
		{false, "tổ đường", "b*"},
		{false, "dâu tay", ""},
		{true, "nguyễn", "a:3"},
		{true, "thị", "a:4"},
		{true, "mẫu", "a:5"},
		{true, "5", "b:5"},
		{true, "dâu", ""},
	} {
		if got := strings.Join(found(t, &l, x, test.names, test.term), " "); got != test.want {
			t.Errorf("%q stands in %q, not in %q", test.term, got, test.want)
		}
	}
	texts, names := x.Words()
	if got := strings.Join(names, " "); got != "duong mau nguyen thi to" {
		t.Errorf("words of names: %s", got)
	}
	if !slices.Contains(texts, "k'giac") || slices.Contains(texts, "123") {
		t.Errorf("words of texts: %v", texts)
	}
}

// TestUpdatesEndAsFromNothing edits a library again and again.
func TestUpdatesEndAsFromNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("dâu tây đau tay hoà hòa nguyễn nguyên Lan lành làm việc cùng bà con xã thôn đường Dương 12 k'giắc cà phê ph")
	text := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(words[random.IntN(len(words))])
			b.WriteString([]string{" ", " ", " ", ". ", "-"}[random.IntN(5)])
		}
		return b.String()
	}
	var l library
	var x *Index
	next := 0
	for round := range 60 {
		var want []string
		edits := 1 + random.IntN(3)
		if round == 0 {
			edits = 300
		}
		for range edits {
			switch {
			case round > 0 && random.IntN(3) == 0 && len(l.docs) > 1:
				id := l.docs[random.IntN(len(l.docs))].ID
				l.remove(id)
				want = slices.DeleteFunc(want, func(w string) bool { return w == id })
				continue
			case round > 0 && random.IntN(2) == 0:
				id := l.docs[random.IntN(len(l.docs))].ID
				l.set(id, Text{Name: text(3), Lead: []string{text(5)}, Body: []string{text(40)}})
				want = append(want, id)
			default:
				id := fmt.Sprint("guong/", next, "/")
				next++
				l.set(id, Text{Name: text(2 + random.IntN(4)), Body: []string{text(30), text(9)}})
				want = append(want, id)
			}
		}
		slices.Sort(want)
		want = slices.Compact(want)
		random.Shuffle(len(l.docs), func(i, j int) { l.docs[i], l.docs[j] = l.docs[j], l.docs[i] })
		before := x
		x = l.index(t, x, 1+random.IntN(4))
		if before != nil && before.size == x.size && !slices.Equal(l.asked, want) {
			t.Fatalf("round %d: the texts of %v were asked for, not those of %v", round, l.asked, want)
		}
		got := scripts(t, x)
		whole := scripts(t, l.index(t, nil, 1))
		for name, content := range whole {
			if got[name] != content {
				t.Fatalf("round %d: %s is not as from nothing:\n%s\n%s", round, name, got[name], content)
			}
		}
		if len(got) != len(whole) {
			t.Fatalf("round %d: %d files, not %d", round, len(got), len(whole))
		}
	}
	if again := l.index(t, x, 1); !again.Same || len(l.asked) > 0 {
		t.Error("an update of nothing does something")
	}
}

func TestDocumentsKeepTheirSlots(t *testing.T) {
	var l library
	for i := range 1000 {
		l.set(fmt.Sprint("guong/", i, "/"), Text{Name: "A"})
	}
	slots := func() map[string]uint32 {
		at := map[string]uint32{}
		for _, p := range place(l.docs, SizeFor(len(l.docs))) {
			if at[l.docs[p.doc].ID] = p.slot; int(p.slot) >= SizeFor(len(l.docs)).Slots() {
				t.Fatalf("slot %d", p.slot)
			}
		}
		if len(at) != len(l.docs) {
			t.Fatal("two documents in one slot")
		}
		return at
	}
	before := slots()
	l.set("guong/moi/", Text{Name: "A"})
	moved := 0
	for id, slot := range slots() {
		if was, ok := before[id]; ok && was != slot {
			moved++
		}
	}
	if moved > 8 {
		t.Errorf("a new document moves %d others", moved)
	}
}

func TestATableThatIsFullAtItsEnd(t *testing.T) {
	docs := make([]Doc, 0, 16)
	for i := 0; len(docs) < 16; i++ { // all want one of the last slots
		id := fmt.Sprint(i)
		if key := digest.Text(id); key[0] >= 0xf8 {
			docs = append(docs, Doc{ID: id})
		}
	}
	seen := map[uint32]bool{}
	for _, p := range place(docs, SizeFor(len(docs))) {
		if seen[p.slot] || p.slot > 31 {
			t.Errorf("slot %d is taken or beyond", p.slot)
		}
		seen[p.slot] = true
	}
}

func TestSizes(t *testing.T) {
	for docs, want := range map[int]Size{0: 16, 16: 16, 17: 18, 51: 52, 80: 80, 81: 88, 10000: 10240, 10241: 11264, 100000: 106496} {
		if got := SizeFor(docs); got != want {
			t.Errorf("%d documents: size %d, not %d", docs, got, want)
		}
	}
	for docs := 1; docs < 300_000; docs += 1 + docs/50 {
		if s := SizeFor(docs); int(s) < docs || docs > 16 && int(s) > docs*9/8+1 {
			t.Fatalf("%d documents: size %d", docs, s)
		}
	}
}

func TestReadWhatFinishWrote(t *testing.T) {
	format := digest.Text("program")
	l := library{format: format}
	for i := range 100 {
		l.set(fmt.Sprint(i), Text{Name: "Tên " + fmt.Sprint(i), Body: []string{"dâu tây"}})
	}
	x := l.index(t, nil, 2)
	file := x.file.(*Memory)
	if err := x.Finish(file); err != nil {
		t.Fatal(err)
	}
	read, err := Read(file, int64(len(file.bytes)), format)
	if err != nil {
		t.Fatal(err)
	}
	if again := l.index(t, read, 1); !again.Same {
		t.Error("an index that was read is another one")
	} else if got, want := scripts(t, again), scripts(t, x); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Error("its files differ")
	}
	if _, err := Read(file, int64(len(file.bytes)), digest.Text("other")); !errors.Is(err, ErrDamaged) {
		t.Errorf("another program's: %v", err)
	}
	for range 200 { // whatever is changed is noticed, at once or when it is read
		bad := &Memory{bytes: slices.Clone(file.bytes)}
		bad.bytes[rand.IntN(len(bad.bytes))] ^= 1 << rand.IntN(8)
		read, err := Read(bad, int64(len(bad.bytes)), format)
		for i := 0; err == nil && i < len(read.shards); i++ {
			_, err = read.content(i, nil)
		}
		if !errors.Is(err, ErrDamaged) {
			t.Fatalf("a changed bit is not noticed: %v", err)
		}
	}
}

// What another program would write has another key and another stamp, and nothing of its index is taken.
func TestAnotherProgramsIndexIsAnother(t *testing.T) {
	var l library
	for i := range 100 {
		l.set(fmt.Sprint(i), Text{Name: "Tên " + fmt.Sprint(i), Body: []string{"dâu tây"}})
	}
	l.format = digest.Text("one")
	one := l.index(t, nil, 1)
	if again := l.index(t, one, 1); again.Key() != one.Key() || !maps.Equal(again.Stamps(), one.Stamps()) {
		t.Error("an index that is the same has another key, or other stamps")
	}
	l.format = digest.Text("two")
	two := l.index(t, one, 1)
	if len(l.asked) != 100 {
		t.Errorf("%d texts were asked for", len(l.asked))
	}
	if one.Key() == two.Key() {
		t.Error("two programs' indexes have one key")
	}
	keys := map[string]digest.Key{}
	for s := range one.Scripts() {
		keys[s.Name] = s.Key
	}
	for s := range two.Scripts() {
		if keys[s.Name] == s.Key {
			t.Errorf("%s of two programs has one key", s.Name)
		}
	}
}

// Each script ends in its stamp, and Stamps has them all in order, by the letters of the scripts.
func TestStamps(t *testing.T) {
	var l library
	for i := range 100 {
		l.set(fmt.Sprint(i), Text{Name: "Tên " + fmt.Sprint(i), Body: []string{"dâu tây"}})
	}
	x := l.index(t, nil, 1)
	all := map[string]string{}
	for s := range x.Scripts() {
		var b strings.Builder
		if err := s.Write(&b); err != nil {
			t.Fatal(err)
		}
		stamp := Stamp(s.Key)
		if !strings.HasSuffix(b.String(), `,"`+stamp+"\")\n") {
			t.Errorf("%s does not end in %s: %s", s.Name, stamp, b.String())
		}
		all[s.Name[:1]] += stamp
	}
	if !maps.Equal(all, x.Stamps()) || len(all["c"]) != 4*x.Size().PairShards() {
		t.Errorf("stamps %s, not %s", x.Stamps(), all)
	}
}

func TestAnErrorOfATextComesBack(t *testing.T) {
	want := errors.New("gone")
	_, err := Update(context.Background(), Options{
		Docs: []Doc{{ID: "a"}}, Text: func(int, *Text) error { return want },
		New:     func() (File, error) { return &Memory{}, nil },
		Scratch: func() (File, error) { return &Memory{}, nil },
	})
	if !errors.Is(err, want) {
		t.Errorf("%v", err)
	}
}

func TestNumbers(t *testing.T) {
	for _, n := range []uint32{0, 1, 2, 67, 68, 69, 1183, 1184, 1185, 104_971, 104_972, 104_973, 1 << 20, 70_000_000} {
		b := appendNumber([]byte("x"), n)
		if got, size := takeNumber(append(b, 'y')[1:]); got != n || size != len(b)-1 {
			t.Errorf("%d is read as %d, of %d signs", n, got, size)
		}
		if bytes.ContainsAny(b, "\"\\") {
			t.Errorf("%d is written as %q", n, b)
		}
		for cut := 1; cut < len(b)-1; cut++ {
			if _, size := takeNumber(b[1 : 1+cut]); size > 0 {
				t.Errorf("half of %d is a number", n)
			}
		}
	}
}

func FuzzShard(f *testing.F) {
	f.Add([]byte(`# &dâu"!`), false)
	f.Fuzz(func(t *testing.T, content []byte, names bool) {
		r := shardReader{names: names, data: content}
		for r.next() {
			for r.left > 0 {
				r.posting()
			}
		}
	})
}
