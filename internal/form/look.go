package form

import (
	"context"
	"net/http"
	"path"
	"slices"
	"strings"

	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/edit"
	"guongsang/internal/source"
)

// written is what a page has of its file: the values and the body of the form, or the whole text.
type written struct {
	which
	Values map[string]any `json:"values"`
	Body   string         `json:"body"`
	// Whole takes the place of both where it is not nil.
	Whole *string `json:"whole"`
	// Pictures names those that were added and are in use.
	Pictures []string `json:"pictures"`
}

// compose makes the bytes that the file would have.
func (w written) compose(d draft) ([]byte, error) {
	if w.Whole != nil {
		return edit.Rewrite(d.old, *w.Whole)
	}
	kind, err := kindOfPath(d.path)
	if err != nil {
		return nil, err
	}
	return edit.Compose(d.old, kind.Keys(), w.Values, w.Body)
}

// laid is a file as it would lie in the folder of the site if it were saved.
type laid struct {
	path    string
	text    []byte
	overlay source.Overlay
}

// lay says what saving would write: the file, its new pictures, and where it has to become a bundle for them.
func (w written) lay(d draft) (laid, error) {
	if err := lost(d, w.Pictures); err != nil {
		return laid{}, err
	}
	text, err := w.compose(d)
	if err != nil {
		return laid{}, err
	}
	l := laid{path: d.path, text: text, overlay: source.Overlay{}}
	if len(w.Pictures) > 0 {
		if l.path, l.text, err = edit.Bundled(d.path, text, w.Pictures); err != nil {
			return laid{}, err
		}
		if l.path != d.path {
			l.overlay[d.path] = nil
		}
	}
	l.overlay[l.path] = l.text
	for _, name := range w.Pictures {
		l.overlay[path.Join(path.Dir(l.path), name)] = d.pictures[name]
	}
	return l, nil
}

// shown is a look at the site with a draft laid over it.
type shown struct {
	*build.Look
	overlay source.Overlay
}

// looked is what a look says of a draft.
type looked struct {
	ID       string `json:"id"`
	Problems []told `json:"problems"`
	// Unknown are the keys that the form has no field for.
	Unknown []string `json:"unknown,omitempty"`
	// Preview is where the page of the draft is shown; empty where there can be none yet.
	Preview string `json:"preview,omitempty"`
	// Page is its address in the site.
	Page string `json:"page,omitempty"`
	// State and Day are what the list would show.
	State string `json:"state,omitempty"`
	Day   string `json:"day,omitempty"`
	// Changed says that the file has other bytes by now than the page has read.
	Changed bool `json:"changed,omitempty"`
}

// written reads a request that says what is written, and finds the draft that it is of.
func (s *server) written(r *http.Request) (in written, d draft, err error) {
	if err = read(r, &in); err == nil {
		d, err = s.draft(in.which)
	}
	return in, d, err
}

// look answers with what is wrong with a draft and where its page is shown.
func (s *server) look(r *http.Request) (any, error) {
	in, d, err := s.written(r)
	if err != nil {
		return nil, err
	}
	l, err := in.lay(d)
	if err != nil {
		return nil, err
	}
	found, err := s.Session.Look(r.Context(), l.overlay)
	if err != nil {
		return nil, err
	}
	out := looked{ID: d.id, Problems: []told{}, Changed: s.changed(d)}
	problems := found.ProblemsOf(l.path)
	at := placesOf(l.path, l.text)
	at.asText = in.Whole != nil
	out.Problems = append(at.tell(problems), besides(found, l)...)
	slices.SortStableFunc(out.Problems, byWeight)
	for _, p := range problems {
		if p.Code == diag.UnknownKey && len(p.Args) > 0 {
			out.Unknown = append(out.Unknown, p.Args[0])
		}
	}
	if seen, ok := seenIn(found, l.path); ok {
		in := listedOf(found, seen)
		out.Page, out.State, out.Day = in.Page, in.State, in.Day
		if found.Site != nil && in.Page != "" {
			out.Preview = previewRoot(d.id) + strings.TrimPrefix(in.Page, "/")
		}
	}
	s.drafts.show(d.id, &shown{found, l.overlay})
	return out, nil
}

// changed says whether the file is no longer the one that was read.
func (s *server) changed(d draft) bool {
	now, err := s.bytes(d.path)
	return err != nil || baseOf(now) != d.base
}

// text answers with the whole file as it would be.
func (s *server) text(r *http.Request) (any, error) {
	in, d, err := s.written(r)
	if err != nil {
		return nil, err
	}
	text, err := in.compose(d)
	if err != nil {
		return nil, err
	}
	whole, ok := edit.Text(text) // also what no build would take: here it can be mended
	if !ok {
		return nil, edit.ErrNotText
	}
	return map[string]string{"whole": whole}, nil
}

// again makes the look of a draft anew, for its files have changed while it was shown.
func (s *server) again(ctx context.Context, id string, old *shown) (*shown, error) {
	found, err := s.Session.Look(ctx, old.overlay)
	if err != nil {
		return nil, err
	}
	fresh := &shown{found, old.overlay}
	s.drafts.show(id, fresh)
	return fresh, nil
}

// besides tells what is wrong with the pictures in the folder of a bundle.
func besides(found *build.Look, l laid) (problems []told) {
	if !edit.IsBundle(l.path) {
		return nil
	}
	folder := path.Dir(l.path) + "/"
	for _, p := range found.Problems {
		if name, ok := strings.CutPrefix(p.File, folder); ok && p.File != l.path {
			one := places{}.tell([]diag.Problem{p})[0]
			one.Message = name + ": " + one.Message
			problems = append(problems, one)
		}
	}
	return problems
}
