package theme

import (
	"errors"
	"sync"

	"guongsang/internal/digest"
)

// A large site has a fragment for each of its stories, and most builds ask for few of them. So the store keeps how a fragment's view can be
// made again, not the view, and HTML, once made, lies in slabs. Neither has pointers that a garbage collector would follow.

var errNotKept = errors.New("theme: a fragment was asked for that nobody kept")

const (
	shelves  = 16       // so that goroutines seldom wait for each other
	slabSize = 32 << 10 // room for many fragments, and not too much for a site of few
)

// store keeps fragments by their keys. It may be used by all goroutines.
type store struct {
	shelves [shelves]shelf
	mu      sync.Mutex
	origins []origin
}

// origin makes the views of fragments of one template: the same for the same number, whenever it is asked.
type origin struct {
	form func() *form
	view func(i int) any
}

// shelf has the fragments of some keys.
type shelf struct {
	mu   sync.Mutex
	kept map[digest.Key]piece
	// slabs hold HTML. What was written there never changes and never moves.
	slabs [][]byte
}

// piece is one fragment: Size bytes at At in a slab. Where slab is negative nobody has asked for it yet: it is to be made of view At of the
// origin ^slab.
type piece struct {
	slab     int32
	at, size uint32
}

// from adds an origin and gives the slab of pieces that are to be made of its views.
func (s *store) from(o origin) (slab int32) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.origins = append(s.origins, o)
	return ^int32(len(s.origins) - 1)
}

func (s *store) origin(slab int32) origin {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.origins[^slab]
}

func (s *store) shelf(key digest.Key) *shelf { return &s.shelves[key[0]%shelves] }

// keep keeps view i of an origin under its key. Equal views are one fragment.
func (s *store) keep(key digest.Key, slab int32, i int) {
	shelf := s.shelf(key)
	shelf.mu.Lock()
	defer shelf.mu.Unlock()
	if shelf.kept == nil {
		shelf.kept = map[digest.Key]piece{}
	}
	if _, known := shelf.kept[key]; !known {
		shelf.kept[key] = piece{slab: slab, at: uint32(i)}
	}
}

// append writes the HTML of a fragment behind what is already written. Two goroutines that ask for it for the first time may both make
// it, which is cheaper than to let all others know that one is at it.
func (s *store) append(dst []byte, key digest.Key) ([]byte, error) {
	shelf := s.shelf(key)
	p, html, err := shelf.find(key)
	if err != nil || p.slab >= 0 {
		return append(dst, html...), err
	}
	from := s.origin(p.slab)
	out, err := from.form().append(dst, from.view(int(p.at)))
	if err != nil {
		return dst, err
	}
	shelf.put(key, out[len(dst):])
	return out, nil
}

// find gives a piece, and its HTML where it is made.
func (s *shelf) find(key digest.Key) (p piece, html []byte, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, known := s.kept[key]
	switch {
	case !known:
		return p, nil, errNotKept
	case p.slab < 0:
		return p, nil, nil
	}
	return p, s.slabs[p.slab][p.at : p.at+p.size], nil
}

// put copies HTML into a slab.
func (s *shelf) put(key digest.Key, html []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept[key].slab >= 0 {
		return // somebody else was quicker
	}
	last := len(s.slabs) - 1
	if last < 0 || cap(s.slabs[last])-len(s.slabs[last]) < len(html) {
		s.slabs, last = append(s.slabs, make([]byte, 0, max(slabSize, len(html)))), last+1
	}
	slab := s.slabs[last]
	s.kept[key] = piece{slab: int32(last), at: uint32(len(slab)), size: uint32(len(html))}
	s.slabs[last] = append(slab, html...)
}
