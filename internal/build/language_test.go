package build_test

import (
	"context"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"guongsang/internal/build"
)

// The sample site with an English interface: whatever is Vietnamese on a page says so, so that a screen reader does not speak it as English, and so that no
// word of the program's own is left in Vietnamese. What was written in English does not say so.
func TestEnglishPagesTellWhatIsVietnamese(t *testing.T) {
	for _, theme := range []string{"sen", "tre"} {
		t.Run(theme, func(t *testing.T) {
			s := englishSite(t, theme)
			if result, err := build.Build(context.Background(), s.o); err != nil {
				t.Fatal(err, result.Problems)
			}
			tree := readTree(t, s.o.Output)
			pages := 0
			told := map[string]bool{} // each place in a template once
			for _, name := range slices.Sorted(maps.Keys(tree)) {
				if path.Ext(name) != ".html" || strings.Contains(tree[name], `http-equiv="refresh"`) {
					continue
				}
				pages++
				for _, fault := range untold(t, tree[name]) {
					if !told[fault.place] {
						told[fault.place] = true
						t.Errorf("%s: %s: %q is taken for %s", name, fault.place, fault.text, fault.lang)
					}
				}
			}
			if pages < 150 {
				t.Errorf("only %d pages were read", pages)
			}
		})
	}
}

// englishSite is the sample site with English texts of its own, without the story that stands in lists in English.
func englishSite(t *testing.T, theme string) *site {
	s := sampleSite(t)
	s.write("site.yaml", "tên trang: Good examples\nđịa chỉ: https://guong.example\nngôn ngữ: en\ngiao diện: "+theme+"\n"+
		"cơ quan: {tên: City Office, địa chỉ: 1 Lake Street, thư điện tử: office@guong.example}\n")
	s.remove("content/guong/2022/ka-nhieu-en.md")
	return s
}

// vietnamese finds a letter that Vietnamese alone has among the languages of the site.
var vietnamese = regexp.MustCompile(`[ăđơưĂĐƠƯ\x{1EA0}-\x{1EF9}]`)

// mixed are the English sentences that may have Vietnamese names in them, and the names of letters.
var mixed = regexp.MustCompile(`^(Also (introduced by|in)|All:|In the same field:|Text:|Photo:|Decision|Criteria of section|Pages of the list|Table \d|Write to|.{1,2}$)|Hồ Chí Minh’s example`)

type fault struct{ place, text, lang string }

// untold gives the Vietnamese texts of a page's body that are in an element of another language.
func untold(t *testing.T, page string) (faults []fault) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	check := func(place, text, lang string) {
		if text = strings.TrimSpace(text); lang != "vi" && vietnamese.MatchString(text) && !mixed.MatchString(text) {
			faults = append(faults, fault{place, text, lang})
		}
	}
	var walk func(n *html.Node, place, lang string)
	walk = func(n *html.Node, place, lang string) {
		switch n.Type {
		case html.TextNode:
			check(place, n.Data, lang)
		case html.ElementNode:
			if n.Data == "head" || n.Data == "script" || n.Data == "template" || n.Data == "svg" {
				return
			}
			place += " " + n.Data
			for _, a := range n.Attr {
				switch a.Key {
				case "lang":
					lang = a.Val
				case "class":
					place += "." + a.Val
				}
			}
			for _, a := range n.Attr {
				if a.Key == "alt" || a.Key == "aria-label" || a.Key == "title" || a.Key == "placeholder" {
					check(place+" "+a.Key, a.Val, lang)
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, place, lang)
		}
	}
	walk(root, "", "")
	return faults
}

// The check itself must find what it looks for.
func TestUntoldFindsVietnamese(t *testing.T) {
	for page, want := range map[string]string{
		`<html lang="en"><body><p>Bà Mẫu</p>`:                                         " html body p",
		`<html lang="en"><body><p lang="vi">Bà Mẫu</p>`:                               "",
		`<html lang="en"><body lang="vi"><p lang="en">Bà Mẫu</p>`:                     " html body p",
		`<html lang="en"><body><div lang="vi"><p>Bà <b>Mẫu</b></p></div>`:             "",
		`<html lang="en"><body><p lang="vi">Bà Mẫu</p><img class="x" alt="Bà Mẫu">`:   " html body img.x alt",
		`<html lang="en"><body><nav aria-label="Trình đơn">`:                          " html body nav aria-label",
		`<html lang="en"><head><title>Bà Mẫu</title></head><body><p>Text: Bà Mẫu</p>`: "",
		`<html lang="en"><body><p>Chưa có gương nào</p>`:                              " html body p",
	} {
		got := ""
		for _, f := range untold(t, page) {
			got += f.place
		}
		if got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}
