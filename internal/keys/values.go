package keys

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// The years that a Year may be.
const (
	firstYear = 1900
	lastYear  = 2100
)

// text checks one scalar by the type of its key and adds what it means to the value. An empty text is no value and no problem here;
// whether it may be missing is the table's business.
func (r *reader) text(v *value, n *Node) (Value, bool) {
	text := strings.TrimSpace(n.Text)
	if text == "" {
		return Value{}, false
	}
	good := true
	switch v.key.Type {
	case Name, TextList, FieldList, CodeList:
		text = oneLine(text)
	case Date:
		good = r.date(v, n, text)
	case Year, YearList:
		good = r.year(v, n, text)
	case Number:
		good = r.number(v, n, text)
	case Bool:
		good = r.yesNo(v, n, text)
	case Choice:
		text, good = r.choice(v, n, text)
	case Slug, SlugList:
		if slug := viet.Slug(text); slug != text {
			good = false
			r.problems = append(r.problems, diag.At(n.Place(r.file), diag.BadSlug, shorten(text)).Meant(slug))
		}
	case AddressList:
		if good = isAddress(text); !good {
			r.tell(n, diag.BadAddress, shorten(text))
		}
	case URL:
		good = r.url(n, text)
	}
	return Value{Text: text, Place: n.Place(r.file), Present: good}, good
}

func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

func (r *reader) date(v *value, n *Node, text string) bool {
	date, err := viet.ParseDate(text)
	switch {
	case err == nil:
		v.date = date
		return true
	case errors.Is(err, viet.ErrNoSuchDay):
		r.problems = append(r.problems, diag.At(n.Place(r.file), diag.NoSuchDay, shorten(text)).Meant(dateMeant(text)))
	default:
		r.problems = append(r.problems, diag.At(n.Place(r.file), diag.DateForm, shorten(text)).Meant(dateMeant(text)))
	}
	return false
}

func (r *reader) year(v *value, n *Node, text string) bool {
	year, err := strconv.Atoi(text)
	if err != nil || len(text) != 4 || year < firstYear || year > lastYear {
		r.tell(n, diag.BadYear, shorten(text))
		return false
	}
	v.years = append(v.years, YearValue{Year: year, Place: n.Place(r.file)})
	return true
}

func (r *reader) number(v *value, n *Node, text string) bool {
	var err error
	if n.Literal {
		v.number, err = strconv.ParseFloat(text, 64)
		if strings.ContainsAny(text, "nN") { // TOML has inf and nan
			err = strconv.ErrRange
		}
	} else {
		v.number, err = viet.ParseNumber(text)
	}
	if err != nil {
		v.number = 0
		r.problems = append(r.problems, diag.At(n.Place(r.file), diag.BadNumber, shorten(text)).Meant(numberMeant(text)))
	}
	return err == nil
}

func (r *reader) yesNo(v *value, n *Node, text string) bool {
	switch viet.MatchKey(text) {
	case "true", "co", "yes":
		v.yes = true
	case "false", "khong", "no":
	default:
		r.tell(n, diag.BadBool, v.key.Name, shorten(text))
		return false
	}
	return true
}

// choice gives the value as it stands in the table.
func (r *reader) choice(v *value, n *Node, text string) (string, bool) {
	if slices.Contains(v.key.Values, text) {
		return text, true
	}
	wanted := viet.MatchKey(text)
	for _, one := range v.key.Values {
		if viet.MatchKey(one) == wanted {
			return one, true
		}
	}
	p := diag.At(n.Place(r.file), diag.BadChoice, v.key.Name, shorten(text), strings.Join(v.key.Values, ", "))
	r.problems = append(r.problems, p.Meant(viet.Nearest(text, v.key.Values)))
	return text, false
}

func (r *reader) url(n *Node, text string) bool {
	u, err := url.Parse(text)
	if err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && !strings.ContainsAny(text, " \t\n<>\"") {
		return true
	}
	p := diag.At(n.Place(r.file), diag.BadURL, shorten(text))
	if strings.HasPrefix(text, "www.") && !strings.ContainsAny(text, " \t\n") {
		p = p.Meant("https://" + text)
	}
	r.problems = append(r.problems, p)
	return false
}

// isAddress says whether s is a path from the site's root without anything that a path in the built folder cannot have.
func isAddress(s string) bool {
	if !strings.HasPrefix(s, "/") || strings.HasPrefix(s, "//") || s == "/" || strings.ContainsAny(s, " \t\n\\?#<>\"'|*:%") {
		return false
	}
	for part := range strings.SplitSeq(strings.Trim(s, "/"), "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	return true
}
