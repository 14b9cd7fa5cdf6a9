package build

import (
	"context"
	"errors"
	"sync"

	"guongsang/internal/cache"
	"guongsang/internal/digest"
	"guongsang/internal/search"
	"guongsang/internal/source"
)

// searchCache is the search index of the last build, in the folder of the cache.
const searchCache = "search.cache"

// indexer makes search indexes, each from the one before, and knows where they lie.
type indexer struct {
	side   *cache.Side
	format digest.Key
	mu     sync.Mutex    // one index at a time
	old    *search.Index // nil where there is none
	full   bool          // the disk takes no more
}

// newIndexer begins with the index of the last build. With doubt there is none.
func newIndexer(kept *cache.Cache, format digest.Key, doubt bool) *indexer {
	x := &indexer{side: kept.Side(searchCache), format: format}
	if doubt {
		return x
	}
	if f, size := x.side.Old(); f != nil {
		x.old, _ = search.Read(f, size, format) // what cannot be read is made anew
	}
	return x
}

// update makes the index of a site, see output.Input. Where the old one is damaged, the new one is made from nothing; where the disk fails, it is made in memory.
func (x *indexer) update(ctx context.Context, o search.Options, afresh bool) (*search.Index, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if afresh {
		x.old = nil
	}
	for {
		made, err := x.make(ctx, o)
		switch {
		case err == nil:
			x.old = made
			return made, nil
		case ctx.Err() != nil || errors.Is(err, source.ErrChanged):
			return nil, err
		case errors.Is(err, search.ErrDamaged) && x.old != nil:
			x.old = nil
		case !x.full:
			x.full = true // the disk, perhaps: the site is made without remembering
		default:
			return nil, err
		}
	}
}

// make makes an index from the old one and finishes its file.
func (x *indexer) make(ctx context.Context, o search.Options) (*search.Index, error) {
	var into search.File
	o.Old, o.Format = x.old, x.format
	o.New = func() (search.File, error) {
		into = x.file(x.side.New)
		return into, nil
	}
	o.Scratch = func() (search.File, error) { return x.file(x.side.Temp), nil }
	made, err := search.Update(ctx, o)
	if err == nil && !made.Same {
		err = made.Finish(into)
	}
	return made, err
}

// file begins a file. What cannot be on disk is in memory.
func (x *indexer) file(begin func() (cache.SideFile, bool)) search.File {
	if !x.full {
		if f, ok := begin(); ok {
			return f
		}
	}
	return &search.Memory{}
}

// keep keeps the index for the next build. The site's pages are written by then.
func (x *indexer) keep() {
	if !x.full {
		x.side.Keep()
	}
}
