package keys

import (
	"strings"

	"guongsang/internal/viet"
)

// dateMeant guesses the date that an author meant who parted its numbers with other signs (19.5.2023) or wrote the month before
// the day (12/31/2023); "" where there is no such date.
func dateMeant(text string) string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("./-–, ", r) })
	if len(parts) != 3 {
		return ""
	}
	a, b, c := parts[0], parts[1], parts[2]
	ways := []string{a + "/" + b + "/" + c, b + "/" + a + "/" + c}
	if len(a) == 4 {
		ways = []string{a + "-" + b + "-" + c, a + "-" + c + "-" + b}
	}
	for _, way := range ways {
		date, err := viet.ParseDate(way)
		switch {
		case err != nil:
		case len(a) == 4:
			return date.ISO()
		default:
			return date.String()
		}
	}
	return ""
}

// switchMeant guesses the object that an author meant who wrote only có or không, where one of its keys takes that: không is {mở: không}.
func switchMeant(k *Key, n *Node) string {
	text := strings.TrimSpace(n.Text)
	if _, ok := parseBool(text); !ok || n.Kind != Scalar {
		return ""
	}
	for _, sub := range k.Sub {
		if sub.Type == Bool {
			return "{" + sub.Name + ": " + text + "}"
		}
	}
	return ""
}

// numberMeant guesses the number that an author meant who wrote it the English way: "2.7" is 2,7 and "1,200.5" is 1.200,5. It is "" for
// everything else, also for what could be read in both ways.
func numberMeant(text string) string {
	whole, part, found := strings.Cut(text, ".")
	if !found || strings.Contains(part, ",") {
		return ""
	}
	swapped := strings.ReplaceAll(whole, ",", ".") + "," + part
	if _, err := viet.ParseNumber(swapped); err != nil {
		return ""
	}
	return swapped
}
