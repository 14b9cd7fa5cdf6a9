package advice_test

import (
	"strings"
	"testing"
)

// What only Vietnamese spells so is not held against a text in another language; what is a slip in any language is.
func TestOtherLanguages(t *testing.T) {
	const body = "It cost 1,200 dollars, hoà and hòa; kỹ and kĩ.\n\n[here](https://a.example/b) “left open\n"
	for lang, want := range map[string]string{
		"":                       "GS613 GS616 GS617 GS608 GS611",
		"ngôn ngữ: en\n":         "GS608 GS611",
		"ngôn ngữ: en-GB\n":      "GS608 GS611",
		"ngôn ngữ: kpm\n":        "GS608 GS611",
		"ngôn ngữ: tiếng Việt\n": "GS613 GS616 GS617 GS608 GS611",
	} {
		var codes []string
		for line := range strings.Lines(tell(t, "content/guong/mau.md", head+lang+"---\n"+body)) {
			_, code, _ := strings.Cut(line, " ")
			code, _, _ = strings.Cut(code, "|")
			codes = append(codes, code)
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("%q: %s, want %s", lang, got, want)
		}
	}
}

// A comma that is glued to its word is a slip in English as well; French has blanks before its signs.
func TestSignsOfOtherLanguages(t *testing.T) {
	for lang, want := range map[string]int{"en": 1, "vi": 1, "fr": 0} {
		got := tell(t, "content/guong/mau.md", head+"ngôn ngữ: "+lang+"\n---\nMerci , Mau.\n")
		if strings.Count(got, "\n") != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

// Who translates a story does not write down its evidence once more.
func TestTranslationsNeedNoEvidence(t *testing.T) {
	for lang, want := range map[string]bool{"vi": true, "en": false} {
		got := tell(t, "content/guong/mau.md", "---\ntên: Hộ Mẫu\nloại: hộ gia đình\nlĩnh vực: kinh-te-ho-gia-dinh\nnăm: 2023\nđơn vị: Trạm Mẫu\ntóm tắt: Kể.\nngôn ngữ: "+lang+"\n---\n"+long)
		if strings.Contains(got, "3.1.5") != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
}
