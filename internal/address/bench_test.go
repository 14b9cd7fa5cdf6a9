package address_test

import (
	"bytes"
	"strings"
	"testing"

	"guongsang/internal/address"
)

// BenchmarkReplant plants a feed under the site's base: much text, few addresses, and a ~ that is no mark.
func BenchmarkReplant(b *testing.B) {
	html := []byte(strings.Repeat("<p>Chị Hoà bắt đầu từ hai sào ruộng, mỗi vụ ~ 3 tạ. Xem <a href=\"~/guong/nguyen-thi-mau/\">chị Mẫu</a>.</p>\n"+
		strings.Repeat("<p>“Quỹ cạn sớm hơn dự tính, tôi mất ngủ mấy đêm”, chị kể.</p>\n", 9), 40))
	var w bytes.Buffer
	b.SetBytes(int64(len(html)))
	b.ReportAllocs()
	for b.Loop() {
		w.Reset()
		if err := address.Replant(&w, html, "https://guong.example/"); err != nil {
			b.Fatal(err)
		}
	}
}
