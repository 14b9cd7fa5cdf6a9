package publish

import (
	"context"
	"iter"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// batchMax is how many items a worker gets at once. The first batches are small, so that a small site has work for all.
const batchMax = 32

// batch is some items in a row on their way to a worker.
type batch struct {
	first int // the number of the first
	items []Item
	old   []int32 // the numbers of their entries in the old ledger
}

// workers is how many goroutines work at once.
func (r *run) workers() int {
	if r.o.Workers > 0 {
		return r.o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// settleAll hands the items out to the workers. After a failure no more are handed out, but those that come before it are
// finished: so the error of the first failing item in the order of the sequence is known, whatever the number of workers.
func (r *run) settleAll(ctx context.Context, items iter.Seq[Item]) error {
	var (
		jobs    = make(chan batch, r.workers())
		workers = make([]*worker, r.workers())
		wg      sync.WaitGroup
		first   = newFailure()
	)
	for i := range workers {
		w := newWorker(r)
		workers[i] = w
		wg.Go(func() {
			for b := range jobs {
				w.settleBatch(ctx, b, first)
			}
		})
	}
	func() {
		defer func() { close(jobs); wg.Wait() }() // also if the sequence panics
		r.hand(ctx, items, jobs, first)
	}()
	for _, w := range workers {
		r.fresh = append(r.fresh, w.fresh...)
		r.result.add(w.result)
	}
	slices.SortFunc(r.fresh, func(a, b settled) int { return a.number - b.number })
	if first.err != nil {
		return first.err
	}
	return ctx.Err()
}

// hand gives out the items until they end, one fails or ctx ends.
func (r *run) hand(ctx context.Context, items iter.Seq[Item], jobs chan<- batch, first *failure) {
	b := batch{items: make([]Item, 0, 1)}
	give := func() {
		if len(b.items) == 0 {
			return
		}
		next := b.first + len(b.items)
		b.old = r.list.at[b.first:next]
		jobs <- b
		b = batch{first: next, items: make([]Item, 0, min(batchMax, 1+next/64))}
	}
	for it := range items {
		if ctx.Err() != nil || first.failed() {
			break
		}
		if err := r.list.add(it.Path); err != nil {
			first.note(b.first+len(b.items), err)
			break
		}
		if b.items = append(b.items, it); len(b.items) == cap(b.items) {
			give()
		}
	}
	give()
}

// settleBatch settles the items of b that nobody has made needless.
func (w *worker) settleBatch(ctx context.Context, b batch, first *failure) {
	for i, it := range b.items {
		number := b.first + i
		if ctx.Err() != nil || first.before(number) {
			return
		}
		if err := w.settle(it, number, int(b.old[i])); err != nil {
			first.note(number, err)
			return
		}
	}
}

// failure keeps the error of the item with the lowest number.
type failure struct {
	number atomic.Int64 // math.MaxInt64 = none
	mu     sync.Mutex
	err    error
}

func newFailure() *failure {
	f := new(failure)
	f.number.Store(math.MaxInt64)
	return f
}

func (f *failure) note(number int, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if int64(number) < f.number.Load() {
		f.number.Store(int64(number))
		f.err = err
	}
}

func (f *failure) failed() bool { return f.number.Load() != math.MaxInt64 }

// before reports whether an item before this one has failed.
func (f *failure) before(number int) bool { return f.number.Load() < int64(number) }
