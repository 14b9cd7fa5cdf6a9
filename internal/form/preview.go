package form

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
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
	if strings.HasPrefix(file, string(address.Assets)) { // named by its bytes
		w.Header().Set("Cache-Control", "private, max-age=3600")
	}
	found, ok := seen.Site.Find(file)
	laid := seen.overlay[found.Copied]
	switch {
	case !ok:
		http.Error(w, "Trang xem thử không có tệp này.", http.StatusNotFound)
	case found.Copied == "":
		s.render(w, r, id, file, seen)
	case laid != nil:
		send(w, r, file, bytes.NewReader(laid))
	default:
		s.sendFile(w, r, found.Copied)
	}
}

// render makes a page and sends it; where the content has changed meanwhile, with a new look.
func (s *server) render(w http.ResponseWriter, r *http.Request, id, file string, seen *shown) {
	for try := 1; ; try++ {
		var page bytes.Buffer
		err := source.ErrChanged
		if found, ok := seen.Site.Find(file); ok {
			err = found.Write(&page)
		}
		if err == nil {
			send(w, r, file, bytes.NewReader(page.Bytes()))
			return
		}
		if errors.Is(err, source.ErrChanged) && try < 3 {
			if seen, err = s.again(r.Context(), id, seen); err == nil {
				continue
			}
		}
		http.Error(w, refusalOf(err).Message, http.StatusInternalServerError)
		return
	}
}

// sendFile sends a file of the site's folder.
func (s *server) sendFile(w http.ResponseWriter, r *http.Request, name string) {
	file, err := os.OpenInRoot(s.Dir, filepath.FromSlash(name))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		http.NotFound(w, r)
		return
	}
	send(w, r, name, file)
}

// send sends what a file of some name holds.
func send(w http.ResponseWriter, r *http.Request, name string, content io.ReadSeeker) {
	kind := output.ContentType(name)
	if strings.HasPrefix(kind, "image/") {
		w.Header().Set("Content-Security-Policy", DrawingPolicy)
	}
	w.Header().Set("Content-Type", kind)
	http.ServeContent(w, r, "", time.Time{}, content)
}
