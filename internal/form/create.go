package form

import (
	"errors"
	"fmt"
	"net/http"

	"guongsang/internal/build"
	"guongsang/internal/criteria"
	"guongsang/internal/edit"
	"guongsang/internal/source"
)

// create makes a new file from the template of its kind, as a draft where it is a story.
func (s *server) create(r *http.Request) (any, error) {
	var in struct {
		Kind  string `json:"kind"`
		Name  string `json:"name"`
		Slug  string `json:"slug"`
		Class string `json:"class"`
		Field string `json:"field"`
		Unit  string `json:"unit"`
		Year  int    `json:"year"`
	}
	if err := read(r, &in); err != nil {
		return nil, err
	}
	look := s.Current()
	if look == nil {
		return nil, build.ErrNoContent
	}
	kind, ok := source.KindOf(source.Root + "/" + in.Kind + "/")
	if !ok {
		return nil, &refusal{http.StatusUnprocessableEntity, "kind", "Hãy chọn một loại bài.", nil}
	}
	blank := edit.Blank{Kind: kind, Name: in.Name, Unit: in.Unit, Year: in.Year, Today: look.Catalog.Today}
	blank.Class, _ = criteria.KindOf(in.Class) // a profile may be told to be somebody's later
	if f, ok := look.Catalog.Book.Field(in.Field); ok {
		blank.Fields = append(blank.Fields, f)
	}
	created, err := edit.New(look.Catalog.Book, edit.NewOptions{Blank: blank, Dir: s.Dir, Slug: in.Slug})
	switch {
	case errors.Is(err, edit.ErrNoLetters):
		return nil, &refusal{http.StatusUnprocessableEntity, "name", "Tên cần có chữ cái hoặc chữ số.", nil}
	case errors.Is(err, edit.ErrBadSlug):
		return nil, &refusal{http.StatusUnprocessableEntity, "slug", "Đường dẫn chỉ gồm chữ không dấu, chữ số và gạch nối, ví dụ nguyen-thi-mau.", nil}
	case errors.As(err, new(*edit.UnknownFieldError)):
		return nil, &refusal{http.StatusUnprocessableEntity, "name", "Hãy chọn một trong các lĩnh vực của danh sách.", nil}
	case err != nil:
		return nil, err
	}
	s.Changed(r.Context())
	return map[string]string{"path": created.Path}, nil
}

// slugTaken says who has an address already, and which one is free.
func slugTaken(taken *edit.SlugTakenError) *refusal {
	message := fmt.Sprintf("Không dùng được đường dẫn “%s”: chương trình hoặc Windows giữ tên này cho việc riêng.", taken.Slug)
	if taken.By != "" {
		message = fmt.Sprintf("Đã có bài mang đường dẫn “%s”: %s.", taken.Slug, taken.By)
	}
	if taken.Free != "" {
		message += fmt.Sprintf(" Nếu đây là người hay việc khác, có thể dùng “%s”.", taken.Free)
	}
	return &refusal{http.StatusConflict, "taken", message, map[string]string{"by": taken.By, "free": taken.Free}}
}
