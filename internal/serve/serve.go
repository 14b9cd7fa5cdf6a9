// Package serve shows a site in the browser while it is written: it looks at the site again whenever something in it changes, makes each page when
// the browser asks for it, and has open pages load themselves again.
//
// # What goes in
//
// A site's folder, and what is asked by browsers on this very machine: it listens on 127.0.0.1 and nowhere else.
//
// # What comes out
//
//   - The site at /, as a build would write it, with drafts and stories of days to come. Every page gets one script more, /_soan/live.js, which
//     hears of changes through /_soan/events; nothing of that is ever in a built site. With errors the last site without any goes on being shown,
//     under the list of what is wrong.
//   - The form of room form, at /_soan/.
//
// # What is promised
//
// Nothing is written but the cache of the first look. Only what is in the list of the site's outputs is served, so no address leads out of it. Pages of
// other sites can neither read what is served nor send anything to the form: a foreign Host, a foreign Origin, and whatever such a page loads are
// refused, see guard.go.
package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/form"
	"guongsang/internal/source"
	"guongsang/internal/watch"
)

// Options say what to show, and who wants to know of it. The functions are called one at a time, and all are needed.
type Options struct {
	// Build says where the site is and what it looks like. Drafts, Future, BaseURL and Preview are serve's own.
	Build build.Options
	// Port is where to listen; where it is in use, the next free one is taken. 0 is any port that is free.
	Port int
	// Poll looks at the folder again and again, for drives that do not tell of changes.
	Poll bool
	// Lang is the language of what serve itself tells in the browser.
	Lang diag.Lang
	// Explain says in plain words what is wrong with the machine.
	Explain func(err error) string
	// Listening is called when the browser may be opened, also before the first look; taken says that this is not the port that was asked for.
	Listening func(url string, taken bool)
	// Looked is called after every look at the site.
	Looked func(Looked)
	// Polls is called where the folder is looked at again and again though that was not asked for; see watch.Options.
	Polls func(why error)
}

// Looked tells of a look.
type Looked struct {
	// Result is what was found; empty with Err, which is the machine's.
	Result build.Result
	// Good says that there is no error.
	Good bool
	Err  error
	Took time.Duration
}

// ErrNoPort says that neither the port that was asked for nor one of the next ones can be listened on.
var ErrNoPort = errors.New("serve: no port is free")

// morePorts is how many ports are tried after the first.
const morePorts = 20

// shutdown is how long requests that are being answered may take when the program ends.
const shutdown = 700 * time.Millisecond

// Run shows the site until ctx ends. The error is build.ErrNoContent, ErrNoPort, or the machine's where there cannot be a first look.
func Run(ctx context.Context, o Options) error {
	if info, err := os.Stat(filepath.Join(o.Build.Source, source.Root)); err != nil || !info.IsDir() {
		return build.ErrNoContent
	}
	folder, err := os.OpenRoot(o.Build.Source)
	if err != nil {
		return err
	}
	defer folder.Close()
	listener, err := listen(ctx, o.Port)
	if err != nil {
		return err
	}
	port := listener.Addr().(*net.TCPAddr).Port
	ctx, stop := context.WithCancel(ctx) // also when Run ends for another reason
	defer stop()
	s := newServer(ctx, o, folder, port)
	defer func() {
		if s.form != nil {
			s.form.Finish() // a story that is being saved is saved as a whole
		}
	}()
	var serving sync.WaitGroup
	web := &http.Server{
		Handler: s, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	serving.Go(func() { _ = web.Serve(listener) }) // it ends when it is closed
	defer serving.Wait()
	defer closeWeb(web)
	defer stop()
	url := "http://127.0.0.1:" + strconv.Itoa(port) + "/"
	s.Listening(url, o.Port != 0 && port != o.Port)
	return s.show(ctx, url)
}

// show looks at the site until ctx ends.
func (s *server) show(ctx context.Context, url string) error {
	b := s.Build
	b.Drafts, b.Future, b.BaseURL, b.Preview = true, true, url, true
	session, err := build.Open(ctx, b)
	if err != nil {
		return ended(ctx, err)
	}
	defer session.Close()
	s.session = session
	s.form = form.New(form.Options{Dir: b.Source, Session: session, Current: s.newest, Changed: s.lookNow})
	watching, stop := context.WithCancel(ctx)
	changes := watch.Start(watching, watch.Options{
		Dir: b.Source, Paths: []string{source.Root, "static", "themes", "site.yaml"}, Ignored: ignored, Poll: s.Poll, Polls: s.polls,
	})
	s.keepLooking(ctx, changes)
	stop()
	for range changes { // until nothing of the watch is left
		continue
	}
	return nil
}

// ended is the error of what ctx may have ended.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// ignored says of a path in the site's folder that no look at the site sees it. In static/, hidden files are wanted on the host.
func ignored(path string) bool {
	name := path[strings.LastIndexByte(path, '/')+1:]
	return source.Ignored(name) && (!strings.HasPrefix(path, "static/") || !strings.HasPrefix(name, "."))
}

// listen listens on a port of this machine, or on one of those behind it.
func listen(ctx context.Context, port int) (net.Listener, error) {
	var config net.ListenConfig
	for n := port; n <= min(port+morePorts, 1<<16-1); n++ {
		// Not only a port in use is passed over: Windows keeps some for itself.
		if listener, err := config.Listen(ctx, "tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(n))); err == nil {
			return listener, nil
		}
	}
	return nil, ErrNoPort
}

// closeWeb ends the connections, those that are being answered after a moment. The contexts of requests have ended before.
func closeWeb(web *http.Server) {
	ctx, stop := context.WithTimeout(context.Background(), shutdown)
	defer stop()
	if web.Shutdown(ctx) != nil {
		_ = web.Close() // what is open now is lost anyway
	}
}
