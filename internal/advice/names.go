package advice

import (
	"cmp"
	"slices"
	"strconv"

	"guongsang/internal/catalog"
	"guongsang/internal/diag"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Names finds the names of units, localities, columns and topics that are written otherwise than in their file or, where they have none, than in most
// places. Which spellings are one name is the catalog's rule (viet.SameKey). stories and entries are those that c was made of: drafts are looked
// at too. The problems are in the order of files.
func Names(c *catalog.Catalog, stories []*profile.Story, entries []*profile.Entry) []diag.Problem {
	n := namer{c: c, terms: map[*catalog.Term]*usage{}}
	for _, s := range stories {
		n.use(source.Unit, s.Unit)
		n.use(source.Locality, s.Locality)
		n.use(source.Column, s.Column)
		for _, t := range s.Topics {
			n.use(source.Topic, t)
		}
	}
	for _, e := range entries {
		n.use(source.Locality, e.Locality)
		if e.MergedInto.Present() {
			n.use(e.Class, e.MergedInto)
		}
	}
	return n.advise()
}

// namer gathers how names are written.
type namer struct {
	c     *catalog.Catalog
	terms map[*catalog.Term]*usage
	order []*usage
}

// usage is one term and the ways in which it is written, in the order in which they are met.
type usage struct {
	term      *catalog.Term
	spellings []written
}

type written struct {
	text   string
	places []diag.Place
}

func (n *namer) use(class source.Kind, ref profile.Ref) {
	term := n.c.Term(class, ref)
	if term == nil {
		return // nothing is written, or something that is told elsewhere
	}
	u := n.terms[term]
	if u == nil {
		u = &usage{term: term}
		n.terms[term] = u
		n.order = append(n.order, u)
	}
	i := slices.IndexFunc(u.spellings, func(w written) bool { return w.text == ref.Text })
	if i < 0 {
		i = len(u.spellings)
		u.spellings = append(u.spellings, written{text: ref.Text})
	}
	u.spellings[i].places = append(u.spellings[i].places, ref.Place)
}

func (n *namer) advise() (problems []diag.Problem) {
	for _, u := range n.order {
		for _, w := range u.spellings {
			right, uses := u.right(w.text)
			if right == w.text {
				continue
			}
			for _, at := range w.places {
				if u.term.Entry != nil {
					problems = append(problems, diag.At(at, diag.NameNotAsFile, w.text, right, u.term.Entry.File))
				} else {
					problems = append(problems, diag.At(at, diag.NameNotAsMost, w.text, right, strconv.Itoa(uses)))
				}
			}
		}
	}
	return diag.Sort(problems)
}

// right is how a name should be written, and how often it is. Of a term with a file that is its name or the former name that is meant; the slug of the file is right
// as well. Of one without it is what most have, of several that as many have the name under which it has its page.
func (u *usage) right(text string) (spelling string, uses int) {
	if e := u.term.Entry; e != nil {
		if text == u.term.Slug {
			return text, 0
		}
		key := viet.SameKey(text)
		for _, former := range e.FormerNames {
			if viet.SameKey(former.Text) == key && viet.SameKey(u.term.Name) != key {
				return former.Text, 0
			}
		}
		return u.term.Name, 0
	}
	most := slices.MaxFunc(u.spellings, func(a, b written) int {
		return cmp.Or(cmp.Compare(len(a.places), len(b.places)), compareBool(a.text == u.term.Name, b.text == u.term.Name))
	})
	return most.text, len(most.places)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
