// Package internal_test keeps the walls of the house: which room may import which, that only the command prints, and that no
// room has a state of its own. docs/ARCHITECTURE.md tells why the walls stand where they stand.
package internal_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "guongsang/"

// room is one folder of internal/: its floor and what it may import on its own floor. Lower floors are open to it, but a room that
// names lower ones in only may use no others.
type room struct {
	floor int
	// beside are the rooms of its own floor that it may import: the arrows of the plan.
	beside []string
	// only narrows the lower floors, where the plan does; nil leaves them all open.
	only []string
}

// leaf is a room that knows a format and nothing else: it imports no room at all.
var leaf = []string{}

// rooms is the plan of the house. A new room is a line here.
var rooms = map[string]room{
	"viet":     {floor: 0, only: leaf},
	"language": {floor: 0, beside: []string{"viet"}},
	"diag":     {floor: 0, only: leaf},
	"digest":   {floor: 0, only: leaf},
	"chart":    {floor: 0, only: leaf},
	"keys":     {floor: 0, beside: []string{"diag", "language", "viet"}},
	"yamltext": {floor: 0, beside: []string{"diag", "keys", "viet"}},
	"markdown": {floor: 0, beside: []string{"diag", "viet"}},
	"picture":  {floor: 0, beside: []string{"digest"}},
	"pack":     {floor: 0, beside: []string{"digest"}},
	"search":   {floor: 0, beside: []string{"digest", "pack", "viet"}},
	"cache":    {floor: 0, beside: []string{"digest", "pack"}},
	"publish":  {floor: 0, beside: []string{"digest", "pack"}},
	"watch":    {floor: 0, only: leaf},

	"source":   {floor: 1},
	"criteria": {floor: 1, only: []string{"viet"}},
	"address":  {floor: 1, only: leaf},
	"config":   {floor: 1, beside: []string{"source"}},
	"profile":  {floor: 1, beside: []string{"criteria", "source"}},
	"catalog":  {floor: 1, beside: []string{"profile", "criteria", "source", "address"}},

	"advice": {floor: 2},
	"page":   {floor: 2},
	"theme":  {floor: 2, only: []string{"diag", "digest", "keys", "viet"}},
	"output": {floor: 2, beside: []string{"page", "theme"}},
	"edit":   {floor: 2, beside: []string{"advice"}},

	"build":  {floor: 3},
	"form":   {floor: 3, beside: []string{"build"}},
	"serve":  {floor: 3, beside: []string{"build", "form"}},
	"manual": {floor: 3, only: []string{"config", "diag", "keys", "page", "source"}},
}

// floors say what a floor is for, so that a message tells why and not only that.
var floors = [...]string{
	"floor 0 knows formats and letters and no people: whatever it needs of a profile is handed to it as a value",
	"floor 1 is the domain: it reads and orders what editors wrote and does not know that it will become pages",
	"floor 2 makes values and HTML of the domain and does not know who runs it",
	"floor 3 is the roads from end to end: nothing but the commands stands above it",
	"floor 4 is the commands",
}

// mayImport says why a room may not import another; empty where it may.
func mayImport(from, to string) string {
	a, known := rooms[from]
	if !known {
		return fmt.Sprintf("internal/%s stands on no floor yet: give it a line in the table of floors_test.go", from)
	}
	b, known := rooms[to]
	switch {
	case !known:
		return fmt.Sprintf("internal/%s stands on no floor yet: give it a line in the table of floors_test.go", to)
	case b.floor > a.floor:
		return fmt.Sprintf("%s stands on floor %d and %s above it on floor %d: %s", from, a.floor, to, b.floor, floors[a.floor])
	case b.floor == a.floor && !slices.Contains(a.beside, to):
		return fmt.Sprintf("%s and %s stand on floor %d, and no arrow of the plan leads from %s to %s: %s", from, to, a.floor, from, to, floors[a.floor])
	case b.floor < a.floor && a.only != nil && !slices.Contains(a.only, to):
		return fmt.Sprintf("%s on floor %d may use only %v of the floors below it, and not %s: it knows a format and should not learn more", from, a.floor, a.only, to)
	}
	return ""
}

