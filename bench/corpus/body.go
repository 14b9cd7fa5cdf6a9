package corpus

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/viet"
)

// Words is about how many words (tiếng) a body has; most have a hundred more or less.
const Words = 600

// teller writes the text of one story.
type teller struct {
	*voice
	c     *Corpus
	index int
	head  head
}

// collectives is how a text speaks of a collective of a sub-kind.
var collectives = map[string]string{
	"doanh-nghiep": "công ty", "hop-tac-xa": "hợp tác xã", "to-dan-pho": "tổ dân phố", "phuong": "phường", "xa": "xã",
	"truong-hoc": "nhà trường", "don-vi-y-te": "đội ngũ y tế", "luc-luong-vu-trang": "đơn vị", "dia-phuong": "địa phương", "co-quan": "cơ quan",
	"tap-the-dat-giai": "nhóm", "nha-tai-tro": "nhà tài trợ",
}

func (c *Corpus) teller(i int, r *rand.Rand) *teller {
	h := c.heads[i]
	t := &teller{c: c, index: i, head: h, voice: &voice{g: c.grammar, r: r, field: h.Field.Code, told: map[string]bool{}}}
	// Who the text is about, and who speaks for them.
	speaker := h.Person.honorific(h.Year) + " " + h.Person.Given
	hero := speaker
	switch h.Kind {
	case criteria.Household:
		hero = "gia đình " + speaker
	case criteria.Collective:
		hero = "tập thể"
		if word, ok := collectives[h.Subkind.Code]; ok {
			hero = word
		}
	}
	// A story has a few villagers and hamlets of its own, which come back.
	villagers := make([]string, 5)
	for k := range villagers {
		p := somebody(r)
		villagers[k] = p.honorific(h.Year) + " " + p.Name
		if k > 2 {
			villagers[k] = p.honorific(h.Year) + " " + p.Given
		}
	}
	hamlets := make([]string, 3)
	t.words = map[string]func() string{
		"người":     func() string { return hero },
		"kể":        func() string { return speaker },
		"bạn":       func() string { return villagers[rank(r, len(villagers), 0.5)] },
		"xóm":       func() string { return hamlets[rank(r, len(hamlets), 0.6)] },
		"riêng":     func() string { return place(r) },
		"địa bàn":   func() string { return lowerFirst(h.Locality) },
		"đơn vị":    func() string { return h.Unit },
		"năm":       func() string { return strconv.Itoa(h.Year - r.IntN(6)) },
		"liên kết":  func() string { return fmt.Sprintf("\x01%d\x02", c.other(r, i)) },
		"nghề bạn":  func() string { return t.say("nghề") },
		"tên người": func() string { return h.Person.Name },
	}
	for k := range hamlets {
		hamlets[k] = t.fill(t.g["xóm"][r.IntN(len(t.g["xóm"]))])
	}
	return t
}

// body writes the text: an opening, three to five sections, an ending; among them a quotation, a list, a table and links.
func (t *teller) body() string {
	target := Words + int(t.r.NormFloat64()*90)
	target = min(max(target, Words*6/10), Words*3/2)
	sections := between(t.r, 3, 5)
	extras := []func() string{t.quotation, t.list, t.table}
	t.r.Shuffle(len(extras), func(i, j int) { extras[i], extras[j] = extras[j], extras[i] })
	links := between(t.r, 2, 4)
	if t.c.Len() < 2 {
		links = 0
	}

	var blocks []string
	words := 0
	add := func(block string) {
		blocks = append(blocks, block)
		words += viet.Words(block)
	}
	add(t.paragraph(false))
	for k := range sections {
		add("## " + upperFirst(t.say("tiểu mục")))
		if k < len(extras) {
			add(t.paragraph(links > 0))
			links--
			add(extras[k]())
		}
		// Half a paragraph is left for the last one to run over.
		for words < target*(k+1)/sections-40 {
			add(t.paragraph(links > 0))
			links--
		}
	}
	add(t.sentence("kết bài"))
	return strings.Join(blocks, "\n\n") + "\n"
}

func (t *teller) paragraph(link bool) string {
	var sentences []string
	for k := range between(t.r, 2, 5) {
		section := "câu"
		if k > 0 && t.r.IntN(6) == 0 {
			section = "câu nối"
		}
		sentences = append(sentences, t.sentence(section))
	}
	switch t.r.IntN(9) {
	case 0:
		sentences = append(sentences, "*“"+t.sentence("nghĩ")+"”*")
	case 1:
		sentences = append(sentences, "**"+t.sentence("nghĩ")+"**")
	}
	if link {
		sentences = append(sentences, t.sentence("câu liên kết"))
	}
	return strings.Join(sentences, " ")
}

func (t *teller) quotation() string {
	p := somebody(t.r)
	return "> “" + t.sentence("trích") + "”\n> — " + upperFirst(p.honorific(t.head.Year)) + " " + p.Name + ", " + t.say("nghề") + " ở " + t.slot("xóm")
}

func (t *teller) list() string {
	var b strings.Builder
	b.WriteString(t.sentence("dẫn mục") + "\n")
	numbered := t.r.IntN(3) == 0
	for k := range between(t.r, 3, 6) {
		mark := "-"
		if numbered {
			mark = strconv.Itoa(k+1) + "."
		}
		b.WriteString("\n" + mark + " " + t.sentence("mục"))
	}
	return b.String()
}

// table sets two measures of the field side by side over the years.
func (t *teller) table() string {
	measures := t.g[t.field+"/đo"]
	order := t.r.Perm(len(measures))
	first := strings.Split(measures[order[0]], " | ")
	second := strings.Split(measures[order[1]], " | ")
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n| Năm | %s (%s) | %s (%s) |\n| --- | ---: | ---: |", t.sentence("dẫn bảng"), first[0], first[1], second[0], second[1])
	rows := between(t.r, 3, 6)
	for k := range rows {
		fmt.Fprintf(&b, "\n| %d | %s | %s |", t.head.Year-rows+k+1, viet.Int(between(t.r, 2, 40)*(k+1)), viet.Int(between(t.r, 20, 900)))
	}
	return b.String()
}
