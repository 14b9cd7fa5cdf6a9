package catalog

import (
	"slices"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/diag"
	"guongsang/internal/language"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Term is a unit, a locality, a column or a topic. It may have a file (Entry) or be known by its name in stories only.
type Term struct {
	Class source.Kind
	Slug  string
	Name  string
	// Lang is the language of Name, as its file or the story says that gave it; empty where that says nothing.
	Lang  string
	Entry *profile.Entry
	Shelf
	// Successor is the last one of the chain of mergers that this one went into, or nil. Only units and localities have one; what
	// belongs to a term that has one stands on the successor's shelf.
	Successor *Term
	// Predecessors went into this one, directly or through others; sorted by name.
	Predecessors []*Term

	sortKey string
}

// Address is where the term has its page, or the page that leads to its successor's.
func (t *Term) Address() address.Address { return address.Under(t.Class.Folder(), t.Slug) }

// termBook holds the terms of a class. known finds a term by any of its names, see viet.SameKey.
type termBook struct {
	class  source.Kind
	terms  []*Term
	known  map[string]*Term
	bySlug map[string]*Term
	// found remembers what was found by which text until the book is finished, and then is only read; keys remembers viet.SameKey of texts.
	found    map[string]*Term
	keys     map[string]string
	finished bool
	// named remembers the place of a term that has no file, for messages.
	named map[*Term]profile.Ref
}

var termClasses = [...]source.Kind{source.Unit, source.Locality, source.Column, source.Topic}

// gatherTerms makes the terms: first those with files, then those that stories name.
func (m *maker) gatherTerms() {
	m.terms = map[source.Kind]*termBook{}
	for _, class := range termClasses {
		m.terms[class] = &termBook{class: class, known: map[string]*Term{}, found: map[string]*Term{}, keys: map[string]string{}, bySlug: map[string]*Term{}, named: map[*Term]profile.Ref{}}
	}
	for _, e := range m.in.Entries {
		if book := m.terms[e.Class]; book != nil {
			m.addEntry(book, e)
		}
	}
	for _, class := range termClasses {
		m.addFormerNames(m.terms[class])
		m.merge(m.terms[class])
	}
	m.addNames()
	for _, class := range termClasses {
		book := m.terms[class]
		slices.SortFunc(book.terms, func(a, b *Term) int {
			if c := strings.Compare(a.sortKey, b.sortKey); c != 0 {
				return c
			}
			return strings.Compare(a.Slug, b.Slug)
		})
		book.adopt()
	}
	m.c.terms = m.terms
	m.c.Units, m.c.Localities = m.terms[source.Unit].terms, m.terms[source.Locality].terms
	m.c.Columns, m.c.Topics = m.terms[source.Column].terms, m.terms[source.Topic].terms
}

// namesIn gives the terms that a story names.
func namesIn(s *profile.Story, give func(class source.Kind, ref profile.Ref)) {
	give(source.Unit, s.Unit)
	give(source.Locality, s.Locality)
	give(source.Column, s.Column)
	for _, t := range s.Topics {
		give(source.Topic, t)
	}
}

func (m *maker) addEntry(book *termBook, e *profile.Entry) {
	t := &Term{Class: e.Class, Slug: e.Slug, Name: e.Name, Lang: e.Lang, Entry: e, sortKey: viet.TitleKey(e.Name)}
	if key := viet.SameKey(e.Name); e.Name != "" {
		if other := book.known[key]; other != nil {
			m.say(diag.At(e.NameAt, diag.NameTwice, e.Name, other.Entry.File))
		} else {
			book.known[key] = t
		}
	}
	if book.bySlug[t.Slug] == nil { // two files with one address are told when addresses are claimed
		book.bySlug[t.Slug] = t
	}
	book.terms = append(book.terms, t)
}

func (m *maker) addFormerNames(book *termBook) {
	for _, t := range book.terms {
		for _, former := range t.Entry.FormerNames {
			key := viet.SameKey(former.Text)
			if other := book.known[key]; other != nil && other != t {
				m.say(diag.At(former.Place, diag.NameTwice, former.Text, other.Entry.File))
				continue
			}
			book.known[key] = t
		}
	}
}

// merge follows the mergers of a class to their last successors.
func (m *maker) merge(book *termBook) {
	next := map[*Term]*Term{}
	for _, t := range book.terms {
		into := t.Entry.MergedInto
		if !into.Present() {
			continue
		}
		other := book.find(into.Text)
		if other == nil {
			m.say(diag.At(into.Place, diag.UnknownSuccessor, into.Text, book.class.Folder()).Meant(book.nearest(into.Text)))
			continue
		}
		next[t] = other
	}
	for _, t := range book.terms {
		chain := []string{t.Name}
		last := t
		for seen := map[*Term]bool{t: true}; next[last] != nil; {
			last = next[last]
			chain = append(chain, last.Name)
			if seen[last] {
				m.say(diag.At(t.Entry.MergedInto.Place, diag.MergerLoop, strings.Join(chain, " → ")))
				last = t
				break
			}
			seen[last] = true
		}
		if last != t {
			t.Successor = last
		}
	}
}

// adopt tells the successors of their predecessors. Terms are sorted by now, so the predecessors are too.
func (b *termBook) adopt() {
	for _, t := range b.terms {
		if t.Successor != nil {
			t.Successor.Predecessors = append(t.Successor.Predecessors, t)
		}
	}
}

// find finds a term by the slug of its file or by one of its names.
func (b *termBook) find(text string) *Term {
	if t := b.found[text]; t != nil {
		return t
	}
	t := b.bySlug[text]
	if t == nil || t.Entry == nil {
		t = b.known[b.key(text)]
	}
	if t != nil && !b.finished {
		b.found[text] = t
	}
	return t
}

// key is viet.SameKey, which is remembered while the book is made: few names stand in very many stories. A finished book is only
// read, as all that is in a catalog.
func (b *termBook) key(text string) string {
	key, ok := b.keys[text]
	if !ok {
		key = viet.SameKey(text)
		if !b.finished {
			b.keys[text] = key
		}
	}
	return key
}

func (b *termBook) nearest(text string) string {
	var words []string
	for _, t := range b.terms {
		words = append(words, t.Name)
	}
	if near := viet.Nearest(text, words); near != "" {
		return near
	}
	words = words[:0]
	for _, t := range b.terms {
		words = append(words, t.Slug)
	}
	return viet.Nearest(text, words)
}

// addNames makes terms for the names that no file has, the most used ones first: where two names want one address, the one that is
// used less is most likely the mistyped one.
func (m *maker) addNames() {
	// A name as it is spelt somewhere, where it stands first and in which language, and how often it is used.
	type spelling struct {
		class source.Kind
		ref   profile.Ref
		lang  string
		uses  int
	}
	var spellings []spelling
	at := map[source.Kind]map[string]int{}
	for _, class := range termClasses {
		at[class] = map[string]int{}
	}
	note := func(class source.Kind, ref profile.Ref, lang string) {
		if !ref.Present() {
			return
		}
		i, known := at[class][ref.Text]
		if !known {
			i = len(spellings)
			at[class][ref.Text] = i
			spellings = append(spellings, spelling{class: class, ref: ref, lang: lang})
		}
		spellings[i].uses++
		if lang == language.Vietnamese { // other languages take over the names of Vietnamese texts, seldom these theirs
			spellings[i].lang = lang
		}
	}
	for s := range m.all() {
		namesIn(s, func(class source.Kind, ref profile.Ref) { note(class, ref, s.Lang) })
	}
	for _, e := range m.in.Entries {
		note(source.Locality, e.Locality, e.Lang)
	}
	spellings = slices.DeleteFunc(spellings, func(s spelling) bool { return m.terms[s.class].find(s.ref.Text) != nil })
	type name struct {
		class source.Kind
		key   string
	}
	uses := map[name]int{}
	for _, s := range spellings {
		uses[name{s.class, m.terms[s.class].key(s.ref.Text)}] += s.uses
	}
	for i, s := range spellings {
		spellings[i].uses = uses[name{s.class, m.terms[s.class].key(s.ref.Text)}]
	}
	slices.SortStableFunc(spellings, func(a, b spelling) int { return b.uses - a.uses })
	for _, s := range spellings {
		m.addName(m.terms[s.class], s.ref, s.lang)
	}
}

// neighbours is how far apart in the order of names two names may stand that are held against each other.
const neighbours = 3

// adviseOnNames finds names without a file that are merely near another name: a slip that makes a unit of its own. Names with other
// numbers in them (Phường 1, Phường 2) are never near. Terms are sorted and have their stories by now, and only neighbours are compared, which keeps the
// cost in proportion to the number of names.
func (m *maker) adviseOnNames() {
	for _, class := range termClasses {
		m.adviseOn(m.terms[class])
	}
}

func (m *maker) adviseOn(book *termBook) {
	for i, t := range book.terms {
		if t.Entry != nil {
			continue
		}
		for j := max(0, i-neighbours); j < min(len(book.terms), i+neighbours+1); j++ {
			other := book.terms[j]
			if j == i || len(t.Profiles) > len(other.Profiles) && other.Entry == nil || digits(t.Name) != digits(other.Name) {
				continue
			}
			if slip := len([]rune(t.Name)) / 10; slip > 0 && viet.Distance(t.Name, other.Name, min(slip, 2)) <= min(slip, 2) {
				m.say(diag.At(book.named[t].Place, diag.NameNear, t.Name, other.Name).Meant(other.Name))
				break
			}
		}
	}
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// addName makes a term for a name that no file has. A name that differs from another term's, but would have its address, is an error
// that names both: one of the two is mistyped.
func (m *maker) addName(book *termBook, ref profile.Ref, lang string) {
	if book.find(ref.Text) != nil {
		return
	}
	slug := viet.Slug(ref.Text)
	if slug == "" || address.Taken(book.class.Folder(), slug) {
		m.say(diag.At(ref.Place, diag.NameWithoutSlug, ref.Text, book.class.Folder()))
		return
	}
	if other := book.bySlug[slug]; other != nil {
		where := book.named[other].Place.String()
		if other.Entry != nil {
			where = other.Entry.File
		}
		m.say(diag.At(ref.Place, diag.NamesOneSlug, ref.Text, other.Name, where, other.Address().Path()).Meant(other.Name))
		return
	}
	t := &Term{Class: book.class, Slug: slug, Name: ref.Text, Lang: lang, sortKey: viet.TitleKey(ref.Text)}
	book.known[viet.SameKey(ref.Text)] = t
	book.bySlug[slug] = t
	book.named[t] = ref
	book.terms = append(book.terms, t)
}

// shelveTerms puts a story on the shelves of the terms that it names, a merged one's on its last successor's.
func (m *maker) shelveTerms(s *profile.Story, r *Resolved) {
	var put []*Term
	namesIn(s, func(class source.Kind, ref profile.Ref) {
		if !ref.Present() {
			return
		}
		t := m.terms[class].find(ref.Text)
		if t == nil {
			return // told already
		}
		named := t
		if t.Successor != nil {
			t = t.Successor
		}
		if !slices.Contains(put, t) { // a topic may be given twice
			put = append(put, t)
			t.put(s)
		}
		rank := int32(-1)
		if s.IsProfile() {
			rank = int32(len(t.Profiles) - 1)
		}
		switch class {
		case source.Unit:
			r.Unit, r.Rank.Unit = named, rank
		case source.Locality:
			r.Locality, r.Rank.Locality = named, rank
		}
	})
}
