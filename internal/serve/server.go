package serve

import (
	"context"
	"crypto/rand"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"

	"guongsang/internal/build"
	"guongsang/internal/form"
)

// The addresses that are serve's own among those of the form.
const (
	scriptPath = form.Root + "live.js"
	eventsPath = form.Root + "events"
)

// server answers everything that browsers ask for.
type server struct {
	Options
	folder  *os.Root // the site's
	hosts   []string // under which it is asked for
	run     string   // tells this run of the program from others
	ended   <-chan struct{}
	session *build.Session // from here on: there after the first look
	form    *form.Form

	mu    sync.Mutex
	state *state
	asked []chan struct{} // of those who wait for a look
	ask   chan struct{}   // holds a value while somebody does

	tells sync.Mutex // of the functions of Options
}

func newServer(ctx context.Context, o Options, folder *os.Root, port int) *server {
	s := &server{
		Options: o, folder: folder, run: rand.Text(), ended: ctx.Done(),
		state: &state{over: make(chan struct{})}, ask: make(chan struct{}, 1),
	}
	for _, name := range []string{"127.0.0.1", "localhost", "[::1]"} {
		s.hosts = append(s.hosts, name+":"+strconv.Itoa(port))
		if port == 80 {
			s.hosts = append(s.hosts, name) // browsers leave out the port that goes without saying
		}
	}
	return s
}

// tell calls a function of Options.
func (s *server) tell(call func()) {
	s.tells.Lock()
	defer s.tells.Unlock()
	call()
}

func (s *server) polls(why error) { s.tell(func() { s.Polls(why) }) }

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if why := s.refusal(r); why != "" {
		s.notice(w, r, http.StatusForbidden, why)
		return
	}
	switch path := r.URL.Path; {
	case path == scriptPath:
		s.script(w, r)
	case path == eventsPath:
		s.events(w, r)
	case path+"/" == form.Root:
		http.Redirect(w, r, form.Root, http.StatusFound)
	case strings.HasPrefix(path, form.Root):
		switch now := s.current(r.Context()); {
		case now == nil:
			s.notice(w, r, http.StatusServiceUnavailable, "stopped")
		case now.look == nil:
			s.notice(w, r, http.StatusServiceUnavailable, "failure", s.Explain(now.failure))
		default:
			s.form.ServeHTTP(w, r)
		}
	default:
		h.Set("Content-Security-Policy", "frame-ancestors 'self'")
		s.page(w, r)
	}
}
