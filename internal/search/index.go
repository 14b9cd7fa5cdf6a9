package search

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"

	"guongsang/internal/digest"
	"guongsang/internal/pack"
)

// Index is an index that was made or read. It is never changed, and may be used by all goroutines.
type Index struct {
	// Same says that Update found nothing to do.
	Same bool

	format digest.Key
	size   Size
	docs   []placed // in the order of their slots
	shards []shard  // of neighbours and single words of texts, of names, of cards
	file   io.ReaderAt
	end    int64 // of the shards in the file
}

// shard is a shard of an index that lies in its file.
type shard struct {
	at    int64
	size  int
	key   digest.Key
	words []string // without marks, in order, of letters only
}

// ErrDamaged says that an index that was read is none.
var ErrDamaged = errors.New("search: the index is damaged")

// Size is how large the index is.
func (x *Index) Size() Size { return x.size }

// content reads a shard, into room if it is large enough.
func (x *Index) content(i int, room []byte) ([]byte, error) {
	s := x.shards[i]
	room = slices.Grow(room[:0], s.size)[:s.size]
	if n, err := x.file.ReadAt(room, s.at); err != nil && n < s.size {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if digest.Bytes(room) != s.key {
		return nil, ErrDamaged
	}
	return room, nil
}

// Script is a file of the index for the browser: what it is called, without the folder, and the Key of all that is in it, the program that writes it too.
type Script struct {
	Name string
	Key  digest.Key
	// Write writes the file. The error is the writer's, or ErrDamaged.
	Write func(w io.Writer) error
}

// Scripts gives the files of the shards.
func (x *Index) Scripts() iter.Seq[Script] {
	return func(yield func(Script) bool) {
		for i, s := range x.shards {
			name, open, shut := x.size.part(i)
			key := x.scriptKey(s)
			script := Script{Name: x.size.File(name), Key: key, Write: func(w io.Writer) error {
				content, err := x.content(i, nil)
				if err == nil {
					err = Call(w, name, open+string(content)+shut, Stamp(key))
				}
				return err
			}}
			if !yield(script) {
				return
			}
		}
	}
}

func (x *Index) scriptKey(s shard) digest.Key { return digest.Bytes(append(s.key[:], x.format[:]...)) }

// Stamps are the stamps of all Scripts in their order, in one text for each first letter of their names.
func (x *Index) Stamps() map[string]string {
	by := map[string][]byte{}
	for i, s := range x.shards {
		name, _, _ := x.size.part(i)
		by[name[:1]] = append(by[name[:1]], Stamp(x.scriptKey(s))...)
	}
	stamps := map[string]string{}
	for letter, b := range by {
		stamps[letter] = string(b)
	}
	return stamps
}

// stampLen is how many signs a Stamp has.
const stampLen = 4

// Stamp is a short form of a file's Key that the file itself tells the reader's side. Caches may hold files of several builds; by their stamps those that do not
// belong together are told apart, but for one in sixteen million.
func Stamp(key digest.Key) string { return base64.RawURLEncoding.EncodeToString(key[:stampLen*6/8]) }

// shards is how many shards there are.
func (s Size) shards() int { return s.texts() + s.NameShards() + s.CardShards() }

// part is what a shard is called, and what stands around its content in its script.
func (s Size) part(i int) (name, open, shut string) {
	if i < s.PairShards() {
		return "c" + strconv.Itoa(i), `"`, `"`
	}
	if i -= s.PairShards(); i < s.WordShards() {
		return "d" + strconv.Itoa(i), `"`, `"`
	}
	if i -= s.WordShards(); i < s.NameShards() {
		return "t" + strconv.Itoa(i), `"`, `"`
	}
	return "k" + strconv.Itoa(i-s.NameShards()), "[", "]"
}

// File is the name of the file of a part of an index of this size. What was kept of an index of another size is never taken for one of this.
func (s Size) File(part string) string {
	return part[:1] + strconv.Itoa(int(s)) + "-" + part[1:] + ".js"
}

// Call writes a script that hands a value, and the stamp of what it belongs to, to the reader's side.
func Call(w io.Writer, name, value, stamp string) error {
	_, err := io.WriteString(w, `gs("`+name+`",`+value+`,"`+stamp+"\")\n")
	return err
}

// Words gives all words of the texts, and those of the names, without marks, in order.
func (x *Index) Words() (texts, names []string) {
	all := func(shards []shard) []string {
		var words []string
		for _, s := range shards {
			words = append(words, s.words...)
		}
		slices.Sort(words)
		return slices.Compact(words)
	}
	n := x.size.texts()
	return all(x.shards[x.size.PairShards():n]), all(x.shards[n : n+x.size.NameShards()])
}

// Len is how many documents there are.
func (x *Index) Len() int { return len(x.docs) }

// Rows gives the documents in the order of their slots, with what Text.Row kept of them.
func (x *Index) Rows() iter.Seq2[uint32, string] {
	return func(yield func(slot uint32, row string) bool) {
		for _, d := range x.docs {
			if !yield(d.slot, d.row) {
				return
			}
		}
	}
}

// Key is that of all that Words, Rows and Stamps depend on.
func (x *Index) Key() digest.Key {
	b := binary.AppendUvarint(x.format[:len(x.format):len(x.format)], uint64(x.size))
	for _, s := range x.shards {
		b = append(b, s.key[:]...)
	}
	for _, d := range x.docs {
		b = append(binary.AppendUvarint(b, uint64(d.slot)), d.row...)
	}
	return digest.Bytes(b)
}

// The end of the file of an index: where the list of its parts begins, the digest of the list, the format, and what it is.
const (
	magic   = "GSSEARCH\x01"
	tailLen = 8 + 2*len(digest.Key{}) + len(magic)
)

func (x *Index) pack(p *pack.Packer) {
	size := int(x.size)
	p.Int(&size)
	x.size = Size(size)
	pack.List(p, &x.docs, func(p *pack.Packer, d *placed) {
		p.Key(&d.id)
		p.Key(&d.key)
		n := uint64(d.slot)
		p.Number(&n)
		d.slot = uint32(n)
		p.Text(&d.row)
		if p.Reading() {
			d.doc = -1
		}
	})
	pack.List(p, &x.shards, func(p *pack.Packer, s *shard) {
		p.Int(&s.size)
		p.Key(&s.key)
		pack.List(p, &s.words, (*pack.Packer).Text)
	})
}

// Finish writes the end of the index's file, so that Read can read it. w is what Options.New gave for it.
func (x *Index) Finish(w io.Writer) error {
	p := pack.To(nil)
	x.pack(p)
	list := p.Bytes()
	key := digest.Bytes(list)
	tail := binary.LittleEndian.AppendUint64(list, uint64(x.end))
	tail = append(append(append(tail, key[:]...), x.format[:]...), magic...)
	_, err := w.Write(tail)
	return err
}

// Read reads the index that lies in a file of some size. An index of another format is none. The error is ErrDamaged; whether the shards are whole is seen when
// one is read.
func Read(file io.ReaderAt, size int64, format digest.Key) (*Index, error) {
	tail := make([]byte, tailLen)
	if size < int64(tailLen) {
		return nil, ErrDamaged
	}
	if _, err := file.ReadAt(tail, size-int64(tailLen)); err != nil {
		return nil, ErrDamaged
	}
	end := int64(binary.LittleEndian.Uint64(tail))
	var key, made digest.Key
	copy(key[:], tail[8:])
	copy(made[:], tail[8+len(key):])
	if string(tail[8+2*len(key):]) != magic || made != format || end < 0 || end > size-int64(tailLen) {
		return nil, ErrDamaged
	}
	list := make([]byte, size-int64(tailLen)-end)
	if _, err := file.ReadAt(list, end); err != nil || digest.Bytes(list) != key {
		return nil, ErrDamaged
	}
	x := &Index{format: format, file: file, end: end}
	p := pack.From(string(list))
	x.pack(p)
	if !p.Done() || x.size != SizeFor(len(x.docs)) || len(x.shards) != x.size.shards() {
		return nil, ErrDamaged
	}
	at := int64(0)
	for i := range x.shards {
		x.shards[i].at = at
		at += int64(x.shards[i].size)
	}
	if at != end {
		return nil, ErrDamaged
	}
	return x, nil
}
