// Package cache remembers, from one build of a site to the next, what was made of each of its files: an Entry holds the file's Stat, the
// digest of its bytes and a record, which is whatever the caller made of these bytes and wants to have again.
//
// # What is promised
//
//   - A record is never taken for another file's, for other bytes or for another program's: it is found by its path, counts only if the
//     Stat or the digest is the same, and the whole cache only if its Format is.
//   - A cache that is damaged, old or of another program is thrown away whole, and Bad says why.
//   - A Stat tells of every change where the system says when anything about a file last changed and what its number is. Windows does not: there a
//     file of the same size whose old time was put back is taken for the old one.
//   - A Stat counts only if the file had come to rest before the build that noted it began: within one tick of a file system's clock two
//     states of a file can look alike. The beginning is told by the file system's own clock, that of a file written then.
//   - Where the folder cannot be written, there is no cache, and Off says why: nothing else fails.
//   - Two builds of one site take turns: Open waits for a lock that the operating system holds, so that a killed build has none.
//
// A program that goes on showing the site lets go of the lock with Release after its first reading: from then on it remembers in memory only.
//
// The cache is one file in the site's folder .guongsang, written anew beside the old one and renamed when anything in it has changed.
// It may be deleted at any time.
package cache

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"guongsang/internal/digest"
)

// Options say where the cache is and what is in it.
type Options struct {
	// Dir is the folder; it is made if it is missing.
	Dir string
	// Format stands for all that a record depends on besides the file: the program above all.
	Format digest.Key
	// ReadOnly takes no lock and writes nothing.
	ReadOnly bool
	// Busy is called once if another build has the lock, which is then waited for; if it is nil, Open gives ErrBusy.
	Busy func()

	before func(op, path string) error // stops tests at a step, see disk
}

// ErrBusy says that another build of the site is under way.
var ErrBusy = errors.New("cache: another build of this site is under way")

// Entry is what is remembered of one file.
type Entry struct {
	Path   string // from the site's folder, with slashes
	Stat   Stat
	Rested bool // the file had come to rest when Stat was taken
	Digest digest.Key
	Record string
}

// Cache is a cache that was opened. Bad and Rested may be called by all goroutines at once.
type Cache struct {
	// Off is why there is no cache, nil if there is one.
	Off error

	o       Options
	disk    disk
	lock    *flock.Flock
	read    func() ([]Entry, error) // what the last build left, by path
	started int64                   // ns, by the file system's clock
	tick    int64                   // how coarse that clock is
	spool   *Spool
	memory  bool // nothing is written any more, see Release
	sides   []*Side
}

// The files of the folder.
const (
	fileName  = "content.cache"
	partName  = fileName + sidePart
	lockName  = "build.lock"
	spoolName = "bodies-*.tmp"
	clockName = "clock-*.tmp"
)

// Open takes the lock and begins to read what the last build left. The error is ErrBusy or ctx's; all else only leaves the cache off or empty.
func Open(ctx context.Context, o Options) (*Cache, error) {
	c := &Cache{o: o, disk: disk{before: o.before}}
	if !o.ReadOnly {
		if err := c.open(ctx); err != nil {
			return nil, err
		}
	}
	read := sync.OnceValues(func() ([]Entry, error) { return load(c.path(fileName), o.Format) })
	go func() { _, _ = read() }() // there is something else to do until somebody asks
	c.read = read
	return c, nil
}

// open makes the folder ready for writing.
func (c *Cache) open(ctx context.Context) error {
	if c.Off = c.disk.mkdirs(c.o.Dir); c.Off != nil {
		return nil
	}
	if err := c.takeLock(ctx); err != nil || c.Off != nil {
		return err
	}
	c.sweep()
	c.Off = c.lookAtClock()
	return nil
}

func (c *Cache) takeLock(ctx context.Context) error {
	lock := flock.New(c.path(lockName), flock.SetPermissions(0o644), flock.SetFlag(os.O_CREATE|os.O_RDWR))
	if c.Off = c.disk.may("lock", lock.Path()); c.Off != nil {
		return nil
	}
	held, err := lock.TryLock()
	if err == nil && !held {
		if c.o.Busy == nil {
			return ErrBusy
		}
		c.o.Busy()
		held, err = lock.TryLockContext(ctx, 50*time.Millisecond)
		if ctx.Err() != nil && !held {
			return ctx.Err()
		}
	}
	if err != nil {
		c.Off = fmt.Errorf("locking %s: %w", lock.Path(), err)
		return nil
	}
	c.lock = lock
	return nil
}

