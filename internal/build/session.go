package build

import (
	"context"
	"errors"
	"os"
	"slices"
	"sync"

	"guongsang/internal/address"
	"guongsang/internal/advice"
	"guongsang/internal/cache"
	"guongsang/internal/catalog"
	"guongsang/internal/config"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/output"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// Session goes the road to a site again and again in one process and shows what it finds, without writing any page: what serve and the form
// stand on. Every Look is the whole road; what was made of files that did not change is remembered in memory between them.
type Session struct {
	o      Options
	folder *os.Root
	mu     sync.Mutex // one look at a time
	cache  *cache.Cache
	index  *indexer
	looked bool
	bad    error // see Result.CacheBad
	// advised is the advice on files as they were when it was last asked for, by their paths.
	advised struct {
		sync.Mutex
		known map[string]advised
	}
}

// advised is the advice on a file with some bytes.
type advised struct {
	digest   digest.Key
	problems []diag.Problem
}

// adviceOn gives the advice on a file of a look. A file that is gone or another one by now is not spoken of.
func (s *Session) adviceOn(f *found, file Seen) []diag.Problem {
	s.advised.Lock()
	old, ok := s.advised.known[file.Path]
	s.advised.Unlock()
	if ok && old.digest == file.Digest && !file.Digest.IsZero() {
		return old.problems
	}
	problems, err := f.adviceOn(file, true)
	if err != nil {
		return nil
	}
	s.advised.Lock()
	defer s.advised.Unlock()
	if s.advised.known == nil {
		s.advised.known = map[string]advised{}
	}
	s.advised.known[file.Path] = advised{file.Digest, problems}
	return problems
}

// Open begins a session. Of the options Output, Shard, Strict and the writing stage of Progress mean nothing; drafts are shown as Drafts says, but what
// is wrong with a draft is never an error. BaseURL takes the place of the site's address where it has one. Other errors than ErrNoContent are the machine's.
func Open(ctx context.Context, o Options) (*Session, error) {
	folder, err := open(o.Source)
	if err != nil {
		return nil, err
	}
	kept, err := o.openCache(ctx, false)
	if err != nil {
		_ = folder.Close() // nothing was done with it
		return nil, err
	}
	return &Session{o: o, folder: folder, cache: kept, index: newIndexer(kept, o.Program, false)}, nil
}

// Close ends the session. Bodies that were kept are gone, so sites of its looks may not be able to render their pages any more.
func (s *Session) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cache.Close()
	_ = s.folder.Close() // it was read from only
}

// Look is a site as a look found it. It is finished when it is made and never changed.
type Look struct {
	// Result tells what was found: the problems are those of the whole site, as a build would tell them.
	Result
	// Good says that there is no error, so that the site could be built.
	Good bool
	// Config is what site.yaml says, as far as it could be read.
	Config config.Site
	// Catalog is all that can be shown: with errors, the site without the files that have them.
	Catalog *catalog.Catalog
	// Site makes the pages of the catalog; nil where the theme is not fit.
	Site *output.Site
	// Files are the content files in the order of their paths, with what became of each.
	Files []Seen

	session *Session
	found   found
	drafts  map[string]bool
	names   func() []diag.Problem
	all     func() []diag.Problem
}

// ProblemsOf gives all that is to be said of one content file, advice too, in the order of the file.
func (l *Look) ProblemsOf(path string) []diag.Problem {
	of := func(p diag.Problem) bool { return p.File == path }
	said := kept(l.names(), of)
	for _, f := range l.Files {
		if f.Path == path {
			said = append(said, l.session.adviceOn(&l.found, f)...)
		}
	}
	return diag.Sort(append(l.weigh(said), kept(l.Problems, of)...))
}

// AllProblems gives all that is to be said of the site, advice too. The first time it takes as long as reading all files.
func (l *Look) AllProblems() []diag.Problem { return l.all() }

func (l *Look) allProblems() []diag.Problem {
	return diag.Sort(append(l.weigh(l.advice()), l.Problems...))
}

// advice is the advice on all files, not yet weighed.
func (l *Look) advice() []diag.Problem {
	found := make([][]diag.Problem, len(l.Files))
	_ = each(context.Background(), 0, len(found), func(i int) error { // which nothing can fail
		found[i] = l.session.adviceOn(&l.found, l.Files[i])
		return nil
	}, func(int) {})
	return slices.Concat(append(found, l.names())...)
}

// weigh gives problems the weight that the site wants; in a draft nothing is an error.
func (l *Look) weigh(problems []diag.Problem) []diag.Problem {
	return l.Config.Weigh(problems, func(file string) bool { return l.drafts[file] })
}

// kept gives the problems that are wanted.
func kept(problems []diag.Problem, wanted func(diag.Problem) bool) (some []diag.Problem) {
	for _, p := range problems {
		if wanted(p) {
			some = append(some, p)
		}
	}
	return some
}

// Seen is one content file and what was made of it. Story and Entry are nil where nothing could be.
type Seen struct {
	source.File
	Digest digest.Key
	Story  *profile.Story
	Entry  *profile.Entry
}

