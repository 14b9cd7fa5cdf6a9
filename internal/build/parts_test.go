package build_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"guongsang/internal/build"
	"guongsang/internal/diag"
)

// part builds one part of the site into a folder beside it, and gives what lies in the folder then.
func (s *site) part(index, count int, folder string) (build.Result, files) {
	s.t.Helper()
	whole := s.o
	defer func() { s.o = whole }()
	s.o.Shard = build.Shard{Index: index, Count: count}
	s.o.Output = filepath.Join(filepath.Dir(s.dir), folder)
	return s.build(), s.tree()
}

// All parts together are the site, byte for byte, and no two of them have a file in common: from nothing, and again after edits, when each
// part does only what its ledger asks for. So are parts that are written into one folder one after another.
func TestPartsMakeTheWhole(t *testing.T) {
	for name, make := range sites {
		for _, count := range []int{1, 2, 3, 7} {
			if testing.Short() && (count != 3 || name == "sample") {
				continue
			}
			t.Run(fmt.Sprintf("%s in %d", name, count), func(t *testing.T) {
				t.Parallel()
				s := make(t)
				s.write("content/guong/truoc.md", profileFile("Lê Trước", "y-te", "Trạm Y tế", "01/02/2024", "", "Trước."))
				s.write("static/truoc.txt", "trước")
				s.wantParts("from nothing", count)
				s.remove("content/guong/truoc.md")
				s.remove("static/truoc.txt")
				s.write("content/guong/sau.md", profileFile("Lê Sau", "giao-duc", "Trường Tiểu học", "01/03/2024", "", "Sau."))
				s.write("static/sau.txt", "sau")
				if rendered, total := s.wantParts("after the edits", count); rendered == 0 || rendered > total*3/4 {
					t.Errorf("after the edits %d of %d files were rendered", rendered, total)
				}
				if rendered, _ := s.wantParts("without a change", count); rendered != 0 {
					t.Errorf("without a change %d files were rendered", rendered)
				}
			})
		}
	}
}

// wantParts builds every part, into a folder of its own and into one folder for all, and wants the whole in both. It says how many of the
// site's files were rendered for the folders of their own.
func (s *site) wantParts(what string, count int) (rendered, total int) {
	s.t.Helper()
	want, err := s.clean()
	if err != nil {
		s.t.Fatalf("%s: a build from nothing: %v", what, err)
	}
	var together files
	union := files{}
	for i := 1; i <= count; i++ {
		r, tree := s.part(i, count, fmt.Sprintf("part-%d", i))
		if len(tree) != r.Files {
			s.t.Errorf("%s: part %d says %d files, and its folder has %d", what, i, r.Files, len(tree))
		}
		rendered += r.Rendered
		for path, text := range tree {
			if _, twice := union[path]; twice {
				s.t.Errorf("%s: %s is in two parts", what, path)
			}
			union[path] = text
		}
		_, together = s.part(i, count, "together")
	}
	if d := difference(union, want); d != "" {
		s.t.Errorf("%s: the parts are not the whole:\n%s", what, d)
	}
	if d := difference(together, want); d != "" {
		s.t.Errorf("%s: the parts in one folder are not the whole:\n%s", what, d)
	}
	return rendered, len(want)
}

// Whatever a whole build refuses, every part refuses: also two files that cannot lie side by side, when they belong to different parts.
func TestPartsRefuseWhatTheWholeRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, extra string
		code        diag.Code
	}{
		{"two names that differ in case", "bí danh: /Guong/A/\n", diag.NamesOneFile},
		{"a name that is none", "bí danh: /cu/con/\n", diag.NameForNoFile},
		{"an unknown place to lead", "đứng đầu: khong-co\n", ""},
	} {
		s := newSite(t, smallSite())
		s.write("content/guong/x.md", profileFile("X", "y-te", "Trạm Y tế", "01/02/2024", c.extra, "X."))
		whole, err := build.Build(context.Background(), s.o)
		if !errors.Is(err, build.ErrContent) || c.code != "" && whole.Problems[len(whole.Problems)-1].Code != c.code {
			t.Fatalf("%s: error %v, problems %v", c.name, err, whole.Problems)
		}
		for i := 1; i <= 7; i++ {
			s.o.Shard = build.Shard{Index: i, Count: 7}
			part, err := build.Build(context.Background(), s.o)
			if !errors.Is(err, build.ErrContent) || told(part.Problems) != told(whole.Problems) {
				t.Errorf("%s: part %d: error %v, problems\n%s\nnot\n%s", c.name, i, err, told(part.Problems), told(whole.Problems))
			}
		}
		if tree := s.tree(); len(tree) > 0 {
			t.Errorf("%s: %d files were written", c.name, len(tree))
		}
	}
}

// Progress counts the files of the part, and ends with all of them.
func TestProgressOfAPart(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.o.Shard = build.Shard{Index: 2, Count: 3}
	var done, total int
	s.o.Progress = func(stage build.Stage, d, all int) {
		if stage == build.Writing {
			done, total = d, all
		}
	}
	if r := s.build(); done != r.Files || total != r.Files || r.Files == 0 {
		t.Errorf("%d of %d, and the part has %d files", done, total, r.Files)
	}
}
