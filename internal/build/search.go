package build

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"guongsang/internal/cache"
	"guongsang/internal/digest"
	"guongsang/internal/output"
	"guongsang/internal/search"
	"guongsang/internal/source"
)

// searchCache is the search index of the last build, in the folder of the cache.
const searchCache = "search.cache"

// indexer knows the search index that was made last, and where the next one goes.
type indexer struct {
	side   *cache.Side
	format digest.Key
	mu     sync.Mutex
	old    *search.Index // nil where there is none
	last   search.File   // what New gave last
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

// files tells a site where its index comes from and goes to. What cannot be on disk is in memory.
func (x *indexer) files() output.SearchFiles {
	return output.SearchFiles{
		Old: func() *search.Index {
			x.mu.Lock()
			defer x.mu.Unlock()
			return x.old
		},
		New: func() (f search.File, err error) {
			x.mu.Lock()
			defer x.mu.Unlock()
			x.last = x.file(x.side.New)
			return x.last, nil
		},
		Scratch: func() (search.File, error) { return x.file(x.side.Temp), nil },
		Made:    x.made,
	}
}

func (x *indexer) file(begin func() (cache.SideFile, bool)) search.File {
	if !x.full {
		if f, ok := begin(); ok {
			return f
		}
	}
	return &search.Memory{}
}

// made finishes the file of an index and goes on from it.
func (x *indexer) made(made *search.Index) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.old = made
	if made.Same {
		return nil
	}
	return made.Finish(x.last, x.format)
}

// index makes the index of a site.
func (x *indexer) index(ctx context.Context, site *output.Site) error {
	_, err := site.Index(ctx)
	if err != nil && ctx.Err() == nil && !errors.Is(err, source.ErrChanged) && !errors.Is(err, search.ErrDamaged) {
		x.full = true // the disk, perhaps: the site is made without remembering
		_, err = site.Index(ctx)
	}
	if errors.Is(err, search.ErrDamaged) {
		return fmt.Errorf("%w: %w", source.ErrChanged, err)
	}
	return err
}

// keep keeps the index for the next build. The site's pages are written by then.
func (x *indexer) keep() {
	if !x.full {
		x.side.Keep()
	}
}
