package search

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// batch is how many documents a run is made of: their terms are in memory all at once.
const batch = 1024

// posting is where a term stands: in which document, and how. In texts, how is 1 where the term is weighty; in names it is rank.
type posting struct{ slot, how uint32 }

// longestName is how many words of a name are indexed.
const longestName = 60

// rank tells where in a name of n words a word stands, in one number that is small for short names.
func rank(n, at int) uint32 { return uint32(n*(n-1)/2 + at) }

// run is an index of some documents, in shards like those that are published.
type run struct {
	at    int64    // where it begins in the scratch file
	ends  []uint32 // of the shards, counted from at
	cards []uint32 // behind them the ends of the documents' cards
}

// runs are the runs of all documents that are asked for, in the order of their slots.
type runs struct {
	file File
	list []run
}

// gather asks for the texts and makes runs of them.
func gather(ctx context.Context, o Options, p plan) (runs, error) {
	r := runs{list: make([]run, (len(p.changed)+batch-1)/batch)}
	if len(r.list) == 0 {
		return r, nil
	}
	var err error
	if r.file, err = o.Scratch(); err != nil {
		return r, err
	}
	words := newLexicon()
	out := &sequence{file: r.file}
	err = parallel(ctx, o.Workers, len(r.list), func() func(i int) error {
		g := newGatherer(o, p, words)
		return func(i int) error {
			made, content, err := g.run(p.changed[i*batch : min(len(p.changed), (i+1)*batch)])
			if err != nil {
				return err
			}
			made.at, err = out.append(content)
			r.list[i] = made
			return err
		}
	})
	return r, err
}

// shard gives what a run has of a shard, in room if it is large enough.
func (r runs) shard(i, shard int, room []byte) ([]byte, error) {
	begin := uint32(0)
	if shard > 0 {
		begin = r.list[i].ends[shard-1]
	}
	return r.read(i, begin, r.list[i].ends[shard], room)
}

// card gives the card of a document by its place among those that were asked for.
func (r runs) card(changed int) ([]byte, error) {
	i, n := changed/batch, changed%batch
	begin := r.list[i].ends[len(r.list[i].ends)-1]
	if n > 0 {
		begin = r.list[i].cards[n-1]
	}
	return r.read(i, begin, r.list[i].cards[n], nil)
}

// read reads a part of a run; nil where it is empty.
func (r runs) read(i int, begin, end uint32, room []byte) ([]byte, error) {
	size := int(end - begin)
	if size == 0 {
		return nil, nil
	}
	room = slices.Grow(room[:0], size)[:size]
	_, err := r.file.ReadAt(room, r.list[i].at+int64(begin))
	return room, err
}

// sequence is a file that several goroutines append to.
type sequence struct {
	mu   sync.Mutex
	file File
	size int64
}

func (s *sequence) append(b []byte) (at int64, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at = s.size
	n, err := s.file.Write(b)
	s.size += int64(n)
	return at, err
}

// gatherer makes runs, one after another.
type gatherer struct {
	o      Options
	plan   plan
	words  *lexicon
	local  map[string]uint32 // words as they are written, so that the lexicon is asked seldom
	known  []word            // the lexicon's words, by their numbers
	sorted []word            // the same by their letters, see order
	homes  []home            // by the numbers of words
	terms  *terms
	text   Text
	name   []uint32
	// shards holds, for each shard of texts and then of names, a line for each posting: see line.
	shards [][]uint64
}

// home is where a word's terms lie: its own shard, that of names, and the hash that the pairs of which it is the first go on from.
type home struct {
	text, name int32
	pairs      uint32
	first      uint16 // the first letter, for the pairs of which it is the second
}

// A line is a posting with its term, in the order in which they are written: the words by their order, the document by its place in the batch, and
// how it stands there. In texts that is code, 15 bits, 1 bit; in names a word, 20 bits, 16 bits.
const (
	docBits, howBits         = 15, 1
	nameDocBits, nameHowBits = 20, 16
)

func newGatherer(o Options, p plan, words *lexicon) *gatherer {
	return &gatherer{
		o: o, plan: p, words: words, local: map[string]uint32{}, terms: newTerms(),
		shards: make([][]uint64, p.size.texts()+p.size.NameShards()),
	}
}

// run makes the run of some documents.
func (g *gatherer) run(docs []int) (r run, content []byte, err error) {
	for i := range g.shards {
		g.shards[i] = g.shards[i][:0]
	}
	var cards []byte
	for i, at := range docs {
		g.text = Text{Lead: g.text.Lead[:0], Body: g.text.Body[:0]}
		doc := &g.plan.docs[at] // nobody else looks at it
		if err := g.o.Text(doc.doc, &g.text); err != nil {
			return run{}, nil, err
		}
		g.document(i)
		doc.row = g.text.Row
		cards = append(cards, g.text.Card...)
		r.cards = append(r.cards, uint32(len(cards)))
	}
	g.order()
	slots := make([]uint32, len(docs))
	for i, doc := range docs {
		slots[i] = g.plan.docs[doc].slot
	}
	r.ends = make([]uint32, len(g.shards))
	w := shardWriter{}
	for i, lines := range g.shards {
		slices.Sort(lines)
		w.names = i >= g.plan.size.texts()
		w.last = w.last[:0]
		g.write(&w, lines, slots)
		r.ends[i] = uint32(len(w.out))
	}
	for i := range r.cards {
		r.cards[i] += uint32(len(w.out))
	}
	return r, append(w.out, cards...), nil
}

