package theme

import (
	"html/template"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"

	"guongsang/internal/diag"
	"guongsang/internal/digest"
)

// scriptVersion is the ECMAScript that minified scripts may use, by its year: what browsers on phones of 2018 know.
const scriptVersion = 2018

// readAssets minifies what can be minified and names every file by its bytes. Styles come last, since they lead to the others.
func (l *loader) readAssets() {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.Add("application/javascript", &js.Minifier{Version: scriptVersion})
	m.AddFunc("image/svg+xml", svg.Minify)
	names := l.list("assets")
	slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	for _, name := range names {
		data, place, _ := l.file(name)
		var err error
		switch path.Ext(name) {
		case ".css":
			if data, err = m.Bytes("text/css", data); err == nil {
				data = l.leadToAssets(data, name, place)
			}
		case ".js":
			data, err = m.Bytes("application/javascript", data)
		case ".svg":
			data, err = m.Bytes("image/svg+xml", data)
		case ".md":
			continue // notes of the theme's makers
		}
		if err != nil {
			l.say(diag.At(diag.Place{File: place}, diag.BadAsset, firstLine(err.Error())))
			continue
		}
		l.publish(strings.TrimPrefix(name, "assets/"), data)
	}
	for _, name := range l.list("icons") {
		data, place, _ := l.file(name)
		data, err := m.Bytes("image/svg+xml", data)
		if err != nil {
			l.say(diag.At(diag.Place{File: place}, diag.BadAsset, firstLine(err.Error())))
			continue
		}
		l.icons[strings.TrimSuffix(path.Base(name), ".svg")] = template.HTML(data)
	}
	slices.SortFunc(l.theme.assets, func(a, b Asset) int { return strings.Compare(a.Name, b.Name) })
}

// Script minifies a script that is no asset, since it must have an address of its own. The error is that of a script that is not well-formed.
func Script(source []byte) ([]byte, error) {
	m := minify.New()
	m.Add("application/javascript", &js.Minifier{Version: scriptVersion})
	return m.Bytes("application/javascript", source)
}

func rank(name string) int {
	if path.Ext(name) == ".css" {
		return 1
	}
	return 0
}

// publish gives an asset its name: licences keep theirs, since nothing leads to them.
func (l *loader) publish(name string, data []byte) {
	ext := path.Ext(name)
	published := name
	if ext != ".txt" {
		published = strings.TrimSuffix(name, ext) + "." + digest.Bytes(data).Short() + ext
	}
	l.published[name] = published
	l.theme.assets = append(l.theme.assets, Asset{From: name, Name: published, Bytes: data})
}

var urlInStyle = regexp.MustCompile(`url\(\s*["']?([^"')]+)["']?\s*\)`)

// leadToAssets turns the url()s of a style into the names under which the files are published.
func (l *loader) leadToAssets(style []byte, name, place string) []byte {
	folder := path.Dir(strings.TrimPrefix(name, "assets/"))
	return urlInStyle.ReplaceAllFunc(style, func(match []byte) []byte {
		to := string(urlInStyle.FindSubmatch(match)[1])
		if strings.HasPrefix(to, "data:") || strings.HasPrefix(to, "#") {
			return match
		}
		published, ok := l.published[path.Join(folder, to)]
		if !ok {
			l.say(diag.At(diag.Place{File: place}, diag.BadAsset, "url("+to+")"))
			return match
		}
		way := strings.Repeat("../", strings.Count(strings.TrimPrefix(name, "assets/"), "/"))
		return []byte("url(" + way + published + ")")
	})
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return strings.TrimSpace(line)
}
