package search

import (
	"io"
	"sync"
)

// Memory is a File for when there is no disk to write to. The zero Memory is empty.
type Memory struct {
	mu    sync.RWMutex
	bytes []byte
}

// Write appends to the file.
func (m *Memory) Write(b []byte) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.bytes = append(m.bytes, b...)
	return len(b), nil
}

// ReadAt reads from the file; the error is io.EOF where it ends too soon.
func (m *Memory) ReadAt(b []byte, at int64) (int, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if at > int64(len(m.bytes)) {
		return 0, io.EOF
	}
	n := copy(b, m.bytes[at:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}
