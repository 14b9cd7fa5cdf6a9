package corpus

import (
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
)

// Target is a folder and the form in which a corpus is written there.
type Target struct {
	Dir  string
	Form Form
}

// Write writes the corpus to each target. progress, if not nil, is told now and then how many stories are written; it may be called from
// several goroutines.
func (c *Corpus) Write(progress func(done int), targets ...Target) error {
	for _, t := range targets {
		for _, f := range t.Form.Site(c) {
			if err := writeFile(t.Dir, f); err != nil {
				return err
			}
		}
	}
	var (
		next, done atomic.Int64
		failed     atomic.Pointer[error]
		wait       sync.WaitGroup
	)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for failed.Load() == nil {
				i := int(next.Add(1)) - 1
				if i >= c.Len() {
					return
				}
				s := c.Story(i)
				for _, t := range targets {
					if err := writeFile(t.Dir, t.Form.Story(c, s)); err != nil {
						failed.Store(&err)
						return
					}
				}
				if n := int(done.Add(1)); progress != nil && n%1000 == 0 {
					progress(n)
				}
			}
		})
	}
	wait.Wait()
	if err := failed.Load(); err != nil {
		return *err
	}
	return nil
}

func writeFile(dir string, f File) error {
	path := filepath.Join(dir, filepath.FromSlash(f.Path))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(f.Text), 0o644)
}
