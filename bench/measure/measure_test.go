package measure

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestMedian(t *testing.T) {
	costs := []Cost{{Wall: 3, CPU: 1, Peak: 5}, {Wall: 1, CPU: 2, Peak: 9}, {Wall: 2, CPU: 9, Peak: 7}}
	if got, want := Median(costs), (Cost{Wall: 2, CPU: 2, Peak: 7}); got != want {
		t.Errorf("Median = %v, want %v", got, want)
	}
	if got := Median(nil); got != (Cost{}) {
		t.Errorf("Median of nothing = %v", got)
	}
}

func TestRun(t *testing.T) {
	cost, err := Run(context.Background(), []string{"GOFLAGS="}, "go", "version")
	if err != nil {
		t.Fatal(err)
	}
	if cost.Wall <= 0 || cost.Wall > time.Minute || cost.CPU <= 0 {
		t.Errorf("cost %+v", cost)
	}
	if runtime.GOOS == "linux" && (cost.Peak < 1<<20 || cost.Peak > 1<<33) {
		t.Errorf("peak %d", cost.Peak)
	}
	if _, err := Run(context.Background(), nil, "go", "no-such-command"); err == nil || !strings.Contains(err.Error(), "no-such-command") {
		t.Errorf("error %v", err)
	}
}

func TestTrees(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	for _, dir := range []string{a, b} {
		write(t, filepath.Join(dir, "x", "index.html"), "một")
		write(t, filepath.Join(dir, "y.html"), "hai")
	}
	same := func() bool {
		t.Helper()
		x, err := Hash(a)
		if err != nil {
			t.Fatal(err)
		}
		y, err := Hash(b)
		if err != nil {
			t.Fatal(err)
		}
		if x.Files != 2 || x.Bytes != int64(len("một")+len("hai")) {
			t.Errorf("Hash = %+v", x)
		}
		return x.Hash == y.Hash
	}
	if !same() {
		t.Error("equal trees have different hashes")
	}
	write(t, filepath.Join(b, "y.html"), "ba!")
	write(t, filepath.Join(b, "z.html"), "")
	if same() {
		t.Error("different trees have one hash")
	}
	found, err := Differences(a, b, 10)
	if err != nil || len(found) != 2 {
		t.Errorf("Differences = %q, %v", found, err)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
