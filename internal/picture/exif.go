package picture

import "encoding/binary"

// exifNote is what we want of the notes that a camera writes into a JPEG.
type exifNote struct {
	orientation int // 1 to 8, 0 where there is none
	located     bool
}

const (
	tagOrientation = 0x0112
	tagGPS         = 0x8825
)

// readExif finds the Exif segment of a JPEG and reads its first directory. Anything that is not as it should be ends the
// reading: the notes are a convenience, and a damaged one must not keep a picture from being shown.
// Source: CIPA DC-008 (Exif 2.32), 4.5 and 4.6.
func readExif(data []byte) exifNote {
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		marker, size := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if marker == 0xda || size < 2 || at+2+size > len(data) { // the picture itself begins
			break
		}
		segment := data[at+4 : at+2+size]
		if marker == 0xe1 && len(segment) > 14 && string(segment[:6]) == "Exif\x00\x00" {
			return readTIFF(segment[6:])
		}
		at += 2 + size
	}
	return exifNote{}
}

func readTIFF(b []byte) (note exifNote) {
	var order binary.ByteOrder
	switch string(b[:2]) {
	case "II":
		order = binary.LittleEndian
	case "MM":
		order = binary.BigEndian
	default:
		return note
	}
	at := int(order.Uint32(b[4:]))
	if at < 8 || at+2 > len(b) {
		return note
	}
	entries := int(order.Uint16(b[at:]))
	for i := range entries {
		entry := at + 2 + 12*i
		if entry+12 > len(b) {
			return note
		}
		switch order.Uint16(b[entry:]) {
		case tagOrientation:
			if turn := int(order.Uint16(b[entry+8:])); turn <= 8 { // browsers pass over others too
				note.orientation = turn
			}
		case tagGPS:
			note.located = true
		}
	}
	return note
}
