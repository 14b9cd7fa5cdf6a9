package publish

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"guongsang/internal/digest"
)

// The ledger remembers which files of a folder are ours and from what each was made. The file:
//
//	"GSLEDGER", version byte
//	the folder it speaks of     uvarint length, text
//	number of entries           uvarint
//	each entry                  flag byte, path; if the flag is 1: key (16 bytes), size (uvarint), time (varint, ns)
//	digest of all before        16 bytes
//
// A file that is damaged, of another version or of another folder is thrown away whole: then nothing is known, so
// nothing is skipped and nothing removed.
const (
	ledgerMagic   = "GSLEDGER"
	ledgerVersion = 1
)

// What can be wrong with a ledger.
var (
	errLedgerForm    = errors.New("the ledger is damaged")
	errLedgerVersion = errors.New("the ledger is of another version")
	errLedgerFolder  = errors.New("the ledger is of another folder")
)

// entry is one file of ours.
type entry struct {
	path  string
	known bool // the rest counts; if not, the file may hold anything or be missing, but it is ours
	key   digest.Key
	size  int64
	mtime int64 // ns since 1970
}

// matches reports whether the file on disk is still the one that e speaks of.
func (e entry) matches(fi fs.FileInfo) bool {
	return e.known && fi.Mode().IsRegular() && fi.Size() == e.size && fi.ModTime().UnixNano() == e.mtime
}

func byPath(a, b entry) int { return strings.Compare(a.path, b.path) }

// ledger is what the last run left.
type ledger struct {
	list    []entry // by path
	entries map[string]entry
	respelt map[string][]string // paths that fold changes, by what it makes of them
}

func newLedger(list []entry) ledger {
	l := ledger{list: list, entries: make(map[string]entry, len(list)), respelt: map[string][]string{}}
	for _, e := range list {
		l.entries[e.path] = e
		if f := fold(e.path); f != e.path {
			l.respelt[f] = append(l.respelt[f], e.path)
		}
	}
	return l
}

// otherwise reports whether the ledger has p in another spelling. Where case does not count, that is p's file, which will
// be removed as stale: so p must be made anew, even if its bytes seem to lie there.
func (l ledger) otherwise(p string) bool {
	f := fold(p)
	if _, ours := l.entries[f]; ours && f != p {
		return true
	}
	return slices.ContainsFunc(l.respelt[f], func(s string) bool { return s != p })
}

// folderName is what a folder is called in its ledger and, digested, in the ledger's name. A folder within the one that the
// cache lies in is named from there, so that a site may be moved with its cache; any other by its full path.
func folderName(dir, cache string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if cache, err = filepath.Abs(cache); err != nil {
		return "", err
	}
	if rel, err := filepath.Rel(filepath.Dir(cache), dir); err == nil && filepath.IsLocal(rel) {
		return "./" + filepath.ToSlash(rel), nil
	}
	return dir, nil
}

// readLedger gives an empty ledger where there is none, and where there is one that cannot be used, with the reason.
func readLedger(file, folder string) (ledger, error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return newLedger(nil), nil
	}
	var list []entry
	if err == nil {
		list, err = decodeLedger(string(data), folder)
	}
	if err != nil {
		return newLedger(nil), diskError("read", file, err)
	}
	return newLedger(list), nil
}

func encodeLedger(folder string, list []entry) []byte {
	size := len(ledgerMagic) + len(folder) + 32
	for _, e := range list {
		size += len(e.path) + 40
	}
	b := make([]byte, 0, size)
	b = append(b, ledgerMagic...)
	b = append(b, ledgerVersion)
	b = appendText(b, folder)
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, e := range list {
		if !e.known {
			b = appendText(append(b, 0), e.path)
			continue
		}
		b = appendText(append(b, 1), e.path)
		b = append(b, e.key[:]...)
		b = binary.AppendUvarint(b, uint64(e.size))
		b = binary.AppendVarint(b, e.mtime)
	}
	sum := digest.Bytes(b)
	return append(b, sum[:]...)
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func decodeLedger(data, folder string) ([]entry, error) {
	rest, ok := strings.CutPrefix(data, ledgerMagic)
	if !ok || len(rest) < 1+len(digest.Key{}) {
		return nil, errLedgerForm
	}
	if rest[0] != ledgerVersion {
		return nil, errLedgerVersion
	}
	end := len(data) - len(digest.Key{})
	if sum := digest.Text(data[:end]); data[end:] != string(sum[:]) {
		return nil, errLedgerForm
	}
	c := cursor{rest: rest[1 : len(rest)-len(digest.Key{})]}
	if c.text() != folder && !c.bad {
		return nil, errLedgerFolder
	}
	n := c.uvarint()
	if c.bad || n > uint64(len(c.rest)) {
		return nil, errLedgerForm
	}
	list := make([]entry, 0, n)
	for range n {
		e := c.entry()
		// What escapes the folder must not be removed, whoever wrote it here.
		if c.bad || fault(e.path) != "" {
			return nil, errLedgerForm
		}
		list = append(list, e)
	}
	if c.rest != "" {
		return nil, errLedgerForm
	}
	return list, nil
}

// cursor reads a ledger and remembers that it ran over the end. Paths are parts of the one text, not copies.
type cursor struct {
	rest string
	bad  bool
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
