package form

import (
	"errors"
	"io"
	"net/http"
	"path"
	"strings"

	"guongsang/internal/edit"
	"guongsang/internal/picture"
	"guongsang/internal/source"
)

// added is a picture that was given to a draft.
type added struct {
	ID string `json:"id"`
	// Name is what the picture is called beside the story.
	Name   string `json:"name"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	// Located says that the file tells where it was taken.
	Located bool `json:"located,omitempty"`
}

// addPicture keeps a picture for a draft until it is saved: the bytes are the body of the request, id, tep, base and ten (its name) stand in the
// address. A picture that is sent again by the name that it was given keeps it.
func (s *server) addPicture(r *http.Request) (any, error) {
	query := r.URL.Query()
	data, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, maxPicture))
	if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
		return nil, &refusal{http.StatusRequestEntityTooLarge, "large", "Ảnh lớn quá 20 MB. Hãy thu nhỏ ảnh rồi chọn lại.", nil}
	}
	if err != nil {
		return nil, err
	}
	info, err := picture.Read(data)
	if err != nil {
		return nil, &refusal{http.StatusUnprocessableEntity, "format", "Tệp này không phải là ảnh mà trình duyệt xem được. Hãy dùng ảnh JPEG, PNG, WebP, GIF hoặc SVG.", nil}
	}
	d, err := s.draft(which{ID: query.Get("id"), Path: query.Get("tep"), Base: query.Get("base")})
	if err != nil {
		return nil, err
	}
	taken, err := edit.TakenNames(s.Dir, d.path)
	if err != nil {
		return nil, err
	}
	name := edit.PictureName(query.Get("ten"), func(name string) bool { return d.pictures[name] != nil || taken(name) })
	if !s.drafts.keep(d.id, name, data) {
		return nil, &refusal{http.StatusInsufficientStorage, "many", "Có nhiều ảnh chưa lưu quá. Hãy lưu bài rồi thêm ảnh tiếp.", nil}
	}
	return added{d.id, name, info.Width, info.Height, info.Located}, nil
}

// picture answers with a picture that a file names: tep and ten, as it is written there.
func (s *server) picture(w http.ResponseWriter, r *http.Request) {
	name, ok := pictureOf(r.URL.Query().Get("tep"), r.URL.Query().Get("ten"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	s.sendFile(w, r, name)
}

// pictureOf is the path of a picture from the site's folder.
func pictureOf(file, name string) (string, bool) {
	at := path.Join(path.Dir(file), name)
	if below, ok := strings.CutPrefix(name, "/"); ok {
		at = path.Join("static", below)
	}
	inside := strings.HasPrefix(at, source.Root+"/") || strings.HasPrefix(at, "static/")
	return at, inside && picture.IsName(at)
}