// file is one parsed source file. Folder is counted from the module's root.
type file struct {
	folder, name string
	test         bool
	syntax       *ast.File
}

// room is the room that a folder is, or belongs to: internal/x and internal/x/y are x.
func (f file) room() string {
	rest, ok := strings.CutPrefix(f.folder, "internal/")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "/")
	return name
}

func parseHouse(t *testing.T) (*token.FileSet, []file) {
	t.Helper()
	set := token.NewFileSet()
	var files []file
	for _, top := range []string{"cmd", "internal", "themes"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
				return err
			}
			syntax, err := parser.ParseFile(set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			folder := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(name)), "../")
			files = append(files, file{folder: folder, name: name, test: strings.HasSuffix(name, "_test.go"), syntax: syntax})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(files) < 50 {
		t.Fatalf("only %d files were found: the test does not stand where it thinks", len(files))
	}
	return set, files
}

func TestFloors(t *testing.T) {
	set, files := parseHouse(t)
	seen := map[string]bool{}
	for _, f := range files {
		if _, known := rooms[f.room()]; !known && !seen[f.room()] && f.room() != "" {
			t.Errorf("internal/%s stands on no floor yet: give it a line in the table of floors_test.go", f.room())
		}
		seen[f.room()] = true
		if f.test {
			continue // a test may look at its room from anywhere
		}
		for _, spec := range f.syntax.Imports {
			to, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(to, module) {
				continue
			}
			if why := wrongImport(f, strings.TrimPrefix(to, module)); why != "" {
				t.Errorf("%s: %s may not import %s: %s", set.Position(spec.Pos()), f.folder, to, why)
			}
		}
	}
	for name := range rooms {
		if !seen[name] {
			if _, err := os.Stat(name); err != nil {
				t.Errorf("the table of floors has the room %q, and internal/%s is not there", name, name)
			}
		}
	}
}

// wrongImport says why a file may not import a package of ours, by its path within the module.
func wrongImport(f file, to string) string {
	name, isRoom := strings.CutPrefix(to, "internal/")
	name, _, _ = strings.Cut(name, "/")
	switch {
	case f.folder == "themes":
		return "a theme is data: it knows no room"
	case strings.HasPrefix(f.folder, "cmd/") && isRoom:
		return "" // the commands stand above everything
	case to == "themes" && f.room() == "build":
		return ""
	case to == "themes":
		return "the built-in themes are handed down by build as an fs.FS, so that every room can be tried with a theme of its own"
	case !isRoom:
		return "a room imports rooms only"
	case name == f.room():
		return ""
	}
	return mayImport(f.room(), name)
}

// The table itself must be a plan: no two rooms of a floor may lead to each other.
func TestArrowsGoOneWay(t *testing.T) {
	for _, from := range slices.Sorted(maps.Keys(rooms)) {
		for _, to := range rooms[from].beside {
			if rooms[to].floor != rooms[from].floor {
				t.Errorf("%s names %s as a room of its own floor, which is on floor %d", from, to, rooms[to].floor)
			}
			if reaches(to, from, map[string]bool{}) {
				t.Errorf("the arrows from %s and %s go in a circle", from, to)
			}
		}
	}
}

func reaches(from, to string, seen map[string]bool) bool {
	if from == to {
		return true
	}
	seen[from] = true
	return slices.ContainsFunc(rooms[from].beside, func(next string) bool { return !seen[next] && reaches(next, to, seen) })
}

