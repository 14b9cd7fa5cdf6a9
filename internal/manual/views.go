package manual

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"

	"guongsang/internal/page"
)

// Views is the tables of what each template gets: for every page and fragment its view, and for every type that stands in a view its
// fields. The words are the comments of the sources of the room page, which sources holds.
func Views(sources fs.FS) (string, error) {
	types, err := readTypes(sources)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	w := viewWriter{b: &b, types: types, told: map[string]bool{}}
	w.templates("Pages", page.Pages())
	w.templates("Fragments", page.Fragments())
	b.WriteString("\n### Types within views\n\nThese stand in several views.\n")
	for len(w.asked) > 0 {
		next := slices.Sorted(slices.Values(w.asked))
		w.asked = nil
		for _, name := range next {
			w.typ(name, "####", "")
		}
	}
	return b.String(), w.err
}

// declared is a struct type of the sources.
type declared struct {
	doc    string
	fields *ast.FieldList
}

func readTypes(sources fs.FS) (map[string]declared, error) {
	names, err := fs.Glob(sources, "*.go")
	if err != nil {
		return nil, err
	}
	types := map[string]declared{}
	for _, name := range names {
		text, err := fs.ReadFile(sources, name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, decl := range file.Decls {
			gen, ok := decl.(*ast.GenDecl)
			if !ok || gen.Tok != token.TYPE {
				continue
			}
			for _, spec := range gen.Specs {
				if s, ok := spec.(*ast.TypeSpec); ok {
					if typ, ok := s.Type.(*ast.StructType); ok {
						types[s.Name.Name] = declared{doc: oneLine(gen.Doc), fields: typ.Fields}
					}
				}
			}
		}
	}
	return types, nil
}

// viewWriter writes tables and remembers which types they mention.
type viewWriter struct {
	b     *strings.Builder
	types map[string]declared
	told  map[string]bool
	asked []string
	err   error
}

func (w *viewWriter) templates(heading string, views map[string]any) {
	w.b.WriteString("\n### " + heading + "\n")
	for _, template := range slices.Sorted(maps.Keys(views)) {
		w.typ(reflect.TypeOf(views[template]).Name(), "####", template)
	}
}

// typ writes the table of a type, once.
func (w *viewWriter) typ(name, level, template string) {
	if w.told[name] {
		return
	}
	w.told[name] = true
	typ, ok := w.types[name]
	if !ok {
		w.err = fmt.Errorf("manual: the type %s is not in the sources", name)
		return
	}
	w.b.WriteString("\n" + level + " " + name + "\n\n")
	if template != "" {
		w.b.WriteString("`templates/" + template + "`. ")
	}
	w.b.WriteString(typ.doc + "\n\n| field | type | what it is |\n| --- | --- | --- |\n")
	for _, f := range typ.fields.List {
		kind := w.kind(f.Type)
		doc := oneLine(f.Doc)
		if doc == "" {
			doc = oneLine(f.Comment)
		}
		if len(f.Names) == 0 {
			w.row("…", kind, strings.TrimSpace("All fields of "+kind+" too. "+doc))
			continue
		}
		var names []string
		for _, n := range f.Names {
			if n.IsExported() {
				names = append(names, "`."+n.Name+"`")
			}
		}
		if len(names) > 0 {
			w.row(strings.Join(names, " "), kind, doc)
		}
	}
}

func (w *viewWriter) row(cells ...string) {
	for _, c := range cells {
		w.b.WriteString("| " + strings.ReplaceAll(c, "|", `\|`) + " ")
	}
	w.b.WriteString("|\n")
}

// kind says what a field's type is to somebody who writes templates.
func (w *viewWriter) kind(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.ArrayType:
		inner := w.kind(e.Elt)
		if e.Len != nil {
			return "several: " + inner
		}
		return "list of " + inner
	case *ast.SelectorExpr:
		switch e.Sel.Name {
		case "Key":
			return "fragment"
		case "HTML":
			return "HTML"
		case "JS":
			return "JSON"
		case "URL":
			return "address"
		}
	case *ast.Ident:
		switch e.Name {
		case "string":
			return "text"
		case "int":
			return "number"
		case "bool":
			return "true or false"
		}
		w.asked = append(w.asked, e.Name)
		return "[" + e.Name + "](#" + strings.ToLower(e.Name) + ")"
	}
	w.err = fmt.Errorf("manual: no word for the type %T", e)
	return ""
}

// oneLine is a comment as one line of Markdown. What stands in braces is a template's own language and shown as code.
func oneLine(doc *ast.CommentGroup) string {
	text := strings.Join(strings.Fields(doc.Text()), " ")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "{{", "`{{"), "}}", "}}`")
	return strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(text)
}
