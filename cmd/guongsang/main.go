// Command guongsang compiles a folder of Markdown profiles of commended people, collectives and households into a website.
//
// Only this package prints. Every command is a file of its own; the list of them is in newRoot.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit statuses, see docs/.
const (
	exitDone    = 0
	exitContent = 1
	exitUsage   = 2
	exitMachine = 3
)

func main() {
	letHeapGrow()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// run runs the program with its arguments and gives the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	s, known := newScreen(args, stdout, stderr)
	if !known {
		s.error(s.say("usage.lang", s.lang))
		return exitUsage
	}
	root := newRoot(s)
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	var failure exitError
	if !errors.As(err, &failure) { // cobra's own errors are about usage
		failure = exitError{status: exitUsage, text: s.say("usage.other", err.Error())}
	}
	if failure.text != "" {
		s.error(failure.text)
	}
	return failure.status
}

// exitError ends the program with a status, after a text where there is one.
type exitError struct {
	status int
	text   string
}

func (e exitError) Error() string { return e.text }

// newRoot lists the commands.
func newRoot(s *screen) *cobra.Command {
	cobra.MousetrapHelpText = s.say("root.double-click") // Windows shows it to who opens the program from a folder
	root := &cobra.Command{
		Use:           "guongsang",
		Short:         s.say("root.short"),
		Long:          s.say("root.long"),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          s.noArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.PersistentFlags().StringVar(&s.lang, "lang", s.lang, s.say("flag.lang"))
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		newInit(s),
		newNew(s),
		newBuild(s),
		newServe(s),
		newCheck(s),
		newVersion(s),
	)
	speak(root, s)
	return root
}
