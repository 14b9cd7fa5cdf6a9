package source

import (
	"strings"

	"guongsang/internal/keys"
)

// Kind says what a content file is. The folder that it lies in decides.
type Kind uint8

// The kinds of content files, in the order in which messages name their folders.
const (
	Profile Kind = iota
	Practice
	Article
	FieldIntro
	Column
	Topic
	Unit
	Locality
	Page
)

// folders are the names under content/, by kind.
var folders = [...]string{"guong", "mo-hinh", "bai-viet", "linh-vuc", "chuyen-muc", "chuyen-de", "don-vi", "dia-ban", "trang"}

var kindNames = [...]string{"Profile", "Practice", "Article", "FieldIntro", "Column", "Topic", "Unit", "Locality", "Page"}

// String is the kind's English name; authors are shown the Folder.
func (k Kind) String() string { return kindNames[k] }

// Folder is the name of the kind's folder under content/.
func (k Kind) Folder() string { return folders[k] }

// Story says that files of this kind are profiles, practices or articles: they may lie in sub-folders and be bundles.
func (k Kind) Story() bool { return k <= Article }

// Keys is the table of the keys that a file of this kind may have.
func (k Kind) Keys() []keys.Key {
	switch k {
	case Profile:
		return keys.Profile()
	case Practice:
		return keys.Practice()
	case Article:
		return keys.Article()
	case FieldIntro:
		return keys.FieldIntro()
	case Column:
		return keys.Column()
	case Topic:
		return keys.Topic()
	case Unit:
		return keys.Unit()
	case Locality:
		return keys.Locality()
	default:
		return keys.Page()
	}
}

// KindOf finds the kind of a path such as "content/guong/2023/a.md"; ok is false outside the known folders.
func KindOf(path string) (k Kind, ok bool) {
	rest, ok := strings.CutPrefix(path, Root+"/")
	if !ok {
		return 0, false
	}
	folder, _, ok := strings.Cut(rest, "/")
	if !ok {
		return 0, false
	}
	for i, f := range folders {
		if f == folder {
			return Kind(i), true
		}
	}
	return 0, false
}
