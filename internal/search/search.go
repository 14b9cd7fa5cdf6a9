// Package search makes the index that a reader's browser searches: small files, loaded as scripts, so that a search needs no server and
// works in a copy of the site on a stick.
//
// # What is in it
//
// A document is a page with a name and text. Its terms are its words, each as it is written ("dâu", "đâu"), and each two neighbouring words
// ("dâu tây"), since Vietnamese words are made of several syllables. A term stands in the shard that its letters without marks lead to, so
// that whoever types "dau tay" needs two or three small files and finds all ways of writing it there. Neighbours have shards of their own, found by the first word and the first
// letter of the second; so have single words, and the words of names, with their places in the names, found by their first three letters. What results show of documents lies in
// shards by their numbers.
//
// # Numbers
//
// A document's number is its slot: a place in a table with room for half as many more, found by a hash of the document's ID. So it does not depend on
// other documents, but for the few that want the same slot. How many slots and shards there are is told by Size, which goes in steps with the number of documents.
//
// # Promises
//
//   - The same documents make the same bytes, on any machine and with any number of workers, from nothing or from an Index that was made before.
//   - An Index is never changed. Update makes a new one from it, asks for the text of no document that is in it with the same Key, and
//     writes no shard anew that is the same.
//   - Texts are not held: memory grows with the number of documents and of different words.
//
// Within a shard, everything is text: see number.go and shard.go. The reader's side is themes/chung/assets/search.js.
package search

import (
	"context"
	"io"

	"guongsang/internal/digest"
)

// Doc is a document. Documents with the same ID are one, which is the caller's mistake.
type Doc struct {
	// ID tells the document from all others: its address.
	ID string
	// Key changes whenever the Text does.
	Key digest.Key
}

// Text is what is to be found of a document. Each string is a passage: words of two passages are no neighbours.
type Text struct {
	// Name is what the document is called.
	Name string
	// Lead is what counts more than the rest: headings, a summary, whose it is. The name belongs to it without standing there.
	Lead []string
	// Body is all else.
	Body []string
	// Card is what a result shows of the document: the members of a JSON array, on one line. The document's slot is put before them.
	Card string
	// Row is whatever the caller wants to have again of the document, see Index.Rows. It is held in memory.
	Row string
}

// File is a place to write an Index to, and to read it from while and after it is written.
type File interface {
	io.Writer
	io.ReaderAt
}

// Options say what to index.
type Options struct {
	Docs []Doc
	// Text gives the text of a document by its place in Docs. It fills t, which is empty, and is called by several goroutines at once.
	Text func(doc int, t *Text) error
	// Format stands for the program, which decides what an index of some texts is: of an Old one of another nothing is taken, and the files have other keys.
	Format digest.Key
	// Old is the Index to start from; may be nil.
	Old *Index
	// New gives an empty file for the index, Scratch one that is only needed for as long as Update takes.
	New, Scratch func() (File, error)
	// Workers is how many goroutines work at once; 0 is one for each processor.
	Workers int
}

// Update makes the index of some documents. Where nothing has changed, no file is asked for, and the new Index stands on Old's.
// The error is Text's, a file's, ctx's, or ErrDamaged where Old is.
func Update(ctx context.Context, o Options) (*Index, error) {
	plan := newPlan(o.Docs, o.Old, o.Format)
	if !plan.differs() {
		return plan.kept(o.Old), nil
	}
	runs, err := gather(ctx, o, plan)
	if err != nil {
		return nil, err
	}
	return merge(ctx, o, plan, runs)
}
