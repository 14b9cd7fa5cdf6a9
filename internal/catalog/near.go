package catalog

import (
	"path"
	"slices"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/picture"
	"guongsang/internal/viet"
)

// maxGuesses is how many names are compared to find those that were meant. A site that was renamed as a whole would otherwise
// compare every name with every other one.
const maxGuesses = 2_000_000

// nearest is viet.Nearest as long as there are not too many names to compare.
func (m *maker) nearest(text string, among []string) string {
	if m.guesses += len(among); m.guesses > maxGuesses {
		return ""
	}
	return viet.Nearest(text, among)
}

// nearestSorted is nearest over words that come in no order.
func (m *maker) nearestSorted(text string, words []string) string {
	slices.Sort(words)
	return m.nearest(text, words)
}

// nearFile looks for the content file that was meant: one of that name elsewhere, else one of a name like it.
func (t *texts) nearFile(file string) string {
	like := make([]string, 0, len(t.m.in.Content))
	for _, known := range t.m.in.Content {
		like = append(like, storyName(known))
	}
	near := storyName(file)
	if !slices.Contains(like, near) {
		near = t.m.nearest(near, like)
	}
	way := ""
	for i, known := range t.m.in.Content {
		if like[i] == near {
			// Of several files of one name the nearest is meant, most likely.
			if w := wayBetween(t.file, known); way == "" || strings.Count(w, "/") < strings.Count(way, "/") {
				way = w
			}
		}
	}
	return way
}

// storyName is what tells a file from others: its own name, or that of its bundle. All stories end in .md, which would make the
// shortest names look alike.
func storyName(file string) string {
	if path.Base(file) == "index.md" {
		file = path.Dir(file)
	}
	return strings.TrimSuffix(path.Base(file), ".md")
}

// nearAddress looks for the address that was meant among those that begin in the same way.
func (t *texts) nearAddress(a address.Address) string {
	top, _, _ := strings.Cut(string(a), "/")
	var like []string
	for known := range t.m.claims {
		if strings.HasPrefix(string(known), top+"/") || strings.Count(string(known), "/") <= 1 {
			like = append(like, known.Path())
		}
	}
	return t.m.nearestSorted(a.Path(), like)
}

// nearPicture looks for the picture that was meant in the folder of the text. A translation most likely means that of the story which it lies beside: for
// pham-van-mau-en.md it is looked for in pham-van-mau/ too.
func (t *texts) nearPicture(file string) string {
	var names []string
	for _, known := range t.m.in.Content {
		folder := path.Dir(known)
		switch {
		case !picture.IsName(known):
		case folder == path.Dir(file):
			names = append(names, path.Base(known))
		case path.Base(known) == path.Base(file) && path.Dir(folder) == path.Dir(t.file) && strings.HasPrefix(storyName(t.file), path.Base(folder)+"-"):
			return wayBetween(t.file, known)
		}
	}
	return t.m.nearest(path.Base(file), names)
}

// wayBetween is the relative way from one content file to another.
func wayBetween(from, to string) string {
	a, b := strings.Split(path.Dir(from), "/"), strings.Split(to, "/")
	n := 0
	for n < len(a) && n < len(b)-1 && a[n] == b[n] {
		n++
	}
	return strings.Repeat("../", len(a)-n) + strings.Join(b[n:], "/")
}
