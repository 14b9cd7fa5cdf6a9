package serve

import (
	"bytes"
	"html"
	"net/url"
	"path"
	"strings"
	"sync"

	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/output"
)

// site is a site that is shown.
type site struct {
	*output.Site
	// copies are the digests of the files that the site copies, by their paths in it.
	copies func() map[string]digest.Key
}

// newSite is nil where there is nothing to show.
func newSite(of *output.Site) *site {
	if of == nil {
		return nil
	}
	return &site{Site: of, copies: sync.OnceValue(func() map[string]digest.Key {
		copies := map[string]digest.Key{}
		for _, name := range of.Static {
			copies[name] = of.Digests["static/"+name]
		}
		for _, a := range of.Catalog.Assets {
			copies[a.Address.File()] = of.Digests[a.Path]
		}
		return copies
	})}
}

// tag is another one when a page looks different: its own bytes, and those of the pictures and other copied files that it names.
func (s *site) tag(name string, page []byte) digest.Key {
	tags := digest.Bytes(page)
	sum := tags[:]
	for rest := page; ; {
		_, after, ok := bytes.Cut(rest, []byte(`="`))
		if !ok {
			break
		}
		value, after, ok := bytes.Cut(after, []byte{'"'})
		if !ok {
			break
		}
		rest = after
		for _, word := range bytes.Fields(value) { // a srcset has several
			if key, ok := s.copies()[target(name, string(word))]; ok {
				sum = append(sum, key[:]...)
			}
		}
	}
	return digest.Bytes(sum)
}

// target is the file of the site that a relative link of a page leads to.
func target(from, link string) string {
	link, _, _ = strings.Cut(link, "#")
	link, _, _ = strings.Cut(strings.TrimSuffix(link, ","), "?")
	plain, err := url.PathUnescape(html.UnescapeString(link))
	if err != nil || plain == "" {
		return ""
	}
	return path.Join(path.Dir(from), plain)
}

// withScript is a page of a state with the script that keeps it up to date. content is the content file whose page it is; it may be empty.
func (s *server) withScript(page []byte, id string, tag digest.Key, content string) []byte {
	lang := "vi"
	if s.Lang == diag.English {
		lang = "en"
	}
	script := `<script src="` + scriptPath + `" defer data-lang="` + lang + `" data-state="` + id + `" data-tag="` + tag.String() +
		`" data-file="` + html.EscapeString(content) + `"></script>`
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page) // as browsers take it
	}
	return bytes.Join([][]byte{page[:at], []byte(script), page[at:]}, nil)
}
