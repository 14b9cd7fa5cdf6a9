package form

import (
	"net/http"
	"slices"

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
	return s.leadersTo(look, r.URL.Query().Get("tep"))
}

// leadersTo finds the files that lead to a file, in the order of their paths: those that edit.Rename would adapt.
func (s *server) leadersTo(look *build.Look, name string) ([]leader, error) {
	leaders := []leader{}
	target, ok := seenIn(look, name)
	if !ok {
		return leaders, nil
	}
	paths, err := edit.Referrers(look.Catalog.Book, s.Dir, name)
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		if seen, ok := seenIn(look, path); ok {
			leaders = append(leaders, leader{Path: path, Name: listedOf(look, seen).Name, How: howLeads(seen, target)})
		}
	}
	return leaders, nil
}

// howLeads says in a few words how a file leads to another one.
func howLeads(from, to build.Seen) string {
	named := func(ref profile.Ref) bool {
		return to.Story != nil && to.Kind == source.Profile && ref.Text == to.Story.Slug
	}
	if from.Story != nil {
		m := from.Story.Mentions()
		switch {
		case named(m.Heads):
			return "ghi ở mục “đứng đầu”"
		case slices.ContainsFunc(m.Doers, named):
			return "ghi ở mục “gương”"
		case slices.ContainsFunc(m.Followers, named):
			return "ghi ở mục “nhân rộng”"
		}
	}
	if !to.Kind.Story() && to.Kind != source.Page {
		return "ghi tên ở phần thông tin, hoặc có liên kết"
	}
	return "có liên kết trong bài"
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
	paths, err := edit.Referrers(look.Catalog.Book, s.Dir, in.Path)
	if err != nil {
		return nil, err
	}
	renamed, err := edit.Rename(look.Catalog.Book, s.Dir, in.Path, slug, paths)
	if err != nil {
		return nil, err
	}
	s.Changed(r.Context())
	return map[string]any{"path": renamed, "slug": slug, "adapted": len(paths)}, nil
}
