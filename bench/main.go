// Command bench measures the program on large made-up sites, with Hugo's full build of the same stories as a yardstick and a plain copy of the
// output as a floor.
//
//	go run ./bench                      the whole run, see go run ./bench run -h
//	go run ./bench run --stories 1000,10000 --runs 5
//	go run ./bench corpus --stories 10000 --out DIR
//	go run ./bench profile --stories 10000 --step "nothing changed"
//	go run ./bench search --stories 1000    the search in a browser, see searching.go
//
// Hugo is taken from $HUGO, else from PATH; without it the run goes on without the yardstick. The report goes to docs/BENCHMARKS.md, a
// section for each size; a run writes the sections of its own sizes anew and keeps the others.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"guongsang/bench/corpus"
	"guongsang/internal/viet"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := dispatch(ctx, os.Args[1:])
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func dispatch(ctx context.Context, args []string) error {
	command := "run"
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		command, args = args[0], args[1:]
	}
	switch command {
	case "run":
		return runCommand(ctx, args)
	case "corpus":
		return corpusCommand(args)
	case "profile":
		return profileCommand(ctx, args)
	case "search":
		return searchCommand(ctx, args)
	case "look": // used by run, see tools.lookAt
		return lookCommand(args)
	}
	return fmt.Errorf("no command %q; there are: run, corpus, profile, search", command)
}

// say tells the one who waits what is going on.
func say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, time.Now().Format("15:04:05 ")+format+"\n", args...)
}

func corpusCommand(args []string) error {
	flags := flag.NewFlagSet("corpus", flag.ContinueOnError)
	stories := flags.Int("stories", 10_000, "how many stories")
	seed := flags.Uint64("seed", 1, "another seed gives other stories")
	out := flags.String("out", "", "the folder to write to; the sites are in guongsang/ and hugo/ in it")
	hugo := flags.Bool("hugo", true, "write Hugo's site too")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *out == "" {
		return errors.New("corpus: --out is missing")
	}
	targets := []corpus.Target{{Dir: filepath.Join(*out, oursName), Form: corpus.Guongsang{}}}
	if *hugo {
		targets = append(targets, corpus.Target{Dir: filepath.Join(*out, hugoName), Form: corpus.Hugo{}})
	}
	return writeCorpus(*stories, *seed, targets...)
}

func writeCorpus(stories int, seed uint64, targets ...corpus.Target) error {
	c, err := corpus.New(corpus.Options{Stories: stories, Seed: seed})
	if err != nil {
		return err
	}
	return c.Write(func(done int) {
		if done%10_000 == 0 {
			say("%s stories written", viet.Int(done))
		}
	}, targets...)
}

func lookCommand(args []string) error {
	if len(args) != 1 {
		return errors.New("look: want a folder")
	}
	view, err := look(args[0])
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(view)
}
