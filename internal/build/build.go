// Package build is the road from content/ to public/. Start here.
//
// Build and Check are the same road with different ends: Check stops before anything is written. Every stage takes finished values
// and gives finished values; what is wrong with the content comes back as problems, all of them at once, and only what is wrong
// with the machine as an error.
//
//	config.Read       site.yaml -> settings
//	source.List/Read  files -> documents          (in parallel, one file at a time)
//	profile.Decode    documents -> stories, entries
//	profile.Pack      … -> records, which cache remembers; where a file did not change its record is there already
//	profile.Unpack    records -> stories, entries
//	catalog.New       stories -> what the site has today, where each thing lies and what leads where
//	theme.Load        theme folder -> checked templates, words, assets
//	page.New          what all pages share
//	output.New        the list of everything the site is made of
//	publish.Sync      the folder holds exactly that
package build

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"guongsang/internal/cache"
	"guongsang/internal/catalog"
	"guongsang/internal/config"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/output"
	"guongsang/internal/page"
	"guongsang/internal/profile"
	"guongsang/internal/publish"
	"guongsang/internal/source"
	"guongsang/internal/theme"
	"guongsang/internal/viet"
)

// Options say what to build. All inputs that are not files stand here.
type Options struct {
	// Source is the site's folder, Output the folder to write.
	Source, Output string
	// BaseURL takes the place of the address in site.yaml, where it is not empty.
	BaseURL string
	// Drafts and Future publish drafts and stories of days to come.
	Drafts, Future bool
	// Shard is the part of the site whose files Build writes; zero is all of it. What is read and checked is the same for every part.
	Shard Shard
	// Preview says that the site is only looked at on this machine, so that browsers are told to keep nothing of it.
	Preview bool
	// Strict lets warnings stop the build.
	Strict bool
	// Today is the day on which the site is as it will be.
	Today viet.Date
	// Clock takes the place of Today in a Session, which may see another day begin. May be nil.
	Clock func() viet.Date
	// Program stands for the program's own version in the keys of outputs.
	Program digest.Key
	// Workers is how many files are read and rendered at once; 0 is one for each processor.
	Workers int
	// Progress is told how many files are done, and of how many. May be nil.
	Progress func(stage Stage, done, total int)
	// Held is told how many bytes of memory are held by what was read, so that somebody can fit the garbage collector to that. May be nil.
	Held func(bytes int64)
	// Busy is called once where another build of the same folder is waited for. May be nil.
	Busy func()
}

// Stage is a part of the road, for progress.
type Stage uint8

// The stages that take long.
const (
	Reading Stage = iota
	Writing
)

// Result tells what was found and done.
type Result struct {
	Problems []diag.Problem
	// Stories counts what is published.
	Profiles, Practices, Articles int
	// Drafts, Future and Expired count what is held back today.
	Drafts, Future, Expired int
	// CacheBad says why what the last build remembered was thrown away; nil if it was not, also if there was nothing.
	CacheBad error
	publish.Result
}

// ErrNoContent says that the source has no folder content/.
var ErrNoContent = errors.New("build: the source has no content folder")

// ErrContent says that the problems hold an error, or with Strict a warning: nothing was written.
var ErrContent = errors.New("build: the content has errors")

// tries is how often the road is run when files change under its feet.
const tries = 3

// Build makes the output folder hold exactly the site. With ErrContent nothing was changed; any other error is the machine's.
func Build(ctx context.Context, o Options) (Result, error) {
	var bad error // of the first try, which has put it right
	for try := 1; ; try++ {
		// Where a file was not the one that it seemed to be, no look at a file is believed any more.
		result, err := build(ctx, o, try > 1)
		if result.CacheBad == nil {
			result.CacheBad = bad
		}
		if errors.Is(err, source.ErrChanged) && try < tries {
			bad = result.CacheBad
			continue
		}
		return result, err
	}
}

