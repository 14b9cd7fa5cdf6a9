package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"guongsang/bench/measure"
)

// tools are the programs that take part.
type tools struct {
	// self is this program, which makes corpora and looks at folders in processes of its own, see package measure.
	self string
	ours string
	// hugo and cp are empty where there is none.
	hugo, cp string

	oursVersion, hugoVersion, goVersion string

	day    time.Time
	minify bool
}

// findTools builds our program, unless it is given, and looks for the others.
func findTools(ctx context.Context, work, binary string) (tools, error) {
	var t tools
	var err error
	if t.self, err = os.Executable(); err != nil {
		return t, err
	}
	if t.goVersion, err = measure.Output(ctx, "go", "version"); err != nil {
		return t, err
	}
	t.goVersion = strings.TrimPrefix(t.goVersion, "go version ")
	t.ours = binary
	if t.ours == "" {
		say("building the program")
		t.ours = filepath.Join(work, "guongsang.exe") // the ending that Windows needs does no harm elsewhere
		if _, err := measure.Run(ctx, []string{"CGO_ENABLED=0"}, "go", "build", "-trimpath", "-buildvcs=false", "-o", t.ours, "./cmd/guongsang"); err != nil {
			return t, err
		}
	}
	if t.ours, err = filepath.Abs(t.ours); err != nil {
		return t, err
	}
	if t.oursVersion, err = measure.Output(ctx, t.ours, "version"); err != nil {
		return t, err
	}
	t.oursVersion, _, _ = strings.Cut(t.oursVersion, "\n")
	t.cp, _ = exec.LookPath("cp")
	if t.hugo, err = exec.LookPath(cmp.Or(os.Getenv("HUGO"), "hugo")); err != nil {
		say("no Hugo in $HUGO or PATH: going on without the yardstick")
		t.hugo = ""
		return t, nil
	}
	if t.hugo, err = filepath.Abs(t.hugo); err != nil {
		return t, err
	}
	t.hugoVersion, err = measure.Output(ctx, t.hugo, "version")
	t.hugoVersion, _, _ = strings.Cut(t.hugoVersion, " BuildDate")
	return t, err
}

// view is what a built site holds.
type view struct {
	measure.Tree
	// Stories is the number of story pages. Feeds is that of RSS feeds: one each for the site and for every field, topic, column, unit and
	// locality.
	Stories, Feeds int
}

// look looks at a built site; lookAt does it in a process of its own.
func look(dir string) (view, error) {
	tree, err := measure.Hash(dir)
	if err != nil {
		return view{}, err
	}
	v := view{Tree: tree}
	if v.Stories, err = storyPages(os.DirFS(dir)); err != nil {
		return v, err
	}
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && (d.Name() == "rss.xml" || d.Name() == "index.xml") { // ours and Hugo's
			v.Feeds++
		}
		return err
	})
	return v, err
}

// storyPages counts the pages under guong/; guong/trang/ and guong/page/ hold pages of lists.
func storyPages(site fs.FS) (int, error) {
	entries, err := fs.ReadDir(site, "guong")
	if err != nil {
		return 0, err
	}
	n := 0
	for _, e := range entries {
		if !e.IsDir() || e.Name() == "trang" || e.Name() == "page" {
			continue
		}
		if _, err := fs.Stat(site, "guong/"+e.Name()+"/index.html"); err == nil {
			n++
		}
	}
	return n, nil
}

func (t tools) lookAt(ctx context.Context, dir string) (view, error) {
	var v view
	out, err := measure.Output(ctx, t.self, "look", dir)
	if err != nil {
		return v, err
	}
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		return v, fmt.Errorf("look %s: %w", dir, err)
	}
	return v, nil
}
