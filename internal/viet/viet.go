// Package viet knows Vietnamese text: its one normal form, text without marks, addresses made of names, the order of the
// alphabet and of people's names, dates, numbers, and text that was typed with a font from before Unicode.
//
// # Forms of a text
//
// A text that was typed in two ways is often one text to its reader. The forms below are for comparing and looking up;
// none but NFC is for showing. All take any string, valid or not, and give the same for composed and decomposed input.
//
//	NFC       the text, composed: what files are read into                "hòa"
//	Fold      lower case, no marks: search, did-you-mean                  "Đà Lạt" -> "da lat"
//	Slug      an address: a-z, 0-9, single hyphens                        "K'Giắc" -> "k-giac"
//	SameKey   equal when two spellings are one name                       "Hoà Bình" = "Hòa  bình", "ma" ≠ "má"
//	MatchKey  equal when two writings are one key or listed value         "Lĩnh vực" = "linh_vuc"
//	TitleKey  sorts titles, compared byte by byte                         a ă â b … không huyền hỏi ngã sắc nặng
//	Name.Key  sorts people: given name, family name, middle names
//	Initial   the letter under which a list shows it                      "Đặng" -> "Đ"
//
// Ordinary knows at a glance the text that nearly all files are made of, so that whoever looks for anything odd can skip it.
//
// # Names
//
// SplitName parts a name as it stands in a list of commended people, with titles before it (Linh mục, NSƯT, Bà), the names
// of the Kơ Ho, Mạ, Ê Đê and their neighbours (K'Giắc, Ka Hiên, Y Thanh Niê), religious names (Thích Nữ Diệu Tâm) and plain
// ones. It is a rule of thumb with short lists; a story can state the name that it is sorted by instead.
//
// # Dates and numbers
//
// Date is a day without a time or a zone of its own; a moment is made of it only at +07:00, which has no summer time and
// so needs no table of zones. Numbers are written 1.200,5. A number that could be read in two ways is an error.
//
// # Promises
//
// Nothing here panics, reads the clock or the machine's settings, or keeps state: all functions are pure and may run at once.
package viet

import "golang.org/x/text/unicode/norm"

// NFC gives s in the composed normal form of Unicode (UAX #15), in which an accented Vietnamese letter is one code point. A
// string that is in that form already comes back as it is, without copying. Bytes that are no UTF-8 stay.
func NFC(s string) string {
	if isComposed(s) {
		return s
	}
	return norm.NFC.String(s)
}

// NFCBytes is NFC for bytes: what is composed already comes back as it is, without copying.
func NFCBytes(s []byte) []byte {
	if isComposed(s) {
		return s
	}
	return norm.NFC.Bytes(s)
}

// isComposed says, much faster than the general tables, that s is surely in normal form: behind what is Ordinary, it holds nothing but the
// Latin letters and signs up to U+02FF and from U+1E00 to U+1EFF, and the dashes, quotes and the like from U+2010 to U+2027. Marks that join
// a letter before them all lie elsewhere. For other texts it says no, and the tables decide. It goes by bytes; those that are no UTF-8
// join nothing.
func isComposed[T string | []byte](s T) bool {
	for i := Ordinary(s); i < len(s); i++ {
		switch c := s[i]; {
		case c <= 0xCB:
		case i+2 >= len(s) || !isTail(s[i+1]) || !isTail(s[i+2]):
			return false
		case c == 0xE1 && s[i+1] >= 0xB8 && s[i+1] <= 0xBB, c == 0xE2 && s[i+1] == 0x80 && s[i+2] >= 0x90 && s[i+2] <= 0xA7:
			i += 2
		default:
			return false
		}
	}
	return true
}

// isTail says whether c is a later byte of a code point in UTF-8.
func isTail(c byte) bool {
	return c&0xC0 == 0x80
}
