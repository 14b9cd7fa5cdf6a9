package theme

import (
	"encoding/json"
	"html/template"
	"reflect"
	"unicode/utf8"
)

// The escapers of html/template once more, for texts, writing behind what is already written. They are what html/template's are:
// its tests of them would hold here, and ours hold them against it.

// failsafe is what html/template writes in place of what must not stand there.
const failsafe = "ZgotmplZ"

// content says what a text is known to be.
type content int8

const (
	plainContent content = iota
	htmlContent
	urlContent
	jsContent
	jsStrContent
)

// contentOf tells by the type, as html/template does. What it treats as plain in all places that are compiled is plain.
func contentOf(t reflect.Type) content {
	switch t {
	case reflect.TypeFor[template.HTML]():
		return htmlContent
	case reflect.TypeFor[template.URL]():
		return urlContent
	case reflect.TypeFor[template.JS]():
		return jsContent
	case reflect.TypeFor[template.JSStr]():
		return jsStrContent
	}
	return plainContent
}

// appender gives what writes a text through the named escapers: one, or an address's and an attribute's. It is nil for those that
// are not known.
func appender(names []string, of content) func(dst []byte, s string) []byte {
	if len(names) == 2 {
		keep := names[0] == "urlnormalizer" || of == urlContent
		return func(dst []byte, s string) []byte { return appendURL(dst, s, keep, true) }
	}
	switch name := names[0]; name {
	case "htmlescaper":
		if of == htmlContent {
			return func(dst []byte, s string) []byte { return append(dst, s...) }
		}
		return func(dst []byte, s string) []byte { return appendReplaced(dst, s, &htmlTable) }
	case "rcdataescaper":
		if of == htmlContent {
			return func(dst []byte, s string) []byte { return appendReplaced(dst, s, &htmlNormTable) }
		}
		return func(dst []byte, s string) []byte { return appendReplaced(dst, s, &htmlTable) }
	case "attrescaper":
		if of != htmlContent {
			return func(dst []byte, s string) []byte { return appendReplaced(dst, s, &htmlTable) }
		}
	case "nospaceescaper":
		if of != htmlContent {
			return appendNospace
		}
	case "urlfilter":
		change := changer(name, of)
		return func(dst []byte, s string) []byte { return append(dst, change(s)...) }
	case "urlnormalizer", "urlescaper":
		keep := name == "urlnormalizer" || of == urlContent
		return func(dst []byte, s string) []byte { return appendURL(dst, s, keep, false) }
	case "jsstrescaper":
		if of == jsStrContent {
			return func(dst []byte, s string) []byte { return appendJSStr(dst, s, &jsStrNormTable) }
		}
		return func(dst []byte, s string) []byte { return appendJSStr(dst, s, &jsStrTable) }
	case "jsvalescaper":
		return jsValue(of)
	}
	return nil // HTML within attributes loses its tags: that is left to html/template, as are styles, names of attributes and srcset
}

// changer is an escaper before the last.
func changer(name string, of content) func(string) string {
	if name == "urlfilter" {
		return func(s string) string {
			if of == urlContent || isSafeURL(s) {
				return s
			}
			return "#" + failsafe
		}
	}
	add := appender([]string{name}, of)
	if add == nil {
		return nil
	}
	return func(s string) string { return string(add(nil, s)) }
}

// appendReplaced writes s with the replacements of a table.
func appendReplaced(dst []byte, s string, table *[64]string) []byte {
	from := 0
	for i := range len(s) {
		if c := s[i]; c < 64 && replaced>>c&1 != 0 && table[c] != "" {
			dst = append(dst, s[from:i]...)
			dst = append(dst, table[c]...)
			from = i + 1
		}
	}
	return append(dst, s[from:]...)
}

// appendNospace writes s for an attribute without quotes.
func appendNospace(dst []byte, s string) []byte {
	if s == "" {
		return append(dst, failsafe...)
	}
	from := 0
	for i, w := 0, 0; i < len(s); i += w {
		var r rune
		r, w = utf8.DecodeRuneInString(s[i:])
		to := ""
		switch {
		case r < 128:
			to = nospaceTable[r]
		case 0xfdd0 <= r && r <= 0xfdef || 0xfff0 <= r && r <= 0xffff:
			to = "&#x" + string([]byte{'f', hex[r>>8&15], hex[r>>4&15], hex[r&15]}) + ";"
		}
		if to != "" {
			dst = append(append(dst, s[from:i]...), to...)
			from = i + w
		}
	}
	return append(dst, s[from:]...)
}

// appendJSStr writes s between the quotes of a script.
func appendJSStr(dst []byte, s string, table *[128]string) []byte {
	from := 0
	for i, w := 0, 0; i < len(s); i += w {
		var r rune
		r, w = utf8.DecodeRuneInString(s[i:])
		to := ""
		switch {
		case r < 128:
			to = table[r]
		case r == '\u2028':
			to = `\u2028`
		case r == '\u2029':
			to = `\u2029`
		}
		if to != "" {
			dst = append(append(dst, s[from:i]...), to...)
			from = i + w
		}
	}
	return append(dst, s[from:]...)
}

// jsValue writes a text as a value of a script; scripts stay as they are.
func jsValue(of content) func(dst []byte, s string) []byte {
	switch of {
	case jsContent:
		return func(dst []byte, s string) []byte { return append(dst, s...) }
	case jsStrContent:
		return func(dst []byte, s string) []byte { return append(append(append(dst, '"'), s...), '"') }
	}
	return func(dst []byte, s string) []byte {
		quoted, err := json.Marshal(s)
		if err != nil { // every text has a form
			return append(dst, `""`...)
		}
		return append(dst, quoted...)
	}
}
