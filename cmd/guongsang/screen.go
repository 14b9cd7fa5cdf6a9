package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// screen is where the program talks: what is asked for goes to stdout, all else to stderr.
type screen struct {
	stdout, stderr io.Writer
	lang           string
}

// newScreen finds the language before anything else, so that help and usage errors speak it too. known is false where the flag
// names another one than ours; the environment, which the author may not have made, is not held against him.
func newScreen(args []string, stdout, stderr io.Writer) (s *screen, known bool) {
	s = &screen{stdout: stdout, stderr: stderr, lang: "vi"}
	if os.Getenv("GUONGSANG_LANG") == "en" {
		s.lang = "en"
	}
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			s.lang = value
		} else if arg == "--lang" && i+1 < len(args) {
			s.lang = args[i+1]
		}
	}
	return s, s.lang == "vi" || s.lang == "en"
}

func (s *screen) language() diag.Lang {
	if s.lang == "en" {
		return diag.English
	}
	return diag.Vietnamese
}

// say gives a text of the program with its holes filled.
func (s *screen) say(key string, args ...string) string {
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", a)
	}
	return strings.NewReplacer(pairs...).Replace(texts[key][s.language()])
}

// counted is a number with what it counts; English has a form for one.
func (s *screen) counted(what string, n int) string {
	if n == 1 {
		return s.say("count." + what + ".one")
	}
	return s.say("count."+what, s.number(n))
}

func (s *screen) number(n int) string {
	if s.language() == diag.English {
		return strings.ReplaceAll(viet.Int(n), ".", ",")
	}
	return viet.Int(n)
}

func (s *screen) out(line string)  { fmt.Fprintln(s.stdout, line) }
func (s *screen) note(line string) { fmt.Fprintln(s.stderr, line) }

// error says why the program ends.
func (s *screen) error(text string) {
	s.note("guongsang: " + text)
}

// terminal says whether w is a terminal that people look at.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// paint colours the marks of problems on a terminal; NO_COLOR is heeded (https://no-color.org).
func (s *screen) paint() diag.Paint {
	if !terminal(s.stderr) || os.Getenv("NO_COLOR") != "" || !colours(s.stderr.(*os.File)) {
		return nil
	}
	codes := [3]string{"1;31", "1;33", "1;36"}
	return func(severity diag.Severity, text string) string {
		return "\x1b[" + codes[severity] + "m" + text + "\x1b[0m"
	}
}

// reason says in plain words why the machine failed.
func (s *screen) reason(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return s.say("reason.full")
	case errors.Is(err, syscall.EFBIG):
		return s.say("reason.limit")
	case errors.Is(err, fs.ErrPermission):
		return s.say("reason.permission")
	case errors.Is(err, syscall.EROFS):
		return s.say("reason.read-only")
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return s.say("reason.not-folder")
	case errors.Is(err, syscall.EISDIR):
		return s.say("reason.folder")
	case errors.Is(err, fs.ErrNotExist):
		return s.say("reason.missing")
	}
	return err.Error()
}

// seconds is how long something took.
func (s *screen) seconds(took time.Duration) string {
	seconds := strconv.FormatFloat(took.Seconds(), 'f', 2, 64)
	if s.language() == diag.Vietnamese {
		return strings.ReplaceAll(seconds, ".", ",")
	}
	return seconds
}

// summary is the last line of a build, which says so where it was one of a part.
func (s *screen) summary(r build.Result, road build.Options, took time.Duration) string {
	key := "build.done"
	if !road.Shard.IsWhole() {
		key = "build.done-part"
	}
	text := s.say(key,
		s.counted("profile", r.Profiles), s.counted("practice", r.Practices), s.counted("article", r.Articles),
		s.number(r.Files), s.number(r.Written), s.number(r.Unchanged), s.number(r.Removed), s.seconds(took), road.Output, road.Shard.String())
	if r.Drafts+r.Future+r.Expired > 0 {
		text += "\n" + s.say("build.held", s.number(r.Drafts), s.number(r.Future), s.number(r.Expired))
	}
	return text
}

// bar shows how far a long build has come; short ones end before it appears.
type bar struct {
	screen *screen
	bar    *progressbar.ProgressBar
	stage  build.Stage
	start  time.Time
}

// barAfter is how long a build runs before the bar appears.
const barAfter = 500 * time.Millisecond

// progress gives a bar, which shows nothing where quiet is asked for or nobody looks.
func (s *screen) progress(quiet bool) *bar {
	if quiet || !terminal(s.stderr) {
		return &bar{}
	}
	return &bar{screen: s, start: time.Now()}
}

// shown is what tells the bar how far the work has come; nil where the bar shows nothing.
func (b *bar) shown() func(stage build.Stage, done, total int) {
	if b.screen == nil {
		return nil
	}
	return b.set
}

func (b *bar) set(stage build.Stage, done, total int) {
	if time.Since(b.start) < barAfter {
		return
	}
	if b.bar == nil || b.stage != stage {
		b.clear()
		text := b.screen.say([]string{"progress.reading", "progress.writing"}[stage])
		b.stage = stage
		b.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(b.screen.stderr), progressbar.OptionSetDescription(text),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(),
			progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(false), progressbar.OptionFullWidth())
	}
	_ = b.bar.Set(done) // a bar that cannot be drawn must not stop a build
}

func (b *bar) clear() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}
