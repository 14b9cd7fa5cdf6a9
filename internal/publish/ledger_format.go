package publish

import (
	"encoding/binary"
	"errors"
	"strings"

	"guongsang/internal/digest"
)

// The ledger remembers which files of a folder are ours and from what each was made. The file:
//
//	"GSLEDGER", version byte
//	what it speaks of           uvarint length, text: the folder, and the part if the run writes one
//	whole                       byte: 1 = the list of a run that came to its end, in its order; 0 = of a switch that went on
//	number of entries           uvarint
//	each entry                  flag byte, path; if the flag is 1: key (16 bytes), size (uvarint), time (varint, ns)
//	digest of all before        16 bytes
//
// A file that is damaged, of another version or of another folder is thrown away whole: then nothing is known, so
// nothing is skipped and nothing removed.
const (
	ledgerMagic   = "GSLEDGER"
	ledgerVersion = 2
)

// What can be wrong with a ledger.
var (
	errLedgerForm    = errors.New("the ledger is damaged")
	errLedgerVersion = errors.New("the ledger is of another version")
	errLedgerFolder  = errors.New("the ledger is of another folder")
)

// beginLedger begins the file of a ledger with n entries, which the caller appends, and gives it room for size bytes of them.
func beginLedger(subject string, whole bool, n, size int) []byte {
	b := make([]byte, 0, len(ledgerMagic)+len(subject)+size+64)
	b = append(b, ledgerMagic...)
	b = append(b, ledgerVersion)
	b = appendText(b, subject)
	if whole {
		b = append(b, 1)
	} else {
		b = append(b, 0)
	}
	return binary.AppendUvarint(b, uint64(n))
}

func appendEntry(b []byte, e entry) []byte {
	if !e.known {
		return appendText(append(b, 0), e.path)
	}
	b = appendText(append(b, 1), e.path)
	b = append(b, e.key[:]...)
	b = binary.AppendUvarint(b, uint64(e.size))
	return binary.AppendVarint(b, e.mtime)
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// endLedger seals what was appended.
func endLedger(b []byte) []byte {
	sum := digest.Bytes(b)
	return append(b, sum[:]...)
}

func decodeLedger(text, subject string) (*ledger, error) {
	rest, ok := strings.CutPrefix(text, ledgerMagic)
	if !ok || len(rest) < 1+len(digest.Key{}) {
		return nil, errLedgerForm
	}
	if rest[0] != ledgerVersion {
		return nil, errLedgerVersion
	}
	end := len(text) - len(digest.Key{})
	if sum := digest.Text(text[:end]); text[end:] != string(sum[:]) {
		return nil, errLedgerForm
	}
	c := cursor{rest: rest[1 : len(rest)-len(digest.Key{})]}
	if c.text() != subject && !c.bad {
		return nil, errLedgerFolder
	}
	whole := c.take(1) == "\x01"
	n := c.uvarint()
	if c.bad || n > uint64(len(c.rest)) {
		return nil, errLedgerForm
	}
	at := make([]uint32, 0, n+1)
	for range n {
		at = append(at, uint32(end-len(c.rest)))
		e := c.entry()
		// What escapes the folder must not be removed, whoever wrote it here.
		if c.bad || fault(e.path) != "" {
			return nil, errLedgerForm
		}
	}
	if c.rest != "" {
		return nil, errLedgerForm
	}
	return newLedger(text, append(at, uint32(end)), whole), nil
}

// cursor reads a ledger and remembers that it ran over the end. Paths are parts of the one text, not copies.
type cursor struct {
	rest string
	bad  bool
}

// path is that of the entry at which c stands.
func (c *cursor) path() string {
	c.take(1)
	return c.text()
}

func (c *cursor) entry() (e entry) {
	flag := c.take(1)
	e.path = c.text()
	if flag == "\x01" {
		e.known = true
		copy(e.key[:], c.take(uint64(len(e.key))))
		e.size = int64(c.uvarint())
		u := c.uvarint()
		e.mtime = int64(u>>1) ^ -int64(u&1)
	}
	return e
}

func (c *cursor) take(n uint64) string {
	if n > uint64(len(c.rest)) {
		c.bad, c.rest = true, ""
		return ""
	}
	s := c.rest[:n]
	c.rest = c.rest[n:]
	return s
}

func (c *cursor) text() string { return c.take(c.uvarint()) }

func (c *cursor) uvarint() uint64 {
	var n uint64
	for i := 0; i < len(c.rest) && i < binary.MaxVarintLen64; i++ {
		b := c.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			c.rest = c.rest[i+1:]
			return n
		}
	}
	c.bad, c.rest = true, ""
	return 0
}
