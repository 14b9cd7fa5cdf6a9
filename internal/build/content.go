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
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
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
}

// readContent reads and decodes everything in parallel: the files that are in found, from files. The result does not depend on who was first.
func readContent(ctx context.Context, found, files fs.FS, book *criteria.Book, o Options) (content, []diag.Problem, error) {
	list, others, problems, err := source.List(found)
	if err != nil {
		return content{}, nil, err
	}
	c := content{paths: slices.Clone(others), pictures: map[string]picture.Info{}}
	for _, f := range list {
		c.paths = append(c.paths, f.Path)
	}
	slices.Sort(c.paths)
	var more []diag.Problem
	if c.static, more, err = listStatic(found); err != nil {
		return c, nil, err
	}
	problems = append(problems, more...)
	decoded := make([]decoded, len(list))
	err = each(ctx, o.Workers, len(list), func(i int) (err error) {
		decoded[i], err = decode(files, list[i], book, o.Drafts)
		return err
	}, func(done int) { o.progress(Reading, done, len(list)) })
	if err != nil {
		return c, nil, err
	}
	for _, d := range decoded {
		problems = append(problems, d.problems...)
		if d.story != nil {
			c.stories = append(c.stories, d.story)
		}
		if d.entry != nil {
			c.entries = append(c.entries, d.entry)
		}
	}
	more, err = c.readPictures(ctx, files, others, o)
	return c, append(problems, more...), err
}

// decoded is what became of one file.
type decoded struct {
	story    *profile.Story
	entry    *profile.Entry
	problems []diag.Problem
}

// decode reads one file. What is wrong with a draft does not stop a build that does not show it.
func decode(files fs.FS, f source.File, book *criteria.Book, drafts bool) (decoded, error) {
	doc, problems, err := source.Read(files, f)
	if err != nil {
		return decoded{}, listed(f.Path, err)
	}
	if diag.Count(problems)[diag.Error] > 0 && doc.Front.Pairs == nil {
		return decoded{problems: problems}, nil
	}
	var d decoded
	var more []diag.Problem
	if f.Kind.Story() {
		d.story, more = profile.Decode(doc, book)
	} else {
		d.entry, more = profile.DecodeEntry(doc, book)
	}
	d.problems = append(problems, more...)
	if d.story != nil && d.story.Draft && !drafts {
		for i := range d.problems {
			d.problems[i] = d.problems[i].Softer()
		}
	}
	return d, nil
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

// readPictures looks at the pictures of content/ and static/.
func (c *content) readPictures(ctx context.Context, files fs.FS, others []string, o Options) ([]diag.Problem, error) {
	var names []string
	for _, name := range others {
		if picture.IsName(name) {
			names = append(names, name)
		}
	}
	for _, name := range c.static {
		if picture.IsName(name) {
			names = append(names, "static/"+name)
		}
	}
	infos := make([]picture.Info, len(names))
	problems := make([][]diag.Problem, len(names))
	err := each(ctx, o.Workers, len(names), func(i int) error {
		data, err := fs.ReadFile(files, names[i])
		if err != nil {
			return listed(names[i], err)
		}
		at := diag.Place{File: names[i]}
		infos[i], err = picture.Read(data)
		switch {
		case errors.Is(err, picture.ErrFormat):
			problems[i] = append(problems[i], diag.At(at, diag.NotAPicture, names[i]))
		case err != nil:
			problems[i] = append(problems[i], diag.At(at, diag.DamagedPicture))
		case infos[i].Located:
			problems[i] = append(problems[i], diag.At(at, diag.LocatedPicture))
		}
		return nil
	}, func(int) {})
	for i, name := range names {
		if len(problems[i]) == 0 || problems[i][0].Severity != diag.Error {
			c.pictures[name] = infos[i]
		}
	}
	return slices.Concat(problems...), err
}

// logo is the site's sign, where there is one.
func (c content) logo(settings config.Site) page.Picture {
	info, ok := c.pictures["static/"+settings.Logo]
	if !ok || settings.Logo == "" {
		return page.Picture{}
	}
	return page.Picture{Address: address.Of(settings.Logo).Href(), Width: info.Width, Height: info.Height}
}

// each calls work for 0 to n-1 on several goroutines and gives the error of the lowest number. done is called by one goroutine at a
// time.
func each(ctx context.Context, workers, n int, work func(i int) error, done func(done int)) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var mu sync.Mutex
	finished, failedAt := 0, n
	var failure error
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				err := work(i)
				mu.Lock()
				if err != nil && i < failedAt {
					failedAt, failure = i, err
				}
				stop := failure != nil
				finished++
				done(finished)
				mu.Unlock()
				if stop {
					return
				}
			}
		})
	}
	group.Wait()
	if failure != nil {
		return failure
	}
	return ctx.Err()
}
