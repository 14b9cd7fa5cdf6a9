package cache

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io/fs"
	"strings"

	"guongsang/internal/digest"
	"guongsang/internal/pack"
)

// The file of the cache:
//
//	"GSCACHE", version byte
//	format                16 bytes
//	number of entries     8 bytes, little end first
//	each entry            length (4 bytes, little end first), packed entry, digest of that (16 bytes)
//
// It is read in one piece, and records are parts of that piece.
const (
	magic   = "GSCACHE\x01"
	keySize = len(digest.Key{})
	headLen = len(magic) + keySize + 8
)

// What can be wrong with the file of a cache.
var (
	errForm   = errors.New("the cache is damaged")
	errFormat = errors.New("the cache is of another version of the program")
)

func packEntry(p *pack.Packer, e *Entry) {
	p.Text(&e.Path)
	e.Stat.pack(p)
	p.Bool(&e.Rested)
	p.Key(&e.Digest)
	p.Text(&e.Record)
}

// write writes a cache beside the one that is there.
func (c *Cache) write(entries []Entry) (err error) {
	f, err := c.disk.create(c.path(partName))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriterSize(f, 256<<10)
	head := append([]byte(magic), c.o.Format[:]...)
	if _, err := w.Write(binary.LittleEndian.AppendUint64(head, uint64(len(entries)))); err != nil {
		return err
	}
	var buf []byte
	for i := range entries {
		p := pack.To(append(buf[:0], 0, 0, 0, 0))
		packEntry(p, &entries[i])
		buf = p.Bytes()
		binary.LittleEndian.PutUint32(buf, uint32(len(buf)-4))
		sum := digest.Bytes(buf[4:])
		buf = append(buf, sum[:]...)
		if _, err := w.Write(buf); err != nil {
			return err
		}
	}
	return w.Flush()
}

// load reads a cache. Where there is none, there are no entries; where there is one that cannot be used, there is a reason besides.
func load(name string, format digest.Key) ([]Entry, error) {
	text, err := pack.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	rest, ok := strings.CutPrefix(text, magic)
	if !ok && strings.HasPrefix(text, magic[:len(magic)-1]) {
		return nil, errFormat
	}
	if !ok || len(text) < headLen {
		return nil, errForm
	}
	if rest[:keySize] != string(format[:]) {
		return nil, errFormat
	}
	n := binary.LittleEndian.Uint64([]byte(rest[keySize : keySize+8]))
	rest = rest[keySize+8:]
	if n > uint64(len(rest)/(4+keySize)) {
		return nil, errForm
	}
	entries := make([]Entry, n)
	for i := range entries {
		if rest, ok = loadEntry(rest, &entries[i]); !ok || i > 0 && entries[i].Path <= entries[i-1].Path {
			return nil, errForm
		}
	}
	if rest != "" {
		return nil, errForm
	}
	return entries, nil
}

// loadEntry reads one entry and gives what is left.
func loadEntry(text string, e *Entry) (rest string, ok bool) {
	if len(text) < 4+keySize {
		return "", false
	}
	n := uint64(binary.LittleEndian.Uint32([]byte(text[:4])))
	if n > uint64(len(text)-4-keySize) {
		return "", false
	}
	body, rest := text[4:4+n], text[4+n:]
	if sum := digest.Text(body); rest[:keySize] != string(sum[:]) {
		return "", false
	}
	p := pack.From(body)
	packEntry(p, e)
	return rest[keySize:], p.Done()
}
