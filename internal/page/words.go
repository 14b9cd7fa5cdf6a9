package page

import "slices"

// plainWords are the words that are asked for by their whole name.
var plainWords = []string{
	"title", "home", "year", "menu.fields", "menu.profiles", "menu.practices", "menu.articles", "menu.names", "menu.statistics",
	"menu.kinds", "menu.years", "kind.description", "all.link", "part.description", "none.index", "older.page", "older.title",
	"older.description", "pager.label", "pager.newest", "pager.page", "pager.newer", "pager.older", "field.number",
	"field.description", "field.part", "field.part.description", "field.origin", "facet.kind", "facet.year", "year.description",
	"place.merged", "period", "period.from", "period.to", "period.coming", "period.coming.to", "index.fields.lead", "index.kinds.lead", "index.years.lead", "names.lead",
	"names.given", "names.description", "statistics.lead", "total.profiles", "total.practices", "total.articles", "total.units",
	"total.localities", "chart.head.count", "chart.more", "how.problem", "how.way", "how.conditions", "change.times",
	"change.more", "change.less", "related.field", "related.unit", "related.locality", "related.all", "feed.site", "feed.list",
	"notfound", "notfound.description", "redirect",
	"held.draft", "held.until", "honoured",
	"slides", "slides.heading", "slides.heading.field", "slides.title", "slides.description", "slides.field", "slides.thanks", "slides.read",
	"offline", "offline.description",
	"search", "search.description", "search.plain", "search.merged", "ui.decision",
	// Topics, columns and the page on introducing somebody.
	"topic.closed", "topic.rest", "topic.mail", "topic.mail.subject", "list.story", "count.story", "none.story", "month.unknown",
	"introduce", "introduce.lead", "introduce.lead.paper", "introduce.deadline", "introduce.mail", "introduce.mail.subject", "introduce.mail.agreed",
	"introduce.agreed.contact", "introduce.agreed.story", "introduce.agreed.picture",
}

// wordFamilies are the words that are put together of a beginning and one of several ends.
var wordFamilies = []struct {
	prefixes, ends []string
}{
	{[]string{"", "all.", "list.", "count.", "none."}, []string{"profile", "practice", "article"}},
	{[]string{"more.", "part."}, []string{"practice", "article"}},
	{[]string{"all."}, []string{"profile.lead", "practice.lead", "article.lead"}},
	{[]string{"kind."}, []string{"ca-nhan", "tap-the", "ho-gia-dinh"}},
	{[]string{"menu.", "kicker."}, []string{"units", "localities", "columns", "topics"}},
	{[]string{"index."}, []string{"units.lead", "localities.lead", "columns.lead", "topics.lead"}},
	{[]string{""}, []string{"units.description", "localities.description", "columns.description", "topics.description"}},
	{[]string{"chart.", "chart.head."}, []string{"field", "kind", "year", "unit"}},
	{[]string{"fact."}, []string{"fields", "kind", "unit", "locality", "years", "born", "column"}},
	{[]string{"introduce."}, []string{"field.hint", "results.hint", "witness.hint", "agreed.hint", "agreed.sign.hint", "by.tie.hint"}},
	{[]string{"introduce.part."}, []string{"who", "deed", "consent", "by"}},
	{[]string{"introduce."}, []string{"name", "kind", "position", "unit", "locality", "field", "deed", "results", "witness", "agreed", "agreed.day", "agreed.sign", "by", "by.tie", "by.contact"}},
	{[]string{"discovery."}, []string{"co-so-binh-chon", "bao-chi-phat-hien", "don-vi-gioi-thieu"}},
}

// The beginnings of words that a language has where it does not use the Vietnamese names of the plan and the law; they end in the code of a field, the code
// of a sub-kind, the slug of a form of commendation. Nothing needs them: what has no word is called by its own name.
const (
	fieldNames        = "field."
	subkindNames      = "subkind."
	commendationNames = "commendation."
)

// Needed lists the words that views are made with, in order: a theme must have all of them.
func Needed() []string {
	words := slices.Clone(plainWords)
	for _, family := range wordFamilies {
		for _, prefix := range family.prefixes {
			for _, end := range family.ends {
				words = append(words, prefix+end)
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// Pages gives a zero view for the template of each kind of page.
func Pages() map[string]any {
	return map[string]any{
		"home.html": Home{}, "list.html": List{}, "field.html": Field{}, "place.html": Place{}, "topic.html": Topic{},
		"index.html": Index{}, "names.html": Names{}, "statistics.html": Statistics{}, "story.html": Story{},
		"plain.html": Plain{}, "404.html": NotFound{}, "redirect.html": Redirect{},
		"slides.html": Slides{}, "offline.html": Offline{},
		"search.html": Search{}, "column.html": Column{}, "introduce.html": Introduce{},
	}
}

// Fragments gives a zero view for the template of each fragment.
func Fragments() map[string]any {
	return map[string]any{"card.html": Card{}, "header.html": Header{}, "footer.html": Footer{}}
}
