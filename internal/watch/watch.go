// Package watch tells that something in a folder has changed: only that, since whoever is told looks at everything anyway.
//
// Where the system tells of changes it is listened to, by fsnotify and, on Windows, by one listener for the whole folder. Where it does not, or
// cannot for so many folders, the folder is looked at again and again. What is told comes once things have been quiet for a moment, so that a
// file which is written in pieces, or a thousand files at once, are one change.
//
// Nothing is missed: a folder is listened to before it is listed, and a change is told after that. So whoever looks when told sees all that
// happened before, and is told of what happens after.
package watch

import (
	"context"
	"errors"
	"path/filepath"
	"time"
)

// Options say what to watch.
type Options struct {
	// Dir is the folder. Paths are what counts in it: files, and folders with all below them, from Dir and with slashes. They need not be there.
	Dir   string
	Paths []string
	// Ignored says of a file or folder below one of Paths, by its path from Dir with slashes, that it does not count, nor what is in it. May be nil.
	Ignored func(path string) bool
	// Poll looks again and again, also where the system seems to tell of changes.
	Poll bool
	// Polls is called when the folder is looked at again and again though Poll did not ask for it: with ErrRemote, ErrLimit or what the system
	// said. It may be called before Start returns and later. May be nil.
	Polls func(why error)

	every time.Duration // pollEvery; tests are in a hurry
}

// ErrRemote says that the folder lies on another machine, where changes are not told of reliably.
var ErrRemote = errors.New("watch: the folder lies on a network drive")

// ErrLimit says that the system does not let a program listen to so many folders.
var ErrLimit = errors.New("watch: too many folders for the system to tell of changes")

const (
	// quiet is how long nothing must happen before a change is told; patience is how long a change waits at the most for that.
	quiet    = 40 * time.Millisecond
	patience = 250 * time.Millisecond
)

// Start begins to watch and gives a channel on which a change is told: one value for all that happened since the last one was taken. What happens
// after Start has returned is told. The channel is closed when ctx has ended and nothing of the watch is left.
func Start(ctx context.Context, o Options) <-chan struct{} {
	if full, err := filepath.Abs(o.Dir); err == nil { // else the working folder is gone, and the way there as good as any
		o.Dir = full
	}
	if o.Ignored == nil {
		o.Ignored = func(string) bool { return false }
	}
	if o.every == 0 {
		o.every = pollEvery
	}
	w := watcher{Options: o, tree: tree{dir: o.Dir, paths: o.Paths, ignored: o.Ignored}, happened: make(chan struct{}, 1)}
	run := w.begin()
	changes, ended := make(chan struct{}, 1), make(chan struct{})
	go func() {
		defer close(ended)
		run(ctx)
	}()
	go func() {
		settle(ctx, w.happened, changes)
		<-ended
		close(changes)
	}()
	return changes
}

// watcher is a watch under way.
type watcher struct {
	Options
	tree
	happened chan struct{} // before things are quiet
}

// begin begins to listen or to look, and gives what goes on with that until its context ends.
func (w watcher) begin() (run func(ctx context.Context)) {
	if w.Poll {
		return w.poll(nil)
	}
	if remote(w.dir) {
		return w.poll(ErrRemote)
	}
	listening, err := openEvents(w.tree)
	if err != nil {
		return w.poll(err)
	}
	return func(ctx context.Context) {
		err := listening.run(ctx, w.tell)
		if ctx.Err() != nil {
			return
		}
		look := w.poll(err)
		w.tell() // of what came between the two
		look(ctx)
	}
}

// poll says why, if there is a reason, and looks for the first time.
func (w watcher) poll(why error) (run func(ctx context.Context)) {
	if why != nil && w.Polls != nil {
		w.Polls(why)
	}
	looking := newPoll(w.tree, w.every)
	return func(ctx context.Context) { looking.run(ctx, w.tell) }
}

func (w watcher) tell() { tell(w.happened) }

// tell puts a value into a channel that holds one, if it has none.
func tell(c chan<- struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// settle passes on what happened once things are quiet.
func settle(ctx context.Context, happened <-chan struct{}, changes chan<- struct{}) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-happened:
		}
		latest := time.After(patience)
		for waiting := true; waiting; {
			select {
			case <-ctx.Done():
				return
			case <-happened:
			case <-time.After(quiet):
				waiting = false
			case <-latest:
				waiting = false
			}
		}
		tell(changes)
	}
}
