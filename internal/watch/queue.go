//go:build !windows

package watch

import (
	"errors"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// maxQueue is how many events may wait.
const maxQueue = 1 << 16

// queue takes what the watcher has to tell at once: it stands still until it is heard, also while it is asked to listen to another folder, and
// would wait for the one who asks.
type queue struct {
	ready  chan struct{} // holds a value when there is something to take
	mu     sync.Mutex
	events []fsnotify.Event
	errors []error
}

var errEnded = errors.New("watch: the system stopped telling of changes")

func newQueue() *queue { return &queue{ready: make(chan struct{}, 1)} }

// fill takes everything from the watcher until it is closed.
func (q *queue) fill(watcher *fsnotify.Watcher) {
	for {
		select {
		case event, open := <-watcher.Events:
			if !open {
				q.fail(errEnded)
				return
			}
			q.put(event)
		case err, open := <-watcher.Errors:
			if !open {
				q.fail(errEnded)
				return
			}
			q.fail(err)
		}
	}
}

// put puts an event in. Where too many wait, all of them are as good as lost.
func (q *queue) put(event fsnotify.Event) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.events) < maxQueue {
		q.events = append(q.events, event)
	} else {
		q.events, q.errors = nil, append(q.errors, fsnotify.ErrEventOverflow)
	}
	tell(q.ready)
}

func (q *queue) fail(err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.errors = append(q.errors, err)
	tell(q.ready)
}

// take takes everything out.
func (q *queue) take() ([]fsnotify.Event, []error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	events, errors := q.events, q.errors
	q.events, q.errors = nil, nil
	return events, errors
}
