package corpus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/viet"
)

// Story is one story with all that both forms of it say.
type Story struct {
	head
	Fields    []*criteria.Field
	Years     []int
	Honorific string
	Position  string
	BirthYear int
	Date      viet.Date
	Updated   viet.Date
	Summary   string
	Awards    []Award
	Criteria  []Shown
	Results   []Result
	Column    string
	Topics    []string
	Discovery string
	Timeline  []Event
	Copies    []Copy
	Visit     Visit
	Author    string
	Consent   viet.Date
	Featured  bool
	// Body is Markdown in which a link to another story is written as \x01<its index>\x02.
	Body string
}

// Award is a commendation.
type Award struct {
	Form, Authority, Number string
	Date                    viet.Date
}

// Shown is a criterion and, perhaps, the evidence for it.
type Shown struct {
	*criteria.Criterion
	Evidence string
}

// Result is a measure before and after.
type Result struct {
	What, Unit    string
	Before, After int
	Year          int
}

// Event is what followed later.
type Event struct {
	Date viet.Date
	Text string
}

// Copy is where a story was copied.
type Copy struct {
	Unit string
	Year int
	// Follower is the index of the follower's own story.
	Follower int
}

// Visit is where visitors are welcome; empty for most.
type Visit struct{ Address, Contact, Hours string }

// Story makes the story with an index from 0 to Len. It may be called from many goroutines.
func (c *Corpus) Story(i int) Story {
	r := c.random(2*uint64(i) + 2)
	s := Story{head: c.heads[i]}
	t := c.teller(i, r)
	s.Fields = c.fields(r, s.head)
	s.Years = []int{s.Year}
	if r.IntN(12) == 0 && s.Year > firstYear {
		s.Years = []int{s.Year - 1, s.Year}
	}
	s.Date = viet.Date{Year: s.Year, Month: between(r, 3, 11), Day: between(r, 1, 28)}
	if r.IntN(10) == 0 {
		s.Updated = viet.Date{Year: s.Year, Month: 12, Day: between(r, 1, 28)}
	}
	if s.Kind == criteria.Person {
		s.Honorific = upperFirst(s.Person.honorific(s.Year))
		s.Position = t.say("chức vụ")
		s.BirthYear = s.Person.Born
	}
	s.Summary = t.sentence("tóm tắt")
	s.Awards = makeAwards(r, t, s.Date)
	s.Criteria = showCriteria(r, t, s)
	s.Results = makeResults(r, c.grammar[s.Field.Code+"/đo"], s.Year)
	s.Column = columns[rank(r, len(columns), 0.5)]
	if r.IntN(5) < 2 {
		s.Topics = []string{c.topics[rank(r, len(c.topics), 0.5)]}
	}
	s.Discovery = []string{"cơ sở bình chọn", "đơn vị giới thiệu", "báo chí phát hiện"}[rank(r, 3, 0.5)]
	if r.IntN(5) == 0 && s.Year < lastYear {
		s.Timeline = []Event{{Date: viet.Date{Year: s.Year + 1, Month: between(r, 1, 12), Day: between(r, 1, 28)}, Text: t.sentence("diễn biến")}}
	}
	if r.IntN(12) == 0 && len(c.heads) > 1 {
		other := c.other(r, i)
		s.Copies = []Copy{{Unit: c.heads[other].Unit, Year: max(s.Year, c.heads[other].Year), Follower: other}}
	}
	if s.Kind != criteria.Person && r.IntN(10) == 0 {
		s.Visit = Visit{Address: upperFirst(t.say("nơi")) + ", " + lowerFirst(s.Locality), Contact: s.Unit, Hours: "8 giờ đến 11 giờ"}
	}
	s.Author = somebody(r).Name
	s.Consent = viet.Date{Year: s.Year, Month: s.Date.Month - 1, Day: between(r, 1, 28)}
	s.Featured = r.IntN(500) == 0
	s.Body = t.body()
	return s
}

// other draws another story, most often one of the same field.
func (c *Corpus) other(r *rand.Rand, i int) int {
	among := c.byField[c.heads[i].Field]
	for range 8 {
		j := r.IntN(len(c.heads))
		if r.IntN(10) < 7 {
			j = among[r.IntN(len(among))]
		}
		if j != i {
			return j
		}
	}
	return (i + 1) % len(c.heads)
}

// fields are the main field and, for one story in four, a second one that honours the same kind.
func (c *Corpus) fields(r *rand.Rand, h head) []*criteria.Field {
	fields := []*criteria.Field{h.Field}
	if r.IntN(4) == 0 {
		second := c.book.Fields[weighted(r, fieldWeights)]
		if second != h.Field && second.For(h.Kind) {
			fields = append(fields, second)
		}
	}
	return fields
}

func makeAwards(r *rand.Rand, t *teller, published viet.Date) []Award {
	awards := make([]Award, []int{0, 1, 1, 1, 2}[r.IntN(5)])
	for i := range awards {
		day := viet.Date{Year: published.Year, Month: between(r, 1, published.Month-1), Day: between(r, 1, 28)}
		awards[i] = Award{Form: t.say("hình thức"), Authority: t.say("cấp"), Number: strconv.Itoa(between(r, 12, 2900)) + "/QĐ-UBND", Date: day}
	}
	return awards
}

// showCriteria picks criteria that hold for such a story, with evidence where the plan asks for some.
func showCriteria(r *rand.Rand, t *teller, s Story) []Shown {
	var hold []*criteria.Criterion
	for _, g := range s.Field.Groups {
		for _, c := range g.Criteria {
			// A criterion that asks for the profile of the collective that the person heads would need that profile.
			if c.HoldsFor(s.Kind, s.Subkind.Code) && c.Evidence != "lien-ket-tap-the" {
				hold = append(hold, c)
			}
		}
	}
	r.Shuffle(len(hold), func(i, j int) { hold[i], hold[j] = hold[j], hold[i] })
	hold = hold[:min(len(hold), between(r, 2, 4))]
	slices.SortFunc(hold, func(a, b *criteria.Criterion) int { return compareCodes(a.Code, b.Code) })
	shown := make([]Shown, len(hold))
	for i, c := range hold {
		shown[i].Criterion = c
		if c.Evidence != "" || r.IntN(6) == 0 {
			shown[i].Evidence = t.say("minh chứng")
		}
	}
	return shown
}

// compareCodes orders "3.2.9" before "3.2.10"; both are of one section.
func compareCodes(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

// makeResults reads lines such as "Doanh thu | tỷ đồng | 4 70 | 2": what, unit, the range before, and how it grows.
func makeResults(r *rand.Rand, lines []string, year int) []Result {
	order := r.Perm(len(lines))
	results := make([]Result, between(r, 1, 3))
	for i := range results {
		parts := strings.Split(lines[order[i]], " | ")
		var low, high int
		if _, err := fmt.Sscan(parts[2], &low, &high); err != nil {
			panic("corpus: van.txt: " + lines[order[i]])
		}
		res := Result{What: parts[0], Unit: parts[1], Before: between(r, low, high), Year: year}
		switch parts[3] {
		case "0":
			res.After = max(0, res.Before*between(r, 15, 60)/100)
		case "1":
			res.After = res.Before + between(r, 2, 12)
		case "2":
			res.After = res.Before*between(r, 130, 240)/100 + 1
		default:
			res.After = res.Before*between(r, 200, 500)/100 + 1
		}
		results[i] = res
	}
	return results
}
