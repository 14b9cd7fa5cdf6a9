package advice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/diag"
)

// measures are what is counted with decimals: before one of these words a comma may well begin them.
const measures = " tỉ tỷ triệu nghìn ngàn tấn tạ yến kg ký kí gam gram g mg ha héc hecta mét m m2 m3 m² m³ km cm mm lít l ml độ điểm lần sào mẫu công " +
	"kwh kw w mw v a giờ phút giây gb mb tb ghz usd đô euro phần số "

// joints are words that only go on with the sentence: what was counted, if anything, is not told by them.
const joints = " và hay hoặc đến tới là thì so với của cho ở tại trong từ nên mà còn nhưng "

// labels are the words after which numbers are names and commas part them: phòng 101,102.
const labels = " phòng số thửa lô tờ mã trang tổ thôn khu đường xe tuyến bàn điều khoản mục bài xóm ấp "

// thousands looks for 1,200 where 1.200 is meant. Two groups (1,200,000), a point with decimals, or a word behind that is counted in whole
// numbers make it sure enough; what may be a decimal is left alone, however round it is: 1,650 m, 2,150 %.
func (a *adviser) thousands(p *passage) {
	text := p.Text
	for i := 0; i < len(text); {
		comma := strings.IndexByte(text[i:], ',')
		if comma < 0 {
			return
		}
		comma += i
		start, end, groups := english(text, comma)
		if i = max(end, comma+1); groups == 0 {
			continue
		}
		if before := lastWord(text[:start]); strings.Contains(labels, " "+before+" ") {
			continue
		}
		if number := text[start:end]; groups > 1 || strings.Contains(number, ".") || !isMeasure(text[end:]) {
			a.say(p.at(start), diag.CommaForThousands, number, vietnamese(number))
		}
	}
}

// english finds the number around its first comma: one to three digits, groups of a comma and three digits, and perhaps a point with decimals.
// groups is 0 where there is none.
func english(text string, comma int) (start, end, groups int) {
	start = comma
	for start > 0 && isDigit(text, start-1) {
		start--
	}
	if n := comma - start; n < 1 || n > 3 || text[start] == '0' || start > 0 && strings.IndexByte(".,/", text[start-1]) >= 0 || endsInLetter(text[:start]) {
		return start, comma, 0
	}
	end = comma
	for end < len(text) && text[end] == ',' && isDigit(text, end+1) && isDigit(text, end+2) && isDigit(text, end+3) && !isDigit(text, end+4) {
		end += 4
		groups++
	}
	if groups == 0 || end < len(text) && text[end] == ',' && isDigit(text, end+1) {
		return start, end, 0
	}
	if end+1 < len(text) && text[end] == '.' && isDigit(text, end+1) {
		for end++; isDigit(text, end); end++ {
		}
	}
	return start, end, groups
}

func isDigit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// vietnamese swaps the signs of an English number.
func vietnamese(number string) string {
	return strings.NewReplacer(",", ".", ".", ",").Replace(number)
}

// lastWord is the word before a number, in lower case.
func lastWord(s string) string {
	s = strings.TrimRight(s, " ")
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return strings.ToLower(s[i:])
		}
		i -= size
	}
	return strings.ToLower(s)
}

// isMeasure says that what follows a number is no thing that is counted: a measure, a joint, a sign, or nothing at all.
func isMeasure(rest string) bool {
	rest = strings.TrimLeft(rest, " \u00a0")
	end := strings.IndexFunc(rest, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '²' && r != '³'
	})
	if end < 0 {
		end = len(rest)
	}
	word := " " + strings.ToLower(rest[:end]) + " "
	return end == 0 || strings.Contains(measures, word) || strings.Contains(joints, word)
}

// figures looks at the numbers of the results, where 1,200 is read as 1.2 and drawn so.
func (a *adviser) figures() {
	for _, result := range a.rec.Objects("kết quả") {
		unit := result.Text("đơn vị tính").Text
		for _, key := range []string{"trước", "sau"} {
			node := result.Node(key)
			number := strings.TrimSpace(node.Text)
			comma := strings.IndexByte(number, ',')
			if !result.Has(key) || comma < 0 {
				continue
			}
			if start, end, groups := english(number, comma); start == 0 && end == len(number) && groups == 1 && !isMeasure(unit) {
				a.say(node.Place(a.file), diag.CommaForThousands, number, vietnamese(number))
			}
		}
	}
}
