package theme

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/viet"
)

var errNotKept = errors.New("theme: a fragment was asked for that nobody kept")

// loader loads one theme and gathers what is wrong with it.
type loader struct {
	o        Options
	theme    *Theme
	problems []diag.Problem
	// published gives the addresses of assets by their paths under assets/.
	published map[string]string
	icons     map[string]template.HTML
	// read is all that was read, for the digest.
	read []string
}

func newLoader(o Options) *loader {
	return &loader{
		o: o,
		theme: &Theme{
			pages: map[string]*template.Template{}, fragments: map[string]*template.Template{},
			words: map[string]string{}, hasher: new(digest.Hasher), kept: map[digest.Key]*kept{},
		},
		published: map[string]string{},
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
	layers := slices.Concat(l.o.Layers, l.o.Words)
	slices.Reverse(layers)
	for _, layer := range layers {
		data, err := fs.ReadFile(layer.FS, name)
		if err != nil {
			continue
		}
		l.read = append(l.read, name, string(data))
		var doc yaml.Node
		if err := yaml.Load(data, &doc); err != nil {
			l.say(diag.At(diag.Place{File: path.Join(layer.Name, name)}, diag.BadWords, err.Error()))
			continue
		}
		if len(doc.Content) == 0 {
			continue
		}
		pairs := doc.Content[0].Content
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i+1].Kind != yaml.ScalarNode {
				at := diag.Place{File: path.Join(layer.Name, name), Line: pairs[i].Line, Column: pairs[i].Column}
				l.say(diag.At(at, diag.BadWords, pairs[i].Value))
				continue
			}
			l.theme.words[pairs[i].Value] = viet.NFC(pairs[i+1].Value)
		}
	}
	for _, word := range l.o.Needed {
		l.needWord(word, diag.Place{File: path.Join(l.o.Layers[0].Name, name)})
	}
}

func (l *loader) needWord(word string, at diag.Place) {
	if _, ok := l.theme.words[word]; !ok {
		known := make([]string, 0, len(l.theme.words))
		for w := range l.theme.words {
			known = append(known, w)
		}
		slices.Sort(known)
		l.say(diag.At(at, diag.UnknownWord, word, l.o.Language).Meant(viet.Nearest(word, known)))
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
