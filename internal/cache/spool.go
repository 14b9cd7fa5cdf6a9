package cache

import (
	"runtime"
	"sync"

	"guongsang/internal/digest"
)

// Spool holds texts outside of memory for as long as the cache is open: what is made of a body while it is read, until its page is written. It is a
// file without a name where the system has such, and goes with the program. A Spool that cannot be used holds nothing: whoever
// finds nothing in it makes the text again. All goroutines may put and get at once.
type Spool struct {
	mu    sync.RWMutex
	file  *diskFile // nil: there is none, or it failed
	buf   []byte    // not yet in the file
	size  int64     // of the file
	spans map[digest.Key]span
}

// span is where a text lies in the file.
type span struct {
	at   int64
	size int
}

// spoolBuffer is how much is written at once.
const spoolBuffer = 256 << 10

// Spool gives the spool of this build.
func (c *Cache) Spool() *Spool {
	if c.spool != nil {
		return c.spool
	}
	c.spool = &Spool{spans: map[digest.Key]span{}}
	if c.Off == nil && !c.o.ReadOnly {
		if f, err := c.disk.temp(c.o.Dir, spoolName); err == nil {
			if runtime.GOOS != "windows" {
				_ = c.disk.remove(f.Name()) // it stays open, and is gone when the build is, however that ends
			}
			c.spool.file = &f
		}
	}
	return c.spool
}

// Put keeps a text under a key.
func (s *Spool) Put(key digest.Key, text []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		return
	}
	if len(s.buf)+len(text) > spoolBuffer {
		if s.flush(); s.file == nil {
			return
		}
	}
	s.spans[key] = span{s.size + int64(len(s.buf)), len(text)}
	s.buf = append(s.buf, text...)
}

// Has says whether there is a text under a key.
func (s *Spool) Has(key digest.Key) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	_, ok := s.spans[key]
	return ok && s.file != nil
}

// flush writes out what is buffered. After a failure the spool is empty.
func (s *Spool) flush() {
	n, err := s.file.Write(s.buf)
	s.size += int64(n)
	s.buf = s.buf[:0]
	if err != nil {
		s.close()
		s.file, s.spans = nil, nil
	}
}

// Get appends the text that was put under a key to dst; ok is false where there is none.
func (s *Spool) Get(dst []byte, key digest.Key) (text []byte, ok bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	found, ok := s.spans[key]
	if !ok || s.file == nil {
		return dst, false
	}
	if found.at >= s.size { // a text is in the file as a whole or not at all
		at := found.at - s.size
		return append(dst, s.buf[at:at+int64(found.size)]...), true
	}
	at := len(dst)
	text = append(dst, make([]byte, found.size)...)
	if _, err := s.file.ReadAt(text[at:], found.at); err != nil {
		return dst, false
	}
	return text, true
}

func (s *Spool) close() {
	if s.file == nil {
		return
	}
	name := s.file.Name()
	_ = s.file.Close() // nobody reads it any more
	if runtime.GOOS == "windows" {
		_ = s.file.disk.remove(name)
	}
}
