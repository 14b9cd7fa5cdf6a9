package watch

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestFewWatches runs itself in a user namespace in which the system lets programs listen to three folders.
func TestFewWatches(t *testing.T) {
	const asked = "GUONGSANG_FEW_WATCHES"
	if os.Getenv(asked) == "" {
		cmd := exec.Command(os.Args[0], "-test.run=^TestFewWatches$", "-test.v")
		cmd.Env = append(os.Environ(), asked+"=1")
		cmd.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
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
	if err := os.WriteFile("/proc/sys/user/max_inotify_watches", []byte("3"), 0); err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	for _, folder := range []string{"content/guong/2023/a", "content/guong/2023/b"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	var why error
	changes := Start(ctx, Options{Dir: dir, Paths: []string{"content"}, Polls: func(err error) { why = err }})
	if !errors.Is(why, ErrLimit) {
		t.Errorf("it polls because of %v", why)
	}
	if err := os.WriteFile(filepath.Join(dir, "content/guong/2023/b/index.md"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	select {
	case <-changes:
	case <-time.After(20 * time.Second):
		t.Error("nothing was told")
	}
	stop()
	for range changes { // until it is closed
	}
}
