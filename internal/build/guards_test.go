package build_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/publish"
	"guongsang/internal/viet"
)

// sites are the two that the guards run over: a small one with one thing of each sort, and the real sample.
var sites = map[string]func(testing.TB) *site{
	"small":  func(t testing.TB) *site { return newSite(t, smallSite()) },
	"sample": sampleSite,
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	for name, make := range sites {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := make(t)
			first := s.build()
			want := s.tree()
			if first.Written != first.Files || len(want) != first.Files {
				t.Errorf("from nothing: %d files, %d written, %d on disk", first.Files, first.Written, len(want))
			}
			for path, text := range want {
				if strings.HasSuffix(path, ".html") && !strings.HasSuffix(strings.TrimSpace(text), "</html>") {
					t.Errorf("%s does not end in </html>", path)
				}
				if strings.Contains(text, `="~/`) && !strings.HasSuffix(path, ".js") {
					t.Errorf("%s has a root mark left in it", path)
				}
			}
			if again := s.build(); again.Rendered != 0 || again.Written != 0 || again.Removed != 0 || again.Files != first.Files {
				t.Errorf("the second time: %d rendered, %d written, %d removed of %d files", again.Rendered, again.Written, again.Removed, again.Files)
			}
			for _, workers := range []int{1, 7} {
				s.o.Workers = workers
				if got, err := s.clean(); err != nil || difference(got, want) != "" {
					t.Errorf("%d workers: %v\n%s", workers, err, difference(got, want))
				}
			}
			// Without its ledger nothing is rendered blindly: every file is made, compared and left alone.
			s.remove(build.Cache)
			if r := s.build(); r.Written != 0 || r.Rendered != first.Files {
				t.Errorf("without a ledger: %d rendered, %d written", r.Rendered, r.Written)
			}
		})
	}
}

// A process in another time zone and language must make the same bytes: the only clock is Options.Today.
func TestTheMachineDoesNotMatter(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	want := s.tree()
	for _, environment := range [][]string{{"TZ=Pacific/Kiritimati", "LANG=vi_VN.UTF-8"}, {"TZ=America/Los_Angeles", "LC_ALL=C", "GOMAXPROCS=1"}} {
		s.o.Output = filepath.Join(t.TempDir(), "public")
		cmd := s.child()
		cmd.Env = append(cmd.Env, environment...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", environment, err, out)
		}
		if d := difference(s.tree(), want); d != "" {
			t.Errorf("%v:\n%s", environment, d)
		}
	}
}

// child is a process that builds the site.
func (s *site) child() *exec.Cmd {
	s.t.Helper()
	options, err := json.Marshal(struct {
		Source, Output string
		Today          viet.Date
		Program        digest.Key
		Workers        int
	}{s.o.Source, s.o.Output, s.o.Today, s.o.Program, s.o.Workers})
	if err != nil {
		s.t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childOptions+"="+string(options))
	return cmd
}

// A file that only looks newer is no change: keys are of values, not of times.
func TestTimesOfFilesDoNotMatter(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	later := time.Now().Add(time.Hour)
	err := filepath.WalkDir(s.dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			err = os.Chtimes(name, later, later)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if r := s.build(); r.Rendered != 0 {
		t.Errorf("%d files were rendered", r.Rendered)
	}
}

func TestErrorsChangeNothing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file, text string
		code             diag.Code
		strict           bool
	}{
		{"front matter", "content/guong/x.md", "---\ntên: [\n---\n", "", false},
		{"unknown field", "content/guong/x.md", profileFile("X", "y-tee", "Y", "01/02/2024", "", ""), diag.UnknownField, false},
		{"two of one address", "content/guong/zz/a.md", profileFile("X", "y-te", "Y", "01/02/2024", "", ""), diag.AddressTwice, false},
		{"dead link", "content/guong/x.md", profileFile("X", "y-te", "Y", "01/02/2024", "", "[x](y.md)"), diag.DeadLink, false},
		{"unknown setting", "site.yaml", "tên trangg: X\n", "", false},
		{"theme", "site.yaml", "giao diện: sem\n", diag.NoTheme, false},
		{"template", "themes/sen/templates/plain.html", `{{define "main"}}{{.Nothing}}{{end}}`, diag.BadTemplate, false},
		{"menu", "site.yaml", "trình đơn: [{tên: X, địa chỉ: /khong-co/}]\n", diag.BadMenuAddress, false},
		{"logo", "site.yaml", "biểu trưng: khong-co.svg\n", diag.NoLogo, false},
		{"static file in the program's place", "static/sitemap.xml", "<x/>", diag.AddressOfProgram, false},
		{"a warning, with strict", "site.yaml", "tên trang: Không có địa chỉ\n", diag.NoBase, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, smallSite())
			s.build()
			before := s.tree()
			s.write(c.file, c.text)
			s.o.Strict = c.strict
			r, err := build.Build(context.Background(), s.o)
			if !errors.Is(err, build.ErrContent) {
				t.Fatalf("error %v", err)
			}
			found := false
			for _, p := range r.Problems {
				found = found || (c.code == "" || p.Code == c.code) && strings.HasPrefix(p.File, c.file) && (p.Severity == diag.Error || c.strict)
			}
			if !found {
				t.Errorf("no problem %s at %s:\n%s", c.code, c.file, told(r.Problems))
			}
			if d := difference(s.tree(), before); d != "" {
				t.Errorf("the output was changed:\n%s", d)
			}
			if _, err := build.Check(context.Background(), s.o); !errors.Is(err, build.ErrContent) {
				t.Errorf("Check: %v", err)
			}
		})
	}
}

