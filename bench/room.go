package main

import (
	"fmt"
	"os"
	"time"

	"guongsang/bench/measure"
)

// What a story takes in bytes while its size is measured: both sites, our output and a second one to compare with, or Hugo's; and what the programs
// themselves need of memory at the same time, Hugo most of all.
const (
	filesPerStory      = 110_000
	memoryPerStory     = 20_000
	hugoMemoryPerStory = 65_000
)

// How long a story takes on two cores, all told: for the corpus and the comparisons of the first round, then for each round.
const (
	onceForStory = 3 * time.Millisecond
	roundOfStory = 2 * time.Millisecond
	hugoForStory = 2500 * time.Microsecond
	diskForStory = 3 * time.Millisecond
)

// checkSpace says what is missing before anything is begun. What a system does not tell is taken to be enough.
func (p plan) checkSpace(t tools) error {
	largest := 0
	for _, size := range p.sizes {
		largest = max(largest, size)
	}
	files := int64(largest) * filesPerStory
	for _, folder := range p.folders() {
		space, err := measure.SpaceOf(folder)
		if err != nil {
			return err
		}
		if space.Known && space.Free < files {
			return fmt.Errorf("%s stories need about %s in %s, and %s are free: take fewer, or another folder", grouped(largest), size(files), folder, size(space.Free))
		}
		memory := int64(largest) * memoryPerStory
		if t.hugo != "" {
			memory = int64(largest) * hugoMemoryPerStory
		}
		if space.RAM {
			memory += files
		}
		if free := measure.FreeMemory(); free != 0 && free < memory {
			return fmt.Errorf("%s stories need about %s of memory, with what is in %s, and %s are free: take fewer, or another folder", grouped(largest), size(memory), folder, size(free))
		}
	}
	return nil
}

// needed is about how long the run takes.
func (p plan) needed(t tools) time.Duration {
	var total time.Duration
	for _, size := range p.sizes {
		story := onceForStory + time.Duration(p.rounds)*roundOfStory
		waits := int(steps) * p.rounds
		if t.hugo != "" {
			story += time.Duration(p.hugoRoundsAt(size)) * hugoForStory
		}
		if p.disk != "" {
			story += diskForStory
			waits += int(steps)
		}
		total += time.Duration(size)*story + time.Duration(waits)*pause
	}
	return total
}

// roughly writes a duration that is a guess.
func roughly(d time.Duration) string {
	if d < 2*time.Minute {
		return fmt.Sprintf("%.0f seconds", d.Seconds())
	}
	return fmt.Sprintf("%.0f minutes", d.Minutes())
}

func removeAll(paths ...string) error {
	for _, path := range paths {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}
