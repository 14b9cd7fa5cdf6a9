package edit

import (
	"slices"
	"strings"

	"guongsang/internal/keys"
	"guongsang/internal/viet"
	"guongsang/internal/yamltext"
)

// meaning is what a text is compared by: two texts of one meaning are one value to whoever reads the file, so the author's own stays.
func meaning(k *keys.Key, text string) string {
	text = clean(text)
	switch k.Type {
	case keys.Date:
		if date, err := viet.ParseDate(text); err == nil {
			return date.ISO()
		}
	case keys.Bool:
		switch viet.MatchKey(text) {
		case "true", "co", "yes":
			return "true"
		case "false", "khong", "no", "":
			return ""
		}
	case keys.Choice:
		for _, value := range k.Values {
			if viet.MatchKey(value) == viet.MatchKey(text) {
				return value
			}
		}
	case keys.FieldList:
		return viet.MatchKey(text)
	case keys.Text, keys.Markdown, keys.TextMap:
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// written is a new text as it goes into a file.
func written(k *keys.Key, text, old string) string {
	text = clean(text)
	switch k.Type {
	case keys.Date:
		if date, err := viet.ParseDate(text); err == nil {
			return date.String()
		}
	case keys.Text, keys.Markdown, keys.TextMap:
		if strings.Contains(text, "\n") || strings.HasSuffix(old, "\n") {
			return text + "\n"
		}
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// clean makes a text that comes from a browser one that a file can have: what word processors leave in it becomes a common blank or end of a line.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\u200b':
			return -1
		case strings.ContainsRune(yamltext.OddBlanks, r):
			return ' '
		}
		return r
	}, withoutControls(inLF(text)))
	return viet.NFC(strings.TrimSpace(text))
}

// inLF is a text of a browser, whose lines may end as they like, with lines that end in LF.
func inLF(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, ""))
}

// withoutControls is a text without the signs that no file may have: those that word processors end lines with become ends of lines.
func withoutControls(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\v', r == '\f', r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case r < ' ' && r != '\n' && r != '\t', r >= 0x7f && r < 0xa0, r == '\ufeff', r >= 0xfffe && r <= 0xffff:
			return -1
		}
		return r
	}, text)
}

// sameValue says whether two values of a key, in the shape that a Draft has, mean the same.
func sameValue(k *keys.Key, a, b any) bool {
	switch a := a.(type) {
	case string:
		b, ok := b.(string)
		return ok && meaning(k, a) == meaning(k, b)
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, func(x, y any) bool { return sameItem(k, x, y) })
	case map[string]any:
		b, ok := b.(map[string]any)
		return ok && sameItem(k, a, b)
	}
	return isNothing(a) && isNothing(b)
}

// sameItem compares objects by the keys that belong to them, and texts as sameValue does.
func sameItem(k *keys.Key, a, b any) bool {
	x, isMap := a.(map[string]any)
	y, both := b.(map[string]any)
	if !isMap || !both {
		return !isMap && !both && sameValue(k, a, b)
	}
	if k.Type == keys.TextMap {
		return covers(x, y, func(string) *keys.Key { return k }) && covers(y, x, func(string) *keys.Key { return k })
	}
	sub := func(name string) *keys.Key { return keyIn(k.Sub, name) }
	return covers(x, y, sub) && covers(y, x, sub)
}

func covers(a, b map[string]any, key func(name string) *keys.Key) bool {
	for name, value := range a {
		k, other := key(name), b[name]
		if k == nil || isNothing(value) && isNothing(other) {
			continue
		}
		if other == nil {
			other = nothingLike(value)
		}
		if !sameValue(k, value, other) {
			return false
		}
	}
	return true
}

func nothingLike(v any) any {
	switch v.(type) {
	case []any:
		return []any{}
	case map[string]any:
		return map[string]any{}
	}
	return ""
}

// isNothing says whether a value says nothing at all.
func isNothing(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return clean(v) == ""
	case []any:
		return !slices.ContainsFunc(v, func(x any) bool { return !isNothing(x) })
	case map[string]any:
		for _, x := range v {
			if !isNothing(x) {
				return false
			}
		}
		return true
	}
	return false
}
