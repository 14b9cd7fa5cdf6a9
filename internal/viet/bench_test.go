package viet

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

const (
	benchName = "Nguyễn Thị Thuỳ Trang"
	benchLine = "Chị hiến máu tình nguyện 35 lần trong 12 năm qua, được Chủ tịch Uỷ ban nhân dân tỉnh tặng Bằng khen."
)

func BenchmarkForms(b *testing.B) {
	decomposed := norm.NFD.String(benchName)
	for _, c := range []struct {
		name string
		form func(string) string
		in   string
	}{
		{"NFC", NFC, strings.Repeat(benchLine, 40)},
		{"NFCDecomposed", NFC, decomposed},
		{"NFCOtherSigns", NFC, strings.Repeat(benchLine+" 12\u00a0% × 3 = 36 … 5 °C → ₫\n", 40)},
		{"Fold", Fold, benchLine},
		{"FoldPlain", Fold, "nguyen-thi-thuy-trang"},
		{"Slug", Slug, benchName},
		{"SlugOfSlug", Slug, "nguyen-thi-thuy-trang"},
		{"SameKey", SameKey, benchName},
		{"MatchKey", MatchKey, "lĩnh vực"},
		{"TitleKey", TitleKey, benchName},
		{"PersonKey", personKey, benchName},
		{"PersonKeyTitles", personKey, "Linh mục Giuse Nguyễn Văn Bình"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.in)))
			b.ReportAllocs()
			for b.Loop() {
				c.form(c.in)
			}
		})
	}
}

func BenchmarkLegacy(b *testing.B) {
	for name, line := range map[string]string{"Good": benchLine, "Typed": toTCVN3(strings.ToLower(benchLine))} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(line)))
			b.ReportAllocs()
			for b.Loop() {
				Legacy(line)
			}
		})
	}
}

func BenchmarkNearest(b *testing.B) {
	keys := strings.Split("tên|loại|lĩnh vực|năm|đơn vị|địa bàn|ngày|cập nhật|tóm tắt|khen thưởng|chuyên mục|chuyên đề|gương", "|")
	b.ReportAllocs()
	for b.Loop() {
		Nearest("linh vụt", keys)
	}
}

func BenchmarkDate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		d, _ := ParseDate("05/03/2020")
		_ = d.Long()
	}
}

func BenchmarkWords(b *testing.B) {
	long := strings.Repeat(benchLine+"\n\n", 30) // a story
	for name, count := range map[string]func(){
		"Words":       func() { Words(long) },
		"FirstWords":  func() { FirstWords(benchLine, 20) },
		"MayBeLegacy": func() { MayBeLegacy(long) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				count()
			}
		})
	}
}
