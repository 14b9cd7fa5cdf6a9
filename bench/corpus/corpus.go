// Package corpus makes sites of any size to measure with: Vietnamese stories that read plausibly, no two of them alike, spread over fields,
// years, units and localities as a city's are.
//
// A corpus is a pure function of its Options: the same seed and number give the same bytes on every run. The heads of all stories (who, when,
// where, which address) are made first, one after the other, since addresses must not clash and stories link to each other; the
// text of a story is then made from its own seed, so that any number of them can be made at once, in any order.
//
// Every story can be written in two forms with the same content: as a file of this program, and as a file of Hugo, which serves as the
// yardstick. The words are in van.txt; the people and places are invented.
package corpus

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/viet"
)

// Options says which corpus.
type Options struct {
	Stories int
	Seed    uint64
}

// Corpus is the heads of all stories and what their texts are made of. It is finished when it is made.
type Corpus struct {
	book       *criteria.Book
	grammar    grammar
	seed       uint64
	units      []unit
	localities []string
	topics     []string
	heads      []head
	byField    map[*criteria.Field][]int
	// unitsOf lists for each field the units that introduce stories in it, the more eager first.
	unitsOf map[string][]int
}

// head is what other stories and lists know of a story.
type head struct {
	Name, Slug string
	// File is the path under content/guong/ without ".md"; where its last part is not the slug, the story states its slug.
	File     string
	Kind     criteria.Kind
	Subkind  criteria.Subkind
	Field    *criteria.Field
	Person   person
	Year     int
	Unit     string
	Locality string
}

var (
	columns   = []string{"Gương sáng quanh ta", "Chuyện ở cơ sở", "Cách làm hay"}
	allTopics = []string{
		"Chuyển đổi số", "Vì đàn em thân yêu", "Nông nghiệp xanh", "Phụ nữ khởi nghiệp", "Nghĩa tình biên cương", "Học tập suốt đời",
		"Thành phố sạch", "Chung tay phòng dịch", "Giữ hồn văn hóa", "Người cao tuổi nêu gương", "Đô thị văn minh", "Sau cơn lũ",
	}
	// fieldWeights say how many stories in a hundred belong to each field, in the plan's order.
	fieldWeights = []int{10, 10, 6, 6, 13, 10, 10, 7, 18, 3, 4, 3}
	// kindWeights are drawn from the kinds that the field admits.
	kindWeights = map[criteria.Kind]int{criteria.Person: 3, criteria.Collective: 2, criteria.Household: 3}
)

const (
	firstYear = 2016
	lastYear  = 2025
)

// New makes a corpus. Units and localities grow with the square root of the number of stories: 200 and 60 at ten thousand.
func New(o Options) (*Corpus, error) {
	if o.Stories < 1 {
		return nil, errors.New("corpus: a corpus has at least one story")
	}
	book, err := criteria.Plan()
	if err != nil {
		return nil, err
	}
	if len(book.Fields) != len(fieldWeights) {
		return nil, fmt.Errorf("corpus: the plan has %d fields, the weights are for %d", len(book.Fields), len(fieldWeights))
	}
	g, err := readGrammar(grammarText)
	if err != nil {
		return nil, err
	}
	c := &Corpus{book: book, grammar: g, seed: o.Seed, byField: map[*criteria.Field][]int{}, unitsOf: map[string][]int{}}
	growth := math.Sqrt(float64(o.Stories) / 10_000)
	r := c.random(0)
	c.localities = makeLocalities(r, max(6, int(60*growth+0.5)))
	c.units = makeUnits(r, max(2*len(cityUnits), int(200*growth+0.5)), c.localities)
	c.topics = allTopics[:min(len(allTopics), max(4, int(8*growth+0.5)))]
	for _, f := range book.Fields {
		c.unitsOf[f.Code] = unitsFor(r, c.units, f.Code)
	}
	names := namer{slugs: map[string]bool{}, files: map[string]bool{}}
	c.heads = make([]head, o.Stories)
	for i := range c.heads {
		c.heads[i] = c.makeHead(c.random(2*uint64(i)+1), &names)
		c.byField[c.heads[i].Field] = append(c.byField[c.heads[i].Field], i)
	}
	return c, nil
}

