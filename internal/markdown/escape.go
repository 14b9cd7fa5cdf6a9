package markdown

import "unicode/utf8"

// special marks the bytes that appendEscaped must not simply copy: the marks of HTML, control characters, and the first bytes of code
// points that may be forbidden or may melt into a mark.
var special = [256]bool{
	'&': true, '<': true, '>': true, '"': true,
	0x00: true, 0x01: true, 0x02: true, 0x03: true, 0x04: true, 0x05: true, 0x06: true, 0x07: true,
	0x08: true, 0x0B: true, 0x0C: true, 0x0D: true, 0x0E: true, 0x0F: true, 0x10: true, 0x11: true,
	0x12: true, 0x13: true, 0x14: true, 0x15: true, 0x16: true, 0x17: true, 0x18: true, 0x19: true,
	0x1A: true, 0x1B: true, 0x1C: true, 0x1D: true, 0x1E: true, 0x1F: true, 0x7F: true,
	0xC2: true, 0xCC: true, 0xEF: true, 0xF0: true, 0xF1: true, 0xF2: true, 0xF3: true, 0xF4: true,
}

// appendEscaped appends text for HTML, for element content and for attributes in double quotes alike. What HTML forbids (control
// characters, noncharacters) becomes U+FFFD.
func appendEscaped[T string | []byte](dst []byte, s T) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		if !special[s[i]] {
			continue
		}
		r, size := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
		written, replaced := escape(r)
		if !replaced {
			i += size - 1
			continue
		}
		dst = append(dst, s[start:i]...)
		dst = append(dst, written...)
		i += size - 1
		start = i + 1
	}
	return append(dst, s[start:]...)
}

func escape(r rune) (written string, replaced bool) {
	switch {
	case r == '&':
		return "&amp;", true
	case r == '<':
		return "&lt;", true
	case r == '>':
		return "&gt;", true
	case r == '"':
		return "&quot;", true
	case r == '\r':
		return " ", true
	case r == 0x338:
		// NFC would melt this stroke with the '>' of a tag before it.
		return "&#x338;", true
	case r < ' ', r >= 0x7F && r < 0xA0, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return "\uFFFD", true
	}
	return "", false
}
