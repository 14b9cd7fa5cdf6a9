package page

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"guongsang/internal/criteria"
	"guongsang/internal/digest"
	"guongsang/internal/keys"
	"guongsang/internal/viet"
)

// A view is a value: what it holds is finished, can be hashed, and leads nowhere into the catalog. Otherwise two equal pages could
// have two keys, or two pages one.
func TestViewsArePlain(t *testing.T) {
	for name, view := range everyView() {
		typ := reflect.TypeOf(view)
		if err := digest.CheckPlain(typ); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		walkTypes(typ, typ.Name(), map[reflect.Type]bool{}, func(path string, typ reflect.Type) {
			switch typ.Kind() {
			case reflect.Pointer, reflect.Interface, reflect.Func, reflect.Chan, reflect.Map:
				t.Errorf("%s: %s is a %s; a view holds values in their order", name, path, typ.Kind())
			}
			if from := typ.PkgPath(); strings.HasPrefix(from, "guongsang/") && from != "guongsang/internal/page" && from != "guongsang/internal/digest" {
				t.Errorf("%s: %s is a %s; what a view shows of it, the view says itself", name, path, typ)
			}
		})
	}
}

func everyView() map[string]any {
	views := Pages()
	for name, view := range Fragments() {
		views[name] = view
	}
	return views
}

func walkTypes(typ reflect.Type, path string, seen map[reflect.Type]bool, visit func(path string, typ reflect.Type)) {
	visit(path, typ)
	if seen[typ] {
		return
	}
	seen[typ] = true
	switch typ.Kind() {
	case reflect.Struct:
		for f := range fieldsOf(typ) {
			walkTypes(f.Type, path+"."+f.Name, seen, visit)
		}
	case reflect.Slice, reflect.Array:
		walkTypes(typ.Elem(), path+"[]", seen, visit)
	}
}

func fieldsOf(typ reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range typ.NumField() {
			if !yield(typ.Field(i)) {
				return
			}
		}
	}
}

// Every view with a Text must hand it to the writer, or its HTML stays empty.
func TestTextsAreHandedOut(t *testing.T) {
	for name, view := range Pages() {
		has := false
		walkTypes(reflect.TypeOf(view), "", map[reflect.Type]bool{}, func(_ string, typ reflect.Type) {
			has = has || typ == reflect.TypeFor[Text]()
		})
		_, hands := reflect.New(reflect.TypeOf(view)).Interface().(interface{ Texts() []*Text })
		if has != hands {
			t.Errorf("%s: has a Text: %v, has the method Texts: %v", name, has, hands)
		}
	}
}

// Needed is what the sources of this package ask for, no more and no less: a word too few is an empty text on a page, a word too many
// one that every theme must carry for nothing.
func TestNeededIsWhatTheSourcesAskFor(t *testing.T) {
	needed := Needed()
	if !slices.IsSorted(needed) || len(slices.Compact(slices.Clone(needed))) != len(needed) {
		t.Error("the list is not sorted or holds a word twice")
	}
	asked, literals := wordsInSources(t)
	if len(asked) < 40 {
		t.Fatalf("only %d questions were found in the sources", len(asked))
	}
	used := map[string]bool{}
	for pattern, place := range asked {
		found := false
		for _, w := range needed {
			if regexp.MustCompile("^" + pattern + "$").MatchString(w) {
				found, used[w] = true, true
			}
		}
		if !found {
			t.Errorf("%s asks for the word %s, which Needed does not have", place, pattern)
		}
	}
	for _, w := range needed {
		if !used[w] && !literals[w] {
			t.Errorf("Needed has %q, and nothing in the sources asks for it", w)
		}
	}
	// The ends that come from other rooms.
	for _, k := range criteria.Kinds {
		if !slices.Contains(needed, "kind."+k.Code()) {
			t.Errorf("no word for the kind %s", k.Code())
		}
	}
	for _, key := range keys.Profile() {
		for _, value := range key.Values {
			if w := "discovery." + viet.Slug(value); key.Name == "phát hiện" && !slices.Contains(needed, w) {
				t.Errorf("no word %s", w)
			}
		}
	}
}

// wordsInSources gives the patterns of the words that are asked for, with a place of each, and all literals, since a word may be handed
// to a function that asks for it.
func wordsInSources(t *testing.T) (asked map[string]string, literals map[string]bool) {
	t.Helper()
	asked, literals = map[string]string{}, map[string]bool{}
	set := token.NewFileSet()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") || e.Name() == "words.go" {
			continue
		}
		file, err := parser.ParseFile(set, e.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if text, err := strconv.Unquote(n.Value); err == nil {
					literals[text] = true
				}
			case *ast.BinaryExpr:
				// Words are put together elsewhere too: word := "all." + …
				if p := pattern(n); partOfWord.MatchString(p) && !form(p) {
					asked[p] = set.Position(n.Pos()).String()
				}
				return false
			case *ast.CallExpr:
				callee, ok := n.Fun.(*ast.SelectorExpr)
				if ok && (callee.Sel.Name == "say" || callee.Sel.Name == "count") && len(n.Args) > 0 {
					if p := pattern(n.Args[0]); p != wild && !form(p) {
						asked[p] = set.Position(n.Pos()).String()
					}
				}
			}
			return true
		})
	}
	return asked, literals
}

// partOfWord is a pattern with a piece of a word in it: a name that ends or begins with a dot.
var partOfWord = regexp.MustCompile(`[a-z]\\\.|\\\.[a-z]`)

// form says whether a pattern asks for the form of a word for one or none, which a language may leave out.
func form(pattern string) bool {
	return strings.HasSuffix(pattern, `\.one`) || strings.HasSuffix(pattern, `\.none`)
}

const wild = "[a-z.-]+"

// pattern turns "kind." + x into the pattern of the words that it may be.
func pattern(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if text, err := strconv.Unquote(e.Value); err == nil {
			return regexp.QuoteMeta(text)
		}
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return pattern(e.X) + pattern(e.Y)
		}
	case *ast.ParenExpr:
		return pattern(e.X)
	}
	return wild
}