// build goes the road once. With doubt every file is read, whatever it looks like.
func build(ctx context.Context, o Options, doubt bool) (Result, error) {
	folder, err := open(o.Source)
	if err != nil {
		return Result{}, err
	}
	defer folder.Close()
	kept, err := o.openCache(ctx, false)
	if err != nil {
		return Result{}, err
	}
	defer kept.Close()
	x := newIndexer(kept, o.Program, doubt)
	site, result, err := read(ctx, folder, kept, o, x, doubt, false)
	result.CacheBad, result.CacheOff = kept.Bad(), kept.Off
	if err != nil {
		return result, err
	}
	if _, err := site.Index(ctx); err != nil {
		return result, err
	}
	if !o.Shard.IsWhole() { // Sync sees no clash with a file of another part
		if err := result.checkNames(site); err != nil {
			return result, err
		}
	}
	items := o.Shard.of(site.All())
	total := o.count(items)
	result.Result, err = publish.Sync(ctx, items, publish.Options{
		Dir: o.Output, Cache: filepath.Join(o.Source, Cache), Part: o.Shard.String(), Workers: o.Workers,
		Progress: func(done int) { o.progress(Writing, done, total) },
	})
	if err == nil {
		x.keep()
	}
	if result.CacheOff == nil {
		result.CacheOff = kept.Off
	}
	var fault *publish.PathError
	if errors.As(err, &fault) && !errors.Is(err, publish.ErrInTheWay) {
		return result, result.checkNames(site)
	}
	return result, err
}

// Check goes the road to its end without writing, and gives advice. The error is ErrContent, ErrNoContent or the machine's.
func Check(ctx context.Context, o Options) (Result, error) {
	folder, err := open(o.Source)
	if err != nil {
		return Result{}, err
	}
	defer folder.Close()
	for try := 1; ; try++ {
		result, err := check(ctx, folder, o, try > 1)
		if errors.Is(err, source.ErrChanged) && try < tries {
			continue
		}
		return result, err
	}
}

func check(ctx context.Context, folder *os.Root, o Options, doubt bool) (Result, error) {
	kept, err := o.openCache(ctx, true)
	if err != nil {
		return Result{}, err
	}
	defer kept.Close()
	site, result, err := read(ctx, folder, kept, o, newIndexer(kept, o.Program, true), doubt, true)
	if err == nil {
		err = result.checkNames(site)
	}
	return result, err
}

// checkNames adds a problem for every file of the site that cannot lie where it should.
func (r *Result) checkNames(site *output.Site) error {
	faults := publish.Check(site.All())
	for _, fault := range faults {
		r.Problems = append(r.Problems, nameProblem(fault))
	}
	if len(faults) > 0 {
		return ErrContent
	}
	return nil
}

// open opens the site's folder for finding its files. Nothing outside of it can be found through it, so no symbolic link in a stranger's
// contribution publishes a file of the machine. Files that were found are read by their paths, which is quicker.
func open(site string) (*os.Root, error) {
	folder, err := os.OpenRoot(site)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoContent
	}
	if err != nil {
		return nil, err
	}
	if info, err := folder.Stat(source.Root); err != nil || !info.IsDir() {
		_ = folder.Close() // nothing was done with it
		return nil, ErrNoContent
	}
	return folder, nil
}

// Cache is the name of the folder in the source that remembers builds: what was made of each file, and a ledger for each output folder.
const Cache = ".guongsang"

// openCache opens what the last build remembered. The program holds the plan and all that makes records.
func (o Options) openCache(ctx context.Context, readOnly bool) (*cache.Cache, error) {
	return cache.Open(ctx, cache.Options{Dir: filepath.Join(o.Source, Cache), Format: o.Program, ReadOnly: readOnly, Busy: o.Busy})
}

// found is what the road has found when it comes to the pages: all that they are made from, and all that is wrong.
type found struct {
	files    fs.FS
	settings config.Site
	content  content
	catalog  *catalog.Catalog
	input    catalog.Input // what the catalog was made of
	looks    *theme.Theme  // nil where the theme is not fit
	spool    *cache.Spool
	problems []diag.Problem
}

// gather goes the road up to the pages. The error is the machine's.
func (o Options) gather(ctx context.Context, folder fs.FS, r reader) (found, error) {
	f := found{files: r.files, spool: r.spool}
	settings, problems, err := config.Read(r.files)
	if err != nil {
		return f, err
	}
	f.settings, problems = o.override(settings, problems)
	r.keep = r.keep || f.settings.Advises()
	var wrongLooks []diag.Problem
	loaded := make(chan struct{})
	go func() { // the theme does not wait for the content, nor the content for the theme
		defer close(loaded)
		f.looks, wrongLooks = loadTheme(r.files, f.settings)
	}()
	content, more, err := readContent(ctx, folder, r, o)
	if err != nil {
		<-loaded
		return f, err
	}
	f.content = content
	problems = append(problems, more...)
	f.input = catalog.Input{
		Book: r.book, Stories: content.stories, Entries: content.entries, Content: content.paths, Pictures: content.pictures,
		Static: content.static, Today: o.Today, Language: f.settings.Language, Feeds: f.settings.Base != "", Introduces: f.settings.Introduce.On, Drafts: o.Drafts, Future: o.Future,
	}
	f.catalog, more = catalog.New(f.input)
	problems = append(problems, more...)
	problems = append(problems, checkSettings(f.settings, f.catalog, content)...)
	<-loaded
	f.problems = append(problems, wrongLooks...)
	return f, nil
}

