package page

import (
	"html/template"
	"strconv"
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

// pageData is the JSON-LD of a page: the page itself as a type, with what more says, and the way to it.
func (s *Site) pageData(f Frame, name string, more object) template.JS {
	page := typed(name)
	page.set("name", f.Heading)
	page.set("inLanguage", f.Lang)
	page.set("description", f.Description)
	page.set("url", f.Canonical)
	for _, m := range more {
		page.set(m.key, m.value)
	}
	return s.graph(page, s.crumbData(f.Crumbs))
}

// graph writes objects as one JSON-LD document.
func (s *Site) graph(objects ...object) template.JS {
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

func (s *Site) crumbData(crumbs []Link) object {
	if len(crumbs) == 0 {
		return nil
	}
	list := typed("BreadcrumbList")
	list.set("itemListElement", s.listItems(crumbs, "item"))
	return list
}

// listItems are links as the numbered items of a list; key is what the list calls their addresses.
func (s *Site) listItems(links []Link, key string) []object {
	items := make([]object, len(links))
	for i, l := range links {
		item := append(make(object, 0, 4), member{"@type", "ListItem"}, member{"position", i + 1})
		item.set("name", l.Text)
		item.set(key, s.full(l.Address))
		items[i] = item
	}
	return items
}

// owner is the organisation that publishes the site.
func (s *Site) owner() object {
	o := typed("Organization")
	o.set("name", firstOf(s.config.Owner.Name, s.config.Name))
	o.set("url", s.config.Base)
	o.set("logo", s.full(s.logo.Address))
	return o
}

// itemList is the list of what stands on a page.
func (s *Site) itemList(links []Link) object {
	if len(links) == 0 {
		return nil
	}
	list := typed("ItemList")
	list.set("numberOfItems", len(links))
	list.set("itemListElement", s.listItems(links, "url"))
	return list
}

func itoa(n int) string { return strconv.Itoa(n) }
