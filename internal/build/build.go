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

	"guongsang/internal/cache"
	"guongsang/internal/catalog"
	"guongsang/internal/config"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/output"
	"guongsang/internal/page"
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
	// Strict lets warnings stop the build.
	Strict bool
	// Today is the day on which the site is as it will be.
	Today viet.Date
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
	site, result, err := read(ctx, folder, kept, o, doubt)
	result.CacheBad, result.CacheOff = kept.Bad(), kept.Off
	if err != nil {
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
	if result.CacheOff == nil {
		result.CacheOff = kept.Off
	}
	var fault *publish.PathError
	if errors.As(err, &fault) && !errors.Is(err, publish.ErrInTheWay) {
		return result, result.checkNames(site)
	}
	return result, err
}

// Check goes the road to its end without writing. The error is ErrContent, ErrNoContent or the machine's.
func Check(ctx context.Context, o Options) (Result, error) {
	folder, err := open(o.Source)
	if err != nil {
		return Result{}, err
	}
	defer folder.Close()
	kept, err := o.openCache(ctx, true)
	if err != nil {
		return Result{}, err
	}
	defer kept.Close()
	site, result, err := read(ctx, folder, kept, o, false)
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

// read goes the road up to the list of outputs.
func read(ctx context.Context, folder *os.Root, kept *cache.Cache, o Options, doubt bool) (*output.Site, Result, error) {
	var result Result
	files := os.DirFS(o.Source)
	book, err := criteria.Plan()
	if err != nil {
		return nil, result, err
	}
	settings, problems, err := config.Read(files)
	if err != nil {
		return nil, result, err
	}
	settings, problems = o.override(settings, problems)
	var looks *theme.Theme
	var wrongLooks []diag.Problem
	loaded := make(chan struct{})
	go func() { // the theme does not wait for the content, nor the content for the theme
		defer close(loaded)
		looks, wrongLooks = loadTheme(files, settings)
	}()
	spool := kept.Spool()
	content, more, err := readContent(ctx, folder.FS(), reader{folder: filepath.Clean(o.Source) + string(filepath.Separator), files: files, book: book, cache: kept, spool: spool, doubt: doubt}, o)
	spool.Seal()
	kept.Forget()
	if err != nil {
		<-loaded
		return nil, result, err
	}
	problems = append(problems, more...)
	site, more := catalog.New(catalog.Input{
		Book: book, Stories: content.stories, Entries: content.entries, Content: content.paths, Pictures: content.pictures,
		Static: content.static, Today: o.Today, Feeds: settings.Base != "", Drafts: o.Drafts, Future: o.Future,
	})
	problems = append(problems, more...)
	problems = append(problems, checkSettings(settings, site, content)...)
	<-loaded
	problems = append(problems, wrongLooks...)
	result = Result{
		Problems: diag.Sort(problems), Profiles: len(site.Profiles), Practices: len(site.Practices), Articles: len(site.Articles),
		Drafts: site.Held.Drafts, Future: site.Held.Future, Expired: site.Held.Expired,
	}
	if counts := diag.Count(result.Problems); looks == nil || counts[diag.Error] > 0 || o.Strict && counts[diag.Warning] > 0 {
		return nil, result, ErrContent
	}
	pages, err := page.New(page.Input{
		Config: settings, Catalog: site, Words: looks.Words(), Keep: looks.Keep, KeepAll: looks.KeepAll, Logo: content.logo(settings),
	})
	if err != nil {
		return nil, result, err
	}
	return output.New(output.Input{
		Files: files, Config: settings, Catalog: site, Theme: looks, Pages: pages, Static: content.static,
		Pictures: content.pictures, Digests: content.digests, Bodies: spool, Program: o.Program,
	}), result, nil
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
