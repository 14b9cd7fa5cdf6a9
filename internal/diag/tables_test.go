package diag_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"guongsang/internal/diag"
)

var holes = regexp.MustCompile(`\{[0-9]+\}`)

// holesOf lists the holes of a text, each once, in order.
func holesOf(text string) []string {
	found := holes.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// TestTables: every message is complete in both languages, and the tables are in the order in which a code is looked up.
func TestTables(t *testing.T) {
	form := regexp.MustCompile(`^GS[1-6][0-9][0-9]$`)
	last := diag.Code("")
	for _, m := range diag.Messages() {
		if !form.MatchString(string(m.Code)) || m.Code <= last {
			t.Errorf("%s after %s: codes are GS and three digits, each once, in order", m.Code, last)
		}
		last = m.Code
		if m.Severity > diag.Hint {
			t.Errorf("%s: severity %d", m.Code, m.Severity)
		}
		for what, texts := range map[string][2]string{"text": m.Text, "fix": m.Fix, "explain": m.Explain} {
			vi, en := texts[diag.Vietnamese], texts[diag.English]
			if (vi == "" || en == "") && (what != "fix" || vi != en) {
				t.Errorf("%s: the %s is not in both languages: %q, %q", m.Code, what, vi, en)
			}
			if vi != "" && vi == en {
				t.Errorf("%s: the %s is the same in both languages: %q", m.Code, what, vi)
			}
			if a, b := holesOf(vi), holesOf(en); !slices.Equal(a, b) {
				t.Errorf("%s: the %s has the holes %v in Vietnamese and %v in English", m.Code, what, a, b)
			}
			for _, text := range texts {
				if strings.TrimSpace(text) != text || strings.ContainsAny(text, "\n\t") {
					t.Errorf("%s: the %s has blanks around it or a line's end in it: %q", m.Code, what, text)
				}
				if sentence := strings.HasSuffix(text, "."); text != "" && sentence != (what == "explain") {
					t.Errorf("%s: a text and a fix are parts of one line without a full stop, an explanation is sentences: %q", m.Code, text)
				}
			}
		}
		if len(holesOf(m.Explain[0])) > 0 {
			t.Errorf("%s: an explanation is of all problems of its code and has no holes", m.Code)
		}
	}
}

// TestEveryConstantHasAnEntry reads the constants from the source, since a code without an entry is found only when it is told.
func TestEveryConstantHasAnEntry(t *testing.T) {
	constants := codeConstants(t)
	entries := map[diag.Code]bool{}
	for _, m := range diag.Messages() {
		entries[m.Code] = true
	}
	byCode := map[diag.Code]string{}
	for name, code := range constants {
		if !entries[code] {
			t.Errorf("%s = %q has no entry in the tables", name, code)
		}
		if other := byCode[code]; other != "" {
			t.Errorf("%s and %s are both %q", name, other, code)
		}
		byCode[code] = name
	}
	for code := range entries {
		if byCode[code] == "" {
			t.Errorf("the entry %q has no constant", code)
		}
	}
}

// codeConstants gives the constants of the type Code by name.
func codeConstants(t *testing.T) map[string]diag.Code {
	t.Helper()
	found := map[string]diag.Code{}
	files, err := filepath.Glob("messages*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if kind, ok := spec.Type.(*ast.Ident); ok && kind.Name == "Code" {
				text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				found[spec.Names[0].Name] = diag.Code(text)
			}
			return true
		})
	}
	if len(found) < 50 {
		t.Fatalf("only %d constants found: %v", len(found), slices.Sorted(maps.Keys(found)))
	}
	return found
}

// TestCallsFillTheHoles reads all calls in the program that have a code among their arguments, however the function is called: behind the
// code there must be an argument for each hole, since an unfilled one shows as {1}, and none for nothing.
func TestCallsFillTheHoles(t *testing.T) {
	constants := codeConstants(t)
	wanted := map[string]int{}
	for _, m := range diag.Messages() {
		for name, code := range constants {
			if code == m.Code {
				wanted[name] = len(holesOf(m.Text[0] + m.Fix[0]))
			}
		}
	}
	seen := map[string]bool{}
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || call.Ellipsis.IsValid() {
				return true
			}
			for i, arg := range call.Args {
				code, ok := arg.(*ast.SelectorExpr)
				if !ok {
					continue
				}
				if room, ok := code.X.(*ast.Ident); !ok || room.Name != "diag" {
					continue
				}
				want, ok := wanted[code.Sel.Name]
				if !ok {
					continue
				}
				seen[code.Sel.Name] = true
				if got := len(call.Args) - i - 1; got != want {
					t.Errorf("%s: %s has %d holes and gets %d words", set.Position(call.Pos()), code.Sel.Name, want, got)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range constants {
		if !seen[name] {
			t.Errorf("nothing in the program tells %s", name)
		}
	}
}
