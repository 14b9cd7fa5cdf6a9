package publish

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// countStrangers counts the files that lie in the folder and are not of the site. Where a ledger says what is ours, the others are
// somebody else's business; where there is none, they may be pages of an earlier build, a withdrawn story among them, which nobody
// will ever remove.
func (r *run) countStrangers() {
	root := os.DirFS(r.o.Dir)
	_ = fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // what cannot be read is not counted
		case d.IsDir() && strings.HasPrefix(p, stagePrefix):
			return fs.SkipDir
		case d.IsDir():
			return nil
		}
		if _, ours := r.list.names[fold(filepath.ToSlash(p))]; !ours {
			r.result.Strangers++
			if r.result.Stranger == "" || strings.HasSuffix(p, "/index.html") && !strings.HasSuffix(r.result.Stranger, "/index.html") {
				r.result.Stranger = p
			}
		}
		return nil
	})
}
