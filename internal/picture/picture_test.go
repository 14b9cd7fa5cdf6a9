package picture_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"guongsang/internal/picture"
)

func blank(width, height int) image.Image { return image.NewGray(image.Rect(0, 0, width, height)) }

func encoded(t testing.TB, encode func(b *bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func photo(t testing.TB, width, height int) []byte {
	return encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, blank(width, height), nil) })
}

// entry is one line of a TIFF directory.
type entry struct{ tag, value uint16 }

const (
	orientation = 0x0112
	gps         = 0x8825
)

// withExif puts a camera's notes where a camera puts them: into a segment behind the first two bytes, after the segment of JFIF that
// some programs write before it.
func withExif(order binary.ByteOrder, jpeg []byte, entries ...entry) []byte {
	mark := "MM\x00*"
	if order == binary.ByteOrder(binary.LittleEndian) {
		mark = "II*\x00"
	}
	note := []byte("Exif\x00\x00" + mark)
	u16 := func(v uint16) { note = append(note, 0, 0); order.PutUint16(note[len(note)-2:], v) }
	note = append(note, 0, 0, 0, 0)
	order.PutUint32(note[len(note)-4:], 8)
	u16(uint16(len(entries)))
	for _, e := range entries {
		u16(e.tag)
		u16(3) // SHORT
		u16(0)
		u16(1)
		u16(e.value)
		u16(0)
	}
	note = append(note, 0, 0, 0, 0)
	segment := func(marker byte, data []byte) []byte {
		head := []byte{0xff, marker, 0, 0}
		binary.BigEndian.PutUint16(head[2:], uint16(len(data)+2))
		return append(head, data...)
	}
	out := bytes.Clone(jpeg[:2])
	out = append(out, segment(0xe0, []byte("JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"))...)
	out = append(out, segment(0xe1, note)...)
	return append(out, jpeg[2:]...)
}

// TestPhoto: a picture is as wide as it is shown, after the turn that the camera has noted, and a place that the camera has
// noted is told.
func TestPhoto(t *testing.T) {
	plain := photo(t, 40, 30)
	for name, order := range map[string]binary.ByteOrder{"big-endian": binary.BigEndian, "little-endian": binary.LittleEndian} {
		for turn := uint16(0); turn <= 9; turn++ {
			for _, located := range []bool{false, true} {
				entries := []entry{{0x010f, 7}, {orientation, turn}}
				if located {
					entries = append(entries, entry{gps, 99})
				}
				info, err := picture.Read(withExif(order, plain, entries...))
				width, height := 40, 30
				if turn >= 5 && turn <= 8 {
					width, height = 30, 40
				}
				if err != nil || info.Width != width || info.Height != height || info.Located != located {
					t.Errorf("%s, orientation %d, located %v: %+v, %v; want %d x %d", name, turn, located, info, err, width, height)
				}
			}
		}
	}
	if info, err := picture.Read(plain); err != nil || info.Width != 40 || info.Height != 30 || info.Located {
		t.Errorf("without notes: %+v, %v", info, err)
	}
}

// TestDamagedNotes: notes that are not as they should be do not keep a picture from being shown.
func TestDamagedNotes(t *testing.T) {
	whole := withExif(binary.BigEndian, photo(t, 40, 30), entry{orientation, 6})
	at := bytes.Index(whole, []byte("MM\x00*"))
	for name, damage := range map[string]func(b []byte){
		"the directory lies outside":      func(b []byte) { binary.BigEndian.PutUint32(b[at+4:], 1<<31) },
		"the directory lies in the mark":  func(b []byte) { binary.BigEndian.PutUint32(b[at+4:], 2) },
		"the directory has no end":        func(b []byte) { binary.BigEndian.PutUint16(b[at+8:], 0xffff); b[at+11] = 0 },
		"neither of the two byte orders":  func(b []byte) { copy(b[at:], "XX") },
		"the orientation is none of ours": func(b []byte) { binary.BigEndian.PutUint16(b[at+18:], 600) },
	} {
		b := bytes.Clone(whole)
		damage(b)
		if info, err := picture.Read(b); err != nil || info.Width != 40 || info.Height != 30 {
			t.Errorf("%s: %+v, %v", name, info, err)
		}
	}
}

