package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"guongsang/bench/measure"
	"guongsang/internal/build"
)

// profiled is a file for cmd/guongsang that lets the program write profiles of itself, so that what is profiled is the very program with all of its
// settings.
//
//go:embed profiled.go.txt
var profiled []byte

// profiling is what profileCommand is asked to do.
type profiling struct {
	stories, times int
	step           step
	out            string
}

// profileCommand builds a corpus with the program and writes where the processors' time and the memory go. The step is one of those of a run; all but the first follow
// on a build from nothing that is not profiled. Each build is a process of its own, so that none has the heap of another.
func profileCommand(ctx context.Context, args []string) (err error) {
	var p profiling
	flags := flag.NewFlagSet("profile", flag.ContinueOnError)
	flags.IntVar(&p.stories, "stories", 10_000, "how many stories")
	flags.IntVar(&p.times, "times", 1, "how many builds; pprof adds up the profiles, of which one short build has too few samples")
	name := flags.String("step", stepNames[cold], "what to profile: "+strings.Join(stepNames[:hugoFull], ", "))
	flags.StringVar(&p.out, "out", "", "the folder for cpu-1.pprof, allocs-1.pprof and so on (default: a new one)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if p.step = step(slices.Index(stepNames[:hugoFull], *name)); p.step < 0 {
		return fmt.Errorf("profile: no step %q", *name)
	}
	if p.out == "" {
		p.out, err = os.MkdirTemp("", "guongsang-profile-")
	} else {
		err = os.MkdirAll(p.out, 0o755)
	}
	if err != nil {
		return err
	}
	work, err := workFolder("")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	if err := p.run(ctx, work); err != nil {
		return err
	}
	say("see go tool pprof -top %s or %s", filepath.Join(p.out, "cpu-*.pprof"), filepath.Join(p.out, "allocs-*.pprof"))
	return nil
}

func (p profiling) run(ctx context.Context, work string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	program, err := buildProfiled(ctx, work)
	if err != nil {
		return err
	}
	if _, err := measure.Run(ctx, nil, self, "corpus", "--stories", strconv.Itoa(p.stories), "--out", work, "--hugo=false"); err != nil {
		return err
	}
	site, public := filepath.Join(work, oursName), filepath.Join(work, "public")
	command := []string{"build", "--source", site, "--output", public, "--quiet"}
	time.Sleep(pause)
	if p.step != cold {
		if _, err := measure.Run(ctx, nil, program, command...); err != nil {
			return err
		}
	}
	for n := 1; n <= p.times; n++ {
		if edit := edits[p.step]; edit != nil {
			if err := edit(site, n); err != nil {
				return err
			}
		}
		if p.step == cold {
			if err := removeAll(filepath.Join(site, build.Cache), public); err != nil {
				return err
			}
		}
		time.Sleep(pause)
		cost, err := measure.Run(ctx, []string{"GUONGSANG_PROFILES=" + p.out, "GUONGSANG_PROFILE=" + strconv.Itoa(n)}, program, command...)
		if err != nil {
			return err
		}
		say("%s, %s stories: %s wall, %s CPU, %s", stepNames[p.step], grouped(p.stories), seconds(cost.Wall), seconds(cost.CPU), size(cost.Peak))
	}
	return nil
}

// buildProfiled builds the program with the file in it that writes profiles.
func buildProfiled(ctx context.Context, work string) (program string, err error) {
	program = filepath.Join(work, "guongsang.exe")
	return program, buildOverlaid(ctx, program, filepath.Join("cmd", "guongsang", "profiled.go"), profiled)
}

// buildOverlaid builds the program with another text for one of its files, or with one more. Nothing is written but the program and what lies beside it.
func buildOverlaid(ctx context.Context, program, file string, text []byte) error {
	laid, overlay := program+".laid.go", program+".overlay.json"
	place, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	replace, err := json.Marshal(map[string]any{"Replace": map[string]string{place: laid}})
	if err != nil {
		return err
	}
	if err := errors.Join(os.WriteFile(laid, text, 0o644), os.WriteFile(overlay, replace, 0o644)); err != nil {
		return err
	}
	_, err = measure.Run(ctx, []string{"CGO_ENABLED=0"}, "go", "build", "-trimpath", "-buildvcs=false", "-overlay", overlay, "-o", program, "./cmd/guongsang")
	return err
}
