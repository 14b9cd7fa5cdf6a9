package catalog

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/diag"
	"guongsang/internal/picture"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Link is a destination as it stands in a text and the href that it becomes; an empty Href is written as plain text.
type Link struct{ Written, Href string }

// Picture is a picture as it is named in a text and as it lies in the site.
type Picture struct {
	Written       string
	Href          string
	Address       address.Address
	Width, Height int
}

// Asset is a file of content/ that the site shows, and where.
type Asset struct {
	Address address.Address
	// Path is the file's path from the site's folder.
	Path string
}

// texts resolves what stands in the texts of one file.
type texts struct {
	m           *maker
	file        string
	page        address.Address
	shown, soft bool

	// quiet says that nothing may be told yet; again becomes true where there is something to tell.
	quiet, again bool

	links    []Link
	pictures []Picture
	assets   []Asset

	way []byte // of beside
}

// say tells what a text has wrong. It is a function that makes the problem, for that may be much work.
func (t *texts) say(problem func() diag.Problem) {
	if t.quiet {
		t.again = true
		return
	}
	p := problem()
	if t.soft {
		p = p.Softer()
	}
	t.m.say(p)
}

func (t *texts) all(links, pictures []profile.Target) {
	if len(links) > 0 {
		t.links = make([]Link, 0, len(links))
	}
	for _, l := range links {
		at := diag.Place{File: t.file, Line: l.Line, Column: l.Column}
		if href, ok := t.link(l.Dest, at); ok && !slices.ContainsFunc(t.links, func(x Link) bool { return x.Written == l.Dest }) {
			t.links = append(t.links, Link{Written: l.Dest, Href: href})
		}
	}
	for _, p := range pictures {
		at := diag.Place{File: t.file, Line: p.Line, Column: p.Column}
		if found, ok := t.picture(p.Dest, at); ok && !slices.ContainsFunc(t.pictures, func(x Picture) bool { return x.Written == p.Dest }) {
			t.pictures = append(t.pictures, found)
		}
	}
}

// main resolves a story's own picture.
func (t *texts) main(p profile.Picture) Picture {
	if !p.Path.Present() {
		return Picture{}
	}
	found, _ := t.picture(p.Path.Text, p.Path.Place)
	return found
}

// external says whether a destination leads out of the site; those are checked and written by markdown.
func external(dest string) bool {
	if !strings.Contains(dest, ":") && !strings.HasPrefix(dest, "//") {
		return false // there is neither a scheme nor a host
	}
	u, err := url.Parse(dest)
	return err == nil && (u.Scheme != "" || u.Host != "")
}

// onDisk says whether a destination is a file of the author's machine, where it works and nowhere else: file:///D:/a.md, D:\a.md.
func onDisk(dest string) bool {
	scheme, _, ok := strings.Cut(dest, ":")
	return ok && (len(scheme) == 1 || strings.EqualFold(scheme, "file"))
}

// link resolves a destination within the site. ok is false for those that markdown writes by itself, and for wrong ones.
func (t *texts) link(dest string, at diag.Place) (href string, ok bool) {
	if dest == "" || strings.HasPrefix(dest, "#") {
		return "", false
	}
	if onDisk(dest) {
		t.say(func() diag.Problem { return diag.At(at, diag.LinkToDisk, dest) })
		return "", false
	}
	if external(dest) {
		return "", false
	}
	if strings.HasPrefix(dest, "www.") {
		t.say(func() diag.Problem { return diag.At(at, diag.DeadLink, dest).Meant("https://" + dest) })
		return "", false
	}
	place, fragment, _ := strings.Cut(dest, "#")
	place, query, _ := strings.Cut(place, "?")
	if unescaped, err := url.PathUnescape(place); err == nil {
		place = unescaped
	}
	if query != "" {
		query = "?" + query
	}
	if fragment != "" {
		query += "#" + fragment
	}
	if strings.HasPrefix(place, "/") {
		return t.sitePath(place, query, at)
	}
	found, file := t.beside(place)
	if found == nil {
		if found = t.moved(file); found != nil {
			t.say(func() diag.Problem {
				return diag.At(at, diag.LinkMoved, dest, found.path).Meant(wayBetween(t.file, found.path) + hash(fragment))
			})
			file = found.path
		}
	}
	switch {
	case source.IsMarkdown(file):
		return t.contentFile(dest, found, file, fragment, at)
	case found != nil:
		asset, ok := t.asset(file, at)
		return asset.Href(), ok
	}
	t.say(func() diag.Problem { return diag.At(at, diag.DeadLink, dest).Meant(t.nearFile(file)) })
	return "", false
}

