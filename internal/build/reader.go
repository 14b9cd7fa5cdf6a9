package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"guongsang/internal/cache"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/pack"
	"guongsang/internal/picture"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// reader reads the files of a site, or remembers what was made of them.
type reader struct {
	folder  string // the site's, as the beginning of a path in it
	files   fs.FS
	book    *criteria.Book
	cache   *cache.Cache
	spool   *cache.Spool
	laid    source.Overlay // files that lie over those of the folder; files has them already
	doubt   bool           // believe neither looks nor records: read every file
	look    bool           // for a look: what is wrong with a draft is told as of any story
	keep    bool           // keep what became of each file
	entries []cache.Entry  // in the order of the files
	// remember takes what is to be remembered of the files, once all of them are read.
	remember func([]cache.Entry)
}

// reader makes the reader of a site's files.
func (o Options) reader(files fs.FS, kept *cache.Cache) (reader, error) {
	book, err := criteria.Plan()
	return reader{
		folder: filepath.Clean(o.Source) + string(filepath.Separator), files: files, book: book, cache: kept, spool: kept.Spool(),
	}, err
}

// complete says whether what the cache has of a file is what would be made of it today. If not, the entry gets the file's Stat, and has what
// was made of other bytes, perhaps.
func (r reader) complete(e *cache.Entry, path string) (bool, error) {
	if _, laid := r.laid[path]; laid {
		*e = cache.Entry{Path: path}
		return false, nil
	}
	fi, err := os.Stat(r.folder + filepath.FromSlash(path))
	if err != nil {
		return false, listed(path, err)
	}
	stat := cache.StatOf(fi)
	if e.Path != "" && !r.doubt && e.Unchanged(stat) {
		return true, nil
	}
	e.Path, e.Stat, e.Rested = path, stat, r.cache.Rested(stat)
	return false, nil
}

// weigh tells how much is held of what was read.
func (r reader) weigh(o Options) {
	if o.Held == nil {
		return
	}
	held := 0
	for _, e := range r.entries {
		held += len(e.Record)
	}
	o.Held(int64(held))
}

// document reads a content file into its entry, which has what the cache has of it. The entry of one that is too large to be read has no digest.
func (r reader) document(e *cache.Entry, f source.File) error {
	if complete, err := r.complete(e, f.Path); err != nil || complete {
		return err
	}
	known := func(key digest.Key) bool { return key == e.Digest && !r.doubt }
	doc, problems, err := source.Read(r.files, f, known)
	if err != nil || !doc.Digest.IsZero() && known(doc.Digest) {
		return listed(f.Path, err)
	}
	e.Digest = doc.Digest
	var record profile.Record
	if diag.Count(problems)[diag.Error] == 0 || doc.Front.Pairs != nil {
		if _, laid := r.laid[f.Path]; !laid { // what is typed comes and goes, and is at hand
			r.spool.Put(doc.Digest, doc.Prepared)
		}
		var more []diag.Problem
		if f.Kind.Story() {
			record.Story, more = profile.Decode(doc, r.book)
		} else {
			record.Entry, more = profile.DecodeEntry(doc, r.book)
		}
		problems = append(problems, more...)
	}
	record.Problems = problems
	e.Record = profile.Pack(record, f.Path)
	return nil
}

// unpack gives what was made of a content file. What is wrong with a draft does not stop a build that does not show it.
func (r reader) unpack(f source.File, e cache.Entry, drafts bool) (profile.Record, error) {
	record, ok := profile.Unpack(e.Record, f.Path, r.book)
	if !ok {
		return record, unreadable(f.Path)
	}
	if record.Story != nil && record.Story.Draft && !drafts {
		for i := range record.Problems {
			record.Problems[i] = record.Problems[i].Softer()
		}
	}
	return record, nil
}

// unreadable says that the cache holds a record that cannot be read. That is a mistake of ours, for this very program wrote it; the road runs
// again without belief in records.
func unreadable(path string) error {
	return fmt.Errorf("%s: its record in the cache cannot be read: %w", path, source.ErrChanged)
}

// file reads a file that is copied as it is into its entry. Of pictures there is a record.
func (r reader) file(e *cache.Entry, path string) error {
	if complete, err := r.complete(e, path); err != nil || complete {
		return err
	}
	if !picture.IsName(path) {
		var err error
		e.Digest, err = digestOf(r.files, path)
		return listed(path, err)
	}
	data, err := fs.ReadFile(r.files, path)
	if err != nil {
		return listed(path, err)
	}
	if key := digest.Bytes(data); key != e.Digest || r.doubt {
		e.Digest, e.Record = key, lookAt(data).packed()
	}
	return nil
}

func digestOf(files fs.FS, path string) (digest.Key, error) {
	f, err := files.Open(path)
	if err != nil {
		return digest.Key{}, err
	}
	defer f.Close()
	return digest.Reader(f)
}

// forgotten says of an entry that there is nothing to remember: the next build must look at the file again in any case.
func forgotten(e cache.Entry) bool { return e.Digest.IsZero() }

// look is what a look at a picture found.
type look struct {
	info               picture.Info
	noPicture, damaged bool
}

func lookAt(data []byte) look {
	info, err := picture.Read(data)
	format := errors.Is(err, picture.ErrFormat)
	return look{info: info, noPicture: format, damaged: err != nil && !format}
}

func (l *look) pack(p *pack.Packer) {
	p.Int(&l.info.Width)
	p.Int(&l.info.Height)
	p.Bool(&l.info.Located)
	p.Bool(&l.noPicture)
	p.Bool(&l.damaged)
}

func (l look) packed() string {
	p := pack.To(nil)
	l.pack(p)
	return string(p.Bytes())
}

func unpackLook(path, record string) (l look, err error) {
	p := pack.From(record)
	if l.pack(p); !p.Done() {
		err = unreadable(path)
	}
	return l, err
}

// outcome is what is to be known of the picture and what is wrong with it.
func (l look) outcome(path string) (picture.Info, *diag.Problem) {
	at := diag.Place{File: path}
	var problem diag.Problem
	switch {
	case l.noPicture:
		problem = diag.At(at, diag.NotAPicture, path)
	case l.damaged:
		problem = diag.At(at, diag.DamagedPicture)
	case l.info.Located:
		problem = diag.At(at, diag.LocatedPicture)
	default:
		return l.info, nil
	}
	return l.info, &problem
}
