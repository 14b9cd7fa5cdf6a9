package serve

import (
	"errors"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// A file that may not be read is tried again, since nobody tells when it may. For root it may always: then the test runs itself as somebody else, who
// has root's files.
func TestRightsComeBack(t *testing.T) {
	if os.Geteuid() == 0 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestRightsComeBack$", "-test.v")
		cmd.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 1000, HostID: 0, Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 1000, HostID: os.Getgid(), Size: 1}},
		}
		out, err := cmd.CombinedOutput()
		if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EINVAL) {
			t.Skipf("no user namespaces here: %v", err)
		}
		if err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	dir := newFolder(t)
	story := filepath.Join(dir, "content", "guong", "mau.md")
	if err := os.Chmod(story, 0); err != nil {
		t.Fatal(err)
	}
	p := show(t, dir, nil)
	if got := p.get("/guong/mau/"); got.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("%s", got)
	}
	if err := os.Chmod(story, 0o644); err != nil {
		t.Fatal(err)
	}
	p.shows("/guong/mau/", "Thân bài.", true)
}
