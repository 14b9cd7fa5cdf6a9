package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"guongsang/bench/measure"
	"guongsang/bench/search"
	"guongsang/internal/build"
	"guongsang/internal/viet"
)

// searching is what searchCommand is asked to do: measures our search and those of others in a browser, see search.md.
type searching struct {
	tools
	seed   uint64
	rounds int
	work   string
	keep   bool
	report string
	// only names the engines to measure; all where it is empty.
	only string
}

func searchCommand(ctx context.Context, args []string) (err error) {
	flags := flag.NewFlagSet("search", flag.ContinueOnError)
	var (
		s       searching
		stories = flags.String("stories", "10000", "how many profiles; several sizes with commas between them")
		dir     = flags.String("dir", "", "where to work (default: a new folder in /dev/shm if there is one)")
	)
	flags.Uint64Var(&s.seed, "seed", 1, "another seed gives other profiles and other queries")
	flags.IntVar(&s.rounds, "runs", 3, "how often the builds are measured; medians are reported")
	flags.StringVar(&s.report, "report", filepath.Join("docs", "BENCHMARKS.md"), `the report to write; "" for none`)
	flags.StringVar(&s.only, "only", "", "measure but these and write no report: "+strings.Join(engineNames[:], ", "))
	flags.BoolVar(&s.keep, "keep", false, "leave the folder for a look")
	if err := flags.Parse(args); err != nil {
		return err
	}
	sizes, err := readSizes(*stories)
	if err != nil {
		return err
	}
	if s.rounds < 1 {
		return errors.New("search: --runs is at least 1")
	}
	if s.only != "" {
		s.report = ""
	}
	if s.work, err = workFolder(*dir); err != nil {
		return err
	}
	if !s.keep {
		defer func() { err = errors.Join(err, os.RemoveAll(s.work)) }()
	}
	if s.tools, err = findTools(ctx, s.work, ""); err != nil {
		return err
	}
	s.day = time.Now().In(viet.Zone())
	for _, size := range sizes {
		found, err := s.measure(ctx, size)
		if err != nil {
			return err
		}
		fmt.Println(found.text())
		if s.report == "" {
			continue
		}
		if err := writeSearch(s.report, size, found.section()); err != nil {
			return err
		}
		say("%s has a new part on the search", s.report)
	}
	return nil
}

// searched is what was measured of the search at one size.
type searched struct {
	searching
	stories int
	machine measure.Machine
	builds  [builtSteps]measure.Cost
	queries []search.Query
	engines []engineResult
}

// measure builds the site, lets the others make their indexes of it, and puts the queries to all.
func (s searching) measure(ctx context.Context, stories int) (*searched, error) {
	dir := filepath.Join(s.work, strconv.Itoa(stories))
	found := &searched{searching: s, stories: stories, machine: measure.ThisMachine()}
	say("%s profiles: building the site with and without search", grouped(stories))
	var err error
	if found.builds, err = s.builds(ctx, dir, stories); err != nil {
		return nil, err
	}
	all, err := search.ReadSite(filepath.Join(dir, withSearch))
	if err != nil {
		return nil, err
	}
	if found.queries, err = search.Queries(all, s.seed); err != nil {
		return nil, err
	}
	for e := range engines {
		if s.only != "" && !strings.Contains(","+s.only+",", ","+engineNames[e]+",") {
			continue
		}
		say("%s profiles: %s", grouped(stories), engineNames[e])
		result, err := s.engine(ctx, e, dir, all, found.queries)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", engineNames[e], err)
		}
		found.engines = append(found.engines, result)
	}
	return found, nil
}

// builtStep is a build that is measured for the search's sake.
type builtStep int

const (
	coldWith builtStep = iota
	coldWithout
	changedWith
	changedWithout
	builtSteps
)

// The sites that are built with search and without, in the folder of a size.
const (
	withSearch    = oursName
	withoutSearch = "without"
)

// builds measures building from nothing and after one changed text, with search and without. The site with search stays for what follows.
func (s searching) builds(ctx context.Context, dir string, stories int) (medians [builtSteps]measure.Cost, err error) {
	programs := map[string]string{withSearch: s.ours, withoutSearch: filepath.Join(dir, "without.exe")}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return medians, err
	}
	if err := buildWithout(ctx, programs[withoutSearch]); err != nil {
		return medians, err
	}
	for site := range programs {
		aside := filepath.Join(dir, "corpus")
		if _, err := measure.Run(ctx, nil, s.self, "corpus", "--stories", strconv.Itoa(stories), "--seed", strconv.FormatUint(s.seed, 10), "--out", aside, "--hugo=false"); err != nil {
			return medians, err
		}
		if err := os.Rename(filepath.Join(aside, oursName), filepath.Join(dir, site)); err != nil {
			return medians, err
		}
	}
	var costs [builtSteps][]measure.Cost
	for round := 1; round <= s.rounds; round++ {
		for step := range builtSteps {
			site := []string{withSearch, withoutSearch}[step%2]
			source, public := filepath.Join(dir, site), filepath.Join(dir, site, "public")
			if step < changedWith {
				err = removeAll(filepath.Join(source, build.Cache), public)
			} else {
				err = changeBody(source, round)
			}
			if err != nil {
				return medians, err
			}
			measure.Sync()
			time.Sleep(pause)
			cost, err := measure.Run(ctx, nil, programs[site], "build", "--source", source, "--output", public, "--quiet")
			if err != nil {
				return medians, err
			}
			costs[step] = append(costs[step], cost)
		}
	}
	for step := range builtSteps {
		medians[step] = measure.Median(costs[step])
	}
	if s.keep {
		return medians, nil
	}
	return medians, removeAll(filepath.Join(dir, withoutSearch))
}

// The index is made by one line; the program without it makes all that a site has besides.
const (
	indexing   = "\tif _, err := site.Index(ctx); err != nil {\n"
	noIndexing = "\tif err := ctx.Err(); err != nil {\n"
)

// buildWithout builds the program so that it makes no search index.
func buildWithout(ctx context.Context, program string) error {
	file := filepath.Join("internal", "build", "build.go")
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if strings.Count(string(text), indexing) != 1 {
		return fmt.Errorf("%s has no line %q to leave out", file, strings.TrimSpace(indexing))
	}
	return buildOverlaid(ctx, program, file, []byte(strings.Replace(string(text), indexing, noIndexing, 1)))
}

// writeJSON writes a value for a program that is not ours.
func writeJSON(file string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}
