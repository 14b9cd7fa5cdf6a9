package watch

import "golang.org/x/sys/unix"

// remote says whether a folder lies on another machine: the system tells only of changes that are made on this one.
func remote(dir string) bool {
	var fs unix.Statfs_t
	return unix.Statfs(dir, &fs) == nil && fs.Flags&unix.MNT_LOCAL == 0
}
