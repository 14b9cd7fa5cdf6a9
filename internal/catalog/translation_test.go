package catalog_test

import (
	"strings"
	"testing"

	"guongsang/internal/catalog"
	"guongsang/internal/diag"
	"guongsang/internal/profile"
)

// versions tells in which languages a story is to be had, the original first, each with its address.
func versions(v *catalog.Versions) string {
	if v == nil {
		return ""
	}
	var all []string
	for _, one := range v.All {
		all = append(all, one.Lang+" "+one.Href)
	}
	return strings.Join(all, ", ")
}

// makeIn makes the catalog of a site whose own words are in a language.
func (s site) makeIn(t testing.TB, language string, o options) *catalog.Catalog {
	t.Helper()
	in := s.input(t, o)
	in.Language = language
	c, problems := catalog.New(in)
	noErrors(t, problems)
	return c
}

func anyStory(t testing.TB, c *catalog.Catalog, slug string) *profile.Story {
	t.Helper()
	for s := range c.Stories() {
		if s.Slug == slug {
			return s
		}
	}
	for _, s := range c.Translations {
		if s.Slug == slug {
			return s
		}
	}
	t.Fatalf("%s is not published", slug)
	return nil
}

// One text in several languages is in lists once, whoever names whom: in the language of the site, else in Vietnamese, else as the oldest.
func TestTranslationsStandInNoList(t *testing.T) {
	const vi, en, kpm = "ngày: 01/01/2023", "ngôn ngữ: en\nngày: 01/03/2023", "ngôn ngữ: kpm\nngày: 01/02/2023"
	for _, c := range []struct {
		name, language   string
		files            site
		listed, versions string
	}{
		{"the translation names the original", "vi", site{"guong/a.md": vi, "guong/a-en.md": en + "\nbản dịch: a"}, "a b", "vi ~/guong/a/, en ~/guong/a-en/"},
		{"the original names the translation", "vi", site{"guong/a.md": vi + "\nbản dịch: [a-en]", "guong/a-en.md": en}, "a b", "vi ~/guong/a/, en ~/guong/a-en/"},
		{"each names the other", "vi", site{"guong/a.md": vi + "\nbản dịch: a-en", "guong/a-en.md": en + "\nbản dịch: a"}, "a b", "vi ~/guong/a/, en ~/guong/a-en/"},
		{"on an English site", "en", site{"guong/a.md": vi, "guong/a-en.md": en + "\nbản dịch: a"}, "a-en b", "en ~/guong/a-en/, vi ~/guong/a/"},
		{"a chain of three", "vi", site{"guong/a.md": vi, "guong/a-en.md": en + "\nbản dịch: a-kpm", "guong/a-kpm.md": kpm + "\nbản dịch: a"}, "a b", "vi ~/guong/a/, en ~/guong/a-en/, kpm ~/guong/a-kpm/"},
		{"none in the language of the site: Vietnamese", "en", site{"guong/a.md": vi, "guong/a-kpm.md": kpm + "\nbản dịch: a"}, "a b", "vi ~/guong/a/, kpm ~/guong/a-kpm/"},
		{"none in Vietnamese either: the oldest", "vi", site{"guong/a-en.md": en, "guong/a-kpm.md": kpm + "\nbản dịch: a-en"}, "a-kpm b", "kpm ~/guong/a-kpm/, en ~/guong/a-en/"},
		{"a variety of the site's language", "en", site{"guong/a.md": vi, "guong/a-en.md": "ngôn ngữ: en-GB\nngày: 01/03/2023\nbản dịch: a"}, "a-en b", "en-GB ~/guong/a-en/, vi ~/guong/a/"},
		{"a draft is no original", "vi", site{"guong/a.md": vi + "\nnháp: true", "guong/a-en.md": en + "\nbản dịch: a"}, "a-en b", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.files["guong/b.md"] = "ngày: 01/01/2020"
			made := c.files.makeIn(t, c.language, options{})
			if got := slugs(made.Profiles); got != c.listed {
				t.Errorf("the list has %q, want %q", got, c.listed)
			}
			for what, list := range map[string][]*profile.Story{
				"field": made.Fields[5].Profiles, "kind": made.Kinds[0].Profiles, "unit": made.Units[0].Profiles, "year": made.Years[0].Profiles,
			} {
				if got := slugs(list); got != c.listed {
					t.Errorf("the %s has %q, want %q", what, got, c.listed)
				}
			}
			if got := len(made.Named); got != 2 {
				t.Errorf("%d people have a name", got)
			}
			listed, _, _ := strings.Cut(c.listed, " ")
			original := anyStory(t, made, listed)
			if got := versions(made.Of(original).Versions); got != c.versions {
				t.Errorf("there is %q, want %q", got, c.versions)
			}
			for _, s := range made.Translations {
				if made.Original(s) != original || made.Of(s).Versions != made.Of(original).Versions || !made.Has(made.Address(s)) {
					t.Errorf("%s does not lead to its original", s.Slug)
				}
			}
			if want := max(0, strings.Count(c.versions, "~")-1); len(made.Translations) != want {
				t.Errorf("%d translations, want %d", len(made.Translations), want)
			}
		})
	}
}

