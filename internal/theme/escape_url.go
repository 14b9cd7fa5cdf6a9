package theme

import "strings"

// isURL says whether an escaper writes addresses.
func isURL(name string) bool { return name == "urlnormalizer" || name == "urlescaper" }

// isSafeURL lets ways and the schemes pass that cannot run anything.
func isSafeURL(s string) bool {
	scheme, _, ok := strings.Cut(s, ":")
	return !ok || strings.Contains(scheme, "/") ||
		strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// appendURL writes an address. Keep leaves alone what has a meaning in addresses and is already encoded; attribute escapes what is
// left to escape within quotes.
func appendURL(dst []byte, s string, keep, attribute bool) []byte {
	from := 0
	for i := range len(s) {
		c := s[i]
		use := urlTable[c]
		switch {
		case use == urlPlain:
			continue
		case use == urlMark && keep && (!attribute || c != '&' && c != '+'):
			continue
		case c == '%' && keep && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			continue
		}
		dst = append(dst, s[from:i]...)
		from = i + 1
		switch {
		case use == urlMark && keep:
			dst = append(dst, htmlTable[c]...)
		default:
			dst = append(dst, '%', hex[c>>4], hex[c&15])
		}
	}
	return append(dst, s[from:]...)
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
