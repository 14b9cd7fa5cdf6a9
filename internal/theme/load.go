package theme

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/keys"
	"guongsang/internal/viet"
)

// loader loads one theme and gathers what is wrong with it.
type loader struct {
	o        Options
	theme    *Theme
	problems []diag.Problem
	// published gives the addresses of assets by their paths under assets/.
	published map[string]string
	icons     map[string]template.HTML
	// asked are the words that somebody asks for; added are those that an upper layer has and no lower one.
	asked map[string]bool
	// unread says that a file of words could not be read, so that nobody knows which ones are missing.
	unread bool
	added  map[string]diag.Place
	// read is all that was read, for the digest.
	read []string
}

func newLoader(o Options) *loader {
	return &loader{
		o: o,
		theme: &Theme{
			pages: map[string]func() *form{}, fragments: map[string]func() *form{}, words: map[string]string{},
		},
		published: map[string]string{},
		asked:     map[string]bool{},
		added:     map[string]diag.Place{},
		icons:     map[string]template.HTML{},
	}
}

func (l *loader) say(p diag.Problem) { l.problems = append(l.problems, p) }

// file reads a file of the uppermost layer that has it, and says where it lies.
func (l *loader) file(name string) (data []byte, place string, ok bool) {
	for _, layer := range l.o.Layers {
		if data, err := fs.ReadFile(layer.FS, name); err == nil {
			l.read = append(l.read, name, string(data))
			return data, path.Join(layer.Name, name), true
		}
	}
	return nil, path.Join(l.o.Layers[0].Name, name), false
}

// list lists the files of a folder in all layers, without those that begin with a dot, in order.
func (l *loader) list(folder string) []string {
	seen := map[string]bool{}
	for _, layer := range l.o.Layers {
		_ = fs.WalkDir(layer.FS, folder, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && !strings.HasPrefix(path.Base(name), ".") {
				seen[name] = true
			}
			return nil // a layer need not have the folder
		})
	}
	names := make([]string, 0, len(seen))
	for name := range seen {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// digest covers everything that was read and the language.
func (l *loader) digest() digest.Key {
	var b strings.Builder
	b.WriteString(l.o.Language)
	for _, s := range l.read {
		b.WriteString(strconv.Itoa(len(s)) + ":")
		b.WriteString(s)
	}
	return digest.Text(b.String())
}

// readWords reads the words of the language, the lowest layer first, so that upper ones hide lower ones.
func (l *loader) readWords() {
	name := "i18n/" + l.o.Language + ".yaml"
	for i := len(l.o.Layers) - 1; i >= 0; i-- {
		layer := l.o.Layers[i]
		data, err := fs.ReadFile(layer.FS, name)
		if err != nil {
			continue
		}
		l.read = append(l.read, name, string(data))
		file := path.Join(layer.Name, name)
		node, problems := keys.ParseYAML(data, diag.Place{File: file, Line: 1, Column: 1})
		l.problems = append(l.problems, problems...)
		l.unread = l.unread || diag.Count(problems)[diag.Error] > 0
		for _, pair := range node.Pairs {
			l.readWord(pair, file, i < len(l.o.Layers)-1)
		}
	}
	for _, word := range l.o.Needed {
		l.needWord(word, diag.Place{File: path.Join(l.o.Layers[0].Name, name)})
	}
}

// readWord takes one word. One that lies over others and is new there is remembered until it is known whether anybody asks for it.
func (l *loader) readWord(pair keys.Pair, file string, over bool) {
	word := pair.Key.Text
	if pair.Value.Kind != keys.Scalar {
		l.say(diag.At(pair.Key.Place(file), diag.BadWords, word))
		return
	}
	if _, known := l.theme.words[word]; over && !known {
		l.added[word] = pair.Key.Place(file)
	}
	l.theme.words[word] = pair.Value.Text
}

// checkAddedWords finds words of an upper layer that nobody asks for: a slip in the name of a word that was to be overridden.
func (l *loader) checkAddedWords() {
	for word, at := range l.added {
		form := strings.TrimSuffix(strings.TrimSuffix(word, ".one"), ".none")
		if _, isForm := l.theme.words[form]; !l.asked[word] && (form == word || !isForm) {
			l.say(diag.At(at, diag.UnusedWord, word).Meant(viet.Nearest(word, l.otherWords(word))))
		}
	}
}

func (l *loader) otherWords(word string) []string {
	var words []string
	for _, w := range sortedNames(l.theme.words) {
		if w != word {
			words = append(words, w)
		}
	}
	return words
}

func (l *loader) needWord(word string, at diag.Place) {
	l.asked[word] = true
	if _, ok := l.theme.words[word]; !ok && !l.unread {
		l.say(diag.At(at, diag.UnknownWord, word, l.o.Language).Meant(viet.Nearest(word, sortedNames(l.theme.words))))
	}
}

// Fill puts arguments into the holes {0}, {1} … of a word.
func Fill(word string, args ...any) string {
	if len(args) == 0 {
		return word
	}
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", fmt.Sprint(a))
	}
	return strings.NewReplacer(pairs...).Replace(word)
}
