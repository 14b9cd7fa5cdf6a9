package publish

import (
	"bytes"
	"os"
)

// spillAt is how much of a rendered file is held in memory. Pages and pictures fit; a film goes to the disk while it is
// written.
const spillAt = 4 << 20

// keepAt is how large a buffer a worker keeps for the next file: larger than pages are, smaller than pictures.
const keepAt = 256 << 10

// spool takes the bytes of one file.
type spool struct {
	w    *worker
	to   string   // the slash path of the file
	file *os.File // the staged file, once the bytes were too many for w.buf
	path string   // of file
	size int64
	err  error // a failure of the disk
}

// Write takes bytes from an Item's Write.
func (s *spool) Write(p []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	if s.size == 0 {
		s.w.buf.Reset()
	}
	s.size += int64(len(p))
	if s.path == "" && s.size <= spillAt {
		return s.w.buf.Write(p)
	}
	if s.err = s.spill(p); s.err != nil {
		return 0, s.err
	}
	return len(p), nil
}

func (s *spool) spill(p []byte) error {
	disk := s.w.run.disk
	if s.path == "" {
		path, err := s.w.run.stageFor(s.to)
		if err != nil {
			return err
		}
		s.path = path
		if s.file, err = disk.create(path); err != nil {
			return err
		}
		if err := disk.write(s.file, s.w.buf.Bytes()); err != nil {
			return err
		}
	}
	return disk.write(s.file, p)
}

// bytes are what is held in memory: all of it, if there is no file.
func (s *spool) bytes() []byte {
	if s.size == 0 {
		return nil // the buffer still has the last item's
	}
	return s.w.buf.Bytes()
}

// same reports whether the file at path, of that size, holds these very bytes.
func (s *spool) same(path string, size int64) bool {
	if size != s.size {
		return false
	}
	if s.path == "" {
		return sameBytes(path, bytes.NewReader(s.bytes()), s.w)
	}
	staged, err := os.Open(s.path)
	if err != nil {
		return false
	}
	defer staged.Close()
	if !sameBytes(path, staged, s.w) {
		return false
	}
	_ = s.close()
	_ = s.w.run.disk.remove(s.path) // if it stays, it goes with the staging folder
	return true
}

// keep stages the bytes and fills in what the ledger will say of them.
func (s *spool) keep(to *settled) (err error) {
	if s.path == "" {
		if s.path, err = s.w.run.stageFor(s.to); err != nil {
			return err
		}
		if err = s.w.run.disk.put(s.path, s.bytes()); err != nil {
			return err
		}
	} else if err = s.close(); err != nil {
		return err
	}
	fi, err := os.Lstat(s.path) // after closing: some file systems set the time then
	if err != nil {
		return diskError("look at", s.path, err)
	}
	to.staged, to.size, to.mtime = true, fi.Size(), fi.ModTime().UnixNano()
	return nil
}

func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	s.file = nil
	return diskError("write", s.path, err)
}
