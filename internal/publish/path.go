package publish

import (
	"errors"
	"iter"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// stagePrefix begins the names of the staging folders, at the top of the output folder only.
const stagePrefix = ".guongsang-"

// fault says why p cannot be a file of a site, or "". A site is carried on sticks and unpacked on Windows, so what Windows
// cannot name is refused everywhere.
func fault(p string) string {
	switch {
	case p == "":
		return "it is empty"
	case !utf8.ValidString(p):
		return "it is not UTF-8"
	case strings.HasPrefix(p, stagePrefix):
		return "names that begin with " + stagePrefix + " are kept for staging"
	}
	for name := range strings.SplitSeq(p, "/") {
		if why := nameFault(name); why != "" {
			return why
		}
	}
	return ""
}

func nameFault(name string) string {
	switch {
	case name == "":
		return "it begins or ends with a slash, or has two in a row"
	case name == "." || name == "..":
		return "it has a part " + name
	case len(name) > 255:
		return "a part is longer than 255 bytes"
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "a part ends with a dot or a blank, which Windows cannot hold"
	case IsDevice(name):
		return name + " is a device on Windows"
	}
	for i := range len(name) {
		switch c := name[i]; c {
		case '<', '>', ':', '"', '|', '?', '*', '\\':
			return "Windows cannot hold the sign " + string(rune(c))
		default:
			if c < ' ' || c == 0x7f {
				return "it has a control character"
			}
		}
	}
	return ""
}

// IsDevice reports whether Windows takes name for a device, with or without an extension: such a file can neither be made nor copied there.
func IsDevice(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	base = strings.TrimRight(base, " ")
	switch len(base) {
	case 3:
		return isOneOf(base, "con", "prn", "aux", "nul")
	case 4, 5: // a digit, also a superscript one, which has two bytes
		digit := base[3:]
		return isOneOf(base[:3], "com", "lpt") &&
			(len(digit) == 1 && '0' <= digit[0] && digit[0] <= '9' || digit == "¹" || digit == "²" || digit == "³")
	}
	return false
}

func isOneOf(s string, among ...string) bool {
	for _, a := range among {
		if strings.EqualFold(s, a) {
			return true
		}
	}
	return false
}

// fold makes paths equal that name one file where case or Unicode composition does not count (Windows, macOS).
func fold(p string) string {
	plain := true
	for i := range len(p) {
		if c := p[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return p
	}
	return norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFC.String(p))))
}

// Check finds items that do not fit together or whose paths cannot be files of a site, without making any: the *PathErrors that
// Sync would end with, but those of what lies in the folder.
func Check(items iter.Seq[Item]) []*PathError {
	var faults []*PathError
	all := names{}
	for it := range items {
		var fault *PathError
		if errors.As(all.add(it.Path), &fault) {
			faults = append(faults, fault)
		}
	}
	return faults
}

// above is the folder that p, the path of an item or of its folder, lies in; "." is the output folder. It is path.Dir for paths without
// a fault, which need no cleaning.
func above(p string) string {
	if i := strings.LastIndexByte(p, '/'); i >= 0 {
		return p[:i]
	}
	return "."
}

// names are the paths of the new list with all their folders, folded.
type names map[string]name

type name struct {
	path   string // as it was given; of a folder the path of its first file
	folder bool
}

// add takes p in; a *PathError if it cannot be.
func (n names) add(p string) error {
	if why := fault(p); why != "" {
		return &PathError{Path: p, Why: why, Err: ErrPath}
	}
	f := fold(p)
	if other, taken := n[f]; taken {
		return &PathError{Path: p, Other: other.path, Err: ErrTwice}
	}
	n[f] = name{path: p}
	for d := above(f); d != "."; d = above(d) {
		other, taken := n[d]
		if taken && !other.folder {
			return &PathError{Path: p, Other: other.path, Err: ErrTwice}
		}
		if taken {
			break
		}
		n[d] = name{path: p, folder: true}
	}
	return nil
}

// blockedBy reports whether a stale file p lies where the new list has a folder, or a file of another spelling, or
// beneath a file. Such a one must go before the new files come.
func (n names) blockedBy(p string) bool {
	f := fold(p)
	if _, ok := n[f]; ok {
		return true
	}
	for d := above(f); d != "."; d = above(d) {
		if above, ok := n[d]; ok {
			return !above.folder
		}
	}
	return false
}
