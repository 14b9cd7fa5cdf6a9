//go:build unix

package build_test

import (
	"fmt"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"guongsang/internal/build"
)

func limitFileSize(text string) error {
	limit, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return err
	}
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit})
}

// A machine on which no file grows beyond some size, as on a disk that fills up at that moment: the build fails and the site stays as it was,
// or, where only what is remembered needs more room, the site is the right one and it is said that nothing was remembered. With
// room again the next build is the right one, and believes nothing that was half written.
func TestADiskThatFillsUp(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	// What is remembered of this one is longer than any page.
	long := "cách làm: " + strings.Repeat("Một việc rất dài. ", 8_000) + "\n"
	s.write("content/mo-hinh/nhap.md", "---\ntên: Nháp\nlĩnh vực: y-te\nngày: 02/02/2024\nnháp: có\n"+long+"---\n\nChưa xong.\n")
	refused, off := 0, 0
	for n, limit := range []int{100_000, 0, 200, 2_000, 20_000, 100_000, 400_000} {
		what := fmt.Sprintf("try %d, %d bytes", n, limit)
		s.write("site.yaml", fmt.Sprintf("tên trang: Lần %d\nđịa chỉ: https://guong.example\n", n))
		s.write("content/guong/a.md", profileFile("Nguyễn Văn An", "y-te", "Trạm Y tế", "01/02/2024", "", fmt.Sprintf("Lần %d.", n)))
		old, want := s.tree(), mustClean(s)
		told, err := s.limitedBuild(limit)
		switch {
		case err != nil && !strings.Contains(told, "file too large"):
			t.Fatalf("%s: %v\n%s", what, err, told)
		case err != nil:
			refused++
			if d := difference(s.tree(), old); d != "" {
				t.Errorf("%s: the build failed and changed the output:\n%s", what, d)
			}
		default:
			if d := difference(s.tree(), want); d != "" {
				t.Errorf("%s: the build went well, and the output is another:\n%s", what, d)
			}
			if strings.Contains(told, "no cache:") {
				off++
			}
		}
		for name := range readTree(t, s.path(build.Cache)) {
			if name != "build.lock" && name != "content.cache" && name != "search.cache" && !strings.HasSuffix(name, ".ledger") && !strings.HasSuffix(name, ".ledger.new") {
				t.Errorf("%s: left over: %s", what, name)
			}
		}
		if r := s.build(); r.CacheBad != nil || r.LedgerBad != nil || r.CacheOff != nil {
			t.Errorf("%s: the next build finds the cache bad: %v; the ledger bad: %v; off: %v", what, r.CacheBad, r.LedgerBad, r.CacheOff)
		}
		if d := difference(s.tree(), want); d != "" {
			t.Errorf("%s: with room again:\n%s", what, d)
		}
	}
	if refused < 3 || off < 2 {
		t.Errorf("%d builds failed, %d could not remember: the limits miss something", refused, off)
	}
}

// limitedBuild builds in a process of its own that may write no file beyond so many bytes, and gives what it said.
func (s *site) limitedBuild(limit int) (string, error) {
	cmd := s.child()
	cmd.Env = append(cmd.Env, fmt.Sprintf("%s=%d", childFileSize, limit))
	var told strings.Builder
	cmd.Stderr = &told
	err := cmd.Run()
	return told.String(), err
}