// What a translation names is found, but it makes no unit, and is not told to others.
func TestTranslationsAreNotToldOf(t *testing.T) {
	files := site{
		"guong/a.md":      "ngày: 01/01/2023\nđứng đầu: tram",
		"guong/a-en.md":   "---\ntên: A\nloại: cá nhân\nlĩnh vực: y-te\nnăm: 2023\nđơn vị: City Health Station\nđịa bàn: Phường 4\nngôn ngữ: en\nbản dịch: a\nđứng đầu: tram\n---\n",
		"guong/b.md":      "địa bàn: Phường 4",
		"guong/tram.md":   "---\ntên: Trạm\nloại: tập thể\nlĩnh vực: y-te\nnăm: 2023\nđơn vị: Trạm Y tế\n---\n",
		"mo-hinh/m.md":    "---\ntên: M\nlĩnh vực: y-te\nngày: 01/01/2023\ngương: [a-en, b]\n---\n",
		"mo-hinh/m-en.md": "---\ntên: M\nlĩnh vực: y-te\nngày: 01/01/2023\ngương: [a-en, b]\nngôn ngữ: en\nbản dịch: m\n---\n",
	}
	c := files.makeIn(t, "vi", options{})
	if len(c.Units) != 1 || c.Units[0].Name != "Trạm Y tế" {
		t.Errorf("%d units", len(c.Units))
	}
	a, english, b := anyStory(t, c, "a"), anyStory(t, c, "a-en"), anyStory(t, c, "b")
	if c.Of(english).Unit != nil || c.Of(english).Locality == nil || c.Of(english).Locality != c.Of(b).Locality {
		t.Error("there should be no unit of that name, and the locality that another one names")
	}
	if got := slugs(c.Of(a).ToldIn); got != "m" {
		t.Errorf("the original is told in %q", got)
	}
	if got := slugs(c.Of(english).ToldIn); got != "" {
		t.Errorf("the translation is told in %q", got)
	}
	if got := slugs(c.Of(b).ToldIn); got != "m" {
		t.Errorf("b is told in %q", got)
	}
	if got := slugs(c.Of(anyStory(t, c, "tram")).HeadedBy); got != "a" {
		t.Errorf("the station is headed by %q", got)
	}
	if got := c.Of(english).Heads; got == nil || got.Slug != "tram" {
		t.Error("the translation does not say what she heads")
	}
	if got := slugs(c.Of(anyStory(t, c, "m-en")).Doers); got != "a-en b" {
		t.Errorf("the translated practice is done by %q", got)
	}
}

func TestPlainPagesHaveTranslations(t *testing.T) {
	files := site{
		"trang/gioi-thieu.md": "---\ntên: Giới thiệu\nthứ tự: 1\n---\n", "trang/about.md": "---\ntên: About\nthứ tự: 1\nngôn ngữ: en\nbản dịch: gioi-thieu\n---\n",
		"trang/lien-he.md": "---\ntên: Liên hệ\n---\n",
	}
	for language, want := range map[string]string{"vi": "gioi-thieu lien-he; about", "en": "about lien-he; gioi-thieu"} {
		c := files.makeIn(t, language, options{})
		names := func(pages []*profile.Entry) string {
			var all []string
			for _, p := range pages {
				all = append(all, p.Slug)
			}
			return strings.Join(all, " ")
		}
		if got := names(c.Pages) + "; " + names(c.PageTranslations); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
		if got := versions(c.OfEntry(c.Pages[0]).Versions); strings.Count(got, "~") != 2 {
			t.Errorf("%s: %q", language, got)
		}
	}
}

