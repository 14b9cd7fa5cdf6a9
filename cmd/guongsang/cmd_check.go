package main

import (
	"context"
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/edit"
)

func newCheck(s *screen) *cobra.Command {
	o := &siteOptions{}
	var fix bool
	cmd := &cobra.Command{
		Use:     "check",
		Short:   s.say("check.short"),
		Long:    s.say("check.long"),
		Example: s.say("check.example"),
		Args:    s.noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runCheck(cmd.Context(), s, o, fix) },
	}
	o.addFlags(cmd, s)
	cmd.Flags().BoolVar(&fix, "fix", false, s.say("flag.fix"))
	return cmd
}

func runCheck(ctx context.Context, s *screen, o *siteOptions, fix bool) error {
	road, err := o.road(s)
	if err != nil {
		return err
	}
	check := func() (build.Result, error) {
		bar := s.progress(o.quiet || o.format != "text")
		defer bar.clear()
		road.Progress = bar.shown()
		return build.Check(ctx, road)
	}
	var result build.Result
	var left edit.Mending
	if fix {
		result, left, err = o.mend(ctx, s, check)
	} else {
		result, err = check()
	}
	o.tell(s, result.Problems, o.quiet)
	for _, file := range left.Changed {
		s.note(s.say("fix.changed", file))
	}
	for _, failure := range left.Failed {
		s.note(s.say("fix.failed", s.unwritten(failure)...))
	}
	if len(left.Failed) > 0 {
		return exitError{exitMachine, s.say("fix.left", s.counted("file", len(left.Failed)))}
	}
	if err != nil {
		return o.ending(s, result, err)
	}
	if !o.quiet && o.format == "text" {
		n := diag.Count(result.Problems)
		s.note(s.say("check.done", s.counted("story", result.Profiles+result.Practices+result.Articles), s.counted("warning", n[diag.Warning]), s.counted("hint", n[diag.Hint])))
	}
	return nil
}

// turns is how often a site is mended in one run: what was mended may bring to light what was hidden before.
const turns = 3

// mend checks the site and mends what can be mended, until there is nothing more. It gives the last check, and what could not be done.
func (o *siteOptions) mend(ctx context.Context, s *screen, check func() (build.Result, error)) (last build.Result, left edit.Mending, err error) {
	places, files := 0, map[string]bool{}
	for turn := 0; ; turn++ {
		if last, err = check(); turn == turns || err != nil && !errors.Is(err, build.ErrContent) {
			break
		}
		left = edit.Mend(ctx, o.source, last.Problems)
		for _, m := range left.Done {
			places, files[m.File] = places+1, true
			if !o.quiet {
				s.note(s.mended(m))
			}
		}
		if err := ctx.Err(); err != nil {
			return last, left, err
		}
		if len(left.Done) == 0 {
			break
		}
	}
	switch {
	case o.quiet || err != nil && !errors.Is(err, build.ErrContent):
	case places > 0:
		s.note(s.say("fix.done", s.counted("place", places), s.counted("file", len(files))))
	default:
		s.note(s.say("fix.nothing"))
	}
	return last, left, err
}

// mended says what was mended.
func (s *screen) mended(m edit.Mended) string {
	key := "fix.text"
	switch m.Code {
	case diag.DecomposedText:
		key = "fix.letters"
	case diag.MixedLineEnds:
		key = "fix.line-ends"
	}
	return s.say(key, m.Place.String(), string(m.Code), m.Old, m.New)
}

// unwritten gives the file that could not be mended, and why.
func (s *screen) unwritten(failure error) []string {
	var path *fs.PathError
	switch {
	case !errors.As(failure, &path):
		return []string{s.say("fix.site"), failure.Error()}
	case errors.Is(failure, fs.ErrPermission):
		return []string{path.Path, s.say("fix.read-only")}
	}
	return []string{path.Path, s.reason(path.Err)}
}
