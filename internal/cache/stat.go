package cache

import (
	"io/fs"

	"guongsang/internal/pack"
)

// Stat is what a file system says of a file without a look at its bytes: the size in bytes, and in nanoseconds since 1970 when the bytes
// were last written and when anything about the file last changed. Inode is the file's number, so that a file that was put in the place
// of another is another. What a system does not tell is 0.
type Stat struct {
	Size, Modified, Changed int64
	Inode                   uint64
}

// StatOf takes the Stat out of a FileInfo.
func StatOf(fi fs.FileInfo) Stat {
	s := Stat{Size: fi.Size(), Modified: fi.ModTime().UnixNano()}
	s.Changed, s.Inode = beyond(fi)
	return s
}

func (s *Stat) pack(p *pack.Packer) {
	p.Long(&s.Size)
	p.Long(&s.Modified)
	p.Long(&s.Changed)
	p.Number(&s.Inode)
}
