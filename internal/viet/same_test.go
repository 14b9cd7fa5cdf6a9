package viet

import (
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestSameKey(t *testing.T) {
	for _, c := range []struct {
		same []string
	}{
		{[]string{"hoà", "hòa", "HOÀ", "Hòa", norm.NFD.String("hòa"), " hòa "}},
		{[]string{"hoá", "hóa"}},
		{[]string{"hoả", "hỏa"}},
		{[]string{"hoã", "hõa"}},
		{[]string{"hoạ", "họa"}},
		{[]string{"khoè", "khòe"}},
		{[]string{"khoé", "khóe"}},
		{[]string{"khoẻ", "khỏe"}},
		{[]string{"khoẽ", "khõe"}},
		{[]string{"khoẹ", "khọe"}},
		{[]string{"thuỳ", "thùy"}},
		{[]string{"thuý", "thúy"}},
		{[]string{"thuỷ", "thủy"}},
		{[]string{"thuỹ", "thũy"}},
		{[]string{"thuỵ", "thụy"}},
		{[]string{"uỷ ban", "ủy ban", "Uỷ  Ban", "ỦY BAN"}},
		{[]string{"Nguyễn Thị Hoà", "nguyễn thị hòa", "Nguyễn\u00a0Thị\tHòa"}},
		{[]string{"Xuân Hương - Đà Lạt", "Xuân Hương – Đà Lạt", "Xuân Hương-Đà Lạt", "xuân hương đà lạt"}},
		{[]string{"K'Giắc", "K’Giắc", "KʼGiắc", "K` Giắc", "k ' giắc"}},
		{[]string{"Hoà-Bình", "Hòa Bình", "Hòa\u200b Bình"}},
		{[]string{"Đạt", "Ðạt", "Ɖạt"}},
		{[]string{"hoàn"}},
		{[]string{"hoài"}},
		{[]string{"quà"}},
		{[]string{"qùa"}},
		{[]string{"quý"}},
		{[]string{"qúy"}},
		{[]string{"già"}},
		{[]string{"gìa"}},
		{[]string{"khuỷu"}},
		{[]string{"khủyu"}},
		{[]string{"mùa"}},
		{[]string{"muà"}},
		{[]string{"ma"}},
		{[]string{"má"}},
		{[]string{"mà"}},
		{[]string{"mã"}},
		{[]string{"Hoa"}},
		{[]string{"Huy"}},
		{[]string{"Đ"}},
		{[]string{"D"}},
		{[]string{"Phường 1"}},
		{[]string{"Phường 10"}},
		{[]string{""}},
	} {
		want := SameKey(c.same[0])
		for _, s := range c.same {
			if got := SameKey(s); got != want {
				t.Errorf("SameKey(%q) = %q, but SameKey(%q) = %q", s, got, c.same[0], want)
			}
		}
	}
}

// TestSameKeyTellsApart holds names that must not be taken for one.
func TestSameKeyTellsApart(t *testing.T) {
	names := []string{
		"", "quý", "qúy", "quà", "qùa", "già", "gìa", "khuỷu", "khủyu", "mùa", "muà", "ma", "má", "mà", "mã", "mạ", "mả", "hoa", "hoà", "hoá", "huy",
		"huý", "hoàn", "hóan", "Phường 1", "Phường 10", "Đào", "Dào", "K'Giắc", "KGiắc", "Hoàng Hà", "Hoàng Ha", "lúy kế",
	}
	keys := map[string]string{}
	for _, name := range names {
		if other, ok := keys[SameKey(name)]; ok {
			t.Errorf("SameKey(%q) is that of %q", name, other)
		}
		keys[SameKey(name)] = name
	}
}

func FuzzSameKey(f *testing.F) {
	for _, s := range []string{"Hòa Bình", "K' Giắc", "qúy", "ò\u0323a", "a - ' b", "İ̀a", "ǜy", "\xff-\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := SameKey(s)
		if again := SameKey(key); again != key {
			t.Errorf("SameKey(%+q) = %+q, again %+q", s, key, again)
		}
		if a, b := SameKey(norm.NFD.String(s)), SameKey(norm.NFC.String(s)); a != b {
			t.Errorf("SameKey of %+q decomposed %+q, composed %+q", s, a, b)
		}
		if Slug(key) != Slug(s) && slices.Equal([]rune(s), []rune(norm.NFC.String(s))) {
			t.Errorf("SameKey(%+q) = %+q has another slug: %q, %q", s, key, Slug(key), Slug(s))
		}
	})
}
