package main

import (
	"fmt"
	"os"
)

func limited() { noLimits() }

func powerless() { noLimits() }

func noLimits() {
	fmt.Fprintln(os.Stderr, "Windows has no such limits")
	os.Exit(99)
}
