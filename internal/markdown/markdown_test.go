package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"guongsang/internal/diag"
)

var update = flag.Bool("update", false, "write what the cases in testdata give; then read the difference")

// A case of testdata has the parts input.md, sources (optional), want.html, want.scan and want.problems, and the HTML that other sources
// give: see variants.
func TestCases(t *testing.T) {
	for file, c := range cases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			input := []byte(c.text["input.md"])
			scan, problems := ScanBody(input, diag.Place{File: "a.md", Line: 11})
			got := map[string]string{
				"want.html":     render(t, input, parseSources(t, c.text["sources"])),
				"want.scan":     describe(scan),
				"want.problems": draw(problems),
			}
			for name, from := range variants(scan) {
				got["want."+name+".html"] = render(t, input, from)
			}
			for _, name := range slices.Sorted(maps.Keys(got)) {
				if *update {
					c.set(name, got[name])
				} else if diff := cmp.Diff(c.text[name], got[name]); diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			}
			if *update {
				if err := os.WriteFile(file, []byte(c.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func cases(t testing.TB) map[string]*testCase {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	all := map[string]*testCase{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[file] = parseCase(string(data))
	}
	return all
}

// testCase is a file in the format of txtar: a comment, then parts that begin with a line "-- name --".
type testCase struct {
	names []string
	text  map[string]string
}

func parseCase(data string) *testCase {
	c := &testCase{text: map[string]string{}}
	name := ""
	for line := range strings.Lines(data) {
		if inner, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(inner, " --\n") {
			name = strings.TrimSuffix(inner, " --\n")
			c.set(name, "")
			continue
		}
		c.set(name, c.text[name]+line)
	}
	return c
}

func (c *testCase) set(name, text string) {
	if _, ok := c.text[name]; !ok {
		c.names = append(c.names, name)
	}
	c.text[name] = text
}

func (c *testCase) String() string {
	var b strings.Builder
	for _, name := range c.names {
		if name != "" {
			b.WriteString("-- " + name + " --\n")
		}
		b.WriteString(c.text[name])
	}
	return b.String()
}

// variants are sources that know nothing, everything that a scan found, and that nothing has an address.
func variants(s Scan) map[string]Sources {
	known := Sources{Links: map[string]string{}, Pictures: map[string]Image{}}
	empty := Sources{
		Links: map[string]string{}, Pictures: map[string]Image{}, IDPrefix: "p-", HeadingLevel: 4,
		Words: map[string]string{
			WordFootnotes: "Notes", WordFootnote: "Note", WordFootnoteBack: "Back to the call of note", WordVideo: "Watch", WordTable: "Table",
		},
	}
	for _, l := range s.Links {
		known.Links[l.Dest], empty.Links[l.Dest] = "~/x/?a=\"&b=<"+l.Dest, ""
	}
	for _, p := range s.Pictures {
		known.Pictures[p.Dest], empty.Pictures[p.Dest] = Image{"~/" + p.Dest, 1, 2}, Image{}
	}
	return map[string]Sources{"bare": {}, "known": known, "empty": empty}
}

func render(t *testing.T, body []byte, s Sources) string {
	t.Helper()
	var b bytes.Buffer
	if err := Render(&b, body, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// parseSources reads lines "link KEY => VALUE", "picture KEY => ADDRESS WIDTH HEIGHT", "word KEY => VALUE", "prefix => P", "level => N".
func parseSources(t testing.TB, text string) Sources {
	s := Sources{Links: map[string]string{}, Pictures: map[string]Image{}, Words: map[string]string{}}
	for line := range strings.Lines(text) {
		left, value, ok := strings.Cut(strings.TrimSpace(line), "=>")
		kind, key, _ := strings.Cut(strings.TrimSpace(left), " ")
		value = strings.TrimSpace(value)
		var err error
		switch kind {
		case "link":
			s.Links[key] = value
		case "picture":
			var image Image
			_, err = fmt.Sscan(value, &image.Address, &image.Width, &image.Height)
			s.Pictures[key] = image
		case "word":
			s.Words[key] = value
		case "prefix":
			s.IDPrefix = value
		case "level":
			_, err = fmt.Sscan(value, &s.HeadingLevel)
		default:
			ok = false
		}
		if !ok || err != nil {
			t.Fatalf("sources: %q: %v", line, err)
		}
	}
	return s
}

func describe(s Scan) string {
	var b strings.Builder
	for _, l := range s.Links {
		fmt.Fprintf(&b, "link %d:%d %q fragment %q text %q\n", l.Line, l.Column, l.Dest, l.Fragment, l.Text)
	}
	for _, p := range s.Pictures {
		fmt.Fprintf(&b, "picture %d:%d %q alt %q title %q\n", p.Line, p.Column, p.Dest, p.Alt, p.Title)
	}
	for _, h := range s.Headings {
		fmt.Fprintf(&b, "heading %d:%d h%d %q #%s\n", h.Line, h.Column, h.Level, h.Text, h.ID)
	}
	fmt.Fprintf(&b, "ids %s\nwords %d\nexcerpt %q\n", strings.Join(s.IDs, " "), s.Words, s.Excerpt)
	return b.String()
}

func draw(problems []diag.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(p.Text(diag.Vietnamese, nil) + "\n" + p.Text(diag.English, nil) + "\n")
	}
	return b.String()
}
