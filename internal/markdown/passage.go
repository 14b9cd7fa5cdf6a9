package markdown

import "bytes"

// Passages gives the words of a body, of HTML that Fill wrote: each passage is what stands in one block, so that the last word of one paragraph and the first
// of the next are no neighbours. heading says that the block is a heading. The text is overwritten after each call.
func Passages(html []byte, each func(text []byte, heading bool)) {
	var text []byte
	heading := false
	flush := func() {
		if len(bytes.TrimSpace(text)) > 0 {
			each(text, heading)
		}
		text = text[:0]
	}
	for len(html) > 0 {
		switch html[0] {
		case '<':
			end := bytes.IndexByte(html, '>')
			if end < 0 {
				end = len(html) - 1
			}
			switch name, closes := tagName(html[1:end]); {
			case isGlued(name):
			case isAmongWords(name):
				text = append(text, ' ')
			default:
				flush()
				heading = len(name) == 2 && name[0] == 'h' && name[1] != 'r' && !closes
			}
			html = html[end+1:]
		case '&':
			sign, size := escapedSign(html)
			text = append(text, sign)
			html = html[size:]
		default:
			n := bytes.IndexAny(html, "<&")
			if n < 0 {
				n = len(html)
			}
			text = append(text, html[:n]...)
			html = html[n:]
		}
	}
	flush()
}

// tagName gives the name of the tag that a text begins with, and whether it is one at an end.
func tagName(tag []byte) (name string, closes bool) {
	if len(tag) > 0 && tag[0] == '/' {
		tag, closes = tag[1:], true
	}
	n := 0
	for n < len(tag) && tag[n] != ' ' && tag[n] != '/' {
		n++
	}
	return string(tag[:n]), closes
}

// isGlued says whether a tag may stand inside a word.
func isGlued(name string) bool {
	switch name {
	case "a", "em", "strong", "del", "code", "span":
		return true
	}
	return false
}

// isAmongWords says whether a tag stands between words without parting the passage.
func isAmongWords(name string) bool {
	switch name {
	case "sup", "br", "img":
		return true
	}
	return false
}

// escapedSign gives the sign that a reference stands for, and its length. Ours are those that HTML needs; others are no words.
func escapedSign(html []byte) (sign byte, size int) {
	for _, e := range [...]struct {
		text string
		sign byte
	}{{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#34;", '"'}, {"&#39;", '\''}} {
		if bytes.HasPrefix(html, []byte(e.text)) {
			return e.sign, len(e.text)
		}
	}
	return html[0], 1
}
