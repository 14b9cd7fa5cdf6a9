package theme

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"

	"guongsang/internal/digest"
)

// function compiles a call. The value of the command before it is its last argument.
func (s *scope) function(name string, args []expression, at parse.Node) expression {
	for _, a := range args {
		if a.typ == nil {
			s.no(reason(at))
			return expression{}
		}
	}
	var e expression
	switch name {
	case "t", "print", "println", "printf":
		e = s.sentence(name, args)
	case "icon", "asset", "fragment":
		e = s.piece(name, args)
	case "eq", "ne", "lt", "le", "gt", "ge":
		e = s.comparison(name, args)
	case "not":
		if len(args) == 1 {
			truth := s.truth(args[0])
			e = ofTruth(func(r *run, dot reflect.Value) bool { return !truth(r, dot) })
		}
	case "and", "or":
		e = s.choice(name == "or", args)
	case "len":
		e = length(args)
	case "index":
		e = s.index(args)
	}
	if e.typ == nil {
		s.no(reason(at))
	}
	return e
}

// sentence compiles the functions that put values into texts.
func (s *scope) sentence(name string, args []expression) expression {
	for _, a := range args {
		if !isPlain(a.typ) {
			return expression{}
		}
	}
	values := func(r *run, dot reflect.Value, args []expression) []any {
		all := make([]any, len(args))
		for i, a := range args {
			all[i] = a.value(r, dot).Interface()
		}
		return all
	}
	needed := name == "t" || name == "printf"
	if needed && (len(args) == 0 || args[0].typ != reflect.TypeFor[string]()) {
		return expression{}
	}
	switch name {
	case "t":
		name, word, args, words := args[0].constant, args[0].text, args[1:], s.words
		e := ofText(func(r *run, dot reflect.Value) string { return Fill(words[word(r, dot)], values(r, dot, args)...) })
		if name != nil {
			e.parts = holes(words[*name], args)
		}
		return e
	case "printf":
		format, args := args[0].text, args[1:]
		return ofText(func(r *run, dot reflect.Value) string { return fmt.Sprintf(format(r, dot), values(r, dot, args)...) })
	case "println":
		return ofText(func(r *run, dot reflect.Value) string { return fmt.Sprintln(values(r, dot, args)...) })
	}
	return ofText(func(r *run, dot reflect.Value) string { return fmt.Sprint(values(r, dot, args)...) })
}

// holes takes a word apart as Fill does.
func holes(word string, args []expression) (parts []part) {
	for from, i := 0, 0; ; {
		open := strings.IndexByte(word[i:], '{')
		if open < 0 {
			return append(parts, part{text: word[from:]})
		}
		i += open + 1
		for n := range args {
			if hole := strconv.Itoa(n) + "}"; strings.HasPrefix(word[i:], hole) {
				parts = append(parts, part{text: word[from : i-1]}, part{arg: &args[n]})
				i += len(hole)
				from = i
				break
			}
		}
	}
}

// piece compiles the functions that give finished pieces of the page.
func (s *scope) piece(name string, args []expression) expression {
	if len(args) != 1 {
		return expression{}
	}
	arg := args[0]
	switch {
	case name == "fragment" && arg.typ == reflect.TypeFor[digest.Key]():
		fragment := s.fragment
		add := func(r *run, dst []byte, key digest.Key) []byte {
			out, err := fragment(dst, key)
			r.failed = r.failed || err != nil
			return out
		}
		e := ofText(func(r *run, dot reflect.Value) template.HTML {
			return template.HTML(add(r, nil, keyOf(arg.value(r, dot))))
		})
		e.write = func(r *run, dot reflect.Value) flow {
			r.out = add(r, r.out, keyOf(arg.value(r, dot)))
			return onward
		}
		return e
	case name == "icon" && arg.typ == reflect.TypeFor[string]():
		icon := s.icon
		return ofText(func(r *run, dot reflect.Value) template.HTML { return icon(arg.text(r, dot)) })
	case name == "asset" && arg.typ == reflect.TypeFor[string]():
		asset := s.asset
		return ofText(func(r *run, dot reflect.Value) template.URL { return asset(arg.text(r, dot)) })
	}
	return expression{}
}

// keyOf reads a digest.Key.
func keyOf(v reflect.Value) (key digest.Key) {
	if v.CanAddr() {
		copy(key[:], v.Bytes())
		return key
	}
	for i := range key {
		key[i] = byte(v.Index(i).Uint())
	}
	return key
}
