package viet

import (
	"strings"
	"testing"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b      string
		max, want int
	}{
		{"", "", 3, 0},
		{"lĩnh vực", "linh-vuc", 3, 0},
		{"linh vuc", "lin vuc", 3, 1},
		{"linh vuc", "lnih vuc", 3, 1}, // neighbours swapped
		{"ca", "abc", 3, 3},
		{"kitten", "sitting", 5, 3},
		{"kitten", "sitting", 2, 3},
		{"abc", "", 5, 3},
		{"abc", "xyz", 1, 2},
		{"日本", "日木", 2, 1},
		{"a", "a", -1, 0},
		{"a", "b", -1, 0},
	} {
		if got := Distance(c.a, c.b, c.max); got != c.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.a, c.b, c.max, got, c.want)
		}
		if got := Distance(c.b, c.a, c.max); got != c.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.b, c.a, c.max, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	keys := strings.Split("tên|loại|lĩnh vực|năm|đơn vị|địa bàn|ngày|cập nhật|tóm tắt|khen thưởng|chuyên mục|chuyên đề|gương", "|")
	for in, want := range map[string]string{
		"lĩnh vục": "lĩnh vực", "linhvuc": "lĩnh vực", "lin vực": "lĩnh vực", "ten": "tên", "tn": "tên", "nam": "năm", "ngay": "ngày", "don vi": "đơn vị",
		"chuyen muc": "chuyên mục", "chuyên mụcc": "chuyên mục", "khen thuong": "khen thưởng", "khem thưởn": "khen thưởng", "guong": "gương", "gươgn": "gương",
		"": "", "-": "", "x": "", "địa chỉ": "", "hoàn toàn khác": "", "xyz": "",
	} {
		if got := Nearest(in, keys); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", in, got, want)
		}
	}
	if got := Nearest("an", []string{"ăm", "ân", "ấn"}); got != "ân" {
		t.Errorf("a nearer one: %q", got)
	}
	if got := Nearest("abcdef", []string{"abcdeg", "abcdeh"}); got != "abcdeg" {
		t.Errorf("of two as near: %q, want the first", got)
	}
	if got := Nearest("a", []string{"", "-"}); got != "" {
		t.Errorf("an empty element: %q", got)
	}
}
