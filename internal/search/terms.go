package search

// code is a term by the numbers of its words: the first, and the second plus one, 0 for a single word.
type code uint64

const wordBits = 24

func single(id uint32) code        { return code(id) << wordBits }
func pair(first, next uint32) code { return code(first)<<wordBits | code(next+1) }

// split gives the words of a term; next is noWord for a single one.
func (c code) split() (first, next uint32) {
	return uint32(c >> wordBits), uint32(c&(1<<wordBits-1)) - 1
}

// terms collects the terms of one document after another. It is a table with open places, since most of what a document has are repetitions.
type terms struct {
	codes []code  // plus one, so that 0 is an empty place
	seen  []uint8 // how often, up to often; with the mark inLead
	used  []int   // the places that are taken
}

const (
	often  = 3 // whoever stands there as often as that is what the document is about
	inLead = 0x80
)

func newTerms() *terms { return &terms{codes: make([]code, 1<<12), seen: make([]uint8, 1<<12)} }

func (t *terms) clear() {
	for _, at := range t.used {
		t.codes[at] = 0
	}
	t.used = t.used[:0]
}

// add counts a term.
func (t *terms) add(c code, lead bool) {
	if 2*len(t.used) >= len(t.codes) {
		t.grow()
	}
	at := t.find(c)
	if t.codes[at] == 0 {
		t.codes[at], t.seen[at] = c+1, 0
		t.used = append(t.used, at)
	}
	if t.seen[at]&^inLead < often {
		t.seen[at]++
	}
	if lead {
		t.seen[at] |= inLead
	}
}

// find gives the place of a term, or the one that it would take.
func (t *terms) find(c code) int {
	mask := len(t.codes) - 1
	at := int(uint64(c)*0x9E3779B97F4A7C15>>32) & mask
	for t.codes[at] != 0 && t.codes[at] != c+1 {
		at = (at + 1) & mask
	}
	return at
}

func (t *terms) grow() {
	old := *t
	t.codes, t.seen, t.used = make([]code, 2*len(old.codes)), make([]uint8, 2*len(old.codes)), make([]int, 0, len(old.codes))
	for _, from := range old.used {
		at := t.find(old.codes[from] - 1)
		t.codes[at], t.seen[at] = old.codes[from], old.seen[from]
		t.used = append(t.used, at)
	}
}

// weighty says whether the term at a place counts more than others of the document: it stands in its lead, or often.
func (t *terms) weighty(at int) bool { return t.seen[at]&inLead != 0 || t.seen[at] >= often }
