package publish

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"guongsang/internal/digest"
)

// books are the ledger and the lock of one output folder. Their files lie in the cache and are named after the folder. A part has a ledger
// of its own, but all parts have one lock: each run sweeps the staging folders of others.
type books struct {
	subject string       // what the ledger speaks of: the folder's name, and the part
	file    string       // the ledger; "" = none
	lock    *flock.Flock // nil = none
	off     error        // why there is no ledger or lock, though one was asked for
}

// openBooks takes the lock: it belongs to the operating system, so a killed run has none, and the file stays where it is. It fails if
// another run has it and busy is nil, or if ctx ends while it waits; a cache that cannot be used is no failure.
func openBooks(ctx context.Context, d disk, o Options) (books, error) {
	if o.Cache == "" {
		return books{}, nil
	}
	folder, err := folderName(o.Dir, o.Cache)
	if err != nil {
		return books{off: err}, nil
	}
	b := books{subject: folder}
	if o.Part != "" {
		b.subject += "\x00" + o.Part // no folder has this sign in its name
	}
	b.file = bookOf(o.Cache, b.subject) + ".ledger"
	if _, b.off = d.mkdirs(o.Cache); b.off != nil {
		return b, nil
	}
	lock := flock.New(bookOf(o.Cache, folder)+".lock", flock.SetPermissions(0o644), flock.SetFlag(os.O_CREATE|os.O_RDWR))
	held, err := lock.TryLock()
	if err == nil && !held {
		if o.Busy == nil {
			return b, ErrBusy
		}
		o.Busy()
		held, err = lock.TryLockContext(ctx, 50*time.Millisecond)
		if ctx.Err() != nil && !held {
			return b, ctx.Err()
		}
	}
	if err != nil {
		b.off = diskError("lock", lock.Path(), err)
		return b, nil
	}
	b.lock = lock
	return b, nil
}

// bookOf is how the names of subject's files in the cache begin.
func bookOf(cache, subject string) string {
	return filepath.Join(cache, "output-"+digest.Text(subject).Short())
}

// write replaces the ledger by what list gives. A cache that cannot be written stops nothing: the old ledger, if any, then speaks of sizes and times
// that the new files do not have, and is believed for what it says is ours.
func (b *books) write(d disk, list func() []byte) {
	if b.file == "" || b.off != nil {
		return
	}
	part := b.file + ".new"
	if b.off = d.put(part, list()); b.off == nil {
		b.off = d.rename(part, b.file)
	}
}

func (b *books) close() {
	if b.lock != nil {
		_ = b.lock.Close() // the operating system lets go of it in any case
	}
}
