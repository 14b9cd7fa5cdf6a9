package serve

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"guongsang/internal/address"
	"guongsang/internal/digest"
	"guongsang/internal/form"
	"guongsang/internal/output"
	"guongsang/internal/source"
)

// tries is how often a page is made when files change under its feet.
const tries = 3

// errNotShown says that there is nothing to make a page of.
var errNotShown = errors.New("serve: the site cannot be shown")

// page answers with a file of the site.
func (s *server) page(w http.ResponseWriter, r *http.Request) {
	if !reads(r) {
		w.Header().Set("Allow", "GET, HEAD")
		s.notice(w, r, http.StatusMethodNotAllowed, "only-reading")
		return
	}
	now := s.current(r.Context())
	for try := 1; now != nil; try++ {
		err := s.serve(w, r, now)
		if errors.Is(err, source.ErrChanged) && try < tries {
			s.lookNow(r.Context())
			if now = s.current(r.Context()); try == tries-1 && now != nil && now.look != nil {
				// The body of a story that has errors now, and that nobody kept before: then as it can be shown today.
				now = &state{look: now.look, site: newSite(now.look.Site), failure: now.failure}
			}
			continue
		}
		switch {
		case err == nil:
		case errors.Is(err, errNotShown) && now.failure != nil:
			s.notice(w, r, http.StatusServiceUnavailable, "failure", s.Explain(now.failure))
		case errors.Is(err, errNotShown), errors.Is(err, source.ErrChanged):
			s.notice(w, r, http.StatusServiceUnavailable, "not-shown")
		default:
			s.notice(w, r, http.StatusInternalServerError, "failure", s.Explain(err))
		}
		return
	}
	s.notice(w, r, http.StatusServiceUnavailable, "stopped")
}

// serve answers with a file of the site as it is now. With an error, nothing was answered.
func (s *server) serve(w http.ResponseWriter, r *http.Request, now *state) error {
	if now.site == nil {
		return errNotShown
	}
	name, ok := fileOf(r.URL)
	if ok {
		if found, ok := now.site.Find(name); ok {
			return s.send(w, r, now, name, found, http.StatusOK)
		}
		if _, ok := now.site.Find(name + "/index.html"); ok {
			to := url.URL{Path: "/" + name + "/", RawQuery: r.URL.RawQuery}
			http.Redirect(w, r, to.String(), http.StatusFound)
			return nil
		}
	}
	name = address.NotFound.File()
	found, ok := now.site.Find(name)
	if !ok {
		return errNotShown
	}
	return s.send(w, r, now, name, found, http.StatusNotFound)
}

// fileOf is the path of the file that a host serves for an address. ok is false where that can be none: hosts and systems do not agree on what is
// meant by slashes that are escaped, by the slashes of Windows, and by signs that nobody sees.
func fileOf(u *url.URL) (name string, ok bool) {
	escaped := strings.ToLower(u.EscapedPath())
	if strings.Contains(escaped, "%2f") || strings.ContainsAny(u.Path, "\\:\x7f") || strings.ContainsFunc(u.Path, func(c rune) bool { return c < ' ' }) {
		return "", false
	}
	name, ok = strings.CutPrefix(u.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name, ok && fs.ValidPath(name)
}

// send answers with an output of the site.
func (s *server) send(w http.ResponseWriter, r *http.Request, now *state, name string, found output.Output, status int) error {
	h := w.Header()
	if found.Copied != "" && !isPage(name) {
		file, err := s.folder.Open(found.Copied)
		if err != nil {
			return changed(err)
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil {
			return changed(err)
		}
		if !info.Mode().IsRegular() {
			return source.ErrChanged
		}
		h.Set("Content-Type", output.ContentType(name))
		if strings.Contains(h.Get("Content-Type"), "xml") { // also a drawing: opened by itself, its scripts would run as those of the form do
			h.Set("Content-Security-Policy", form.DrawingPolicy)
		}
		h.Set("Cache-Control", "no-cache")
		h.Set("ETag", fmt.Sprintf(`"%x-%x"`, info.Size(), info.ModTime().UnixNano()))
		http.ServeContent(w, r, "", time.Time{}, file)
		return nil
	}
	var b bytes.Buffer
	if err := found.Write(&b); err != nil {
		return changed(err)
	}
	body := b.Bytes()
	tag := digest.Bytes(body)
	if isPage(name) {
		tag = now.site.tag(name, body)
		body = s.withScript(body, now.id, tag, found.Content)
	} else if strings.HasPrefix(name, string(address.Assets)) && found.Copied == "" {
		h.Set("Cache-Control", "max-age=31536000, immutable") // its name holds its digest
	}
	h.Set("Content-Type", output.ContentType(name))
	h.Set("ETag", `"`+tag.String()+`"`)
	if status != http.StatusOK {
		w.WriteHeader(status)
		if r.Method != http.MethodHead {
			_, _ = w.Write(body) // who asked has gone
		}
		return nil
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
	return nil
}

// changed is the error of reading a file that was there a moment ago.
func changed(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return source.ErrChanged
	}
	return err
}

func isPage(name string) bool { return path.Ext(name) == ".html" }
