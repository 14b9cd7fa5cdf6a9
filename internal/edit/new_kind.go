package edit

import (
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// kindWords are what an editor calls one file of a kind.
var kindWords = [...]string{
	source.Profile:    "gương",
	source.Practice:   "mô hình",
	source.Article:    "bài viết",
	source.FieldIntro: "lĩnh vực",
	source.Column:     "chuyên mục",
	source.Topic:      "chuyên đề",
	source.Unit:       "đơn vị",
	source.Locality:   "địa bàn",
	source.Page:       "trang",
}

// Kinds lists the kinds of content files in the order in which people are shown them.
func Kinds() []source.Kind {
	kinds := make([]source.Kind, len(kindWords))
	for i := range kinds {
		kinds[i] = source.Kind(i)
	}
	return kinds
}

// KindWord is what an editor calls one file of a kind: "gương", "mô hình".
func KindWord(kind source.Kind) string { return kindWords[kind] }

// KindOf finds the kind that a word names: its folder or what it is called, written in any way ("mo-hinh", "Mô hình", "MO_HINH"). Where
// there is none, near is the folder that was most likely meant, or "".
func KindOf(word string) (kind source.Kind, near string, ok bool) {
	wanted := viet.MatchKey(word)
	var folders []string
	for _, kind := range Kinds() {
		if wanted == viet.MatchKey(kind.Folder()) || wanted == viet.MatchKey(KindWord(kind)) {
			return kind, "", true
		}
		folders = append(folders, kind.Folder())
	}
	return 0, viet.Nearest(word, folders), false
}
