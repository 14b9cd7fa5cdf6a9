package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/viet"
)

// A phrase stands in at least so many stories, and in at most so many.
const (
	phraseLeast = 3
	phraseMost  = 60
)

// belongTogether is the lift from which on two neighbouring words are taken to belong together: how many stories have them side by side, to how many
// would have both at all if their words were strewn by chance.
const belongTogether = 0.3

// counts say in how many stories each word and each pair of neighbouring words stands.
type counts struct{ words, pairs map[string]int }

func count(stories []Story) counts {
	c := counts{words: map[string]int{}, pairs: map[string]int{}}
	words, pairs := map[string]bool{}, map[string]bool{}
	for i := range stories {
		clear(words)
		clear(pairs)
		for passage := range strings.SplitSeq(string(stories[i].text), "\n") {
			passage = strings.Trim(passage, " ")
			for passage != "" {
				first, rest, _ := strings.Cut(passage, " ")
				words[first] = true
				if second, _, _ := strings.Cut(rest, " "); second != "" {
					pairs[passage[:len(first)+1+len(second)]] = true
				}
				passage = rest
			}
		}
		for word := range words {
			c.words[word]++
		}
		for pair := range pairs {
			c.pairs[pair]++
		}
	}
	return c
}

// phrases are two neighbouring words that stand next to each other in few stories, and in no name. Half of them belong together, as what
// people search for does; the others met by chance, which is harder, since each word by itself stands in very many stories.
func (m *maker) phrases() error {
	c := count(m.stories)
	var together, byChance []string
	for pair, n := range c.pairs {
		if n < phraseLeast || n > phraseMost || !isPhrase(pair) {
			continue
		}
		first, second, _ := strings.Cut(pair, " ")
		if lift := float64(n) * float64(len(m.stories)) / float64(c.words[first]) / float64(c.words[second]); lift >= belongTogether {
			together = append(together, pair)
		} else {
			byChance = append(byChance, pair)
		}
	}
	for _, among := range [][]string{together, byChance} {
		slices.Sort(among)
		left := phraseCount / 2
		for _, k := range m.r.Perm(len(among)) {
			if left == 0 || m.isInName(among[k]) {
				continue
			}
			if err := m.addPhrase(among[k]); err != nil {
				return err
			}
			left--
		}
		if left > 0 {
			return fmt.Errorf("%d stories have too few phrases to make queries of", len(m.stories))
		}
	}
	return nil
}

// isPhrase says whether both words are made of letters, more than one, and some letter has a mark.
func isPhrase(pair string) bool {
	for word := range strings.FieldsSeq(pair) {
		if utf8.RuneCountInString(word) < 2 || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return false
		}
	}
	return viet.Fold(pair) != pair
}

func (m *maker) isInName(phrase string) bool {
	bare := " " + viet.Fold(phrase) + " "
	return slices.ContainsFunc(m.stories, func(s Story) bool { return strings.Contains(" "+s.foldedName+" ", bare) })
}

// addPhrase notes a phrase as it is, and without its marks.
func (m *maker) addPhrase(phrase string) error {
	if err := m.add(Phrases, phrase, func(s *Story) bool { return s.text.holds(phrase) }); err != nil {
		return err
	}
	typed := viet.Fold(phrase)
	return m.add(PhrasesPlain, typed, func(s *Story) bool { return s.folded.holds(typed) })
}

// markedWords are words of texts that without their marks are words of names: who types the marks does not mean the names.
func (m *maker) markedWords() error {
	inNames := map[string]map[string]bool{}
	for i := range m.stories {
		for word := range strings.FieldsSeq(m.stories[i].name) {
			bare := viet.Fold(word)
			if inNames[bare] == nil {
				inNames[bare] = map[string]bool{}
			}
			inNames[bare][word] = true
		}
	}
	var fit []string
	for word, n := range count(m.stories).words {
		if n < Shown || n > len(m.stories)/4 || viet.Fold(word) == word {
			continue
		}
		for other := range inNames[viet.Fold(word)] {
			if !allows(word, other) {
				fit = append(fit, word)
				break
			}
		}
	}
	if len(fit) < wordCount {
		return fmt.Errorf("%d stories have too few words to make queries of", len(m.stories))
	}
	slices.Sort(fit)
	for _, k := range m.r.Perm(len(fit))[:wordCount] {
		if err := m.add(MarkedWords, fit[k], func(s *Story) bool { return s.text.holds(fit[k]) }); err != nil {
			return err
		}
	}
	return nil
}
