package main

import (
	"time"

	"github.com/spf13/cobra"

	"guongsang/internal/build"
)

func newBuild(s *screen) *cobra.Command {
	o := &siteOptions{writes: true}
	var part string
	cmd := &cobra.Command{
		Use:     "build",
		Short:   s.say("build.short"),
		Long:    s.say("build.long"),
		Example: s.say("build.example"),
		Args:    s.noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runBuild(cmd, s, o, part) },
	}
	o.addFlags(cmd, s)
	cmd.Flags().StringVar(&o.output, "output", "", s.say("flag.output"))
	cmd.Flags().StringVar(&part, "shard", "", s.say("flag.shard"))
	return cmd
}

func runBuild(cmd *cobra.Command, s *screen, o *siteOptions, part string) error {
	road, err := o.road(s)
	if err != nil {
		return err
	}
	if cmd.Flags().Changed("shard") { // an empty value is a variable that a script forgot to set, not the whole site
		var ok bool
		if road.Shard, ok = build.ParseShard(part); !ok {
			return s.wrongUsage("usage.shard", part)
		}
	}
	bar := s.progress(o.quiet || o.format != "text")
	road.Progress = bar.shown()
	road.Busy = func() { s.note(s.say("build.busy")) }
	start := time.Now()
	result, err := build.Build(cmd.Context(), road)
	bar.clear()
	o.tell(s, result.Problems, o.quiet)
	if result.CacheBad != nil { // also where the build fails: the next one finds a sound cache
		s.note(s.say("build.cache-bad"))
	}
	if err != nil {
		return o.ending(s, result, err)
	}
	if result.LedgerBad != nil {
		s.note(s.say("build.ledger-bad"))
	}
	if result.Strangers > 0 {
		s.note(s.say("build.strangers", s.number(result.Strangers), road.Output, result.Stranger))
	}
	if result.CacheOff != nil {
		s.note(s.say("build.cache-off", result.CacheOff.Error()))
	}
	if !o.quiet && o.format == "text" {
		s.note(s.summary(result, road, time.Since(start)))
	}
	return nil
}
