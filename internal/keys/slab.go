package keys

// slab hands out lists of some length that are pieces of larger ones, since a file has very many short ones. The pieces stay in memory
// together, which suits what lives as long as a file is read.
type slab[T any] struct {
	free []T
	next int // how many the next large list has at least
}

// take gives an empty list with room for n.
func (s *slab[T]) take(n int) []T {
	if len(s.free) < n {
		s.free = make([]T, max(n, s.next))
	}
	list := s.free[:0:n]
	s.free = s.free[n:]
	return list
}
