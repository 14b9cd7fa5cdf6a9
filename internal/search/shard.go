package search

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A shard is a sequence of terms in the order of their bytes. Numbers are those of number.go; texts are UTF-8.
//
//	how much of the term before is the beginning of this one     number, in code points
//	the rest of the term                                         its length in code points, the text
//	postings                                                     how many, then each, in the order of slots
//
// A posting of a text is 2·(gap-1)+how, where gap is the way from the slot before (at first from -1) and how is 1 for a weighty term. One of a name is the way from the slot before
// (at first from 0), since a word may stand in a name twice, and then rank.

// shardWriter writes a shard. term and postings are what write takes.
type shardWriter struct {
	names    bool
	out      []byte
	last     []byte // the term before
	term     []byte
	postings []posting
	words    []string // the single words that were written, without marks, of letters only
}

// write writes a term with its postings, which are in order; nothing where there are none.
func (w *shardWriter) write() {
	if len(w.postings) == 0 {
		return
	}
	w.begin()
	last := ^uint32(0)
	if w.names {
		last = 0
	}
	for _, p := range w.postings {
		if w.names {
			w.out = appendNumber(appendNumber(w.out, p.slot-last), p.how)
		} else {
			w.out = appendNumber(w.out, 2*(p.slot-last-1)+p.how)
		}
		last = p.slot
	}
}

// copy writes a term with its postings as they were read from another shard: raw is what they were read from.
func (w *shardWriter) copy(raw []byte) {
	w.begin()
	w.out = append(w.out, raw...)
}

// begin writes a term and how many postings it has.
func (w *shardWriter) begin() {
	same, letters := sharedLetters(w.last, w.term)
	rest := w.term[same:]
	w.out = appendNumber(w.out, uint32(letters))
	w.out = appendNumber(w.out, uint32(utf8.RuneCount(rest)))
	w.out = append(w.out, rest...)
	w.out = appendNumber(w.out, uint32(len(w.postings)))
	w.last = append(w.last[:0], w.term...)
	if bytes.IndexByte(w.term, ' ') < 0 {
		if folded := fold(string(w.term)); isLetters(folded) {
			w.words = append(w.words, folded)
		}
	}
}

func isLetters(w string) bool { return strings.Trim(w, "abcdefghijklmnopqrstuvwxyz'") == "" }

// sharedLetters says how much two texts have in common at their beginnings, in bytes and in code points.
func sharedLetters(a, b []byte) (bytes, letters int) {
	n := min(len(a), len(b))
	for bytes < n && a[bytes] == b[bytes] {
		bytes++
	}
	for bytes > 0 && (bytes < len(a) && !utf8.RuneStart(a[bytes]) || bytes < len(b) && !utf8.RuneStart(b[bytes])) {
		bytes--
	}
	return bytes, utf8.RuneCount(a[:bytes])
}

// shardReader reads what a shardWriter wrote. After something else it is damaged and at its end.
type shardReader struct {
	names   bool
	data    []byte
	at      int // what was read of data
	term    []byte
	damaged bool
	left    uint32 // postings of this term that were not read
	slot    uint32 // of the posting before
	passed  []posting
}

// next goes to the next term; what was not read of the postings before is passed over.
func (r *shardReader) next() bool {
	if r.left > 0 {
		r.passed, _ = r.all(r.passed[:0])
	}
	if r.at >= len(r.data) {
		return false
	}
	keep, more := r.number(), r.number()
	kept := letters(r.term, keep)
	added := letters(r.data[min(r.at, len(r.data)):], more)
	if kept < 0 || added < 0 {
		r.fail()
		return false
	}
	r.term = append(r.term[:kept], r.data[r.at:r.at+added]...)
	r.at += added
	r.left, r.slot = r.number(), ^uint32(0)
	if r.names {
		r.slot = 0
	}
	return !r.damaged
}

// letters gives the length of the first n code points of a text in bytes; -1 where there are not so many.
func letters(s []byte, n uint32) (size int) {
	for ; n > 0; n-- {
		if size >= len(s) {
			return -1
		}
		if s[size] < utf8.RuneSelf {
			size++
			continue
		}
		_, width := utf8.DecodeRune(s[size:])
		size += width
	}
	return size
}

// posting reads the next posting; r.left says whether there is one.
func (r *shardReader) posting() posting {
	n := r.number()
	if r.left--; r.damaged {
		return posting{}
	}
	if r.names {
		r.slot += n
		return posting{r.slot, r.number()}
	}
	r.slot += n/2 + 1
	return posting{r.slot, n & 1}
}

// all reads all postings of the term into room, and gives what they were read from.
func (r *shardReader) all(room []posting) (list []posting, raw []byte) {
	from := r.at
	for r.left > 0 {
		// Nearly all numbers take a sign or two; nothing else in the program is done so often.
		if data := r.data[r.at:]; !r.names && len(data) > 1 {
			n := worth(data[0])
			switch {
			case n < oneSign:
				r.at++
			case n < oneSign+two:
				n = oneSign + (n-oneSign)*signs + worth(data[1])
				r.at += 2
			default:
				room = append(room, r.posting())
				continue
			}
			r.slot += n/2 + 1
			r.left--
			room = append(room, posting{r.slot, n & 1})
			continue
		}
		room = append(room, r.posting())
	}
	return room, r.data[from:r.at]
}

func (r *shardReader) number() uint32 {
	n, size := takeNumber(r.data[min(r.at, len(r.data)):])
	if size == 0 {
		r.fail()
		return 0
	}
	r.at += size
	return n
}

// fail ends the reading: the posting that is being read was the last one.
func (r *shardReader) fail() { r.at, r.damaged, r.left = len(r.data), true, 1 }
