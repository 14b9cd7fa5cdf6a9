package page

import (
	"net/url"
	"slices"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/profile"
)

// Introduces says whether the site has the page on introducing somebody.
func (s *Site) Introduces() bool { return s.config.Introduce.On }

// IntroduceEntry is the editor's own page that stands above the form; nil where there is none.
func (s *Site) IntroduceEntry() *profile.Entry {
	for _, e := range slices.Concat(s.catalog.Pages, s.catalog.PageTranslations) {
		if address.Under("", e.Slug) == address.Introduce {
			return e
		}
	}
	return nil
}

// Introduce makes the view of the page on introducing somebody.
func (s *Site) Introduce() Introduce {
	var v Introduce
	if e := s.IntroduceEntry(); e != nil {
		v.Plain = s.Plain(e)
	} else {
		name, lead := s.say("introduce"), s.say("introduce.lead")
		if s.config.Introduce.Email == "" {
			lead = s.say("introduce.lead.paper")
		}
		v.Plain = Plain{Frame: s.frame("WebPage", address.Introduce, name, "", lead), Lead: lead, Body: Text{Empty: true}}
		v.Crumbs = s.crumbs(name)
	}
	o := s.config.Owner
	v.Owner, v.Address, v.Phone, v.PhoneLink = firstOf(o.Name, s.config.Name), o.Address, o.Phone, phoneLink(o.Phone)
	if d := s.config.Introduce.Deadline; d != "" {
		v.Deadline = s.say("introduce.deadline", d)
	}
	v.Form = s.introduceForm(v.Owner)
	if v.Email = s.config.Introduce.Email; v.Email != "" {
		v.Mail = Link{Text: s.say("introduce.mail"), Address: mailTo(v.Email, s.say("introduce.mail.subject"), s.introduceLetter(v.Form))}
	}
	return v
}

// introduceForm is the form: what an editor needs to know to begin with, on one sheet.
func (s *Site) introduceForm(owner string) []FormPart {
	line := func(word string, rules int) FormLine {
		l := FormLine{Label: s.say("introduce." + word)}
		for n := range rules {
			l.Rules = append(l.Rules, n+1)
		}
		return l
	}
	hinted := func(word string, rules int) FormLine {
		l := line(word, rules)
		l.Hint = s.say("introduce." + word + ".hint")
		return l
	}
	half := func(l FormLine) FormLine {
		l.Half = true
		return l
	}
	kind, fields, agreed := line("kind", 0), hinted("field", 0), hinted("agreed", 0)
	for _, k := range s.catalog.Kinds {
		kind.Boxes = append(kind.Boxes, s.say("kind."+k.Kind.Code()))
	}
	for _, f := range s.byField {
		fields.Boxes = append(fields.Boxes, f.link.Text)
	}
	agreed.Boxes = []string{s.say("introduce.agreed.contact", owner), s.say("introduce.agreed.story", s.config.Name), s.say("introduce.agreed.picture")}
	return []FormPart{
		{s.say("introduce.part.who"), []FormLine{line("name", 1), kind, half(line("position", 1)), half(line("unit", 1)), line("locality", 1), fields}},
		{s.say("introduce.part.deed"), []FormLine{line("deed", 5), hinted("results", 3), hinted("witness", 1)}},
		{s.say("introduce.part.consent"), []FormLine{agreed, half(line("agreed.day", 1)), half(hinted("agreed.sign", 1))}},
		{s.say("introduce.part.by"), []FormLine{line("by", 1), half(hinted("by.tie", 1)), half(line("by.contact", 1))}},
	}
}

// consentPart is the part of the form that is signed.
const consentPart = 2

// introduceLetter is the beginning of a letter that asks what the form asks, one thing on a line. What is signed on paper is one question here.
func (s *Site) introduceLetter(form []FormPart) string {
	var lines []string
	for i, part := range form {
		lines = append(lines, part.Heading)
		if i == consentPart {
			lines = append(lines, "- "+s.say("introduce.mail.agreed")+" ", "")
			continue
		}
		for _, l := range part.Lines {
			ask := "- " + l.Label
			if n := len(l.Boxes); n > 0 && n <= len(s.catalog.Kinds) {
				ask += " (" + strings.Join(l.Boxes, ", ") + ")"
			}
			lines = append(lines, ask+": ")
		}
		lines = append(lines, "")
	}
	return strings.Join(lines, "\r\n")
}

// mailTo is the link that opens a letter. Subject and body may be empty.
func mailTo(email, subject, body string) string {
	to := "mailto:" + url.PathEscape(email)
	sign := "?"
	for _, part := range [...][2]string{{"subject", subject}, {"body", body}} {
		if part[1] != "" {
			to += sign + part[0] + "=" + strings.ReplaceAll(url.QueryEscape(part[1]), "+", "%20")
			sign = "&"
		}
	}
	return to
}