// The messages are for people who meet the wall for the first time.
func TestAForbiddenImportSaysWhy(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"viet", "profile", "floor 0 knows formats"},
		{"catalog", "page", "floor 1 is the domain"},
		{"page", "output", "no arrow of the plan leads from page to output"},
		{"page", "build", "floor 2 makes values"},
		{"chart", "viet", "no arrow"},
		{"theme", "profile", "may use only [diag digest keys viet]"},
		{"theme", "desk", "give it a line"},
		{"output", "page", ""},
		{"catalog", "address", ""},
	} {
		if got := mayImport(c.from, c.to); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s -> %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

// Rooms return values and problems; a room that prints would talk into a progress bar, a JSON report or a server's log.
func TestOnlyTheCommandPrints(t *testing.T) {
	set, files := parseHouse(t)
	forbidden := map[string][]string{
		"fmt": {"Print", "Println", "Printf"},
		"os":  {"Stdout", "Stderr", "Stdin", "Exit"},
	}
	for _, f := range files {
		if f.room() == "" || f.test {
			continue
		}
		for _, spec := range f.syntax.Imports {
			if to, _ := strconv.Unquote(spec.Path.Value); to == "log" || strings.HasPrefix(to, "log/") {
				t.Errorf("%s: %s imports %s; a room returns problems, and cmd/guongsang prints them", set.Position(spec.Pos()), f.folder, to)
			}
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if pkg, ok := n.X.(*ast.Ident); ok && slices.Contains(forbidden[pkg.Name], n.Sel.Name) {
					t.Errorf("%s: %s uses %s.%s; only cmd/guongsang prints and ends the program", set.Position(n.Pos()), f.folder, pkg.Name, n.Sel.Name)
				}
			case *ast.CallExpr:
				if called, ok := n.Fun.(*ast.Ident); ok && (called.Name == "print" || called.Name == "println") {
					t.Errorf("%s: %s is for a debugger's eyes", set.Position(n.Pos()), called.Name)
				}
			}
			return true
		})
	}
}

func TestNamesOfRooms(t *testing.T) {
	_, files := parseHouse(t)
	for _, f := range files {
		for _, name := range []string{strings.TrimSuffix(f.syntax.Name.Name, "_test"), path.Base(f.folder)} {
			switch name {
			case "util", "utils", "common", "helper", "helpers", "misc", "shared", "base", "lib":
				t.Errorf("%s: a room called %s is about nothing and gathers everything; name it after what it knows", f.name, name)
			}
		}
	}
}

// allowed are the package variables that are neither a table of literals, nor an error, nor an embedded file, and why each is as good as a
// constant.
var allowed = map[string]string{
	"diag.fileMessages":     "the tables of one group of codes, joined; read only",
	"keys.articleTable":     "a table of keys, made of shared pieces; read only",
	"keys.columnTable":      "a table of keys, made of shared pieces; read only",
	"keys.localityTable":    "a table of keys, made of shared pieces; read only",
	"keys.pageTable":        "a table of keys, made of shared pieces; read only",
	"keys.pictureFileKey":   "a line of a table of keys; values point at it and only read it",
	"keys.practiceTable":    "a table of keys, made of shared pieces; read only",
	"keys.profileTable":     "a table of keys, made of shared pieces; read only",
	"keys.topicTable":       "a table of keys, made of shared pieces; read only",
	"keys.unitTable":        "a table of keys, made of shared pieces; read only",
	"markdown.linkStateKey": "goldmark hands out keys of its context by a call; the number stands for nothing",
	"markdown.noAttributes": "an empty value that is only compared with and read",
	"markdown.shared":       "the parsers, finished when they are made, and a pool of working memory",
	"page.shortForms":       "a table of abbreviations, folded once, since every name is compared with it; read only",
	"theme.htmlNormTable":   "a table of an escaper, too large to be copied for each call; read only",
	"theme.htmlTable":       "a table of an escaper, too large to be copied for each call; read only",
	"theme.jsStrNormTable":  "a table of an escaper, filled for all control signs; read only",
	"theme.jsStrTable":      "a table of an escaper, filled for all control signs; read only",
	"theme.urlInStyle":      "a compiled pattern",
	"theme.urlTable":        "a table of an escaper, filled for all letters and digits; read only",
	"theme.where":           "a compiled pattern",
}

