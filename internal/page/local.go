package page

import (
	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/criteria"
	"guongsang/internal/language"
	"guongsang/internal/profile"
	"guongsang/internal/viet"
)

// Everything that the program writes by itself is in the language of the site; what an author wrote is in the author's. Where the two differ, the view
// says so, so that a screen reader speaks each in its own: a Lang in a view is empty where the text is in the page's language.

// lang is the language of a text, where it is not the page's. A text that does not say its language is Vietnamese.
func (s *Site) lang(of string) string {
	if of == "" {
		of = language.Vietnamese
	}
	if of == s.config.Language {
		return ""
	}
	return of
}

// date writes a day, month a month of a year (counted from 1) as a heading has it.
func (s *Site) date(d viet.Date) string { return language.Date(s.config.Language, d) }

func (s *Site) month(year, month int) string { return language.Month(s.config.Language, year, month) }

// whole writes a whole number, number any.
func (s *Site) whole(n int) string { return language.Int(s.config.Language, n) }

func (s *Site) number(f float64) string { return language.Number(s.config.Language, f) }

// day is a date in both forms; nothing for the zero date.
func (s *Site) day(d viet.Date) Day {
	if d.IsZero() {
		return Day{}
	}
	return Day{ISO: d.ISO(), Text: s.date(d)}
}

// called gives the word that the page's language has for something that has a Vietnamese name by law or by the plan; where it has none, the name itself with
// its language.
func (s *Site) called(word, name string) (text, lang string) {
	if text, ok := s.words[word]; ok {
		return text, ""
	}
	return name, s.lang(language.Vietnamese)
}

// FieldName is the short name of a field, and its language where that is not the page's.
func (s *Site) FieldName(f *criteria.Field) (name, lang string) {
	return s.called(fieldNames+f.Code, f.Short)
}

// StoryLang is the language of a story, where it is not the page's.
func (s *Site) StoryLang(story *profile.Story) string { return s.lang(story.Lang) }

// subkindName is the name of a sub-kind of the plan, and its language where that is not the page's; empty where there is none.
func (s *Site) subkindName(k criteria.Subkind) (name, lang string) {
	if k.Name == "" {
		return "", ""
	}
	return s.called(subkindNames+k.Code, k.Name)
}

// CommendationName is the name of a form of commendation, and its language where that is not the page's. Forms that are none of the usual ones are
// called as the author calls them, in the language of the text.
func (s *Site) CommendationName(form, textLang string) (name, lang string) {
	if s.config.Language != language.Vietnamese {
		if name, ok := s.words[commendationNames+viet.Slug(form)]; ok {
			return name, ""
		}
	}
	return form, s.lang(textLang)
}

func (s *Site) fieldLink(f *criteria.Field) Link {
	name, lang := s.FieldName(f)
	return Link{Text: name, Address: address.Field(f.Code).Href(), Lang: lang}
}

// termLang is the language of a term's name, where it is not the page's.
func (s *Site) termLang(t *catalog.Term) string { return s.lang(t.Lang) }

// namedLang is the language of what a story calls a term, where it is not the page's. What nobody else names, t is nil then, is in the story's own.
func (s *Site) namedLang(story *profile.Story, t *catalog.Term) string {
	if t == nil {
		return s.lang(story.Lang)
	}
	return s.termLang(t)
}

// inLanguages says in which language a page's heading is, and everything else that its author wrote, and leads to the page in its other languages.
func (s *Site) inLanguages(f *Frame, self address.Address, lang string, r *catalog.Resolved) (translations []Link) {
	f.HeadingLang = s.lang(lang)
	if r.Versions == nil {
		return nil
	}
	for _, v := range r.Versions.All {
		if s.config.Base != "" {
			f.Alternates = append(f.Alternates, Alternate{Lang: v.Lang, Address: s.full(v.Href)})
		}
		if v.Href != self.Href() {
			translations = append(translations, Link{Text: language.Own(v.Lang), Address: v.Href, Lang: v.Lang})
		}
	}
	return translations
}
