package watch

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// tree is what counts in a folder.
type tree struct {
	dir     string
	paths   []string
	ignored func(path string) bool
}

// full is where a path from the folder lies.
func (t tree) full(path string) string { return filepath.Join(t.dir, filepath.FromSlash(path)) }

// has says whether a path from the folder, with slashes, counts.
func (t tree) has(path string) bool {
	for _, top := range t.paths {
		if len(path) < len(top) || !strings.EqualFold(path[:len(top)], top) { // as file systems do that know no case
			continue
		}
		inside, below := strings.CutPrefix(path[len(top):], "/")
		if !below {
			if inside == "" {
				return true
			}
			continue
		}
		at := top
		for name := range strings.SplitSeq(inside, "/") {
			if at += "/" + name; t.ignored(at) {
				return false
			}
		}
		return true
	}
	return false
}

// list gives what is in one of the folders that count; nothing where it is no folder, or cannot be read.
func (t tree) list(path string) []fs.DirEntry {
	entries, _ := os.ReadDir(t.full(path)) // what came before an error is as good as nothing
	kept := entries[:0]
	for _, d := range entries {
		if !t.ignored(path + "/" + d.Name()) {
			kept = append(kept, d)
		}
	}
	return kept
}
