package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strings"
	"time"

	"guongsang/bench/corpus"
	"guongsang/internal/build"
	"guongsang/internal/viet"
)

// profileCommand builds a corpus inside this process and writes where the processors' time and the memory go. The step is one of those of
// a run; all but the first follow on a build from nothing that is not profiled.
func profileCommand(ctx context.Context, args []string) (err error) {
	flags := flag.NewFlagSet("profile", flag.ContinueOnError)
	stories := flags.Int("stories", 10_000, "how many stories")
	name := flags.String("step", stepNames[cold], "what to profile: "+strings.Join(stepNames[:hugoFull], ", "))
	out := flags.String("out", "", "the folder for cpu.pprof and allocs.pprof (default: a new one)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	s := step(slices.Index(stepNames[:hugoFull], *name))
	if s < 0 {
		return fmt.Errorf("profile: no step %q", *name)
	}
	if *out == "" {
		*out, err = os.MkdirTemp("", "guongsang-profile-")
	} else {
		err = os.MkdirAll(*out, 0o755)
	}
	if err != nil {
		return err
	}
	work, err := workFolder("")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	site := filepath.Join(work, oursName)
	if err := writeCorpus(*stories, 1, corpus.Target{Dir: site, Form: corpus.Guongsang{}}); err != nil {
		return err
	}
	options := build.Options{Source: site, Output: filepath.Join(work, "public"), Today: viet.DateOf(time.Now())}
	if s != cold {
		if _, err := build.Build(ctx, options); err != nil {
			return err
		}
		if edit := edits[s]; edit != nil {
			if err := edit(site, 1); err != nil {
				return err
			}
		}
	}
	cpu, err := os.Create(filepath.Join(*out, "cpu.pprof"))
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(cpu); err != nil {
		return err
	}
	began := time.Now()
	_, err = build.Build(ctx, options)
	pprof.StopCPUProfile()
	if err := errors.Join(err, cpu.Close()); err != nil {
		return err
	}
	say("%s, %s stories: %s; see go tool pprof -top %s", *name, viet.Int(*stories), seconds(time.Since(began)), cpu.Name())
	allocs, err := os.Create(filepath.Join(*out, "allocs.pprof"))
	if err != nil {
		return err
	}
	return errors.Join(pprof.Lookup("allocs").WriteTo(allocs, 0), allocs.Close())
}
