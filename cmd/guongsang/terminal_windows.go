package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// colours asks the console to understand colour codes, which older ones of Windows write out as signs. It says whether they do.
func colours(f *os.File) bool {
	var mode uint32
	console := windows.Handle(f.Fd())
	if err := windows.GetConsoleMode(console, &mode); err != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
