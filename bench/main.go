// Command bench measures the program on large made-up sites, with Hugo's full build of the same stories as a yardstick and a plain copy of the
// output as a floor.
//
//	go run ./bench                      the default run, see go run ./bench run -h
//	go run ./bench run --stories 10000 --runs 3
//	go run ./bench corpus --stories 10000 --out DIR
//	go run ./bench profile --stories 10000 --step "nothing changed"
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
	"strconv"
	"strings"
	"time"

	"guongsang/bench/corpus"
	"guongsang/internal/viet"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	args := os.Args[1:]
	command := "run"
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		command, args = args[0], args[1:]
	}
	var err error
	switch command {
	case "run":
		err = runCommand(ctx, args)
	case "corpus":
		err = corpusCommand(args)
	case "profile":
		err = profileCommand(ctx, args)
	case "look": // used by run, see tools.lookAt
		err = lookCommand(args)
	default:
		err = fmt.Errorf("no command %q; there are: run, corpus, profile", command)
	}
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
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
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *out == "" {
		return errors.New("corpus: --out is missing")
	}
	return writeCorpus(*stories, *seed,
		corpus.Target{Dir: filepath.Join(*out, oursName), Form: corpus.Guongsang{}},
		corpus.Target{Dir: filepath.Join(*out, hugoName), Form: corpus.Hugo{}})
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

func runCommand(ctx context.Context, args []string) (err error) {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	var (
		stories = flags.String("stories", "10000", "how many stories; several sizes with commas between them")
		runs    = flags.Int("runs", 3, "how many rounds; medians are reported")
		seed    = flags.Uint64("seed", 1, "another seed gives other stories")
		dir     = flags.String("dir", "", "where to work, best on a RAM file system (default: a new folder in /dev/shm if there is one)")
		binary  = flags.String("binary", "", "the program to measure (default: built from ./cmd/guongsang)")
		report  = flags.String("report", filepath.Join("docs", "BENCHMARKS.md"), `the report to write; "" for none`)
		date    = flags.String("date", "", "the day of the measurement, yyyy-mm-dd (default: today)")
		minify  = flags.Bool("minify", true, "run Hugo with --minify, since our pages are minified too")
		keep    = flags.Bool("keep", false, "leave the folders for a look")
	)
	if err := flags.Parse(args); err != nil {
		return err
	}
	sizes, err := readSizes(*stories)
	if err != nil {
		return err
	}
	if *runs < 1 {
		return errors.New("run: --runs is at least 1")
	}
	day := time.Now().In(viet.Zone())
	if *date != "" {
		if day, err = time.ParseInLocation(time.DateOnly, *date, viet.Zone()); err != nil {
			return err
		}
	}
	work, err := workFolder(*dir)
	if err != nil {
		return err
	}
	if !*keep {
		defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	}
	tools, err := findTools(ctx, work, *binary)
	if err != nil {
		return err
	}
	tools.day, tools.minify = day, *minify
	for _, size := range sizes {
		b := &bench{tools: tools, dir: filepath.Join(work, strconv.Itoa(size)), stories: size, rounds: *runs, seed: *seed}
		result, err := b.measure(ctx)
		if err != nil {
			return err
		}
		fmt.Println(result.text())
		if *report != "" {
			if err := result.write(*report); err != nil {
				return err
			}
			say("%s has a new section", *report)
		}
		if !*keep {
			if err := os.RemoveAll(b.dir); err != nil {
				return err
			}
		}
	}
	return nil
}

func readSizes(list string) ([]int, error) {
	var sizes []int
	for part := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(strings.ReplaceAll(strings.TrimSpace(part), "_", ""))
		if err != nil || n < minStories {
			return nil, fmt.Errorf("run: --stories %q: want numbers from %d", list, minStories)
		}
		sizes = append(sizes, n)
	}
	return sizes, nil
}

// workFolder makes a new folder, in the given one if there is one, else on the RAM file system.
func workFolder(parent string) (string, error) {
	if parent == "" {
		if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
			parent = "/dev/shm"
		}
	} else if err := os.MkdirAll(parent, 0o755); err != nil {
		return "", err
	}
	return os.MkdirTemp(parent, "guongsang-bench-")
}
