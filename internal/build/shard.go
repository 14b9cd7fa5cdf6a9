package build

import (
	"encoding/binary"
	"iter"
	"strconv"
	"strings"

	"guongsang/internal/digest"
	"guongsang/internal/publish"
)

// Shard is one part of a site that several machines write together, each a part of its files. The parts of one Count have no file in common,
// and all of them together are the site, byte for byte. The zero Shard is the whole site.
type Shard struct {
	// Index is which part, from 1 to Count, and Count how many there are.
	Index, Count int
}

// maxShards is far beyond what helps: every part reads all of the content.
const maxShards = 10_000

// ParseShard reads a part such as "2/4"; ok is false where the text names none.
func ParseShard(text string) (s Shard, ok bool) {
	index, count, _ := strings.Cut(text, "/")
	i, wrongIndex := strconv.ParseUint(index, 10, 32)
	n, wrongCount := strconv.ParseUint(count, 10, 32)
	if wrongIndex != nil || wrongCount != nil || i < 1 || i > n || n > maxShards {
		return Shard{}, false
	}
	return Shard{Index: int(i), Count: int(n)}, true
}

// IsWhole reports whether s is the whole site.
func (s Shard) IsWhole() bool { return s == Shard{} }

// String is the part as ParseShard reads it; empty for the whole site.
func (s Shard) String() string {
	if s.IsWhole() {
		return ""
	}
	return strconv.Itoa(s.Index) + "/" + strconv.Itoa(s.Count)
}

// of gives the items whose files belong to the part.
func (s Shard) of(items iter.Seq[publish.Item]) iter.Seq[publish.Item] {
	if s.IsWhole() {
		return items
	}
	return func(yield func(publish.Item) bool) {
		for it := range items {
			if s.has(it.Path) && !yield(it) {
				return
			}
		}
	}
}

// has reports whether the file at a path belongs to the part. Nothing but the path decides, so that a file stays with its part whatever else
// the site gains or loses.
func (s Shard) has(path string) bool {
	key := digest.Text(path)
	return binary.BigEndian.Uint64(key[:])%uint64(s.Count) == uint64(s.Index-1)
}
