package watch

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// remote says whether a folder lies on another machine: whether changes are told of depends on that machine.
func remote(dir string) bool {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(dir) + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
