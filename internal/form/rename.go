package form

import (
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"guongsang/internal/build"
	"guongsang/internal/edit"
	"guongsang/internal/profile"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// leader is a file that leads to another one.
type leader struct {
	Path string `json:"path"`
	Name string `json:"name"`
	// How says in which way: by a link in the text, by naming it.
	How string `json:"how"`
}

// leading answers with the files that lead to a file: tep.
func (s *server) leading(r *http.Request) (any, error) {
	look := s.Current()
	if look == nil {
		return nil, build.ErrNoContent
	}
	return leadersTo(look, r.URL.Query().Get("tep")), nil
}

// leadersTo finds the files that lead to a file, in the order of their paths.
func leadersTo(look *build.Look, name string) []leader {
	leaders := []leader{}
	target, ok := seenIn(look, name)
	if !ok {
		return leaders
	}
	slug := "" // that profiles are named by
	if target.Kind == source.Profile && target.Story != nil {
		slug = target.Story.Slug
	}
	for _, seen := range look.Files {
		if seen.Path == name {
			continue
		}
		if how := howLeads(seen, target, slug); how != "" {
			leaders = append(leaders, leader{Path: seen.Path, Name: listedOf(look, seen).Name, How: how})
		}
	}
	return leaders
}

// howLeads says how a file leads to another one; empty where it does not.
func howLeads(from, to build.Seen, slug string) string {
	var links, pictures []profile.Target
	switch {
	case from.Story != nil:
		m := from.Story.Mentions()
		isIt := func(ref profile.Ref) bool { return slug != "" && ref.Text == slug }
		switch {
		case isIt(m.Heads):
			return "ghi ở mục “đứng đầu”"
		case slices.ContainsFunc(m.Doers, isIt):
			return "ghi ở mục “gương”"
		case slices.ContainsFunc(m.Followers, isIt):
			return "ghi ở mục “nhân rộng”"
		}
		links, pictures = m.Links, m.Pictures
	case from.Entry != nil:
		links, pictures = from.Entry.Links, from.Entry.Pictures
	}
	leads := func(t profile.Target) bool { return leadsTo(from.Path, t.Dest, to) }
	switch {
	case slices.ContainsFunc(links, leads):
		return "có liên kết trong bài"
	case slices.ContainsFunc(pictures, leads):
		return "dùng ảnh của bài này"
	}
	return ""
}

// leadsTo says whether a destination in a file is another file or, where that is a bundle, something in its folder.
func leadsTo(from, dest string, to build.Seen) bool {
	dest, _, _ = strings.Cut(dest, "#")
	if dest == "" || strings.Contains(dest, "://") || strings.HasPrefix(dest, "/") {
		return false
	}
	if plain, err := url.PathUnescape(dest); err == nil {
		dest = plain
	}
	at := viet.NFC(path.Join(path.Dir(from), dest))
	if at == viet.NFC(to.Path) {
		return true
	}
	if !to.Bundle {
		return at == viet.NFC(strings.TrimSuffix(to.Path, path.Ext(to.Path))+"/index.md")
	}
	folder := viet.NFC(path.Dir(to.Path))
	return at == folder+".md" || strings.HasPrefix(at, folder+"/")
}

// rename gives a file another last part of its address. The old one goes on leading there, and the files that lead to it are adapted.
func (s *server) rename(r *http.Request) (any, error) {
	var in struct {
		which
		Slug string `json:"slug"`
	}
	if err := read(r, &in); err != nil {
		return nil, err
	}
	slug := viet.Slug(in.Slug)
	if slug == "" {
		return nil, &refusal{http.StatusUnprocessableEntity, "slug", "Đường dẫn cần ít nhất một chữ cái hoặc chữ số, ví dụ nguyen-thi-mau.", nil}
	}
	look := s.Current()
	if look == nil {
		return nil, build.ErrNoContent
	}
	now, err := s.bytes(in.Path)
	if err != nil {
		return nil, err
	}
	if baseOf(now) != in.Base {
		return nil, &refusal{http.StatusConflict, "changed", "Tệp này đã được sửa ở nơi khác từ khi bạn mở. Hãy tải lại trang rồi đổi đường dẫn.", nil}
	}
	var paths []string
	for _, l := range leadersTo(look, in.Path) {
		paths = append(paths, l.Path)
	}
	renamed, err := edit.Rename(look.Catalog.Book, s.Dir, in.Path, slug, paths)
	if err != nil {
		return nil, err
	}
	s.Changed(r.Context())
	return map[string]any{"path": renamed, "slug": slug, "adapted": len(paths)}, nil
}