func TestWrongTranslations(t *testing.T) {
	for _, c := range []struct {
		name  string
		files site
		want  string
	}{
		{"an unknown slug", site{"guong/lan.md": "", "guong/lan-en.md": "ngôn ngữ: en\nbản dịch: [lann]"}, "guong/lan-en.md:8:12 error GS350 lan"},
		{"a slug of another class", site{"mo-hinh/lan.md": "---\ntên: Lan\nlĩnh vực: y-te\nngày: 01/01/2023\n---\n", "guong/lan-en.md": "ngôn ngữ: en\nbản dịch: lan"}, "guong/lan-en.md:8:11 error GS350"},
		{"a page that is none", site{"trang/about.md": "---\ntên: About\nngôn ngữ: en\nbản dịch: gioi-thieu\n---\n"}, "trang/about.md:4:11 error GS350"},
		{"itself", site{"guong/lan.md": "bản dịch: lan"}, "guong/lan.md:7:11 error GS351"},
		{"both Vietnamese", site{"guong/lan.md": "", "guong/lan-en.md": "bản dịch: lan"}, "guong/lan-en.md:7:11 error GS352"},
		{"two English ones of one", site{"guong/lan.md": "bản dịch: [x, y]", "guong/x.md": "ngôn ngữ: en", "guong/y.md": "ngôn ngữ: en"}, "guong/lan.md:7:15 error GS352"},
		{"two originals of one", site{"guong/lan.md": "", "guong/mai.md": "", "guong/x.md": "ngôn ngữ: en\nbản dịch: [lan, mai]"}, "guong/x.md:8:17 error GS352"},
		{"a draft that is wrong stops nobody", site{"guong/lan.md": "nháp: true\nbản dịch: khac"}, "guong/lan.md:8:11 warning GS350"},
		{"what is not published yet", site{"guong/lan.md": "bản dịch: x", "guong/x.md": "ngôn ngữ: en\nnháp: true"}, "guong/lan.md:7:11 warning GS321"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := c.files.make(t, options{}); got != c.want {
				t.Errorf("told\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Both stories must be named, so that an editor who has never seen the other one can find it.
func TestSameLanguageNamesBoth(t *testing.T) {
	_, problems := catalog.New(site{"guong/lan.md": "", "guong/mai.md": "bản dịch: lan"}.input(t, options{}))
	if len(problems) != 1 {
		t.Fatal(problems)
	}
	for _, want := range []string{`"lan" (content/guong/lan.md)`, `"mai" (content/guong/mai.md)`, "tiếng Việt"} {
		if text := problems[0].Text(diag.Vietnamese, nil); !strings.Contains(text, want) {
			t.Errorf("%s does not name %s", text, want)
		}
	}
}

// Who keeps translations in a folder of their own, under the same file names, is told how to tell the addresses apart.
func TestTranslationsUnderOneAddress(t *testing.T) {
	_, problems := catalog.New(site{"guong/lan.md": "", "guong/en/lan.md": "ngôn ngữ: en-GB\nngày: 01/02/2023"}.input(t, options{}))
	if len(problems) != 1 || problems[0].Code != diag.AddressTwice || problems[0].Args[4] != "lan-en-gb" {
		t.Errorf("told %v", problems)
	}
}

// A topic's section has a story once, in the language of the site, in whichever language it was picked.
func TestTranslationsInSections(t *testing.T) {
	c := site{
		"guong/lan.md": "ngày: 01/01/2023", "guong/lan-en.md": "ngôn ngữ: en\nngày: 01/02/2023\nbản dịch: lan",
		"chuyen-de/so.md": "---\ntên: Số\nphần:\n  - {tên: S, gương: [lan-en, lan]}\n  - {tên: T, lĩnh vực: y-te}\n---\n",
	}.makeIn(t, "vi", options{})
	if got := shownSections(c); got != "S: guong/lan/\nT: guong/lan/ > y-te" {
		t.Errorf("the sections have\n%s", got)
	}
}
