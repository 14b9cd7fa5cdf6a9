package edit

import (
	"regexp"
	"strings"

	"guongsang/internal/viet"
)

// spelledDate is a date in words: ngày 19 tháng 5 năm 2023. partedDate has its numbers parted by one sign.
const (
	spelledDate = `^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})(?:,?\s+năm|,)?\s+(\d{4})$`
	partedDate  = `^(\d{1,4})\s*([-./–])\s*(\d{1,2})\s*([-./–])\s*(\d{1,4})$`
)

// safeDate gives dd/mm/yyyy for a date that can be read in one way only: the day before the month, as everywhere in Vietnam, or the year first. It is "" for
// all others, such as a month that stands before the day.
func safeDate(text string) string {
	text = strings.ToLower(strings.TrimSpace(text))
	day, month, year := "", "", ""
	if m := regexp.MustCompile(spelledDate).FindStringSubmatch(text); m != nil {
		day, month, year = m[1], m[2], m[3]
	} else if m := regexp.MustCompile(partedDate).FindStringSubmatch(text); m != nil && m[2] == m[4] {
		day, month, year = m[1], m[3], m[5]
		if len(day) == 4 {
			day, year = year, day
		}
	}
	date, err := viet.ParseDate(day + "/" + month + "/" + year)
	if err != nil {
		return ""
	}
	return date.String()
}
