package cache

import (
	"io/fs"
	"syscall"
)

// beyond gives what not every system tells.
func beyond(fi fs.FileInfo) (changed int64, inode uint64) {
	if s, ok := fi.Sys().(*syscall.Stat_t); ok {
		return s.Ctim.Nano(), s.Ino
	}
	return 0, 0
}
