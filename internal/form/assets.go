package form

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"path"
	"time"
)

// The pages of the form are as they were written: ES modules, one sheet of styles, one of icons. Third-party code lies in assets/ngoai, with its licences.
//
//go:embed assets
var assets embed.FS

// page answers with the page of the form, which finds out from its address what to show.
func (s *server) page(w http.ResponseWriter, r *http.Request) {
	text, err := assets.ReadFile("assets/page.html")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	shell, err := template.New("page").Parse(string(text))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	var b bytes.Buffer
	if err := shell.Execute(&b, map[string]string{"Token": s.token, "Site": s.site}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b.Bytes()))
}

// asset answers with a file that the page is made of.
func asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	text, err := assets.ReadFile(path.Join("assets", name))
	if err != nil || path.Ext(name) == ".html" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", contentType(name))
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("ETag", `"`+baseOf(text)+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(text))
}
