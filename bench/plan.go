package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"guongsang/bench/measure"
	"guongsang/internal/viet"
)

// plan is what a run is asked to do.
type plan struct {
	sizes []int
	// rounds is how often each thing is measured; Hugo's builds as often, but hugoRounds times where that is not 0.
	rounds, hugoRounds int
	seed               uint64
	// work is the folder of this run, best on a RAM file system; disk the one on a disk, empty for none.
	work, disk string
	keep       bool
	report     string
}

func runCommand(ctx context.Context, args []string) (err error) {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	var (
		p       plan
		stories = flags.String("stories", "1000,10000,100000", "how many stories; several sizes with commas between them")
		dir     = flags.String("dir", "", "where to work, best on a RAM file system (default: a new folder in /dev/shm if there is one)")
		disk    = flags.String("disk", "bin", `a folder on a disk, where the chief lines are measured once more; "" for none`)
		binary  = flags.String("binary", "", "the program to measure (default: built from ./cmd/guongsang)")
		date    = flags.String("date", "", "the day of the measurement, yyyy-mm-dd (default: today)")
		minify  = flags.Bool("minify", true, "run Hugo with --minify, since our pages are minified too")
	)
	flags.IntVar(&p.rounds, "runs", 3, "how many rounds; medians are reported")
	flags.IntVar(&p.hugoRounds, "hugo-runs", 0, "in how many of them Hugo builds too (default: in all; in one from 100,000 stories on)")
	flags.Uint64Var(&p.seed, "seed", 1, "another seed gives other stories")
	flags.StringVar(&p.report, "report", filepath.Join("docs", "BENCHMARKS.md"), `the report to write; "" for none`)
	flags.BoolVar(&p.keep, "keep", false, "leave the folders for a look")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if p.sizes, err = readSizes(*stories); err != nil {
		return err
	}
	if p.rounds < 1 || p.hugoRounds < 0 {
		return errors.New("run: --runs is at least 1")
	}
	day := time.Now().In(viet.Zone())
	if *date != "" {
		if day, err = time.ParseInLocation(time.DateOnly, *date, viet.Zone()); err != nil {
			return err
		}
	}
	if err := p.makeFolders(*dir, *disk); err != nil {
		return err
	}
	if !p.keep {
		defer func() { err = errors.Join(err, removeAll(p.folders()...)) }()
	}
	tools, err := findTools(ctx, p.work, *binary)
	if err != nil {
		return err
	}
	tools.day, tools.minify = day, *minify
	if err := p.checkSpace(tools); err != nil {
		return err
	}
	say("this takes about %s on two cores; nothing else should run meanwhile", roughly(p.needed(tools)))
	return p.run(ctx, tools)
}

// run measures each size and writes its section as soon as it is there.
func (p plan) run(ctx context.Context, tools tools) error {
	for _, size := range p.sizes {
		var parts []*result
		for _, folder := range p.folders() {
			b := p.bench(tools, folder, size)
			part, err := b.measure(ctx)
			if err != nil {
				return err
			}
			fmt.Println(part.text())
			parts = append(parts, part)
			if !p.keep {
				if err := os.RemoveAll(b.dir); err != nil {
					return err
				}
			}
		}
		if p.report != "" {
			if err := writeSection(p.report, size, section(parts)); err != nil {
				return err
			}
			say("%s has a new section", p.report)
		}
	}
	return nil
}

// folders are where the run works, the chief one first.
func (p plan) folders() []string {
	if p.disk == "" {
		return []string{p.work}
	}
	return []string{p.work, p.disk}
}

// bench makes the bench of a size in one of the folders.
func (p plan) bench(tools tools, folder string, size int) *bench {
	b := &bench{tools: tools, dir: filepath.Join(folder, strconv.Itoa(size)), stories: size, rounds: p.rounds, seed: p.seed, pause: pause}
	b.hugoRounds = p.hugoRoundsAt(size)
	if folder == p.disk {
		b.brief, b.rounds, b.hugoRounds = true, 1, 0
	}
	return b
}

// large is the size from which on Hugo takes minutes and gigabytes, so that it builds once by default.
const large = 100_000

func (p plan) hugoRoundsAt(size int) int {
	if p.hugoRounds == 0 && size >= large {
		return 1
	}
	return min(p.rounds, cmp.Or(p.hugoRounds, p.rounds))
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

// makeFolders makes the folders of this run. A folder for the disk that is not on one is left out.
func (p *plan) makeFolders(dir, disk string) (err error) {
	if p.work, err = workFolder(dir); err != nil || disk == "" {
		return err
	}
	if err := os.MkdirAll(disk, 0o755); err != nil {
		return err
	}
	space, err := measure.SpaceOf(disk)
	if err != nil {
		return err
	}
	if chief, err := measure.SpaceOf(p.work); err != nil || space.RAM || !chief.RAM {
		say("no second run on a disk: %s and %s are not a RAM file system and a disk", p.work, disk)
		return err
	}
	if p.disk, err = os.MkdirTemp(disk, "guongsang-bench-"); err != nil {
		return err
	}
	p.disk, err = filepath.Abs(p.disk)
	return err
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
