package output

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/address"
	"guongsang/internal/digest"
)

// Every output is a function of its value and the salt: two sites made of the same files have the same keys and bytes, and a file whose key
// is the same in two different sites has the same bytes in both.
func TestKeysStandForBytes(t *testing.T) {
	files := crowd(20)
	s := newSite(t, files)
	keys, tree := s.keys(), s.tree()
	again := newSite(t, files)
	for path, key := range again.keys() {
		if key != keys[path] || key.IsZero() {
			t.Errorf("%s has the keys %s and %s", path, keys[path].Short(), key.Short())
		}
	}
	for path, text := range again.tree() {
		if text != tree[path] {
			t.Errorf("%s has other bytes the second time", path)
		}
	}
	for name, change := range map[string]func(files map[string]string){
		"a body":          func(f map[string]string) { f["content/guong/n03.md"] += "\nThêm.\n" },
		"a name":          func(f map[string]string) { edit(f, "content/guong/n03.md", "Người thứ 3", "Người khác") },
		"the name":        func(f map[string]string) { edit(f, "site.yaml", "Gương thử", "Gương") },
		"the base":        func(f map[string]string) { edit(f, "site.yaml", "example/thu", "example/khac") },
		"the base's host": func(f map[string]string) { edit(f, "site.yaml", "guong.example", "khac.example") },
		"no base":         func(f map[string]string) { edit(f, "site.yaml", "địa chỉ: https://guong.example/thu\n", "") },
		"the language":    func(f map[string]string) { f["site.yaml"] += "ngôn ngữ: en\n" },
		"a notice":        func(f map[string]string) { f["site.yaml"] += "thông báo: Thử.\n" },
		"a static file":   func(f map[string]string) { f["static/a.txt"] = "b" },
		"robots.txt":      func(f map[string]string) { f["static/robots.txt"] = "User-agent: x\n" },
	} {
		files := crowd(20)
		change(files)
		other := newSite(t, files)
		otherKeys, otherTree := other.keys(), other.tree()
		differ := 0
		for path, key := range otherKeys {
			if key == keys[path] && otherTree[path] != tree[path] {
				t.Errorf("%s: %s has the old key and new bytes", name, path)
			}
			if key != keys[path] {
				differ++
			}
		}
		if differ == 0 || differ == len(otherKeys) && name != "the name" && name != "the language" {
			t.Errorf("%s: %d of %d keys differ", name, differ, len(otherKeys))
		}
	}
	// Another program may write other bytes of the same value, so it must make all pages anew.
	in := s.Input
	in.Program = digest.Text("another program")
	for item := range New(in).All() {
		made, err := item.Make()
		if err != nil {
			t.Fatal(err)
		}
		if copied := strings.HasPrefix(item.Path, "tai-nguyen/") && item.Path != "tai-nguyen/index.html" || item.Path == "a.txt"; copied != (made.Key == keys[item.Path]) {
			t.Errorf("%s: with another program the key is the same: %v", item.Path, made.Key == keys[item.Path])
		}
	}
}

func edit(files map[string]string, path, old, replacement string) {
	if !strings.Contains(files[path], old) {
		panic(path + " has no " + old)
	}
	files[path] = strings.ReplaceAll(files[path], old, replacement)
}

var (
	attribute = regexp.MustCompile(`\s(?:href|src)="([^"]*)"`)
	idInPage  = regexp.MustCompile(`\sid="([^"]*)"`)
)

// Whatever a page leads to is there, every folder of an address has a page, and no id stands on a page twice.
func TestNothingLeadsNowhere(t *testing.T) {
	tree := newSite(t, crowd(20)).tree()
	ids := map[string][]string{}
	for file, text := range tree {
		for _, m := range idInPage.FindAllStringSubmatch(text, -1) {
			if slices.Contains(ids[file], m[1]) {
				t.Errorf("%s has the id %q twice", file, m[1])
			}
			ids[file] = append(ids[file], m[1])
		}
	}
	links := 0
	for file, text := range tree {
		for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
			if _, ok := tree[dir+"/index.html"]; !ok && strings.HasSuffix(file, "/index.html") && !strings.Contains(text, "noindex") {
				t.Errorf("the folder %s of %s has no page", dir, file)
			}
		}
		if !strings.HasSuffix(file, ".html") {
			continue
		}
		for _, m := range attribute.FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1], ":") {
				if !strings.HasPrefix(m[1], "https://guong.example/thu/") {
					t.Errorf("%s leads out of the site: %s", file, m[1])
				}
				continue
			}
			place, fragment, _ := strings.Cut(m[1], "#")
			to := path.Join(path.Dir(file), place)
			switch {
			case place == "":
				to = file
			case file == "404.html":
				to = path.Join(".", strings.TrimPrefix(place, "/thu/"))
				if !strings.HasPrefix(place, "/thu/") {
					t.Errorf("404.html leads to %s, which depends on where it is shown", m[1])
				}
			}
			if strings.HasSuffix(place, "/") || place == "." || to == "." {
				to = path.Join(to, "index.html")
			}
			if _, ok := tree[to]; !ok {
				t.Errorf("%s leads to %s, which is not there", file, m[1])
			}
			if fragment != "" && !slices.Contains(ids[to], fragment) {
				t.Errorf("%s leads to %s, and %s has no such id", file, m[1], to)
			}
			links++
		}
	}
	if links < 1000 {
		t.Errorf("only %d links were looked at", links)
	}
}

