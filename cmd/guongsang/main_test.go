package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the scripts get into testdata; read the difference")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"guongsang": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) },
		"limited":   limited,
		"powerless": powerless,
	})
}

// TestScripts runs the stories of users in testdata. Each begins in an empty folder with the files of its archive, on 1 June 2024.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "1717200000")
			env.Setenv("GUONGSANG_LANG", "")
			env.Values["remembered"] = new(string)
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":    exits,
			"write":    write,
			"remember": remember,
			"same":     same,
		},
	})
}

// exits N COMMAND… runs a command and asks for its exit status, which `! exec` does not tell.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits status command…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// write FILE TEXT writes bytes that do not stand well in an archive: TEXT is what stands between the quotes of a Go string.
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: write file text")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	name := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	ts.Check(os.WriteFile(name, []byte(text), 0o644))
}

// remember FOLDER notes every file of a folder, its bytes and its time.
func remember(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: remember folder")
	}
	*ts.Value("remembered").(*string) = listing(ts, args[0])
}

// same FOLDER asks that the folder is as it was when it was remembered, `! same` that it is not.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: same folder")
	}
	before, now := *ts.Value("remembered").(*string), listing(ts, args[0])
	if (before == now) == neg {
		ts.Fatalf("before:\n%s\nnow:\n%s", before, now)
	}
}

func listing(ts *testscript.TestScript, folder string) string {
	var b strings.Builder
	root := ts.MkAbs(folder)
	ts.Check(filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		fmt.Fprintf(&b, "%s %s %x\n", strings.TrimPrefix(name, root), info.ModTime(), sha256.Sum256(data))
		return err
	}))
	return b.String()
}