// Len is the number of stories.
func (c *Corpus) Len() int { return len(c.heads) }

// random is a source of its own for each stream of the corpus.
func (c *Corpus) random(stream uint64) *rand.Rand { return rand.New(rand.NewPCG(c.seed, stream)) }

func (c *Corpus) makeHead(r *rand.Rand, names *namer) head {
	h := head{Field: c.book.Fields[weighted(r, fieldWeights)]}
	weights := make([]int, len(h.Field.Admits))
	for i, a := range h.Field.Admits {
		weights[i] = kindWeights[a.Kind]
	}
	admits := h.Field.Admits[weighted(r, weights)]
	h.Kind = admits.Kind
	h.Subkind = admits.Subkinds[rank(r, len(admits.Subkinds), 0.5)]
	// The later years have more stories, as a movement grows.
	h.Year = lastYear - rank(r, lastYear-firstYear+1, 0.35)
	units := c.unitsOf[h.Field.Code]
	u := c.units[units[rank(r, len(units), 0.6)]]
	h.Unit = u.Name
	h.Locality = u.Locality
	if h.Locality == "" {
		h.Locality = c.localities[rank(r, len(c.localities), 0.4)]
	}
	h.Person = somebody(r)
	switch h.Kind {
	case criteria.Person:
		h.Name = h.Person.Name
	case criteria.Household:
		h.Name = "Gia đình " + h.Person.honorific(h.Year) + " " + h.Person.Name
	default:
		v := &voice{g: c.grammar, r: r, field: h.Field.Code, told: map[string]bool{}, words: map[string]func() string{
			"riêng":   func() string { return place(r) },
			"địa bàn": func() string { return lowerFirst(h.Locality) },
		}}
		h.Name = v.say(h.Subkind.Code + "/tên")
	}
	names.give(&h)
	return h
}

// namer gives each story an address and a file that no other one has.
type namer struct{ slugs, files map[string]bool }

func (n *namer) give(h *head) {
	base := viet.Slug(h.Name)
	h.Slug = free(n.slugs, base)
	year := strconv.Itoa(h.Year) + "/"
	h.File = year + base
	if n.files[h.File] {
		h.File = year + h.Slug
	}
	h.File = free(n.files, h.File)
}

// free takes the name, or the name with the first number that makes it free.
func free(taken map[string]bool, name string) string {
	try := name
	for n := 2; taken[try]; n++ {
		try = name + "-" + strconv.Itoa(n)
	}
	taken[try] = true
	return try
}

// weighted draws a place in a list of weights.
func weighted(r *rand.Rand, weights []int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	at := r.IntN(total)
	for i, w := range weights {
		if at < w {
			return i
		}
		at -= w
	}
	panic("corpus: unreachable")
}

// unit is an organisation that introduces stories; Locality is empty for those of the whole city.
type unit struct {
	Name, Locality string
	fields         string
}