func TestNoContent(t *testing.T) {
	t.Parallel()
	s := newSite(t, files{"site.yaml": "tên trang: X\n"})
	if _, err := build.Build(context.Background(), s.o); !errors.Is(err, build.ErrNoContent) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(s.o.Output); err == nil {
		t.Error("the output folder was made")
	}
}

// Check says what Build says, and writes nothing at all.
func TestCheckWritesNothing(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	r, err := build.Check(context.Background(), s.o)
	if err != nil || r.Profiles != 3 || r.Practices != 1 || r.Articles != 1 {
		t.Errorf("error %v, %d profiles, %d practices, %d articles", err, r.Profiles, r.Practices, r.Articles)
	}
	for _, name := range []string{s.o.Output, s.path(build.Cache)} {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s is there", name)
		}
	}
}

// What is no longer made goes, with its folders; what is not ours stays, also in a folder of ours and in the place of a page that goes.
func TestRemovingIsExact(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	before := s.tree()
	foreign := files{"google123.html": "google", "guong/c/ghi-chu.txt": "note", "rieng/index.html": "<p>own"}
	for path, text := range foreign {
		writeFile(t, filepath.Join(s.o.Output, filepath.FromSlash(path)), text)
	}
	s.remove("content/guong/c")
	s.remove("content/bai-viet")
	r := s.build()
	after := s.tree()
	for path, text := range foreign {
		if after[path] != text {
			t.Errorf("the foreign file %s holds %q", path, after[path])
		}
	}
	gone := 0
	for path := range before {
		if _, ok := after[path]; !ok {
			gone++
		}
	}
	if gone == 0 || r.Removed != gone {
		t.Errorf("%d files went, %d were counted", gone, r.Removed)
	}
	for path := range after {
		for _, folder := range []string{"bai-viet/", "don-vi/truong-tieu-hoc/", "chuyen-muc/", "linh-vuc/giao-duc/2024/"} {
			if strings.HasPrefix(path, folder) {
				t.Errorf("%s is still there", path)
			}
		}
	}
	s.wantClean("after removing", foreign)
}

// A page that somebody changed or deleted in the output is made again, and only that one.
func TestDamageIsMended(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	writeFile(t, filepath.Join(s.o.Output, "guong", "a", "index.html"), "changed by hand")
	if err := os.Remove(filepath.Join(s.o.Output, "index.html")); err != nil {
		t.Fatal(err)
	}
	if r := s.build(); r.Written != 2 || r.Rendered != 2 {
		t.Errorf("%d rendered, %d written", r.Rendered, r.Written)
	}
	s.wantClean("after the damage", nil)
}

