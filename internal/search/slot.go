package search

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"

	"guongsang/internal/digest"
)

// Size is how large an index is: what the number of documents decides, in steps, so that one document more changes it seldom.
type Size int

// leastSize is that of an index of nothing.
const leastSize = 16

// SizeFor gives the size for some documents: their number, or the next that is a power of two and some eighths of it.
func SizeFor(docs int) Size {
	if docs <= leastSize {
		return leastSize
	}
	step := 1 << (bits.Len(uint(docs-1)) - 4)
	return Size((docs + step - 1) / step * step)
}

// Slots is how many slots there are: a half more than documents, so that one that comes moves few others. More room would make the ways between postings longer.
func (s Size) Slots() int { return int(s) * 3 / 2 }

// PairShards is how many files hold the neighbours of texts. All files together are fewer than one for ten documents, but where there are few documents: then a file for each
// ten would hold so many words that a search loads nearly all of them.
func (s Size) PairShards() int { return max(int(s)/31, min(int(s)/5, 36)) }

// WordShards is how many files hold the single words of texts. They are apart from neighbours, for which readers ask far more
// often, since a word stands in many more documents than a pair of neighbours does.
func (s Size) WordShards() int { return max(int(s)/65, min(int(s)/16, 12), 1) }

// texts is how many files hold what is to be found in texts.
func (s Size) texts() int { return s.PairShards() + s.WordShards() }

// NameShards is how many files hold the words of names.
func (s Size) NameShards() int { return max(1, int(s)/150) }

// CardShards is how many files hold what results show.
func (s Size) CardShards() int { return max(1, int(s)/30) }

// CardShard is the file that holds the card of a slot.
func (s Size) CardShard(slot uint32) int {
	return int(uint64(slot) * uint64(s.CardShards()) / uint64(s.Slots()))
}

// placed is a document in its slot.
type placed struct {
	id, key digest.Key
	slot    uint32
	was     uint32 // its slot in the old index; nowhere if its text is asked for
	doc     int    // its place in Options.Docs; -1 in an index that was read
	row     string // see Text.Row
}

// place gives each document its slot, and all of them in the order of their slots. A document stands where its hash says, or, where that slot
// is taken, in the next free one behind those whose hash is smaller; at the end of the table they close up.
func place(docs []Doc, size Size) []placed {
	all := make([]placed, len(docs))
	for i, d := range docs {
		all[i] = placed{id: digest.Text(d.ID), key: d.Key, was: nowhere, doc: i}
	}
	slices.SortFunc(all, func(a, b placed) int { return bytes.Compare(a.id[:], b.id[:]) })
	slots := uint64(size.Slots())
	next := uint64(0)
	for i := range all {
		wanted, _ := bits.Mul64(binary.BigEndian.Uint64(all[i].id[:]), slots)
		next = max(next, wanted)
		all[i].slot = uint32(next)
		next++
	}
	last := slots - 1
	for i := len(all) - 1; i >= 0 && uint64(all[i].slot) > last; i-- {
		all[i].slot = uint32(last)
		last--
	}
	return all
}

// plan says what an index is made of: which documents are as they were in the old one, and what becomes of the old one's slots.
type plan struct {
	size Size
	docs []placed // in the order of their slots
	// changed are the places in docs of those whose text is asked for.
	changed []int
	// moves says where the document of an old slot is now, for those that are elsewhere or gone; gone ones are at nowhere.
	moves map[uint32]uint32
	// fresh says that no old index counts.
	fresh bool
}

// nowhere is the slot of a document that is gone.
const nowhere = ^uint32(0)

func newPlan(docs []Doc, old *Index, format digest.Key) plan {
	size := SizeFor(len(docs))
	p := plan{size: size, docs: place(docs, size), moves: map[uint32]uint32{}, fresh: old == nil || old.size != size || old.format != format}
	if p.fresh {
		for i := range p.docs {
			p.changed = append(p.changed, i)
		}
		return p
	}
	// Both lists are in the order of the IDs.
	at := 0
	for i, d := range p.docs {
		for at < len(old.docs) && bytes.Compare(old.docs[at].id[:], d.id[:]) < 0 {
			p.moves[old.docs[at].slot] = nowhere
			at++
		}
		if at == len(old.docs) || old.docs[at].id != d.id {
			p.changed = append(p.changed, i)
			continue
		}
		was := old.docs[at]
		at++
		if was.key != d.key {
			p.moves[was.slot] = nowhere
			p.changed = append(p.changed, i)
			continue
		}
		p.docs[i].was, p.docs[i].row = was.slot, was.row
		if was.slot != d.slot {
			p.moves[was.slot] = d.slot
		}
	}
	for ; at < len(old.docs); at++ {
		p.moves[old.docs[at].slot] = nowhere
	}
	return p
}

func (p plan) differs() bool { return p.fresh || len(p.changed)+len(p.moves) > 0 }

// kept is the index of documents that are as they were.
func (p plan) kept(old *Index) *Index {
	x := *old
	x.docs = p.docs
	x.Same = true
	return &x
}
