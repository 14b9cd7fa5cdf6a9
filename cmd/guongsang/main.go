// Command guongsang compiles a folder of Markdown profiles of commended people, collectives and households into a website.
//
// Only this package prints. Every command is a file of its own; the list of them is in newRoot.
package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"guongsang/internal/edit"
	"guongsang/internal/source"
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
	if status != exitDone && mousetrap.StartedByExplorer() {
		s, _ := newScreen(os.Args[1:], os.Stdout, os.Stderr)
		hold(s, os.Stdin)
	}
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
	cobra.MousetrapHelpText = "" // a double click in a site's folder on Windows shows the site; elsewhere hold keeps the window open
	root := &cobra.Command{
		Use:           "guongsang",
		Short:         s.say("root.short"),
		Long:          s.say("root.long"),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          s.noArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return runBare(cmd, s) },
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

// runBare runs the program without a command: in a site's folder it shows the site in the browser, elsewhere it says what it is for. Who has
// double-clicked it is asked whether there shall be a site.
func runBare(cmd *cobra.Command, s *screen) error {
	if info, err := os.Stat(source.Root); err != nil || !info.IsDir() {
		if !mousetrap.StartedByExplorer() {
			return cmd.Help()
		}
		if err := beginHere(cmd.Context(), s, os.Stdin); err != nil {
			return err
		}
	}
	return runServe(cmd, s, &serveOptions{siteOptions: siteOptions{source: ".", format: "text"}, port: defaultPort, open: true})
}

// beginHere makes a site in the working folder if the person agrees.
func beginHere(ctx context.Context, s *screen, keyboard io.Reader) error {
	here, err := os.Getwd()
	if err != nil {
		return exitError{exitMachine, s.say("failed.machine", err.Error())}
	}
	s.note(s.say("root.double-click", here))
	yes, err := newAsker(ctx, keyboard, s).agree(s.say("root.begin"), "")
	switch {
	case err != nil:
		return s.askingFailed(err)
	case !yes:
		return exitError{status: exitUsage}
	}
	return runInit(s, edit.InitOptions{Dir: "."})
}

// hold keeps the window of a program that was opened by a double click until somebody has read what it says.
func hold(s *screen, keyboard io.Reader) {
	s.note(s.say("root.hold"))
	_, _ = bufio.NewReader(keyboard).ReadString('\n') // the window closes in any case
}
