package page

import (
	"slices"
	"strings"

	"guongsang/internal/viet"
)

// shortForms are abbreviations that everybody writes and types, and what they stand for.
var shortForms = foldedForms([][2]string{
	{"UBND", "Ủy ban nhân dân"},
	{"HĐND", "Hội đồng nhân dân"},
	{"UBMTTQ", "Ủy ban Mặt trận Tổ quốc"},
	{"MTTQ", "Mặt trận Tổ quốc"},
	{"HTX", "Hợp tác xã"},
	{"THCS", "Trung học cơ sở"},
	{"THPT", "Trung học phổ thông"},
	{"TNHH", "Trách nhiệm hữu hạn"},
	{"CNTT", "Công nghệ thông tin"},
	{"LĐLĐ", "Liên đoàn Lao động"},
	{"CLB", "Câu lạc bộ"},
})

// spelt is a word of a name, and what it is compared by.
type spelt struct{ written, folded string }

func spell(name string) []spelt {
	var words []spelt
	for word := range strings.FieldsSeq(name) {
		words = append(words, spelt{word, viet.Fold(word)})
	}
	return words
}

func foldedForms(pairs [][2]string) (forms []struct{ short, long []spelt }) {
	for _, pair := range pairs {
		forms = append(forms, struct{ short, long []spelt }{spell(pair[0]), spell(pair[1])})
	}
	return forms
}

// otherForms gives a name as others may write it: with the short forms of what it spells out, and with what its short forms stand for. A name without
// either has none.
func otherForms(name string) (others []string) {
	words := spell(name)
	short, long := words, words
	for _, form := range shortForms {
		short = inPlace(short, form.long, form.short)
		long = inPlace(long, form.short, form.long)
	}
	for _, form := range [][]spelt{short, long} {
		if slices.Equal(form, words) {
			continue
		}
		var written []string
		for _, word := range form {
			written = append(written, word.written)
		}
		others = append(others, strings.Join(written, " "))
	}
	return others
}

// inPlace puts words into the place of others, whose capitals and marks do not matter.
func inPlace(words, of, put []spelt) []spelt {
	alike := func(a, b spelt) bool { return a.folded == b.folded }
	for i := 0; i+len(of) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(of)], of, alike) {
			words = slices.Concat(words[:i], put, words[i+len(of):])
			i += len(put) - 1
		}
	}
	return words
}
