package page

import (
	"encoding/json"
	"html/template"
	"strconv"
)

// object is a JSON-LD object. Its keys are written in order, so the same object gives the same bytes.
type object map[string]any

// set puts a value that says something.
func (o object) set(key string, value any) {
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
	o[key] = value
}

// pageData is the JSON-LD of a page: the page itself as typ, with what more says, and the way to it.
func (s *Site) pageData(f Frame, typ string, more object) template.JS {
	page := object{"@type": typ, "name": f.Heading, "inLanguage": f.Lang}
	page.set("description", f.Description)
	page.set("url", f.Canonical)
	for key, value := range more {
		page.set(key, value)
	}
	return s.graph(page, s.crumbData(f.Crumbs))
}

// graph writes objects as one JSON-LD document. Marshalling maps of strings, numbers and maps cannot fail; json writes <, > and &
// as \u escapes, so nothing in it can end the script element.
func (s *Site) graph(objects ...object) template.JS {
	var all []object
	for _, o := range objects {
		if len(o) > 0 {
			all = append(all, o)
		}
	}
	text, err := json.Marshal(object{"@context": "https://schema.org", "@graph": all})
	if err != nil {
		return ""
	}
	return template.JS(text)
}

func (s *Site) crumbData(crumbs []Link) object {
	if len(crumbs) == 0 {
		return nil
	}
	var items []object
	for i, c := range crumbs {
		item := object{"@type": "ListItem", "position": i + 1, "name": c.Text}
		item.set("item", s.full(c.Address))
		items = append(items, item)
	}
	return object{"@type": "BreadcrumbList", "itemListElement": items}
}

// owner is the organisation that publishes the site.
func (s *Site) owner() object {
	o := object{"@type": "Organization", "name": firstOf(s.config.Owner.Name, s.config.Name)}
	o.set("url", s.config.Base)
	o.set("logo", s.full(s.logo.Address))
	return o
}

// itemList is the list of what stands on a page.
func (s *Site) itemList(links []Link) object {
	if len(links) == 0 {
		return nil
	}
	var items []object
	for i, l := range links {
		item := object{"@type": "ListItem", "position": i + 1, "name": l.Text}
		item.set("url", s.full(l.Address))
		items = append(items, item)
	}
	return object{"@type": "ItemList", "numberOfItems": len(links), "itemListElement": items}
}

func itoa(n int) string { return strconv.Itoa(n) }
