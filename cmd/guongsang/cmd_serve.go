package main

import (
	"errors"
	"io/fs"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"guongsang/internal/diag"
	"guongsang/internal/serve"
	"guongsang/internal/viet"
	"guongsang/internal/watch"
)

// serveOptions are the flags of serve.
type serveOptions struct {
	siteOptions
	port       int
	open, poll bool
}

// defaultPort is where the preview is, if nothing else is.
const defaultPort = 1313

func newServe(s *screen) *cobra.Command {
	o := &serveOptions{siteOptions: siteOptions{format: "text"}}
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   s.say("serve.short"),
		Long:    s.say("serve.long"),
		Example: s.say("serve.example"),
		Args:    s.noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runServe(cmd, s, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.source, "source", ".", s.say("flag.source"))
	f.IntVar(&o.port, "port", defaultPort, s.say("flag.port"))
	f.BoolVar(&o.open, "open", false, s.say("flag.open"))
	f.BoolVar(&o.poll, "poll", false, s.say("flag.poll"))
	f.BoolVar(&o.quiet, "quiet", false, s.say("flag.quiet"))
	return cmd
}

func runServe(cmd *cobra.Command, s *screen, o *serveOptions) error {
	if o.port < 0 || o.port > 65535 {
		return s.wrongUsage("usage.port", strconv.Itoa(o.port))
	}
	road, err := o.road(s)
	if err != nil {
		return err
	}
	road.Held = limitMemory(3)
	road.Clock = func() viet.Date {
		if day, err := today(s); err == nil {
			return day
		}
		return road.Today // which was the same environment's
	}
	road.Busy = func() { s.note(s.say("build.busy")) }
	told := &preview{screen: s, o: o}
	err = serve.Run(cmd.Context(), serve.Options{
		Build: road, Port: o.port, Poll: o.poll, Lang: s.language(),
		Explain: s.explain, Listening: told.listening, Looked: told.looked, Polls: told.polls,
	})
	switch {
	case errors.Is(err, serve.ErrNoPort):
		return exitError{exitMachine, s.say("serve.no-port", strconv.Itoa(o.port))}
	case err != nil:
		return o.ending(s, told.last.Result, err)
	}
	if !o.quiet {
		s.note(s.say("serve.ended"))
	}
	return nil
}

// preview tells what serve does.
type preview struct {
	screen *screen
	o      *serveOptions
	last   serve.Looked
}

func (p *preview) listening(url string, taken bool) {
	if taken {
		p.screen.note(p.screen.say("serve.taken", strconv.Itoa(p.o.port)))
	}
	p.screen.out(p.screen.say("serve.at", url))
	if !p.o.open {
		return
	}
	if err := openBrowser(url); err != nil {
		p.screen.note(p.screen.say("serve.not-opened"))
	}
}

// looked tells of a look, and of its problems if they are others than those of the look before.
func (p *preview) looked(l serve.Looked) {
	s, before := p.screen, p.last
	p.last = l
	if l.Err != nil {
		if before.Err == nil || s.explain(before.Err) != s.explain(l.Err) {
			s.note(s.say("serve.failed", s.explain(l.Err)))
		}
		return
	}
	same := func(a, b diag.Problem) bool { return a.Text(s.language(), nil) == b.Text(s.language(), nil) }
	if !slices.EqualFunc(before.Result.Problems, l.Result.Problems, same) {
		p.o.tell(s, l.Result.Problems, p.o.quiet)
	}
	if p.o.quiet {
		return
	}
	n := diag.Count(l.Result.Problems)
	s.note(s.say("serve.looked", time.Now().Format(time.TimeOnly), s.counted("profile", l.Result.Profiles), s.counted("practice", l.Result.Practices),
		s.counted("article", l.Result.Articles), s.counted("error", n[diag.Error]), s.counted("warning", n[diag.Warning]), s.seconds(l.Took)))
	switch {
	case l.Good:
	case before.Good:
		s.note(s.say("serve.kept"))
	case before.Took == 0: // the first look
		s.note(s.say("serve.part"))
	}
}

func (p *preview) polls(why error) {
	s := p.screen
	switch {
	case errors.Is(why, watch.ErrRemote):
		s.note(s.say("serve.polls-remote"))
	case errors.Is(why, watch.ErrLimit):
		s.note(s.say("serve.polls-limit"))
	default:
		s.note(s.say("serve.polls", s.reason(why)))
	}
}

// explain says in plain words why the machine failed, without a full stop.
func (s *screen) explain(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return strings.TrimSuffix(s.say("failed.disk", path.Path, s.reason(path.Err)), ".")
	}
	return s.reason(err)
}

// openBrowser opens an address in the browser that the system thinks of.
func openBrowser(url string) error {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
	case "darwin":
		cmd = exec.Command("open", url)
	default:
		cmd = exec.Command("xdg-open", url)
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // a browser that was opened stays; nobody waits for it
	return nil
}
