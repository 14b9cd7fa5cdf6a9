package advice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// speller counts both spellings of what can be spelled in two ways. Words with a capital do not count: a name belongs to its owner.
type speller struct {
	tones [2]spelling // as in hòa, as in hoà
	iy    map[string]*[2]spelling
}

// spelling is one way of writing: how often it is used, and where first.
type spelling struct {
	count  int
	word   string
	holder *passage
	offset int
}

func (s *spelling) note(word string, p *passage, offset int) {
	if s.count == 0 {
		s.word, s.holder, s.offset = word, p, offset
	}
	s.count++
}

// read takes the words of a passage in.
func (s *speller) read(p *passage) {
	text := p.Text
	start := -1 // of the present word
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case inWord(r):
			if start < 0 {
				start = i
			}
		case start >= 0:
			s.word(p, start, i)
			start = -1
		}
		i += size
	}
	if start >= 0 {
		s.word(p, start, len(text))
	}
}

// inWord says that a sign is part of a word of Vietnamese, which may be decomposed.
func inWord(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	case r >= 0x1E00 && r <= 0x1EFF, r >= 0xC0 && r <= 0x24F && r != '×' && r != '÷':
		return true
	}
	return unicode.Is(unicode.Mn, r)
}

// word takes the word from start to end in.
func (s *speller) word(p *passage, start, end int) {
	word := p.Text[start:end]
	last, size := utf8.DecodeLastRuneInString(word)
	if unicode.Is(unicode.Mn, last) {
		word = viet.NFC(word)
		last, size = utf8.DecodeLastRuneInString(word)
	}
	way := wayOf(last)
	if way == other {
		return
	}
	word = viet.NFC(word)
	if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
		return
	}
	if style := toneStyle(word[:len(word)-size], last); style >= 0 {
		s.tones[style].note(word, p, start)
	}
	if way == endsInI || way == endsInY {
		s.syllable(word, p, start, end)
	}
}

// The vowels that a word may end in whose spelling varies.
const (
	other = iota
	endsInAE
	endsInI
	endsInY
)

func wayOf(last rune) int {
	switch last {
	case 'a', 'e', 'à', 'á', 'ả', 'ã', 'ạ', 'è', 'é', 'ẻ', 'ẽ', 'ẹ':
		return endsInAE
	case 'i', 'ì', 'í', 'ỉ', 'ĩ', 'ị':
		return endsInI
	case 'y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ':
		return endsInY
	}
	return other
}

// toneStyle says in which way the tone of a word that ends in oa, oe or uy is placed: 0 as in hòa, 1 as in hoà, -1 where it has no choice.
func toneStyle(stem string, last rune) int {
	before, size := utf8.DecodeLastRuneInString(stem)
	stem = stem[:len(stem)-size]
	switch last {
	case 'a', 'e':
		if strings.ContainsRune("òóỏõọ", before) {
			return 0
		}
	case 'y':
		if strings.ContainsRune("ùúủũụ", before) {
			return 0
		}
	case 'à', 'á', 'ả', 'ã', 'ạ', 'è', 'é', 'ẻ', 'ẽ', 'ẹ':
		if before == 'o' {
			return 1
		}
	case 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ':
		if before == 'u' && !strings.HasSuffix(stem, "q") {
			return 1
		}
	}
	return -1
}

// doubles are the syllables that are written with i and with y and mean the same; the value is the one with y.
var doubles = map[string]string{
	"kĩ": "kỹ", "kỉ": "kỷ", "kì": "kỳ", "kí": "ký", "lí": "lý", "mĩ": "mỹ", "tỉ": "tỷ", "sĩ": "sỹ", "hi": "hy",
	"qui": "quy", "quí": "quý", "quì": "quỳ", "quỉ": "quỷ", "quĩ": "quỹ", "quị": "quỵ",
	"kỹ": "kỹ", "kỷ": "kỷ", "kỳ": "kỳ", "ký": "ký", "lý": "lý", "mỹ": "mỹ", "tỷ": "tỷ", "sỹ": "sỹ", "hy": "hy",
	"quy": "quy", "quý": "quý", "quỳ": "quỳ", "quỷ": "quỷ", "quỹ": "quỹ", "quỵ": "quỵ",
}

// alwaysI are words, by their first syllable, in which the i is no choice; onlyWith are the neighbours without which a syllable with i may mean another thing
// than the one with y (năm kí, hi hi).
var (
	alwaysI  = map[string]string{"tỉ": " mỉ tê ", "lí": " nhí lắc lẻ láu ", "kì": " cọ kèo lưng nhông đà cục "}
	onlyWith = map[string]string{"kí": " đăng chữ thư nhật du bút tên kết hiệu ức sự túc giả gửi nhận ", "hi": " vọng sinh hữu "}
)

// syllable takes a syllable in that may be written with i or y.
func (s *speller) syllable(word string, p *passage, start, end int) {
	withY, varies := doubles[word]
	if !varies {
		return
	}
	way := 1
	if word != withY {
		way = 0
		next, before := " "+nextWord(p.Text[end:])+" ", " "+lastWord(p.Text[:start])+" "
		if strings.Contains(alwaysI[word], next) {
			return
		}
		if only, some := onlyWith[word]; some && !strings.Contains(only, next) && !strings.Contains(only, before) {
			return
		}
	}
	both := s.iy[withY]
	if both == nil {
		if s.iy == nil {
			s.iy = map[string]*[2]spelling{}
		}
		both = &[2]spelling{}
		s.iy[withY] = both
	}
	both[way].note(word, p, start)
}

// nextWord is the word that follows behind a blank.
func nextWord(s string) string {
	s = viet.NFC(strings.TrimLeft(s, " \n"))
	end := strings.IndexFunc(s, func(r rune) bool { return !inWord(r) })
	if end < 0 {
		end = len(s)
	}
	return s[:end]
}

// spelling tells what is spelled in two ways, at the first place of the one that is used less.
func (a *adviser) spelling(s *speller) {
	tell := func(both *[2]spelling, say func(at diag.Place, less, more string)) {
		less, more := &both[0], &both[1]
		if less.count > more.count {
			less, more = more, less
		}
		if less.count > 0 {
			say(less.holder.at(less.offset), less.word, more.word)
		}
	}
	tell(&s.tones, func(at diag.Place, less, more string) { a.say(at, diag.MixedTones, less, more) })
	for _, both := range s.iy {
		tell(both, func(at diag.Place, less, more string) { a.say(at, diag.MixedIY, less, more) })
	}
}
