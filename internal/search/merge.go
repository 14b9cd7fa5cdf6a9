package search

import (
	"bytes"
	"cmp"
	"container/heap"
	"context"
	"slices"

	"guongsang/internal/digest"
)

// merge writes the index of the old one and the runs.
func merge(ctx context.Context, o Options, p plan, r runs) (*Index, error) {
	file, err := o.New()
	if err != nil {
		return nil, err
	}
	x := &Index{format: o.Format, size: p.size, docs: p.docs, file: file}
	n := p.size.shards()
	x.shards = make([]shard, n)
	const ahead = 64 // shards that are in memory at once
	var size int64
	for from := 0; from < n; from += ahead {
		to := min(n, from+ahead)
		content := make([][]byte, to-from)
		err := parallel(ctx, o.Workers, to-from, func() func(i int) error {
			m := newMerger(o.Old, p, r)
			return func(i int) (err error) {
				content[i], x.shards[from+i].words, err = m.shard(from + i)
				return err
			}
		})
		if err != nil {
			return nil, err
		}
		for i, b := range content {
			s := &x.shards[from+i]
			s.at, s.size, s.key = size, len(b), digest.Bytes(b)
			if _, err := file.Write(b); err != nil {
				return nil, err
			}
			size += int64(len(b))
		}
	}
	x.end = size
	return x, nil
}

// merger makes shards of the new index, one after another.
type merger struct {
	old    *Index // nil where none counts
	plan   plan
	runs   runs
	movers []bool // by old slots: whether their document is elsewhere or gone
	rooms  [][]byte
	// oldCards are the lines of shard cardsOf of the old cards, which was asked for last.
	oldCards [][]byte
	cardsOf  int
}

func newMerger(old *Index, p plan, r runs) *merger {
	m := &merger{plan: p, runs: r, rooms: make([][]byte, len(r.list)+1)}
	if p.fresh {
		return m
	}
	m.old, m.movers = old, make([]bool, p.size.Slots())
	for slot := range p.moves {
		m.movers[slot] = true
	}
	return m
}

// shard makes shard i, and gives the folded words that stand in it.
func (m *merger) shard(i int) (content []byte, words []string, err error) {
	if cards := i - m.plan.size.texts() - m.plan.size.NameShards(); cards >= 0 {
		content, err = m.cards(cards)
		return content, nil, err
	}
	names := i >= m.plan.size.texts()
	var readers readers
	changed := m.old == nil
	if m.old != nil {
		old, err := m.old.content(i, m.rooms[0])
		if err != nil {
			return nil, nil, err
		}
		m.rooms[0] = old
		readers = append(readers, &source{shardReader: shardReader{names: names, data: old}, old: true})
	}
	for n := range m.runs.list {
		part, err := m.runs.shard(n, i, m.rooms[n+1])
		if err != nil {
			return nil, nil, err
		}
		if part != nil {
			m.rooms[n+1] = part
			readers = append(readers, &source{shardReader: shardReader{names: names, data: part}, order: n + 1})
			changed = true
		}
	}
	if !changed && !m.moves(shardReader{names: names, data: m.rooms[0]}) {
		return bytes.Clone(m.rooms[0]), m.old.shards[i].words, nil
	}
	size := 0
	for _, r := range readers {
		size += len(r.data)
	}
	w := &shardWriter{names: names, out: make([]byte, 0, size)}
	if err := m.write(w, readers); err != nil {
		return nil, nil, err
	}
	slices.Sort(w.words)
	return w.out, slices.Compact(w.words), nil
}

// moves says whether a shard of the old index has a document that is elsewhere now, or gone.
func (m *merger) moves(r shardReader) bool {
	if len(m.plan.moves) == 0 {
		return false
	}
	for r.next() {
		for r.left > 0 {
			if m.isMover(r.posting().slot) {
				return true
			}
		}
	}
	return false
}

func (m *merger) isMover(slot uint32) bool { return int(slot) < len(m.movers) && m.movers[slot] }

// write writes all that the readers have, in order.
func (m *merger) write(w *shardWriter, from readers) error {
	at := from[:0:0]
	for _, r := range from {
		if r.next() {
			at = append(at, r)
		}
	}
	heap.Init(&at)
	for len(at) > 0 {
		first := at[0]
		w.term = append(w.term[:0], first.term...)
		var raw []byte
		w.postings, raw = first.all(w.postings[:0])
		same := !m.move(w, first)
		for at.advance(); len(at) > 0 && bytes.Equal(at[0].term, w.term); at.advance() {
			have := len(w.postings)
			w.postings, _ = at[0].all(w.postings)
			same = have == len(w.postings) && same
			order(w.postings, have)
		}
		if same {
			w.copy(raw)
		} else {
			w.write()
		}
	}
	for _, r := range from {
		if r.damaged {
			return ErrDamaged
		}
	}
	return nil
}

// move puts the postings that were read from the old index where their documents are now; those that are gone go. It says whether there are any of such.
func (m *merger) move(w *shardWriter, r *source) bool {
	if !r.old || !slices.ContainsFunc(w.postings, func(p posting) bool { return m.isMover(p.slot) }) {
		return false
	}
	kept := w.postings[:0]
	for _, p := range w.postings {
		if m.isMover(p.slot) {
			if p.slot = m.plan.moves[p.slot]; p.slot == nowhere {
				continue
			}
		}
		kept = append(kept, p)
	}
	w.postings = kept
	return true
}

// order puts postings in order of which the first ones are, and those that follow are. Either all that follow stand behind, as the next run's do, or they are few.
func order(list []posting, have int) {
	for i := have; i < len(list); i++ {
		p := list[i]
		if i == 0 || comparePostings(list[i-1], p) <= 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(list[:i], p, comparePostings)
		copy(list[at+1:i+1], list[at:i])
		list[at] = p
	}
}

func comparePostings(a, b posting) int {
	return cmp.Or(cmp.Compare(a.slot, b.slot), cmp.Compare(a.how, b.how))
}

// source is a shard that is merged. Moves keep the order of slots, so the postings of one source are in order.
type source struct {
	shardReader
	old   bool
	order int // among those that have the same term: the old one first, then runs in the order of their slots
}

// readers is a heap by the terms.
type readers []*source

// advance goes to the next term of the first reader.
func (r *readers) advance() {
	if (*r)[0].next() {
		heap.Fix(r, 0)
	} else {
		heap.Pop(r)
	}
}

func (r readers) Len() int { return len(r) }
func (r readers) Less(i, j int) bool {
	c := bytes.Compare(r[i].term, r[j].term)
	return c < 0 || c == 0 && r[i].order < r[j].order
}
func (r readers) Swap(i, j int) { r[i], r[j] = r[j], r[i] }
func (r *readers) Push(v any)   { *r = append(*r, v.(*source)) }
func (r *readers) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}