// sweep removes what a killed build left. No other build is here while the lock is held; a program that has released it may be, and does not
// miss what goes: its clock is looked at by then, or will be at its next reading, and its spool is open.
func (c *Cache) sweep() {
	var left []string
	for _, pattern := range []string{spoolName, clockName, sideTemp, "*" + sidePart} {
		more, _ := filepath.Glob(c.path(pattern)) // the pattern is well-formed
		left = append(left, more...)
	}
	for _, name := range left {
		_ = c.disk.remove(name) // what stays is in nobody's way
	}
}

// lookAtClock asks the file system what time it is, and how finely it counts: a time without a part below the millisecond is one of a file
// system that counts seconds or pairs of them, all others move on at every tick of the system's clock.
func (c *Cache) lookAtClock() error {
	f, err := c.disk.temp(c.o.Dir, clockName)
	if err != nil {
		return err
	}
	name := f.Name()
	defer func() { _ = c.disk.remove(name) }() // what stays is swept by the next build
	_, err = f.Write([]byte{0})
	fi, told := f.Stat()
	if err := errors.Join(err, told, f.Close()); err != nil {
		return err
	}
	c.started = fi.ModTime().UnixNano()
	c.tick = int64(50 * time.Millisecond)
	if c.started%int64(time.Millisecond) == 0 {
		c.tick = int64(2500 * time.Millisecond)
	}
	return nil
}

func (c *Cache) path(name string) string { return filepath.Join(c.o.Dir, name) }

// Bad is why the cache that was there was thrown away; nil if it was not, also if there was none.
func (c *Cache) Bad() error {
	_, bad := c.read()
	return bad
}

// Find gives what is remembered of each of some files, in their order; an empty Entry where that is nothing. It is quickest for files in the
// order of their paths.
func (c *Cache) Find(paths []string) []Entry {
	old, _ := c.read()
	found := make([]Entry, len(paths))
	next := 0 // most likely the next file's
	for i, path := range paths {
		if next == len(old) || old[next].Path != path {
			at, ok := slices.BinarySearchFunc(old, path, func(e Entry, path string) int { return strings.Compare(e.Path, path) })
			if !ok {
				continue
			}
			next = at
		}
		found[i] = old[next]
		next++
	}
	return found
}

// Unchanged says whether a file with this Stat is, without a look at its bytes, still the one that e speaks of.
func (e Entry) Unchanged(s Stat) bool { return e.Rested && e.Stat == s }

// Rested says whether a file with this Stat had come to rest when this build began.
func (c *Cache) Rested(s Stat) bool {
	return c.Off == nil && !c.o.ReadOnly && max(s.Modified, s.Changed) < c.started-c.tick
}

// Save remembers entries in the place of all that was remembered; it sorts them. Nothing is written if they are what was there.
func (c *Cache) Save(entries []Entry) {
	if !c.memory && (c.Off != nil || c.o.ReadOnly) {
		return
	}
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Path, b.Path) })
	if c.memory {
		c.read = func() ([]Entry, error) { return entries, nil }
		return
	}
	same := func(a, b Entry) bool {
		return a.Path == b.Path && a.Stat == b.Stat && a.Rested == b.Rested && a.Digest == b.Digest
	}
	if old, bad := c.read(); bad == nil && slices.EqualFunc(entries, old, same) {
		return
	}
	if c.Off = c.write(entries); c.Off == nil {
		c.Off = c.disk.rename(c.path(partName), c.path(fileName))
	}
	if c.Off != nil {
		_ = c.disk.remove(c.path(partName)) // where the disk is full, the site needs the room
	}
}

// Forget lets go of what was remembered by the last build, once it is not asked for any more.
func (c *Cache) Forget() {
	_, bad := c.read()
	c.read = func() ([]Entry, error) { return nil, bad }
}

// Release lets go of the lock and remembers entries in the place of all that was remembered; nothing is written from now on. It is for a
// program that reads the site again and again, and that no build must wait for.
func (c *Cache) Release(entries []Entry) {
	c.unlock()
	c.memory = true
	c.Save(entries)
}

// Again begins another reading of a site: what came to rest since the last one began counts as at rest. It is called where nobody else uses
// the cache.
func (c *Cache) Again() {
	if c.Off == nil && !c.o.ReadOnly {
		c.Off = c.lookAtClock()
	}
}

// Close lets go of the lock and of the spool.
func (c *Cache) Close() {
	if c.spool != nil {
		c.spool.close()
	}
	for _, s := range c.sides {
		s.close()
	}
	c.unlock()
}

func (c *Cache) unlock() {
	if c.lock != nil {
		_ = c.lock.Close() // the operating system lets go of it in any case; a second time does nothing
	}
}