// The smallest files that a browser shows, 1 x 1: with loss, and without.
const (
	webpLossy    = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
	webpLossless = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
)

func TestFormats(t *testing.T) {
	decode := func(text string) []byte {
		data, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" `
	for _, c := range []struct {
		name          string
		data          []byte
		width, height int
		err           error
	}{
		{"png", encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, blank(7, 5)) }), 7, 5, nil},
		{"gif", encoded(t, func(b *bytes.Buffer) error { return gif.Encode(b, blank(7, 5), nil) }), 7, 5, nil},
		{"webp with loss", decode(webpLossy), 1, 1, nil},
		{"webp without loss", decode(webpLossless), 1, 1, nil},
		{"svg", []byte(svg + `width="120" height="80px"/>`), 120, 80, nil},
		{"svg with a view box", []byte("\ufeff<?xml version=\"1.0\"?>\n<!-- biểu trưng -->\n" + svg + `viewBox="0,0 24.4 12.6"/>`), 24, 13, nil},
		{"svg in per cent", []byte(svg + `width="100%" height="100%" viewBox="0 0 24 12"></svg>`), 24, 12, nil},
		{"svg that does not say", []byte(svg + `width="-3" height="NaN" viewBox="0 0"/>`), 0, 0, nil},
		{"svg with a size beyond all bounds", []byte(svg + `width="1e300" height="Inf"/>`), 0, 0, nil},
		{"svg in another encoding", []byte(`<?xml version="1.0" encoding="ISO-8859-1"?>` + svg + `width="1" height="2"/>`), 1, 2, nil},
		{"svg cut off", []byte(svg + `width="1`), 0, 0, picture.ErrDamaged},
		{"html with an svg in it", []byte(`<html><body>` + svg + `/></body></html>`), 0, 0, picture.ErrFormat},
		{"jpeg cut off", photo(t, 40, 30)[:30], 0, 0, picture.ErrDamaged},
		{"png cut off", encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, blank(7, 5)) })[:20], 0, 0, picture.ErrDamaged},
		{"webp cut off", decode(webpLossy)[:24], 0, 0, picture.ErrDamaged},
		{"heic of a telephone", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), 0, 0, picture.ErrFormat},
		{"text", []byte("không phải ảnh"), 0, 0, picture.ErrFormat},
		{"nothing", nil, 0, 0, picture.ErrFormat},
	} {
		t.Run(c.name, func(t *testing.T) {
			info, err := picture.Read(c.data)
			if !errors.Is(err, c.err) || info.Width != c.width || info.Height != c.height {
				t.Errorf("%d x %d, %v; want %d x %d, %v", info.Width, info.Height, err, c.width, c.height, c.err)
			}
		})
	}
}

func TestIsName(t *testing.T) {
	for _, name := range []string{"a.jpg", "A.JPEG", "a.b.png", "a.gif", "a.WebP", "a.svg", "thư mục/ảnh.jpg"} {
		if !picture.IsName(name) {
			t.Errorf("%q is a picture's name", name)
		}
	}
	for _, name := range []string{"a", "a.heic", "a.jpg.md", "jpg", "a.pdf", ""} {
		if picture.IsName(name) {
			t.Errorf("%q is no picture's name", name)
		}
	}
}

// FuzzRead: no bytes make a panic, and what can be shown has a size or is an SVG.
func FuzzRead(f *testing.F) {
	f.Add(withExif(binary.LittleEndian, photo(f, 4, 3), entry{orientation, 6}, entry{gps, 1}))
	f.Add([]byte(`<svg viewBox="0 0 1 1"/>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := picture.Read(data)
		if info.Width < 0 || info.Height < 0 || err == nil && info.Width == 0 && !bytes.Contains(data, []byte("<svg")) {
			t.Errorf("%+v, %v", info, err)
		}
	})
}