// Today is an input: with the day a story comes and goes.
func TestTheDayDecides(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.write("content/guong/het.md", profileFile("Hết Hạn", "y-te", "Trạm Y tế", "01/02/2024", "hết hạn: 02/06/2025\n", "Hết."))
	for _, c := range []struct {
		today          viet.Date
		future, drafts bool
		want           map[string]bool
	}{
		{viet.Date{Year: 2025, Month: 6, Day: 2}, false, false, map[string]bool{"het": true, "mai-sau": false, "nhap": false}},
		{viet.Date{Year: 2025, Month: 6, Day: 3}, false, false, map[string]bool{"het": false, "mai-sau": false, "nhap": false}},
		{viet.Date{Year: 2025, Month: 6, Day: 3}, true, true, map[string]bool{"het": false, "mai-sau": true, "nhap": true}},
		{viet.Date{Year: 2030, Month: 4, Day: 4}, false, false, map[string]bool{"mai-sau": false}},
		{viet.Date{Year: 2030, Month: 4, Day: 5}, false, false, map[string]bool{"mai-sau": true, "nhap": false}},
	} {
		s.o.Today, s.o.Future, s.o.Drafts = c.today, c.future, c.drafts
		s.build()
		tree := s.tree()
		for slug, want := range c.want {
			if _, got := tree["guong/"+slug+"/index.html"]; got != want {
				t.Errorf("%v, future %v, drafts %v: %s is there: %v", c.today, c.future, c.drafts, slug, got)
			}
		}
		s.wantClean("today "+c.today.String(), nil)
	}
}

// Where the source cannot be written the site is built without a ledger, and the result says so.
func TestTheCacheMayBeInTheWay(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.write(build.Cache, "a file where the folder should be")
	if r := s.build(); r.CacheOff == nil || r.Written != r.Files {
		t.Errorf("CacheOff %v, %d written of %d", r.CacheOff, r.Written, r.Files)
	}
	s.remove(build.Cache)
	s.wantClean("without a cache", nil)
}

// A folder that cannot be written is the machine's failure, not the author's.
func TestTheMachineFails(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	writeFile(t, s.o.Output, "a file where the folder should be")
	_, err := build.Build(context.Background(), s.o)
	var disk *publish.DiskError
	var path *publish.PathError
	if !errors.As(err, &disk) && !errors.As(err, &path) {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s = newSite(t, smallSite())
	if _, err := build.Build(ctx, s.o); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: error %v", err)
	}
	if len(s.tree()) != 0 {
		t.Error("a cancelled build wrote something")
	}
}

// BaseURL takes the place of the address in site.yaml, and with it goes the warning that there is none.
func TestBaseURL(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.write("site.yaml", "tên trang: X\n")
	if r := s.build(); diag.Count(r.Problems)[diag.Warning] != 1 {
		t.Errorf("without a base there should be one warning: %v", r.Problems)
	}
	if _, ok := s.tree()["rss.xml"]; ok {
		t.Error("a feed without a base")
	}
	s.o.BaseURL = "https://khac.example/a/"
	if r := s.build(); len(r.Problems) != 0 {
		t.Errorf("problems: %v", r.Problems)
	}
	if tree := s.tree(); !strings.Contains(tree["sitemap.xml"], "<loc>https://khac.example/a/guong/a/</loc>") ||
		!strings.Contains(tree["404.html"], `href="/a/guong/"`) {
		t.Errorf("the base is not in the sitemap or in 404.html")
	}
	s.wantClean("with another base", nil)
}

// Whatever a site lays over a theme reaches the pages that were built before, though no story has changed.
func TestTheThemeReachesOldPages(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	for _, file := range [][2]string{
		{"templates/plain.html", `{{define "main"}}<h1>{{.Heading}}</h1>{{.Body.HTML}}{{end}}`},
		{"templates/card.html", `<article><h3><a href="{{.Address}}">{{.Text}}</a></h3></article>`},
		{"i18n/vi.yaml", "home: \"Nhà\"\n"},
		{"i18n/vi.yaml", "home: \"Nhà\"\nmarkdown.footnotes: \"Ghi\"\n"},
		{"i18n/vi.yaml", "home: \"Nhà\"\nmarkdown.footnotes: \"Ghi\"\nui.skip: \"Bỏ qua\"\n"},
		{"icons/search.svg", `<svg viewBox="0 0 9 9" aria-hidden="true"><path d="M0 0h1v9z"/></svg>`},
	} {
		s.write("themes/sen/"+file[0], file[1])
		if r := s.build(); r.Written == 0 {
			t.Errorf("%s changed nothing: %s", file[0], file[1])
		}
		s.wantClean(file[0], nil)
	}
	s.remove("themes")
	s.build()
	s.wantClean("without a theme of its own", nil)
}
