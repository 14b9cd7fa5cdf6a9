package measure

import (
	"bufio"
	"os"
	"runtime"
	"strconv"
	"strings"
)

// Machine is what was measured on; what the system does not tell is empty.
type Machine struct {
	OS, Arch, CPU string
	Cores         int
	// Memory in bytes.
	Memory int64
}

// Space is the room on a file system. Free is in bytes, for who is not the administrator; RAM says that its files are kept in memory.
type Space struct {
	Known bool
	Free  int64
	RAM   bool
}

// ThisMachine asks the system, on Linux through /proc.
func ThisMachine() Machine {
	m := Machine{OS: runtime.GOOS, Arch: runtime.GOARCH, Cores: runtime.NumCPU(), CPU: procValue("/proc/cpuinfo", "model name", ":")}
	if kilobytes, err := strconv.ParseInt(strings.TrimSuffix(procValue("/proc/meminfo", "MemTotal", ":"), " kB"), 10, 64); err == nil {
		m.Memory = kilobytes * 1024
	}
	if name := strings.Trim(procValue("/etc/os-release", "PRETTY_NAME", "="), `"`); name != "" {
		m.OS = name
	}
	return m
}

// procValue finds the first line of a file that begins with a key.
func procValue(file, key, separator string) string {
	f, err := os.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if name, value, ok := strings.Cut(lines.Text(), separator); ok && strings.TrimSpace(name) == key {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
