// Package form is the form in the browser at /_soan/: what an editor who never saw Markdown or YAML writes stories with.
//
// # What goes in
//
// A running build.Session, the newest look at the site, and requests from a browser on the same machine. The server that runs New's handler
// says where it listens; it keeps /_soan/live.js and /_soan/events for itself.
//
// # What comes out
//
// Pages of the form (assets/, ES modules as they are written, nothing is built), and below /_soan/api/ the answers that they ask for, as JSON: the
// list of files, one file as values, what would be wrong with it and how it would look if it were saved now, and the ways to write. What is
// previewed lies below /_soan/xem/<draft>/ as a whole site, so that relative links work.
//
// # What is promised
//
// Only edit writes, and only where somebody asked: save, rename, delete, restore, convert, new. A preview is a look over the files with the draft
// laid over them, by the one road; nothing is written for it. Pictures wait in memory until the story is saved.
//
// Every request is refused that another site could have caused: the host must be this machine, the origin the form's own, and whatever answers
// with content or changes something wants a token that stands in the form's page only, see guard.go.
package form

import (
	"context"
	"io/fs"
	"net/http"
	"sync"

	"guongsang/internal/build"
	"guongsang/internal/source"
)

// Root is where the form lies in the address of the server.
const Root = "/_soan/"

// Options say what the form works on. All are needed.
type Options struct {
	// Dir is the site's folder.
	Dir string
	// Session makes the previews. It shows drafts and stories of days to come.
	Session *build.Session
	// Current is the newest look at the site, also one with errors; it may wait for the first one, and is nil only where there can be none.
	Current func() *build.Look
	// Changed is called when files were written. It comes back when Current shows them, or with ctx.
	Changed func(ctx context.Context)
}

// Form answers everything below Root.
type Form struct {
	http.Handler
	// writing is held by whoever changes files of the site: one change is finished before the next looks at what is there.
	writing sync.Mutex
}

// Finish waits for a change of files that has begun and lets no other begin. It is called once, when the program ends.
func (f *Form) Finish() { f.writing.Lock() }

// alone is an answer that changes files.
func (f *Form) alone(answer answerer) answerer {
	return func(r *http.Request) (any, error) {
		f.writing.Lock()
		defer f.writing.Unlock()
		return answer(r)
	}
}

// New makes the form of a site.
func New(o Options) *Form {
	f := &Form{}
	s := &server{Options: o, token: newToken(), site: siteName(o.Dir), version: version()}
	s.drafts.held = map[string]*draft{}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+Root+"{$}", s.page)
	mux.HandleFunc("GET "+Root+"tai-san/{version}/{name...}", s.asset)
	mux.HandleFunc("GET "+Root+"xem/{draft}/{path...}", s.preview)
	mux.HandleFunc("GET "+Root+"anh", s.picture)
	for path, answer := range map[string]answerer{
		"GET bang":       s.tables,
		"GET danh-sach":  s.list,
		"GET ten":        s.names,
		"GET tim":        s.find,
		"GET mo":         s.open,
		"POST xem":       s.look,
		"POST van-ban":   s.text,
		"POST anh":       s.addPicture,
		"POST luu":       f.alone(s.save),
		"POST moi":       f.alone(s.create),
		"GET dan-den":    s.leading,
		"POST doi-ten":   f.alone(s.rename),
		"POST chuyen":    f.alone(s.convert),
		"POST xoa":       f.alone(s.remove),
		"GET thung-rac":  s.bin,
		"POST khoi-phuc": f.alone(s.restore),
	} {
		mux.Handle(apiPattern(path), s.api(answer))
	}
	f.Handler = s.guard(mux)
	return f
}

// server answers the requests of all pages of the form.
type server struct {
	Options
	token string
	// site tells the copies that a browser keeps of one site from those of another that was shown at the same address.
	site string
	// version names the files that the pages are made of.
	version string
	drafts  drafts
	index   index
}

// drafts are the files that are open in a page, the one used last at the end of order.
type drafts struct {
	sync.Mutex
	held  map[string]*draft
	order []string
}

// nothing is a file system without files, for an overlay to lie over.
type nothing struct{}

func (nothing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// document reads a text as the content file that it would be at a path.
func document(path string, text []byte) (source.Document, bool) {
	kind, ok := source.KindOf(path)
	if !ok {
		return source.Document{}, false
	}
	laid := source.Overlay{path: text}.Over(nothing{})
	doc, _, err := source.Read(laid, source.File{Path: path, Kind: kind}, nil)
	return doc, err == nil
}
