package theme

import (
	"bytes"
	"errors"
	"html/template"
	"reflect"
	"sync"
)

// Templates are compiled, since html/template finds every field by its name and calls every escaper through reflection, each time
// anew; of the time that a large site takes, a fifth went there.
//
// What is compiled are the parse trees after html/template has escaped them, so that it alone decides what is escaped, and how. A
// tree becomes closures over values whose types are known when the theme is loaded, because the type of the view is; fields are then
// numbers and not names.
//
// The promise is that the output is html/template's, byte for byte. A compiler that does not know how to keep it says no, and the
// whole page is executed by html/template, which is slower and right; so it is where something goes wrong while a page is written,
// which gives html/template's messages too. No is said to: methods, pointers and interfaces within views, fields of maps, floats,
// structs and lists written as text, HTML within attributes, styles that values are written into, srcset, variables that change
// their type, functions other than those that compile_call.go knows, templates called where not text but an attribute, a title or a
// script stands.

var errNoTemplate = errors.New("theme: a template was asked for that the theme was not loaded with")

// deepest is how deep templates may call one another before html/template takes over.
const deepest = 200

// form is a template in both forms, html/template's and the compiled one. It may be used by all goroutines.
type form struct {
	set  *template.Template
	view reflect.Type
	// body is nil where the compiler said no; no says to what.
	body *body
	no   string
	runs sync.Pool
}

// body is a compiled template for one type of its argument. Slots is how many variables it has, $ among them.
type body struct {
	write statement
	slots int
}

// run is one execution. Its memory is used again by the next.
type run struct {
	out []byte
	// vars are the variables of all templates that are being executed, base where those of the innermost begin.
	vars  []reflect.Value
	base  int
	depth int
	// failed says that something went wrong: nothing of the output is used.
	failed bool
}

// newForm compiles a template whose set is parsed. Afterwards nobody may change it.
func newForm(set *template.Template, view any, f functions) *form {
	t := reflect.TypeOf(view)
	if t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	form := &form{set: set, view: t}
	if t == nil {
		form.no = "no view"
		return form
	}
	if err := escape(set, view); err != nil || set.Tree == nil {
		form.no = "what html/template does not escape"
		return form
	}
	c := &compiler{set: set, functions: f, bodies: map[call]*body{}}
	b := c.body(call{set.Name(), t})
	if form.no = c.refused; c.refused == "" {
		form.body = b
	}
	return form
}

// append writes the view behind what dst holds already. The compiled form writes all or nothing.
func (f *form) append(dst []byte, view any) ([]byte, error) {
	if v := reflect.ValueOf(view); f.body != nil && v.IsValid() {
		if v.Kind() == reflect.Pointer && !v.IsNil() {
			v = v.Elem()
		}
		if v.Type() == f.view {
			if out, done := f.run(dst, v); done {
				return out, nil
			}
		}
	}
	b := bytes.NewBuffer(dst)
	err := f.set.Execute(b, view)
	return b.Bytes(), err
}

// run executes the compiled form. Where it is not done, nothing of what it wrote is of use.
func (f *form) run(dst []byte, view reflect.Value) (out []byte, done bool) {
	r, ok := f.runs.Get().(*run)
	if !ok {
		r = new(run)
	}
	r.out = dst
	f.body.call(r, view)
	out, done = r.out, !r.failed
	clear(r.vars[:cap(r.vars)]) // the views need not live as long
	*r = run{vars: r.vars[:0]}
	f.runs.Put(r)
	return out, done
}

// call executes the body with dot as its argument.
func (b *body) call(r *run, dot reflect.Value) {
	if r.depth == deepest {
		r.failed = true
		return
	}
	base, top := r.base, len(r.vars)
	for range b.slots {
		r.vars = append(r.vars, reflect.Value{})
	}
	r.base, r.vars[top] = top, dot
	r.depth++
	b.write(r, dot)
	r.depth--
	r.base, r.vars = base, r.vars[:top]
}
