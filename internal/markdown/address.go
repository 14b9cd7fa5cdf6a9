package markdown

import (
	"net/url"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/viet"
)

// destKind is what a destination is, by its form alone.
type destKind uint8

const (
	destOther     destKind = iota // a file of the site, or something that nobody knows
	destEmpty                     // nothing, or "#" alone
	destHere                      // "#id", a place of this page
	destOutside                   // http, https, mailto, tel
	destMalformed                 // one of those, but it cannot be right
	destDangerous                 // runs a program or hides a page in the address
)

func kindOf(dest string) destKind {
	scheme, rest := schemeOf(dest)
	switch {
	case dest == "" || dest == "#":
		return destEmpty
	case dest[0] == '#':
		return destHere
	case scheme == "javascript" || scheme == "vbscript" || scheme == "data":
		return destDangerous
	case scheme == "mailto" || scheme == "tel":
		if rest == "" || scheme == "mailto" && strings.IndexByte(rest, '@') < 1 {
			return destMalformed
		}
		return destOutside
	case scheme == "http" || scheme == "https":
		if !isWebAddress(rest) {
			return destMalformed
		}
		return destOutside
	}
	return destOther
}

// schemeOf gives the scheme in lower case, as a browser would see it: without the blanks and control characters that it passes over.
func schemeOf(dest string) (scheme, rest string) {
	before, rest, found := strings.Cut(dest, ":")
	if !found || strings.ContainsAny(before, "/?#") {
		return "", dest
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' || r >= 0x7F && r <= 0xA0 || unicode.In(r, unicode.Cf, unicode.Z) {
			return -1
		}
		return r
	}, before)), rest
}

// isWebAddress tells whether what follows the scheme of an http or https address begins with a host that can be one. What comes behind the
// host may hold anything: appendAddress encodes it.
func isWebAddress(rest string) bool {
	host, ok := strings.CutPrefix(rest, "//")
	if i := strings.IndexAny(host, "/?#"); i >= 0 {
		host = host[:i]
	}
	host, port, hasPort := strings.Cut(host, ":")
	if n, err := strconv.ParseUint(port, 10, 16); !ok || hasPort && (err != nil || n == 0) {
		return false
	}
	for label := range strings.SplitSeq(strings.TrimSuffix(host, "."), ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
	}
	return strings.IndexFunc(host, func(r rune) bool {
		return r != '.' && r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}) < 0
}

// destination is the destination of a link or picture as written, the key of Sources.
func destination(written []byte) string { return strings.TrimSpace(resolved(written)) }

// fragmentOf gives the part of a destination behind '#', percent-decoded where that is possible.
func fragmentOf(dest string) string {
	_, fragment, _ := strings.Cut(dest, "#")
	if decoded, err := url.PathUnescape(fragment); err == nil {
		return viet.NFC(decoded)
	}
	return fragment
}

// idOf finds the id of this page that a fragment means. Hosts of Git repositories keep the marks of letters in the ids they make
// ("#hoàn-cảnh"), so a fragment is also compared by its slug.
func (d *document) idOf(fragment string) (string, bool) {
	if d.hasID(fragment) {
		return fragment, true
	}
	if slug := viet.Slug(fragment); d.hasID(slug) {
		return slug, true
	}
	return "", false
}

func (d *document) hasID(id string) bool {
	if _, ok := d.ids[id]; ok {
		return true
	}
	number, ok := strings.CutPrefix(id, noteID)
	n, err := strconv.Atoi(number)
	return ok && err == nil && n > 0 && n <= len(d.notes) && number == strconv.Itoa(n)
}

// encoded marks the ASCII signs that appendAddress does not simply copy.
var encoded = [utf8.RuneSelf]bool{
	0x00: true, 0x01: true, 0x02: true, 0x03: true, 0x04: true, 0x05: true, 0x06: true, 0x07: true,
	0x08: true, 0x09: true, 0x0A: true, 0x0B: true, 0x0C: true, 0x0D: true, 0x0E: true, 0x0F: true,
	0x10: true, 0x11: true, 0x12: true, 0x13: true, 0x14: true, 0x15: true, 0x16: true, 0x17: true,
	0x18: true, 0x19: true, 0x1A: true, 0x1B: true, 0x1C: true, 0x1D: true, 0x1E: true, 0x1F: true,
	' ': true, '"': true, '<': true, '>': true, '\\': true, '^': true, '`': true, '{': true, '|': true, '}': true, '[': true, ']': true,
	0x7F: true, '#': true, '%': true, '&': true,
}

// appendAddress appends an address for a quoted attribute. Signs that no address may hold are percent-encoded; letters and digits of
// any script stay.
func appendAddress(dst []byte, address string) []byte {
	fragment := false
	for i := 0; i < len(address); {
		start := i
		for i < len(address) && address[i] < utf8.RuneSelf && !encoded[address[i]] {
			i++
		}
		dst = append(dst, address[start:i]...)
		if i == len(address) {
			break
		}
		r, size := utf8.DecodeRuneInString(address[i:])
		sign := address[i : i+size]
		i += size
		switch {
		case r == '&':
			dst = append(dst, "&amp;"...)
		case r == '#' && !fragment, r == '%' && i+1 < len(address) && isHex(address[i]) && isHex(address[i+1]),
			r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			dst = append(dst, sign...)
		default:
			dst = appendPercent(dst, sign)
		}
		fragment = fragment || r == '#'
	}
	return dst
}

func appendPercent(dst []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	for i := range len(s) {
		dst = append(dst, '%', hex[s[i]>>4], hex[s[i]&15])
	}
	return dst
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }

// video tells what a link to a video leads to: what stands in data-video ("youtube:ID", "vimeo:ID", "mp4") and the name that is
// shown for an address without a title. ok is false for any other link.
func video(dest string) (id, name string, ok bool) {
	u, err := url.Parse(dest)
	if err != nil {
		return "", "", false
	}
	host := strings.ToLower(u.Hostname())
	for _, prefix := range []string{"www.", "m."} {
		host = strings.TrimPrefix(host, prefix)
	}
	first, rest, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/")
	last := strings.TrimSuffix(rest, "/")
	switch {
	case host == "youtu.be":
		id, name = first, "YouTube"
	case host == "youtube.com" && first == "watch":
		id, name = u.Query().Get("v"), "YouTube"
	case (host == "youtube.com" || host == "youtube-nocookie.com") && (first == "shorts" || first == "embed" || first == "live"):
		id, name = last, "YouTube"
	case host == "vimeo.com":
		id, name = first, "Vimeo"
	case host == "player.vimeo.com" && first == "video":
		id, name = last, "Vimeo"
	case strings.EqualFold(path.Ext(u.Path), ".mp4"):
		return "mp4", path.Base(u.Path), true
	}
	if !isVideoID(name, id) {
		return "", "", false
	}
	return strings.ToLower(name) + ":" + id, name, true
}

func isVideoID(site, id string) bool {
	for i := range len(id) {
		c := id[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' || c == '_'
		if (c < '0' || c > '9') && (!letter || site == "Vimeo") {
			return false
		}
	}
	return site != "" && len(id) >= 5 && len(id) <= 20
}
