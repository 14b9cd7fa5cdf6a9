package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/viet"
)

// How many queries a group has.
const (
	wholeNames  = 30
	someNames   = 15
	fewNames    = 10
	phraseCount = 20
	wordCount   = 10
)

// person is the kind of a story about one.
const person = "cá nhân"

// maker makes the queries of a few groups.
type maker struct {
	stories []Story
	r       *rand.Rand
	made    []Query
}

// add notes a query. right says which stories are right; the truth is about what is typed, not about the story that the query was made from.
func (m *maker) add(g Group, typed string, right func(*Story) bool) error {
	q := Query{Group: g, Text: typed, Right: map[string]bool{}}
	for i := range m.stories {
		if right(&m.stories[i]) {
			q.Right[m.stories[i].Address] = true
		}
	}
	if len(q.Right) == 0 {
		return fmt.Errorf("no story is right for %q (%s)", typed, g)
	}
	m.made = append(m.made, q)
	return nil
}

// addName notes a name in some spelling that keeps its marks.
func (m *maker) addName(g Group, typed string) error {
	key := newTones(plain(typed))
	return m.add(g, typed, func(s *Story) bool { return s.key == key })
}

// addPlain notes a name without its marks.
func (m *maker) addPlain(g Group, name string) error {
	key := viet.Fold(plain(name))
	return m.add(g, key, func(s *Story) bool { return s.foldedName == key })
}

// draw draws n stories with different names, of those that fit.
func (m *maker) draw(n int, fits func(*Story) bool) ([]*Story, error) {
	var drawn []*Story
	taken := map[string]bool{}
	for _, i := range m.r.Perm(len(m.stories)) {
		s := &m.stories[i]
		if len(drawn) < n && !taken[s.foldedName] && fits(s) {
			taken[s.foldedName] = true
			drawn = append(drawn, s)
		}
	}
	if len(drawn) < n {
		return nil, fmt.Errorf("%d stories are too few to make queries of", len(m.stories))
	}
	return drawn, nil
}

// wholeNames: people look for people most of all; so two of three are persons, the others households and collectives.
func (m *maker) wholeNames() error {
	for _, part := range []struct {
		kind  string
		count int
	}{{person, wholeNames * 2 / 3}, {"hộ gia đình", wholeNames / 6}, {"tập thể", wholeNames / 6}} {
		drawn, err := m.draw(part.count, func(s *Story) bool { return s.Kind == part.kind })
		if err != nil {
			return err
		}
		for _, s := range drawn {
			if err := m.addName(Names, s.Name); err != nil {
				return err
			}
			if err := m.addPlain(NamesPlain, s.Name); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *maker) strokes() error {
	drawn, err := m.draw(someNames, func(s *Story) bool { return strings.Contains(s.name, "đ") && s.Kind == person })
	if err != nil {
		return err
	}
	for _, s := range drawn {
		if err := m.addName(Stroke, s.Name); err != nil {
			return err
		}
		if err := m.addPlain(StrokePlain, s.Name); err != nil {
			return err
		}
	}
	return nil
}

// forms are spellings of a name that mean the same.
func (m *maker) forms() error {
	for _, form := range []struct {
		Group
		write func(name string) string
	}{
		{OtherTones, otherTones}, {Decomposed, norm.NFD.String}, {Capitals, strings.ToUpper},
	} {
		drawn, err := m.draw(fewNames, func(s *Story) bool { return form.write(s.name) != s.name })
		if err != nil {
			return err
		}
		for _, s := range drawn {
			typed := form.write(norm.NFC.String(s.Name))
			if form.Group == OtherTones {
				typed = form.write(s.name)
			}
			if err := m.addName(form.Group, typed); err != nil {
				return err
			}
		}
	}
	return nil
}

// formsOfAddress are what people put before a name that they look for.
var formsOfAddress = [...]string{"ông", "bà", "anh", "chị", "cô giáo", "bác sĩ"}

// titles are names as people speak of their owners. Who bears the name is right, and so is a household called after its owner.
func (m *maker) titles() error {
	drawn, err := m.draw(someNames, func(s *Story) bool { return s.Kind == person })
	if err != nil {
		return err
	}
	for n, s := range drawn {
		typed := formsOfAddress[n%len(formsOfAddress)] + " " + s.name
		whole := newTones(typed)
		if err := m.add(Titled, typed, func(other *Story) bool { return other.key == s.key || strings.HasSuffix(other.key, whole) }); err != nil {
			return err
		}
	}
	return nil
}

// otherTones moves the tones of a name to where they are not.
func otherTones(name string) string {
	if moved := newTones(name); moved != name {
		return moved
	}
	return oldTones(name)
}

// cuts are names that are not typed to their end. What is left of the last word has two letters at least.
func (m *maker) cuts() error {
	drawn, err := m.draw(fewNames, func(s *Story) bool {
		last := s.name[strings.LastIndex(s.name, " ")+1:]
		return strings.Contains(s.name, " ") && utf8.RuneCountInString(last) >= 5 && viet.Fold(last) != last
	})
	if err != nil {
		return err
	}
	for n, s := range drawn {
		name := s.name
		if n%2 == 1 {
			name = s.foldedName
		}
		for cut, letters := Cut1, []rune(name); cut <= Cut3; cut++ {
			typed := string(letters[:len(letters)-int(cut-Cut1)-1])
			if err := m.add(cut, typed, func(s *Story) bool { return begins(typed, s.name) }); err != nil {
				return err
			}
		}
	}
	return nil
}

// typos are names of persons with one edit in a word of three letters or more. All the names that are one edit away are right.
func (m *maker) typos() error {
	drawn, err := m.draw(2*someNames, func(s *Story) bool { return s.Kind == person && len(longWords(s.name)) > 0 })
	if err != nil {
		return err
	}
	for n, s := range drawn {
		group, form := Typos, func(s *Story) string { return s.name }
		if n%2 == 1 {
			group, form = TyposPlain, func(s *Story) string { return s.foldedName }
		}
		typed := m.mistype(form(s))
		if err := m.add(group, typed, func(s *Story) bool { return oneEdit([]rune(typed), []rune(form(s))) }); err != nil {
			return err
		}
	}
	return nil
}

// longWords are the places of the words of three letters and more in a name: where each begins and ends.
func longWords(name string) [][2]int {
	var words [][2]int
	letters := []rune(name)
	for from, at := 0, 0; at <= len(letters); at++ {
		if at == len(letters) || letters[at] == ' ' {
			if at-from >= 3 {
				words = append(words, [2]int{from, at})
			}
			from = at + 1
		}
	}
	return words
}

// mistype makes one mistake in a name: a letter too few, too many, another one, or two in the wrong order.
func (m *maker) mistype(name string) string {
	words, letters := longWords(name), []rune(name)
	for {
		word := words[m.r.IntN(len(words))]
		at := word[0] + m.r.IntN(word[1]-word[0])
		another := 'a' + rune(m.r.IntN('z'-'a'+1))
		typed := slices.Clone(letters)
		switch m.r.IntN(4) {
		case 0:
			typed = slices.Delete(typed, at, at+1)
		case 1:
			typed = slices.Insert(typed, at, another)
		case 2:
			typed[at] = another
		default:
			if at+1 < word[1] {
				typed[at], typed[at+1] = typed[at+1], typed[at]
			}
		}
		if !slices.Equal(typed, letters) {
			return string(typed)
		}
	}
}

// oneEdit says whether two names are equal or one edit makes them so.
func oneEdit(a, b []rune) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return len(a) <= 1 && len(b) <= 1 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}