// document adds the terms of g.text, those of document i of the batch.
func (g *gatherer) document(i int) {
	g.terms.clear()
	g.passage(g.text.Name, true)
	if len(g.name) > longestName {
		g.name = g.name[:longestName]
	}
	for at, id := range g.name {
		shard := g.plan.size.texts() + int(g.homes[id].name)
		line := uint64(id)<<(nameDocBits+nameHowBits) | uint64(i)<<nameHowBits | uint64(rank(len(g.name), at))
		g.shards[shard] = append(g.shards[shard], line)
	}
	for _, s := range g.text.Lead {
		g.passage(s, true)
	}
	for _, s := range g.text.Body {
		g.passage(s, false)
	}
	for _, at := range g.terms.used {
		c := g.terms.codes[at] - 1
		first, next := c.split()
		shard := g.homes[first].text
		if next != noWord {
			shard = int32(hashNext(g.homes[first].pairs, g.homes[next].first) % uint32(g.plan.size.PairShards()))
		}
		line := uint64(c)<<(docBits+howBits) | uint64(i)<<howBits
		if g.terms.weighty(at) {
			line |= 1
		}
		g.shards[shard] = append(g.shards[shard], line)
	}
}

// passage adds the terms of a passage. Its words stay in g.name.
func (g *gatherer) passage(s string, lead bool) {
	g.name = g.name[:0]
	before := noWord
	for s != "" {
		written, end := nextWord(s)
		if written == "" {
			return
		}
		if parts(s[:end-len(written)]) {
			before = noWord
		}
		s = s[end:]
		id := g.id(written)
		if id == noWord {
			before = noWord
			continue
		}
		g.name = append(g.name, id)
		g.terms.add(single(id), lead)
		if before != noWord {
			g.terms.add(pair(before, id), lead)
		}
		before = id
	}
}

// id gives the number of a word and sees to it that its home is known.
func (g *gatherer) id(written string) uint32 {
	id, ok := g.local[written]
	if ok {
		return id
	}
	id = g.words.id(written)
	g.local[strings.Clone(written)] = id
	if id == noWord || int(id) < len(g.homes) {
		return id
	}
	g.known = g.words.list()
	for _, w := range g.known[len(g.homes):] {
		h := hashText(hashBegin, w.folded)
		g.homes = append(g.homes, home{
			text:  int32(g.plan.size.PairShards() + int(h%uint32(g.plan.size.WordShards()))),
			name:  int32(hashText(hashBegin, beginning(w.folded)) % uint32(g.plan.size.NameShards())),
			pairs: hashNext(h, ' '), first: firstUnit(w.folded),
		})
	}
	return id
}

// order puts the words' order into the place of their numbers, so that lines that are sorted are in the order of the terms' letters.
func (g *gatherer) order() {
	ids := make([]uint32, len(g.known))
	for i := range ids {
		ids[i] = uint32(i)
	}
	slices.SortFunc(ids, func(a, b uint32) int { return cmp.Compare(g.known[a].exact, g.known[b].exact) })
	places := make([]uint64, len(ids))
	for place, id := range ids {
		places[id] = uint64(place)
	}
	sorted := make([]word, len(ids))
	for place, id := range ids {
		sorted[place] = g.known[id]
	}
	for i, lines := range g.shards {
		for j, line := range lines {
			if i >= g.plan.size.texts() {
				const below = nameDocBits + nameHowBits
				lines[j] = places[line>>below]<<below | line&(1<<below-1)
				continue
			}
			const below = docBits + howBits
			first, next := code(line >> below).split()
			line &= 1<<below - 1
			if next != noWord {
				line |= (places[next] + 1) << below
			}
			lines[j] = line | places[first]<<(wordBits+below)
		}
	}
	g.sorted = sorted
}

// write writes the sorted lines of a shard.
func (g *gatherer) write(w *shardWriter, lines []uint64, slots []uint32) {
	below, how := uint(docBits+howBits), uint(howBits)
	if w.names {
		below, how = nameDocBits+nameHowBits, nameHowBits
	}
	for len(lines) > 0 {
		term := lines[0] >> below
		n := 1
		for n < len(lines) && lines[n]>>below == term {
			n++
		}
		w.postings = w.postings[:0]
		for _, line := range lines[:n] {
			w.postings = append(w.postings, posting{slots[line&(1<<below-1)>>how], uint32(line & (1<<how - 1))})
		}
		w.term = g.spell(w.term[:0], term, w.names)
		w.write()
		lines = lines[n:]
	}
}

// spell writes out a term of a line.
func (g *gatherer) spell(b []byte, term uint64, name bool) []byte {
	if name {
		return append(b, g.sorted[term].exact...)
	}
	first, next := code(term).split()
	b = append(b, g.sorted[first].exact...)
	if next != noWord {
		b = append(append(b, ' '), g.sorted[next].exact...)
	}
	return b
}

// parallel calls work for 0 to n-1 on several goroutines, each of which has begun with begin. The error is one of work's or ctx's.
func parallel(ctx context.Context, workers, n int, begin func() func(i int) error) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			work := begin()
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := work(i); err != nil {
					stop(err)
				}
			}
		})
	}
	group.Wait()
	return context.Cause(ctx)
}
