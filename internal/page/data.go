package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/digest"
)

// Describe makes the JSON-LD of a page: the page itself and the way to it. Nothing but the view is looked at, so that the view's key stands for it;
// card gives what a card shows and where it leads, by its key.
func (f *Frame) Describe(func(digest.Key) Link) { f.describe(nil) }

// Describe makes the JSON-LD of a plain page, which is in the language of its author.
func (v *Plain) Describe(func(digest.Key) Link) { v.describeIn(firstOf(v.HeadingLang, v.Lang), nil) }

// describe is Describe for a page of which items stand in a list, describeIn for one that is in a language.
func (f *Frame) describe(items []Link) { f.describeIn(f.Lang, items) }

func (f *Frame) describeIn(lang string, items []Link) {
	if f.Schema == "" {
		return
	}
	d := f.graph(len(items))
	d.open(f.Schema)
	d.text("name", f.Heading)
	d.text("inLanguage", lang)
	d.text("description", f.Description)
	d.text("url", f.Canonical)
	if len(items) > 0 {
		d.key("mainEntity")
		d.open("ItemList")
		d.number("numberOfItems", len(items))
		d.items("url", items)
		d.close()
	}
	d.close()
	f.Data = d.end(f.Crumbs)
}

// Describe makes the JSON-LD of a list.
func (v *List) Describe(card func(digest.Key) Link) {
	items := make([]Link, len(v.Cards))
	for i, key := range v.Cards {
		items[i] = card(key)
	}
	v.describe(items)
}

// Describe makes the JSON-LD of the page of all things of a sort.
func (v *Index) Describe(func(digest.Key) Link) {
	var items []Link
	for _, f := range v.Fields {
		items = append(items, Link{Text: f.Name, Address: f.Address})
	}
	for _, t := range slices.Concat(v.Topics, v.PastTopics) {
		items = append(items, t.Link)
	}
	for _, g := range v.Groups {
		for _, e := range g.Entries {
			items = append(items, Link{Text: e.Text, Address: e.Address})
		}
	}
	v.describe(items)
}

// Describe makes the JSON-LD of the home page.
func (v *Home) Describe(func(digest.Key) Link) {
	d := v.graph(0)
	d.open(v.Schema)
	d.text("name", v.SiteName)
	d.text("inLanguage", v.Lang)
	d.publisher(v.Publisher)
	d.text("url", v.Base)
	d.text("description", v.Description)
	d.searchAction()
	d.close()
	v.Data = d.end([]Link{v.Self})
}

// full is the full web address of an href with the root mark; empty where the site has no base address.
func full(base, href string) string {
	rest, ok := strings.CutPrefix(href, address.Home.Href())
	if !ok || base == "" {
		return ""
	}
	return base + rest
}

// data writes JSON-LD, member by member, in the order in which it is told. It is here because encoding/json needs reflection and a copy, which for
// every page of a site adds up to more than making the rest of its view.
type data struct {
	b    []byte
	base string // the site's full address
}

// graph begins the JSON-LD of a page with a list of some items.
func (f *Frame) graph(items int) *data {
	d := &data{b: make([]byte, 0, 2048+128*items), base: f.Base}
	d.b = append(d.b, `{"@context":"https://schema.org","@graph":[`...)
	return d
}

// end ends it with the way to the page, where there is one.
func (d *data) end(crumbs []Link) template.JS {
	if len(crumbs) > 0 {
		d.b = append(d.b, ',')
		d.open("BreadcrumbList")
		d.items("item", crumbs)
		d.close()
	}
	return template.JS(append(d.b, "]}"...))
}

// open begins a thing of a type of schema.org, close ends it.
func (d *data) open(kind string) { d.b = appendString(append(d.b, `{"@type":`...), kind) }

func (d *data) close() { d.b = append(d.b, '}') }

// key begins a member; its value must follow.
func (d *data) key(name string) {
	d.b = append(append(append(d.b, `,"`...), name...), `":`...)
}

// text writes a member that says something.
func (d *data) text(key, value string) {
	if value != "" {
		d.key(key)
		d.b = appendString(d.b, value)
	}
}

func (d *data) number(key string, n int) {
	d.key(key)
	d.b = strconv.AppendInt(d.b, int64(n), 10)
}

// named writes a member that is a thing of which only the name is known.
func (d *data) named(key, kind, name string) {
	if name != "" {
		d.key(key)
		d.open(kind)
		d.text("name", name)
		d.close()
	}
}

// items writes links as the numbered items of a list; key is what the list calls their addresses.
func (d *data) items(key string, links []Link) {
	d.key("itemListElement")
	for i, l := range links {
		d.b = append(d.b, "[,"[min(i, 1)])
		d.open("ListItem")
		d.number("position", i+1)
		d.text("name", l.Text)
		d.text(key, full(d.base, l.Address))
		d.close()
	}
	d.b = append(d.b, ']')
}

// publisher writes the organisation that publishes the site.
func (d *data) publisher(p Publisher) {
	d.key("publisher")
	d.open(organization)
	d.text("name", p.Name)
	d.text("url", d.base)
	d.text("logo", full(d.base, p.Logo))
	d.close()
}

// searchAction says where the site is searched.
func (d *data) searchAction() {
	if d.base == "" {
		return
	}
	d.key("potentialAction")
	d.open("SearchAction")
	d.key("target")
	d.open("EntryPoint")
	d.text("urlTemplate", address.Search.Full(d.base)+"?q={search_term_string}")
	d.close()
	d.text("query-input", "required name=search_term_string")
	d.close()
}

// appendString writes a string as JSON that can stand in a script element: besides what JSON asks for, <, > and & are written as
// references, so that nothing in it can end the element, and so are the two line separators that older scripts refuse.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			b = append(append(b, s[start:i]...), '\\', c)
			start = i + 1
		case c < ' ' || c == '<' || c == '>' || c == '&' || c == 0x7f:
			b = append(append(b, s[start:i]...), '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			start = i + 1
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2]&^1 == 0xa8:
			b = append(append(b, s[start:i]...), '\\', 'u', '2', '0', '2', hex[s[i+2]&15])
			start = i + 3
			i += 2
		}
	}
	return append(append(b, s[start:]...), '"')
}

func itoa(n int) string { return strconv.Itoa(n) }