// A package variable is a table, an error, an embedded file, or stands in the list above; and nobody changes one.
func TestNoRoomHasState(t *testing.T) {
	set, files := parseHouse(t)
	variables := map[string]map[string]bool{} // by folder
	used := map[string]bool{}
	for _, f := range files {
		if f.test || f.room() == "" {
			continue
		}
		for _, decl := range f.syntax.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s: an init() runs before anybody asked for anything; make what it makes where it is needed", set.Position(fn.Pos()))
			}
			gen, ok := decl.(*ast.GenDecl)
			if !ok || gen.Tok != token.VAR {
				continue
			}
			for _, spec := range gen.Specs {
				value := spec.(*ast.ValueSpec)
				for i, name := range value.Names {
					if name.Name == "_" {
						continue // says that a type has an interface's methods
					}
					if variables[f.folder] == nil {
						variables[f.folder] = map[string]bool{}
					}
					variables[f.folder][name.Name] = true
					full := f.room() + "." + name.Name
					if _, ok := allowed[full]; ok {
						used[full] = true
						continue
					}
					if !isConstant(gen, value, i) {
						t.Errorf("%s: %s is a package variable that is made by running code: pass it as a value, or, where it is as good as a constant, say why in the list of floors_test.go",
							set.Position(name.Pos()), full)
					}
				}
			}
		}
	}
	for full, why := range allowed {
		if !used[full] {
			t.Errorf("the list of variables has %s, and it is not there any more", full)
		}
		if why == "" {
			t.Errorf("the list of variables does not say why %s may be one", full)
		}
	}
	for _, f := range files {
		if !f.test && f.room() != "" {
			forbidChanges(t, set, f, variables[f.folder])
		}
	}
}

// isConstant says whether the variable's value is written down: an embedded file, an error, or literals all through.
func isConstant(gen *ast.GenDecl, spec *ast.ValueSpec, i int) bool {
	for _, doc := range []*ast.CommentGroup{gen.Doc, spec.Doc} {
		if doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//go:embed") }) {
			return true
		}
	}
	if i >= len(spec.Values) {
		return false // a variable without a value waits for somebody to set it
	}
	if call, ok := spec.Values[i].(*ast.CallExpr); ok && isError(call) {
		return true
	}
	constant := true
	ast.Inspect(spec.Values[i], func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if !isConversion(n) {
				constant = false
			}
		case *ast.FuncLit, *ast.StarExpr, *ast.ChanType:
			constant = false
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				constant = false
			}
		}
		return constant
	})
	return constant
}

// isError knows errors.New("…").
func isError(call *ast.CallExpr) bool {
	callee, ok := call.Fun.(*ast.SelectorExpr)
	return ok && callee.Sel.Name == "New" && rootName(callee.X) == "errors"
}

// isConversion knows []byte("…").
func isConversion(call *ast.CallExpr) bool {
	_, ok := call.Fun.(*ast.ArrayType)
	return ok
}

// forbidChanges fails where something is done to a package variable that could change it. It goes by names: a local variable of
// the same name is better called something else anyway.
func forbidChanges(t *testing.T, set *token.FileSet, f file, variables map[string]bool) {
	t.Helper()
	change := func(e ast.Expr) {
		if name := rootName(e); variables[name] {
			t.Errorf("%s: %s is a package variable of %s and is changed here; what changes is passed as a value", set.Position(e.Pos()), name, f.folder)
		}
	}
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, left := range n.Lhs {
					change(left)
				}
			}
		case *ast.IncDecStmt:
			change(n.X)
		case *ast.UnaryExpr:
			if _, ok := allowed[f.room()+"."+rootName(n.X)]; n.Op == token.AND && !ok {
				change(n.X)
			}
		case *ast.CallExpr:
			if callee, ok := n.Fun.(*ast.Ident); ok && (callee.Name == "delete" || callee.Name == "clear") {
				change(n.Args[0])
			}
		}
		return true
	})
}

// rootName is the variable at the root of x, x.y, x[i], x[i:j]; empty for anything else.
func rootName(e ast.Expr) string {
	for {
		switch n := e.(type) {
		case *ast.Ident:
			return n.Name
		case *ast.IndexExpr:
			e = n.X
		case *ast.SliceExpr:
			e = n.X
		case *ast.SelectorExpr:
			e = n.X
		case *ast.ParenExpr:
			e = n.X
		default:
			return ""
		}
	}
}
