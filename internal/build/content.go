package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"guongsang/internal/address"
	"guongsang/internal/config"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/page"
	"guongsang/internal/picture"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// content is what the site's folder holds, read and decoded.
type content struct {
	stories []*profile.Story
	entries []*profile.Entry
	// paths are all files of content/, also those that could not be decoded.
	paths    []string
	static   []string
	pictures map[string]picture.Info
	// digests are those of all files that are copied as they are, by their paths from the site's folder.
	digests map[string]digest.Key
	// seen is what became of each content file, where it is kept.
	seen []Seen
}

// readContent reads and decodes everything in parallel, by way of r; no link leads out of found. The result does not depend on who was first.
func readContent(ctx context.Context, found fs.FS, r reader, o Options) (content, []diag.Problem, error) {
	list, others, problems, err := source.List(r.files, found)
	if err != nil {
		return content{}, nil, err
	}
	c := content{paths: slices.Clone(others)}
	for _, f := range list {
		c.paths = append(c.paths, f.Path)
	}
	slices.Sort(c.paths)
	var more []diag.Problem
	if c.static, more, err = listStatic(found); err != nil {
		return c, nil, err
	}
	problems = append(problems, more...)
	for _, name := range c.static {
		others = append(others, "static/"+name)
	}
	paths := make([]string, 0, len(list)+len(others))
	for _, f := range list {
		paths = append(paths, f.Path)
	}
	r.entries = r.cache.Find(append(paths, others...))
	err = each(ctx, o.Workers, len(r.entries), func(i int) error {
		if i < len(list) {
			return r.document(&r.entries[i], list[i])
		}
		return r.file(&r.entries[i], others[i-len(list)])
	}, func(done int) { o.progress(Reading, done, len(r.entries)) })
	if err != nil {
		return c, nil, err
	}
	r.weigh(o)
	more, err = c.take(ctx, r, list, others, o)
	if err != nil {
		return c, nil, err
	}
	r.remember(slices.DeleteFunc(r.entries, forgotten))
	return c, append(problems, more...), nil
}

// take unpacks what was made of the files.
func (c *content) take(ctx context.Context, r reader, list []source.File, others []string, o Options) ([]diag.Problem, error) {
	records := make([]profile.Record, len(list))
	err := each(ctx, o.Workers, len(list), func(i int) (err error) {
		records[i], err = r.unpack(list[i], r.entries[i], o.Drafts || r.look)
		return err
	}, func(int) {})
	if err != nil {
		return nil, err
	}
	var problems []diag.Problem
	if r.keep {
		c.seen = make([]Seen, len(list))
	}
	for i, record := range records {
		if r.keep {
			c.seen[i] = Seen{File: list[i], Digest: r.entries[i].Digest, Story: record.Story, Entry: record.Entry}
		}
		problems = append(problems, record.Problems...)
		if record.Story != nil {
			c.stories = append(c.stories, record.Story)
		}
		if record.Entry != nil {
			c.entries = append(c.entries, record.Entry)
		}
	}
	c.pictures, c.digests = map[string]picture.Info{}, make(map[string]digest.Key, len(others))
	for i, name := range others {
		e := r.entries[len(list)+i]
		c.digests[name] = e.Digest
		if !picture.IsName(name) {
			continue
		}
		seen, err := unpackLook(name, e.Record)
		if err != nil {
			return nil, err
		}
		info, problem := seen.outcome(name)
		if problem != nil {
			problems = append(problems, *problem)
		}
		if problem == nil || problem.Severity != diag.Error {
			c.pictures[name] = info
		}
	}
	return problems, nil
}

// listed is the error of reading a file that was listed a moment ago: one that is gone has changed under our feet.
func listed(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", name, source.ErrChanged)
	}
	return err
}

// listStatic lists the files of static/, which need not be there.
func listStatic(files fs.FS) ([]string, []diag.Problem, error) {
	var names []string
	var problems []diag.Problem
	err := fs.WalkDir(files, "static", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "static" && leftBehind(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			leads, toFile := source.Link(files, name)
			if !leads {
				problems = append(problems, diag.At(diag.Place{File: name}, diag.LinkLeadsOut))
			}
			if !toFile {
				return nil
			}
		case d.IsDir():
			return nil
		}
		names = append(names, strings.TrimPrefix(name, "static/"))
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	slices.Sort(names)
	return names, problems, err
}

// leftBehind says whether a file of static/ is one that systems and programs leave in folders. Other hidden files are wanted on the
// host: .well-known, .nojekyll, .htaccess.
func leftBehind(name string) bool {
	return source.Ignored(name) && (!strings.HasPrefix(name, ".") || name == ".DS_Store" || strings.HasPrefix(name, ".git") || strings.HasPrefix(name, "._"))
}

// logo is the site's sign, where there is one.
func (c content) logo(settings config.Site) page.Picture {
	info, ok := c.pictures["static/"+settings.Logo]
	if !ok || settings.Logo == "" {
		return page.Picture{}
	}
	return page.Picture{Address: address.Of(settings.Logo).Href(), Width: info.Width, Height: info.Height}
}

// batch is how many things a goroutine takes at once.
const batch = 32

// each calls work for 0 to n-1 on several goroutines and gives the error of the lowest number. done is called by one goroutine at a
// time.
func each(ctx context.Context, workers, n int, work func(i int) error, done func(done int)) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next, failedAt atomic.Int64
	failedAt.Store(int64(n))
	var mu sync.Mutex
	var failure error
	finished := 0
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			for ctx.Err() == nil {
				from := int(next.Add(batch)) - batch
				to := min(from+batch, n)
				// Behind a failure nothing is begun; what lies before it may fail as well, and comes first.
				for i := from; i < to && int64(i) < failedAt.Load() && ctx.Err() == nil; i++ {
					if err := work(i); err != nil {
						mu.Lock()
						if int64(i) < failedAt.Load() {
							failure = err
							failedAt.Store(int64(i))
						}
						mu.Unlock()
					}
				}
				if from >= n {
					return
				}
				mu.Lock()
				finished += to - from
				done(finished)
				mu.Unlock()
			}
		})
	}
	group.Wait()
	if failure != nil {
		return failure
	}
	return ctx.Err()
}
