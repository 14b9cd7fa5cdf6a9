package edit

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"guongsang/internal/criteria"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// Referrers gives the content files that lead to one, in the order of their paths: those that Rename would change. They have links to it or to what
// lies in its bundle's folder, or name it by its slug. Files whose front matter has mistakes are looked at as far as they can be read. The error is
// ErrPath or a *fs.PathError.
func Referrers(book *criteria.Book, dir, path string) ([]string, error) {
	d := disk{dir: dir}
	if err := d.open(); err != nil {
		return nil, err
	}
	defer d.close()
	data, err := d.read(path)
	if err != nil {
		return nil, err
	}
	kind, _ := source.KindOf(path)
	p, _, err := part(source.File{Path: path, Kind: kind}, data)
	if err != nil {
		return nil, err
	}
	const nobodys = "*" // a slug that no file can have, so that each link to this one would change
	r, err := d.newRenaming(kind, path, nobodys, p)
	if err != nil {
		return nil, err
	}
	if kind == source.FieldIntro {
		r.oldSlug = nameOf(book, source.File{Kind: kind, Name: nameIn(path)})
	}
	return d.referrers(r)
}

// nameIn is the name that source gives the file of a path.
func nameIn(name string) string {
	if IsBundle(name) {
		return path.Base(path.Dir(name))
	}
	return strings.TrimSuffix(path.Base(name), path.Ext(name))
}

// referrers finds the files that a renaming changes.
func (d *disk) referrers(r renaming) ([]string, error) {
	names, err := d.texts()
	if err != nil {
		return nil, err
	}
	var (
		wait  sync.WaitGroup
		lock  sync.Mutex
		found = []string{}
		wrong error
		next  = make(chan string)
	)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			s := newSearch(r)
			for name := range next {
				leads, err := s.leads(d, name)
				lock.Lock()
				if wrong == nil {
					wrong = err
				}
				if leads {
					found = append(found, name)
				}
				lock.Unlock()
			}
		})
	}
	for _, name := range names {
		if name != r.oldPath {
			next <- name
		}
	}
	close(next)
	wait.Wait()
	slices.Sort(found)
	return found, wrong
}

// texts are the paths of all files that may be changed.
func (d *disk) texts() (names []string, err error) {
	err = fs.WalkDir(d.root.FS(), source.Root, func(p string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // gone meanwhile
		case err != nil:
			return d.failed("read", p, err)
		case e.IsDir() && source.Ignored(e.Name()):
			return fs.SkipDir
		case e.Type().IsRegular() && checkPath(p) == nil:
			names = append(names, p)
		}
		return nil
	})
	return names, err
}

// search looks for what leads to a file. Reading is quick and parsing is not: only a text in which a word of the file's stands, or
// something that may stand for one, is parsed.
type search struct {
	r     renaming
	words [][]byte
	plain bool // the words have no letters that can be written in several forms
	data  bytes.Buffer
}

func newSearch(r renaming) *search {
	s := &search{r: r, plain: true}
	for _, word := range []string{r.oldSlug, strings.TrimSuffix(path.Base(r.oldPlace), path.Ext(r.oldPath))} {
		// The front matter may part a name at its blanks.
		longest := slices.MaxFunc(append(strings.Fields(viet.NFC(word)), ""), func(a, b string) int { return len(a) - len(b) })
		s.plain = s.plain && !strings.ContainsFunc(longest, func(r rune) bool { return r >= 0x80 })
		s.words = append(s.words, []byte(longest))
	}
	return s
}

// leads says whether a file leads to the one that is looked for. A file that is gone does not.
func (s *search) leads(d *disk, name string) (bool, error) {
	s.data.Reset()
	file, err := d.root.Open(filepath.FromSlash(name))
	if err == nil {
		_, err = s.data.ReadFrom(io.LimitReader(file, source.MaxSize+1))
		_ = file.Close()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, d.failed("read", name, err)
	case s.data.Len() > source.MaxSize || !s.may(s.data.Bytes()):
		return false, nil
	}
	now, err := s.r.adapted(name, bytes.Clone(s.data.Bytes()))
	return now != nil, err
}

// may says whether a file may lead there.
func (s *search) may(data []byte) bool {
	if !s.plain {
		data = viet.NFCBytes(data)
	}
	has := func(word []byte) bool { return bytes.Contains(data, word) }
	return slices.ContainsFunc(s.words, has) || bytes.IndexByte(data, '\\') >= 0 || stands(data, '%', isPercent) || stands(data, '&', isEntity)
}

// stands says whether a sign stands in a text for another one, which what is behind it tells.
func stands(data []byte, sign byte, forAnother func(behind []byte) bool) bool {
	for {
		i := bytes.IndexByte(data, sign)
		if i < 0 {
			return false
		}
		if data = data[i+1:]; forAnother(data) {
			return true
		}
	}
}

// isPercent knows %20.
func isPercent(behind []byte) bool { return len(behind) > 1 && isHex(behind[0]) && isHex(behind[1]) }

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }

// isEntity knows &#32; and &amp;.
func isEntity(behind []byte) bool {
	name := bytes.TrimLeft(behind, "#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
	return len(name) < len(behind) && len(name) > 0 && name[0] == ';'
}
