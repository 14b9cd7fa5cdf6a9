package publish

import (
	"path/filepath"

	"guongsang/internal/digest"
)

// books are the ledger of one output folder, or of one part of it. Its file lies in the cache and is named after the folder and the part.
type books struct {
	subject string // what the ledger speaks of: the folder's name, and the part
	file    string // the ledger; "" = none
	off     error  // why there is no ledger, though one was asked for
}

// openBooks makes the cache's folder ready. A cache that cannot be used is no failure.
func openBooks(d disk, o Options) books {
	if o.Cache == "" {
		return books{}
	}
	folder, err := folderName(o.Dir, o.Cache)
	if err != nil {
		return books{off: err}
	}
	b := books{subject: folder}
	if o.Part != "" {
		b.subject += "\x00" + o.Part // no folder has this sign in its name
	}
	b.file = filepath.Join(o.Cache, "output-"+digest.Text(b.subject).Short()+".ledger")
	_, b.off = d.mkdirs(o.Cache)
	return b
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
