package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"guongsang/bench/measure"
	"guongsang/internal/build"
)

// step is one thing that is measured in every round.
type step int

const (
	cold step = iota
	unchanged
	bodyChanged
	nameChanged
	storyAdded
	templateChanged
	hugoFull
	copied
	steps
)

var stepNames = [steps]string{
	"from nothing", "nothing changed", "one text changed", "one name changed", "one story added", "one template changed",
	"Hugo, full build", "cp -r of our output",
}

// pause is how old the files of a site are at least when the program is called: an editor takes as long from saving a file to starting the
// program. It is longer than a tick of any file system's clock but the coarsest, so that the cache can go by a file's times.
const pause = time.Second

// bench measures one size. A round is: a build from nothing, a build without a change, a build after each of four edits, a copy of the output, and
// Hugo's build; so what disturbs the machine for a while disturbs all of them. The edits stay, hence each round begins with the site as the last one
// left it, and its build from nothing must give the very tree that the last incremental build left. In the first round this is
// checked after every edit.
//
// Each program is a process of its own, run on files that lie in the page cache, and edits are made before the clock starts.
type bench struct {
	tools
	dir                string
	stories            int
	rounds, hugoRounds int
	seed               uint64
	pause              time.Duration
	// brief leaves out all but the chief lines, and checks only the last build.
	brief bool

	costs [steps][]measure.Cost
	// oursTree and hugoTree are what the builds of the first round left.
	oursTree, hugoTree view
	last               view
}

func (b *bench) source() string { return filepath.Join(b.dir, oursName) }
func (b *bench) output() string { return filepath.Join(b.dir, "public") }
func (b *bench) cache() string  { return filepath.Join(b.source(), build.Cache) }

// takes says whether a step is measured here. Hugo is never where there is none.
func (b *bench) takes(s step) bool {
	switch s {
	case hugoFull:
		return b.hugo != "" && b.hugoRounds > 0
	case copied:
		return b.cp != ""
	case cold, unchanged, bodyChanged:
		return true
	}
	return !b.brief
}

func (b *bench) measure(ctx context.Context) (*result, error) {
	say("%s stories: writing what is built, in %s", grouped(b.stories), b.dir)
	_, err := measure.Run(ctx, nil, b.self, "corpus", "--stories", strconv.Itoa(b.stories), "--seed", strconv.FormatUint(b.seed, 10), "--out", b.dir,
		fmt.Sprintf("--hugo=%t", b.takes(hugoFull)))
	if err != nil {
		return nil, err
	}
	for round := 1; round <= b.rounds; round++ {
		if err := b.round(ctx, round); err != nil {
			return nil, err
		}
	}
	if err := b.matchClean(ctx, "the last round"); err != nil {
		return nil, err
	}
	return b.result(), nil
}

func (b *bench) round(ctx context.Context, round int) error {
	if err := removeAll(b.cache(), b.output()); err != nil {
		return err
	}
	if err := b.build(ctx, cold, round); err != nil {
		return err
	}
	before := b.last
	now, err := b.lookAt(ctx, b.output())
	if err != nil {
		return err
	}
	if round == 1 {
		b.oursTree = now
	} else if now.Hash != before.Hash {
		return fmt.Errorf("round %d: the build from nothing differs from what the incremental builds left", round)
	}
	b.last = now
	if err := b.build(ctx, unchanged, round); err != nil {
		return err
	}
	now, err = b.lookAt(ctx, b.output())
	if err != nil {
		return err
	}
	if now.Hash != b.last.Hash {
		return fmt.Errorf("round %d: a build without a change changed the output", round)
	}
	for s := bodyChanged; s <= templateChanged; s++ {
		if !b.takes(s) {
			continue
		}
		if err := b.edit(ctx, s, round); err != nil {
			return err
		}
	}
	if err := b.copy(ctx, round); err != nil {
		return err
	}
	return b.buildHugo(ctx, round)
}

// edits are what is done to the site before the build of a step.
var edits = [steps]func(site string, round int) error{
	bodyChanged: changeBody, nameChanged: changeName, storyAdded: addStory, templateChanged: changeTemplate,
}

// edit changes the site, builds it, and sees that the output changed, in the first round as it should.
func (b *bench) edit(ctx context.Context, s step, round int) error {
	if err := edits[s](b.source(), round); err != nil {
		return err
	}
	if err := b.build(ctx, s, round); err != nil {
		return err
	}
	now, err := b.lookAt(ctx, b.output())
	if err != nil {
		return err
	}
	if now.Hash == b.last.Hash {
		return fmt.Errorf("round %d, %s: the output is as before", round, stepNames[s])
	}
	b.last = now
	if round > 1 || b.brief {
		return nil
	}
	return b.matchClean(ctx, stepNames[s])
}

