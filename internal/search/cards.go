package search

import (
	"bytes"
	"slices"
	"sort"
	"strconv"
)

// A shard of cards has a line for each document, in the order of slots: a JSON array that begins with the slot. Lines are parted by a comma and a newline,
// which stands nowhere else in them.
const nextCard = ",\n"

// cards makes a shard of cards.
func (m *merger) cards(i int) ([]byte, error) {
	size := m.plan.size
	docs := m.plan.docs
	from := sort.Search(len(docs), func(n int) bool { return size.CardShard(docs[n].slot) >= i })
	to := sort.Search(len(docs), func(n int) bool { return size.CardShard(docs[n].slot) > i })
	if m.old != nil && !m.touches(i, docs[from:to]) {
		return m.old.content(size.texts()+size.NameShards()+i, nil)
	}
	var b []byte
	for n := from; n < to; n++ {
		card, err := m.card(n)
		if err != nil {
			return nil, err
		}
		if n > from {
			b = append(b, nextCard...)
		}
		b = append(append(strconv.AppendUint(append(b, '['), uint64(docs[n].slot), 10), ','), card...)
		b = append(b, ']')
	}
	return b, nil
}

// touches says whether a shard of cards is another than in the old index. docs are those that stand in it now.
func (m *merger) touches(i int, docs []placed) bool {
	for _, d := range docs {
		if d.was != d.slot {
			return true
		}
	}
	for slot := range m.plan.moves {
		if m.plan.size.CardShard(slot) == i {
			return true
		}
	}
	return false
}

// card gives the card of a document, as its text gave it or as the old index has it.
func (m *merger) card(n int) ([]byte, error) {
	d := m.plan.docs[n]
	if d.was == nowhere {
		at, _ := slices.BinarySearch(m.plan.changed, n)
		return m.runs.card(at)
	}
	size := m.plan.size
	shard := size.CardShard(d.was)
	if m.cardsOf != shard || m.oldCards == nil {
		content, err := m.old.content(size.texts()+size.NameShards()+shard, nil)
		if err != nil {
			return nil, err
		}
		m.cardsOf, m.oldCards = shard, bytes.Split(content, []byte(nextCard))
	}
	begin := append(strconv.AppendUint([]byte{'['}, uint64(d.was), 10), ',')
	for _, line := range m.oldCards {
		if card, ok := bytes.CutPrefix(line, begin); ok {
			return bytes.TrimSuffix(card, []byte{']'}), nil
		}
	}
	return nil, ErrDamaged
}
