package search

import "testing"

// The reader's side folds in the same way, see e2e/search-engine.test.mjs.
func TestFold(t *testing.T) {
	for _, c := range [][3]string{ // as it is written, as a word, as it is folded
		{"Đường", "đường", "duong"},
		{"ÐẠT", "đạt", "dat"},
		{"Hòa", "hoà", "hoa"},
		{"Hoa\u0300", "hoà", "hoa"},
		{"K’Giắc", "k'giắc", "k'giac"},
		{"ƀơnah", "ƀơnah", "bonah"},
		{"SØREN", "søren", "soren"},
		{"Ǿ", "ǿ", "o"},
		{"Łódź", "łódź", "lodz"},
		{"Straße", "straße", "straße"},
		{"œuvre", "œuvre", "œuvre"},
		{"Й", "й", "и"},
		{"Ἀθῆναι", "ἀθῆναι", "αθηναι"},
		{"한", "한", "\u1112\u1161\u11ab"},
		{"12", "12", "12"},
	} {
		if w := wordOf(c[0]); w.exact != c[1] || w.folded != c[2] {
			t.Errorf("%q is %q, folded %q; not %q and %q", c[0], w.exact, w.folded, c[1], c[2])
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Nguyễn Thị Đào":       "nguyen-thi-dao",
		"  K’Giắc (Tổ 5) ":     "k-giac-to-5",
		"Ðạt – Ƀơ, Søren Łê":   "dat-bo-soren-le",
		"An\u200bBa":           "an-ba", // viet.Slug makes anba of it
		"An\u00adBa":           "an-ba",
		"Straße Cœur":          "stra-e-c-ur",
		"\u212anơm İstanbul":   "knom-istanbul",
		"Công ty 100\u00a0% ½": "cong-ty-100",
		"한":                    "",
	} {
		if got := Slug(name); got != want {
			t.Errorf("%q: %q, not %q", name, got, want)
		}
	}
}

// search.js cuts a word after three code units.
func TestBeginning(t *testing.T) {
	for folded, want := range map[string]string{"": "", "y": "y", "thu": "thu", "thanh": "tha", "k'breo": "k'b", "андреи": "анд", "\u1112\u1161\u11ab\u1100": "\u1112\u1161\u11ab"} {
		if got := beginning(folded); got != want {
			t.Errorf("%q begins with %q, not %q", folded, got, want)
		}
	}
}
