package search

import "math/rand/v2"

// Group is a sort of queries.
type Group int

// The groups, in the order of the report.
const (
	Names        Group = iota // full names as they are written
	NamesPlain                // the same without marks
	Stroke                    // names with a đ
	StrokePlain               // the same without marks
	OtherTones                // names with the tone where the other school puts it, hoà for hòa
	Titled                    // names with a form of address before them
	Decomposed                // names in NFD
	Capitals                  // names in capitals
	Cut1                      // names without their last letter, with marks and without in turn
	Cut2                      // without two
	Cut3                      // without three
	Typos                     // names with one letter wrong, missing, too many, or two swapped
	TyposPlain                // the same without marks
	Phrases                   // two neighbouring words of a text, no quotes around them
	PhrasesPlain              // the same without marks
	MarkedWords               // a word with marks that without them is one of many names: "đường", and Dương
	Groups
)

// groupNames are what the groups are called in a report.
var groupNames = [Groups]string{
	"full name with marks", "full name without marks", "name with đ, typed with marks", "the same without marks", "name with the tone in its other place",
	"form of address and name", "name in NFD", "NAME IN CAPITALS", "name less its last letter", "less two letters", "less three letters", "name with one letter wrong", "the same without marks",
	"two words of a text, with marks", "two words of a text, without marks", "one word with marks, an ordinary name without",
}

func (g Group) String() string { return groupNames[g] }

// ByText says that many stories may be right, and that it counts how many of the first ten are; else it counts where the first right one is.
func (g Group) ByText() bool { return g >= Phrases }

// Shown is how many answers of a search are looked at.
const Shown = 10

// Query is what somebody types, and which stories are right.
type Query struct {
	Group Group
	Text  string
	// Right are the addresses of the stories that are all equally right; never empty.
	Right map[string]bool
}

// Verdict is what the answers to a query are worth.
type Verdict struct {
	// First says that the first answer is right, Within that one of the first ten is.
	First, Within bool
	// Held is how many of the first ten are right, Could how many could be.
	Held, Could int
}

// Judge looks at the answers of a search, addresses as in Story, the best first. An address that comes twice counts once.
func (q Query) Judge(answers []string) Verdict {
	v := Verdict{Could: min(Shown, len(q.Right))}
	seen := map[string]bool{}
	for i, address := range answers[:min(Shown, len(answers))] {
		if q.Right[address] && !seen[address] {
			v.Held++
			v.First = v.First || i == 0
		}
		seen[address] = true
	}
	v.Within = v.Held > 0
	return v
}

// Queries makes the queries of all groups, in an order in which groups mix. The same stories and seed give the same queries.
func Queries(stories []Story, seed uint64) ([]Query, error) {
	var all []Query
	for _, make := range []func(*maker) error{
		(*maker).wholeNames, (*maker).strokes, (*maker).titles, (*maker).forms, (*maker).cuts, (*maker).typos, (*maker).phrases, (*maker).markedWords,
	} {
		m := &maker{stories: stories, r: rand.New(rand.NewPCG(seed, uint64(len(all))))}
		if err := make(m); err != nil {
			return nil, err
		}
		all = append(all, m.made...)
	}
	r := rand.New(rand.NewPCG(seed, 0))
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all, nil
}
