package watch

import (
	"encoding/binary"
	"slices"
	"testing"
	"unicode/utf16"
)

// record is what Windows writes of a path: the next record begins at a multiple of four bytes.
func record(path string, last bool) []byte {
	name := utf16.Encode([]rune(path))
	b := make([]byte, 12+2*len(name))
	binary.LittleEndian.PutUint32(b[4:], 3) // changed
	binary.LittleEndian.PutUint32(b[8:], uint32(2*len(name)))
	for i, c := range name {
		binary.LittleEndian.PutUint16(b[12+2*i:], c)
	}
	for len(b)%4 > 0 {
		b = append(b, 0)
	}
	if !last {
		binary.LittleEndian.PutUint32(b, uint32(len(b)))
	}
	return b
}

func TestRecords(t *testing.T) {
	told := slices.Concat(record(`content\guong\Nguyễn Thị Mẫu 😀.md`, false), record("a", false), record(`static`, true), record("rest", true))
	got := slices.Collect(records(told))
	if want := []string{"content/guong/Nguyễn Thị Mẫu 😀.md", "a", "static"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for n := range told { // whatever is cut off
		for range records(told[:n]) { // it must end
		}
	}
	binary.LittleEndian.PutUint32(told, 1<<31)
	if got := slices.Collect(records(told)); len(got) != 1 {
		t.Errorf("%q", got)
	}
}
