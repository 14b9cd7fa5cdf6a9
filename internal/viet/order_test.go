package viet

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestTitleKeyOrder holds lists that are in order, each key strictly after the one before.
func TestTitleKeyOrder(t *testing.T) {
	for name, list := range map[string]string{
		"letters":   "a|ă|â|b|c|d|đ|e|ê|f|g|h|i|j|k|l|m|n|o|ô|ơ|p|q|r|s|t|u|ư|v|w|x|y|z|я",
		"tones":     "ma|mà|mả|mã|má|mạ|man|màn|măn|mân|mần",
		"syllables": "ba|ba ba|ba bà|bà|bà ba|bả|ban|bàn|băn|bân|be",
		"numbers":   "|Khu phố 1|Khu phố 2|Khu phố 10|Khu phố 20.11|Khu phố 100|Khu phố 1.200|Khu phố 12000|Khu phố A|Khu phố A1|Khu phố A2|Khu phố A10",
		"mixed":     "2 sáng kiến|10 năm|Ánh sáng vùng cao|Ăn quả nhớ kẻ trồng cây|Dân vận|Đà Lạt|Đạ Tẻh|Đam Rông",
		"long":      strings.Repeat("9", 77) + "|" + strings.Repeat("1", 78) + "|" + strings.Repeat("1", 200) + "|" + strings.Repeat("2", 200),
		"rhymes":    "hoa|hòa|hoả|hóa|hoan|hoàn|hung|huy|huỳ|húy|huyên|hưng",
		"onsets":    "gà|gia|già|giạ|nga|nghe|nha|qua|quà|quý|ta|tha|tra",
	} {
		titles := strings.Split(list, "|")
		for i := 1; i < len(titles); i++ {
			before, after := titles[i-1], titles[i]
			if TitleKey(before) >= TitleKey(after) {
				t.Errorf("%s: TitleKey(%q) = %q is not before TitleKey(%q) = %q", name, before, TitleKey(before), after, TitleKey(after))
			}
		}
	}
}

func TestTitleKeyEqual(t *testing.T) {
	for _, same := range [][]string{
		{"Hoà Bình", "Hòa Bình", "HÒA BÌNH", "hòa-bình", "«Hòa  Bình»!", norm.NFD.String("Hòa Bình")},
		{"quý", "Quý", "qúy"},
		{"Khu 7", "khu 007", "Khu (7)"},
		{"1.200 ngày", "1200 ngày"},
		{"K'Giắc", "K’ Giắc"},
		{"cafe", "ca\u00adfe"},
		{"Êđê ñ", "êđê n"},
		{"œuvre", "oeuvre"},
		{"", "!?", "\u0301"},
	} {
		for _, s := range same[1:] {
			if TitleKey(s) != TitleKey(same[0]) {
				t.Errorf("TitleKey(%q) = %q, TitleKey(%q) = %q", s, TitleKey(s), same[0], TitleKey(same[0]))
			}
		}
	}
}

// personKey is the key of a name as it is written.
func personKey(name string) string { return SplitName(name).Key() }

func TestPersonKeyOrder(t *testing.T) {
	sorted := []string{
		"Nguyễn Văn An", "Trần An", "Đỗ Thị Ánh", "Linh mục Giuse Nguyễn Văn Ba", "Nguyễn Văn Bình", "K'Brôi", "Sư cô Thích Nữ Diệu Tâm",
		"Lê Đình Dũng", "Lê Văn Dũng", "Trần Dũng", "Phạm Đào", "K'Giắc", "H'Hen Niê", "Ka Hiên", "Nguyễn Thị Hòa", "Trần Văn Hoà",
		"Y Thanh Niê", "Cil Ha Thương", "Tôn Nữ Thị Xuân",
	}
	got := slices.Clone(sorted)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(personKey(a), personKey(b)) })
	if !slices.Equal(got, sorted) {
		t.Errorf("order\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(sorted, "\n"))
	}
	if personKey("Ông Nguyễn Văn An") != personKey("nguyễn văn an") {
		t.Error("a title or a capital counts in the key of a name")
	}
}

// FuzzKeys checks that keys of titles and people are plain, the same for both normal forms, and end titles in order.
func FuzzKeys(f *testing.F) {
	for _, s := range []string{"Khu 1.200", "K'Giắc", "Linh mục, Ông (a)", "Thích Nữ", "và", "0.000.1", "Y H' Ka", "\xff 9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := TitleKey(s)
		if key != TitleKey(norm.NFD.String(s)) {
			t.Errorf("TitleKey(%+q) = %q, decomposed %q", s, key, TitleKey(norm.NFD.String(s)))
		}
		if longer := TitleKey(s + " a"); longer <= key {
			t.Errorf("TitleKey(%+q) = %q is not before that of a longer title, %q", s, key, longer)
		}
		n := SplitName(s)
		if hasWords := strings.Trim(n.Given, " ") != ""; !hasWords && n != (Name{}) {
			t.Errorf("SplitName(%+q) = %+v has no given name", s, n)
		}
		if personKey(s) != personKey(norm.NFC.String(s)) {
			t.Errorf("PersonKey(%+q) differs composed", s)
		}
	})
}