// beside finds the content file that is meant by a path from the text's own folder, in whichever form its marks are typed; nil where there is none.
// name is its path from the site's folder.
func (t *texts) beside(place string) (found *file, name string) {
	t.way = appendJoined(t.way[:0], path.Dir(t.file), place)
	if found = t.m.content[string(viet.NFCBytes(t.way))]; found != nil {
		return found, found.path
	}
	return nil, string(t.way)
}

// moved finds the story that is a folder now and was a file before, or the other way round: x.md and x/index.md are one story, whose links stay good when
// it gets its first picture.
func (t *texts) moved(name string) *file {
	if folder, ok := strings.CutSuffix(name, "/index.md"); ok {
		return t.m.content[viet.NFC(folder)+".md"]
	}
	if stem, ok := strings.CutSuffix(name, ".md"); ok {
		return t.m.content[viet.NFC(stem)+"/index.md"]
	}
	return nil
}

// appendJoined appends path.Join(folder, place), which for most links takes no more than to put one behind the other.
func appendJoined(b []byte, folder, place string) []byte {
	for strings.HasPrefix(place, "../") && strings.Contains(folder, "/") {
		folder, place = folder[:strings.LastIndexByte(folder, '/')], place[len("../"):]
	}
	if place == "" || place[0] == '.' || strings.HasSuffix(place, "/") || strings.Contains(place, "/.") || strings.Contains(place, "//") {
		return append(b, path.Join(folder, place)...)
	}
	return append(append(append(b, folder...), '/'), place...)
}

// sitePath resolves a path from the site's root: a page, or a file of static/.
func (t *texts) sitePath(place, tail string, at diag.Place) (string, bool) {
	clean := strings.TrimPrefix(place, "/")
	if file, ok := t.m.static[viet.NFC(clean)]; ok {
		return address.Of(file).Href() + tail, true
	}
	a := address.Address(clean)
	if !a.IsPage() {
		if _, ok := t.m.claims[a+"/"]; ok {
			a += "/"
		}
	}
	if c, ok := t.m.claims[a]; !ok || c.kept {
		t.say(func() diag.Problem { return diag.At(at, diag.DeadLink, place).Meant(t.nearAddress(a)) })
		return "", false
	}
	if c := t.m.claims[a]; c.story != nil && !t.m.c.Of(c.story).Shown {
		t.say(func() diag.Problem { return diag.At(at, diag.NotPublished, c.story.Name, c.story.File) })
		return "", true
	}
	if _, fragment, ok := strings.Cut(tail, "#"); ok && t.m.claims[a].story != nil {
		anchors := t.m.claims[a].story.Detail().Found.Anchors
		if !slices.Contains(anchors, fragment) {
			t.say(func() diag.Problem {
				return diag.At(at, diag.DeadFragment, fragment, a.Path()).Meant(hash(t.m.nearest(fragment, anchors)))
			})
			return "", false
		}
	}
	return a.Href() + tail, true
}

