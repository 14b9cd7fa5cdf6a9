package edit

import (
	"strings"

	"guongsang/internal/diag"
)

// mendLinks writes the new ways to files that have moved into the destinations of links, of which the place of the link is known. In the front matter,
// where what is written means more than in Markdown, only a way that stands there just as it was read is changed, and into a plain one.
func (p *parts) mendLinks(problems []diag.Problem) (done []Mended) {
	var changes []piece
	for _, problem := range problems {
		if problem.Code != diag.LinkMoved || problem.Suggest == "" {
			continue
		}
		dest := problem.Args[0]
		old, rest := cutDestination(dest)
		now, _ := cutDestination(problem.Suggest)
		from, to := p.body, len(p.text)
		at := p.offset(problem.Line, problem.Column)
		inFront := at < p.body
		if inFront {
			from, to = min(at, p.block), p.below
		}
		found := destinationsOf(p.text[from:max(from, to)], at-from, dest, now+rest)
		for i := range found {
			found[i].from += from
			found[i].to += from
			if inFront && (p.text[found[i].from:found[i].to] != dest || found[i].text != now+rest || strings.ContainsAny(now, `"'`)) {
				found = nil
				break
			}
		}
		if len(found) > 0 {
			changes = append(changes, found...)
			done = append(done, Mended{problem.Place, problem.Code, old, now})
		}
	}
	p.text = replaced(p.text, changes)
	return done
}
