package edit

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/keys"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// snippet is one entry of a file of snippets of Visual Studio Code.
type snippet struct {
	Scope       string   `json:"scope"`
	Prefix      []string `json:"prefix"`
	Body        []string `json:"body"`
	Description string   `json:"description"`
}

// snippets are a new file of each kind, and each key that front matter may have: typing its first letters, with or without marks, offers it.
func snippets(book *criteria.Book) map[string]snippet {
	all := map[string]snippet{}
	for _, kind := range Kinds() {
		word := KindWord(kind)
		all["Bài mới: "+word] = snippet{
			Scope: "markdown", Prefix: slices.Compact([]string{"gs-" + kind.Folder(), "gs-" + word}), Body: fileBody(book, kind),
			Description: "Phần đầu của một tệp " + word + ", với các mục bắt buộc",
		}
	}
	for _, kind := range Kinds() {
		for _, k := range kind.Keys() {
			addKey(all, book, k)
		}
	}
	return all
}

// addKey adds the snippet of a key. A name that several tables have is one snippet if it is written in one way, as all are that share a name.
func addKey(all map[string]snippet, book *criteria.Book, k keys.Key) {
	stops := 1
	name := "Mục: " + k.Name
	s, known := all[name]
	if !known {
		s = snippet{Scope: "markdown", Prefix: []string{k.Name, viet.Slug(k.Name)}, Body: keyBody(book, k, &stops)}
		s.Prefix = slices.Compact(s.Prefix)
	}
	switch {
	case s.Description == "":
		s.Description = k.Vi
	case !strings.Contains(s.Description, k.Vi):
		s.Description += " / " + k.Vi
	}
	all[name] = s
}

// fileBody is the front matter of a new file with the keys that a template has in use: a story's is a draft of today.
func fileBody(book *criteria.Book, kind source.Kind) []string {
	body, stops := []string{"---"}, 1
	for _, k := range kind.Keys() {
		if k.Required || k.Name == "tóm tắt" || kind.Story() && (k.Name == "ngày" || k.Name == "nháp") {
			body = append(body, keyBody(book, k, &stops)...)
		}
	}
	return append(body, "---", "", "$0")
}

// keyBody is a key with a place to stop at for each of its values; stops counts them.
func keyBody(book *criteria.Book, k keys.Key, stops *int) []string {
	switch k.Type {
	case keys.Markdown:
		return []string{k.Name + ": |", "  " + stopAt(book, k, stops)}
	case keys.Object, keys.Picture:
		return append([]string{k.Name + ":"}, subBody(book, k.Sub, stops, "  ", "  ")...)
	case keys.ObjectList:
		return append([]string{k.Name + ":"}, subBody(book, k.Sub, stops, "  - ", "    ")...)
	case keys.TextMap:
		*stops += 2
		return []string{k.Name + ":", fmt.Sprintf("  ${%d:3.1.1}: ${%d:Viết một câu}", *stops-2, *stops-1)}
	case keys.FieldList, keys.TextList, keys.SlugList, keys.StoryList, keys.CodeList, keys.AddressList:
		return []string{k.Name + ": [" + stopAt(book, k, stops) + "]"}
	default:
		return []string{k.Name + ": " + stopAt(book, k, stops)}
	}
}

// subBody writes keys within a key; the first line may begin otherwise than the others.
func subBody(book *criteria.Book, table []keys.Key, stops *int, first, other string) []string {
	var body []string
	for i, k := range table {
		indent := other
		if i == 0 {
			indent = first
		}
		body = append(body, indent+k.Name+": "+stopAt(book, k, stops))
	}
	return body
}

// stopAt is a place to stop at, with a list to choose from where there is one, today for a day, and the example for everything else.
func stopAt(book *criteria.Book, k keys.Key, stops *int) string {
	n := *stops
	*stops++
	switch k.Type {
	case keys.Choice:
		return choiceStop(n, k.Values)
	case keys.Bool:
		return choiceStop(n, []string{"true", "false"})
	case keys.FieldList:
		return choiceStop(n, book.FieldCodes())
	case keys.Date:
		return fmt.Sprintf("${%d:$CURRENT_DATE/$CURRENT_MONTH/$CURRENT_YEAR}", n)
	case keys.Year, keys.YearList:
		return fmt.Sprintf("${%d:$CURRENT_YEAR}", n)
	}
	example := strings.TrimSuffix(strings.TrimPrefix(k.Example, "["), "]")
	return fmt.Sprintf("${%d:%s}", n, strings.NewReplacer(`\`, `\\`, `$`, `\$`, `}`, `\}`).Replace(example))
}

func choiceStop(n int, values []string) string {
	escape := strings.NewReplacer(`\`, `\\`, `,`, `\,`, `|`, `\|`)
	escaped := make([]string, len(values))
	for i, v := range values {
		escaped[i] = escape.Replace(v)
	}
	return fmt.Sprintf("${%d|%s|}", n, strings.Join(escaped, ","))
}
