package cache

import (
	"io"
	"os"
	"runtime"
)

// Side is one file more that is remembered from build to build, of a form that the cache knows nothing of. It belongs to a Cache and goes
// with it.
type Side struct {
	cache *Cache
	name  string
	open  []*os.File // to be closed with the cache
	part  *diskFile  // what New gave last
}

// sidePart is the end of the name of what is being written.
const sidePart = ".new"

// Temporary files of a Side.
const sideTemp = "side-*.tmp"

// Side gives the file of a name in the cache's folder.
func (c *Cache) Side(name string) *Side {
	s := &Side{cache: c, name: name}
	c.sides = append(c.sides, s)
	return s
}

// Old opens what was kept last; nil where there is nothing to be had.
func (s *Side) Old() (f io.ReaderAt, size int64) {
	file, err := os.Open(s.cache.path(s.name))
	if err != nil {
		return nil, 0
	}
	fi, err := file.Stat()
	if err != nil {
		_ = file.Close() // nothing was read from it
		return nil, 0
	}
	s.open = append(s.open, file)
	return file, fi.Size()
}

// SideFile is written from front to end and read anywhere, also while it is written.
type SideFile interface {
	io.Writer
	io.ReaderAt
}

// New begins the file that Keep puts into the place of the old one, and ends the one that it gave before; ok is false where nothing can be written. What a cache that only remembers in memory
// gives is a file that goes with the cache.
func (s *Side) New() (f SideFile, ok bool) {
	if s.cache.memory {
		return s.Temp()
	}
	if s.part != nil {
		_ = s.part.Close() // it is begun anew
		s.part = nil
	}
	if s.cache.Off != nil || s.cache.o.ReadOnly {
		return nil, false
	}
	file, err := s.cache.disk.create(s.cache.path(s.name + sidePart))
	if err != nil {
		return nil, false
	}
	s.part = &file
	return file, true
}

// Temp gives a file that goes when nobody has it any more, on Windows with the cache; ok is false where there is none to be had.
func (s *Side) Temp() (f SideFile, ok bool) {
	if s.cache.Off != nil || s.cache.o.ReadOnly {
		return nil, false
	}
	file, err := s.cache.disk.temp(s.cache.o.Dir, sideTemp)
	if err != nil {
		return nil, false
	}
	if runtime.GOOS == "windows" {
		s.open = append(s.open, file.File)
	} else {
		_ = s.cache.disk.remove(file.Name()) // it stays open while somebody has it, and is gone then, or when the program is
	}
	return file, true
}

// Keep puts what was written to New's last file into the place of the old one. Nothing of this Side may be read any more. Where that cannot be, the old
// one stays, and the cache is Off.
func (s *Side) Keep() {
	if s.part == nil {
		return
	}
	name := s.part.Name()
	err := s.part.Close()
	s.part = nil
	s.close() // Windows replaces no file that is open
	if err == nil {
		err = s.cache.disk.rename(name, s.cache.path(s.name))
	}
	if err != nil {
		s.cache.Off = err
		_ = s.cache.disk.remove(name) // the site needs the room
	}
}

func (s *Side) close() {
	for _, f := range s.open {
		_ = f.Close() // it was read from, or is not wanted any more
		if runtime.GOOS == "windows" && f.Name() != s.cache.path(s.name) {
			_ = s.cache.disk.remove(f.Name())
		}
	}
	s.open = nil
	if s.part != nil {
		_ = s.part.Close()
		_ = s.cache.disk.remove(s.part.Name())
		s.part = nil
	}
}
