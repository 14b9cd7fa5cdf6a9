// Package address is the rules for addresses: from a thing to its place in the site, and the way from one page to another.
//
// An Address is the place of a page or file counted from the site's root, without a leading slash: "guong/nguyen-thi-mau/" is a
// page (it ends in "/", and lies in an index.html), "rss.xml" a file, "" the home page. Nothing else in the program puts an
// address together, and a template never does.
//
// Views and fragments carry addresses in the form of Href: the root mark "~/" and the address. While a page is written, Rebase turns the
// mark into that page's own way to the root, since links within the site are relative: so one fragment serves all pages, and a
// site can lie under any path.
package address

import (
	"bytes"
	"io"
	"net/url"
	"strconv"
	"strings"
)

// Address is a place in the site, see the package comment.
type Address string

// The pages that stand alone.
const (
	Home       Address = ""
	Fields     Address = "linh-vuc/"
	Kinds      Address = "doi-tuong/"
	Years      Address = "nam/"
	Names      Address = "ten/"
	Statistics Address = "thong-ke/"
	Search     Address = "tim-kiem/"
	Introduce  Address = "gioi-thieu-guong/"
	Offline    Address = "ngoai-tuyen/"
	Assets     Address = "tai-nguyen/"
	NotFound   Address = "404.html"
	Feed       Address = "rss.xml"
	JSONFeed   Address = "feed.json"
	Sitemap    Address = "sitemap.xml"
	Robots     Address = "robots.txt"
	Manifest   Address = "site.webmanifest"
	Worker     Address = "sw.js"
)

// older is the folder of a list's older pages; so it can be nobody's slug.
const older = "trang/"

// Folder is the page of all things of a class, by the class's folder in content/: "guong" gives guong/.
func Folder(class string) Address { return Address(class + "/") }

// Under is the page of one thing of a class: "guong", "nguyen-thi-mau" gives guong/nguyen-thi-mau/. A plain page has the
// class "".
func Under(class, slug string) Address {
	if class == "" {
		return Address(slug + "/")
	}
	return Address(class + "/" + slug + "/")
}

// Field is the page of a field, by the field's code.
func Field(code string) Address { return Fields + Address(code+"/") }

// Kind is the page of a kind of profiles, by the kind's code.
func Kind(code string) Address { return Kinds + Address(code+"/") }

// Year is the page of a year.
func Year(year int) Address { return Years + Address(strconv.Itoa(year)+"/") }

// Slides is the slide show of a year.
func Slides(year int) Address { return Year(year).Part("trinh-chieu") }

// Part is a narrower list within a list: a kind or a year of a field, the articles of a topic, a given name.
func (a Address) Part(name string) Address { return a + Address(name+"/") }

// YearPart is a year within a list.
func (a Address) YearPart(year int) Address { return a.Part(strconv.Itoa(year)) }

// Older is page n of the older pages of a list, counted from 1, the oldest.
func (a Address) Older(n int) Address { return a + older + Address(strconv.Itoa(n)+"/") }

// OlderFolder is the folder that holds the older pages of a list.
func (a Address) OlderFolder() Address { return a + older }

// Feed is the feed of a list.
func (a Address) Feed() Address { return a + Feed }

// Beside is a file in the folder of a page.
func (a Address) Beside(name string) Address { return a + Address(name) }

// Asset is a file of the theme.
func Asset(name string) Address { return Assets + Address(name) }

// Of is the address of a file of static/ by its path, with what addresses cannot hold as it is escaped.
func Of(file string) Address { return Address((&url.URL{Path: file}).EscapedPath()) }

// IsPage says whether the address is a page's and not a file's.
func (a Address) IsPage() bool { return a == "" || strings.HasSuffix(string(a), "/") }

// File is the path of the file that a host serves for the address.
func (a Address) File() string {
	if a.IsPage() {
		return string(a) + "index.html"
	}
	return string(a)
}

// Href is the address as views carry it, with the root mark.
func (a Address) Href() string { return mark + string(a) }

// FromHref is the address of which an href was made.
func FromHref(href string) Address { return Address(strings.TrimPrefix(href, mark)) }

// Full is the address with the site's base in front. The base ends in "/".
func (a Address) Full(base string) string { return base + string(a) }

// Path is the address as people write it, from the root.
func (a Address) Path() string { return "/" + string(a) }

// WayTo is the relative way from the page a to another address.
func (a Address) WayTo(to Address) string { return a.root() + string(to) }

// root is the way from a page or file to the site's root.
func (a Address) root() string {
	depth := strings.Count(string(a), "/")
	if depth == 0 {
		return "./"
	}
	return strings.Repeat("../", depth)
}

const mark = "~/"

// marks says whether the ~ at an index is that of a mark which may be one: it stands at the beginning of a quoted attribute that leads
// somewhere. html/template and goldmark both write quotes in text as references, so no words of an author can look like it there; in
// attributes that hold words (alt, title, content) they can, so only those count that hold nothing but addresses of ours.
func marks(html []byte, at int) bool {
	if at < len(`="`) || html[at-1] != '"' || html[at-2] != '=' || at+1 == len(html) || html[at+1] != '/' {
		return false
	}
	before := html[:at-len(`="`)]
	for _, name := range [...]string{"href", "src", "action", "poster"} {
		blank := len(before) - len(name) - 1
		if blank >= 0 && string(before[blank+1:]) == name {
			return before[blank] == ' ' || before[blank] == '\n'
		}
	}
	return false
}

// Rebase writes a page's HTML with the root marks turned into the way from the page to the root.
func (a Address) Rebase(w io.Writer, html []byte) error { return Replant(w, html, a.root()) }

// Replant writes HTML with the root marks turned into root, which ends in "/": the base address for feeds, the base path for the
// page of unknown addresses.
func Replant(w io.Writer, html []byte, root string) error {
	done := 0 // how much is written
	for from := 0; ; {
		at := bytes.IndexByte(html[from:], mark[0])
		if at < 0 {
			_, err := w.Write(html[done:])
			return err
		}
		at += from
		from = at + 1
		if !marks(html, at) {
			continue
		}
		if _, err := w.Write(html[done:at]); err != nil {
			return err
		}
		if _, err := io.WriteString(w, root); err != nil {
			return err
		}
		done = at + len(mark)
	}
}

// Taken says whether a slug would lie where the program keeps something of its own: the older pages of a list and, for plain pages, the
// folders at the root.
func Taken(class, slug string) bool {
	if slug+"/" == older {
		return true
	}
	if class != "" {
		return false
	}
	switch Address(slug + "/") {
	case Fields, Kinds, Years, Names, Statistics, Search, Offline, Assets:
		return true
	}
	switch slug {
	case "guong", "mo-hinh", "bai-viet", "chuyen-muc", "chuyen-de", "don-vi", "dia-ban":
		return true
	}
	return false
}
