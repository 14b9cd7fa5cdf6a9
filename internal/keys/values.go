package keys

import (
	"errors"
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/language"
	"guongsang/internal/viet"
)

// The years that a Year may be.
const (
	firstYear = 1900
	lastYear  = 2100
)

// text checks one scalar by the type of its key and gives its text. An empty text is no value and no problem here; whether it may be missing
// is the table's business.
func (r *reader) text(v *value, n *Node) (text string, good bool) {
	text = strings.TrimSpace(n.Text)
	if text == "" {
		return "", false
	}
	good = true
	switch v.key.Type {
	case Name, TextList, FieldList, CodeList:
		text = oneLine(text)
	case Date:
		good = r.date(n, text)
	case Year, YearList:
		if _, good = parseYear(text); !good {
			r.wrong(n, diag.BadYear, shorten(text))
		}
	case Number:
		if _, good = parseNumber(text, n.Literal); !good {
			r.problems = append(r.problems, diag.At(n.Place(r.file), diag.BadNumber, shorten(text)).Meant(numberMeant(text)))
		}
	case Bool:
		if _, good = parseBool(text); !good {
			r.wrong(n, diag.BadBool, v.key.Name, shorten(text))
		}
	case Choice:
		text, good = r.choice(v, n, text)
	case Slug, SlugList:
		good = r.slug(v, n, text)
	case StoryList:
		text, good = r.story(n, text)
	case AddressList:
		if good = isAddress(text); !good {
			r.wrong(n, diag.BadAddress, shorten(text))
		}
	case URL:
		good = r.url(n, text)
	case Language:
		text, good = r.language(n, text)
	}
	if !good {
		return "", false
	}
	return text, true
}

// slug says whether a text is a slug. One with folders in it would be another address without its slashes: what is meant is its last part, where that
// can be of one class only; a list of slugs may be meant for a text of another class, which is refused.
func (r *reader) slug(v *value, n *Node, text string) bool {
	last := strings.Trim(text, "/")
	last = last[strings.LastIndexByte(last, '/')+1:]
	switch slug := viet.Slug(last); {
	case slug == text:
		return true
	case v.key.Type == SlugList && strings.Contains(text, "/"):
		r.wrong(n, diag.FolderInSlug, shorten(text), v.key.Name)
	default:
		r.problems = append(r.problems, diag.At(n.Place(r.file), diag.BadSlug, shorten(text)).Meant(slug))
	}
	return false
}

// story gives a story as "slug" or "folder/slug", as which its address, too, is understood.
func (r *reader) story(n *Node, text string) (string, bool) {
	story := strings.Trim(text, "/")
	folder, slug, within := strings.Cut(story, "/")
	if !within {
		folder, slug = "", story
	}
	if meant := viet.Slug(slug[strings.LastIndexByte(slug, '/')+1:]); meant == "" || meant != slug || viet.Slug(folder) != folder {
		if within {
			meant = viet.Slug(folder) + "/" + meant
		}
		r.problems = append(r.problems, diag.At(n.Place(r.file), diag.BadSlug, shorten(text)).Meant(meant))
		return "", false
	}
	return story, true
}

// oneLine makes every run of blanks one, in a text that has none at its ends.
func oneLine(s string) string {
	for i := 1; i < len(s); i++ {
		if c := s[i]; c == '\n' || c == '\t' || c == ' ' && s[i-1] == ' ' {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

func (r *reader) date(n *Node, text string) bool {
	switch _, err := viet.ParseDate(text); {
	case err == nil:
		return true
	case errors.Is(err, viet.ErrNoSuchDay):
		r.problems = append(r.problems, diag.At(n.Place(r.file), diag.NoSuchDay, shorten(text)).Meant(dateMeant(text)))
	default:
		r.problems = append(r.problems, diag.At(n.Place(r.file), diag.DateForm, shorten(text)).Meant(dateMeant(text)))
	}
	return false
}

func parseYear(text string) (year int, ok bool) {
	year, err := strconv.Atoi(text)
	return year, err == nil && len(text) == 4 && year >= firstYear && year <= lastYear
}

// parseNumber reads a number as an author writes it or, if it is literal, as TOML and JSON have it.
func parseNumber(text string, literal bool) (number float64, ok bool) {
	if !literal {
		number, err := viet.ParseNumber(text)
		return number, err == nil
	}
	number, err := strconv.ParseFloat(text, 64)
	return number, err == nil && !strings.ContainsAny(text, "nN") // TOML has inf and nan
}

func parseBool(text string) (yes, ok bool) {
	switch viet.MatchKey(text) {
	case "true", "co", "yes":
		return true, true
	case "false", "khong", "no":
		return false, true
	}
	return false, false
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

// language gives the tag of a language. One that has no name here is most likely mistyped.
func (r *reader) language(n *Node, text string) (string, bool) {
	tag, ok := language.Parse(text)
	switch {
	case !ok:
		p := diag.At(n.Place(r.file), diag.BadLanguage, shorten(text))
		r.problems = append(r.problems, p.Meant(viet.Nearest(text, language.Words())))
	case !language.Known(tag):
		r.wrong(n, diag.UnknownLanguage, tag)
	}
	return tag, ok
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

// IsMailbox says whether a text is one mail address and nothing else, so that a letter can be sent there.
func IsMailbox(text string) bool {
	parsed, err := mail.ParseAddress(text)
	return err == nil && parsed.Address == text
}
