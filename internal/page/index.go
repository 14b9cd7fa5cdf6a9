package page

import (
	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// index begins the page of all things of a sort.
func (s *Site) index(a address.Address, heading, lead string) Index {
	v := Index{Frame: s.frame("CollectionPage", a, s.say(heading), "", s.say(lead)), Lead: s.say(lead)}
	v.Crumbs = s.crumbs(v.Heading)
	return v
}

func (s *Site) finishIndex(v Index) Index {
	if len(v.Fields)+len(v.Topics)+len(v.PastTopics)+len(v.Groups) == 0 {
		v.None = s.say("none.index")
	}
	return v
}

// KindIndex makes the view of the page of the three kinds.
func (s *Site) KindIndex() Index {
	v := s.index(address.Kinds, "menu.kinds", "index.kinds.lead")
	g := IndexGroup{}
	for _, k := range s.catalog.Kinds {
		entry := IndexEntry{CountLink: s.countLink(s.say("kind."+k.Kind.Code()), address.Kind(k.Kind.Code()), len(k.Profiles), false)}
		entry.Note = s.say("kind.description", entry.Text)
		g.Entries = append(g.Entries, entry)
	}
	v.Groups = []IndexGroup{g}
	return s.finishIndex(v)
}

// YearIndex makes the view of the page of all years.
func (s *Site) YearIndex() Index {
	v := s.index(address.Years, "menu.years", "index.years.lead")
	g := IndexGroup{}
	for _, y := range s.catalog.Years {
		g.Entries = append(g.Entries, IndexEntry{CountLink: s.countLink(s.say("year", itoa(y.Year)), address.Year(y.Year), len(y.Profiles), false)})
	}
	if len(g.Entries) > 0 {
		v.Groups = []IndexGroup{g}
	}
	return s.finishIndex(v)
}

// UnitIndex makes the view of the page of all units.
func (s *Site) UnitIndex() Index {
	return s.termIndex(s.catalog.Units, source.Unit, "units")
}

// LocalityIndex makes the view of the page of all localities.
func (s *Site) LocalityIndex() Index {
	return s.termIndex(s.catalog.Localities, source.Locality, "localities")
}

// ColumnIndex makes the view of the page of all columns.
func (s *Site) ColumnIndex() Index {
	return s.termIndex(s.catalog.Columns, source.Column, "columns")
}

// TopicIndex makes the view of the page of all topics.
func (s *Site) TopicIndex() Index {
	v := s.index(address.Folder(source.Topic.Folder()), "menu.topics", "index.topics.lead")
	v.Topics, v.PastTopics = s.topicTiles()
	return s.finishIndex(v)
}

// lettersFrom is the number of terms from which an index is parted by letters.
const lettersFrom = 30

// termIndex lists the living terms of a class by name; what was merged is said of its successor.
func (s *Site) termIndex(terms []*catalog.Term, class source.Kind, word string) Index {
	v := s.index(address.Folder(class.Folder()), "menu."+word, "index."+word+".lead")
	byLetter := len(terms) >= lettersFrom
	for _, t := range terms {
		if t.Successor != nil {
			continue
		}
		entry := IndexEntry{CountLink: s.countLink(t.Name, t.Address(), len(t.Profiles), false)}
		entry.Lang = s.termLang(t)
		if class == source.Column { // its page tells how many stories of all classes it has, and changes with them; this one does not
			entry.Count = ""
		}
		if t.Entry != nil {
			entry.Note = t.Entry.Summary
		}
		letter := ""
		if byLetter {
			letter = viet.Initial(t.Name)
		}
		if n := len(v.Groups); n == 0 || v.Groups[n-1].Heading != letter {
			v.Groups = append(v.Groups, IndexGroup{ID: letterID(letter), Heading: letter})
		}
		last := &v.Groups[len(v.Groups)-1]
		last.Entries = append(last.Entries, entry)
	}
	return s.finishIndex(v)
}

// letterID is the id of a letter's part of a page. Letters that differ in their signs only must not share one.
func letterID(letter string) string {
	switch letter {
	case "":
		return ""
	case "#":
		return "so"
	case "Ă":
		return "aw"
	case "Â":
		return "aa"
	case "Đ":
		return "dd"
	case "Ê":
		return "ee"
	case "Ô":
		return "oo"
	case "Ơ":
		return "ow"
	case "Ư":
		return "uw"
	}
	if id := viet.Slug(letter); id != "" {
		return id
	}
	return "khac"
}
