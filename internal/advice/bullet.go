package advice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/diag"
)

// dots are the signs that word processors put before the items of a list; the last three are those of a font of signs.
const dots = "•●▪■◦‣⁃►➢➤\uf0b7\uf0a7\uf0d8"

// bullets looks for lists that were made by hand and tells the first line of each. A dot says so by itself; a hyphen or a number that is glued to a word may be
// anything, so it takes two such lines one after the other. A line of speech begins with a dash and a blank.
func (a *adviser) bullets(group []passage) {
	var last bullet // of the line before
	lines := 0      // how many lines of that sort there are
	var say func()
	for i := range group {
		p := &group[i]
		start := 0
		for line := range strings.SplitSeq(p.Text, "\n") {
			b := bulletOf(line)
			if p.Level > 0 || p.Cell {
				b = bullet{}
			}
			if b.sign == last.sign {
				lines++
			} else {
				at := start
				lines, say = 1, func() { a.say(p.at(at), diag.ManualBullet, shorten(line), shorten(b.better)) }
			}
			if b.sign != 0 && (b.isDot && lines == 1 || !b.isDot && lines == 2) {
				say()
			}
			last = b
			start += len(line) + 1
		}
	}
}

// bullet is what a line begins with: its sign, 0 for none, '1' for any number. better is the line as Markdown knows it.
type bullet struct {
	sign   rune
	isDot  bool
	better string
}

func bulletOf(line string) bullet {
	line = strings.TrimLeft(line, " \u00a0")
	sign, size := utf8.DecodeRuneInString(line)
	rest := line[size:]
	switch {
	case line == "":
	case strings.ContainsRune(dots, sign):
		if rest = strings.TrimSpace(rest); rest != "" {
			return bullet{sign, true, "- " + rest}
		}
	case (sign == '-' || sign == '+') && beginsInLetter(rest):
		return bullet{sign, false, "- " + rest}
	case unicode.IsDigit(sign):
		number := strings.TrimLeft(line, "0123456789")
		if digits := len(line) - len(number); digits <= 2 && number != "" && (number[0] == '.' || number[0] == ')') && beginsInLetter(number[1:]) {
			return bullet{'1', false, line[:digits+1] + " " + number[1:]}
		}
	}
	return bullet{}
}
