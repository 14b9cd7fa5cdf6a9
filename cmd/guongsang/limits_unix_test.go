//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"syscall"
)

// limited BYTES COMMAND… runs a command that may write no file beyond so many bytes, and stands for a disk that is full.
func limited() {
	limit, err := strconv.ParseUint(os.Args[1], 10, 64)
	if err == nil {
		err = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit})
	}
	become(os.Args[2:], err)
}

// powerless COMMAND… runs a command for which the rights of files count, as they do not for root.
func powerless() {
	var err error
	runtime.LockOSThread() // the right is given up by one thread, the one that becomes the command
	if os.Geteuid() == 0 {
		err = giveUpRights()
	}
	become(os.Args[1:], err)
}

// become runs the command in the place of this process.
func become(command []string, err error) {
	if err == nil {
		var path string
		if path, err = exec.LookPath(command[0]); err == nil {
			err = syscall.Exec(path, command, os.Environ())
		}
	}
	fmt.Fprintf(os.Stderr, "%v: %v\n", os.Args, err)
	os.Exit(99)
}
