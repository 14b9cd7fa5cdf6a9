package build_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// openSession opens a session on a site, which ends with the test.
func openSession(s *site) *build.Session {
	s.t.Helper()
	session, err := build.Open(context.Background(), s.o)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(session.Close)
	return session
}

func lookAt(t testing.TB, session *build.Session, laid source.Overlay) *build.Look {
	t.Helper()
	look, err := session.Look(context.Background(), laid)
	if err != nil {
		t.Fatal(err)
	}
	return look
}

// rendered is every file that a look shows; with made only those that are not copies.
func rendered(t testing.TB, look *build.Look, made bool) files {
	t.Helper()
	tree := files{}
	if _, err := look.Site.Index(t.Context()); err != nil {
		t.Fatal(err)
	}
	for item := range look.Site.All() {
		found, ok := look.Site.Find(item.Path)
		if !ok {
			t.Fatalf("%s is not found", item.Path)
		}
		if made && found.Copied != "" {
			continue
		}
		var b bytes.Buffer
		if err := found.Write(&b); err != nil {
			t.Fatalf("%s: %v", item.Path, err)
		}
		tree[item.Path] = b.String()
	}
	return tree
}

// onlyFiles leaves the folders out of a tree.
func onlyFiles(tree files) files {
	for name := range tree {
		if strings.HasSuffix(name, "/") {
			delete(tree, name)
		}
	}
	return tree
}

// A session shows after any edit what a build from nothing would write, byte for byte, before the edit is saved as well as after; and where the build would refuse,
// the last good look can still be shown as it was.
func TestASessionShowsWhatABuildWrites(t *testing.T) {
	t.Parallel()
	rounds := 25
	if testing.Short() {
		rounds = 6
	}
	e := newEditor(t)
	session := openSession(e.site)
	look := lookAt(t, session, nil)
	session.Hold(context.Background(), look)
	shown := rendered(t, look, true)
	edits := slices.DeleteFunc(e.edits(), func(one edit) bool {
		// What is an option of the session cannot change in it; what looks alike on disk cannot be laid over.
		return slices.Contains([]string{"today", "flags", "program", "output", "damaged cache", "touched"}, one.name)
	})
	good := 0
	for round := range rounds {
		before := e.snapshot()
		said := edits[e.random.IntN(len(edits))].do()
		after := e.snapshot()
		want, err := e.clean()
		if err != nil && !errors.Is(err, build.ErrContent) {
			t.Fatalf("round %d: %s: %v", round, said, err)
		}
		onlyFiles(want)

		laid := source.Overlay{}
		for _, name := range changed(after.files, before.files) {
			if text, there := after.files[name]; there {
				laid[name] = []byte(text)
			} else {
				laid[name] = nil
			}
		}
		e.restore(before)
		inTheme := func(name string) bool { return strings.HasPrefix(name, "themes/") }
		over := lookAt(t, session, laid)
		e.restore(after)
		saved := lookAt(t, session, nil)
		if slices.ContainsFunc(changed(after.files, before.files), inTheme) { // whole folders cannot be laid over
			over = saved
		}
		for what, look := range map[string]*build.Look{"laid over": over, "saved": saved} {
			if look.Good != (err == nil) {
				t.Fatalf("round %d: %s, %s: good %v, build says %v\n%s", round, said, what, look.Good, err, told(look.Problems))
			}
		}
		if a, b := told(over.Problems), told(saved.Problems); a != b {
			t.Fatalf("round %d: %s: laid over, the problems are\n%s\nnot\n%s", round, said, a, b)
		}
		if err != nil {
			if d := difference(rendered(t, look, true), shown); d != "" {
				t.Fatalf("round %d: %s: the last good look is no longer shown as it was:\n%s", round, said, d)
			}
			e.restore(before)
			continue
		}
		good++
		if d := difference(rendered(t, saved, false), want); d != "" {
			t.Fatalf("round %d: %s: what is shown is not what is built:\n%s", round, said, d)
		}
		look = saved
		session.Hold(context.Background(), look)
		shown = rendered(t, look, true)
		e.restore(before)
		if d := difference(rendered(t, over, true), shown); d != "" {
			t.Fatalf("round %d: %s: what is shown before it is saved is not what is built:\n%s", round, said, d)
		}
		e.restore(after)
	}
	if good == 0 {
		t.Error("no edit was good: the test does not edit what it should")
	}
}

