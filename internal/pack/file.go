package pack

import (
	"io"
	"os"
	"strings"
)

// ReadFile reads a file into a text that From can read. It is not copied on the way, for what is remembered of a large site is large.
func ReadFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	fi, err := f.Stat()
	if err != nil {
		return "", err
	}
	var text strings.Builder
	text.Grow(int(fi.Size()) + 1)
	if _, err := io.CopyBuffer(&text, struct{ io.Reader }{f}, make([]byte, 1<<20)); err != nil {
		return "", err
	}
	return text.String(), nil
}
