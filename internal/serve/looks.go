package serve

import (
	"context"
	"strconv"
	"sync"
	"time"

	"guongsang/internal/build"
)

// lookAgain is how long after a look that the machine did not let happen the next one comes, if nothing asks for it earlier.
const lookAgain = 2 * time.Second

// state is what is shown at one time. It is finished when it is made.
type state struct {
	number int
	// id is another one for every state of every run.
	id string
	// look is the newest look; nil where there was none yet.
	look *build.Look
	// site is what is shown: of the newest look without errors, else of the newest; nil where no look had one. good says which.
	site *site
	good bool
	// failure is the machine's, of the newest try to look.
	failure error
	// told is what open pages are told, as JSON; empty before the first try.
	told []byte
	// over is closed when there is a newer state.
	over chan struct{}
}

// dayLook is how often it is asked whether another day has begun: a machine that slept over midnight is told by nobody.
const dayLook = time.Minute

// keepLooking looks at the site, and again after every change and when a day begins, until ctx ends.
func (s *server) keepLooking(ctx context.Context, changes <-chan struct{}) {
	var holding sync.WaitGroup
	defer holding.Wait()
	days := time.NewTicker(dayLook)
	defer days.Stop()
	for held := false; ; {
		asked := s.takeAsked()
		s.lookOnce(ctx)
		for _, done := range asked {
			close(done)
		}
		now := s.now()
		if !held && now.look != nil {
			held = true
			holding.Go(func() { s.session.Hold(ctx, now.look) })
		}
		var again <-chan time.Time
		if now.failure != nil {
			again = time.After(lookAgain) // rights that come back, or a lock that goes, are not told of
		}
		for waiting := true; waiting; {
			waiting = false
			select {
			case <-ctx.Done():
				return
			case <-changes:
			case <-s.ask:
			case <-again:
			case <-days.C:
				waiting = now.look == nil || s.Build.Clock == nil || s.Build.Clock() == now.look.Catalog.Today
			}
		}
	}
}

// lookNow looks at the site and comes back when it is shown as it is now, or with ctx.
func (s *server) lookNow(ctx context.Context) {
	done := make(chan struct{})
	s.mu.Lock()
	s.asked = append(s.asked, done)
	s.mu.Unlock()
	select {
	case s.ask <- struct{}{}:
	default: // somebody has asked already
	}
	select {
	case <-done:
	case <-ctx.Done():
	case <-s.ended:
	}
}

// takeAsked takes those who wait for a look.
func (s *server) takeAsked() []chan struct{} {
	select {
	case <-s.ask:
	default:
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.asked
	s.asked = nil
	return asked
}

// lookOnce looks at the site and shows what it found.
func (s *server) lookOnce(ctx context.Context) {
	began := time.Now()
	look, err := s.session.Look(ctx, nil)
	if ctx.Err() != nil {
		return
	}
	done := Looked{Err: err, Took: time.Since(began)}
	if err == nil {
		done.Result, done.Good = look.Result, look.Good
	}
	s.put(look, err)
	s.tell(func() { s.Looked(done) })
}

// put puts what a look found in the place of what was shown.
func (s *server) put(look *build.Look, failure error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.state
	now := *old
	now.number, now.failure, now.over = old.number+1, failure, make(chan struct{})
	if failure == nil {
		now.look = look
		if look.Good || !old.good {
			now.site, now.good = newSite(look.Site), look.Good
		}
	}
	now.id = s.run + "-" + strconv.Itoa(now.number)
	now.told = s.message(now)
	s.state = &now
	close(old.over)
}

// now is what is shown at this moment.
func (s *server) now() *state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

// current is what is shown, after the first look. It is nil where ctx or the program ends before that.
func (s *server) current(ctx context.Context) *state {
	for {
		now := s.now()
		if now.number > 0 {
			return now
		}
		select {
		case <-now.over:
		case <-ctx.Done():
			return nil
		case <-s.ended:
			return nil
		}
	}
}

// newest is the newest look, after the first; nil where there is none.
func (s *server) newest() *build.Look {
	if now := s.current(context.Background()); now != nil {
		return now.look
	}
	return nil
}
