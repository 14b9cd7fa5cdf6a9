package main

import (
	"os"
	"runtime/debug"
)

// How far the heap may grow before it is cleared. A build makes much garbage and keeps little, so clearing it seldom saves a good part of
// its time; but memory must stay in proportion to the site. gcPercent is what Go counts from what is in use; it holds for small sites and
// while files are read. When they have been read, their records set a limit besides: basicMemory bytes and perByte bytes for each that is
// held, and never less than leastMemory, in which the theme and the pictures on their way have room.
const (
	gcPercent   = 400
	basicMemory = 45 << 20
	perByte     = 6.5
	leastMemory = 128 << 20
)

// letHeapGrow lets the heap grow further than Go does by itself, unless the environment says how far.
func letHeapGrow() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
}

// limitMemory gives what sets the limit for a site of which so many bytes are held in memory, so many times over, unless the environment says anything
// about memory. A build holds a site once; a preview the newest, the last good one and the one in the form.
func limitMemory(times int64) func(held int64) {
	return func(held int64) {
		if os.Getenv("GOMEMLIMIT") == "" && os.Getenv("GOGC") == "" {
			debug.SetMemoryLimit(times * max(leastMemory, basicMemory+int64(perByte*float64(held))))
		}
	}
}
