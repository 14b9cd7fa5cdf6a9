package page

import (
	"slices"
	"strings"

	"guongsang/internal/viet"
)

// shortForms are abbreviations that everybody writes and types, and what they stand for.
var shortForms = [...]struct{ short, long string }{
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
}

// otherForms gives a name as others may write it: with the short forms of what it spells out, and with what its short forms stand for. A name without
// either has none.
func otherForms(name string) []string {
	words := strings.Fields(name)
	short, long := words, words
	for _, form := range shortForms {
		short = inPlace(short, strings.Fields(form.long), []string{form.short})
		long = inPlace(long, []string{form.short}, strings.Fields(form.long))
	}
	var forms []string
	for _, form := range [][]string{short, long} {
		if !slices.Equal(form, words) {
			forms = append(forms, strings.Join(form, " "))
		}
	}
	return forms
}

// inPlace puts words into the place of others, whose capitals and marks do not matter.
func inPlace(words, of, put []string) []string {
	alike := func(a, b string) bool { return viet.Fold(a) == viet.Fold(b) }
	for i := 0; i+len(of) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(of)], of, alike) {
			words = slices.Concat(words[:i], put, words[i+len(of):])
			i += len(put) - 1
		}
	}
	return words
}
