package watch

import (
	"encoding/binary"
	"iter"
	"strings"
	"unicode/utf16"
)

// records gives the paths, with slashes, that Windows tells of in one piece of memory: each record says how far the next one is (0 for the last),
// what happened, how long the path is in bytes, and the path in UTF-16.
func records(told []byte) iter.Seq[string] {
	const head = 12
	return func(yield func(string) bool) {
		for len(told) >= head {
			next, length := binary.LittleEndian.Uint32(told), binary.LittleEndian.Uint32(told[8:])
			if uint64(len(told)) < head+uint64(length) {
				return
			}
			path := make([]uint16, length/2)
			for i := range path {
				path[i] = binary.LittleEndian.Uint16(told[head+2*i:])
			}
			if !yield(strings.ReplaceAll(string(utf16.Decode(path)), `\`, "/")) || next == 0 || uint64(next) > uint64(len(told)) {
				return
			}
			told = told[next:]
		}
	}
}
