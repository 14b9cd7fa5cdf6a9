package edit

import (
	"slices"
	"strings"

	"guongsang/internal/diag"
)

// mendLinks writes the new ways to files that have moved into the destinations of links, of which the place of the link is known. What stands in a definition
// ([name]: way) is found by the way itself. Only a way that stands in the file just as it was read is changed.
func (p *parts) mendLinks(problems []diag.Problem) (done []Mended) {
	for _, problem := range slices.Backward(problems) { // the last one first, so that the others stay where they are
		if problem.Code != diag.LinkMoved || problem.Suggest == "" {
			continue
		}
		old, now := way(problem.Args[0]), way(problem.Suggest)
		begin := p.offset(problem.Line, problem.Column)
		end := begin + paragraph(p.text[begin:])
		at, found := destination(p.text[begin:end], old, "](")
		if at += begin; !found {
			if at, found = destination(p.text[p.body:], old, "]:"); found {
				at += p.body
			}
		}
		if !found || !bare(now) && p.text[at-1] != '<' {
			continue
		}
		p.text = p.text[:at] + now + p.text[at+len(old):]
		done = append(done, Mended{problem.Place, problem.Code, old, now})
	}
	slices.Reverse(done)
	return done
}

// way is a destination without its fragment and query.
func way(dest string) string {
	if i := strings.IndexAny(dest, "?#"); i >= 0 {
		return dest[:i]
	}
	return dest
}

// paragraph is the length of a text up to its first blank line.
func paragraph(text string) int {
	if i := strings.Index(text, "\n\n"); i >= 0 {
		return i
	}
	return len(text)
}

// destination finds the first link or definition with a destination in a text: where that begins. sign is what stands before it.
func destination(text, dest, sign string) (at int, found bool) {
	for at = 0; ; {
		i := strings.Index(text[at:], sign)
		if i < 0 {
			return 0, false
		}
		at += i + len(sign)
		begin := at + len(text[at:]) - len(strings.TrimLeft(text[at:], " "))
		begin += len(text[begin:]) - len(strings.TrimPrefix(text[begin:], "<"))
		if rest, ok := strings.CutPrefix(text[begin:], dest); ok && (rest == "" || strings.IndexByte(")> #?\n", rest[0]) >= 0) {
			return begin, true
		}
	}
}

// bare says that a destination needs no <>.
func bare(dest string) bool { return !strings.ContainsAny(dest, " ()<>\\") }
