package viet

import (
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, " - ": 0, "một": 1, "Gương người tốt, việc tốt": 5, "Xuân Hương - Đà Lạt": 4, "K'Giắc\u00a035 lần": 3, "1.200,5 đồng": 2, "\n a\n\tb ": 2, "(3)": 1,
	} {
		if got := Words(s); got != want {
			t.Errorf("Words(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestFirstWords(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		want string
	}{
		{"Chị hiến máu, 35 lần.", 9, "Chị hiến máu, 35 lần."},
		{"Chị hiến máu, 35 lần.", 5, "Chị hiến máu, 35 lần."},
		{"Chị hiến máu, 35 lần.", 3, "Chị hiến máu…"},
		{"  Chị  hiến ", 2, "Chị  hiến"},
		{"Đà Lạt – phố núi", 2, "Đà Lạt…"},
		{"Một câu. Hai câu.", 2, "Một câu…"},
		{"nói “được” rồi", 2, "nói “được”…"},
		{"nói ( “ được ) rồi", 1, "nói…"},
		{"a b -", 2, "a b -"},
		{"a b", 0, ""},
		{"a b", -1, ""},
		{"", 3, ""},
	} {
		if got := FirstWords(c.s, c.n); got != c.want {
			t.Errorf("FirstWords(%q, %d) = %q, want %q", c.s, c.n, got, c.want)
		}
	}
}

func FuzzFirstWords(f *testing.F) {
	f.Add("Chị hiến máu, 35 lần.", 3)
	f.Add(" - … a\xff b", 1)
	f.Fuzz(func(t *testing.T, s string, n int) {
		got := FirstWords(s, n)
		want := max(0, min(n, Words(s)))
		if Words(got) != want {
			t.Errorf("FirstWords(%q, %d) = %q has %d words, want %d", s, n, got, Words(got), want)
		}
		if n > 0 && !strings.HasPrefix(s, strings.TrimSuffix(got, "…")) && !strings.Contains(s, strings.TrimSuffix(got, "…")) {
			t.Errorf("FirstWords(%q, %d) = %q is no part of the text", s, n, got)
		}
	})
}
