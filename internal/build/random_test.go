package build_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"guongsang/internal/build"
)

// soaking says that the long forms of the tests are asked for, as `make soak` does.
func soaking() bool { return os.Getenv("GUONGSANG_SOAK") != "" }

// newRandom makes the numbers of a test that chooses at random. GUONGSANG_SEED repeats a run that failed.
func newRandom(t testing.TB) (*rand.Rand, uint64) {
	t.Helper()
	seed := uint64(time.Now().UnixNano())
	if text := os.Getenv("GUONGSANG_SEED"); text != "" {
		var err error
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatalf("GUONGSANG_SEED: %v", err)
		}
	}
	t.Logf("GUONGSANG_SEED=%d", seed)
	return rand.New(rand.NewPCG(seed, seed)), seed
}

// After any edit, the tree that grew by small builds is the tree of a build from nothing, byte for byte; a build that refuses
// leaves it as it was, and a build from nothing refuses too.
//
// Left out of a key by turns, to see a test fail:
//
//	left out                                seen by, besides others
//	theme                                   this test, TestALargeChange, TestTheThemeReachesOldPages
//	a word of texts, a word of templates    TestTheThemeReachesOldPages
//	the program, in the salt                TestAnotherProgramRemembersOtherThings
//	the program, in the cache               TestAnotherProgramRemembersOtherThings
//	site.yaml: name, owner, address         TestALargeChange (each stands in several parts of a view: only where all are left out)
//	site.yaml: mỗi trang (pager, cards)     this test, TestASmallChangeIsSmall
//	header and footer, cards of lists       this test, TestALargeChange
//	a card's summary                        this test, TestASmallChangeIsSmall
//	neighbours, related stories             this test, TestASmallChangeIsSmall
//	a body's digest                         TestASmallChangeIsSmall, TestNothingIsFooledByLooks
//	a body's links, a body's pictures       this test; TestNothingIsFooledByLooks
//	the items of a feed, the bytes of a copy  this test, TestASmallChangeIsSmall
//	the digest of a file in the cache       this test, TestNothingIsFooledByLooks; of an entry: TestDamageIsNeverTrusted (cache)
//	Stat: time of the change                this test, TestNothingIsFooledByLooks; each other part: TestEveryPartOfAStatCounts (cache)
//	that a file had come to rest            TestUnchanged (cache)
//	the draft flag of a record              TestTheDayDecides; that drafts are read as such: TestErrorsChangeNothing
//	the ledger's key, its sizes and times   this test, TestDamageIsMended
//
// The day and the flags are in no key: they decide which stories there are, as TestTheDayDecides has it.
func TestAnyEditsEndAsFromNothing(t *testing.T) {
	t.Parallel()
	rounds := 40 // with about 80 edits, each at least once
	switch {
	case soaking():
		rounds = 500
	case testing.Short():
		rounds = 10
	}
	e := newEditor(t)
	e.build()
	refused := 0
	done := map[string]int{}
	var turn []int // every edit comes in its turn, and others at random beside it
	for round := range rounds {
		source := e.snapshot()
		edits := e.edits()
		if len(turn) == 0 {
			turn = e.random.Perm(len(edits))
		}
		these := []edit{edits[turn[0]]}
		turn = turn[1:]
		for range e.random.IntN(3) {
			these = append(these, edits[e.random.IntN(len(edits))])
		}
		var what []string
		for _, edit := range these {
			what = append(what, edit.do())
		}
		if slices.Contains(what, "the cache was deleted") {
			// Together with other edits it would leave files that nobody knows to be ours.
			e.restore(source)
			e.remove(build.Cache)
			what, these = []string{"the cache was deleted"}, these[:0]
		}
		said := fmt.Sprintf("round %d: %s", round, strings.Join(what, " + "))
		e.o.Workers = 1 + e.random.IntN(4)
		if e.round(said, source) {
			for _, edit := range these {
				done[edit.name]++
			}
		} else {
			refused++
		}
		if round%8 == 0 {
			if r := e.build(); r.Rendered != 0 || r.Written != 0 || r.Removed != 0 || r.CacheBad != nil || r.CacheOff != nil {
				t.Fatalf("%s: building again: %d rendered, %d written, %d removed; cache bad %v, off %v", said, r.Rendered, r.Written, r.Removed, r.CacheBad, r.CacheOff)
			}
		}
		if testing.Verbose() {
			t.Log(said)
		}
	}
	if refused > rounds/2 {
		t.Errorf("%d of %d edits were refused: the test does not edit what it should", refused, rounds)
	}
	for _, edit := range e.edits() {
		if soaking() && done[edit.name] < rounds/100 {
			t.Errorf("of %d rounds %d had the edit %q", rounds, done[edit.name], edit.name)
		}
	}
}

// round builds after some edits and compares. Where the build refuses, as one from nothing must then too, the source is taken back, and ok is false.
func (e *editor) round(said string, source moment) (ok bool) {
	e.t.Helper()
	touched := e.tree()
	_, err := build.Build(context.Background(), e.o)
	ok = !errors.Is(err, build.ErrContent)
	if !ok {
		if d := difference(e.tree(), touched); d != "" {
			e.t.Fatalf("%s: a build that refuses changed the output:\n%s", said, d)
		}
		if tree, err := e.clean(); !errors.Is(err, build.ErrContent) || len(tree) > 0 {
			e.t.Fatalf("%s: a build from nothing does not refuse: %v", said, err)
		}
		e.restore(source)
		_, err = build.Build(context.Background(), e.o)
		said += ", taken back"
	}
	if err != nil {
		e.t.Fatalf("%s: %v", said, err)
	}
	e.wantClean(said, e.foreign)
	e.keepCache()
	return ok
}

// moment is all that edits change.
type moment struct {
	files   files
	stories map[string]draft
	o       build.Options
}

func (e *editor) snapshot() moment {
	m := moment{files: readTree(e.t, e.dir), stories: map[string]draft{}, o: e.o}
	maps.DeleteFunc(m.files, func(name, _ string) bool { return strings.HasPrefix(name, build.Cache) || strings.HasSuffix(name, "/") })
	for file, d := range e.stories {
		m.stories[file] = *d
	}
	return m
}

// restore takes back what edits did to the source; the output stays as it is. What no edit has touched is not touched now: else no file would
// ever come to rest, and nothing be remembered.
func (e *editor) restore(m moment) {
	now := e.snapshot().files
	for _, name := range changed(now, m.files) {
		if text, there := m.files[name]; there {
			e.remove(name) // a folder may have come to lie there
			e.write(name, text)
			continue
		}
		e.remove(name)
		for dir := path.Dir(name); dir != "." && os.Remove(e.path(dir)) == nil; dir = path.Dir(dir) {
		}
	}
	e.o, e.stories = m.o, map[string]*draft{}
	for file, d := range m.stories {
		e.stories[file] = &d
	}
}
