//go:build darwin || freebsd || netbsd || openbsd || dragonfly

package watch

import "syscall"

// maxEntries is how many files may lie in the folders that are listened to. These systems open each of them, and the program must be able to open
// some too.
func maxEntries() int {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return 0
	}
	return int(min(limit.Cur, 1<<20) / 2)
}