// A draft that is not finished stops nothing and is left out; one that is laid over is shown as soon as there is enough of it.
func TestAnUnfinishedDraft(t *testing.T) {
	s := newSite(t, smallSite())
	s.o.Drafts, s.o.Future = true, true
	s.write("content/guong/moi.md", "---\ntên: Người Mới\nloại: cá nhân\nlĩnh vực:\nnăm:\nđơn vị:\nnháp: true\n---\n")
	session := openSession(s)
	look := lookAt(t, session, nil)
	counts := diag.Count(look.Problems)
	if !look.Good || counts[diag.Error] > 0 || counts[diag.Warning] < 3 {
		t.Errorf("good %v:\n%s", look.Good, told(look.Problems))
	}
	if _, ok := look.Site.Find("guong/moi/index.html"); ok {
		t.Error("a draft without a field has a page")
	}
	look = lookAt(t, session, source.Overlay{"content/guong/moi.md": []byte("---\ntên: Người Mới\nloại: cá nhân\nlĩnh vực: 6\nnăm: 2024\nđơn vị:\nnháp: true\n---\nChữ.\n")})
	found, ok := look.Site.Find("guong/moi/index.html")
	if !ok || found.Content != "content/guong/moi.md" {
		t.Fatalf("a draft with a field has no page: %v", found)
	}
	for _, f := range look.Files {
		if f.Path == "content/guong/moi.md" && (look.Address(f) != "guong/moi/" || !f.Draft()) {
			t.Errorf("address %q, draft %v", look.Address(f), f.Draft())
		}
	}
	if d := string(s.read("content/guong/moi.md")); strings.Contains(d, "2024") {
		t.Error("what was laid over was written")
	}
}

// Whatever is wrong with a file: nothing panics, all other pages are shown, and the errors are told.
func TestErrorsAreLeftOut(t *testing.T) {
	for what, text := range map[string]string{
		"nothing":          "",
		"no end":           "---\ntên: A",
		"no keys":          "---\n---\n",
		"bad yaml":         "---\ntên: [\n---\n",
		"no field":         "---\ntên: A\nloại: tập thể\nnăm: 2024\nđơn vị: B\n---\n",
		"wrong field":      "---\ntên: A\nloại: tập thể\nlĩnh vực: khong-co\nnăm: 2024\nđơn vị: B\n---\n",
		"no unit":          "---\ntên: A\nloại: tập thể\nlĩnh vực: 1\nnăm: 2024\n---\n[x](y.md) ![](z.jpg)",
		"everything wrong": "---\ntên: A\nloại: tập thể\nlĩnh vực: 1\nnăm: 2024\nđơn vị: B\nngày: 31/02/2024\nđứng đầu: ai\ntiêu chí: [9.9.9]\nnhân rộng: [{đơn vị: C, gương: khong}]\nảnh: khong.jpg\nđường dẫn: trang\n---\n",
		"a taken address":  "---\ntên: A\nloại: tập thể\nlĩnh vực: 1\nnăm: 2024\nđơn vị: B\nđường dẫn: an\n---\n",
	} {
		t.Run(what, func(t *testing.T) {
			s := newSite(t, smallSite())
			for _, folder := range []string{"guong", "mo-hinh", "bai-viet", "don-vi", "trang", "chuyen-de", "linh-vuc"} {
				s.write("content/"+folder+"/xau.md", text)
			}
			session := openSession(s)
			look := lookAt(t, session, nil)
			if look.Good {
				t.Fatal("it is good")
			}
			rendered(t, look, false)
			if entries, err := os.ReadDir(filepath.Dir(s.o.Output)); err != nil || len(entries) != 1 {
				t.Errorf("a look wrote %v %v", entries, err)
			}
		})
	}
}

