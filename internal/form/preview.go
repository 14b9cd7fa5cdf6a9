package form

import (
	"bytes"
	"errors"
	"net/http"
	"strings"
	"time"

	"guongsang/internal/address"
	"guongsang/internal/output"
	"guongsang/internal/source"
)

// previewPolicy is for the pages of the theme, which may be written in any way but reach no other machine, and are shown in the form only.
const previewPolicy = "default-src 'self' 'unsafe-inline' data: blob:; form-action 'none'; frame-ancestors 'self'"

// DrawingPolicy keeps a drawing from doing anything but being seen, also where it is opened by itself.
const DrawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

func previewRoot(id string) string { return Root + "xem/" + id + "/" }

// preview answers with a file of the site as it would be with a draft.
func (s *server) preview(w http.ResponseWriter, r *http.Request) {
	id, file := r.PathValue("draft"), r.PathValue("path")
	s.drafts.Lock()
	var seen *shown
	if d := s.drafts.held[id]; d != nil {
		seen = d.shown
	}
	s.drafts.Unlock()
	if seen == nil || seen.Site == nil {
		http.Error(w, "Bản xem thử này không còn nữa. Hãy quay lại biểu mẫu và tải lại trang.", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Security-Policy", previewPolicy)
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	body, kind, err := s.render(r, id, seen, file)
	switch {
	case errors.Is(err, errNoFile):
		http.Error(w, "Trang xem thử không có tệp này.", http.StatusNotFound)
		return
	case err != nil:
		http.Error(w, refusalOf(err).Message, http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", kind)
	if strings.HasPrefix(kind, "image/") {
		w.Header().Set("Content-Security-Policy", DrawingPolicy)
	}
	if strings.HasPrefix(file, string(address.Assets)) { // named by its bytes
		w.Header().Set("Cache-Control", "private, max-age=3600")
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

var errNoFile = errors.New("form: the site has no such file")

// render makes a file of the site; where the content has changed meanwhile, with a new look.
func (s *server) render(r *http.Request, id string, seen *shown, file string) (body []byte, kind string, err error) {
	for try := 1; ; try++ {
		found, ok := seen.Site.Find(file)
		if !ok {
			return nil, "", errNoFile
		}
		body, err = s.make(found, seen)
		if !errors.Is(err, source.ErrChanged) || try == 3 {
			return body, output.ContentType(file), err
		}
		if seen, err = s.again(r.Context(), id, seen); err != nil {
			return nil, "", err
		}
	}
}

func (s *server) make(found output.Output, seen *shown) ([]byte, error) {
	if found.Copied != "" {
		if laid := seen.overlay[found.Copied]; laid != nil {
			return laid, nil
		}
		return s.bytes(found.Copied)
	}
	var b bytes.Buffer
	err := found.Write(&b)
	return b.Bytes(), err
}
