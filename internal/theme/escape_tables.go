package theme

// The tables of the escapers. Nothing changes them.

// replaced has a bit for each letter that htmlTable or htmlNormTable replaces: most letters need no look into these.
const replaced = 1 | 1<<'"' | 1<<'&' | 1<<'\'' | 1<<'+' | 1<<'<' | 1<<'>'

const hex = "0123456789abcdef"

var (
	htmlTable     = [64]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}
	htmlNormTable = [64]string{0: "\uFFFD", '"': "&#34;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}
	nospaceTable  = [128]string{
		0: "&#xfffd;", '\t': "&#9;", '\n': "&#10;", '\v': "&#11;", '\f': "&#12;", '\r': "&#13;", ' ': "&#32;",
		'"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '=': "&#61;", '>': "&gt;", '`': "&#96;",
	}
)

// jsStrNormTable is jsStrTable without the backslash, for what is escaped already.
var (
	jsStrTable     = jsTable(`\\`)
	jsStrNormTable = jsTable("")
)

func jsTable(backslash string) [128]string {
	table := [128]string{
		'"': `\u0022`, '`': `\u0060`, '&': `\u0026`, '\'': `\u0027`, '+': `\u002b`, '/': `\/`, '<': `\u003c`, '>': `\u003e`,
		'\\': backslash,
	}
	for c := range ' ' {
		table[c] = `\u00` + string([]byte{hex[c>>4], hex[c&15]})
	}
	table['\t'], table['\n'], table['\f'], table['\r'] = `\t`, `\n`, `\f`, `\r`
	return table
}

// What a letter of an address is: to be encoded, a mark that parts addresses, or nothing special.
const (
	urlEncoded = iota
	urlMark
	urlPlain
)

var urlTable = func() (table [256]byte) {
	for c := range 256 {
		switch {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~':
			table[c] = urlPlain
		default:
			table[c] = urlEncoded
		}
	}
	for _, c := range "!#$&*+,/:;=?@[]" {
		table[c] = urlMark
	}
	return table
}()
