package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"
)

// ender calls end when a text comes by.
type ender struct {
	bytes.Buffer
	text string
	end  func() error
	err  error
	ends int
}

func (e *ender) Write(b []byte) (int, error) {
	if strings.Contains(string(b), e.text) {
		e.err = e.end()
		e.ends++
	}
	return e.Buffer.Write(b)
}

// A second build of a site waits for the first, says so once, and then does its work.
func TestASecondBuildWaits(t *testing.T) {
	for lang, text := range map[string]string{"vi": "Một lần tạo khác của trang này đang chạy; chờ nó xong…\n", "en": "Another build of this site is under way; waiting for it to end…\n"} {
		site := t.TempDir()
		for _, folder := range []string{"content", ".guongsang"} {
			if err := os.Mkdir(filepath.Join(site, folder), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		first := flock.New(filepath.Join(site, ".guongsang", "build.lock"))
		if held, err := first.TryLock(); err != nil || !held {
			t.Fatal(held, err)
		}
		stderr := &ender{text: text, end: first.Close}
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute) // or it would wait for ever
		defer cancel()
		status := run(ctx, []string{"build", "--source", site, "--lang", lang}, new(bytes.Buffer), stderr)
		if status != exitDone || stderr.ends != 1 || stderr.err != nil {
			t.Errorf("%s: status %d, said %d times, %v:\n%s", lang, status, stderr.ends, stderr.err, stderr)
		}
		if _, err := os.Stat(filepath.Join(site, "public", "index.html")); err != nil {
			t.Error(err)
		}
	}
}
