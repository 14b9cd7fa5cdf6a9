package form

import (
	"crypto/rand"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"

	"guongsang/internal/digest"
	"guongsang/internal/edit"
)

// What is held for the pages that are open.
const (
	maxDrafts   = 24       // files
	maxLooks    = 3        // of them with a preview, which holds a whole site
	maxPicture  = 20 << 20 // bytes of one picture
	maxPictures = 200 << 20
)

// draft is a file that is open in a page: its bytes as they were then, the pictures that are not saved yet, and how it would look now. The server
// forgets those that were not used for long and all of them when it ends; a page then opens its file again by path and base.
type draft struct {
	id, path, base string
	old            []byte
	pictures       map[string][]byte
	shown          *shown
}

// which names the draft in a request.
type which struct {
	ID   string `json:"id"`
	Path string `json:"path"`
	// Base names the bytes that the page has read.
	Base string `json:"base"`
}

// open holds a file's bytes for a page.
func (d *drafts) open(path, base string, old []byte) *draft {
	d.Lock()
	defer d.Unlock()
	opened := &draft{id: rand.Text(), path: path, base: base, old: old, pictures: map[string][]byte{}}
	d.held[opened.id] = opened
	d.order = append(d.order, opened.id)
	if len(d.order) > maxDrafts {
		delete(d.held, d.order[0])
		d.order = d.order[1:]
	}
	return opened
}

// find gives a copy of a draft that is held, and makes it the one used last. One that was read from other bytes than the page has is not the page's.
func (d *drafts) find(w which) (draft, bool) {
	d.Lock()
	defer d.Unlock()
	found := d.held[w.ID]
	if found == nil || found.path != w.Path || found.base != w.Base {
		return draft{}, false
	}
	d.order = append(slices.DeleteFunc(d.order, func(id string) bool { return id == w.ID }), w.ID)
	return *found, true
}

// keep puts a picture to a draft, unless that were too much for the memory.
func (d *drafts) keep(id, name string, data []byte) bool {
	d.Lock()
	defer d.Unlock()
	sum := len(data)
	for _, other := range d.held {
		for _, p := range other.pictures {
			sum += len(p)
		}
	}
	to := d.held[id]
	if to == nil || sum > maxPictures {
		return false
	}
	pictures := map[string][]byte{name: data} // a new map: copies of the draft have the old one
	for other, p := range to.pictures {
		pictures[other] = p
	}
	to.pictures = pictures
	return true
}

// show keeps the newest look of a draft and lets go of those that nobody has asked for lately.
func (d *drafts) show(id string, look *shown) {
	d.Lock()
	defer d.Unlock()
	if to := d.held[id]; to != nil {
		to.shown = look
	}
	looks := 0
	for _, other := range slices.Backward(d.order) {
		if d.held[other].shown == nil {
			continue
		}
		if looks++; looks > maxLooks {
			d.held[other].shown = nil
		}
	}
}

// saved tells a draft that its file has other bytes now, and that its pictures lie beside it.
func (d *drafts) saved(id, path, base string, now []byte) {
	d.Lock()
	defer d.Unlock()
	if to := d.held[id]; to != nil {
		to.path, to.base, to.old, to.pictures = path, base, now, map[string][]byte{}
	}
}

// draft finds the draft that a request is about, and opens it again where it is not held any more: from what is in the file now, since what the page
// read is gone. If these are other bytes, its base says so when they are to be written.
func (s *server) draft(w which) (draft, error) {
	if found, ok := s.drafts.find(w); ok {
		return found, nil
	}
	_, old, err := s.load(w.Path)
	if err != nil {
		return draft{}, err
	}
	return *s.drafts.open(w.Path, w.Base, old), nil
}

// load reads a content file, as values and as the bytes that they were read from.
func (s *server) load(path string) (edit.Draft, []byte, error) {
	for try := 1; ; try++ {
		values, err := edit.Load(s.Dir, path)
		if err != nil {
			return edit.Draft{}, nil, err
		}
		data, err := s.bytes(path)
		if err != nil {
			return edit.Draft{}, nil, err
		}
		if baseOf(data) == values.Base {
			return values, data, nil
		}
		if try == 3 {
			return edit.Draft{}, nil, &refusal{http.StatusConflict, "busy", "Tệp này đang được chương trình khác ghi liên tục. Hãy đợi một lát rồi mở lại.", nil}
		}
	}
}

// bytes are those of a content file now.
func (s *server) bytes(path string) ([]byte, error) {
	file, err := os.OpenInRoot(s.Dir, filepath.FromSlash(path))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// baseOf names bytes as edit does.
func baseOf(data []byte) string { return digest.Bytes(data).String() }

// lost tells a page which of its pictures are not held, so that it sends them again.
func lost(d draft, names []string) error {
	var missing []string
	for _, name := range names {
		if d.pictures[name] == nil {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return &refusal{http.StatusGone, "pictures", "Ảnh chưa lưu đã mất vì chương trình khởi động lại. Hãy chọn lại ảnh.", map[string]any{"id": d.id, "names": missing}}
}
