package form

import (
	"bytes"
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"guongsang/internal/digest"

	"guongsang/internal/output"
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
	if err := shell.Execute(&b, map[string]string{"Token": s.token, "Site": s.site, "Assets": Root + "tai-san/" + s.version}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b.Bytes()))
}

// version is the digest of everything in assets. It stands in their addresses, so that a browser may keep them and never mixes two versions.
func version() string {
	var all []string
	_ = fs.WalkDir(assets, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := assets.ReadFile(name)
		all = append(all, name, digest.Bytes(text).String())
		return err
	}) // what is in the program can be read
	return digest.Text(strings.Join(all, "\n")).Short()
}

// asset answers with a file that the page is made of.
func (s *server) asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	text, err := assets.ReadFile(path.Join("assets", name))
	if err != nil || path.Ext(name) == ".html" || r.PathValue("version") != s.version {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", output.ContentType(name))
	w.Header().Set("Cache-Control", "private, max-age=31536000, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(text))
}
