package main

import (
	"os"
	"runtime/debug"
)

// How far the heap may grow before it is cleared. A build makes much garbage and keeps little, so clearing it seldom saves a good part of
// its time; but memory must stay in proportion to the site. gcPercent is what Go counts from what is in use, and goes for small sites and while files
// are read. When they have been read, their size sets a limit: leastMemory bytes, and perByte bytes for each that is held. What stays in use
// later is less than half of that.
const (
	gcPercent   = 400
	leastMemory = 45 << 20
	perByte     = 6.5
)

// growFreely lets the heap grow, unless the environment says how far.
func growFreely() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
}

// limitMemory sets the limit for a site of which so many bytes are held in memory, unless the environment does.
func limitMemory(held int64) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(leastMemory + int64(perByte*float64(held)))
	}
}
