package main

import (
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// version is the released version; what the linker or the module system knows better takes its place.
const version = "0.1.0"

func newVersion(s *screen) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: s.say("version.short"),
		Args:  s.noArgs,
		Run:   func(*cobra.Command, []string) { s.out("guongsang " + versionText()) },
	}
}

func versionText() string {
	parts := []string{version}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" {
				parts = append(parts, setting.Value[:min(12, len(setting.Value))])
			}
		}
	}
	return strings.Join(append(parts, runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH), " ")
}
