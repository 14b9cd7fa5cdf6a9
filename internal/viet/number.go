package viet

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// ErrNumberForm says that a text is no number as Vietnamese writes it (1.200,5), or could be read in two ways.
var ErrNumberForm = errors.New("viet: not a number of the form 1.200,5")

// Int writes a whole number with a full stop after each three digits: "1.200".
func Int(n int) string {
	return group(strconv.Itoa(n))
}

// Number writes f with full stops between thousands and at most three digits after a comma, without zeros at its end: "1.200,5".
// It is "" for what is no number (NaN, infinite).
func Number(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return ""
	}
	if n := int(f); float64(n) == f && n > -1e15 && n < 1e15 {
		return Int(n)
	}
	whole, part, _ := strings.Cut(strconv.FormatFloat(f, 'f', 3, 64), ".")
	part = strings.TrimRight(part, "0")
	if part == "" {
		if whole == "-0" {
			return "0"
		}
		return group(whole)
	}
	return group(whole) + "," + part
}

// group puts full stops between the thousands of a row of digits, which may have a minus before it.
func group(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	if len(digits) <= 3 {
		return sign + digits
	}
	buf := make([]byte, 0, len(sign)+len(digits)*4/3)
	buf = append(buf, sign...)
	for i := 0; i < len(digits); i++ {
		if i > 0 && (len(digits)-i)%3 == 0 {
			buf = append(buf, '.')
		}
		buf = append(buf, digits[i])
	}
	return string(buf)
}

// ParseNumber reads 1200, 1.200, 1.200,5, 12,5 and -3 (also with the minus sign −), with blanks around it allowed. Full stops
// must part groups of three, so 12.5 and 1,200.5 are ErrNumberForm and not a guess.
func ParseNumber(s string) (float64, error) {
	s = strings.TrimSpace(s)
	sign := ""
	for _, minus := range [2]string{"-", "−"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			sign, s = "-", rest
			break
		}
	}
	whole, part, hasComma := strings.Cut(s, ",")
	if hasComma && !isDigits(part) {
		return 0, ErrNumberForm
	}
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if !isDigits(g) {
			return 0, ErrNumberForm
		}
		if len(groups) > 1 && (i > 0 && len(g) != 3 || i == 0 && (len(g) > 3 || g[0] == '0')) {
			return 0, ErrNumberForm
		}
	}
	text := sign + strings.Join(groups, "")
	if hasComma {
		text += "." + part
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, ErrNumberForm
	}
	if f == 0 {
		return 0, nil // not -0
	}
	return f, nil
}

// isDigits says whether s is a row of at least one of the digits 0 to 9.
func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
