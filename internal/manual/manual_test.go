package manual_test

import (
	"errors"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"guongsang/internal/diag"
	"guongsang/internal/manual"
)

var update = flag.Bool("update", false, "write the generated pages")

// The pages in the repository are the ones that the code makes. `make docs` writes them.
func TestGeneratedDocs(t *testing.T) {
	views, err := manual.Views(os.DirFS("../page"))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../themes/README.md")
	if err != nil {
		t.Fatal(err)
	}
	contract, err := manual.Between(string(readme), views)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"../../docs/thong-bao.md": manual.Messages(), "../../docs/khoa.md": manual.Keys(), "../../themes/README.md": contract,
	} {
		if *update {
			if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(name)
		if err != nil || string(got) != want {
			t.Errorf("%s is not what the code makes (%v); run make docs", name, err)
		}
	}
}

func TestEveryMessageIsExplained(t *testing.T) {
	page := manual.Messages()
	hole := regexp.MustCompile(`\{\d\}`)
	if found := hole.FindString(page); found != "" {
		t.Errorf("a hole %s is left in the page", found)
	}
	for _, m := range diag.Messages() {
		if strings.Count(page, "\n### "+string(m.Code)+"\n") != 1 {
			t.Errorf("%s has not one heading", m.Code)
		}
		if m.Explain[0] == "" || m.Explain[1] == "" {
			t.Errorf("%s is not explained in both languages", m.Code)
		}
	}
	if strings.Contains(page, "\n## \n") {
		t.Error("a group of codes has no name")
	}
}

func TestEveryTemplateHasATable(t *testing.T) {
	views, err := manual.Views(os.DirFS("../page"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"`templates/story.html`", "`templates/card.html`", "| … | [Frame](#frame) | All fields of [Frame](#frame) too. |", "| `.Cards` | list of fragment |", "#### Link\n", "| `.Width` `.Height` | number |", "`{{fragment .Header}}`",
	} {
		if !strings.Contains(views, want) {
			t.Errorf("%s is missing", want)
		}
	}
	// Every type that a table mentions has a table.
	for _, m := range regexp.MustCompile(`\]\(#([a-z]+)\)`).FindAllStringSubmatch(views, -1) {
		if !strings.Contains(strings.ToLower(views), "#### "+m[1]+"\n") {
			t.Errorf("there is no table of %s", m[1])
		}
	}
	if _, err := manual.Views(fstest.MapFS{"a.go": {Data: []byte("package page\n")}}); err == nil {
		t.Error("views without sources")
	}
}

func TestBetween(t *testing.T) {
	page := "before\n" + manual.Begin + "old\n" + manual.End + "after\n"
	got, err := manual.Between(page, "new\n")
	if want := "before\n" + manual.Begin + "\nnew\n\n" + manual.End + "after\n"; err != nil || got != want {
		t.Errorf("%v: %q", err, got)
	}
	if again, _ := manual.Between(got, "new\n"); again != got {
		t.Errorf("the second time: %q", again)
	}
	for _, page := range []string{"", manual.Begin, manual.End} {
		if _, err := manual.Between(page, "x"); !errors.Is(err, manual.ErrMarks) {
			t.Errorf("%q: %v", page, err)
		}
	}
}