// cityUnits and localUnits are kinds of units and the fields in which they introduce stories; "*" stands for all fields. A local one is
// followed by the name of its locality.
var (
	cityUnits = []unit{
		{Name: "Phòng Giáo dục và Đào tạo thành phố", fields: "giao-duc"},
		{Name: "Trung tâm Y tế thành phố", fields: "y-te"},
		{Name: "Hội Nông dân thành phố", fields: "kinh-te-ho-gia-dinh nong-thon-moi"},
		{Name: "Liên đoàn Lao động thành phố", fields: "san-xuat-kinh-doanh"},
		{Name: "Công an thành phố", fields: "quoc-phong-an-ninh"},
		{Name: "Ban Chỉ huy Quân sự thành phố", fields: "quoc-phong-an-ninh"},
		{Name: "Thành đoàn Mây Ngàn", fields: "khoi-nghiep cong-nghe-thong-tin nguoi-tot-viec-tot"},
		{Name: "Hội Liên hiệp Phụ nữ thành phố", fields: "khoi-nghiep kinh-te-ho-gia-dinh nguoi-tot-viec-tot"},
		{Name: "Trung tâm Phục vụ hành chính công", fields: "cai-cach-hanh-chinh cong-nghe-thong-tin"},
		{Name: "Ban Tuyên giáo và Dân vận", fields: "hoc-tap-lam-theo-bac"},
		{Name: "Phòng Văn hóa và Thông tin", fields: "to-dan-pho-van-hoa cong-nghe-thong-tin"},
		{Name: "Hội Doanh nghiệp trẻ", fields: "san-xuat-kinh-doanh khoi-nghiep"},
	}
	localUnits = []unit{
		{Name: "UBND", fields: "*"},
		{Name: "Hội Nông dân", fields: "kinh-te-ho-gia-dinh nong-thon-moi"},
		{Name: "Trường Tiểu học", fields: "giao-duc"},
		{Name: "Trạm Y tế", fields: "y-te"},
		{Name: "Đảng ủy", fields: "hoc-tap-lam-theo-bac cai-cach-hanh-chinh"},
		{Name: "Ủy ban Mặt trận Tổ quốc", fields: "to-dan-pho-van-hoa nguoi-tot-viec-tot nong-thon-moi"},
		{Name: "Công an", fields: "quoc-phong-an-ninh nguoi-tot-viec-tot"},
		{Name: "Hội Liên hiệp Phụ nữ", fields: "kinh-te-ho-gia-dinh nguoi-tot-viec-tot"},
		{Name: "Trường Trung học cơ sở", fields: "giao-duc"},
		{Name: "Đoàn Thanh niên", fields: "khoi-nghiep cong-nghe-thong-tin nguoi-tot-viec-tot"},
		{Name: "Công đoàn", fields: "san-xuat-kinh-doanh"},
		{Name: "Hội Cựu chiến binh", fields: "hoc-tap-lam-theo-bac quoc-phong-an-ninh"},
		{Name: "Ban Chỉ huy Quân sự", fields: "quoc-phong-an-ninh"},
		{Name: "Trường Mầm non", fields: "giao-duc"},
		{Name: "Hội Người cao tuổi", fields: "nguoi-tot-viec-tot to-dan-pho-van-hoa"},
		{Name: "Hội Chữ thập đỏ", fields: "nguoi-tot-viec-tot y-te"},
	}
)

func makeLocalities(r *rand.Rand, n int) []string {
	all := make([]string, 0, n)
	taken := map[string]bool{}
	for len(all) < n {
		name := place(r)
		if key := viet.Slug(name); !taken[key] {
			taken[key] = true
			kind := "Phường "
			if r.IntN(5) < 2 {
				kind = "Xã "
			}
			all = append(all, kind+name)
		}
	}
	return all
}

// makeUnits makes the city's units and then local ones, so that every locality and every kind has some.
func makeUnits(r *rand.Rand, n int, localities []string) []unit {
	units := append([]unit(nil), cityUnits...)
	start := r.IntN(len(localities))
	for k := 0; len(units) < n && k < len(localities)*len(localUnits); k++ {
		at := k % len(localities)
		u := localUnits[(k/len(localities)+at)%len(localUnits)]
		u.Locality = localities[(start+at)%len(localities)]
		u.Name += " " + lowerFirst(u.Locality)
		units = append(units, u)
	}
	return units
}

func unitsFor(r *rand.Rand, units []unit, field string) []int {
	var all []int
	for i, u := range units {
		if u.fields == "*" || strings.Contains(" "+u.fields+" ", " "+field+" ") {
			all = append(all, i)
		}
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}