// site makes the list of outputs.
func (f found) site(o Options, x *indexer) (*output.Site, error) {
	pages, err := page.New(page.Input{
		Config: f.settings, Catalog: f.catalog, Words: f.looks.Words(), Keep: f.looks.Keep, KeepAll: f.looks.KeepAll, Logo: f.content.logo(f.settings),
	})
	if err != nil {
		return nil, err
	}
	return output.New(output.Input{
		Files: f.files, Config: f.settings, Catalog: f.catalog, Theme: f.looks, Pages: pages, Static: f.content.static,
		Pictures: f.content.pictures, Digests: f.content.digests, Bodies: f.spool, Search: x.update, Workers: o.Workers, Program: o.Program,
	}), nil
}

// result tells what was found.
func (f found) result() Result {
	c := f.catalog
	return Result{
		Problems: diag.Sort(f.problems), Profiles: len(c.Profiles), Practices: len(c.Practices), Articles: len(c.Articles),
		Drafts: c.Held.Drafts, Future: c.Held.Future, Expired: c.Held.Expired,
	}
}

// read goes the road up to the list of outputs. It gives advice if that is asked for, or the site wants some rule of it to count.
func read(ctx context.Context, folder *os.Root, kept *cache.Cache, o Options, x *indexer, doubt, advised bool) (*output.Site, Result, error) {
	r, err := o.reader(os.DirFS(o.Source), kept)
	if err != nil {
		return nil, Result{}, err
	}
	r.doubt, r.keep = doubt, advised
	r.remember = func(entries []cache.Entry) {
		kept.Save(entries)
		kept.Forget()
	}
	f, err := o.gather(ctx, folder.FS(), r)
	if err != nil {
		return nil, Result{}, err
	}
	if advised || f.settings.Advises() {
		if err := f.advise(ctx, o); err != nil {
			return nil, Result{}, err
		}
	}
	f.weigh(func(s *profile.Story) bool { return s.Draft && !o.Drafts })
	if !advised {
		f.problems = slices.DeleteFunc(f.problems, func(p diag.Problem) bool { return p.Severity == diag.Hint && p.Code.Advice() })
	}
	result := f.result()
	if counts := diag.Count(result.Problems); f.looks == nil || counts[diag.Error] > 0 || o.Strict && counts[diag.Warning] > 0 {
		return nil, result, ErrContent
	}
	site, err := f.site(o, x)
	return site, result, err
}

// nameProblem tells of a file of the site that cannot lie where it should: under that name, or beside another one.
func nameProblem(fault *publish.PathError) diag.Problem {
	if fault.Other != "" {
		return diag.At(diag.Place{}, diag.NamesOneFile, fault.Path, fault.Other)
	}
	return diag.At(diag.Place{}, diag.NameForNoFile, fault.Path)
}

// count counts the outputs where somebody wants to know. Going through the list makes none of them.
func (o Options) count(items iter.Seq[publish.Item]) (n int) {
	if o.Progress == nil {
		return 0
	}
	for range items {
		n++
	}
	return n
}

func (o Options) progress(stage Stage, done, total int) {
	if o.Progress != nil {
		o.Progress(stage, done, total)
	}
}

// override puts the options of a run over the settings of the site.
func (o Options) override(settings config.Site, problems []diag.Problem) (config.Site, []diag.Problem) {
	settings.Offline = settings.Offline && !o.Preview
	if o.BaseURL == "" {
		return settings, problems
	}
	settings.Base = o.BaseURL
	var kept []diag.Problem
	for _, p := range problems {
		if p.Code != diag.NoBase && p.Code != diag.BadBase {
			kept = append(kept, p)
		}
	}
	return settings, kept
}
