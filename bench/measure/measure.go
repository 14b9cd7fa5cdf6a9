// Package measure runs programs and says what they cost, and looks at the folders that they leave: how many files and bytes, and one hash
// over all of it.
//
// The peak of memory is the operating system's own figure for the child. Linux counts in it the moment before the child's program is loaded,
// when it still shares the memory of its parent; so the parent must be small, and makes its large things in children too.
package measure

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// Cost is what a run of a program cost.
type Cost struct {
	Wall time.Duration
	// CPU is the time of all processors, for the program and for the system on its behalf.
	CPU time.Duration
	// Peak is the largest memory in bytes; 0 where the system does not tell.
	Peak int64
}

// Run runs a program to its end and gives its cost. extra are further variables of the environment. What the program says is kept for the
// error only.
func Run(ctx context.Context, extra []string, name string, args ...string) (Cost, error) {
	var said bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), extra...)
	cmd.Stdout, cmd.Stderr = &said, &said
	began := time.Now()
	err := cmd.Run()
	cost := Cost{Wall: time.Since(began)}
	if err != nil {
		return cost, fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, tail(said.String()))
	}
	cost.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	cost.Peak = peak(cmd.ProcessState)
	return cost, nil
}

// Output runs a program and gives what it prints.
func Output(ctx context.Context, name string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, name, args...).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return "", fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, tail(string(exit.Stderr)))
	}
	return strings.TrimSpace(string(out)), err
}

// tail keeps the last lines of what a program said.
func tail(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[max(0, len(lines)-20):], "\n")
}

// Median gives the median of each part of the costs by itself.
func Median(costs []Cost) Cost {
	return Cost{
		Wall: median(costs, func(c Cost) time.Duration { return c.Wall }),
		CPU:  median(costs, func(c Cost) time.Duration { return c.CPU }),
		Peak: median(costs, func(c Cost) int64 { return c.Peak }),
	}
}

func median[T cmp.Ordered](costs []Cost, part func(Cost) T) T {
	var zero T
	if len(costs) == 0 {
		return zero
	}
	parts := make([]T, len(costs))
	for i, c := range costs {
		parts[i] = part(c)
	}
	slices.Sort(parts)
	return parts[(len(parts)-1)/2] // of an even number the lower one
}
