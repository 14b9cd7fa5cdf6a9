package publish

import (
	"errors"
	"io/fs"
	"math"
	"path/filepath"
	"sync"

	"guongsang/internal/digest"
	"guongsang/internal/pack"
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

// ledger is what the last run left. It stays the text that was read, and an entry is decoded when somebody asks for it: a run
// in which nothing has changed asks for each once, in the order in which they stand.
type ledger struct {
	text   string
	at     []uint32 // where each entry begins in text, and where the last one ends
	whole  bool     // the list of a run that came to its end: its paths fit together
	index  func() map[string]int
	others func() map[string][]string // paths that fold changes, by what it makes of them
}

// newLedger takes a text and where its entries lie. The maps over all paths are made when they are first needed.
func newLedger(text string, at []uint32, whole bool) *ledger {
	l := &ledger{text: text, at: at, whole: whole}
	l.index = sync.OnceValue(func() map[string]int {
		index := make(map[string]int, l.len())
		for i := range l.len() {
			index[l.path(i)] = i
		}
		return index
	})
	l.others = sync.OnceValue(func() map[string][]string {
		others := map[string][]string{}
		for i := range l.len() {
			p := l.path(i)
			if f := fold(p); f != p {
				others[f] = append(others[f], p)
			}
		}
		return others
	})
	return l
}

func noLedger() *ledger { return newLedger("", nil, false) }

// len is the number of entries.
func (l *ledger) len() int { return max(0, len(l.at)-1) }

// raw is the i-th entry as it stands in the text.
func (l *ledger) raw(i int) string { return l.text[l.at[i]:l.at[i+1]] }

func (l *ledger) path(i int) string {
	c := cursor{rest: l.raw(i)}
	return c.path()
}

func (l *ledger) entry(i int) entry {
	c := cursor{rest: l.raw(i)}
	return c.entry()
}

// find gives the number of p's entry, or -1.
func (l *ledger) find(p string) int {
	if i, ours := l.index()[p]; ours {
		return i
	}
	return -1
}

// has reports whether the file at p is ours.
func (l *ledger) has(p string) bool { return l.find(p) >= 0 }

// otherwise reports whether the ledger has p in another spelling. Where case does not count, that is p's file, which will
// be removed as stale: so p must be made anew, even if its bytes seem to lie there.
func (l *ledger) otherwise(p string) bool {
	f := fold(p)
	if f != p && l.has(f) {
		return true
	}
	for _, other := range l.others()[f] {
		if other != p {
			return true
		}
	}
	return false
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
func readLedger(file, subject string) (*ledger, error) {
	text, err := pack.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return noLedger(), nil
	}
	if len(text) > math.MaxUint32 {
		err = errLedgerForm // no site is that large
	}
	var l *ledger
	if err == nil {
		l, err = decodeLedger(text, subject)
	}
	if err != nil {
		return noLedger(), diskError("read", file, err)
	}
	return l, nil
}