// contentFile resolves a link to another content file.
func (t *texts) contentFile(dest string, found *file, name, fragment string, at diag.Place) (string, bool) {
	switch {
	case found == nil:
		t.say(func() diag.Problem { return diag.At(at, diag.DeadLink, dest).Meant(t.nearFile(name)) })
		return "", false
	case found.story != nil && !t.m.c.Of(found.story).Shown:
		t.say(func() diag.Problem { return diag.At(at, diag.NotPublished, found.story.Name, found.path) })
		return "", true
	case found.story == nil && found.entry == nil: // it is there but cannot be read, which is told at its own place
		return "", false
	}
	if fragment == "" {
		return found.href, true
	}
	var anchors []string
	if found.story != nil {
		anchors = found.story.Detail().Found.Anchors
	} else {
		anchors = found.entry.Found.Anchors
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	if !slices.Contains(anchors, fragment) {
		t.say(func() diag.Problem {
			return diag.At(at, diag.DeadFragment, fragment, name).Meant(hash(t.m.nearest(fragment, anchors)))
		})
		return "", false
	}
	return found.href + "#" + fragment, true
}

// hash puts the sign of a fragment before the id of a heading, where there is one.
func hash(id string) string {
	if id == "" {
		return ""
	}
	return "#" + id
}

// picture resolves a picture: a file of content/, relative to the text's file, or a path into static/.
func (t *texts) picture(dest string, at diag.Place) (Picture, bool) {
	if onDisk(dest) {
		t.say(func() diag.Problem { return diag.At(at, diag.LinkToDisk, dest) })
		return Picture{}, false
	}
	if external(dest) {
		t.say(func() diag.Problem { return diag.At(at, diag.PictureElsewhere, dest) })
		return Picture{}, false
	}
	place := dest
	if unescaped, err := url.PathUnescape(dest); err == nil {
		place = unescaped
	}
	if rest, ok := strings.CutPrefix(place, "/"); ok {
		if file, ok := t.m.static[viet.NFC(rest)]; ok {
			rest = file
		}
		info, found := t.m.in.Pictures["static/"+rest]
		if !found {
			t.say(func() diag.Problem { return diag.At(at, diag.NoPicture, dest) })
			return Picture{}, false
		}
		a := address.Of(rest)
		return Picture{Written: dest, Href: a.Href(), Address: a, Width: info.Width, Height: info.Height}, true
	}
	there, file := t.beside(place)
	info, found := t.m.in.Pictures[file]
	if !found {
		if there == nil { // a picture that is there but damaged is told at its own place
			t.say(func() diag.Problem { return diag.At(at, diag.NoPicture, dest).Meant(t.nearPicture(file)) })
		} else if !picture.IsName(file) {
			t.say(func() diag.Problem { return diag.At(at, diag.NotAPicture, dest) })
		}
		return Picture{}, false
	}
	a, ok := t.asset(file, at)
	return Picture{Written: dest, Href: a.Href(), Address: a, Width: info.Width, Height: info.Height}, ok
}

// asset gives a file of content/ its place beside the page. File names become plain ones, since blanks and marks in addresses break
// on many hosts.
func (t *texts) asset(file string, at diag.Place) (address.Address, bool) {
	ext := path.Ext(file)
	name := viet.Slug(strings.TrimSuffix(path.Base(file), ext))
	if name == "" {
		name = "tep"
	}
	a := t.page.Beside(name + strings.ToLower(ext))
	for _, other := range t.assets { // only the texts of this very page can lie beside it
		if other.Address == a && other.Path != file {
			t.say(func() diag.Problem { return diag.At(at, diag.FilesOneAddress, file, other.Path, a.Path()) })
			return a, false
		}
	}
	if c, taken := t.m.claims[a]; taken {
		t.say(func() diag.Problem { return diag.At(at, diag.FilesOneAddress, file, c.file, a.Path()) })
		return a, false
	}
	if string(a) == t.page.File() || programs(a) {
		t.say(func() diag.Problem { return diag.At(at, diag.AddressOfProgram, a.Path()) })
		return a, false
	}
	if t.shown {
		t.assets = append(t.assets, Asset{Address: a, Path: file})
	}
	return a, true
}

// keepAssets takes in the files that a page shows.
func (m *maker) keepAssets(assets []Asset) {
	for _, a := range assets {
		m.assets[a.Address] = a
	}
}

// collectAssets lists the files that the site shows, in order.
func (m *maker) collectAssets() {
	for _, a := range m.assets {
		m.c.Assets = append(m.c.Assets, a)
	}
	slices.SortFunc(m.c.Assets, func(a, b Asset) int { return strings.Compare(string(a.Address), string(b.Address)) })
}
