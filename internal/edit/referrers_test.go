package edit

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func TestReferrers(t *testing.T) {
	files := renameSite()
	files["content/guong/Bà Mẫu.md"] = "---\ntên: Bà Mẫu\nđường dẫn: mau\n---\n"
	files["content/guong/2024/chu.md"] = "---\ntên: C\n---\n\n[a](../B%C3%A0%20M%E1%BA%ABu.md)\n"
	files["content/guong/2024/nfd.md"] = norm.NFD.String("---\ntên: C\n---\n\n[a](<../Bà Mẫu.md>)\n")
	files["content/guong/2024/thuc-the.md"] = "---\ntên: C\n---\n\n[a](../d&#97;i.md) 100%\n"
	files["content/guong/dai.md"] = good
	files["content/guong/2024/tuyet-doi.md"] = "---\ntên: C\n---\n\n[a](/guong/mau/#x)\n"
	files["content/bai-viet/sai-2.md"] = "---\ntên: C\n---\n\n\u000b [a](../guong/2023/a.md)\n"
	files["content/bai-viet/y-te.md"] = "---\ntên: C\n---\n\n[a](/linh-vuc/y-te/)\n"
	files["content/guong/k/phu.md"] = "---\ntên: C\n---\n\n[a](../2023/a.md)\n" // lies in a bundle, and is a file all the same
	dir := plant(t, files)
	if err := os.Symlink("b.md", filepath.Join(dir, "content", "guong", "link.md")); err != nil {
		t.Log(err)
	}
	for path, want := range map[string][]string{
		"content/guong/2023/a.md": {
			"content/bai-viet/json.md", "content/bai-viet/sai.md", "content/bai-viet/toml.md", "content/guong/b.md", "content/guong/h.md",
			"content/guong/k/index.md", "content/guong/k/phu.md", "content/mo-hinh/m.md",
		},
		"content/guong/k/index.md": {"content/guong/2024/q.md"},
		"content/guong/Bà Mẫu.md":  {"content/guong/2024/chu.md", "content/guong/2024/nfd.md", "content/guong/2024/tuyet-doi.md"},
		"content/guong/dai.md":     {"content/guong/2024/thuc-the.md"},
		"content/don-vi/t.md":      {"content/don-vi/u.md", "content/mo-hinh/m.md"},
		"content/don-vi/u.md":      {},
		"content/linh-vuc/y-te.md": {"content/bai-viet/y-te.md"},
		"content/bai-viet/toml.md": {},
	} {
		got, err := Referrers(planned(t), dir, path)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", path, err, diff)
		}
	}
	if _, err := Referrers(planned(t), dir, "site.yaml"); !errors.Is(err, ErrPath) {
		t.Error(err)
	}
	// Rename changes these and no others, whoever is asked.
	before := grown(t, dir)
	want, _ := Referrers(planned(t), dir, "content/guong/2023/a.md")
	if _, err := Rename(planned(t), dir, "content/guong/2023/a.md", "moi-a", nil); err != nil {
		t.Fatal(err)
	}
	var changed []string
	for name, text := range grown(t, dir) {
		if was, there := before[name]; there && was != text && name != "content/guong/link.md" {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	if diff := cmp.Diff(want, changed); diff != "" {
		t.Error(diff)
	}
}

// A site of ten thousand stories is looked through while somebody waits.
func TestReferrersAreFoundQuickly(t *testing.T) {
	files := tree{}
	for i := range 10_000 {
		body := ""
		for j := range 30 {
			body += fmt.Sprintf("Đoạn %d: bà Mẫu thứ %d đã làm được 100%% việc đã nhận, tiết kiệm %d triệu đồng.\n\n", j, i, i*j)
		}
		files[fmt.Sprintf("content/guong/%d/mau-%05d.md", 2000+i%24, i)] = "---\ntên: Mẫu\n---\n\n" + body
	}
	files["content/guong/2001/mau-00025.md"] += "[a](mau-00001.md)\n"
	dir := plant(t, files)
	best := time.Hour
	for range 3 {
		begin := time.Now()
		got, err := Referrers(planned(t), dir, "content/guong/2001/mau-00001.md")
		if want := []string{"content/guong/2001/mau-00025.md"}; err != nil || !slices.Equal(got, want) {
			t.Fatal(got, err)
		}
		best = min(best, time.Since(begin))
	}
	t.Log(best)
	if best > 2*time.Second { // 0.2 s on a machine that has nothing else to do
		t.Errorf("it took %v", best)
	}
}
