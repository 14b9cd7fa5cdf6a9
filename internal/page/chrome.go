package page

import (
	"html/template"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/source"
)

// menu is the site's menu: the one of site.yaml, else one made from what the site has. Nothing in it depends on a count.
func (s *Site) menu() []MenuItem {
	var menu []MenuItem
	if len(s.config.Menu) > 0 {
		for _, item := range s.config.Menu {
			a := item.Address
			if rest, ok := strings.CutPrefix(a, "/"); ok {
				a = address.Address(rest).Href()
			}
			menu = append(menu, MenuItem{Text: item.Name, Address: a})
		}
		return menu
	}
	add := func(word string, a address.Address) {
		menu = append(menu, MenuItem{Text: s.say(word), Address: a.Href()})
	}
	c := s.catalog
	add("menu.fields", address.Fields)
	add("menu.profiles", address.Folder(source.Profile.Folder()))
	if len(c.Practices) > 0 {
		add("menu.practices", address.Folder(source.Practice.Folder()))
	}
	if len(c.Articles) > 0 {
		add("menu.articles", address.Folder(source.Article.Folder()))
	}
	if len(c.Topics) > 0 {
		add("menu.topics", address.Folder(source.Topic.Folder()))
	}
	add("menu.names", address.Names)
	for _, p := range s.pagesInMenu() {
		menu = append(menu, MenuItem{Text: p.Text, Address: p.Address, Lang: p.Lang})
	}
	return menu
}

// section is the address of the menu entry that a page belongs to; empty where it belongs to none.
func (s *Site) section(a address.Address) string {
	best, href := "", a.Href()
	for section := range s.headers {
		if section == "" || section == address.Home.Href() {
			continue
		}
		if strings.HasPrefix(href, section) && len(section) > len(best) {
			best = section
		}
	}
	return best
}

func (s *Site) header(menu []MenuItem, current string) Header {
	h := Header{
		SiteName: s.config.Name, Home: address.Home.Href(), Logo: s.logo, Owner: s.config.Owner.Name, Notice: s.config.Notice,
	}
	for _, item := range menu {
		item.Current = item.Address == current
		h.Menu = append(h.Menu, item)
	}
	return h
}

func (s *Site) footerView() Footer {
	o := s.config.Owner
	f := Footer{
		SiteName: s.config.Name, Owner: o.Name, Address: o.Address, Phone: o.Phone, PhoneLink: phoneLink(o.Phone),
		Email: o.Email, EmailLink: emailLink(o.Email), Responsible: o.Responsible,
		Fields: s.fieldLinks(), Browse: s.browse(), Pages: s.footerPages(), Feed: s.feed,
	}
	return f
}

// browse lists the ways into the site besides the fields.
func (s *Site) browse() []Link {
	links := []Link{
		link(s.say("menu.kinds"), address.Kinds),
		link(s.say("menu.years"), address.Years),
		link(s.say("menu.units"), address.Folder(source.Unit.Folder())),
		link(s.say("menu.localities"), address.Folder(source.Locality.Folder())),
	}
	if len(s.catalog.Columns) > 0 {
		links = append(links, link(s.say("menu.columns"), address.Folder(source.Column.Folder())))
	}
	if len(s.catalog.Topics) > 0 {
		links = append(links, link(s.say("menu.topics"), address.Folder(source.Topic.Folder())))
	}
	return append(links, link(s.say("menu.names"), address.Names), link(s.say("menu.statistics"), address.Statistics))
}

// phoneLink is the address that calls a number. Templates let only web and mail addresses through by themselves; this one holds
// digits and nothing else.
func phoneLink(phone string) template.URL {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone)
	if digits == "" {
		return ""
	}
	return template.URL("tel:" + digits)
}

func emailLink(email string) string {
	if !strings.Contains(email, "@") || strings.ContainsAny(email, " \t?&") {
		return ""
	}
	return "mailto:" + email
}
