package search

import "testing"

func TestText(t *testing.T) {
	for _, c := range []struct{ markdown, want string }{
		{"Trồng **dâu tây**, bán dâu.", " trồng dâu tây \n bán dâu \n "},
		{"## Một ngày\n\nK’Giắc nói: “Đi!”", " \n một ngày \n k'giắc nói \n đi \n "},
		{"cùng [anh Hòa](../2020/hoa.md) đi", " cùng anh hòa đi "},
		{"| Năm | 123/QĐ-UBND |", " \n năm \n 123 \n qđ \n ubnd \n "},
		{"Hoa\u0300 Đo\u031b", " hoà đơ "},
	} {
		if got := readText(c.markdown); string(got) != c.want {
			t.Errorf("%q:\n%q\nwant\n%q", c.markdown, got, c.want)
		}
	}
	text := readText("trồng dâu, tây nguyên và dâu tây")
	for words, want := range map[string]bool{"dâu tây": true, "tây nguyên": true, "dâu": true, "dâ": false, "nguyên dâu": false, "dâu tây nguyên": false} {
		if text.holds(words) != want {
			t.Errorf("holds %q: %t", words, !want)
		}
	}
}

func TestTypedMarks(t *testing.T) {
	for _, c := range []struct {
		typed, word string
		want        bool
	}{
		{"duong", "đường", true},
		{"dương", "đường", true},
		{"đường", "dương", false},
		{"đường", "dường", false},
		{"nguyên", "nguyễn", true},
		{"nguyễn", "nguyên", false},
		{"hoa", "hoà", true},
		{"hò", "hoà", false},
		{"nam", "năm", true},
		{"nam", "na", false},
		{"na", "nam", false},
	} {
		if got := allows(c.typed, c.word); got != c.want {
			t.Errorf("%q for %q: %t", c.typed, c.word, got)
		}
	}
	if !begins("tran thi h", "trần thị hạnh") || begins("trân thị", "trần van") || !begins("", "a") {
		t.Error("beginnings")
	}
}

func TestTones(t *testing.T) {
	for name, want := range map[string]string{
		"hòa": "hoà", "trần thủy tiên": "trần thuỷ tiên", "khỏe": "khoẻ", "quý": "quý", "quỳ": "quỳ", "hoàng": "hoàng", "thùy": "thuỳ",
	} {
		if got := newTones(name); got != want {
			t.Errorf("new tones of %q: %q", name, got)
		}
		if got := oldTones(want); got != name {
			t.Errorf("old tones of %q: %q", want, got)
		}
	}
	if otherTones("hòa") != "hoà" || otherTones("hoà") != "hòa" || otherTones("hoa") != "hoa" {
		t.Error("other tones")
	}
}

func TestOneEdit(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"hùng", "hùng", true},
		{"hùng", "hùg", true},
		{"hùng", "hùnng", true},
		{"hùng", "hằng", true},
		{"hùng", "hnùg", true},
		{"hùng", "hung", true},
		{"hùng", "hn", false},
		{"hùng", "hgnù", false},
		{"văn hùng", "vă hùnng", false},
	} {
		if oneEdit([]rune(c.a), []rune(c.b)) != c.want || oneEdit([]rune(c.b), []rune(c.a)) != c.want {
			t.Errorf("%q and %q: want %t", c.a, c.b, c.want)
		}
	}
}
