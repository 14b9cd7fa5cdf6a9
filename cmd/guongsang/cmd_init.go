package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"guongsang/internal/criteria"
	"guongsang/internal/edit"
)

func newInit(s *screen) *cobra.Command {
	o := edit.InitOptions{Dir: "."}
	cmd := &cobra.Command{
		Use:     "init",
		Short:   s.say("init.short"),
		Long:    s.say("init.long"),
		Example: s.say("init.example"),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return s.wrongUsage("usage.extra", cmd.Name(), args[1])
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				o.Dir = args[0]
			}
			return runInit(s, o)
		},
	}
	cmd.Flags().BoolVar(&o.VSCode, "vscode", false, s.say("flag.vscode"))
	return cmd
}

func runInit(s *screen, o edit.InitOptions) error {
	if o.Dir == "" {
		return s.wrongUsage("init.no-name")
	}
	book, err := criteria.Plan()
	if err != nil {
		return exitError{exitMachine, s.say("failed.machine", err.Error())}
	}
	done, err := edit.Init(book, o)
	if errors.Is(err, edit.ErrIsSite) {
		return s.wrongUsage("init.is-site", o.Dir)
	}
	if err != nil {
		return s.notWritten(err)
	}
	name := o.Dir
	if full, err := filepath.Abs(o.Dir); err == nil && filepath.Clean(o.Dir) == "." {
		name = filepath.Base(full)
	}
	if done.OnlyVSCode {
		s.note(s.say("init.done-vscode", name, s.counted("file", len(done.Made))))
	} else {
		s.note(s.say("init.done", name, s.counted("file", len(done.Made))))
	}
	if len(done.Left) > 0 {
		s.note(s.say("init.left", s.counted("file", len(done.Left)), strings.Join(done.Left, ", ")))
	}
	if !done.OnlyVSCode {
		s.note(s.say("init.next"))
		if filepath.Clean(o.Dir) != "." {
			s.note(`  cd "` + o.Dir + `"`)
		}
		s.note("  guongsang serve --open")
	}
	return nil
}

// notWritten says why a file of the site's own folder could not be made, where --output is no way out.
func (s *screen) notWritten(err error) error {
	var path *fs.PathError
	if !errors.As(err, &path) {
		return exitError{exitMachine, s.say("failed.machine", err.Error())}
	}
	reason := s.reason(path.Err)
	switch {
	case errors.Is(path.Err, fs.ErrPermission):
		reason = s.say("reason.permission-here")
	case errors.Is(path.Err, syscall.EROFS):
		reason = s.say("reason.read-only-here")
	case errors.Is(path.Err, syscall.ENOTDIR):
		reason = s.say("reason.not-folder-here")
	case errors.Is(path.Err, syscall.EFBIG):
		reason = s.say("reason.limit-here")
	}
	return exitError{exitMachine, s.say("failed.disk", path.Path, reason)}
}
