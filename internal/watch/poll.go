package watch

import (
	"context"
	"encoding/binary"
	"hash/maphash"
	"io/fs"
	"os"
	"time"
)

const (
	// pollEvery is how long after one look the next one comes.
	pollEvery = time.Second
	// pollShare is how much longer than a look the pause after it is at least: looking takes a tenth of the time.
	pollShare = 9
)

// poll looks at a tree again and again.
type poll struct {
	tree
	every time.Duration // see pollEvery
	seed  maphash.Seed
	seen  uint64 // how the tree looked
}

// newPoll looks for the first time.
func newPoll(t tree, every time.Duration) *poll {
	p := &poll{tree: t, every: every, seed: maphash.MakeSeed()}
	p.seen = p.look()
	return p
}

// run tells of every look that differs from the one before, until ctx ends.
func (p *poll) run(ctx context.Context, tell func()) {
	for pause := p.every; ; {
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		began := time.Now()
		if now := p.look(); now != p.seen {
			p.seen = now
			tell()
		}
		pause = pauseAfter(p.every, time.Since(began))
	}
}

// pauseAfter is how long to wait after a look that took so long.
func pauseAfter(every, took time.Duration) time.Duration { return max(every, pollShare*took) }

// look gives a number for which files there are, with their sizes and times.
func (p *poll) look() uint64 {
	var h maphash.Hash
	h.SetSeed(p.seed)
	for _, path := range p.paths {
		if fi, err := os.Stat(p.full(path)); err == nil {
			p.add(&h, path, fi)
		}
	}
	return h.Sum64()
}

// add adds a file, or a folder with all below it. Of a folder only its name counts.
func (p *poll) add(h *maphash.Hash, path string, fi fs.FileInfo) {
	var numbers [17]byte
	if fi.IsDir() {
		numbers[16] = 1
	} else {
		binary.LittleEndian.PutUint64(numbers[:], uint64(fi.Size()))
		binary.LittleEndian.PutUint64(numbers[8:], uint64(fi.ModTime().UnixNano()))
	}
	_, _ = h.WriteString(path) // a hash takes everything
	_, _ = h.Write(numbers[:])
	if !fi.IsDir() {
		return
	}
	for _, d := range p.list(path) {
		below := path + "/" + d.Name()
		info, err := d.Info()
		if d.Type()&fs.ModeSymlink != 0 {
			if target, err := os.Stat(p.full(below)); err == nil && !target.IsDir() { // one to a folder is not followed: it may lead in a circle
				info = target
			}
		}
		if err == nil {
			p.add(h, below, info)
		}
	}
}
