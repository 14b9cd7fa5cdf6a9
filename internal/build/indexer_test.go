package build

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"guongsang/internal/cache"
	"guongsang/internal/digest"
	"guongsang/internal/search"
)

// Sites of two looks may make their indexes at once, as when a browser asks while the form shows what is typed: each index lies whole in a file of its own, and
// so do those that are made of it.
func TestTwoIndexesAtOnce(t *testing.T) {
	t.Parallel()
	kept, err := cache.Open(context.Background(), cache.Options{Dir: filepath.Join(t.TempDir(), Cache), Format: digest.Text("program")})
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	kept.Release(nil)
	x := newIndexer(kept, digest.Text("program"), false)
	for round := range 8 {
		both := make(chan struct{}, 2) // each waits for the other with its first text, as long as that may come
		var group sync.WaitGroup
		for look := range 2 {
			group.Go(func() {
				made, err := x.update(t.Context(), options(round, look, both), false)
				if err != nil {
					t.Errorf("round %d, look %d: %v", round, look, err)
					return
				}
				for script := range made.Scripts() {
					if err := script.Write(io.Discard); err != nil {
						t.Errorf("round %d, look %d, %s: %v", round, look, script.Name, err)
						return
					}
				}
			})
		}
		group.Wait()
	}
}

// options are those of a site in which some documents are others in each look.
func options(round, look int, both chan struct{}) search.Options {
	const docs = 1500
	o := search.Options{Docs: make([]search.Doc, docs), Workers: 1}
	for i := range o.Docs {
		version := 0
		if i%4 == look {
			version = round
		}
		o.Docs[i] = search.Doc{ID: fmt.Sprint(i), Key: digest.Text(fmt.Sprint(i, version))}
	}
	begun := sync.OnceFunc(func() {
		both <- struct{}{}
		for end := time.Now().Add(20 * time.Millisecond); len(both) < 2 && time.Now().Before(end); {
			time.Sleep(time.Millisecond)
		}
	})
	o.Text = func(doc int, text *search.Text) error {
		begun()
		text.Name, text.Card = fmt.Sprint("Trần Văn ", doc), "0"
		text.Body = append(text.Body, strings.Repeat(fmt.Sprintf("chuyện %d trong xóm %d. ", doc, round*2+look), 2))
		return nil
	}
	return o
}
