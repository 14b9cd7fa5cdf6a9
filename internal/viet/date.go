package viet

import (
	"cmp"
	"errors"
	"strings"
	"time"
)

// Errors of ParseDate.
var (
	// ErrDateForm says that the text is not of the form dd/mm/yyyy, d/m/yyyy or yyyy-mm-dd.
	ErrDateForm = errors.New("viet: not a date of the form dd/mm/yyyy or yyyy-mm-dd")
	// ErrNoSuchDay says that the form is right but the calendar has no such day, or the year is outside 1000..9999.
	ErrNoSuchDay = errors.New("viet: no such day in the calendar")
)

// Date is a day of the Gregorian calendar: Year 1000..9999, Month 1..12, Day 1..31. The zero Date is no date.
type Date struct {
	Year, Month, Day int
}

// ParseDate reads dd/mm/yyyy, d/m/yyyy or yyyy-mm-dd, with blanks around it allowed. The error is ErrDateForm or ErrNoSuchDay;
// with ErrNoSuchDay the date holds the numbers as they were read, for a message.
func ParseDate(s string) (Date, error) {
	s = strings.TrimSpace(s)
	var d Date
	var ok bool
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		d, ok = dateOf(s[:4], s[5:7], s[8:])
	} else {
		day, rest, _ := strings.Cut(s, "/")
		month, year, _ := strings.Cut(rest, "/")
		d, ok = dateOf(year, month, day)
	}
	switch {
	case !ok:
		return Date{}, ErrDateForm
	case d.Year < 1000 || d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > daysIn(d.Year, d.Month):
		return d, ErrNoSuchDay
	}
	return d, nil
}

// dateOf makes a date of digits: four for the year, one or two for the others.
func dateOf(year, month, day string) (Date, bool) {
	if len(year) != 4 || len(month) < 1 || len(month) > 2 || len(day) < 1 || len(day) > 2 {
		return Date{}, false
	}
	var n [3]int
	for i, digits := range [3]string{year, month, day} {
		for j := 0; j < len(digits); j++ {
			c := digits[j]
			if c < '0' || c > '9' {
				return Date{}, false
			}
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	return Date{n[0], n[1], n[2]}, true
}

// daysIn gives the number of days of a month 1..12.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// DateOf gives the day on which a moment falls at +07:00.
func DateOf(t time.Time) Date {
	year, month, day := t.In(Zone()).Date()
	return Date{year, int(month), day}
}

// String writes dd/mm/yyyy; the zero date is "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	buf := make([]byte, 0, len("dd/mm/yyyy"))
	buf = appendDigits(buf, d.Day, 2)
	buf = append(buf, '/')
	buf = appendDigits(buf, d.Month, 2)
	buf = append(buf, '/')
	return string(appendDigits(buf, d.Year, 4))
}

// ISO writes yyyy-mm-dd (ISO 8601); the zero date is "".
func (d Date) ISO() string {
	if d.IsZero() {
		return ""
	}
	buf := make([]byte, 0, len("yyyy-mm-dd"))
	buf = appendDigits(buf, d.Year, 4)
	buf = append(buf, '-')
	buf = appendDigits(buf, d.Month, 2)
	buf = append(buf, '-')
	return string(appendDigits(buf, d.Day, 2))
}

// Long writes "ngày 05 tháng 3 năm 2020", the form of running text (NĐ 30/2020/NĐ-CP, Phụ lục I): days below 10 and the
// months 1 and 2 have a zero before them, other months none. The zero date is "".
func (d Date) Long() string {
	if d.IsZero() {
		return ""
	}
	buf := make([]byte, 0, len("ngày dd tháng mm năm yyyy"))
	buf = append(buf, "ngày "...)
	buf = appendDigits(buf, d.Day, 2)
	buf = append(buf, " tháng "...)
	width := 1
	if d.Month < 3 {
		width = 2
	}
	buf = appendDigits(buf, d.Month, width)
	buf = append(buf, " năm "...)
	return string(appendDigits(buf, d.Year, 4))
}

// appendDigits appends n with zeros before it up to a width.
func appendDigits(buf []byte, n, width int) []byte {
	if n < 0 {
		return append(buf, '?')
	}
	var digits [20]byte
	at := len(digits)
	for n > 0 || len(digits)-at < width {
		at--
		digits[at] = byte('0' + n%10)
		n /= 10
	}
	return append(buf, digits[at:]...)
}

// Time gives the moment at which the day begins at +07:00; the zero date gives the zero time.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, Zone())
}

// Compare gives -1, 0 or 1 as d is before, the same as, or after e. The zero date is before all others.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// IsZero says whether d is no date.
func (d Date) IsZero() bool {
	return d == Date{}
}

// Zone gives the zone of Việt Nam, +07:00 all year. It is fixed, so that a machine without a table of zones builds the same.
func Zone() *time.Location {
	return time.FixedZone("", 7*60*60)
}
