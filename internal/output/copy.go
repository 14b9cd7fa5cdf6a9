package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"slices"

	"guongsang/internal/address"
	"guongsang/internal/digest"
	"guongsang/internal/publish"
	"guongsang/internal/source"
)

// assets gives the theme's files. Their names hold their digests.
func (s *Site) assets() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, a := range s.Theme.Assets() {
			f := file{at: address.Asset(a.Name), make: func() (publish.Made, error) {
				return publish.Made{Key: digest.Bytes(a.Bytes), Write: func(w io.Writer) error {
					_, err := w.Write(a.Bytes)
					return err
				}}, nil
			}}
			if !yield(f) {
				return
			}
		}
	}
}

// static gives the files of static/ as they are.
func (s *Site) static() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, name := range s.Static {
			if !yield(s.copyOf(address.Address(name), "static/"+name)) {
				return
			}
		}
	}
}

// pictures gives the pictures and files of content/ that the site shows.
func (s *Site) pictures() iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, a := range s.Catalog.Assets {
			if !yield(s.copyOf(a.Address, a.Path)) {
				return
			}
		}
	}
}

// copyOf is a file of the site's folder, byte for byte. The copy must have the bytes that its key was made from: a file that changes
// meanwhile is source.ErrChanged, as a body is.
func (s *Site) copyOf(at address.Address, name string) file {
	return file{at: at, copied: name, make: func() (publish.Made, error) {
		key := s.Digests[name]
		return publish.Made{Key: key, Write: func(w io.Writer) error {
			copied, err := s.copyTo(w, name)
			if err == nil && copied != key {
				return fmt.Errorf("%s: %w", name, source.ErrChanged)
			}
			return err
		}}, nil
	}}
}

// copyTo copies a file of the site's folder and gives the digest of what it copied.
func (s *Site) copyTo(w io.Writer, name string) (digest.Key, error) {
	in, err := s.Files.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return digest.Key{}, fmt.Errorf("%s: %w", name, source.ErrChanged)
	}
	if err != nil {
		return digest.Key{}, err
	}
	defer in.Close()
	return digest.Reader(io.TeeReader(in, w))
}

// owns says whether the site brings a file of its own.
func (s *Site) owns(at address.Address) bool {
	return slices.Contains(s.Static, string(at))
}
