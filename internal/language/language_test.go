package language

import (
	"slices"
	"testing"

	"guongsang/internal/viet"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"vi": "vi", "Tiếng Việt": "vi", "tieng viet": "vi", "EN": "en", "English": "en", "tiếng anh": "en", "eng": "en", "K'Ho": "kpm", "k’ho": "kpm", "KPM": "kpm",
		"Ê Đê": "rad", "ede": "rad", "M'Nông": "cmo", "tiếng Mạ": "cma", "中文": "zh", "zho": "zh", "zh-hant": "zh-Hant", "en_gb": "en-GB", "es-419": "es-419",
		"sr-latn-rs": "sr-Latn-RS", "de-1996": "de-1996", "sl-rozaj": "sl-rozaj", "tlh": "tlh", "vie-VN": "vi-VN",
	} {
		if tag, ok := Parse(text); !ok || tag != want {
			t.Errorf("%q is %q, %v; want %q", text, tag, ok, want)
		}
	}
	for _, text := range []string{"", " ", "e", "tiếng người", "english, of course", "en-", "-en", "en--GB", "en-GB-", "x-mine", "12", "und", "zxx", "en-a", "vi VN", "thư", "en-u-ca-buddhist", "en-verylongsubtag"} {
		if tag, ok := Parse(text); ok {
			t.Errorf("%q is taken for %q", text, tag)
		}
	}
}

// Every name must lead to its own language, whoever stands before it in the table, and every tag must be written as tags are.
func TestTheTable(t *testing.T) {
	var tags []string
	for _, l := range names {
		for _, text := range []string{l.tag, l.own, l.vi, l.en} {
			if tag, ok := Parse(text); !ok || tag != l.tag {
				t.Errorf("%q of %q is %q", text, l.tag, tag)
			}
		}
		if tag, ok := canonical(l.tag); !ok || tag != l.tag {
			t.Errorf("the tag %q should be %q", l.tag, tag)
		}
		tags = append(tags, l.tag)
	}
	slices.Sort(tags)
	if len(slices.Compact(tags)) != len(names) {
		t.Error("a language stands in the table twice")
	}
	for from, to := range long {
		if !Known(to) || Known(from) {
			t.Errorf("%q should lead to %q, which is known", from, to)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ tag, own, vi, en string }{
		{"en", "English", "tiếng Anh", "English"},
		{"kpm", "K'Ho", "tiếng K'Ho", "K'Ho"},
		{"en-GB", "English (GB)", "tiếng Anh (GB)", "English (GB)"},
		{"tlh", "tlh", "tlh", "tlh"},
	} {
		if own, vi, en := Own(c.tag), Name(c.tag, Vietnamese), Name(c.tag, English); own != c.own || vi != c.vi || en != c.en {
			t.Errorf("%s is called %q, %q, %q", c.tag, own, vi, en)
		}
	}
	if !Known("en-GB") || Known("tlh") {
		t.Error("en-GB is known, tlh is not")
	}
	if words := Words(); !slices.Contains(words, "tiếng Anh") || !slices.Contains(words, "kpm") {
		t.Errorf("an author may write %v", words)
	}
}

func TestWriting(t *testing.T) {
	day := viet.Date{Year: 2023, Month: 5, Day: 9}
	for _, c := range []struct{ lang, date, month, whole, number string }{
		{Vietnamese, "09/05/2023", "Tháng 5 năm 2023", "-1.234.567", "1.200,5"},
		{English, "9 May 2023", "May 2023", "-1,234,567", "1,200.5"},
	} {
		got := []string{Date(c.lang, day), Month(c.lang, 2023, 5), Int(c.lang, -1234567), Number(c.lang, 1200.5)}
		if want := []string{c.date, c.month, c.whole, c.number}; !slices.Equal(got, want) {
			t.Errorf("%s writes %q, want %q", c.lang, got, want)
		}
		if text := Date(c.lang, viet.Date{}); text != "" {
			t.Errorf("%s writes %q for no day", c.lang, text)
		}
	}
	if first, last := Month(English, 2023, 1), Month(English, 2023, 12); first != "January 2023" || last != "December 2023" {
		t.Errorf("the year goes from %s to %s", first, last)
	}
}
