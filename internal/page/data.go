package page

import (
	"html/template"
	"strconv"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/digest"
)

// object is a JSON-LD object. Its members are written in the order in which they were set, so the same object gives the same bytes.
type object []member

type member struct {
	key   string
	value any // string, int, bool, object, []object or []string
}

// typed begins an object of a type of schema.org.
func typed(name string) object { return object{{"@type", name}} }

// set puts a value that says something.
func (o *object) set(key string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case object:
		if len(v) == 0 {
			return
		}
	case []string:
		if len(v) == 0 {
			return
		}
	case nil:
		return
	}
	*o = append(*o, member{key, value})
}

// Describe makes the JSON-LD of a page: the page itself and the way to it. Nothing but the view is looked at, so that the view's key stands for it;
// card gives what a card shows and where it leads, by its key.
func (f *Frame) Describe(func(digest.Key) Link) { f.describe(nil) }

// describe is Describe for a page of which items stand in a list.
func (f *Frame) describe(items []Link) {
	if f.Schema == "" {
		return
	}
	page := typed(f.Schema)
	page.set("name", f.Heading)
	page.set("inLanguage", f.Lang)
	page.set("description", f.Description)
	page.set("url", f.Canonical)
	page.set("mainEntity", f.itemList(items))
	f.Data = graph(page, f.crumbData(f.Crumbs))
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
	for _, t := range v.Topics {
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
	site := object{{"@type", v.Schema}, {"name", v.SiteName}, {"inLanguage", v.Lang}, {"publisher", v.publisher(v.Publisher)}}
	site.set("url", v.Base)
	site.set("description", v.Description)
	v.Data = graph(site, v.crumbData([]Link{v.Self}))
}

// graph writes objects as one JSON-LD document.
func graph(objects ...object) template.JS {
	var all []object
	for _, o := range objects {
		if len(o) > 0 {
			all = append(all, o)
		}
	}
	return template.JS(appendJSON(make([]byte, 0, 2048), object{{"@context", "https://schema.org"}, {"@graph", all}}))
}

// appendJSON writes a value of an object. It is here because encoding/json needs reflection, sorted maps and a copy, which for every
// page of a site adds up to more than making the rest of its view.
func appendJSON(b []byte, value any) []byte {
	switch v := value.(type) {
	case string:
		return appendString(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case bool:
		return strconv.AppendBool(b, v)
	case object:
		b = append(b, '{')
		for i, m := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendString(b, m.key), ':')
			b = appendJSON(b, m.value)
		}
		return append(b, '}')
	case []object:
		b = append(b, '[')
		for i, o := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendJSON(b, o)
		}
		return append(b, ']')
	case []string:
		b = append(b, '[')
		for i, text := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendString(b, text)
		}
		return append(b, ']')
	}
	return append(b, "null"...)
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

func (f *Frame) crumbData(crumbs []Link) object {
	if len(crumbs) == 0 {
		return nil
	}
	list := typed("BreadcrumbList")
	list.set("itemListElement", f.listItems(crumbs, "item"))
	return list
}

// listItems are links as the numbered items of a list; key is what the list calls their addresses.
func (f *Frame) listItems(links []Link, key string) []object {
	items := make([]object, len(links))
	for i, l := range links {
		item := append(make(object, 0, 4), member{"@type", "ListItem"}, member{"position", i + 1})
		item.set("name", l.Text)
		item.set(key, f.full(l.Address))
		items[i] = item
	}
	return items
}

func (f *Frame) publisher(p Publisher) object {
	o := typed("Organization")
	o.set("name", p.Name)
	o.set("url", f.Base)
	o.set("logo", f.full(p.Logo))
	return o
}

// full is the full web address of an href with the root mark; empty where the site has no base address.
func (f *Frame) full(href string) string { return full(f.Base, href) }

func full(base, href string) string {
	rest, ok := strings.CutPrefix(href, address.Home.Href())
	if !ok || base == "" {
		return ""
	}
	return base + rest
}

// itemList is the list of what stands on a page.
func (f *Frame) itemList(links []Link) object {
	if len(links) == 0 {
		return nil
	}
	list := typed("ItemList")
	list.set("numberOfItems", len(links))
	list.set("itemListElement", f.listItems(links, "url"))
	return list
}

func itoa(n int) string { return strconv.Itoa(n) }
