package corpus

import (
	"strconv"
	"strings"
)

// front writes front matter line by line.
type front struct{ strings.Builder }

func (f *front) line(key, value string) { f.WriteString(key + ": " + value + "\n") }

// text writes a key with a text, unless the text is empty.
func (f *front) text(key, value string) {
	if value != "" {
		f.line(key, scalar(value))
	}
}

// list writes a key with texts in brackets, unless there are none.
func (f *front) list(key string, values []string) {
	if len(values) > 0 {
		f.line(key, "["+strings.Join(each(values, scalar), ", ")+"]")
	}
}

// items writes a key with a list of maps, a line each; a map is key, value, key, value, and empty values are left out.
func (f *front) items(key string, maps [][]string) {
	if len(maps) == 0 {
		return
	}
	f.WriteString(key + ":\n")
	for _, m := range maps {
		f.WriteString("  - " + flow(m...) + "\n")
	}
}

// flow is a map on one line: {key: value, key: value}.
func flow(pairs ...string) string {
	var parts []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			parts = append(parts, pairs[i]+": "+scalar(pairs[i+1]))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// scalar is a text as YAML, quoted only where it has to be, as an editor would write it.
func scalar(s string) string {
	if s == "" || strings.ContainsAny(s, ":#,[]{}&*!|>'\"%@`\\") || strings.ContainsAny(s[:1], "-?=~ ") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
	}
	return s
}

func each(values []string, f func(string) string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = f(v)
	}
	return out
}

func years(list []int) []string {
	out := make([]string, len(list))
	for i, y := range list {
		out[i] = strconv.Itoa(y)
	}
	return out
}
