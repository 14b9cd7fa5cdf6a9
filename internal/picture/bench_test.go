package picture_test

import (
	"bytes"
	"encoding/binary"
	"image/png"
	"testing"

	"guongsang/internal/picture"
)

// BenchmarkRead looks at pictures as large as those of stories.
func BenchmarkRead(b *testing.B) {
	for name, data := range map[string][]byte{
		"JPEG": withExif(binary.BigEndian, photo(b, 1600, 1200), entry{0x010f, 7}, entry{orientation, 6}),
		"PNG":  encoded(b, func(w *bytes.Buffer) error { return png.Encode(w, blank(1600, 1200)) }),
		"SVG":  []byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200"><path d="M0 0h9v9z"/></svg>`),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if info, err := picture.Read(data); err != nil || info.Width*info.Height != 1600*1200 {
					b.Fatal(info, err)
				}
			}
		})
	}
}
