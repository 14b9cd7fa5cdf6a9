package watch

import "golang.org/x/sys/unix"

// remote says whether a folder lies on another machine, as far as the system says so: it tells only of changes that are made on this one.
func remote(dir string) bool {
	const sharedFolder = 0x786f4256 // of VirtualBox
	var fs unix.Statfs_t
	if err := unix.Statfs(dir, &fs); err != nil {
		return false
	}
	switch uint32(fs.Type) {
	case unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.V9FS_MAGIC, sharedFolder:
		return true
	}
	return false
}
