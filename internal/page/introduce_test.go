package page

import (
	"net/url"
	"strings"
	"testing"

	"guongsang/internal/catalog"
	"guongsang/internal/config"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/themes"
)

func introducing(in *Input, _ *catalog.Input) {
	in.Config.Introduce = config.Introduce{On: true, Email: "guong@xa.example", Deadline: "30/9"}
	in.Config.Owner = config.Owner{Name: "Ban", Address: "1 đường Mẫu", Phone: "0263 000"}
}

func TestThePageOnIntroducingSomebody(t *testing.T) {
	a := newAlbum(t, nil, introducing)
	v := a.Introduce()
	if v.Heading != "introduce" || v.Canonical != "https://guong.example/gioi-thieu-guong/" || v.Owner != "Ban" || v.PhoneLink != "tel:0263000" ||
		v.Deadline != "introduce.deadline" || v.Email != "guong@xa.example" || !v.Body.Empty {
		t.Errorf("%+v", v)
	}
	if got := lasts(a.footerView().Pages); got != "gioi-thieu-guong" {
		t.Errorf("the foot of every page leads to %q", got)
	}
	// The editor's own page of this address stands above the form, and is linked once.
	a = newAlbum(t, nil, introducing, entries(&profile.Entry{Class: source.Page, Slug: "gioi-thieu-guong", Name: "Kể với chúng tôi", Summary: "Một câu."}))
	if v = a.Introduce(); v.Heading != "Kể với chúng tôi" || v.Lead != "Một câu." || len(v.Form) == 0 {
		t.Errorf("%+v", v)
	}
	if got := lasts(a.footerView().Pages); got != "gioi-thieu-guong" {
		t.Errorf("the foot of every page leads to %q", got)
	}
	if pages := newAlbum(t, nil).footerView().Pages; len(pages) != 0 {
		t.Errorf("a site without the page leads to %v", pages)
	}
}

// Who cannot write to a mailbox is not asked to.
func TestTheLeadWithoutAMailbox(t *testing.T) {
	paper := func(in *Input, c *catalog.Input) { in.Config.Introduce = config.Introduce{On: true} }
	for _, c := range []struct {
		option option
		want   string
	}{{introducing, "introduce.lead"}, {paper, "introduce.lead.paper"}} {
		if v := newAlbum(t, nil, c.option).Introduce(); v.Lead != c.want || v.Description != c.want {
			t.Errorf("%q %q, want %q", v.Lead, v.Description, c.want)
		}
	}
}

// The editor's own page stands above the form also where it is the translation of a page that has another address. No list has a translation, so the form has
// a link of its own.
func TestAPageOnIntroducingThatIsATranslation(t *testing.T) {
	vi := &profile.Entry{Class: source.Page, File: "content/trang/gioi-thieu-guong.md", Slug: "gioi-thieu-guong", Name: "Kể với chúng tôi", Lang: "vi"}
	en := &profile.Entry{Class: source.Page, File: "content/trang/introduce.md", Slug: "introduce", Name: "Tell us", Lang: "en", Translations: []profile.Ref{{Text: "gioi-thieu-guong"}}}
	a := newAlbum(t, nil, introducing, english, entries(vi, en))
	if v := a.Introduce(); v.Heading != "Kể với chúng tôi" || v.HeadingLang != "vi" || len(v.Translations) != 1 || len(v.Form) == 0 {
		t.Errorf("%+v", v)
	}
	if got := lasts(a.footerView().Pages); got != "introduce gioi-thieu-guong" {
		t.Errorf("the foot of every page leads to %q", got)
	}
	if got := lasts(newAlbum(t, nil, introducing, entries(vi, en)).footerView().Pages); got != "gioi-thieu-guong" {
		t.Errorf("in Vietnamese it leads to %q", got)
	}
	if got := lasts(newAlbum(t, nil, english, entries(vi, en)).footerView().Pages); got != "introduce" {
		t.Errorf("without the form it leads to %q", got)
	}
}

// The letter in both languages: its address can be followed, says what the form asks, in lines as mail wants them, and is not too long for any mail
// program.
func TestTheLetter(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		a := newAlbum(t, nil, introducing, func(in *Input, _ *catalog.Input) { in.Words = themeWords(t, lang) })
		v := a.Introduce()
		if n := len(v.Mail.Address); n >= 1800 {
			t.Errorf("%s: the address has %d bytes", lang, n)
		}
		if strings.ContainsAny(v.Mail.Address, " +\r\n") || strings.Count(v.Mail.Address, "&") != 1 {
			t.Errorf("%s: %s", lang, v.Mail.Address)
		}
		u, err := url.Parse(v.Mail.Address)
		if err != nil || u.Scheme != "mailto" || u.Opaque != "guong@xa.example" {
			t.Fatalf("%s: %v %v", lang, u, err)
		}
		query, err := url.ParseQuery(u.RawQuery)
		if err != nil || query.Get("subject") != a.say("introduce.mail.subject") {
			t.Errorf("%s: %v %v", lang, query, err)
		}
		body := query.Get("body")
		for i, part := range v.Form {
			for _, line := range part.Lines {
				if i != consentPart && !strings.Contains(body, "\r\n- "+line.Label) {
					t.Errorf("%s: the letter does not ask for %q", lang, line.Label)
				}
			}
		}
		if !strings.Contains(body, a.say("introduce.mail.agreed")) || strings.Count(body, "\n") != strings.Count(body, "\r\n") {
			t.Errorf("%s: %q", lang, body)
		}
	}
}

// themeWords are the words of the built-in themes.
func themeWords(t *testing.T, lang string) map[string]string {
	t.Helper()
	text, err := themes.FS.ReadFile("chung/i18n/" + lang + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if word, text, ok := strings.Cut(strings.TrimSpace(line), `: "`); ok {
			all[word] = strings.TrimSuffix(text, `"`)
		}
	}
	return all
}

func TestMailTo(t *testing.T) {
	for _, c := range []struct{ email, subject, body, want string }{
		{"a@b.example", "", "", "mailto:a@b.example"},
		{"a@b.example", "Gương & 50% + “ớ”", "", "mailto:a@b.example?subject=G%C6%B0%C6%A1ng%20%26%2050%25%20%2B%20%E2%80%9C%E1%BB%9B%E2%80%9D"},
		{"a@b.example", "x", "a\r\nb", "mailto:a@b.example?subject=x&body=a%0D%0Ab"},
		{"a?b@c.example", "", "x", "mailto:a%3Fb@c.example?body=x"},
	} {
		if got := mailTo(c.email, c.subject, c.body); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
