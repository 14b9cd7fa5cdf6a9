package keys

import (
	"strings"
	"unicode/utf8"
)

// value reads a blank and all that stands behind it on its line, and goes to the next.
func (p *plainYAML) value(out *Node) bool {
	text := p.text[p.pos:p.end]
	if len(text) < 2 || text[0] != ' ' {
		return false
	}
	p.pos++
	ok := true
	switch text[1] {
	case '[':
		out.Line, out.Column = p.place()
		ok = p.inList(out)
	case '{':
		out.Line, out.Column = p.place()
		ok = p.inMap(out)
	case '"', '\'':
		ok = p.quoted(out)
	default:
		if ok = isPlainText(text[1:], false); ok {
			p.plain(text[1:], out)
		}
	}
	if !ok || p.pos != p.end {
		return false
	}
	p.next()
	return true
}

// key takes a key and the colon behind it.
func (p *plainYAML) key(text string, out *Pair) {
	out.Key.Text = text
	out.Key.Line, out.Key.Column = p.place()
	p.pos += len(text) + len(":")
}

// plain takes a text without quotes.
func (p *plainYAML) plain(text string, out *Node) {
	out.Kind, out.Text = Scalar, text
	out.Line, out.Column = p.place()
	p.pos += len(text)
}

// quoted reads a text in quotes that has none of them in it, and no backslash.
func (p *plainYAML) quoted(out *Node) bool {
	rest := p.text[p.pos+1 : p.end]
	end := strings.IndexByte(rest, p.text[p.pos])
	if end < 0 || strings.IndexByte(rest[:end], '\\') >= 0 {
		return false
	}
	p.plain(rest[:end], out)
	out.Quoted = true
	out.Inner.Line, out.Inner.Column = out.Line, out.Column+1
	p.pos += len(`""`)
	return true
}

// inBrackets reads a text within brackets and the blanks around it, up to a comma or the sign that closes them.
func (p *plainYAML) inBrackets(closing byte, out *Node) bool {
	p.blanks()
	if rest := p.text[p.pos:p.end]; strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "'") {
		if !p.quoted(out) {
			return false
		}
	} else {
		n := 0
		for n < len(rest) && !endsNarrow[rest[n]] {
			n++
		}
		text := strings.TrimRight(rest[:n], " ")
		if !isPlainText(text, true) {
			return false
		}
		p.plain(text, out)
	}
	p.blanks()
	return p.pos < p.end && (p.text[p.pos] == ',' || p.text[p.pos] == closing)
}

// opened goes to the closing bracket if it is right behind the opening one, and gives how many of a sign there are up to what may be it.
func (p *plainYAML) opened(closing byte, sign string) int {
	inside := p.text[p.pos+1 : p.end]
	if end := strings.IndexByte(inside, closing); end >= 0 {
		inside = inside[:end]
	}
	if inside == "" {
		p.pos++
	}
	return strings.Count(inside, sign)
}

// inList reads a list in brackets.
func (p *plainYAML) inList(out *Node) bool {
	out.Kind, out.Items = List, p.nodes.take(1+p.opened(']', ","))
	for p.pos < p.end && p.text[p.pos] != ']' {
		p.pos++ // the bracket or the comma
		out.Items = append(out.Items, Node{})
		if !p.inBrackets(']', &out.Items[len(out.Items)-1]) {
			return false
		}
	}
	p.pos++
	return p.pos <= p.end
}

// inMap reads keys in brackets, each with one text.
func (p *plainYAML) inMap(out *Node) bool {
	out.Kind, out.Pairs = Map, p.pairs.take(p.opened('}', ":"))
	for p.pos < p.end && p.text[p.pos] != '}' {
		p.pos++ // the bracket or the comma
		p.blanks()
		key, _, found := strings.Cut(p.text[p.pos:p.end], ": ")
		if !found || !isPlainText(key, true) {
			return false
		}
		out.Pairs = append(out.Pairs, Pair{})
		pair := &out.Pairs[len(out.Pairs)-1]
		p.key(key, pair)
		if !p.inBrackets('}', &pair.Value) {
			return false
		}
	}
	p.pos++
	return p.pos <= p.end
}

// isPlainText says whether a text without quotes is surely that and nothing else: it begins with a letter or a digit, ends without a blank and
// has no sign in it that can mean anything. narrow is for keys and for what stands within brackets.
func isPlainText(s string, narrow bool) bool {
	const most = 500 // bytes of a key; the library takes twice as many
	if s == "" || s[len(s)-1] == ' ' {
		return false
	}
	if narrow {
		for i := 0; i < len(s); i++ {
			if endsNarrow[s[i]] {
				return false
			}
		}
	}
	if narrow && len(s) > most || !narrow && strings.IndexByte(s, ':') >= 0 {
		return false
	}
	switch s {
	case "null", "Null", "NULL":
		return false
	}
	c := s[0]
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

// endsNarrow has the signs that neither a key nor a text within brackets has in it.
var endsNarrow = [256]bool{',': true, '[': true, ']': true, '{': true, '}': true, '?': true, ':': true}
