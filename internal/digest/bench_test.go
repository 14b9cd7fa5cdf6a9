package digest

import (
	"strings"
	"testing"
)

// BenchmarkText hashes a text as long as a story.
func BenchmarkText(b *testing.B) {
	text := strings.Repeat("Hai mươi năm qua, bà Mẫu vẫn đến từng nhà chăm sóc bệnh nhân nghèo. ", 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_ = Text(text)
	}
}
