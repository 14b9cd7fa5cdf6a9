package publish

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func listOf(paths ...string) []Item {
	var items []Item
	for _, p := range paths {
		items = append(items, Item{Path: p, Make: func() (Made, error) {
			return Made{Write: func(w io.Writer) error { _, err := io.WriteString(w, p); return err }}, nil
		}})
	}
	return items
}

// TestStrangers: pages of an earlier build stay when its ledger is lost, and that is said; with a ledger, other people's files are nobody's
// business.
func TestStrangers(t *testing.T) {
	dir, cache := filepath.Join(t.TempDir(), "public"), t.TempDir()
	sync := func(paths ...string) Result {
		t.Helper()
		r, err := Sync(context.Background(), slices.Values(listOf(paths...)), Options{Dir: dir, Cache: cache})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := sync("index.html", "guong/a/index.html"); r.Strangers != 0 {
		t.Errorf("a new folder has %d strangers", r.Strangers)
	}
	if err := os.WriteFile(filepath.Join(dir, "mine.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if r := sync("index.html", "guong/a/index.html"); r.Strangers != 0 {
		t.Errorf("with a ledger: %d strangers", r.Strangers)
	}
	if err := os.RemoveAll(cache); err != nil {
		t.Fatal(err)
	}
	if r := sync("index.html"); r.Strangers != 2 || r.Stranger != "guong/a/index.html" || r.Removed != 0 {
		t.Errorf("without its ledger: %d strangers, first %q, %d removed", r.Strangers, r.Stranger, r.Removed)
	}
}

func TestCheckNames(t *testing.T) {
	faults := Check(slices.Values(listOf("a/index.html", "A/index.html", "con/index.html", "b.txt")))
	if len(faults) != 2 || faults[0].Path != "A/index.html" || faults[1].Path != "con/index.html" {
		t.Errorf("faults %v", faults)
	}
}
