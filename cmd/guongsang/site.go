package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"guongsang/internal/build"
	"guongsang/internal/config"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/publish"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// siteOptions are the flags that all commands about a site have.
type siteOptions struct {
	source, output, baseURL string
	drafts, future, strict  bool
	quiet                   bool
	writes                  bool // the command writes the site
	format                  string
}

// addFlags binds the flags to a command.
func (o *siteOptions) addFlags(cmd *cobra.Command, s *screen) {
	f := cmd.Flags()
	f.StringVar(&o.source, "source", ".", s.say("flag.source"))
	f.StringVar(&o.baseURL, "base-url", "", s.say("flag.base-url"))
	f.BoolVar(&o.drafts, "drafts", false, s.say("flag.drafts"))
	f.BoolVar(&o.future, "future", false, s.say("flag.future"))
	f.BoolVar(&o.strict, "strict", false, s.say("flag.strict"))
	f.BoolVar(&o.quiet, "quiet", false, s.say("flag.quiet"))
	f.StringVar(&o.format, "format", "text", s.say("flag.format"))
}

// road turns the flags into options of the road. The clock and the environment are read here and nowhere else.
func (o *siteOptions) road(s *screen) (build.Options, error) {
	switch o.format {
	case "text", "json", "github":
	default:
		return build.Options{}, s.wrongUsage("usage.format", o.format)
	}
	b := build.Options{Source: o.source, Output: o.output, Drafts: o.drafts, Future: o.future, Strict: o.strict, Program: program(), Held: limitMemory(1)}
	if b.Output == "" {
		b.Output = filepath.Join(o.source, "public")
	}
	if o.writes && o.overSource(b.Output) {
		return b, s.wrongUsage("usage.output", b.Output)
	}
	if o.baseURL != "" {
		base, ok := config.Base(o.baseURL)
		if !ok {
			return b, s.wrongUsage("usage.base-url", o.baseURL)
		}
		b.BaseURL = base
	}
	var err error
	b.Today, err = today(s)
	return b, err
}

// today is the day on which the program runs, which SOURCE_DATE_EPOCH decides where it is set.
func today(s *screen) (viet.Date, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return viet.DateOf(time.Now()), nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	day := viet.DateOf(time.Unix(seconds, 0))
	if err != nil || day.Year < 1970 || day.Year > 9999 {
		return viet.Date{}, s.wrongUsage("usage.epoch", text)
	}
	return day, nil
}

// overSource says whether an output folder is or holds the site's own folder, or lies in one of those that the site is read from: pages would
// lie among the author's files and be read again by the next build.
func (o *siteOptions) overSource(output string) bool {
	within := func(folder string) bool {
		way, err := filepath.Rel(resolved(folder), resolved(output))
		return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
	}
	for _, name := range []string{source.Root, "static", "themes", build.Cache} {
		if within(filepath.Join(o.source, name)) {
			return true
		}
	}
	way, err := filepath.Rel(resolved(output), resolved(o.source)) // the output must not hold the source either
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}

// resolved is a folder's absolute path without symbolic links, as far as the folder is there.
func resolved(folder string) string {
	if full, err := filepath.Abs(folder); err == nil {
		folder = full
	}
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		return real
	}
	if parent := filepath.Dir(folder); parent != folder {
		return filepath.Join(resolved(parent), filepath.Base(folder))
	}
	return folder
}

// program stands for this very executable, so that whatever changes in it makes every page anew. Where it cannot be read, its build
// information stands for it, with its size and its time.
func program() digest.Key {
	looks := versionText()
	if name, err := os.Executable(); err == nil {
		if f, err := os.Open(name); err == nil {
			defer f.Close()
			if key, err := digest.Reader(f); err == nil {
				return key
			}
		}
		if fi, err := os.Stat(name); err == nil { // it may be run and not read
			looks += fmt.Sprintf(" %d %d", fi.Size(), fi.ModTime().UnixNano())
		}
	}
	return digest.Text(looks)
}

// tell draws the problems of a run.
func (o *siteOptions) tell(s *screen, problems []diag.Problem, errorsOnly bool) {
	for _, p := range problems {
		if errorsOnly && p.Severity != diag.Error && !(o.strict && p.Severity == diag.Warning) {
			continue
		}
		switch o.format {
		case "json":
			s.out(p.JSON(s.language()))
		case "github":
			// GitHub looks for the file from the repository's root, where its jobs begin.
			if !filepath.IsAbs(o.source) {
				p.File = filepath.ToSlash(filepath.Join(o.source, p.File))
			}
			s.out(p.GitHub(s.language()))
		default:
			s.note(p.Text(s.language(), s.paint()))
		}
	}
}

// ending turns the error of a run into an exit status and a text.
func (o *siteOptions) ending(s *screen, result build.Result, err error) error {
	var disk *publish.DiskError
	var path *fs.PathError
	var fault *publish.PathError
	kept := ""
	if o.writes {
		kept = s.say("failed.kept")
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, build.ErrNoContent):
		return s.wrongUsage("usage.no-content", o.source)
	case errors.Is(err, build.ErrContent):
		n := diag.Count(result.Problems)
		if n[diag.Error] == 0 {
			return exitError{exitContent, s.say("failed.strict", s.counted("warning", n[diag.Warning]), kept)}
		}
		found := s.counted("error", n[diag.Error])
		if n[diag.Warning] > 0 {
			found += s.say("failed.and") + s.counted("warning", n[diag.Warning])
		}
		return exitError{exitContent, s.say("failed.content", found, kept)}
	case errors.As(err, &fault) && errors.Is(fault, publish.ErrInTheWay):
		return exitError{exitMachine, s.say("failed.in-way", fault.Other, fault.Path)}
	case errors.Is(err, context.Canceled):
		return exitError{exitMachine, s.say("failed.stopped")}
	case errors.As(err, &disk):
		return exitError{exitMachine, s.say("failed.disk", disk.Path, s.reason(disk.Err))}
	case errors.As(err, &path):
		return exitError{exitMachine, s.say("failed.disk", path.Path, s.reason(path.Err))}
	}
	return exitError{exitMachine, s.say("failed.machine", err.Error())}
}