// Advice that the site wants to count counts in a session as in a build; all other advice is there for who asks.
func TestAdviceInASession(t *testing.T) {
	s := newSite(t, smallSite())
	s.write("content/guong/khuyen.md", profileFile("Trần Khuyên", "y-te", "Trạm Y tế", "01/02/2024", "", "Xem [tại đây](a.md) nhé."))
	session := openSession(s)
	look := lookAt(t, session, nil)
	vague := func(problems []diag.Problem) (severity []diag.Severity) {
		for _, p := range problems {
			if p.Code == diag.VagueLink && p.File == "content/guong/khuyen.md" {
				severity = append(severity, p.Severity)
			}
		}
		return severity
	}
	check := func(what string, got []diag.Severity, want ...diag.Severity) {
		t.Helper()
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	check("the site", vague(look.Problems))
	check("the file", vague(look.ProblemsOf("content/guong/khuyen.md")), diag.Hint)
	check("everything", vague(look.AllProblems()), diag.Hint)
	check("another file", vague(look.ProblemsOf("content/guong/a.md")))

	s.write("site.yaml", s.read("site.yaml")+"\nmức báo: {"+string(diag.VagueLink)+": lỗi}\n")
	raised := lookAt(t, session, nil)
	check("the site, raised", vague(raised.Problems), diag.Error)
	check("the file, raised", vague(raised.ProblemsOf("content/guong/khuyen.md")), diag.Error)
	check("everything, raised", vague(raised.AllProblems()), diag.Error)
	result, err := build.Build(context.Background(), s.o)
	if raised.Good || !errors.Is(err, build.ErrContent) {
		t.Errorf("good %v, and the build says %v", raised.Good, err)
	}
	if a, b := told(raised.Problems), told(result.Problems); a != b {
		t.Errorf("the session tells\n%s\nthe build\n%s", a, b)
	}

	s.write("content/guong/khuyen.md", strings.Replace(s.read("content/guong/khuyen.md"), "tại đây", "chuyện bà An", 1))
	mended := lookAt(t, session, nil)
	check("everything, mended", vague(mended.AllProblems()))
	if !mended.Good {
		t.Errorf("not good:\n%s", told(mended.Problems))
	}
}

// A session that is open at midnight sees the day change.
func TestTheDayPassesInASession(t *testing.T) {
	s := newSite(t, smallSite())
	s.write("content/guong/mai.md", profileFile("Trần Mai", "y-te", "Trạm Y tế", "02/06/2025", "", "Mai."))
	day := viet.Date{Year: 2025, Month: 6, Day: 1}
	s.o.Clock = func() viet.Date { return day }
	session := openSession(s)
	for _, want := range []bool{false, true} {
		if _, there := lookAt(t, session, nil).Site.Find("guong/mai/index.html"); there != want {
			t.Errorf("on %v it is there: %v", day, there)
		}
		day.Day++
	}
}

// Two files of the site that cannot lie side by side are told as a build tells them.
func TestNamesThatClashInASession(t *testing.T) {
	s := newSite(t, smallSite())
	s.write("static/tai-ve/Mau.txt", "x")
	s.write("static/tai-ve/mau.txt", "x")
	look := lookAt(t, openSession(s), nil)
	result, err := build.Build(context.Background(), s.o)
	if a, b := told(look.Problems), told(result.Problems); look.Good || !errors.Is(err, build.ErrContent) || a != b {
		t.Errorf("good %v, build %v; the session tells\n%s\nthe build\n%s", look.Good, err, a, b)
	}
}
