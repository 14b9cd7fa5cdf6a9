package build

import (
	"context"
	"fmt"
	"io/fs"

	"guongsang/internal/advice"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// advise adds the advice on all files to the problems. Nothing of it is remembered: it is asked for seldom, and builds must not pay for it.
func (f *found) advise(ctx context.Context, o Options) error {
	found := make([][]diag.Problem, len(f.content.seen))
	err := each(ctx, o.Workers, len(found), func(i int) (err error) {
		found[i], err = f.adviceOn(f.content.seen[i], o.Drafts)
		return err
	}, func(int) {})
	if err != nil {
		return err
	}
	for _, problems := range found {
		f.problems = append(f.problems, problems...)
	}
	f.problems = append(f.problems, advice.Names(f.catalog, f.content.stories, f.content.entries)...)
	return nil
}

// adviceOn gives the advice on one file, which must still be the one that was read.
func (f *found) adviceOn(file Seen, drafts bool) ([]diag.Problem, error) {
	data, err := fs.ReadFile(f.files, file.Path)
	if err != nil {
		return nil, listed(file.Path, err)
	}
	if !file.Digest.IsZero() && digest.Bytes(data) != file.Digest {
		return nil, fmt.Errorf("%s: %w", file.Path, source.ErrChanged)
	}
	return advice.File(file.File, data, profile.Record{Story: file.Story, Entry: file.Entry}, drafts), nil
}

// weigh gives the problems the weight that the site wants. soft says of a story that nothing in it may be an error; what comes back are the files
// of such stories.
func (f *found) weigh(soft func(*profile.Story) bool) map[string]bool {
	files := map[string]bool{}
	for _, s := range f.content.stories {
		if soft(s) {
			files[s.File] = true
		}
	}
	f.problems = f.settings.Weigh(f.problems, func(file string) bool { return files[file] })
	return files
}
