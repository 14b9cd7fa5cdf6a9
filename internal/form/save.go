package form

import (
	"errors"
	"net/http"

	"guongsang/internal/edit"
	"guongsang/internal/viet"
)

// saved is what a page must know after a save.
type saved struct {
	which
	// Moved says that the file became a bundle, so that its path and perhaps its links are others now.
	Moved bool `json:"moved,omitempty"`
}

// conflict is the two versions of a file that was changed meanwhile by somebody else.
type conflict struct {
	// Base names what lies on disk now; it is empty where the file is gone.
	Base string  `json:"base"`
	Now  *string `json:"now"`
	Mine string  `json:"mine"`
}

// save writes a file and its new pictures, and nothing else. Where the file has changed since the page read it nothing is written, and both versions
// are the answer. A page that wants its own to go before all the same sends the other's base.
func (s *server) save(r *http.Request) (any, error) {
	var in struct {
		written
		// Over is the base of the version on disk that may be written over; nil where there is none. An empty one means a file that is gone.
		Over *string `json:"over"`
	}
	if err := read(r, &in); err != nil {
		return nil, err
	}
	d, err := s.draft(in.which)
	if err != nil {
		return nil, err
	}
	if err := lost(d, in.Pictures); err != nil {
		return nil, err
	}
	text, err := in.compose(d)
	if err != nil {
		return nil, err
	}
	base := d.base
	if in.Over != nil {
		base = *in.Over
	}
	pictures := map[string][]byte{}
	for _, name := range in.Pictures {
		pictures[name] = d.pictures[name]
	}
	done, err := edit.Save(s.Dir, d.path, base, text, pictures)
	if err != nil {
		return nil, conflictOf(err, text)
	}
	s.Changed(r.Context())
	s.drafts.saved(d.id, done.Path, done.Base, done.Text)
	return saved{which: which{ID: d.id, Path: done.Path, Base: done.Base}, Moved: done.Path != d.path}, nil
}

// conflictOf makes of an error of edit the answer that shows two versions.
func conflictOf(err error, mine []byte) error {
	var other *edit.Conflict
	if !errors.As(err, &other) {
		return err
	}
	var c conflict
	c.Mine, _ = edit.Text(mine) // it was made here
	if other.Now != nil {
		now, _ := edit.Text(other.Now) // what is no text is shown as nothing, and not written over: see edit.Rewrite
		c.Base, c.Now = baseOf(other.Now), &now
	}
	return &refusal{http.StatusConflict, "conflict", "Tệp này đã được sửa ở nơi khác từ khi bạn mở. Chưa có gì bị ghi đè.", c}
}

// convert writes TOML or JSON front matter as YAML.
func (s *server) convert(r *http.Request) (any, error) {
	var in which
	if err := read(r, &in); err != nil {
		return nil, err
	}
	if err := edit.Convert(s.Dir, in.Path, in.Base); err != nil {
		var other *edit.Conflict
		if errors.As(err, &other) {
			return nil, &refusal{http.StatusConflict, "changed", "Tệp này đã được sửa ở nơi khác từ khi bạn mở. Hãy tải lại trang rồi chuyển.", nil}
		}
		return nil, err
	}
	s.Changed(r.Context())
	return s.opened(in.Path, 0)
}

// bin answers with what was deleted, the newest first.
func (s *server) bin(*http.Request) (any, error) {
	deleted, err := edit.Trash(s.Dir)
	if err != nil {
		return nil, err
	}
	type inBin struct {
		ID   string `json:"id"`
		Path string `json:"path"`
		Name string `json:"name"`
		When string `json:"when"`
	}
	all := []inBin{}
	for _, d := range deleted {
		all = append(all, inBin{d.ID, d.Path, d.Name, d.When.In(viet.Zone()).Format("15:04 02/01/2006")})
	}
	return all, nil
}

// remove puts a file, a bundle with its folder, into the bin.
func (s *server) remove(r *http.Request) (any, error) {
	var in which
	if err := read(r, &in); err != nil {
		return nil, err
	}
	id, err := edit.Delete(s.Dir, in.Path)
	if err != nil {
		return nil, err
	}
	s.Changed(r.Context())
	return map[string]string{"id": id}, nil
}

// restore takes a file out of the bin.
func (s *server) restore(r *http.Request) (any, error) {
	var in struct {
		ID string `json:"id"`
	}
	if err := read(r, &in); err != nil {
		return nil, err
	}
	path, err := edit.Restore(s.Dir, in.ID)
	if err != nil {
		return nil, err
	}
	s.Changed(r.Context())
	return map[string]string{"path": path}, nil
}
