// Package publish makes a folder hold exactly the files of a site: those that are needed and whatever was there before
// and is not ours.
//
// In goes a sequence of Items: a path, and a function that makes the value behind the file, its Key and the function that
// writes it. What Sync does with them:
//
//  1. Each item is made. If the ledger of the last run says that the file was made from the same Key, and the file on disk still has
//     the size and the time that were recorded, it is neither rendered nor written.
//  2. Else it is rendered and compared with the file on disk. Same bytes: the file is left alone, and its time stays.
//     Other bytes: the new ones are staged in one hidden folder .guongsang-* at the top of the output folder.
//  3. When all items are done without an error, the switch begins: a ledger is written that names the old files and the
//     new ones, the staged files are renamed into place (pages after all others, so that no page comes before its style
//     sheet; a folder that the output lacks as a whole, where it holds only pages or none), what is stale is removed with the
//     folders that it empties, and the final ledger is written.
//
// What is promised:
//
//   - An error or a cancelled context before the switch leaves the folder as it was; once begun, the switch is not cancelled.
//   - Whoever reads a file at any moment gets all of its old bytes or all of its new ones, also if the program is killed. The
//     next Sync removes the staging folder that a killed one left and ends as from nothing.
//   - Stale is what the ledger names and the items do not. Nothing else is removed: not files that were never
//     written by us, not the folder itself. A foreign file at an item's own path is replaced and is ours from then on. Where a foreign
//     file has the place of a folder, or lies in a folder that must become a file, Sync refuses (ErrInTheWay).
//   - Without a ledger (no cache, the first run, a deleted or damaged cache) nothing is known to be ours: all files are compared by
//     their bytes, and none is removed.
//   - Symbolic links inside the folder are not followed: a link at a file's path is replaced, a link at a folder's path
//     is in the way. The folder itself may be a link.
//   - The result is the same with one worker and with many, and so is the error: that of the first item that fails.
//   - Rendered files are not collected in memory: each worker holds one, and of a large one only its beginning.
//
// Several runs may share a site, on one machine or on many: each is told its Part and given the items of that part only, and no item may
// belong to two. A part has its own ledger for a folder, so what others have written there is to it like any file that is not ours: never
// stale, and in the way where it has the place of a folder. Parts that are built into one folder one after another make the whole; a
// file of one part whose place a folder of another takes must go, by a run of its own part, before the other comes.
//
// There is one ledger for each output folder and part, in the cache. The caller sees to it that two runs for one folder take turns, also those
// of two parts: each run sweeps the staging folders that it finds. Two runs at once may fail, but leave no broken file.
package publish

import (
	"context"
	"io"
	"iter"

	"guongsang/internal/digest"
)

// Item is one file of the site.
type Item struct {
	// Path is the file's slash path inside the folder. Paths that escape it, that Windows cannot hold, that appear twice
	// or that differ only in case are refused with a *PathError.
	Path string
	// Make gives what the file is made from. It is called once, on any goroutine.
	Make func() (Made, error)
}

// Made is what an Item's file is made from.
type Made struct {
	// Key is that of the value that Write renders; the same Key must mean the same bytes. With a zero Key the file is
	// always rendered and compared.
	Key digest.Key
	// Write writes the file's bytes. It is not called if the ledger knows the file by its Key. It need not be buffered.
	Write func(w io.Writer) error
	// Done is called when the value is not needed any more, so that its memory can be used for the next; may be nil.
	Done func()
}

// Options say where and how. Only Dir is needed.
type Options struct {
	Dir      string         // the output folder; made if it is missing
	Part     string         // which part of the site the items are, such as "2/4", where several runs share it; "" = all of it
	Cache    string         // folder of ledgers, such as .guongsang in the source; made if missing; "" = none
	Workers  int            // goroutines that make and render; 0 = GOMAXPROCS
	Progress func(done int) // called by one goroutine at a time, with rising numbers of items; must be quick; may be nil

	before func(op, path string) error // stops tests at a step, see disk
}

// Result counts what a Sync did. With an error it says how far Sync came, and Written counts what was staged.
type Result struct {
	Files     int    // files of the site: Written + Unchanged
	Written   int    // files that were missing or had other bytes
	Unchanged int    // files that were left alone
	Rendered  int    // files whose Write was called
	Removed   int    // stale files that were removed
	Bytes     int64  // size of all files of the site
	Strangers int    // files in the folder that are not of the site, counted only where no ledger says whose they are, and not for a Part
	Stranger  string // the slash path of one of them
	CacheOff  error  // why the ledger was not written; nil if all is well or no cache was asked for
	LedgerBad error  // why the ledger of the last run was thrown away; nil if it was not, also if there was none
}

// Sync makes o.Dir hold exactly the files of items, as the package comment says. An error of Make or Write is
// wrapped after the path. Others are *DiskError (the machine), *PathError (the items do not fit together or into the
// folder) and ctx.Err().
func Sync(ctx context.Context, items iter.Seq[Item], o Options) (Result, error) {
	d := disk{before: o.before}
	r := newRun(o, d, openBooks(d, o))
	err := r.sweep()
	if err == nil {
		err = r.settleAll(ctx, items)
	}
	if err == nil {
		err = r.switchOver()
	}
	if err == nil && r.lived && r.old.len() == 0 && o.Part == "" {
		r.countStrangers()
	}
	if err != nil {
		r.abandon()
	}
	r.result.CacheOff = r.books.off
	return r.result, err
}
