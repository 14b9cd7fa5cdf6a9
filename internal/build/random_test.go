package build_test

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"
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
