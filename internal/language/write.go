package language

import (
	"strconv"
	"strings"

	"guongsang/internal/viet"
)

// months are the English names; Vietnamese numbers its months.
var months = [...]string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}

// Date writes a day in a language of the interface: "19/05/2023", "19 May 2023". The zero date is "".
func Date(lang string, d viet.Date) string {
	if lang != English || d.IsZero() {
		return d.String()
	}
	return strconv.Itoa(d.Day) + " " + Month(lang, d.Year, d.Month)
}

// Month writes a month, counted from 1, of a year as a heading has it: "Tháng 5 năm 2023", "May 2023".
func Month(lang string, year, month int) string {
	if lang == English && month >= 1 && month <= len(months) {
		return months[month-1] + " " + strconv.Itoa(year)
	}
	return "Tháng " + strconv.Itoa(month) + " năm " + strconv.Itoa(year)
}

// Int writes a whole number: "1.200", "1,200".
func Int(lang string, n int) string { return signs(lang, viet.Int(n)) }

// Number writes a number with at most three decimals: "1.200,5", "1,200.5".
func Number(lang string, f float64) string { return signs(lang, viet.Number(f)) }

// signs gives a number that is written as Vietnamese writes it the signs of another language.
func signs(lang, number string) string {
	if lang != English || !strings.ContainsAny(number, ".,") {
		return number
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '.':
			return ','
		case ',':
			return '.'
		}
		return r
	}, number)
}