// Look goes the road, with some files laid over those of the folder. Nothing is written but, by the first look of a session, the cache. What is wrong with
// the content is told in the Look; the error is the machine's or ctx's.
func (s *Session) Look(ctx context.Context, laid source.Overlay) (*Look, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for try := 1; ; try++ {
		look, err := s.look(ctx, laid, try > 1)
		if errors.Is(err, source.ErrChanged) && try < tries {
			continue
		}
		return look, err
	}
}

func (s *Session) look(ctx context.Context, laid source.Overlay, doubt bool) (*Look, error) {
	if s.looked {
		s.cache.Again()
	}
	o := s.o
	o.BaseURL = ""
	if o.Clock != nil {
		o.Today = o.Clock()
	}
	files := laid.Over(os.DirFS(o.Source))
	r, err := o.reader(files, s.cache)
	if err != nil {
		return nil, err
	}
	r.laid, r.doubt, r.look, r.keep = laid, doubt, true, true
	r.remember = s.remember
	if len(laid) > 0 {
		r.remember = func([]cache.Entry) {} // what is laid over is not there
	}
	f, err := o.gather(ctx, laid.Over(s.folder.FS()), r)
	if err != nil {
		return nil, err
	}
	return s.show(f)
}

// remember keeps what was made of the files: on disk once, then in memory.
func (s *Session) remember(entries []cache.Entry) {
	if s.looked {
		s.cache.Save(entries)
		return
	}
	s.bad = s.cache.Bad()
	s.cache.Save(entries)
	s.cache.Release(entries)
	s.looked = true
}

// show makes a look of what was found. What cannot be shown is left out of the pages, not of the problems.
func (s *Session) show(f found) (*Look, error) {
	look := &Look{Config: f.settings, Files: f.content.seen}
	unfit := map[string]bool{}
	for _, file := range look.Files {
		if !file.Fit() {
			unfit[file.Path] = true
		}
	}
	look.session, look.drafts = s, f.weigh(func(s *profile.Story) bool { return s.Draft })
	for i, p := range f.problems {
		if look.drafts[p.File] {
			f.problems[i] = p.Softer()
		}
	}
	look.found, look.all = f, sync.OnceValue(look.allProblems)
	look.names = sync.OnceValue(func() []diag.Problem { return advice.Names(f.catalog, f.content.stories, f.content.entries) })
	if f.settings.Advises() { // a build would count what was raised
		f.problems = append(f.problems, kept(look.weigh(look.advice()), func(p diag.Problem) bool { return p.Severity < diag.Hint })...)
	}
	look.Result = f.result()
	look.CacheBad, look.CacheOff = s.bad, s.cache.Off
	look.Good = f.looks != nil && diag.Count(look.Problems)[diag.Error] == 0
	if len(unfit) > 0 {
		f.leaveOut(unfit)
	}
	look.Catalog, look.found = f.catalog, f
	if f.looks == nil {
		return look, nil
	}
	if f.settings.Base != "" && s.o.BaseURL != "" {
		f.settings.Base = s.o.BaseURL
	}
	var err error
	if look.Site, err = f.site(s.o, s.index); err != nil || !look.Good {
		return look, err
	}
	look.Good = look.checkNames(look.Site) == nil
	return look, nil
}

// leaveOut makes the catalog anew without some files.
func (f *found) leaveOut(files map[string]bool) {
	in := f.input
	in.Stories = slices.DeleteFunc(slices.Clone(in.Stories), func(s *profile.Story) bool { return files[s.File] })
	in.Entries = slices.DeleteFunc(slices.Clone(in.Entries), func(e *profile.Entry) bool { return files[e.File] })
	f.catalog, _ = catalog.New(in) // what is wrong is told already
}

// Draft says that the file is a story which is not published yet.
func (f Seen) Draft() bool { return f.Story != nil && f.Story.Draft }

// Fit says that there is enough of the file for a page.
func (f Seen) Fit() bool {
	switch s := f.Story; {
	case f.Entry != nil:
		return f.Entry.Slug != "" && (f.Entry.Name != "" || f.Kind == source.FieldIntro)
	case s == nil || s.Name == "" || s.Slug == "":
		return false
	case s.IsProfile():
		return s.Kind != 0 && len(s.Fields) > 0 && len(s.Years) > 0
	case s.Class == source.Practice:
		return len(s.Fields) > 0
	}
	return true
}

// Address is where the file has its page; empty where it has none.
func (l *Look) Address(f Seen) address.Address {
	switch {
	case !f.Fit():
		return ""
	case f.Entry != nil:
		return catalog.AddressOf(f.Entry)
	case l.Catalog.Of(f.Story).Shown:
		return l.Catalog.Address(f.Story)
	}
	return ""
}

// Hold keeps the bodies of all files of a look, so that its pages can be rendered when the files have changed. It takes its time and is meant to
// be run beside other work; it ends early with ctx, or where bodies cannot be kept.
func (s *Session) Hold(ctx context.Context, l *Look) {
	files, spool := os.DirFS(s.o.Source), s.cache.Spool()
	for _, f := range l.Files {
		if ctx.Err() != nil {
			return
		}
		if f.Digest.IsZero() || spool.Has(f.Digest) {
			continue
		}
		doc, _, err := source.Read(files, f.File, nil)
		if err != nil || doc.Digest != f.Digest {
			continue // it has changed already, and is read by the next look
		}
		if spool.Put(doc.Digest, doc.Prepared); !spool.Has(doc.Digest) {
			return
		}
	}
}
