package main

import (
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"guongsang/internal/viet"
)

// speak puts cobra's own words into the language of the screen: its help, its errors of usage.
func speak(root *cobra.Command, s *screen) {
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { s.out(s.help(cmd)) })
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return s.flagError(cmd, err) })
	root.SetHelpCommand(&cobra.Command{
		Use:   "help",
		Short: s.say("help.short"),
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return s.noCommand(cmd.Root(), args[0])
			}
			return about.Help()
		},
	})
	root.InitDefaultHelpCmd()
	for _, cmd := range append(root.Commands(), root) {
		cmd.InitDefaultHelpFlag()
		cmd.Flags().Lookup("help").Usage = s.say("flag.help")
	}
}

// help draws what a command is for and how it is used.
func (s *screen) help(cmd *cobra.Command) string {
	var b strings.Builder
	part := func(title string, lines ...string) {
		if len(lines) > 0 {
			b.WriteString("\n\n" + s.say(title))
		}
		for _, line := range lines {
			b.WriteString("\n  " + line)
		}
	}
	if b.WriteString(cmd.Long); cmd.Long == "" {
		b.WriteString(cmd.Short)
	}
	use := cmd.CommandPath()
	if cmd.HasSubCommands() {
		use += " " + s.say("help.command")
	}
	if words := s.say("args." + cmd.Name()); words != "" {
		use += " " + words
	}
	part("help.usage", use+" "+s.say("help.flags"))
	if cmd.Example != "" {
		part("help.examples", strings.Split(cmd.Example, "\n")...)
	}
	var commands [][2]string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			commands = append(commands, [2]string{sub.Name(), sub.Short})
		}
	}
	part("help.commands", columns(commands)...)
	part("help.own", s.flagLines(cmd.LocalFlags())...)
	part("help.common", s.flagLines(cmd.InheritedFlags())...)
	return b.String()
}

// flagLines draws flags, each with the word for its value.
func (s *screen) flagLines(flags *pflag.FlagSet) []string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			name += " " + s.say("value."+f.Name)
		}
		rows = append(rows, [2]string{name, f.Usage})
	})
	return columns(rows)
}

// columns puts the second texts of rows below each other.
func columns(rows [][2]string) []string {
	width := 0
	for _, row := range rows {
		width = max(width, utf8.RuneCountInString(row[0]))
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		lines[i] = row[0] + strings.Repeat(" ", width-utf8.RuneCountInString(row[0])+2) + row[1]
	}
	return lines
}

// wrongUsage is a text about the command line, which ends the program.
func (s *screen) wrongUsage(key string, args ...string) error {
	return exitError{exitUsage, s.say(key, args...)}
}

// noCommand says that there is no such command, and which one may have been meant.
func (s *screen) noCommand(root *cobra.Command, name string) error {
	var names []string
	for _, cmd := range root.Commands() {
		if cmd.IsAvailableCommand() {
			names = append(names, cmd.Name())
		}
	}
	if near := viet.Nearest(name, names); near != "" {
		return s.wrongUsage("usage.command-meant", name, near)
	}
	return s.wrongUsage("usage.command", name)
}

// noArgs refuses words behind a command that takes none.
func (s *screen) noArgs(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case !cmd.HasParent():
		return s.noCommand(cmd, args[0])
	}
	return s.wrongUsage("usage.extra", cmd.Name(), args[0])
}
