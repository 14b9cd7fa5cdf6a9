package measure

import (
	"strconv"
	"strings"
	"syscall"
)

// The file systems of Linux that keep their files in memory, by the numbers that the kernel gives them.
const (
	tmpfs = 0x01021994
	ramfs = 0x858458f6
)

// SpaceOf asks the system about the file system that a folder is on.
func SpaceOf(dir string) (Space, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return Space{}, err
	}
	kind := uint32(s.Type)
	return Space{Known: true, Free: int64(s.Bavail) * int64(s.Bsize), RAM: kind == tmpfs || kind == ramfs}, nil
}

// FreeMemory is how much memory new programs and files can have; 0 where the system does not tell.
func FreeMemory() int64 {
	kilobytes, _ := strconv.ParseInt(strings.TrimSuffix(procValue("/proc/meminfo", "MemAvailable", ":"), " kB"), 10, 64)
	return kilobytes * 1024
}

// Sync waits until all that was written is on the disk, so that what one program has left behind does not slow down the next.
func Sync() { syscall.Sync() }
