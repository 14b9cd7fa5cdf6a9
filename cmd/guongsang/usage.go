package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"guongsang/internal/viet"
)

// flagError turns an error about a command's flags into a text with the remedy.
func (s *screen) flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			return s.wrongUsage("usage.flag", "-"+short, cmd.CommandPath())
		}
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near := viet.Nearest(unknown.GetSpecifiedName(), names); near != "" {
			return s.wrongUsage("usage.flag-meant", "--"+unknown.GetSpecifiedName(), "--"+near)
		}
		return s.wrongUsage("usage.flag", "--"+unknown.GetSpecifiedName(), cmd.CommandPath())
	case errors.As(err, &missing):
		return s.wrongUsage("usage.needs", "--"+missing.GetFlag().Name, s.say("value."+missing.GetFlag().Name))
	case errors.As(err, &wrong):
		return s.wrongUsage("usage.value", "--"+wrong.GetFlag().Name, wrong.GetValue(), cmd.CommandPath())
	}
	return s.wrongUsage("usage.other", err.Error())
}
