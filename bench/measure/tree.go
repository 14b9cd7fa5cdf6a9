package measure

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Tree is what stands in a folder.
type Tree struct {
	Files int
	Bytes int64
	// Hash is over the paths and bytes of all files.
	Hash string
}

// Hash counts the files of a folder and hashes their paths and bytes.
func Hash(dir string) (Tree, error) {
	var t Tree
	sum := sha256.New()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		t.Files++
		t.Bytes += info.Size()
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		fmt.Fprintf(sum, "%s\x00%d\x00", filepath.ToSlash(name), info.Size())
		return copyInto(sum, path)
	})
	t.Hash = hex.EncodeToString(sum.Sum(nil))
	return t, err
}

func copyInto(w io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// Differences names up to limit files that differ between two folders.
func Differences(a, b string, limit int) ([]string, error) {
	var found []string
	// In the second pass only what a has not is new; the rest was compared in the first.
	for pass, dirs := range [2][2]string{{a, b}, {b, a}} {
		err := filepath.WalkDir(dirs[0], func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			if len(found) >= limit {
				return fs.SkipAll
			}
			name := strings.TrimPrefix(path, dirs[0])
			other := dirs[1] + name
			if _, err := os.Stat(other); err != nil {
				found = append(found, "only in "+dirs[0]+": "+name)
				return nil
			}
			if pass == 1 {
				return nil
			}
			same, err := sameBytes(path, other)
			if err == nil && !same {
				found = append(found, "differs: "+name)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

func sameBytes(a, b string) (bool, error) {
	x, err := os.ReadFile(a)
	if err != nil {
		return false, err
	}
	y, err := os.ReadFile(b)
	return bytes.Equal(x, y), err
}