// build runs our build and takes its cost.
func (b *bench) build(ctx context.Context, s step, round int) error {
	b.rest()
	cost, err := b.buildInto(ctx, b.output())
	return b.took(s, round, cost, err)
}

func (b *bench) buildInto(ctx context.Context, output string) (measure.Cost, error) {
	// The day decides what is published; so it is the same for all builds.
	today := "SOURCE_DATE_EPOCH=" + strconv.FormatInt(b.day.Unix(), 10)
	return measure.Run(ctx, []string{today}, b.ours, "build", "--source", b.source(), "--output", output, "--quiet")
}

// rest lets files come to rest before a measurement, and the disk where there is one: what was written before would else be written back
// meanwhile.
func (b *bench) rest() {
	measure.Sync()
	time.Sleep(b.pause)
}

func (b *bench) took(s step, round int, cost measure.Cost, err error) error {
	if err != nil {
		return err
	}
	b.costs[s] = append(b.costs[s], cost)
	say("%s stories, round %d/%d: %-20s %8s wall %8s CPU %8s", grouped(b.stories), round, b.rounds, stepNames[s], seconds(cost.Wall), seconds(cost.CPU), size(cost.Peak))
	return nil
}

// matchClean builds the site once more from nothing, beside the cache, and compares.
func (b *bench) matchClean(ctx context.Context, after string) error {
	aside, clean := filepath.Join(b.dir, "cache-aside"), filepath.Join(b.dir, "clean")
	if err := os.Rename(b.cache(), aside); err != nil {
		return err
	}
	if _, err := b.buildInto(ctx, clean); err != nil {
		return err
	}
	got, err := b.lookAt(ctx, clean)
	if err != nil {
		return err
	}
	if got.Hash != b.last.Hash {
		different, err := measure.Differences(b.output(), clean, 10)
		return errors.Join(err, fmt.Errorf("after %s: the incremental output is not that of a build from nothing:\n%s", after, strings.Join(different, "\n")))
	}
	say("after %s: same bytes as a build from nothing (%s files)", after, grouped(got.Files))
	if err := removeAll(b.cache(), clean); err != nil {
		return err
	}
	return os.Rename(aside, b.cache())
}

func (b *bench) copy(ctx context.Context, round int) error {
	if !b.takes(copied) {
		return nil
	}
	floor := filepath.Join(b.dir, "floor")
	b.rest()
	cost, err := measure.Run(ctx, nil, b.cp, "-r", b.output(), floor)
	return errors.Join(b.took(copied, round, cost, err), os.RemoveAll(floor))
}

// buildHugo gives Hugo's site the stories that ours got, and runs its full build, which is the only one that it has for a site on disk.
func (b *bench) buildHugo(ctx context.Context, round int) error {
	if !b.takes(hugoFull) || round > b.hugoRounds {
		return nil
	}
	if err := addHugoStory(filepath.Join(b.dir, hugoName), round); err != nil {
		return err
	}
	source, output, cache := filepath.Join(b.dir, hugoName), filepath.Join(b.dir, "public-hugo"), filepath.Join(b.dir, "cache-hugo")
	if err := removeAll(output, cache, filepath.Join(source, "resources")); err != nil {
		return err
	}
	args := []string{"--source", source, "--destination", output, "--cacheDir", cache, "--quiet"}
	if b.minify {
		args = append(args, "--minify")
	}
	b.rest()
	if b.stories >= large {
		say("%s stories, round %d/%d: Hugo is at work, which takes some minutes", grouped(b.stories), round, b.rounds)
	}
	cost, err := measure.Run(ctx, nil, b.hugo, args...)
	if err := b.took(hugoFull, round, cost, err); err != nil {
		return err
	}
	got, err := b.lookAt(ctx, output)
	if err != nil {
		return err
	}
	if round == 1 {
		b.hugoTree = got
	}
	if got.Stories != b.last.Stories || got.Stories != b.stories+round {
		return fmt.Errorf("round %d: %d story pages are ours, %d are Hugo's, and there are %d stories", round, b.last.Stories, got.Stories, b.stories+round)
	}
	if got.Feeds != b.last.Feeds {
		return fmt.Errorf("round %d: %d feeds are ours, %d are Hugo's", round, b.last.Feeds, got.Feeds)
	}
	if err := compareText(b.source(), b.output(), output); err != nil {
		return err
	}
	return removeAll(output, cache)
}

func (b *bench) result() *result {
	r := &result{bench: b, machine: measure.ThisMachine()}
	space, err := measure.SpaceOf(b.dir)
	r.ram = err == nil && space.RAM
	for s := range steps {
		r.medians[s] = measure.Median(b.costs[s])
	}
	return r
}