// The site's own robots.txt and site.webmanifest take the place of ours.
func TestWellKnownFilesMayBeReplaced(t *testing.T) {
	tree := newSite(t, crowd(2)).tree()
	if want := "User-agent: *\nAllow: /\nSitemap: https://guong.example/thu/sitemap.xml\n"; tree["robots.txt"] != want {
		t.Errorf("robots.txt: %q", tree["robots.txt"])
	}
	if m := tree["site.webmanifest"]; !strings.Contains(m, `"name":"Gương thử"`) || !strings.Contains(m, `"start_url":"./"`) {
		t.Errorf("site.webmanifest: %s", m)
	}
	files := crowd(2)
	files["static/robots.txt"], files["static/site.webmanifest"], files["static/favicon.ico"] = "own robots", "own manifest", "own icon"
	tree = newSite(t, files).tree()
	if tree["robots.txt"] != "own robots" || tree["site.webmanifest"] != "own manifest" || tree["favicon.ico"] != "own icon" {
		t.Errorf("%q, %q, %q", tree["robots.txt"], tree["site.webmanifest"], tree["favicon.ico"])
	}
}

func TestWithoutABase(t *testing.T) {
	files := crowd(8)
	files["site.yaml"] = "tên trang: Gương thử\n"
	tree := newSite(t, files).tree()
	for file, text := range tree {
		if path.Base(file) == "rss.xml" || file == "feed.json" || strings.HasPrefix(file, "sitemap") {
			t.Errorf("%s is there", file)
		}
		if strings.HasSuffix(file, ".html") && (strings.Contains(text, `rel="canonical"`) || strings.Contains(text, "og:url") || strings.Contains(text, "rss.xml")) {
			t.Errorf("%s has a full address or leads to a feed", file)
		}
	}
	if tree["robots.txt"] != "User-agent: *\nAllow: /\n" {
		t.Errorf("robots.txt: %q", tree["robots.txt"])
	}
	if !strings.Contains(tree["404.html"], `href="/guong/"`) {
		t.Error("404.html does not lead from the root of the host")
	}
}

// The pages of a list end where the list ends, and the folder of the older ones leads back to the list.
func TestOlderPages(t *testing.T) {
	tree := newSite(t, crowd(20)).tree()
	for file, want := range map[string]bool{
		"guong/trang/1/index.html": true, "guong/trang/2/index.html": true, "guong/trang/3/index.html": false, "guong/trang/index.html": true,
		"nam/2024/trang/index.html": false, "linh-vuc/y-te/ca-nhan/index.html": true, "linh-vuc/y-te/ho-gia-dinh/index.html": false, "linh-vuc/giao-duc/trang/index.html": false,
		"dia-ban/phuong-1/index.html": false, "dia-ban/p1/index.html": true, "dia-ban/p2/index.html": true, "cu/gioi/index.html": true,
	} {
		if _, got := tree[file]; got != want {
			t.Errorf("%s is there: %v", file, got)
		}
	}
	for file, to := range map[string]string{"guong/trang/index.html": "../../guong/", "dia-ban/p2/index.html": "../../dia-ban/p1/", "cu/gioi/index.html": "../../gioi/"} {
		if !strings.Contains(tree[file], `content="0; url=`+to+`"`) || !strings.Contains(tree[file], "noindex") {
			t.Errorf("%s does not lead to %s", file, to)
		}
	}
}

// The order of outputs is the site's and not a map's.
func TestTheOrderIsFixed(t *testing.T) {
	order := func() (paths []string) {
		for item := range newSite(t, crowd(9)).All() {
			paths = append(paths, item.Path)
		}
		return paths
	}
	first := order()
	for range 3 {
		if !slices.Equal(order(), first) {
			t.Fatal("another order")
		}
	}
	if first[len(first)-1] != address.Manifest.File() {
		t.Errorf("the last is %s", first[len(first)-1])
	}
}
