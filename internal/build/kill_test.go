package build_test

import (
	"bufio"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"guongsang/internal/build"
)

// A build that is killed at any moment leaves every page whole, and the next one ends as from nothing. publish tries every
// single step with a simulated kill; here a real process is killed by the operating system, anywhere on the road.
func TestKilled(t *testing.T) {
	t.Parallel()
	kills := 20
	switch {
	case soaking():
		kills = 200
	case testing.Short():
		kills = 3
	}
	random, seed := newRandom(t)
	s := newSite(t, smallSite())
	foreign := files{"guong/ghi-chu.txt": "note"}
	for path, text := range foreign {
		writeFile(t, filepath.Join(s.o.Output, filepath.FromSlash(path)), text)
	}
	began := time.Now()
	if out, err := s.child().CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(began)
	old := s.tree()
	cut := 0
	for n := range kills {
		// Each round changes every page, and a few come and go.
		s.write("site.yaml", fmt.Sprintf("tên trang: Lần %d\nđịa chỉ: https://guong.example\n", n))
		s.remove(fmt.Sprintf("content/guong/them-%d.md", n-1))
		s.write(fmt.Sprintf("content/guong/them-%d.md", n), profileFile(fmt.Sprintf("Thêm %d", n), "giao-duc", fmt.Sprintf("Đơn vị %d", n), "05/05/2024", "", "Mới."))
		next, err := s.clean()
		if err != nil {
			t.Fatal(err)
		}
		maps.Copy(next, foreign)
		if s.kill(random, took) {
			cut++
		}
		what := fmt.Sprintf("seed %d, kill %d", seed, n)
		for path, text := range s.tree() {
			if strings.HasPrefix(path, ".guongsang-") || strings.HasSuffix(path, "/") {
				continue // the staging folder, which the next build sweeps
			}
			if text != old[path] && text != next[path] {
				t.Errorf("%s: %s is neither the old file nor the new one", what, path)
			}
			if strings.HasSuffix(path, ".html") && !strings.HasSuffix(strings.TrimSpace(text), "</html>") {
				t.Errorf("%s: %s is torn", what, path)
			}
		}
		// Every other time the next thing is another kill, on top of what the first one left.
		if n%2 == 0 {
			if r := s.build(); r.CacheBad != nil || r.LedgerBad != nil || r.CacheOff != nil {
				t.Errorf("%s: the cache was left in pieces: %v; the ledger: %v; off: %v", what, r.CacheBad, r.LedgerBad, r.CacheOff)
			}
			if d := difference(s.tree(), next); d != "" {
				t.Fatalf("%s: the next build is not that from nothing:\n%s", what, d)
			}
		}
		old = s.tree()
	}
	s.build()
	s.wantClean(fmt.Sprintf("seed %d, at the end", seed), foreign)
	for name := range readTree(t, s.path(build.Cache)) {
		if strings.HasSuffix(name, ".new") || strings.HasSuffix(name, ".tmp") {
			t.Errorf("seed %d: %s was never swept", seed, name)
		}
	}
	if soaking() && cut < kills/4 {
		t.Errorf("seed %d: only %d of %d kills came in time", seed, cut, kills)
	}
	t.Logf("seed %d: %d of %d kills came in time", seed, cut, kills)
}

// kill starts a build and kills it: anywhere, or soon after it begins to read, to remember what it found, or to write. It says whether the kill
// came before the build's own end.
func (s *site) kill(random *rand.Rand, took time.Duration) bool {
	s.t.Helper()
	cmd := s.child()
	out, err := cmd.StdoutPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	wait := time.Duration(random.Int64N(int64(took)))
	if moment := []string{"", begunReading, endedReading, begunWriting}[random.IntN(4)]; moment != "" {
		lines := bufio.NewScanner(out)
		for lines.Scan() && lines.Text() != moment {
		}
		wait /= 8
		if moment == endedReading {
			wait /= 8 // it takes a moment only
		}
	}
	time.Sleep(wait)
	_ = cmd.Process.Kill() // it may be done already
	return cmd.Wait() != nil
}
