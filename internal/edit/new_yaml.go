package edit

import (
	"strings"
	"unicode"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/viet"
)

// tidyName is a text as it stands in one line of a file: composed, without signs that cannot be seen, every run of blanks one.
func tidyName(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r) && !unicode.IsSpace(r), r == '\ufeff', r == '\ufffe', r == '\uffff': // YAML takes none of them
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	return viet.NFC(strings.Join(strings.Fields(text), " "))
}

// inYAML is a text of one line as a value of YAML: plain where it is read back as the same text, else in quotes.
func inYAML(text string) string {
	const key = "k"
	node, problems := keys.ParseYAML([]byte(key+": "+text+"\n"), diag.Place{Line: 1, Column: 1})
	if len(problems) == 0 && node.Kind == keys.Map && len(node.Pairs) == 1 {
		if v := node.Pairs[0].Value; v.Kind == keys.Scalar && !v.Quoted && v.Text == text {
			return text
		}
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
