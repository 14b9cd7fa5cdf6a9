package main

import "syscall"

// giveUpRights makes the next command that this thread becomes one without root's right to pass over the rights of files.
func giveUpRights() error {
	const (
		dropFromBounds = 24 // PR_CAPBSET_DROP
		overrideRights = 1  // CAP_DAC_OVERRIDE
		readAll        = 2  // CAP_DAC_READ_SEARCH
	)
	for _, right := range []uintptr{overrideRights, readAll} {
		if _, _, errno := syscall.RawSyscall6(syscall.SYS_PRCTL, dropFromBounds, right, 0, 0, 0, 0); errno != 0 {
			return errno
		}
	}
	return nil
}
