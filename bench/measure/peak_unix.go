//go:build unix

package measure

import (
	"os"
	"runtime"
	"syscall"
)

// peak is the child's largest resident memory in bytes. Linux and the BSDs count in kilobytes, macOS in bytes.
func peak(state *os.ProcessState) int64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) * 1024
}
