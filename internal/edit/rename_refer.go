package edit

import (
	"net/url"
	"path"
	"strings"

	"guongsang/internal/keys"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// destination gives what a destination in a file becomes when another file is renamed; only its last parts change, so that the author's way
// stays.
func (r renaming) destination(from string) func(dest string) string {
	return func(dest string) string {
		file, rest := cutDestination(dest)
		if strings.HasPrefix(file, "/") {
			old, now := addressOf(r.kind, r.oldSlug).Path(), addressOf(r.kind, r.newSlug).Path()
			if !isSameAddress(file, old) {
				return dest
			}
			if !strings.HasSuffix(file, "/") {
				now = strings.TrimSuffix(now, "/")
			}
			return now + rest
		}
		if !isRelative(dest) {
			return dest
		}
		parts := strings.Split(file, "/")
		for i := range parts {
			if plain, err := url.PathUnescape(parts[i]); err == nil {
				parts[i] = plain
			}
		}
		// What lies in the place of the old file has that place's own name as one of its last parts.
		to := viet.NFC(path.Join(path.Dir(from), strings.Join(parts, "/")))
		old := viet.NFC(r.oldPlace)
		below, inside := strings.CutPrefix(to, old+"/")
		at := len(parts) - 1
		if inside {
			at -= strings.Count(below, "/") + 1
		}
		written := strings.Split(file, "/")
		if r.oldPlace != r.oldPath && to == old+".md" { // it was written when there was no folder yet
			written[at] = path.Base(r.newPlace) + "/" + path.Base(r.newPath)
			return strings.Join(written, "/") + rest
		}
		if at < 0 || to != old && !inside || viet.NFC(parts[at]) != path.Base(old) {
			return dest
		}
		written[at] = path.Base(r.newPlace)
		return strings.Join(written, "/") + rest
	}
}

// slugs finds where a file names the renamed one by its slug, and puts the new one there, in whatever format its front matter is.
func (r renaming) slugs(p parts, kind source.Kind) (found []piece) {
	meet := func(n *keys.Node, folder string) {
		if n.Kind != keys.Scalar || n.Text == "" || strings.TrimSuffix(strings.TrimPrefix(n.Text, folder), "/") != r.oldSlug {
			return
		}
		line, column := n.Line, n.Column
		if n.Inner.Line > 0 {
			line, column = n.Inner.Line, n.Inner.Column
		}
		at := placeOffset(p.text, line, column)
		at += len(p.text[at:]) - len(strings.TrimLeft(p.text[at:], `"'`))
		if strings.HasPrefix(p.text[at:], folder) {
			at += len(folder)
		}
		if strings.HasPrefix(p.text[at:], r.oldSlug) {
			found = append(found, piece{at, at + len(r.oldSlug), r.newSlug})
		}
	}
	table := kind.Keys()
	for i := range p.doc.Front.Pairs {
		pair := &p.doc.Front.Pairs[i]
		k := keyIn(table, pair.Key.Text)
		if k == nil {
			continue
		}
		items := itemsOf(&pair.Value)
		for j := range items {
			if r.named(kind, k) {
				meet(&items[j], "")
			}
			for s := range k.Sub {
				sub := &k.Sub[s]
				at := valueIn(&items[j], k.Sub, sub)
				if at < 0 || !r.namedWithin(k, sub) {
					continue
				}
				within := itemsOf(&items[j].Pairs[at].Value)
				for w := range within {
					meet(&within[w], r.folderIn(sub, within[w].Text))
				}
			}
		}
	}
	return found
}

// named says whether a key of a kind of files names files of the renamed one's kind, by slug or by name.
func (r renaming) named(kind source.Kind, k *keys.Key) bool {
	switch k.Name {
	case "gương", "đứng đầu":
		return r.kind == source.Profile
	case "đơn vị":
		return r.kind == source.Unit
	case "địa bàn":
		return r.kind == source.Locality
	case "chuyên mục":
		return r.kind == source.Column
	case "chuyên đề":
		return r.kind == source.Topic
	case "nhập vào", "bản dịch":
		return r.kind == kind
	}
	return false
}

// namedWithin says whether a key within the objects of another one names files of the renamed one's kind.
func (r renaming) namedWithin(k, sub *keys.Key) bool {
	switch {
	case sub.Type == keys.StoryList:
		return r.kind.Story()
	case k.Name == "nhân rộng": // whoever copied it is a free name
		return sub.Name == "gương" && r.kind == source.Profile
	}
	return k.Name == "phần" && r.named(source.Topic, sub)
}

// folderIn is what stands before the slug where a story is named by its folder and slug; empty where it is not the renamed one's folder.
func (r renaming) folderIn(k *keys.Key, text string) string {
	for _, folder := range []string{r.kind.Folder() + "/", "/" + r.kind.Folder() + "/"} {
		if k.Type == keys.StoryList && strings.HasPrefix(text, folder) {
			return folder
		}
	}
	return ""
}
