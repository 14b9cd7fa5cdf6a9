package corpus

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed van.txt
var grammarText string

// grammar is the sections of van.txt by name.
type grammar map[string][]string

// fieldFirst are the sections in which the lines of the field come before the general ones; of all others the field's stand alone.
var fieldFirst = []string{"việc", "vật", "khó"}

func readGrammar(text string) (grammar, error) {
	g := grammar{}
	name := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			name = strings.Trim(line, "[]")
			if g[name] != nil {
				return nil, fmt.Errorf("corpus: van.txt:%d: section %q stands twice", i+1, name)
			}
		default:
			g[name] = append(g[name], line)
		}
	}
	for section := range g {
		field, name, ok := strings.Cut(section, "/")
		if !ok {
			continue
		}
		for _, merged := range fieldFirst {
			if name == merged {
				g[field+"/"+name] = append(g[field+"/"+name], g[name]...)
			}
		}
	}
	return g, nil
}

// voice tells one story: it expands lines of the grammar with the words of the story's field and people.
type voice struct {
	g     grammar
	r     *rand.Rand
	field string
	// words are the slots that the program fills.
	words map[string]func() string
	// told are the lines that the story has used, so that it does not repeat itself at once.
	told map[string]bool
}

// line draws a line of a section, one that the story has not used yet if there is one within a few draws.
func (v *voice) line(section string) string {
	lines := v.g[v.field+"/"+section]
	if lines == nil {
		lines = v.g[section]
	}
	if len(lines) == 0 {
		panic("corpus: van.txt has no section " + section)
	}
	var line string
	for range 4 {
		line = lines[rank(v.r, len(lines), 0.55)]
		if !v.told[line] {
			break
		}
	}
	v.told[line] = true
	return line
}

// say draws a line of a section and fills its slots.
func (v *voice) say(section string) string { return v.fill(v.line(section)) }

// fill puts words into the slots of a line. A slot that begins with a capital gives its words with one.
func (v *voice) fill(line string) string {
	open := strings.IndexByte(line, '{')
	if open < 0 {
		return line
	}
	var b strings.Builder
	for open >= 0 {
		end := open + strings.IndexByte(line[open:], '}')
		b.WriteString(line[:open])
		b.WriteString(v.slot(line[open+1 : end]))
		line = line[end+1:]
		open = strings.IndexByte(line, '{')
	}
	b.WriteString(line)
	return b.String()
}

func (v *voice) slot(name string) string {
	if rest, ok := strings.CutPrefix(name, "số "); ok {
		low, high, _ := strings.Cut(rest, " ")
		return strconv.Itoa(between(v.r, atoi(low), atoi(high)))
	}
	lower := lowerFirst(name)
	var text string
	if word, ok := v.words[lower]; ok {
		text = word()
	} else {
		text = v.say(lower)
	}
	if lower != name {
		return upperFirst(text)
	}
	return text
}

// sentence draws a line of a section as a sentence: with a capital and a full stop.
func (v *voice) sentence(section string) string {
	text := v.say(section)
	if !strings.ContainsRune(".:?!", rune(text[len(text)-1])) {
		text += "."
	}
	return capitals(text)
}

// capitals begins every sentence of a text with a capital.
func capitals(text string) string {
	parts := strings.SplitAfter(text, ". ")
	for i := range parts {
		parts[i] = upperFirst(parts[i])
	}
	return strings.Join(parts, "")
}

func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}

// between draws a number from low to high.
func between(r *rand.Rand, low, high int) int { return low + r.IntN(high-low+1) }

// atoi reads a number of van.txt, which the package itself carries.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("corpus: van.txt: " + err.Error())
	}
	return n
}
