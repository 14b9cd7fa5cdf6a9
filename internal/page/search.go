package page

import "guongsang/internal/address"

// Search makes the view of the page on which the site is searched. What is found is put there by themes/chung/assets/search.js; the page itself has
// the ways that lead to everything without a search.
func (s *Site) Search() Search {
	v := Search{
		Frame:  s.frame("SearchResultsPage", address.Search, s.say("search"), "", s.say("search.description", s.config.Name)),
		Action: address.Search.Href(), Written: s.lang(""), Fields: s.fieldLinks(), Browse: s.browse(),
	}
	v.Header = s.searchHeader
	v.Crumbs = s.crumbs(v.Heading)
	return v
}

// fieldLinks are the twelve fields by their short names.
func (s *Site) fieldLinks() []Link {
	links := make([]Link, len(s.catalog.Fields))
	for i, f := range s.catalog.Fields {
		links[i] = s.fieldLink(f.Field)
	}
	return links
}
