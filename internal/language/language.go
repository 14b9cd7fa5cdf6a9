// Package language knows languages by their tags: which tags are well-formed, what the languages are called that a site of Việt Nam
// meets, and how the languages of the interface write days and numbers.
//
// Tags are those of BCP 47 (RFC 5646), as lang attributes, feeds and sitemaps want them: "vi", "en", "kpm", "zh-Hant", "en-GB". Which subtags
// are registered is not looked up: a language that nobody here thought of is as good as any other, and is called by its tag.
//
// Nothing here panics, reads the clock or the machine's settings, or keeps state.
package language

import (
	"slices"
	"strings"

	"guongsang/internal/viet"
)

// The languages of the interface. A text that does not say its language is Vietnamese.
const (
	Vietnamese = "vi"
	English    = "en"
)

// known is a language that has names here. Own is what its speakers call it, Vi and En what it is called in the two languages of the interface.
type known struct {
	tag, own, vi, en string
}

// names are the languages that content of a Vietnamese commune or town may be in: those of its people, as the official list of peoples spells them, and
// of its guests. The tags are those of ISO 639-1, where it has one, else of ISO 639-3.
var names = []known{
	{"vi", "Tiếng Việt", "tiếng Việt", "Vietnamese"},
	{"en", "English", "tiếng Anh", "English"},
	{"kpm", "K'Ho", "tiếng K'Ho", "K'Ho"},
	{"cma", "Mạ", "tiếng Mạ", "Mạ"},
	{"cje", "Chu Ru", "tiếng Chu Ru", "Chu Ru"},
	{"cmo", "M'Nông", "tiếng M'Nông", "M'Nông"},
	{"rad", "Ê Đê", "tiếng Ê Đê", "Ê Đê"},
	{"jra", "Gia Rai", "tiếng Gia Rai", "Gia Rai"},
	{"bdq", "Ba Na", "tiếng Ba Na", "Ba Na"},
	{"sed", "Xơ Đăng", "tiếng Xơ Đăng", "Xơ Đăng"},
	{"rog", "Raglai", "tiếng Raglai", "Raglai"},
	{"sti", "Xtiêng", "tiếng Xtiêng", "Xtiêng"},
	{"hre", "Hrê", "tiếng Hrê", "Hrê"},
	{"ktv", "Cơ Tu", "tiếng Cơ Tu", "Cơ Tu"},
	{"bru", "Bru Vân Kiều", "tiếng Bru Vân Kiều", "Bru Vân Kiều"},
	{"cjm", "Chăm", "tiếng Chăm", "Chăm"},
	{"km", "ភាសាខ្មែរ", "tiếng Khmer", "Khmer"},
	{"zh", "中文", "tiếng Hoa", "Chinese"},
	{"tyz", "Tày", "tiếng Tày", "Tày"},
	{"nut", "Nùng", "tiếng Nùng", "Nùng"},
	{"blt", "Thái Đen", "tiếng Thái Đen", "Tai Dam"},
	{"twh", "Thái Trắng", "tiếng Thái Trắng", "Tai Dón"},
	{"hmn", "Hmông", "tiếng Hmông", "Hmong"},
	{"mtq", "Mường", "tiếng Mường", "Mường"},
	{"ium", "Dao", "tiếng Dao", "Iu Mien"},
	{"lo", "ລາວ", "tiếng Lào", "Lao"},
	{"fr", "Français", "tiếng Pháp", "French"},
	{"de", "Deutsch", "tiếng Đức", "German"},
	{"ru", "Русский", "tiếng Nga", "Russian"},
	{"ja", "日本語", "tiếng Nhật", "Japanese"},
	{"ko", "한국어", "tiếng Hàn", "Korean"},
}

// long are the tags of three letters of languages that have one of two, which is the only right one (RFC 5646, 2.2.1).
var long = map[string]string{
	"vie": "vi", "eng": "en", "khm": "km", "zho": "zh", "chi": "zh", "lao": "lo", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "rus": "ru",
	"jpn": "ja", "kor": "ko",
}

// Parse finds the tag that an author means: one of the names that a language has here, written in any way ("Tiếng Anh", "english", "K'Ho"), or
// any well-formed tag, which comes back as tags are written: "EN_gb" is "en-GB".
func Parse(text string) (tag string, ok bool) {
	key := viet.MatchKey(text)
	for _, l := range names {
		if key != "" && (key == viet.MatchKey(l.vi) || key == viet.MatchKey(l.en) || key == viet.MatchKey(l.own)) || strings.EqualFold(text, l.tag) {
			return l.tag, true
		}
	}
	return canonical(text)
}

// Known says whether the language of a tag has a name here.
func Known(tag string) bool {
	_, ok := find(tag)
	return ok
}

// Own is what a language is called by those who speak it, for a link to a text in it; the tag where it is not known.
func Own(tag string) string {
	if l, ok := find(tag); ok {
		return l.own + variety(tag)
	}
	return tag
}

// Name is what a language is called within a sentence of a language of the interface; the tag where it is not known.
func Name(tag, in string) string {
	switch l, ok := find(tag); {
	case !ok:
		return tag
	case in == English:
		return l.en + variety(tag)
	default:
		return l.vi + variety(tag)
	}
}

// Names lists the Vietnamese names, the likeliest languages first.
func Names() []string {
	all := make([]string, len(names))
	for i, l := range names {
		all[i] = l.vi
	}
	return all
}

// Words lists what an author may write for a language, for did-you-mean and for lists to choose from: the Vietnamese names, then the tags.
func Words() []string {
	words := Names()
	for _, l := range names {
		words = append(words, l.tag)
	}
	return words
}

// find finds the language that a tag begins with.
func find(tag string) (known, bool) {
	first, _, _ := strings.Cut(tag, "-")
	i := slices.IndexFunc(names, func(l known) bool { return l.tag == first })
	if i < 0 {
		return known{}, false
	}
	return names[i], true
}

// variety is what a tag says besides the language: " (GB)" of "en-GB".
func variety(tag string) string {
	if _, rest, ok := strings.Cut(tag, "-"); ok {
		return " (" + rest + ")"
	}
	return ""
}
