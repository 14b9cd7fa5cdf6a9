package main

import (
	"github.com/spf13/cobra"

	"guongsang/internal/build"
	"guongsang/internal/diag"
)

func newCheck(s *screen) *cobra.Command {
	o := &siteOptions{}
	cmd := &cobra.Command{
		Use:     "check",
		Short:   s.say("check.short"),
		Long:    s.say("check.long"),
		Example: s.say("check.example"),
		Args:    s.noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runCheck(cmd, s, o) },
	}
	o.addFlags(cmd, s)
	return cmd
}

func runCheck(cmd *cobra.Command, s *screen, o *siteOptions) error {
	road, err := o.road(s)
	if err != nil {
		return err
	}
	bar := s.progress(o.quiet || o.format != "text")
	road.Progress = bar.shown()
	result, err := build.Check(cmd.Context(), road)
	bar.clear()
	o.tell(s, result.Problems, o.quiet)
	if err != nil {
		return o.ending(s, result, err)
	}
	if !o.quiet && o.format == "text" {
		n := diag.Count(result.Problems)
		s.note(s.say("check.done", s.counted("story", result.Profiles+result.Practices+result.Articles), s.counted("warning", n[diag.Warning])))
	}
	return nil
}
